import { QUIET_DAYS } from '../actions/notices.ts'
import { daysBetween, isPast, type Day, type When } from '../day.ts'
import type { Copy } from './board.ts'
import type { EntryWords } from './kinds/entry.ts'
import type { ToldAction } from './kinds/entry/told-action.ts'
import type { Label } from './told.ts'

/** Told as late in public where it is late (R26). */
export const isLate = (action: ToldAction, today: Day): boolean =>
  action.by !== null &&
  action.accepted &&
  !action.closed &&
  (action.kind === 'standing' || !['done', 'could-not'].includes(action.status)) &&
  isPast(action.by, today)

/** Days since the open actions of an entry were last heard of (R8), or null when none is open. */
export const silentDays = (entry: Copy<EntryWords>, today: Day): number | null => {
  const open = entry.words.actions.filter(isOpenInPublic)
  return open.length === 0
    ? null
    : Math.max(...open.map((action) => daysBetween(action.lastHeardOn, today)))
}
/** Days since an action was last heard of, where that is too long (R8); otherwise nothing. */
export const quietFor = (action: ToldAction, today: Day): number | null => {
  const days = daysBetween(action.lastHeardOn, today)
  return isOpenInPublic(action) && days > QUIET_DAYS ? days : null
}
const isOpenInPublic = (action: ToldAction): boolean =>
  action.accepted && !action.closed && !['done', 'could-not'].includes(action.status)

/**
 * When an organisation last spoke of what it leads in public, how much of that is open, and how
 * much of it has been quiet too long.
 */
export interface Voice extends Label {
  lastOn: When
  days: number
  open: number
  quiet: number
}

/** R8: from published entries alone, in the order of the alphabet, never as a league table. */
export const voices = (entries: readonly Copy<EntryWords>[], today: Day): Voice[] => {
  const by = new Map<string, { label: Label; actions: ToldAction[] }>()
  for (const { words } of entries) {
    for (const action of words.actions) {
      if (!action.who || !action.accepted) continue
      const there = by.get(action.who.code)
      if (there) there.actions.push(action)
      else by.set(action.who.code, { label: action.who, actions: [action] })
    }
  }
  return [...by.values()]
    .toSorted((a, b) => a.label.name.localeCompare(b.label.name))
    .map(({ label, actions }) => {
      const lastOn = actions.reduce(
        (last, action) => (action.lastHeardOn > last ? action.lastHeardOn : last),
        '',
      )
      const open = actions.filter(isOpenInPublic)
      return {
        ...label,
        lastOn,
        days: daysBetween(lastOn, today),
        open: open.length,
        quiet: open.filter((action) => quietFor(action, today) !== null).length,
      }
    })
}
