import { randomUUID } from 'node:crypto'
import type { Db } from '../database.ts'
import { newToken } from '../tokens.ts'
import { forget, write } from '../transactions.ts'
import { note, type Inbox } from './inbox-statements.ts'

/**
 * No letter twice within a day, so that nobody is written to again and again by someone else's
 * hand.
 */
const ASK_AGAIN_MS = 24 * 3_600_000
/** As long as an address is kept whose owner has not said yes. */
const CONFIRM_WITHIN_MS = 7 * ASK_AGAIN_MS

/** Following by letter: asked for, meant, and ended. Whether someone follows is told to nobody. */
export const followingOf = (db: Db, run: Inbox) => ({
  /**
   * Sends the letter that asks whether they mean it. Whether someone follows already is told to
   * nobody.
   */
  askToFollow: (email: string, language: string, at: string): void =>
    write(db, () => {
      // An address whose owner never said yes is not ours to keep.
      run.lapse.run(at, new Date(Date.parse(at) - CONFIRM_WITHIN_MS).toISOString())
      const there = run.follower.get(email) as
        | { id: number; key: string; confirmedAt: string | null }
        | undefined
      const id =
        there?.id ?? Number(run.follow.run(email, language, newToken(), at).lastInsertRowid)
      // Written whoever it is, so that an address that follows takes as long as one that does
      // not.
      note(run, at, 'asked to follow', 'follower', id)
      const last = run.asked.get(id) as { at: string } | undefined
      if (there?.confirmedAt || (last && Date.parse(at) - Date.parse(last.at) < ASK_AGAIN_MS))
        return
      run.letter.run(id, `<${randomUUID()}@round-table.localhost>`, at, at)
    }),
  /** Forgets the addresses whose owners never said yes. */
  lapse: (at: string): void => {
    const { changes } = write(db, () =>
      run.lapse.run(at, new Date(Date.parse(at) - CONFIRM_WITHIN_MS).toISOString()),
    )
    if (changes > 0) forget(db)
  },
  /** True where the key is still good. */
  confirm: (key: string, at: string): boolean =>
    write(db, () => {
      const there = run.byKey.get(key) as
        | { id: number; at: string; confirmedAt: string | null }
        | undefined
      if (
        !there ||
        (!there.confirmedAt && Date.parse(at) - Date.parse(there.at) > CONFIRM_WITHIN_MS)
      )
        return false
      run.confirm.run(at, there.id)
      note(run, at, 'follows', 'follower', there.id)
      return true
    }),
  /** Ends it, and the address with it. A key that is not known any more has ended already. */
  end: (key: string, at: string): void => {
    const there = run.byKey.get(key) as { id: number } | undefined
    if (!there) return
    write(db, () => {
      run.end.run(at, there.id)
      note(run, at, 'stopped following', 'follower', there.id)
    })
    forget(db)
  },
})
