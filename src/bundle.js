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
 * in sixteen, the start is done before anything is looked through, and what it needed alone is given
 * back then. What is asked for often is compiled once and well, and not in between as well: that is as
 * quick, and takes a quarter less. package.json, the Dockerfile and the unit for systemd say the same: a test holds it.
 */
export const START = [
  '--max-semi-space-size=4',
  '--initial-old-space-size=64',
  '--no-maglev',
  '--expose-gc',
  'src/launch.js',
]
/**
 * ... and in which surroundings: with one place for all its threads, what is let go is used again,
 * and goes back to the machine from 128 kB on.
 */
export const SURROUNDINGS = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' }

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
const sources = (root) => within(root, 'src').toSorted()

/**
 * Folder by folder: `readdirSync` takes twice as long to do so by itself.
 *
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
const within = (root, folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((each) => {
    const path = `${folder}/${each.name}`
    if (each.isDirectory()) return within(root, path)
    return /\.(ts|js|json)$/.test(path) ? [path] : []
  })

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
