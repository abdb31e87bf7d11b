import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CACHE } from '../support/cache.ts'
import type { Figures } from './report.ts'

// Trials that take minutes: what breaks is broken on purpose, again and again, and what comes out of
// it is counted. `npm run torture` runs each in its long form, one after another.
//
// A trial is a file of this folder, `node test/torture/NAME.ts [long]`:
// - without `long` it runs its short form, in seconds: `short.test.ts` does so with all the tests;
// - it says on standard error what is worth reading while it runs, or where something is lost;
// - the last line of JSON on standard output is its figures (`report` in report.ts);
// - it exits with 1 where anything was lost, and where it threw;
// - what it needs and this machine has not (root, strace) it says with `notRunHere`, and exits with 0.
// Parts of a trial stand in the folder of its name; what several share is in `parts/`.
// A new trial is such a file. Nothing else names it.

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Every trial there is, by its file. */
export const TRIALS = globSync('test/torture/*.ts', { cwd: ROOT })
  .filter((file) => !/\/(run|report)\.ts$|\.test\.ts$/.test(file))
  .toSorted()

export interface Ran {
  name: string
  isRight: boolean
  seconds: number
  said: Partial<Figures> & { notRun?: string }
}

/** Runs one trial to its end; what it says while it runs goes where ours goes. */
export const tryOut = (file: string, args: readonly string[] = []): Ran => {
  const began = Date.now()
  const { status, stdout } = spawnSync(process.execPath, [file, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // What the test runner adds to the processes it sees is not part of what is tried.
    env: { NODE_COMPILE_CACHE: `${CACHE}/compiled`, ...process.env, NODE_OPTIONS: '' },
    maxBuffer: 1024 ** 3,
  })
  const said = figuresIn(stdout)
  return {
    name: posix.basename(file, '.ts'),
    isRight: status === 0 && said !== undefined,
    seconds: Math.round((Date.now() - began) / 1000),
    said: said ?? { more: `ended with ${status} and without figures` },
  }
}

const figuresIn = (out: string): Ran['said'] | undefined => {
  try {
    const last = out.split('\n').findLast((line) => line.startsWith('{'))
    const figures = JSON.parse(last ?? '') as Ran['said']
    return 'lost' in figures || 'notRun' in figures ? figures : undefined
  } catch {
    return undefined
  }
}

const lineOf = ({ name, isRight, seconds, said }: Ran): string =>
  [
    name.padEnd(12),
    (said.tried ?? '').padEnd(28),
    String(said.lost ?? '').padStart(6),
    `${seconds} s`.padStart(9),
    `  ${isRight ? '' : 'FAILED '}${said.notRun ? `not run here: ${said.notRun}` : (said.more ?? '')}`,
  ].join('')

if (import.meta.main) {
  const ran = TRIALS.map((file) => {
    console.log(`# ${file} long`)
    return tryOut(file, ['long'])
  })
  console.log(
    `\n${'trial'.padEnd(12)}${'how many'.padEnd(28)}${'lost'.padStart(6)}${'time'.padStart(9)}`,
  )
  for (const each of ran) console.log(lineOf(each))
  process.exitCode = ran.every((each) => each.isRight) ? 0 : 1
}
