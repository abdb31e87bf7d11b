import { build, type Plugin } from 'esbuild'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BUNDLE, markOf, MARK, START } from '../bundle.js'
import { inAscii } from './in-ascii.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Native parts stay where they are, and so does what only a thread of its own reads, and what nobody
 * asks for: see `NO_SCHEMAS`.
 */
const OUTSIDE = [
  'better-sqlite3',
  'sharp',
  'unpdf',
  'esbuild',
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
]

/** What a file of ours says of its own place stays true in the one file that all of them become. */
const inTheirPlace: Plugin = {
  name: 'in their place',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const from = relative(dirname(join(ROOT, BUNDLE)), path).replaceAll(sep, posix.sep)
      const place = `new URL(${JSON.stringify(from)}, import.meta.url)`
      const contents = inAscii(text).replaceAll('import.meta.url', `${place}.href`)
      return { loader: 'ts', contents }
    })
  },
}

/**
 * Starts it on an empty record and stops it: what Node compiled meanwhile is kept, so that the first
 * real start is as quick as the next, also where it may not write beside its own files.
 */
const startOnce = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-'))
  const server = spawn(process.execPath, START, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'close')
  // The first line says where it listens.
  await Promise.race([once(server.stdout, 'data'), ended])
  server.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true })
}

// The mark is written last: a build that was stopped is not there.
rmSync(dirname(join(ROOT, BUNDLE)), { recursive: true, force: true })
mkdirSync(dirname(join(ROOT, BUNDLE)), { recursive: true })
const mark = markOf(ROOT)
await build({
  entryPoints: [join(ROOT, 'src/server.ts'), join(ROOT, 'src/reader.ts')],
  outdir: dirname(join(ROOT, BUNDLE)),
  bundle: true,
  // What is read by `import()` becomes a file beside it, and is not read before.
  splitting: true,
  chunkNames: '[name]-[hash]',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  external: OUTSIDE,
  // Names stay as they are, for whoever reads what failed: to shorten them and put each back as its
  // function is made takes three megabytes, and a quarter more for each page.
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'linked',
  plugins: [inTheirPlace],
  // Packages that are not modules yet ask for parts of Node by `require`.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  logLevel: 'warning',
})
writeFileSync(join(ROOT, MARK), mark)
await startOnce()
process.stdout.write(
  `The server is in ${BUNDLE}. \`npm start\` uses it until a file of it changes.\n`,
)
