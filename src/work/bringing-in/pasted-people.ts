import {
  MOST_LINES,
  readOrganisations,
  readSeats,
  type PastedLine,
  type PastedOrganisation,
  type PastedSeat,
} from '../../domain/people/pasting/read-pasted.ts'
import type { Day } from '../../domain/day.ts'
import { isHeldOn, type Organisation, type Seat } from '../../domain/people/seat.ts'
import { folded } from '../../domain/folded.ts'
import { sameWords } from '../../domain/same-words.ts'
import { codeOf } from '../../domain/short-code.ts'
import type { Person } from '../../store/people/people.ts'
import type { Store } from '../../store/store.ts'
import type { By } from '../../store/journal.ts'

/** What a line becomes, or why it cannot be read. */
export type Becoming = 'new' | 'here' | null
export interface PlannedOrganisation extends PastedOrganisation {
  is: Becoming
  why: string | null
}
export interface PlannedSeat extends PastedSeat {
  /** What the organisation is called here. */
  at: string
  seatIs: Becoming
  personIs: Becoming
  why: string | null
}
/** Lists as they were pasted, and what each line of them becomes. */
export interface PeoplePlan {
  organisations: PlannedOrganisation[]
  seats: PlannedSeat[]
}

/**
 * Reads pasted lists against what is here: what is here already is said and not doubled, and what
 * cannot be read is said beside its line. Nothing is written.
 * @param addressIn an address as it is kept, or nothing where it is none.
 */
export const planPeople = (
  store: Store,
  typed: { organisations: string; people: string },
  addressIn: (typed: string) => string | null,
): PeoplePlan => {
  const here = store.organisations.list().filter((each) => each.endedOn === null)
  const organisations = readOrganisations(typed.organisations).map(planOrganisation(store, here))
  const names = [...here, ...organisations.filter((each) => each.is === 'new')]
  const known = names.flatMap((each) => [each.name, each.publicName])
  const seats = readSeats(typed.people, known).reduce<PlannedSeat[]>(
    (before, line) => [...before, planSeat({ store, here, names, addressIn }, before, line)],
    [],
  )
  return { organisations, seats }
}

/** Lines that could not be read: nothing of them is saved. */
export const unread = ({ organisations, seats }: PeoplePlan): (PastedLine & { why: string })[] =>
  [...organisations, ...seats].flatMap((each) =>
    each.why === null ? [] : { ...each, why: each.why },
  )

/** How much is new. */
export const newIn = ({ organisations, seats }: PeoplePlan) => ({
  organisations: organisations.filter((each) => each.is === 'new').length,
  seats: seats.filter((each) => each.seatIs === 'new').length,
  people: seats.filter((each) => each.personIs === 'new').length,
})

const planOrganisation =
  (store: Store, here: Organisation[]) =>
  (line: PastedOrganisation, i: number, all: PastedOrganisation[]): PlannedOrganisation => {
    const isSame = (each: { name: string; publicName: string }): boolean =>
      sameWords(each.name, line.name) || sameWords(each.publicName, line.publicName)
    const code = codeOf(line.publicName)
    const isTaken = store.organisations.list().some((each) => each.code === code)
    const why =
      i >= MOST_LINES
        ? TOO_MANY
        : line.typed.includes('@')
          ? 'An address stands in this line. People go in the list below'
          : line.name.length > 120 || line.publicName.length > 120
            ? 'This name is too long. 120 letters at most'
            : null
    if (why) return { ...line, is: null, why }
    const is = here.some(isSame) || all.slice(0, i).some(isSame) || isTaken ? 'here' : 'new'
    return { ...line, is, why: null }
  }

const TOO_MANY = `${MOST_LINES} lines at most. Bring in the first part, then the next`

interface Around {
  store: Store
  here: Organisation[]
  names: { name: string; publicName: string }[]
  addressIn: (typed: string) => string | null
}

const planSeat = (around: Around, before: PlannedSeat[], line: PastedSeat): PlannedSeat => {
  const { store, here, names, addressIn } = around
  const found = organisationCalled(names, line.organisation ?? '')
  const email = line.email === '' ? '' : addressIn(line.email)
  const person = email ? store.people.findByEmail(email) : undefined
  const why = whyUnread({ line, found, email, person, here, before })
  const at = found?.name ?? line.organisation ?? ''
  const planned = { ...line, at, email: email ?? line.email }
  if (why !== null) return { ...planned, seatIs: null, personIs: null, why }
  const isSeatHere =
    seatAt(store, at, line.seat) !== undefined ||
    before.some((each) => each.why === null && each.at === at && sameWords(each.seat, line.seat))
  const isPersonHere = person !== undefined || before.some((each) => each.email === email)
  return {
    ...planned,
    name: person?.name ?? line.name,
    seatIs: line.seat === '' ? null : isSeatHere ? 'here' : 'new',
    personIs: email === '' ? null : isPersonHere ? 'here' : 'new',
    why: null,
  }
}

const whyUnread = ({
  line,
  found,
  email,
  person,
  here,
  before,
}: {
  line: PastedSeat
  found: { name: string } | undefined
  email: string | null
  person: Person | undefined
  here: Organisation[]
  before: PlannedSeat[]
}): string | null => {
  if (before.length >= MOST_LINES) return TOO_MANY
  if (line.organisation === null)
    return 'Say whose seat this is: the name of the organisation on a line above, with a colon'
  if (!found)
    return `No organisation is called “${line.organisation}”. Put it in the first list, or write it as it is there`
  if (email === null) return `“${line.email}” is no full email address`
  if (line.seat === '' && line.email === '')
    return 'Write the post, like “Ward sergeant, Church Street”'
  if (line.email !== '' && line.name === '') return 'Write the post or the name of this person'
  if (line.seat.length > 120 || line.name.length > 120)
    return 'This is too long. 120 letters at most'
  const theirs = person && here.find((each) => each.id === person.organisationId)
  const other = before.find(
    (each) => email !== '' && each.email === email && each.at !== found.name,
  )
  return (theirs && theirs.name !== found.name) || other
    ? `${person?.name ?? other!.name} has this address already, at ${theirs?.name ?? other!.at}`
    : null
}

/** By its name, by what residents are told, or by the beginning of one name alone. */
const organisationCalled = <T extends { name: string; publicName: string }>(
  names: T[],
  called: string,
): T | undefined => {
  const found = names.find((each) => isCalled(each, called))
  if (found || called === '') return found
  const begun = names.filter((each) => folded(each.name).startsWith(`${folded(called)} `))
  return begun.length === 1 ? begun[0] : undefined
}

const isCalled = (each: { name: string; publicName: string }, called: string): boolean =>
  sameWords(each.name, called) || sameWords(each.publicName, called)

const seatAt = (
  { organisations }: Store,
  organisation: string,
  title: string,
): Seat | undefined => {
  const found = organisations
    .list()
    .find((each) => each.endedOn === null && each.name === organisation)
  return organisations
    .seats()
    .find(
      (each) =>
        each.endedOn === null && each.organisationId === found?.id && sameWords(each.title, title),
    )
}

/** Writes what is new, in the order that it needs: organisations, seats, people, and who sits where. */
export const recordPeople = (
  store: Store,
  plan: PeoplePlan,
  { expected, today }: { expected: boolean; today: Day },
  by: By,
): void => {
  for (const { name, publicName, is } of plan.organisations)
    if (is === 'new')
      store.organisations.record(
        { code: codeFor(store, publicName), name, publicName, expected },
        by,
      )
  for (const line of plan.seats.filter((each) => each.why === null))
    recordLine(store, line, today, by)
}

/** A name of which no letter is left, in another script, is counted instead. */
const codeFor = ({ organisations }: Store, publicName: string): string => {
  const code = codeOf(publicName)
  return code === 'organisation' ? `organisation-${organisations.list().length + 1}` : code
}

const recordLine = (store: Store, line: PlannedSeat, today: Day, by: By): void => {
  const { organisations, people, invitations } = store
  const organisation = organisations
    .list()
    .find((each) => each.endedOn === null && each.name === line.at)!
  const seatId =
    line.seat === ''
      ? null
      : (seatAt(store, line.at, line.seat)?.id ??
        organisations.recordSeat(organisation.id, line.seat, by))
  if (line.email === '') return
  const known = people.findByEmail(line.email)
  const personId =
    known?.id ??
    people.record(
      {
        name: line.name,
        email: line.email,
        role: line.role ?? 'member',
        approves: line.approves,
        organisationId: organisation.id,
      },
      by,
    )
  if (!known) invitations.record(personId, null, by)
  if (seatId === null) return
  const holders = organisations.findSeat(seatId)!.holders
  if (!holders.some((held) => held.personId === personId && isHeldOn(held, today)))
    organisations.recordHolding(seatId, personId, today, by)
}
