import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What tests keep between runs. Deleting it costs time and nothing else. */
export const CACHE = fileURLToPath(
  new URL('../../node_modules/.cache/round-table', import.meta.url),
)

/** Keeps the newest files of a kind in a folder of the cache, and deletes the others. */
export const forgetOldest = (folder: string, ending: string, kept: number): void => {
  const changedAt = (name: string): number =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const all = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted((a, b) => changedAt(b) - changedAt(a))
  for (const name of all.slice(kept)) rmSync(join(folder, name), { force: true })
}
