import { isFinished, isOpen, type Status, termsOf } from '../../../../src/domain/actions/action.ts'
import { addDays, type Day } from '../../../../src/domain/day.ts'
import { must } from '../../../../src/sample/must.ts'
import type { Store } from '../../../../src/store/store.ts'
import type { Days } from './days.ts'
import { agree } from '../../../../src/domain/actions/agreement.ts'
import { close, reopen } from '../../../../src/domain/actions/closing.ts'
import { report } from '../../../../src/domain/actions/reporting.ts'

/** What people do on a day, or do not. */
export const happen = (days: Days, day: Day): void => {
  if (days.chance.is(0.2)) someoneReports(days)
  if (days.chance.is(0.08)) tableCloses(days)
  if (days.chance.is(0.02)) comesBack(days)
  if (days.chance.is(0.03)) seatChangesHands(days, day)
  if (days.chance.is(0.04)) somethingAgreed(days, day)
  if (days.chance.is(0.012)) tablePlanned(days, day)
}

const live = (store: Store) => store.actions.listUnfiltered().filter(isOpen)

const someoneReports = (days: Days): void => {
  const { store, chance, counts, by } = days
  const action = chance.pick(live(days.store).filter((each) => !isFinished(each)))
  const status = chance.pick<Status>(['under-way', 'waiting', 'done', 'could-not', 'under-way'])!
  const said =
    action && report(action, { status, text: 'Said', waitingFor: 'the council', on: null })
  if (action && said?.accepted) {
    counts.reports += 1
    store.actions.recordUpdate(
      action.id,
      said.value,
      {
        organisationId: termsOf(action).leadId,
        seatId: termsOf(action).seatId,
        roundTableId: null,
      },
      by(),
    )
  }
}

const tableCloses = (days: Days): void => {
  const { store, chance, counts, by } = days
  const action = chance.pick(live(days.store).filter((each) => close(each).accepted))
  if (action) {
    counts.closings += 1
    store.actions.recordClosing(action.id, null, by())
  }
}

const comesBack = (days: Days): void => {
  const { store, chance, by } = days
  const action = chance.pick(store.actions.listUnfiltered().filter((each) => !isOpen(each)))
  const opening = action && reopen(action, 'It came back')
  if (opening?.accepted)
    store.actions.recordReopening(action!.id, opening.value.id, 'It came back', by())
}

const seatChangesHands = (days: Days, day: Day): void => {
  const { store, chance, counts, by } = days
  const seat = chance.pick(
    store.organisations.seats().filter((each) => [2, 3].includes(each.organisationId)),
  )!
  for (const each of seat.holders.filter((one) => one.untilOn === null))
    store.organisations.endHolding(each.id, day, by())
  const next = chance.pick(
    store.people
      .list()
      .filter((each) => each.organisationId === seat.organisationId && each.endedAt === null),
  )
  if (next && chance.is(0.8)) store.organisations.recordHolding(seat.id, next.id, day, by())
  counts.handovers += 1
}

const somethingAgreed = (days: Days, day: Day): void => {
  const { store, chance, counts, by } = days
  const seat = chance.pick(store.organisations.seats())!
  const due = addDays(day, Math.floor(chance.next() * 90))
  const proposed = chance.is(0.2)
  counts.agreed += 1
  store.actions.record(
    must(
      agree(
        {
          text: `Agreed on ${day}`,
          kind: 'one-off',
          leadId: seat.organisationId,
          seatId: chance.is(0.7) ? seat.id : null,
          helperIds: [],
          by: chance.pick([due, due.slice(0, 7), null])!,
        },
        () => !proposed,
      ),
    ),
    { roundTableId: null, concernIds: [], depth: 'table', ground: null, list: [] },
    by(),
  )
}

const tablePlanned = (days: Days, day: Day): void => {
  const { store, counts, by } = days
  counts.tables += 1
  store.roundTables.recordPlan(
    { heldOn: addDays(day, 40), startsAt: null, place: null, expectedIds: [2, 3] },
    by(),
  )
}
