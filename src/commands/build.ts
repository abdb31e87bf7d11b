import { build, type Plugin } from 'esbuild'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BUNDLE, markOf, MARK } from '../bundle.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Native parts, and what is asked for seldom: they stay where they are and are read when needed. */
const OUTSIDE = ['better-sqlite3', 'sharp', 'unpdf', 'esbuild']

/** What a file of ours says of its own place stays true in the one file that all of them become. */
const inTheirPlace: Plugin = {
  name: 'in their place',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const from = relative(dirname(join(ROOT, BUNDLE)), path).replaceAll(sep, posix.sep)
      const place = `new URL(${JSON.stringify(from)}, import.meta.url)`
      return { loader: 'ts', contents: text.replaceAll('import.meta.url', `${place}.href`) }
    })
  },
}

// The mark is written last: a build that was stopped is not there.
rmSync(dirname(join(ROOT, BUNDLE)), { recursive: true, force: true })
mkdirSync(dirname(join(ROOT, BUNDLE)), { recursive: true })
const mark = markOf(ROOT)
await build({
  entryPoints: [join(ROOT, 'src/server.ts'), join(ROOT, 'src/reader.ts')],
  outdir: dirname(join(ROOT, BUNDLE)),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  external: OUTSIDE,
  minify: true,
  keepNames: true,
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
process.stdout.write(
  `The server is in ${BUNDLE}. \`npm start\` uses it until a file of it changes.\n`,
)
