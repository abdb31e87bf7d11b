import type { Route } from '../house.ts'
import { EVERYONE, type Ids, type Inside } from './doors.ts'

/**
 * A record as a route may be asked for: who may know of it, who may report on it, and who may
 * answer for its lead.
 */
export interface State {
  name: string
  path: string
  sees: readonly Inside[]
  reports: readonly Inside[]
  answers: readonly Inside[]
}

export const NOBODY: readonly Inside[] = []
export const all = { sees: EVERYONE, reports: EVERYONE, answers: EVERYONE }
export const missing = { sees: NOBODY, reports: NOBODY, answers: NOBODY }

/** What a route is asked for with. */
export interface Asked {
  method: Route['method']
  url: string
  ids: Ids
  at: (
    name: string,
    who: Partial<Omit<State, 'name' | 'path'>>,
    ...pieces: (string | number)[]
  ) => State
}
/** The states of a kind of route, or nothing where it is another kind. */
export type States = State[] | undefined

export const POLICE = ['coordinator', 'sergeant'] as const
export const COUNCIL = ['officer'] as const
