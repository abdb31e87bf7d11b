import { sameWords } from '../../same-words.ts'
import { ROLES, type Role } from '../person.ts'

/** A line that was pasted, with its number as one counts them. */
export interface PastedLine {
  number: number
  typed: string
}
export interface PastedOrganisation extends PastedLine {
  name: string
  publicName: string
}
/** A seat, a person, or both, as they stand in one line. */
export interface PastedSeat extends PastedLine {
  /** As it was written; nothing where neither the line nor one above it says it. */
  organisation: string | null
  seat: string
  name: string
  /** As it was written, to be checked as an address. */
  email: string
  role: Role | null
  approves: boolean
}
export const MOST_LINES = 200

/** “Metropolitan Police Service; the police”: one organisation a line. */
export const readOrganisations = (text: string): PastedOrganisation[] =>
  linesOf(text).map((line) => {
    const [name = '', publicName = ''] = cellsOf(line.typed)
    return { ...line, name, publicName: publicName || name }
  })

/**
 * “Ward sergeant, Church Street; sergeant@met.example; member”: one seat a line, with whoever sits
 * there. A line that is an organisation's name, or ends in a colon, says whose the next ones are.
 */
export const readSeats = (text: string, organisations: string[]): PastedSeat[] => {
  let under: string | null = null
  let isNameFirst = false
  return linesOf(text).flatMap((line): PastedSeat[] => {
    const heads = headsIn(line.typed)
    if (heads) {
      ;({ isNameFirst } = heads)
      return []
    }
    const heading = headingOf(line.typed, organisations)
    if (heading !== null) {
      under = heading
      return []
    }
    const read = seatIn(line, organisations, under)
    const isTurned = isNameFirst && read.name !== '' && read.name !== read.seat
    return [isTurned ? { ...read, seat: read.name, name: read.seat } : read]
  })
}

/** The row above a sheet: it says whether the name stands before the post. */
const headsIn = (typed: string): { isNameFirst: boolean } | null => {
  const cells = cellsOf(typed).map((cell) => cell.toLowerCase())
  if (cells.length < 2 || !cells.every((cell) => HEADS.test(cell))) return null
  const name = cells.findIndex((cell) => cell.endsWith('name'))
  const post = cells.findIndex((cell) => POST.test(cell))
  return { isNameFirst: name >= 0 && name < post }
}
const POST = /^(?:post|seat|position|job(?: title)?|title)$/
const HEADS =
  /^(?:(?:full )?name|post|seat|position|job(?: title)?|title|e-?mail(?: address)?|organi[sz]ation|role)$/

const linesOf = (text: string): PastedLine[] =>
  text
    .split('\n')
    .map((typed, i) => ({ number: i + 1, typed: typed.trim() }))
    .filter(({ typed }) => typed !== '')

/** Cells of a sheet, of a line with semicolons, or else with commas. */
const cellsOf = (typed: string): string[] =>
  typed
    .split(
      typed.includes('\t')
        ? '\t'
        : typed.includes(';')
          ? ';'
          : /,\s*(?=[^,@]{0,200}@)|(?<=@[^,@]{0,200}),/,
    )
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .filter(Boolean)

const headingOf = (typed: string, organisations: string[]): string | null => {
  if (typed.includes('@')) return null
  const plain = typed.replace(/(?<!\s)\s*:\s*$/, '')
  return typed !== plain || organisations.some((each) => sameWords(each, plain)) ? plain : null
}

const seatIn = (line: PastedLine, organisations: string[], under: string | null): PastedSeat => {
  const cells = cellsOf(line.typed)
  const email = cells.find((cell) => cell.includes('@')) ?? ''
  const said = cells.map(roleIn).find((each) => each !== null) ?? null
  const ours = cells.find((cell) => organisations.some((each) => sameWords(each, cell)))
  const [seat = '', name = ''] = cells.filter(
    (cell) => cell !== email && cell !== ours && roleIn(cell) === null,
  )
  return {
    ...line,
    organisation: ours ?? under,
    seat,
    name: email === '' ? name : name || seat,
    email,
    role: said?.role ?? null,
    approves: said?.approves ?? false,
  }
}

const roleIn = (cell: string): { role: Role; approves: boolean } | null => {
  const [first, ...others] = cell.toLowerCase().split(/(?<!\s)\s*(?:,|\+|&|\band\b)\s*/)
  const role = ROLES.find((each) => each === first)
  const approves = others.includes('approver') || others.includes('approves')
  return role && (others.length === 0 || approves) ? { role, approves } : null
}
