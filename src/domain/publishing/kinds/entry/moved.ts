import type { Concern } from '../../../concerns/concern.ts'
import { SAY_STANDING, standing } from '../../../concerns/standing.ts'
import type { EntryWords, ToldAction } from '../entry.ts'
import type { Lack, Source } from '../kind.ts'
import { factsOf } from './facts.ts'

/**
 * R28: what the copy tells and the record does not say any more: where the concern stands, or an
 * action, its lead and helpers, its date, its status, its acceptance, its closing.
 */
export const movedFrom = (
  words: EntryWords,
  concern: Concern | undefined,
  source: Source,
): (Lack & { found: string }) | undefined => {
  if (!concern) return undefined
  const now = standing(source.actionsUnder(concern.id))
  if (now !== words.standing)
    return {
      field: 'did',
      found: words.standing,
      reason: `The record has moved on. It now stands at “${SAY_STANDING[now]}”. Save the words again`,
    }
  const { actions } = factsOf(concern, words.origin, source, () => '')
  if (asTold(actions) === asTold(words.actions)) return undefined
  return {
    field: 'actions',
    found: '',
    reason:
      'The record has moved on: an action, who leads it, its date or where it stands ' +
      'is not what residents read. Save the words again',
  }
}

/** What is told of the actions beside their words. When one was last heard of is no news. */
const asTold = (actions: ToldAction[]): string =>
  JSON.stringify(
    actions.map(({ who, helpers, by, kind, status, accepted, closed }) => [
      who?.code ?? null,
      helpers.map((each) => each.code).toSorted(),
      by,
      kind,
      status,
      accepted,
      closed,
    ]),
  )
