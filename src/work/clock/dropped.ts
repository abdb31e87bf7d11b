import { dayOf } from '../../domain/day.ts'
import { mayBeShown } from '../../domain/evidence/consent.ts'
import { WITHDRAWAL_GROUNDS } from '../../domain/publishing/approval.ts'
import type { Outbox } from '../../mail/outbox.ts'
import type { Store } from '../../store/store.ts'
import { endShown } from '../publishing/take-down.ts'

const DAY_MS = 24 * 3_600_000
/** How long a letter that was written as a file stays in the outbox. */
const OUTBOX_KEPT_MS = 30 * DAY_MS

/**
 * What is over is thrown away by itself: addresses that nobody said yes to, photos of people whose
 * yes has run out, and all whose time is over by its rule. What was deleted since the last time leaves
 * the log of the database as well (R29).
 */
export const dropWhatIsOver = (store: Store, now: Date): void => {
  const at = now.toISOString()
  store.inbox.lapse(at)
  endRunOut(store, now)
  store.keeping.sweep(at)
}

/** R18: whoever can be recognised said yes until a day, and not beyond it. */
const endRunOut = (store: Store, now: Date): void => {
  for (const { id, consent, endedAt } of store.shownPhotos.list())
    if (endedAt === null && consent !== null && !mayBeShown(consent, dayOf(now.toISOString())))
      endShown(store, id, WITHDRAWAL_GROUNDS[0], { personId: null, at: now.toISOString() })
}

/** Letters as files hold addresses, sign-in codes and minutes: nobody keeps them for good. */
export const dropOldLetters = (outbox: Outbox, now: Date): Promise<void> =>
  outbox.dropOlder(new Date(now.getTime() - OUTBOX_KEPT_MS))
