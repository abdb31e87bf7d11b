import { raise } from '../../../src/domain/concerns/concern.ts'
import { type Depth, GROUNDS } from '../../../src/domain/depth.ts'
import { must } from '../../../src/sample/must.ts'
import type { Store } from '../../../src/store/store.ts'
import { PEOPLE } from '../house.ts'
import { agree } from '../../../src/domain/actions/agreement.ts'

export function whoAndWhere(store: Store) {
  const person = (email: string): number => store.people.findByEmail(email)!.id
  const [coordinator, sergeant, officer] = [
    person(PEOPLE.coordinator),
    person(PEOPLE.sergeant),
    person(PEOPLE.officer),
  ]
  const organisation = (code: string): number =>
    store.organisations.list().find((each) => each.code === code)!.id
  const by = { personId: coordinator, at: '2022-01-27T10:31:00.000Z' }
  const tables = store.roundTables.list()
  const open = tables.find((table) => table.openedAt && !table.finishedAt)!
  const planned = tables.find((table) => !table.openedAt)!
  const agreed = tables.find((table) => table.agreedAt)!
  return { organisation, by, open, coordinator, sergeant, officer, planned, agreed, person }
}

export function makers(
  store: Store,
  organisation: (code: string) => number,
  by: { personId: number; at: string },
) {
  const action = (
    text: string,
    lead: string,
    depth: Depth,
    list: number[],
    kind: 'one-off' | 'question' = 'one-off',
  ): number =>
    store.actions.record(
      must(
        agree(
          { text, kind, leadId: organisation(lead), seatId: null, helperIds: [], by: null },
          () => true,
        ),
      ),
      {
        roundTableId: null,
        concernIds: [],
        ...heldBy(depth, list),
      },
      by,
    )
  const concern = (
    text: string,
    depth: Depth,
    list: number[],
    roundTableId: number | null,
  ): number =>
    store.concerns.record(
      must(
        raise(
          {
            text,
            raisedOn: '2022-01-27',
            originKind: 'other',
            originNote: null,
            themeId: null,
            areaId: null,
            ...heldBy(depth, list),
          },
          '2022-01-27',
        ),
      ),
      { roundTableId, splitFromId: null },
      by,
    )
  const entry = (concernId: number): number =>
    store.publications.record(
      { kind: 'entry', concernId, roundTableId: null, year: null },
      store.sources.begin({ kind: 'entry', concernId }, '2022-01-27')!.words,
      [],
      by,
    )
  return { concern, entry, action }
}

const heldBy = (depth: Depth, list: number[]) => ({
  depth,
  ground: depth === 'named' ? GROUNDS[0] : null,
  list,
})

/** The action that has these words. */
export const found = (store: Store, text: string): number =>
  store.actions.listUnfiltered().find((each) => each.terms.at(-1)!.text.includes(text))!.id

export type WhoAndWhere = ReturnType<typeof whoAndWhere>

export type Makers = ReturnType<typeof makers>

export const LEFT = 'left@met.example'
