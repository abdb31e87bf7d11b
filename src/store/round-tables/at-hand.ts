import { and, isNull } from 'drizzle-orm'
import type { Day, When } from '../../domain/day.ts'
import type { Db } from '../database.ts'
import { roundTables } from '../schema/round-tables.ts'

/** The round table that one looks for first. */
export const readAtHand = (db: Db) => ({
  /** The one that is open, else the next that is planned: enough of it for a link. */
  atHand: (today: Day): { slug: string; heldOn: When; isOpen: boolean } | undefined =>
    db
      .select()
      .from(roundTables)
      .where(
        and(
          isNull(roundTables.finishedAt),
          isNull(roundTables.cancelledAt),
          isNull(roundTables.takenBackAt),
        ),
      )
      .all()
      .filter(({ openedAt, heldOn }) => openedAt || heldOn >= today.slice(0, heldOn.length))
      .toSorted(
        (a, b) =>
          Number(b.openedAt !== null) - Number(a.openedAt !== null) ||
          a.heldOn.localeCompare(b.heldOn),
      )
      .map(({ slug, heldOn, openedAt }) => ({ slug, heldOn, isOpen: openedAt !== null }))[0],
})
