/** Samples → MP3, which every browser plays. */
import { createMp3Encoder } from 'wasm-media-encoders'
import { type Samples, sampleRate } from './samples.ts'

/** LAME turns what it gets down by this factor at a constant bit rate (its `presets.c`). */
const encoderGain = 0.95

/** Answers: the file. Samples are rounded to 16 bits first, so that no machine's last digit of a sine shows in it. */
export async function encodeMp3(samples: Samples, bitRateKbps: 64 | 128): Promise<Uint8Array> {
  const encoder = await createMp3Encoder()
  encoder.configure({ sampleRate, channels: 1, bitrate: bitRateKbps, outputSampleRate: sampleRate })
  const rounded = Float32Array.from(samples, (sample) => Math.round(sample * 32_768) / 32_768 / encoderGain)
  // The encoder owns what it returns, and writes over it.
  const most = Uint8Array.from(encoder.encode([rounded]))
  return Buffer.concat([most, encoder.finalize()])
}
