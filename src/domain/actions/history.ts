import type { Acceptance, Action, Closing, Terms, Update } from './action.ts'
import { wasReplaced, type WishAnswer, type Wish } from './pace/wishes.ts'

/** One line of an action's history, oldest first. */
export type Happening =
  | { kind: 'agreed'; at: string; terms: Terms }
  | { kind: 'update'; at: string; update: Update }
  | { kind: 'changed'; at: string; terms: Terms; before: Terms }
  | { kind: 'answered'; at: string; acceptance: Acceptance }
  | { kind: 'closed'; at: string; closing: Closing }
  | { kind: 'reopened'; at: string; reason: string }
  | { kind: 'asked'; at: string; wish: Wish; isReplaced: boolean }
  | { kind: 'told'; at: string; wish: Wish; answer: WishAnswer }

/** Everything that ever happened to an action, in the order it happened. */
export const historyOf = (action: Action): Happening[] =>
  [
    { kind: 'agreed' as const, at: action.agreedAt, terms: action.terms[0]! },
    ...action.updates
      .slice(1)
      .map((update) => ({ kind: 'update' as const, at: update.at, update })),
    ...action.terms.slice(1).map((terms, i) => ({
      kind: 'changed' as const,
      at: terms.at,
      terms,
      before: action.terms[i]!,
    })),
    ...action.acceptances.map((acceptance) => ({
      kind: 'answered' as const,
      at: acceptance.at,
      acceptance,
    })),
    ...action.closings.map((closing) => ({ kind: 'closed' as const, at: closing.at, closing })),
    ...action.closings.flatMap((closing) =>
      closing.reopenedAt
        ? [
            {
              kind: 'reopened' as const,
              at: closing.reopenedAt,
              reason: closing.reopeningReason ?? '',
            },
          ]
        : [],
    ),
    ...wishesIn(action),
  ].toSorted((a, b) => a.at.localeCompare(b.at))

const wishesIn = (action: Action): Happening[] =>
  action.wishes.flatMap((wish): Happening[] => [
    { kind: 'asked', at: wish.at, wish, isReplaced: wasReplaced(action, wish) },
    ...(wish.answer
      ? [{ kind: 'told' as const, at: wish.answer.at, wish, answer: wish.answer }]
      : []),
  ])
