import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { partnershipOf } from '../../src/sample/partnership.ts'
import { openStore } from '../../src/store/store.ts'
import { openDisk } from './power/disk.ts'
import { lackingIn, type Acknowledged } from './power/look.ts'
import { record, type Step } from './power/recorded.ts'
import { notRunHere, report, times } from './report.ts'

// R22: power fails. What a program asks of the disk is recorded, and played again up to a moment:
// what was synced is there, and of the rest what a disk happened to have kept, in sectors. Whatever
// the program had acknowledged by then has to be in the record that our own store opens. With
// `synchronous=NORMAL`, which the driver would have by itself, something has to be missing: else
// this looks at nothing.

const STATES = times({ short: 60, long: 500 })
const ROUNDS = times({ short: 12, long: 60 })

if (spawnSync('strace', ['-V']).status !== 0) notRunHere('there is no strace')

const room = mkdtempSync(join(tmpdir(), 'round-table-power-'))
process.on('exit', () => rmSync(room, { recursive: true, force: true }))
const begun = join(room, 'begun')
const store = openStore(begun)
partnershipOf(store)
store.close()

interface Found {
  states: number
  withLoss: number
  lines: string[]
}

/** How a disk is left: with nothing of what waited, all of it, or any part. */
const WAYS = [
  () => false,
  () => true,
  () => Math.random() < 0.5,
  () => Math.random() < 0.9,
] as const

/** As many moments as are tried, from the first to the last step. */
const played = (steps: readonly Step[], states: number): Found => {
  const moments = new Set(
    Array.from({ length: states * 2 }, () => Math.floor(Math.random() * steps.length)),
  )
  const tried = [...moments].slice(0, states)
  const found: Found = { states: tried.length, withLoss: 0, lines: [] }
  const disk = openDisk(begun)
  const said: Acknowledged[] = []
  for (const [i, step] of steps.entries()) {
    disk.take(step)
    if (step.do === 'say') said.push(step.said)
    if (!moments.has(i) || !tried.includes(i)) continue
    const folder = join(room, 'found')
    disk.failInto(folder, WAYS[i % WAYS.length]!)
    const lacking = lackingIn(folder, said)
    rmSync(folder, { recursive: true, force: true })
    if (lacking.length === 0) continue
    found.withLoss += 1
    found.lines.push(
      `after step ${i}, ${said.length} acknowledged: ${lacking.slice(0, 5).join(', ')}`,
    )
  }
  return found
}

const tryWith = (synchronous: 'FULL' | 'NORMAL', states: number): Found & { steps: number } => {
  const folder = join(room, synchronous)
  cpSync(begun, folder, { recursive: true })
  const steps = record(folder, join(room, 'log'), [synchronous, String(ROUNDS)])
  if (!steps.some((step) => step.do === 'say')) notRunHere('strace may not watch a program here')
  return { steps: steps.length, ...played(steps, states) }
}

const full = tryWith('FULL', STATES)
const control = tryWith('NORMAL', Math.ceil(STATES / 2))
for (const line of full.lines) process.stderr.write(`LOST ${line}\n`)
if (control.withLoss === 0)
  process.stderr.write('the control lost nothing: this looks at nothing\n')
report({
  tried: `${full.states} states of ${full.steps} steps`,
  lost: full.withLoss + (control.withLoss === 0 ? 1 : 0),
  more: `the control with synchronous=NORMAL lost something in ${control.withLoss} of ${control.states}`,
})
