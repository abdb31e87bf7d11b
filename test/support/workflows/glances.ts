import { connect } from '../../../src/store/database.ts'
import { storeOver, type Store } from '../../../src/store/store.ts'
import type { House } from '../house.ts'

/** What is kept of the record in memory, where it is not what one would read of it anew. */
export const staleGlances = (house: House): string[] => {
  const db = connect(house.file)
  try {
    const [kept, read] = [house.store, storeOver(db, house.file)].map(everyGlance) as [Seen, Seen]
    return Object.keys(read).flatMap((of) => {
      const [mine, theirs] = [kept[of]!, read[of]!]
      return [...new Set([...mine.keys(), ...theirs.keys()])]
        .filter((id) => mine.get(id) !== theirs.get(id))
        .map((id) => `a glance at ${of} ${id}: ${mine.get(id)} and not ${theirs.get(id)}`)
    })
  } finally {
    db.$client.close()
  }
}

type Seen = Record<string, Map<number, string>>
const everyGlance = ({ glances }: Store): Seen =>
  Object.fromEntries(
    Object.entries({
      action: glances.actions(),
      concern: glances.concerns(),
      'something told': glances.told(),
      'round table': glances.tables(),
      message: glances.messages(),
      request: glances.requests(),
      event: glances.events(),
      leaflet: glances.leaflets(),
      'what was said': glances.said(),
    }).map(([of, all]) => [
      of,
      new Map([...all].map((each: { id: number }) => [each.id, JSON.stringify(each)])),
    ]),
  )
