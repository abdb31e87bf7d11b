import type { Outbox } from '../../mail/outbox.ts'
import type { Store } from '../../store/store.ts'

const DAY_MS = 24 * 3_600_000
/** How long what was typed is kept that nobody sent and nobody came back for: a quarter. */
const UNSENT_KEPT_MS = 92 * DAY_MS
/** How long a letter that was written as a file stays in the outbox. */
const OUTBOX_KEPT_MS = 30 * DAY_MS

/**
 * What is over is thrown away by itself: addresses that nobody said yes to, and what was half typed
 * and never sent. What was deleted since the last time leaves the log of the database as well (R29).
 */
export const dropWhatIsOver = (store: Store, now: Date): void => {
  const than = new Date(now.getTime() - UNSENT_KEPT_MS).toISOString()
  store.inbox.lapse(now.toISOString())
  store.typedLines.dropOlder(than)
  store.people.dropOlderForms(than)
  store.forget()
}

/** Letters as files hold addresses, sign-in codes and minutes: nobody keeps them for good. */
export const dropOldLetters = (outbox: Outbox, now: Date): Promise<void> =>
  outbox.dropOlder(new Date(now.getTime() - OUTBOX_KEPT_MS))
