/** The content as the compiler gets it: what authors wrote, and beside it what is made from that. */
import { audioMaker } from './audio/build-audio.ts'
import { drawPlates, plateMaker } from './certificates/plates.ts'
import { formMaker, sheetMaker } from './downloads/build-downloads.ts'
import { figureMaker } from './figures/build-figures.ts'
import { makeFiles } from './made-files.ts'
import type { Problem } from './problems.ts'
import { readFolder } from './read-folder.ts'
import { readSiteAssets } from './site-assets.ts'
import type { Files, Source } from './source.ts'

const makers = [figureMaker, formMaker, sheetMaker, audioMaker]

export interface SourceFolders {
  readonly contentFolder: string
  readonly siteAssetsFolder: string
  /** Where what has been made is kept from one run to the next. */
  readonly madeFolder: string
}

/** Answers: all source files, drawn figures, built downloads and examples to hear among them, and what could not be made. */
export async function readSource(folders: SourceFolders): Promise<{ source: Source; problems: readonly Problem[] }> {
  const written: Files = readFolder(folders.contentFolder)
  const made = await Promise.all([
    ...makers.map((maker) => makeFiles(written, maker, folders.madeFolder)),
    makeFiles(drawPlates(written), plateMaker, folders.madeFolder),
  ])
  const content = new Map([...written, ...made.flatMap(({ files }) => [...files])])
  return {
    source: { content, siteAssets: await readSiteAssets(folders.siteAssetsFolder) },
    problems: made.flatMap(({ problems }) => problems),
  }
}
