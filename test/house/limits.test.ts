import { spawnSync } from 'node:child_process'
import { posix } from 'node:path'
import t from 'tap'
import { files, read } from '../support/sources.ts'

const LARGEST_FOLDER = 15
const PLACES = ['src', 'static', 'test']

t.test('each file and each function can be read at one sitting', async (t) => {
  t.same(
    tooLong(),
    [],
    'files over 250 lines and functions over 60, as the formatter lays them out',
  )
})

t.test('each folder can be seen at one look', async (t) => {
  const held = new Map<string, number>()
  for (const path of PLACES.flatMap((place) => files(`${place}/**/*.*`)))
    held.set(posix.dirname(path), (held.get(posix.dirname(path)) ?? 0) + 1)
  t.same(
    [...held]
      .filter(([, count]) => count > LARGEST_FOLDER)
      .map(([folder, count]) => `${folder}: ${count} files`),
    [],
  )
})

t.test('each part of the tests is run: a file that ends in .test.ts imports it', async (t) => {
  const all = files('test/**/*.ts')
  const run = new Set(
    all.filter((path) => /\.test\.ts$|^test\/(bench\/|torture\/|run\.ts$)/.test(path)),
  )
  for (const path of run) for (const name of imported(path)) if (all.includes(name)) run.add(name)
  t.same(
    all.filter((path) => !run.has(path)),
    [],
  )
})

/** What oxlint finds, by rules that only count: they stand in a file of their own. */
function tooLong(): string[] {
  const { stdout } = spawnSync(
    // A Node that starts within a test run is put under its loaders, which oxlint does not bear.
    'env',
    [
      '-u',
      'NODE_OPTIONS',
      'node_modules/.bin/oxlint',
      '-c',
      'test/house/limits.json',
      '-f',
      'json',
      ...PLACES,
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const { diagnostics, number_of_files: looked } = JSON.parse(stdout) as {
    number_of_files: number
    diagnostics: { filename: string; message: string; labels: { span: { line: number } }[] }[]
  }
  if (looked < 300) throw new Error(`oxlint looked at ${looked} files only`)
  return diagnostics.map(
    ({ filename, message, labels }) => `${filename}:${labels[0]?.span.line ?? 1} ${message}`,
  )
}

/** What a file imports, and what it starts as a program. */
function imported(path: string): string[] {
  const text = read(path)
  return [
    ...[...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, name]) =>
      posix.join(posix.dirname(path), name!),
    ),
    ...[...text.matchAll(/'(test\/[\w/-]+\.ts)'/g)].map(([, name]) => name!),
  ]
}
