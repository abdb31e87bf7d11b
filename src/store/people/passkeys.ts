import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, note, type By } from '../journal.ts'
import { passkeys } from '../schema/sign-in.ts'
import { write } from '../transactions.ts'

export type Passkey = typeof passkeys.$inferSelect

/** Devices that can say who holds them. Only what checks their answer is here. */
export const passkeysStore = (db: Db) => ({
  list: (personId: number): Passkey[] =>
    db
      .select()
      .from(passkeys)
      .where(and(eq(passkeys.personId, personId), isNull(passkeys.endedAt)))
      .orderBy(passkeys.id)
      .all(),
  findByCredential: (credentialId: string): Passkey | undefined =>
    db
      .select()
      .from(passkeys)
      .where(and(eq(passkeys.credentialId, credentialId), isNull(passkeys.endedAt)))
      .get(),
  has: (credentialId: string): boolean =>
    db
      .select({ id: passkeys.id })
      .from(passkeys)
      .where(eq(passkeys.credentialId, credentialId))
      .get() !== undefined,
  record: (
    key: { credentialId: string; publicKey: string; counter: number; name: string },
    by: By,
  ): number =>
    journaled(db, by, 'added a passkey of', 'person', () => {
      insert(db, passkeys, { personId: by.personId!, ...key, at: by.at })
      return by.personId!
    }),
  /**
   * It answered: its counter goes up, so that a copy of it is noticed. False where another answer
   * came first, or it was removed meanwhile.
   */
  recordUse: ({ id, personId }: Passkey, counter: number, at: string): boolean =>
    write(db, () => {
      const now = db
        .select()
        .from(passkeys)
        .where(and(eq(passkeys.id, id), isNull(passkeys.endedAt)))
        .get()
      if (!now || (counter <= now.counter && (counter > 0 || now.counter > 0))) return false
      db.update(passkeys).set({ counter, usedAt: at }).where(eq(passkeys.id, id)).run()
      note(db, { personId, at }, 'used a passkey of', 'person', personId)
      return true
    }),
  end: (id: number, by: By): number =>
    journaled(db, by, 'removed a passkey of', 'person', () => {
      db.update(passkeys)
        .set({ endedAt: by.at })
        .where(and(eq(passkeys.id, id), eq(passkeys.personId, by.personId!)))
        .run()
      return by.personId!
    }),
})
