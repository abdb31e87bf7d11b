import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { accounts } from '../schema/sign-in.ts'

export type Account = typeof accounts.$inferSelect

/**
 * Work accounts that are joined to people here: known by tenant and object, never by an address.
 */
export const workAccountsStore = (db: Db) => ({
  find: (tenant: string, object: string): Account | undefined =>
    db
      .select()
      .from(accounts)
      .where(
        and(eq(accounts.tenant, tenant), eq(accounts.object, object), isNull(accounts.endedAt)),
      )
      .get(),
  list: (personId: number): Account[] =>
    db
      .select()
      .from(accounts)
      .where(and(eq(accounts.personId, personId), isNull(accounts.endedAt)))
      .orderBy(accounts.id)
      .all(),
  record: (account: { tenant: string; object: string }, by: By): number =>
    journaled(db, by, 'joined a work account to', 'person', () => {
      insert(db, accounts, { personId: by.personId!, ...account, at: by.at })
      return by.personId!
    }),
  end: (id: number, by: By): number =>
    journaled(db, by, 'left a work account of', 'person', () => {
      db.update(accounts)
        .set({ endedAt: by.at })
        .where(and(eq(accounts.id, id), eq(accounts.personId, by.personId!)))
        .run()
      return by.personId!
    }),
})
