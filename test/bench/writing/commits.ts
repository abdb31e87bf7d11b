import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { appOver } from '../desk/app.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { SETTINGS } from '../../../src/store/database.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { openStore } from '../../../src/store/store.ts'
import { putKey, sampleFile } from '../../support/sample-file.ts'
import { sendUpdate, type Desk } from './forms.ts'
import { line, machine, median } from './machine.ts'

// What an update costs beside the machine's own commit of the very rows that it writes, its line in
// the journal and its link in the chain among them: by the verb of the store, and as a form over
// HTTP, by turns, each on a file of its own in the same folder, with the same settings.
const ROUNDS = 9
const UPDATES = 60
const WANTED = 1.3

type Row = Record<string, unknown>
/** The rows that one update added, by their table. */
type Added = [table: string, row: Row][]

const place = mkdtempSync(join(tmpdir(), 'round-table-bench-'))
const record = (name: string): string => {
  const folder = join(place, name)
  mkdirSync(folder, { mode: 0o700 })
  copyFileSync(sampleFile(), databaseFile(folder))
  putKey(folder)
  return folder
}

/** Reads what was added to a record since it was asked last, table by table. */
const addedTo = (file: string): (() => Added) => {
  const client = new Database(file, { readonly: true })
  const tables = (
    client
      .prepare(
        "select name from sqlite_schema where type = 'table' and sql not like '%without rowid%'",
      )
      .pluck()
      .all() as string[]
  ).filter((name) => !name.startsWith('sqlite_'))
  const readers = tables.map((name) => ({
    name,
    last: client.prepare(`select coalesce(max(rowid), 0) from "${name}"`).pluck(),
    since: client.prepare(`select * from "${name}" where rowid > ?`),
  }))
  const marks = new Map(readers.map(({ name, last }) => [name, last.get()]))
  return () =>
    readers.flatMap(({ name, last, since }) => {
      const rows = since.all(marks.get(name)) as Row[]
      marks.set(name, last.get())
      return rows.map((row): [string, Row] => [name, row])
    })
}

/** A connection of the same settings and nothing else, that puts rows in as they are. */
const bareCommit = (file: string): ((rows: Added) => void) => {
  const client = new Database(file)
  for (const [name, value] of Object.entries(SETTINGS)) client.pragma(`${name} = ${value}`)
  const statements = new Map<string, Database.Statement>()
  const insert = (table: string, row: Row): void => {
    const names = Object.keys(row)
    const made =
      statements.get(table) ??
      client.prepare(
        `insert into "${table}" (${names.map((each) => `"${each}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
      )
    statements.set(table, made)
    made.run(...Object.values(row))
  }
  const all = client.transaction((rows: Added) => {
    for (const [table, row] of rows) insert(table, row)
  })
  return (rows) => all.immediate(rows)
}

const byVerb = record('verb')
const byForm = record('form')
const bare = bareCommit(databaseFile(record('bare')))
const store = openStore(byVerb)
const other = openStore(byForm)
const app = await appOver(other, byForm)
const organisationId = store.organisations.list()[0]!.id
const { id: personId } = store.people.findByEmail('coordinator@mosaic.example')!
const desk: Desk = {
  url: await app.listen({ host: '127.0.0.1', port: 0 }),
  session: other.signIn.startSession(personId, true, SAMPLE_NOW),
  actionIds: [...other.glances.actions()].filter((each) => each.isOpen).map((each) => each.id),
}
const added = addedTo(databaseFile(byVerb))

let said = 0
const verb = (): void => {
  const id = desk.actionIds[(said += 1) % desk.actionIds.length]!
  store.actions.recordUpdate(
    id,
    {
      status: 'under-way',
      text: `Said for the ${said}. time, in about as many words as somebody types on a phone`,
      waitingFor: null,
      on: null,
    },
    { organisationId, seatId: null, roundTableId: null },
    { personId, at: SAMPLE_NOW },
  )
}

/** Milliseconds. */
const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
interface Costs {
  bare: number
  verb: number
  form: number
}
/** One of each after the other: whatever else the machine does meets all three. */
const measure = async (): Promise<Costs> => {
  const all: Costs[] = []
  for (let i = 0; i < UPDATES; i += 1) {
    const spent = await timed(verb)
    const rows = added()
    if (new Set(rows.map(([table]) => table)).size < 3) throw new Error('too few rows were found')
    all.push({
      verb: spent,
      bare: await timed(() => bare(rows)),
      form: await timed(() => sendUpdate(desk)),
    })
  }
  const middle = (name: keyof Costs): number => median(all.map((each) => each[name]))
  return { bare: middle('bare'), verb: middle('verb'), form: middle('form') }
}

line(machine())
verb()
const rows = added()
bare(rows)
line(
  `An update is ${rows.length} rows, ${JSON.stringify(rows.map(([, row]) => row)).length} letters of JSON: ${rows.map(([table]) => table).join(', ')}.`,
)
await measure()
const rounds: Costs[] = []
for (let round = 1; round <= ROUNDS; round += 1) {
  const one = await measure()
  rounds.push(one)
  line(
    `Round ${round}  bare ${one.bare.toFixed(2)} ms, by the verb ${one.verb.toFixed(2)} ms, as a form ${one.form.toFixed(2)} ms`,
  )
}
const ratio = (name: 'verb' | 'form'): number =>
  median(rounds.map((each) => each[name] / each.bare))
line(
  `Medians of ${ROUNDS} rounds of ${UPDATES}: the verb takes ${ratio('verb').toFixed(2)} times a bare commit of its rows${ratio('verb') > WANTED ? `, above the ${WANTED} wanted` : ''}; ` +
    `a form over HTTP, with both ends in this process, ${ratio('form').toFixed(2)} times.`,
)
await app.close()
for (const each of [store, other]) each.close()
rmSync(place, { recursive: true, force: true })
process.exit(0)
