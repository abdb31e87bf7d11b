import type { Reached } from '../actions/aims.ts'
import { quarterOf } from '../quarter.ts'
import type { Concern } from './concern.ts'

/**
 * The four aims that the partnership set itself in its action plan: to understand the concerns and
 * agree what comes first, to find answers together, to carry them out together, and to look back
 * and tell residents.
 */
export const FOUR_AIMS = ['agreed', 'designed', 'delivered', 'reviewed'] as const
export type FourAim = (typeof FOUR_AIMS)[number]
export const SAY_FOUR_AIM: Record<FourAim, string> = {
  agreed: 'Understood, and agreed as a priority',
  designed: 'Thought out together',
  delivered: 'Done together',
  reviewed: 'Looked back on, and told to residents',
}

/** How far a concern has come: each aim that it, or one of its actions, has reached. */
export const aimsReached = (wasPriority: boolean, actions: Reached[][]): FourAim[] =>
  FOUR_AIMS.filter((aim) =>
    aim === 'agreed'
      ? wasPriority
      : actions.some((reached) => reached.some((each) => each.aim === aim && each.reached)),
  )

/** Concerns that were raised in a quarter, and how many of them have reached each aim by now. */
export interface AimCount {
  quarter: string
  heard: number
  reached: Record<FourAim, number>
}

/** The oldest quarter first. Each concern counts once. */
export const aimsByQuarter = (
  all: (Pick<Concern, 'raisedOn'> & { aims: FourAim[] })[],
): AimCount[] =>
  [...Map.groupBy(all, ({ raisedOn }) => quarterOf(raisedOn))]
    .map(([quarter, here]) => ({
      quarter,
      heard: here.length,
      reached: Object.fromEntries(
        FOUR_AIMS.map((aim) => [aim, here.filter(({ aims }) => aims.includes(aim)).length]),
      ) as Record<FourAim, number>,
    }))
    .toSorted((a, b) => a.quarter.localeCompare(b.quarter))
