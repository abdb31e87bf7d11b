import { HOMELESS, MOST_MINUTES, type Arranged, type Arrangement, type Slot } from '../agenda.ts'
import type { Holding } from './holdings.ts'

/** What someone changes in one slot: nothing where it stays as it is. */
export interface SlotChange {
  move: 'up' | 'down' | 'out' | null
  minutes: number | null
  title?: string
  leads?: string
  holds?: Holding[]
}

/**
 * Moves a slot one place, takes it out, or says anew what it is; an organisation's minutes are every
 * organisation's. What is put under it stands under no other.
 * @param before how it was arranged: what was removed stays so.
 */
export const rearrange = (
  slots: Slot[],
  key: string,
  change: SlotChange,
  before: Arrangement = [],
): Arrangement => {
  const order = slots.filter((slot) => slot.key !== HOMELESS).map((slot) => ({ ...slot }))
  const at = order.findIndex((slot) => slot.key === key)
  if (at < 0) return [...order.map(asArranged), ...goneFrom(before, order)]
  setMinutes(order, key, change.minutes)
  const slot = order[at]!
  slot.title = change.title ?? slot.title
  slot.leads = change.leads ?? slot.leads
  if (change.holds) {
    for (const other of order)
      other.holds = other.holds.filter((each) => !change.holds!.includes(each))
    slot.holds = change.holds
  }
  if (change.move === 'out') order.splice(at, 1)
  const to = change.move === 'up' ? at - 1 : change.move === 'down' ? at + 1 : at
  if (change.move !== 'out' && to >= 0 && to < order.length)
    order.splice(to, 0, ...order.splice(at, 1))
  const gone = change.move === 'out' && !isOwn(key) ? [asGone(key)] : []
  return [...order.map(asArranged), ...goneFrom(before, order), ...gone]
}

const setMinutes = (order: Slot[], key: string, minutes: number | null): void => {
  if (minutes === null) return
  for (const slot of order)
    if (slot.key === key || (isOrganisation(key) && isOrganisation(slot.key)))
      slot.minutes = Math.max(0, Math.min(MOST_MINUTES, minutes))
}

/** Only what is not so by itself: a topic's words stay where they are kept. */
export const asArranged = ({ key, minutes, title, name, leads, holds }: Slot): Arranged => ({
  key,
  minutes,
  ...(title !== name && { title }),
  ...(leads !== '' && { leads }),
  holds,
})

export const asGone = (key: string): Arranged => ({ key, minutes: 0, isGone: true })

const goneFrom = (before: Arrangement, order: Slot[]): Arrangement =>
  before.filter(({ key, isGone }) => isGone && !order.some((slot) => slot.key === key))

export const isOwn = (key: string): boolean => key.startsWith('own-')
const isOrganisation = (key: string): boolean => key.startsWith('organisation-')

/** An order for agendas to come: what people asked for at one table is no part of it. */
export const forEveryTable = (arrangement: Arrangement): Arrangement =>
  arrangement.filter(({ key }) => !key.startsWith('topic-'))
