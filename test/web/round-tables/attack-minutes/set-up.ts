import { type House, PEOPLE, type Visitor } from '../../../support/house.ts'

export const OPEN = '/desk/round-tables/2022-q1'
const newest = <T extends { id: number }>(rows: T[]): T =>
  rows.reduce((last, each) => (each.id > last.id ? each : last))

/** What a minute-taker does, and what the record then says. */
export const hands = (house: House) => {
  const { store } = house
  let sent = 0
  const laptop = house.signIn(PEOPLE.coordinator)
  const table = () => store.roundTables.find('2022-q1')!
  return {
    store,
    laptop,
    table,
    by: () => ({ personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }),
    write: (text: string, key = `a-box-of-words-${sent++}`, who: Visitor = laptop) =>
      who.post(`${OPEN}/lines`, { text, key, step: 'save' }),
    notes: () => store.notes.ofTable(table().id).map((note) => note.text),
    concern: () => newest(store.concerns.everWritten()),
    action: () => newest(store.actions.everWritten()),
    finish: async () => {
      if (table().attendance.length === 0)
        await laptop.post(`${OPEN}/lines`, { text: 'h @mosaic', key: `a-box-of-words-${sent++}` })
      await laptop.post(`${OPEN}/finishing`)
      house.clock.pass({ minutes: 1 })
    },
  }
}
