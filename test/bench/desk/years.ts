import { approve, publish } from '../../../src/domain/publishing/approval.ts'
import { raise } from '../../../src/domain/concerns/concern.ts'
import { addDays, type Day } from '../../../src/domain/day.ts'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import type { EntryWords } from '../../../src/domain/publishing/kinds/entry.ts'
import { must } from '../../../src/sample/must.ts'
import type { Store } from '../../../src/store/store.ts'
import { fillBetween } from './between.ts'

export const YEARS = 20
/** A usual partnership meets four times a year. */
export const TABLES = YEARS * 4

const CONCERNS = 13
const ACTIONS = 63
const UPDATES = 10
/** As many of the last tables have actions that are still open, and so many of each. */
const OPEN_TABLES = 8
const OPEN = 10
/** Its entries are told when the table after it has met. */
const LAST_DAY = '2022-01-12'

/** Tables in one transaction: each that is over has the board read anew. */
const AT_ONCE = 50

type By = { personId: number; at: string }

/**
 * Twenty years of a partnership that meets as often as is asked: what was raised, agreed, reported,
 * closed and told at each table, by the verbs of the record, many tables in a transaction. The
 * sample is there already. What is open is what a usual partnership has open, however much there is.
 */
export const fillWithYears = (store: Store, tables = TABLES): void => {
  const coordinator = store.people.findByEmail('coordinator@mosaic.example')!.id
  const manager = store.people.findByEmail('manager@mosaic.example')!.id
  const organisations = store.organisations.list().slice(0, 3)
  const step = (YEARS * 365) / tables
  let before: number | null = null
  const meet = (i: number): void => {
    const day = addDays(LAST_DAY, -Math.round((tables - i) * step))
    const by = (hour: number): By => ({
      personId: coordinator,
      at: `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`,
    })
    const tableId = beginTable(store, day, organisations, by(10))
    const concernIds = raiseAt(store, tableId, day, by(11))
    const isOpen = i >= tables - OPEN_TABLES
    const actionIds = Array.from({ length: ACTIONS }, (_, n) => {
      const leadId = organisations[n % 3]!.id
      const concernId = concernIds[n % CONCERNS]!
      const stays = isOpen && n < OPEN
      const id = agreeAt(store, { n, day, leadId, tableId, concernId }, by(12))
      reportOn(store, id, { leadId, tableId, stays }, by)
      if (!stays) store.actions.recordClosing(id, tableId, by(16))
      return id
    })
    store.roundTables.recordFinish(tableId, by(17))
    if (before !== null) store.roundTables.recordAgreement(before, tableId, by(18))
    before = tableId
    for (const id of concernIds) tell(store, id, by(19), { personId: manager, at: by(19).at })
    fillBetween(store, { i, day, concernIds, actionIds, isLast: isOpen }, by(20))
  }
  for (let from = 0; from < tables; from += AT_ONCE)
    store.together(() => {
      for (let i = from; i < Math.min(tables, from + AT_ONCE); i += 1) meet(i)
    })
}

const beginTable = (store: Store, day: Day, organisations: { id: number }[], by: By): number => {
  const slug = store.roundTables.recordPlan(
    {
      heldOn: day,
      startsAt: '10.30',
      place: 'Church Street',
      expectedIds: organisations.map((each) => each.id),
    },
    by,
  )
  const { id } = store.roundTables.find(slug)!
  store.roundTables.recordOpening(id, by)
  return id
}

const raiseAt = (store: Store, roundTableId: number, day: Day, by: By): number[] =>
  Array.from({ length: CONCERNS }, (_, i) =>
    store.concerns.record(
      must(
        raise(
          {
            text: `Concern ${i} of ${day}: the lights are out on the way home, and nobody says when they come back`,
            raisedOn: day,
            originKind: 'round-table',
            originNote: null,
            themeId: null,
            areaId: null,
            depth: 'table',
            ground: null,
            list: [],
          },
          day,
        ),
      ),
      { roundTableId, splitFromId: null },
      by,
    ),
  )

const agreeAt = (
  store: Store,
  of: { n: number; day: Day; leadId: number; tableId: number; concernId: number },
  by: By,
): number =>
  store.actions.record(
    {
      text: `Action ${of.n} of ${of.day}: walk the route with residents and say what can be done`,
      kind: 'one-off',
      leadId: of.leadId,
      seatId: null,
      helperIds: [],
      by: of.day.slice(0, 7),
      proposed: false,
      first: { status: 'not-started', text: '' },
    },
    {
      roundTableId: of.tableId,
      concernIds: [of.concernId],
      depth: 'table',
      ground: null,
      list: [],
    },
    by,
  )

/** Its steps, and what its lead says until it is done. */
const reportOn = (
  store: Store,
  id: number,
  { leadId, tableId, stays }: { leadId: number; tableId: number; stays: boolean },
  by: (hour: number) => By,
): void => {
  store.actions.recordSteps(id, { ticks: [], added: ['Ask', 'Walk it'], out: null }, by(12))
  for (let said = 0; said < UPDATES; said += 1) {
    store.actions.recordUpdate(
      id,
      {
        status: said === UPDATES - 1 && !stays ? 'done' : 'under-way',
        text: `Update ${said} on action ${id}: the lamps were counted, and the list went to the depot`,
        waitingFor: null,
        on: null,
      },
      { organisationId: leadId, seatId: null, roundTableId: tableId },
      by(13),
    )
    // Who looks at what is a line of the journal as well.
    if (said < 6) store.journal.recordLook(by(13), 'action', id)
  }
}

/** The entry of a concern, from its first words to the board. */
const tell = (store: Store, concernId: number, by: By, approver: By): void => {
  const subject = { kind: 'entry' as const, concernId }
  const begun = store.sources.begin(subject, by.at.slice(0, 10))!
  const words = begun.words as EntryWords
  const id = store.publications.record(
    subject,
    {
      ...words,
      said: `Residents said that the lights are out on the way home (${concernId})`,
      did: 'The council walked the route and mended the lights.',
      actions: words.actions.map((each) => ({ ...each, words: 'The route was walked' })),
    },
    begun.coversIds,
    by,
  )
  const written = store.publications.find(id)!
  const { id: draftId } = draftOf(written)!
  store.publications.recordApproval(id, must(approve(written, draftId, [])).id, false, approver)
  const approved = store.publications.find(id)!
  const draft = must(publish(approved, [], by.at.slice(0, 10)))
  store.publications.recordPublication(approved, draft, by)
}
