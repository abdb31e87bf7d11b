import { isOverdue, termsOf, type Action } from '../domain/actions/action.ts'
import { dayOf } from '../domain/day.ts'
import { mineOf } from '../domain/people/mine.ts'
import type { OwnAction, OwnSaid, OwnThere } from '../domain/people/own-there.ts'
import type { Store } from '../store/store.ts'
import { sayOwn, sayWaiting } from './actions/say-own.ts'
import { partnershipOf } from './letters/whose.ts'
import { namesOf } from './names.ts'
import { toRelease } from './releasing/waiting.ts'

/**
 * What is somebody's own here, for a table elsewhere that was handed their key; nothing where the key
 * opens nothing. What is held in private is not in it, and not counted (R11).
 */
export const ownThere = (
  store: Store,
  { token, publicUrl, at }: { token: string; publicUrl: string; at: string },
): OwnThere | undefined => {
  const today = dayOf(at)
  const personId = store.tableKeys.ownerOf(token, at)
  const who = personId === undefined ? undefined : store.people.who(personId, today)
  if (!who) return undefined
  const open = store.actions.openUnfiltered().filter(({ depth }) => depth !== 'named')
  const { toAccept, mine, helping } = mineOf(open, who, today)
  const reading = { who, names: namesOf(store), today }
  const told =
    (said: (action: Action) => OwnSaid) =>
    (action: Action): OwnAction => ({
      id: action.id,
      number: action.number,
      words: termsOf(action).text,
      isLate: isOverdue(action, today),
      said: said(action),
    })
  const waits = (words: string) => told((action) => sayWaiting(action, words, today))
  return {
    table: partnershipOf(store) ?? new URL(publicUrl).hostname,
    publicUrl,
    seats: store.organisations
      .seats()
      .filter(({ id }) => who.seatIds.includes(id))
      .map(({ title }) => title),
    actions: [
      ...toRelease(store, open, { personId: who.personId, at }).map(
        waits('Waiting for your release.'),
      ),
      ...toAccept.map(waits('Waiting for your yes.')),
      ...[...mine, ...helping].map(told((action) => sayOwn(action, reading))),
    ],
  }
}
