import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('tongues', import.meta.url))

/**
 * Words of the sample board in other languages, by their English: a machine's drafts, and marked
 * so.
 */
export const readTongues = (): Map<string, Record<string, string>> =>
  new Map(
    readdirSync(FOLDER)
      .toSorted()
      .map((file) => [
        file.slice(0, -'.json'.length),
        JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Record<string, string>,
      ]),
  )
