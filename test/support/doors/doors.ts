import { type House, openHouse, PEOPLE, type Visitor } from '../house.ts'
import { LEFT } from './makers.ts'
import { LOCKED, PLAIN, stillBackups } from '../house/backups.ts'
import { recordFile } from '../sample-file.ts'
import { lookupsIn } from './lookups.ts'
import { prepare } from './record.ts'

/**
 * Who comes to a door. The first four are inside; `halfway` is a coordinator who has not given the
 * second factor.
 */
export const EVERYONE = ['observer', 'sergeant', 'officer', 'approver', 'coordinator'] as const
export const CALLERS = ['stranger', 'left', 'halfway', ...EVERYONE] as const
export type Inside = (typeof EVERYONE)[number]
export type Caller = (typeof CALLERS)[number]

export interface Walk {
  house: House
  callers: Record<Caller, Visitor>
  ids: Ids
}
export type Ids = ReturnType<typeof prepare> & ReturnType<typeof lookupsIn>

/** The sample partnership with a record in every state, and everyone at the door. */
export const openDoors = async (
  t: { teardown: (fn: () => unknown) => unknown },
  refusedHtml?: Set<string>,
): Promise<Walk> => {
  const { file, ids } = preparedRecord()
  const house = await openHouse({
    t,
    ...(refusedHtml && { refusedHtml }),
    record: file,
    backups: stillBackups({ list: [LOCKED, PLAIN] }),
  })
  const left = house.signIn(LEFT)
  house.store.people.end(house.person(LEFT).id, {
    personId: house.person(PEOPLE.coordinator).id,
    at: house.clock.at(),
  })
  const inside = Object.fromEntries(
    EVERYONE.map((name) => [name, house.signIn(PEOPLE[name])]),
  ) as Record<Inside, Visitor>
  return {
    house,
    ids: { ...ids, ...lookupsIn(house.store) },
    callers: {
      stranger: house.stranger(),
      left,
      halfway: house.signIn(PEOPLE.coordinator, { secondFactor: false }),
      ...inside,
    },
  }
}

/** One house after another: the one before is closed, so that hundreds do not stand open at once. */
export const doorsInTurn = (
  t: { teardown: (fn: () => unknown) => unknown },
  refusedHtml?: Set<string>,
): (() => Promise<Walk>) => {
  const open: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const each of open.splice(0)) await each()
  }
  t.teardown(close)
  return async () => {
    await close()
    return openDoors({ teardown: (each) => open.push(each) }, refusedHtml)
  }
}

/** The file of the record that all of it is done with, to be copied. */
export const preparedRecord = (): ReturnType<typeof prepareOnce> => (prepared ??= prepareOnce())

let prepared: ReturnType<typeof prepareOnce> | undefined
/** The record is prepared once, and copied for each house. */
const prepareOnce = (): { file: string; ids: ReturnType<typeof prepare> } => {
  let ids: ReturnType<typeof prepare> | undefined
  const file = recordFile((store) => {
    ids = prepare(store)
  }, 'sample')
  return { file, ids: ids! }
}
