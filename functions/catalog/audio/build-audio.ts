/** Every `audio/*.yaml` → MP3. */
import type { Made, Maker } from '../made-files.ts'
import type { Files } from '../source.ts'

export const audioMaker: Maker = {
  name: 'audio',
  sources: /\/audio\/[^/]+\.yaml$/,
  endings: ['.mp3'],
  codeFolder: import.meta.dirname,
  make: makeExample,
}

async function makeExample(content: Files, source: string): Promise<Made> {
  // Loaded only when there is something to make: unchanged examples need neither the kinds nor the encoder.
  const [{ readExample }, { compose }, { encodeMp3 }] = await Promise.all([
    import('./example-file.ts'),
    import('./compose.ts'),
    import('./encode-mp3.ts'),
  ])
  const { example, problems } = readExample(content, source)
  if (!example) return { problems }
  try {
    return { bodies: [await encodeMp3(compose(example), example.kind.bitRateKbps)] }
  } catch (error) {
    // Data in the right shape can still contradict itself: a part too short to be measured, a peak too high.
    const what = error instanceof Error ? error.message : String(error)
    const remedy = 'Lower `levelDb`, or compare with another example of this kind.'
    return { problems: [{ file: source, field: 'sound', what, remedy }] }
  }
}
