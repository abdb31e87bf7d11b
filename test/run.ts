import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CACHE } from './support/cache.ts'
import { chromiumPath, NO_CHROMIUM } from './support/chromium.ts'
import { firefoxPath, NO_FIREFOX } from './support/browser/firefox-path.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Too slow for each commit: `npm run test:all` runs these as well. */
const SLOW = [
  'test/browser/',
  'test/commands/',
  'test/house/doors',
  'test/house/wall',
  // A text of 100 kB for each pattern there is.
  'test/house/patterns',
  // Files made to be large to read.
  'test/web/evidence/pdf',
  // Files that are made, sent and read again.
  'test/web/evidence/leaflets',
  'test/web/evidence/events',
  'test/web/evidence/programmes',
  // The compiler reads every template.
  'test/house/templates',
  // Two hundred rows, in a paste and in a form.
  'test/web/round-tables/bringing',
  // All that stands in a record, tried at every door.
  'test/web/people/stolen',
  // A provider that is waited for.
  'test/web/people/work-accounts',
  // A year of letters, day by day.
  'test/web/actions/clock',
  // Texts that are made to keep the checks of wording busy.
  'test/domain/publishing/wording/worst',
  // Two large records, and every page over both.
  'test/web/level',
  'test/web/long-lists',
  // Hundreds of searches, each of them twice.
  'test/web/search/part',
  // Several whole records at once.
  'test/partnerships/',
  // What breaks is broken on purpose.
  'test/torture/',
  // A whole site, and every link of it.
  'test/readers/site-of-files',
  // Every box of every page, as everyone.
  'test/web/tongues',
]

/** Those that take minutes each, and begin first: none of them is waited for at the end. */
const LONGEST = ['test/house/doors.test.ts', 'test/browser/everyone.test.ts']

/** How many files of tests share a process. */
const FEW = 6

/**
 * Runs tap: `node test/run.ts` what every commit has to pass, `node test/run.ts all` everything.
 * What else is given goes to tap. Ends by saying what was not tried.
 */
const run = ([which, ...more]: string[]): number => {
  const all = which === 'all'
  const isSlow = (file: string): boolean => SLOW.some((start) => file.startsWith(start))
  const files = globSync('test/**/*.test.ts', { cwd: ROOT }).toSorted()
  const path = chromiumPath()
  if (all && path === undefined && process.env.BROWSER === 'required') {
    console.error(NO_CHROMIUM)
    return 1
  }
  buildTap()
  const given = all || which === undefined ? more : [which, ...more]
  const slow = all ? longestFirst(files.filter(isSlow)) : []
  // The rooms take longest, and begin first, so that no process waits for another at the end.
  const quick = together(files.filter((file) => !isSlow(file))).toReversed()
  const { status } = spawnSync('tap', [...given, ...slow, ...quick], {
    cwd: ROOT,
    stdio: 'inherit',
    // What one process has compiled is read by the others.
    env: { NODE_COMPILE_CACHE: `${CACHE}/compiled`, ...inMemory(), ...process.env },
  })
  console.log(all ? browserLine(path) : `# Not run: ${SLOW.join(', ')}. npm run test:all runs all.`)
  return status ?? 1
}

/** tap begins in the order of the alphabet: what is to begin first is imported by a file that does. */
const longestFirst = (files: string[]): string[] => {
  const folder = '.tap/first'
  mkdirSync(`${ROOT}${folder}`, { recursive: true })
  return files.map((file) => {
    if (!LONGEST.includes(file)) return file
    const name = `${folder}/${posix.basename(file)}`
    writeFileSync(`${ROOT}${name}`, `import '../../${file}'\n`)
    return name
  })
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

/**
 * A process reads the whole house anew, which costs as much as the tests of many a file: files of
 * one folder are run a few to a process. Each is still a whole test by itself (`npx tap FILE`).
 */
const together = (files: string[]): string[] => {
  const folder = '.tap/together'
  rmSync(`${ROOT}${folder}`, { recursive: true, force: true })
  mkdirSync(`${ROOT}${folder}`, { recursive: true })
  const areas = Map.groupBy(files, (file) => posix.dirname(file).split('/').slice(0, 3).join('-'))
  return [...areas].flatMap(([area, some]) =>
    Array.from({ length: Math.ceil(some.length / FEW) }, (_, i) => {
      const name = `${folder}/${area}-${i + 1}.test.ts`
      const imports = some.slice(i * FEW, (i + 1) * FEW).map((file) => `import '../../${file}'\n`)
      writeFileSync(`${ROOT}${name}`, imports.join(''))
      return name
    }),
  )
}

/** Tap puts its plugins together once, and again when package.json names others. */
const buildTap = (): void => {
  const changedAt = (path: string): number =>
    statSync(`${ROOT}${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (changedAt('.tap/plugins/package.json') < changedAt('package.json'))
    execFileSync('tap', ['build'], { cwd: ROOT, stdio: 'inherit' })
}

const browserLine = (path: string | undefined): string => {
  if (path === undefined) return `# SKIPPED: ${NO_CHROMIUM}.`
  const second = firefoxPath()
  return `# In a browser: ${versionOf(path)}. ${second ? `And ${versionOf(second)}` : NO_FIREFOX}.`
}
const versionOf = (path: string): string =>
  `${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()} (${path})`

process.exitCode = run(process.argv.slice(2))
