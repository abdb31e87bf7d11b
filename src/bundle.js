import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The server in one file, which starts in a third of the time; made by `npm run build`. */
export const BUNDLE = 'build/server.js'
/** ... and a process that answers readers beside it. */
export const BUNDLED_READER = 'build/reader.js'
/** ... and what they were made from. */
export const MARK = 'build/made-from'

/**
 * How the server is started, after the name of Node: what is new is kept in four megabytes and not
 * in sixteen. package.json, the Dockerfile and the unit for systemd say the same: a test holds it.
 */
export const START = ['--max-semi-space-size=4', 'src/launch.js']
/** ... and in which surroundings: with one place for all its threads, what is let go is used again. */
export const SURROUNDINGS = { MALLOC_ARENA_MAX: '1' }

/**
 * Packages that are large and seldom asked for. The server reads one by `import()`, where somebody
 * asks for what it makes, and never as it starts: a test holds it. In the bundle each is a file of
 * its own.
 */
export const SELDOM = [
  '@cantoo/pdf-lib',
  '@simplewebauthn/server',
  'age-encryption',
  'docx',
  'nodemailer',
  'openid-client',
  'read-excel-file',
  'sharp',
  'unpdf',
]

/**
 * Names what a bundle is made from, without reading it: paths, sizes and when each was changed.
 *
 * @param {string} root of the checkout
 * @returns {string}
 */
export const markOf = (root) => {
  const hash = createHash('sha256')
  for (const path of [...sources(root), 'package-lock.json']) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${Math.floor(mtimeMs)}\n`)
  }
  return hash.digest('hex')
}

/** @param {string} root */
const sources = (root) =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|js|json)$/.test(path))
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .toSorted()

/**
 * Whether there is a bundle of exactly the files that stand here.
 *
 * @param {string} root of the checkout
 * @returns {boolean}
 */
export const isCurrent = (root) =>
  existsSync(join(root, BUNDLE)) &&
  existsSync(join(root, MARK)) &&
  readFileSync(join(root, MARK), 'utf8') === markOf(root)
