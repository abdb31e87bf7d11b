import type { Test } from 'tap'
import { type Action, termsOf } from '../../../src/domain/actions/action.ts'
import { type Concern, isPriority, wordingOf } from '../../../src/domain/concerns/concern.ts'
import type { RoundTable } from '../../../src/domain/round-tables/round-table.ts'
import type { Store } from '../../../src/store/store.ts'
import {
  ABUSE,
  ACTIVITIES,
  ASB,
  CRIME,
  GAP,
  HESITANT,
  KNIFE,
  SAFE,
  SAFER,
  STOPS,
  WOMEN,
} from './july-words.ts'

export function whoWasThere(t: Test, store: Store, table: RoundTable) {
  const seats = store.organisations.seats()
  const codes = new Map(store.organisations.list().map((each) => [each.id, each.code]))
  t.same(
    table.attendance
      .map(
        (each) =>
          `${codes.get(each.organisationId ?? 0)}: ${each.guestRole ?? seats.find((seat) => seat.id === each.seatId)?.title}, ${each.presence}`,
      )
      .toSorted(),
    [
      'council: Councillor, present',
      'council: Youth services officer, present',
      'mosaic: Advocate, Church Street, present',
      'mosaic: Coordinator, present',
      'police: Senior officer, present',
      'police: Ward sergeant, Church Street, present',
    ],
    'the three organisations are here, by seat and by role',
  )
  return codes
}

export function concernsOfJuly(t: Test, store: Store, table: RoundTable) {
  const concerns = store.concerns.listUnfiltered(store.roundTables.concernIds(table.id))
  t.same(
    concerns.map((each) => [wordingOf(each).text, isPriority(each), each.depth]),
    [
      [CRIME, true, 'table'],
      [STOPS, true, 'table'],
      [ASB, false, 'table'],
      [WOMEN, true, 'table'],
      [KNIFE, false, 'table'],
      [SAFER, false, 'table'],
      [GAP, false, 'table'],
      [HESITANT, true, 'table'],
    ],
    'eight concerns in the order they were said, four of them priorities',
  )
  t.equal(store.concerns.listUnfiltered().length, 8, 'and no other')
  return concerns
}

export function actionsOfJuly(
  t: Test,
  {
    store,
    table,
    codes,
    concerns,
  }: { store: Store; table: RoundTable; codes: Map<number, string>; concerns: Concern[] },
) {
  const of = (action: Action) =>
    action.concernIds.map((id) => wordingOf(concerns.find((each) => each.id === id)!).text)
  t.same(
    store.actions.listUnfiltered().map((action) => {
      const { text, kind, leadId, seatId, helperIds, by, proposed } = termsOf(action)
      return [
        text,
        kind,
        codes.get(leadId!) ?? null,
        seatId,
        helperIds,
        by,
        proposed,
        action.depth,
        of(action),
      ]
    }),
    [
      [ACTIVITIES[0], 'one-off', null, null, [], null, false, 'table', [CRIME]],
      [ACTIVITIES[7], 'one-off', null, null, [], null, false, 'table', [CRIME]],
      [ABUSE, 'question', 'police', null, [], null, false, 'table', [WOMEN]],
      [SAFE, 'question', 'police', null, [], null, false, 'table', [WOMEN]],
      [ACTIVITIES[1], 'one-off', null, null, [], null, false, 'table', [SAFER]],
      [ACTIVITIES[6], 'standing', null, null, [], null, false, 'table', [GAP]],
      [ACTIVITIES[8], 'one-off', null, null, [], null, false, 'table', [HESITANT]],
      [ACTIVITIES[2], 'one-off', null, null, [], null, false, 'named', []],
      [ACTIVITIES[3], 'one-off', null, null, [], null, false, 'table', []],
      [ACTIVITIES[4], 'one-off', null, null, [], null, false, 'table', []],
      [ACTIVITIES[5], 'one-off', null, null, [], null, false, 'table', []],
    ],
    'nine activities and two questions, each of its kind, with nothing filled in that nobody said (R2)',
  )
  t.equal(
    store.actions.listUnfiltered().find((each) => each.depth === 'named')!.ground,
    'A family could be identified.',
  )
  t.same(store.notes.ofTable(table.id), [], 'no line was left as a note')
}
