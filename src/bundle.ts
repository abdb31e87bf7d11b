import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The server in one file, which starts in a third of the time; made by `npm run build`. */
export const BUNDLE = 'build/server.js'
/** ... and a process that answers readers beside it. */
export const BUNDLED_READER = 'build/reader.js'
/** ... and what they were made from. */
export const MARK = 'build/made-from'

/** Names what a bundle is made from, without reading it: paths, sizes and when each was changed. */
export const markOf = (root: string): string => {
  const hash = createHash('sha256')
  for (const path of [
    ...globSync('src/**/*.{ts,json}', { cwd: root }).toSorted(),
    'package-lock.json',
  ]) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${Math.floor(mtimeMs)}\n`)
  }
  return hash.digest('hex')
}

/** Whether there is a bundle of exactly the files that stand here. */
export const isCurrent = (root: string): boolean =>
  existsSync(join(root, BUNDLE)) &&
  existsSync(join(root, MARK)) &&
  readFileSync(join(root, MARK), 'utf8') === markOf(root)
