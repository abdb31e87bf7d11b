import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Each page of the desk over twenty years of a partnership, and over those of one that met ten times
// as often. `node test/bench/desk.ts 8 80 800` makes the largest as well, which takes minutes. How much
// memory a server holds on a large record is measured with its start.
const [, , ...asked] = process.argv
const TABLES = asked.length > 0 ? asked : ['8', '80']
/** What a page may cost at the last beside the first. */
const WANTED = 1.5

interface Figures {
  actions: number
  firstDesk: number
  pages: Record<string, { ms: number; kb: number }>
  update: { middle: number; most: number }
}

const folder = mkdtempSync(join(tmpdir(), 'round-table-desk-'))
const run = (file: string, ...args: string[]): string =>
  execFileSync(process.execPath, [file, ...args], { encoding: 'utf8', maxBuffer: 1024 ** 2 })
const measured = TABLES.map((tables): Figures => {
  const place = join(folder, tables)
  process.stdout.write(`# ${run('test/bench/desk/fill.ts', '--tables', tables, place)}`)
  return JSON.parse(run('test/bench/desk/pages.ts', place)) as Figures
})
rmSync(folder, { recursive: true, force: true })

const [first, last] = [measured[0]!, measured.at(-1)!]
const line = (name: string, cells: string[]): void =>
  console.log(`${name.padEnd(24)}${cells.map((each) => each.padStart(16)).join('')}`)
line(
  'actions',
  measured.map((each) => each.actions.toLocaleString('en-GB')),
)
for (const name of Object.keys(first.pages)) {
  const ratio = last.pages[name]!.ms / first.pages[name]!.ms
  line(name, [
    ...measured.map((each) => {
      const { ms, kb } = each.pages[name]!
      return `${ms.toFixed(1)} ms ${kb.toFixed(0)} kB`
    }),
    `x ${ratio.toFixed(2)}${ratio > WANTED ? ' more than wanted' : ''}`,
  ])
}
line(
  'an update',
  measured.map(({ update }) => `${update.middle.toFixed(1)}, most ${update.most.toFixed(0)} ms`),
)
