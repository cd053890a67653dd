/** Every example of the content that ships, as a learner hears it: made, encoded, decoded again, and measured by a meter that is not ours. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MPEGDecoder } from 'mpg123-decoder'
import { audioMaker } from '../../functions/catalog/audio/build-audio.ts'
import { type Example, type Place, placesOf } from '../../functions/catalog/audio/example-file.ts'
import { readExamples } from '../../functions/catalog/audio/read-examples.ts'
import { sampleRate } from '../../functions/catalog/audio/samples.ts'
import { makeFiles } from '../../functions/catalog/made-files.ts'
import { readFolder } from '../../functions/catalog/read-folder.ts'

const root = join(import.meta.dirname, '../..')
const content = readFolder(join(root, 'content'))
const pathFolder = 'engineer-to-producer'

export const examples: ReadonlyMap<string, Example> = new Map(
  [...readExamples(content, pathFolder).examples].flatMap(([id, { example }]) => (example ? [[id, example]] : [])),
)

let made: Promise<ReadonlyMap<string, Uint8Array>> | undefined

/** Answers: the MP3 of every example, kept where the content step keeps it. */
export function madeExamples(): Promise<ReadonlyMap<string, Uint8Array>> {
  made ??= makeFiles(content, audioMaker, join(root, 'build/made')).then(({ files, problems }) => {
    if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2))
    return new Map([...files].map(([path, body]) => [path.replace(/^.*\/|\.mp3$/g, ''), body]))
  })
  return made
}

/** What the encoder puts before the first sample, and the decoder after it. */
const codecDelay = 576 + 529

/** Answers: the samples of this file, as a player gets them. */
export async function decode(file: Uint8Array): Promise<Float32Array> {
  const decoder = new MPEGDecoder()
  await decoder.ready
  const { channelData, errors } = decoder.decode(file)
  decoder.free()
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return (channelData[0] ?? new Float32Array()).slice(codecDelay)
}

export interface HeardPart extends Place {
  readonly samples: Float32Array
}

/** Answers: the parts of an example, as a player gets them. */
export async function heardParts(id: string): Promise<HeardPart[]> {
  const example = examples.get(id)
  const file = (await madeExamples()).get(id)
  if (!example || !file) throw new Error(`There is no example ${id}.`)
  const samples = await decode(file)
  return placesOf(example).map((place) => ({ ...place, samples: cut(samples, place.fromSeconds, place.seconds) }))
}

export function cut<Signal extends Float32Array | Float64Array>(
  samples: Signal,
  from: number,
  seconds: number,
): Signal {
  return samples.slice(Math.round(from * sampleRate), Math.round((from + seconds) * sampleRate)) as Signal
}

interface Meter {
  readonly memory: WebAssembly.Memory
  readonly __wbindgen_malloc: (bytes: number) => number
  readonly ebur128_integrated_mono: (rate: number, address: number, length: number) => number
  readonly ebur128_true_peak_mono: (rate: number, address: number, length: number) => number
}

// The package is written for bundlers: its two functions are called here as its own glue calls them.
const wasm = new WebAssembly.Module(
  readFileSync(fileURLToPath(import.meta.resolve('ebur128-wasm/ebur128_wasm_bg.wasm'))),
)
const imports = WebAssembly.Module.imports(wasm).map(({ name }) => [name, () => undefined] as const)
const meter = new WebAssembly.Instance(wasm, { './ebur128_wasm_bg.js': Object.fromEntries(imports) })
  .exports as unknown as Meter

/** Answers: integrated loudness in LUFS, by the Rust port of libebur128. */
export function measuredLufs(samples: Float32Array | Float64Array): number {
  return meter.ebur128_integrated_mono(sampleRate, handOver(samples), samples.length)
}

/** Answers: true peak in dBTP, by the same. */
export function measuredTruePeakDb(samples: Float32Array | Float64Array): number {
  return meter.ebur128_true_peak_mono(sampleRate, handOver(samples), samples.length)
}

function handOver(samples: Float32Array | Float64Array): number {
  const address = meter.__wbindgen_malloc(4 * samples.length)
  new Float32Array(meter.memory.buffer, address, samples.length).set(samples)
  return address
}
