import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, statfsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CACHE } from './support/cache.ts'
import { chromiumPath, NO_CHROMIUM } from './support/chromium.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Too slow for each commit: `npm run test:all` runs these as well. */
const SLOW = [
  'test/browser/',
  'test/commands/',
  'test/house/doors',
  'test/house/wall',
  // A year of letters, day by day.
  'test/web/actions/clock',
]

/**
 * Runs tap: `node test/run.ts` what every commit has to pass, `node test/run.ts all` everything.
 * What else is given goes to tap. Ends by saying what was not tried.
 */
const run = ([which, ...more]: string[]): number => {
  const all = which === 'all'
  const files = globSync('test/**/*.test.ts', { cwd: ROOT })
    .filter((file) => all || !SLOW.some((start) => file.startsWith(start)))
    .toSorted()
  const path = chromiumPath()
  if (all && path === undefined && process.env.BROWSER === 'required') {
    console.error(NO_CHROMIUM)
    return 1
  }
  buildTap()
  const given = all || which === undefined ? more : [which, ...more]
  const { status } = spawnSync('tap', [...given, ...files], {
    cwd: ROOT,
    stdio: 'inherit',
    // Each file of tests is a process: compiled once, it is read by all of them.
    env: { NODE_COMPILE_CACHE: `${CACHE}/compiled`, ...inMemory(), ...process.env },
  })
  console.log(all ? browserLine(path) : `# Not run: ${SLOW.join(', ')}. npm run test:all runs all.`)
  return status ?? 1
}

/** Each test opens records of its own. They are made in memory where there is room for them. */
const inMemory = (): { TMPDIR?: string } => {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 4 * 1024 ** 3 ? { TMPDIR: '/dev/shm' } : {}
  } catch {
    return {}
  }
}

/** Tap puts its plugins together once, and again when package.json names others. */
const buildTap = (): void => {
  const changedAt = (path: string): number =>
    statSync(`${ROOT}${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (changedAt('.tap/plugins/package.json') < changedAt('package.json'))
    execFileSync('tap', ['build'], { cwd: ROOT, stdio: 'inherit' })
}

const browserLine = (path: string | undefined): string =>
  path === undefined
    ? `# SKIPPED: ${NO_CHROMIUM}.`
    : `# In a browser: ${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()} (${path}).`

process.exitCode = run(process.argv.slice(2))
