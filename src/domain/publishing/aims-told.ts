import type { FourAim } from '../concerns/aims.ts'
import type { Board } from './board.ts'
import type { EntryWords } from './kinds/entry.ts'
import { asTold, draftOf, type Publication } from './publication.ts'
import type { ToldAction } from './kinds/entry/told-action.ts'

/**
 * The aims of the partnership that an entry has reached, as far as its copy tells it (R10): it comes
 * first, several organisations have a part in it, they did it, and it is said how well it worked.
 */
export const aimsToldIn = ({ priority, actions, worked }: EntryWords): FourAim[] => {
  const shared = actions.filter((action) => action.accepted && isShared(action))
  const reached: Record<FourAim, boolean> = {
    agreed: priority !== undefined,
    designed: shared.length > 0,
    delivered: shared.some((action) => action.status === 'done'),
    reviewed: worked !== null && worked.strength !== 'early',
  }
  return ORDER.filter((aim) => reached[aim])
}

/** The actions that residents read as closed, in what they read of an entry now. */
export const endsToldIn = (publication: Publication): number[] => {
  const told = asTold(publication)
  const { words, coversIds } = (told && draftOf(told)) ?? NOTHING
  return words?.kind === 'entry' ? coversIds.filter((_, i) => words.actions[i]?.closed) : []
}
const NOTHING = { words: undefined, coversIds: [] }

const ORDER: FourAim[] = ['agreed', 'designed', 'delivered', 'reviewed']

const isShared = ({ who, helpers }: ToldAction): boolean => who !== null && helpers.length > 0

/** How many of all that is told have reached each aim. */
export interface AimsTold {
  told: number
  reached: { aim: FourAim; count: number }[]
}

/** Each concern counts once: it has one entry. */
export const aimsTold = ({ entries }: Board): AimsTold => {
  const all = entries.map(({ words }) => aimsToldIn(words))
  return {
    told: entries.length,
    reached: ORDER.map((aim) => ({ aim, count: all.filter((each) => each.includes(aim)).length })),
  }
}
