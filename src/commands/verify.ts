import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { sayWhen } from '../domain/day.ts'
import { readSeal, shortSeal } from '../domain/sealing/seal.ts'
import { CannotStart } from '../store/cannot-start.ts'
import { databaseFile } from '../store/folder.ts'
import { checkRecord } from '../store/sealing/check.ts'
import type { Fault } from '../store/sealing/links.ts'
import type { Stands } from '../store/sealing/stands.ts'
import { command } from './command.ts'

const HOW = 'npm run verify, npm run verify -- SEAL, or npm run verify -- BACKUP SEAL'

// Safe beside a running server: it reads one moment of the record and writes nothing.
command((first, { dataDir }, second) => {
  const { file, seal } = read(first, second, dataDir)
  if (!existsSync(file))
    throw new CannotStart(`There is no record at ${file}. Check DATA_DIR, or the name of the file.`)
  const { rows, takenOut, head, faults, stands } = checkRecord(file, seal)
  if (faults.length > 0) throw new CannotStart(sayFaults(faults, rows))
  return [
    `Sound. All ${said(rows)} rows of the journal and of what was published are as they were written.`,
    ...(takenOut > 0 ? [sayTakenOut(takenOut)] : []),
    ...(head ? [`The seal of the record now: ${shortSeal(head)}`, `In full: ${head}`] : []),
    seal === null ? ALONE : sayWhere(stands),
  ]
})

/** Words may go for good reasons; that they went, and by whose hand, is not hidden. */
const sayTakenOut = (times: number): string =>
  `Words or files were taken out ${said(times)} ${times === 1 ? 'time' : 'times'}, and the journal says by whom: see its lines “withdrew”, “forgot the words of”, “took a file off” and “published”.`

const said = (number: number): string => number.toLocaleString('en-GB')

/** A file is one that is there, or is called like one; all else is a seal. */
const read = (first: string | undefined, second: string | undefined, dataDir: string) => {
  const isFile = first !== undefined && (existsSync(first) || /[/\\]|\.db$/.test(first))
  const typed = isFile ? second : first
  if (!isFile && second !== undefined) throw new CannotStart(`Say what to check: ${HOW}`)
  const seal = typed === undefined ? null : readSeal(typed)
  if (seal === undefined)
    throw new CannotStart(
      `“${typed}” is no seal. One looks like 4F2A-91C0-77DE-03B5-A1C2. What can be checked: ${HOW}`,
    )
  return { file: isFile ? resolve(first) : databaseFile(dataDir), seal }
}

const ALONE =
  'Somebody who runs the server could cut off the end of the record, or write all of it anew with a new chain. ' +
  'This check cannot see that. A seal that somebody else kept can: npm run verify -- SEAL'

const sayWhere = (stands: Stands | undefined): string => {
  if (!stands)
    throw new CannotStart(
      'That seal is not in this record. Read it again, each letter. If it is right, the record was put back to an ' +
        'older copy, or what was written up to that seal is not what stands here now.',
    )
  const { link, on, since } = stands
  return (
    `That seal is in this record: at link ${said(link)}${on ? `, of ${sayWhen(on)}` : ''}. ` +
    `No row before it was rewritten. ${said(since)} ${since === 1 ? 'link' : 'links'} came after it.`
  )
}

const sayFaults = (faults: Fault[], rows: number): string => {
  const [first] = faults as [Fault, ...Fault[]]
  const more = faults.length - 1
  return [
    `Not sound. ${SAID[first.is](first)}`,
    ...(more > 0 ? [`${said(more)} more do not fit, of ${said(rows)} rows.`] : []),
    'Keep this file as it is, and compare it with a backup: npm run verify -- BACKUP',
  ].join('\n')
}

/** Table and number, and no word of what stands there. */
const SAID: Record<Fault['is'], (fault: Fault) => string> = {
  changed: ({ table, row }) => `Row ${row} of ${table} is not as it was written.`,
  missing: ({ table, row }) => `Row ${row} of ${table} was written and is not there.`,
  unknown: ({ table, row }) => `Row ${row} of ${table} was written past the program.`,
  broken: ({ table, row, link }) =>
    `The chain is broken at link ${link}, for row ${row} of ${table}.`,
  unexplained: ({ table, row }) =>
    `What stood in row ${row} of ${table} was taken out, and no line of the journal says by whom.`,
  remembered: ({ table, row }) =>
    `The words of row ${row} of ${table} were to be forgotten, and what tells of them still stands in the chain.`,
  cut: ({ row }) => `The end of the chain was cut off after link ${row}.`,
  seal: ({ row }) => `Seal ${row}, as it is shown in public, is not the chain's own.`,
}
