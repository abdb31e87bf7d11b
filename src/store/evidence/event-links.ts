import { eq } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { eventLinks } from '../schema/events.ts'

/** What an event hangs on from now on: links that are there stay, others end or begin. */
export const recordLinks = (
  db: Db,
  id: number,
  { actionIds, concernIds }: { actionIds: number[]; concernIds: number[] },
  by: By,
): number =>
  journaled(db, by, 'linked', 'event', () => {
    const now = db
      .select()
      .from(eventLinks)
      .where(eq(eventLinks.eventId, id))
      .all()
      .filter((each) => each.endedAt === null)
    for (const each of now)
      if (
        !(each.actionId !== null
          ? actionIds.includes(each.actionId)
          : concernIds.includes(each.concernId!))
      )
        db.update(eventLinks).set({ endedAt: by.at }).where(eq(eventLinks.id, each.id)).run()
    for (const actionId of actionIds)
      if (!now.some((each) => each.actionId === actionId))
        insert(db, eventLinks, { eventId: id, actionId, personId: by.personId!, at: by.at })
    for (const concernId of concernIds)
      if (!now.some((each) => each.concernId === concernId))
        insert(db, eventLinks, { eventId: id, concernId, personId: by.personId!, at: by.at })
    return id
  })
