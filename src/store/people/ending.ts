import { and, eq, isNull } from 'drizzle-orm'
import { dayOf } from '../../domain/day.ts'
import type { Db } from '../database.ts'
import { journaled, note, type By } from '../journal.ts'
import { holdings, people, tableKeys } from '../schema/people.ts'
import { dropSecondFactors } from './second-factors.ts'
import { forget } from '../transactions.ts'
import { accounts, keptForms, knownBrowsers, sessions, unsentTexts } from '../schema/sign-in.ts'

/**
 * Ends a person everywhere at once: sessions, seats (which stand empty and visible, R7), sign-in
 * and all that proved who they were.
 */
export const endPerson = (db: Db, id: number, by: By): number =>
  journaled(db, by, 'ended', 'person', () => {
    db.update(people).set({ endedAt: by.at }).where(eq(people.id, id)).run()
    db.update(sessions)
      .set({ endedAt: by.at })
      .where(and(eq(sessions.personId, id), isNull(sessions.endedAt)))
      .run()
    dropSecondFactors(db, id, by.at)
    // A work account goes on in its directory: whoever comes back is invited as someone new,
    // and joins it again.
    db.update(accounts)
      .set({ endedAt: by.at })
      .where(and(eq(accounts.personId, id), isNull(accounts.endedAt)))
      .run()
    db.update(tableKeys)
      .set({ endedAt: by.at })
      .where(and(eq(tableKeys.personId, id), isNull(tableKeys.endedAt)))
      .run()
    for (const held of db
      .select()
      .from(holdings)
      .where(and(eq(holdings.personId, id), isNull(holdings.untilOn)))
      .all()) {
      db.update(holdings)
        .set({ untilOn: dayOf(by.at), endedAt: by.at })
        .where(eq(holdings.id, held.id))
        .run()
      note(db, by, 'left', 'seat', held.seatId)
    }
    db.delete(knownBrowsers).where(eq(knownBrowsers.personId, id)).run()
    db.delete(keptForms).where(eq(keptForms.personId, id)).run()
    db.delete(unsentTexts).where(eq(unsentTexts.personId, id)).run()
    forget(db)
    return id
  })
