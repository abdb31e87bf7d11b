import type { Concern } from '../../../concerns/concern.ts'
import { SAY_STANDING, standing } from '../../../concerns/standing.ts'
import type { EntryWords } from '../entry.ts'
import type { ToldAction } from './told-action.ts'
import type { Lack, Source } from '../kind.ts'
import { factsOf } from './facts.ts'
import { hasPassedSince } from './passed-on.ts'

/**
 * R28: what the copy tells and the record does not say any more: where the concern stands, or an
 * action, its lead and helpers, its date, its status, its acceptance, its closing; whom it was
 * passed on to and their answer; that it is a priority, and how long.
 */
export const movedFrom = (
  words: EntryWords,
  concern: Concern | undefined,
  source: Source,
): (Lack & { found: string }) | undefined => {
  if (!concern) return undefined
  const now = standing(source.actionsUnder(concern.id), concern.passings)
  if (now !== words.standing)
    return {
      field: 'did',
      found: words.standing,
      reason: `The record has moved on. It now stands at “${SAY_STANDING[now]}”. Save the words again`,
    }
  const { actions, priority } = factsOf(concern, words.origin, source, () => '')
  const what = [
    ...differences(words.actions, actions),
    ...(hasPassedSince(words, concern) ? ['It was passed on, or answered there'] : []),
    ...(JSON.stringify(words.priority) === JSON.stringify(priority)
      ? []
      : ['Whether it comes first, or how long, changed']),
  ]
  if (what.length === 0) return undefined
  return {
    field: 'actions',
    found: '',
    reason: `The record has moved on. ${what.join('. ')}. Save the words again`,
  }
}

/** What of the actions residents read otherwise. When one was last heard of is no news. */
const differences = (told: ToldAction[], now: ToldAction[]): string[] => {
  if (now.length > told.length) return ['An action is new']
  if (now.length < told.length) return ['An action is not told any more']
  return told.flatMap((before, i) => {
    const parts = PARTS.filter(({ of }) => of(before) !== of(now[i]!)).map(({ what }) => what)
    return parts.length === 0
      ? []
      : [`“${before.words || 'An action'}”: ${parts.join(', ')} changed`]
  })
}

const PARTS: { what: string; of: (action: ToldAction) => string | boolean | null }[] = [
  { what: 'who leads', of: ({ who }) => who?.code ?? null },
  { what: 'who helps', of: ({ helpers }) => String(helpers.map(({ code }) => code).toSorted()) },
  { what: 'the date', of: ({ by, moved }) => `${by}, ${moved ?? 0}` },
  { what: 'its kind', of: ({ kind }) => kind },
  { what: 'where it stands', of: ({ status }) => status },
  { what: 'their yes', of: ({ accepted }) => accepted },
  { what: 'its closing', of: ({ closed }) => closed },
]
