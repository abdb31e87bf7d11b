import type { Action, Held, Update } from '../../domain/actions/action.ts'
import { waitingIn } from '../../domain/actions/releasing/held.ts'
import { releaserFor, releasersOf, type End } from '../../domain/actions/releasing/releasers.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'
import { worldOf } from '../clock/reminders.ts'

/** The seat that has to release what is said here, or null where it counts at once. */
export const waitsFor = (
  store: Store,
  action: Action,
  said: Pick<Update, 'organisationId' | 'personId'>,
  at: string,
): number | null => {
  const rules = store.releases.rules()
  return rules.length === 0 ? null : releaserFor(action, said, rules, worldOf(store, new Date(at)))
}

/** Whether this person is one of those who may release it today. */
export const mayRelease = (
  store: Store,
  action: Action,
  held: Held,
  { personId, at }: By,
): boolean =>
  releasersOf(action, held, worldOf(store, new Date(at))).some((each) => each.personId === personId)

/** Of these actions those on which something waits for this person to release it. */
export const toRelease = (store: Store, actions: Action[], by: By): Action[] =>
  actions.filter((action) => waitingIn(action).some((held) => mayRelease(store, action, held, by)))

/** What waits for one organisation's release: of these actions, each with its action. */
export const waitingOf = (
  actions: Action[],
  organisationId: number,
): { action: Action; held: Held }[] =>
  actions.flatMap((action) =>
    waitingIn(action)
      .filter((held) => held.organisationId === organisationId)
      .map((held) => ({ action, held })),
  )

const COUNTS_AT_ONCE = 'What you say counts at once now. Send it again if it still holds.'

/**
 * Another seat releases, or nobody any more; then all that waits counts from now or goes back, what
 * is held in private as well.
 */
export const recordReleaser = (
  store: Store,
  organisationId: number,
  { seatId, end }: { seatId: number | null; end: End | null },
  by: By,
): void => {
  const waiting = seatId === null ? waitingOf(store.actions.openUnfiltered(), organisationId) : []
  store.releases.recordRule(organisationId, seatId, by)
  for (const { action, held } of waiting)
    if (end === 'return') store.releases.recordReturn(action.id, held.id, COUNTS_AT_ONCE, by)
    else store.releases.recordRelease(action.id, held.id, by)
}
