import {
  type Asked,
  type Fields,
  type House,
  PEOPLE,
  type Visitor,
} from '../../../support/house.ts'

export const OPEN = '/desk/round-tables/2022-q1'
export const SECOND = 'second@mosaic.example'
export const newest = <T extends { id: number }>(rows: T[]): T =>
  rows.reduce((last, each) => (each.id > last.id ? each : last))

/** What a minute-taker does, and what the record then says. */
export const hands = (house: House) => {
  let sent = 0
  const { store } = house
  const table = () => store.roundTables.find('2022-q1')!
  const key = () => `a-box-of-words-${sent++}`
  return {
    key,
    table,
    laptop: house.signIn(PEOPLE.coordinator),
    /** Another coordinator, who minutes at the same table. */
    second: (): Visitor => {
      if (!store.people.findByEmail(SECOND))
        store.people.record(
          {
            name: 'Second, Mosaic',
            email: SECOND,
            role: 'coordinator',
            approves: false,
            organisationId: house.person(PEOPLE.coordinator).organisationId,
          },
          { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
        )
      return house.signIn(SECOND)
    },
    write: (who: Visitor, text: string, more: Fields = {}, asked: Asked = {}) =>
      who.post(
        `${OPEN}/lines`,
        { text, key: key(), last: '', seen: '0', step: 'save', ...more },
        asked,
      ),
    concern: () => newest(store.concerns.everWritten()),
    action: (number?: string) =>
      number
        ? store.actions.listUnfiltered().find((each) => each.number === number)!
        : newest(store.actions.everWritten()),
    notes: () => store.notes.ofTable(table().id),
    ids: () => store.roundTables.concernIds(table().id),
    organisation: (code: string) =>
      store.organisations.list().find((each) => each.code === code)!.id,
    seat: (title: string) =>
      store.organisations.seats().find((each) => each.title.startsWith(title))!.id,
    /** How much there is: what must not change when nothing is written. */
    count: () =>
      [
        store.concerns.everWritten().length,
        store.actions.everWritten().length,
        store.notes.ofTable(table().id).length,
        store.typedLines.recent(table().id, 99).length,
      ].join(' '),
  }
}

export const boxOf = (body: string): string =>
  /<textarea id="quick-text"[^>]*>\n?([^<]*)<\/textarea>/.exec(body)![1]!

export type Hands = ReturnType<typeof hands>
