import { and, eq, isNull } from 'drizzle-orm'
import type { Quote } from '../../domain/evidence/quote.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { forget } from '../transactions.ts'
import { quotes } from '../schema/events.ts'

/** Quotes with their consent (R18). */
export const quotesStore = (db: Db) => ({
  list: (): Quote[] => db.select().from(quotes).orderBy(quotes.id).all(),
  ofConcern: (concernId: number): Quote[] =>
    db.select().from(quotes).where(eq(quotes.concernId, concernId)).orderBy(quotes.id).all(),
  find: (id: number): Quote | undefined => db.select().from(quotes).where(eq(quotes.id, id)).get(),
  record: (
    concernId: number,
    quote: Pick<Quote, 'words' | 'role' | 'askedById' | 'use' | 'until'>,
    by: By,
  ): number =>
    journaled(db, by, 'wrote down', 'quote', () =>
      insert(db, quotes, { concernId, ...quote, personId: by.personId!, at: by.at }),
    ),
  /** The words go; what was drafted and told of them goes with the publication. */
  recordWithdrawal: (id: number, by: By): number =>
    journaled(db, by, 'withdrew the consent for', 'quote', () => {
      db.update(quotes)
        .set({ withdrawnAt: by.at, words: '', role: '' })
        .where(and(eq(quotes.id, id), isNull(quotes.withdrawnAt)))
        .run()
      forget(db)
      return id
    }),
})
