import type { Ids } from './doors.ts'
import { type Asked, missing, type State, type States } from './state.ts'

const tablesOf = (ids: Ids) =>
  [
    ['planned', ids.planned],
    ['open', ids.open],
    ['agreed', ids.agreed],
  ] as const

/** A round table at each of its stages, and what hangs on it. */
export const tableStates = (asked: Asked): States => {
  const { method, url, ids, at } = asked
  if (!url.startsWith('/desk/round-tables/:slug')) return undefined
  const none = at('no such round table', missing, 'none', 1)
  const hanging = hangingStates(asked)
  if (hanging) return [...hanging, none]
  return [
    ...tablesOf(ids).map(([state, slug]) =>
      at(
        `the ${state} round table`,
        method === 'GET' &&
          ((state === 'planned' && /\/minutes(\.docx)?$/.test(url)) ||
            (state !== 'open' && /\/(finishing|news)$/.test(url)) ||
            (state !== 'planned' && url.endsWith('/plan')))
          ? missing
          : {},
        slug,
      ),
    ),
    none,
  ]
}

const hangingStates = ({ url, ids, at }: Asked): States => {
  const within = (names: Record<string, number>, seen: string[]): State[] =>
    tablesOf(ids).flatMap(([state, slug]) =>
      Object.entries(names).map(([name, id]) =>
        at(
          `${name} at the ${state} round table`,
          state === 'open' && !seen.includes(name) ? missing : {},
          slug,
          id,
          ids.wishOf(id),
        ),
      ),
    )
  // A named action is never reported on from the page that others can see on the wall.
  if (url.includes('/topics/:id'))
    return [
      at('a topic that the coordinator put down', {}, ids.planned, ids.topic),
      at('no such topic', missing, ids.planned, 99_999),
    ]
  if (url.includes('/invitations/:id'))
    return [
      at('the sergeant, who is expected', {}, ids.planned, ids.sergeant),
      at('someone who is not expected', missing, ids.planned, 99_999),
    ]
  if (url.includes('/readers/:id'))
    return [
      at('a reader of the minutes', {}, ids.agreed, ids.reader),
      at('a reader of other minutes', missing, ids.open, ids.reader),
    ]
  if (url.includes('/notes/:id'))
    return [
      at('a note of the open round table', {}, ids.open, ids.note),
      at('a note at the planned round table', {}, ids.planned, ids.note),
      at('no such note', missing, ids.open, 99_999),
    ]
  if (url.endsWith('/actions/:id/taking-out'))
    return [
      at('an action of the open round table', {}, ids.open, ids.agreedHere),
      at('an action agreed before', missing, ids.open, ids.actions.table),
      at('an action at the planned round table', {}, ids.planned, ids.agreedHere),
    ]
  if (url.includes('/actions/:id')) return within(ids.actions, ['table'])
  if (url.includes('/concerns/:id')) return within(ids.concerns, ['table', 'police'])
  return undefined
}
