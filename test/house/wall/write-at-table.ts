import { planMark } from '../../../src/domain/round-tables/planning/plan.ts'
import { attendanceMark } from '../../../src/domain/round-tables/attendance/fields.ts'
import type { RoundTable } from '../../../src/domain/round-tables/round-table.ts'
import { PEOPLE, type House } from '../../support/house.ts'
import type { Writing } from './write-privately.ts'

export async function linesOfTheTable(
  house: House,
  open: RoundTable | undefined,
  { does, coordinator, sergeant }: Pick<Writing, 'does' | 'coordinator' | 'sergeant'>,
) {
  // What is typed at a table, and all that hangs on its minutes.
  const table1 = `/desk/round-tables/${open!.slug}`
  const typed = { key: 'zqmarker-verb-key', last: '', seen: '0', step: 'save' }
  await does(coordinator, `${table1}/lines`, {
    ...typed,
    text: 'c zqmarker-verb-line of a family !private\nn zqmarker-verb-hanging\nd- zqmarker-verb-decision\nzqmarker-verb-unread\na- zqmarker-verb-mistake',
  })
  const [note] = house.store.notes.ofTable(open!.id).slice(-2)
  await does(coordinator, `${table1}/notes/${note!.id}/changes`, {
    text: 'zqmarker-verb-noted',
    basedOn: note!.changeId ?? 0,
  })
  await does(
    coordinator,
    `${table1}/actions/${house.store.actions.listUnfiltered().at(-1)!.id}/taking-out`,
    {},
  )
  await does(coordinator, `${table1}/reading`, {
    ...typed,
    key: 'zqmarker-verb-other',
    text: 'c zqmarker-verb-typing',
  })
  const seat = house.store.organisations.seats()[0]!
  await does(coordinator, `${table1}/attendance`, {
    basedOn: attendanceMark(house.store.roundTables.find(open!.slug)!),
    [`seat-${seat.id}`]: 'sent-someone',
    [`sent-seat-${seat.id}`]: 'zqmarker-verb-sent',
    [`guests-${seat.organisationId}`]: 'zqmarker-verb-guest',
    others: '2 zqmarker-verb-others',
  })
  await does(coordinator, `${table1}/agenda`, { key: 'residents', move: 'down', minutes: '20' })
  await does(sergeant, `${table1}/topics`, { text: 'zqmarker-verb-topic' })
  const topic = house.store.agendas.topics(open!.id)[0]!
  await does(coordinator, `${table1}/outcomes`, {
    of: 'topic',
    id: topic.id,
    outcome: 'dropped',
    reason: 'zqmarker-verb-dropped',
  })
  await does(sergeant, `${table1}/topics/${topic.id}/ending`, {})
  await does(coordinator, `${table1}/agenda/slots`, {
    key: 'other',
    title: 'zqmarker-verb-slot',
    leads: 'zqmarker-verb-leads',
  })
  await does(coordinator, `${table1}/agenda/standing-order`, {})
  await does(coordinator, `${table1}/turns`, { key: 'other' })
  return table1
}

/** A table ahead: a series, a plan that is changed, who is asked and what they answer. */
export async function tableAhead(
  house: House,
  { does, coordinator, sergeant }: Pick<Writing, 'does' | 'coordinator' | 'sergeant'>,
) {
  await does(coordinator, '/desk/series', {
    everyMonths: 3,
    week: 2,
    weekday: 4,
    first: 'July 2023',
    startsAt: '10.15',
    place: 'zqmarker-verb-series',
    expectedIds: [1],
    count: 2,
  })
  const series = house.store.series.list().at(-1)!
  const planned = house.store.roundTables.find('2022-q2')!
  const ahead = `/desk/round-tables/${planned.slug}`
  const person = house.person(PEOPLE.sergeant).id
  await does(coordinator, `${ahead}/invitations`, { personIds: [person] })
  await does(sergeant, `${ahead}/invitations/${person}/answer`, {
    answer: 'sending',
    standIn: 'zqmarker-verb-stand-in',
  })
  await does(sergeant, `${ahead}/invitations/${person}/answer/withdrawal`, {})
  await does(coordinator, `${ahead}/readers`, {
    role: 'zqmarker-verb-guest-role',
    email: 'zqmarker-verb-guest@school.example',
    depth: 'public',
  })
  const guest = house.store.letters.readers(planned.id)[0]!
  await does(coordinator, `${ahead}/invitations`, { readerIds: [guest.id] })
  const by = { personId: null, at: house.clock.at() }
  const letterId = house.store.guests.asked(planned.id)[0]!.id
  house.store.guests.makeLink({ letterId, readerId: guest.id }, by.at)
  house.store.guests.record(guest, { answer: 'sending', standIn: 'zqmarker-verb-guest-in' }, by)
  await does(coordinator, `${ahead}/plan`, {
    heldOn: '2022-04-28',
    startsAt: '10.30',
    place: 'zqmarker-verb-place',
    expectedIds: planned.expectedIds,
    basedOn: planMark(planned),
    reason: 'zqmarker-verb-moved',
  })
  await does(coordinator, `${ahead}/cancelling`, { reason: 'zqmarker-verb-off' })
  await does(coordinator, '/desk/round-tables/2023-q4/withdrawal', {})
  await does(coordinator, `/desk/series/${series.id}/ending`, {})
}

export async function lettersOfTheTable({
  house,
  open,
  table1,
  does,
  coordinator,
}: { house: House; open: RoundTable | undefined; table1: string } & Pick<
  Writing,
  'does' | 'coordinator'
>) {
  await does(coordinator, `${table1}/readers`, {
    role: 'zqmarker-verb-role',
    email: 'zqmarker-verb-reader@school.example',
    depth: 'public',
  })
  const reader = house.store.letters.readers(open!.id)[0]!
  await does(coordinator, '/desk/sessions', { heldOn: '3/1/2022', name: 'zqmarker-verb-session' })
  await does(coordinator, `/desk/sessions/${house.store.unrecordedSessions.list()[0]!.id}/count`, {
    headCount: '9',
    shared: 'zqmarker-verb-shared',
    agreed: 'yes',
  })
  const first = house.store.concerns
    .listUnfiltered()
    .findLast((each) => each.depth === 'table' && each.mergedIntoId === null)!
  await does(coordinator, `${table1}/priorities`, {
    concernId: first.id,
    choice: 'keep',
    into: '',
    reason: 'zqmarker-verb-first',
  })

  await does(coordinator, `/desk/round-tables/${open!.slug}/finishing`, {})
  await does(coordinator, `${table1}/letters`, { personIds: [], readerIds: [reader.id] })
  await new Promise((done) => {
    setTimeout(done, 200)
  })
  house.store.letters.failed(
    house.store.letters.ofTable(open!.id)[0]!.id,
    1,
    'zqmarker-verb-fault',
    house.clock.at(),
  )
  await does(coordinator, `${table1}/readers/${reader.id}/ending`, {})
}
