import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dayOf } from '../../src/domain/day.ts'
import { FIGURES, type FigureName, type Figures } from '../../src/web/views/board-parts.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FILE = 'docs/figures.json'

/**
 * Makes docs/figures.json of real runs: each file of tests that counts something for it is run, and
 * what it counted is written down where it passed. Where one did not, nothing is written at all.
 */
const run = (): number => {
  const files = countingFiles()
  const counted = mkdtempSync(join(tmpdir(), 'figures-'))
  const tried: Partial<Record<FigureName, number>> = {}
  for (const file of files) {
    const lines = join(counted, 'lines')
    writeFileSync(lines, '')
    console.log(`# ${file}`)
    const { status } = spawnSync('npx', ['tap', file, '--reporter=terse'], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, FIGURES: lines },
    })
    if (status !== 0) {
      console.error(`${file} did not pass: ${FILE} stays as it was.`)
      return 1
    }
    for (const line of readFileSync(lines, 'utf8').split('\n').filter(Boolean)) {
      const { name, tried: n } = JSON.parse(line) as { name: FigureName; tried: number }
      tried[name] = (tried[name] ?? 0) + n
    }
  }
  rmSync(counted, { recursive: true })
  write(tried)
  return 0
}

/** Tests that call `figure()`, by the file that is run: a part is run by the file that imports it. */
const countingFiles = (): string[] => {
  const all = globSync('test/**/*.test.ts', { cwd: ROOT }).toSorted()
  const counts = (file: string): boolean =>
    /\bfigure\('/.test(readFileSync(join(ROOT, file), 'utf8'))
  const parts = globSync('test/**/*.ts', { cwd: ROOT }).filter(counts)
  return all.filter(
    (file) => parts.includes(file) || parts.some((part) => part.startsWith(`${partsOf(file)}/`)),
  )
}
const partsOf = (file: string): string => file.replace(/\.test\.ts$/, '')

const write = (counted: Partial<Record<FigureName, number>>): void => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Figures
  const tried = Object.fromEntries(
    FIGURES.filter((name) => counted[name] !== undefined).map((name) => [name, counted[name]]),
  )
  const figures: Figures = { version, on: dayOf(new Date().toISOString()), tried }
  writeFileSync(join(ROOT, FILE), `${JSON.stringify(figures, null, 2)}\n`)
  console.log(`# ${FILE}: ${JSON.stringify(figures)}`)
}

process.exitCode = run()
