import type { Refusal } from './decision.ts'

/**
 * Who may know: the public (may be drafted from), people who sign in, or only the people on its own
 * list (R9, R11).
 */
export type Depth = 'public' | 'table' | 'named'

export const DEPTHS = ['public', 'table', 'named'] as const

export const DEFAULT_DEPTH: Depth = 'table'

/** What hangs on a record is never wider than any record it hangs on (R9). */
export const narrowest = (...depths: Depth[]): Depth =>
  depths.includes('named') ? 'named' : depths.includes('table') ? 'table' : 'public'

/** Why a matter is held in private, as the public reads it beside a numbered gap. */
export const GROUNDS = [
  'A family could be identified.',
  'A person could be identified.',
  'A place or a group could be harmed.',
  'It is being looked into.',
  'It was told to us in confidence.',
] as const

export const SAY_DEPTH: Record<Depth, string> = {
  public: 'May be told in public',
  table: 'Only people who sign in',
  named: 'Held in private',
}

/** Who may know of something: everyone as deep as that, and where it is *named* those on its list. */
export interface KnownBy {
  depth: Depth
  ground: string | null
  list: number[]
}

/** R9, R11: what is held in private needs its ground, which is all that others read, and a list. */
export const privacyRefusals = (matter: KnownBy): Refusal[] =>
  matter.depth !== 'named'
    ? []
    : [
        ...(matter.ground
          ? []
          : [refusal('ground', 'Choose the ground. It is all that others will read')]),
        ...(matter.list.length ? [] : [refusal('list', 'Choose at least one person who may know')]),
      ]

const refusal = (field: string, reason: string): Refusal => ({ field, reason })
