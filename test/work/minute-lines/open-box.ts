import type { Became } from '../../../src/store/round-tables/typed-lines.ts'
import type { Actor } from '../../../src/work/actor.ts'
import { planLines } from '../../../src/work/minute-lines/plan.ts'
import { readAloud } from '../../../src/work/minute-lines/read-aloud.ts'
import { writeLines } from '../../../src/work/minute-lines/write-lines.ts'
import { namesOf } from '../../../src/work/names.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'

/** A box at the round table that is open: shown, and then written and taken back. */
export const openBox = async (t: { teardown: (fn: () => unknown) => unknown }) => {
  const house = await openHouse({ t })
  const { store } = house
  const person = house.person(PEOPLE.coordinator)
  const actor: Actor = {
    who: { ...person, personId: person.id, seatIds: [], isCharity: true },
    by: { personId: person.id, at: house.clock.at() },
    today: '2022-01-27',
  }
  const table = store.roundTables.find('2022-q1')!
  const last = store.roundTables.concernIds(table.id).at(-1)!
  let boxes = 0
  return {
    store,
    table,
    shown: (typed: string) => ({
      plans: planLines(store, actor, table, typed, last),
      read: readAloud(store, actor, table, typed, last, namesOf(store)),
    }),
    written: (typed: string, look: (became: Became[]) => void): void => {
      const box = { table, key: `a-box-of-lines-${boxes++}`, lastConcernId: last }
      const undo = new Error('taken back')
      try {
        store.together(() => {
          look(writeLines(store, actor, box, typed))
          throw undo
        })
      } catch (error) {
        if (error !== undo) throw error
      }
    },
  }
}
