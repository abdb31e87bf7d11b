import { group } from '../group.ts'
import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import type { Baton, BatonEnd, HandingOn } from '../../domain/people/baton.ts'
import type { Db } from '../database.ts'
import { journaled, type By } from '../journal.ts'
import { batonKeeps } from '../schema/actions.ts'
import { letters } from '../schema/letters.ts'
import { alumni, batonEnds, batons } from '../schema/people.ts'
import { invitations } from '../schema/sign-in.ts'

/** Seats being handed on, and who agrees to be named as a past holder. */
export const batonsStore = (db: Db) => {
  const load = (): Baton[] => {
    const keeps = group(db.select().from(batonKeeps).all(), (row) => row.batonId)
    const ends = new Map(
      db
        .select()
        .from(batonEnds)
        .all()
        .map(({ batonId, ...end }) => [batonId, end]),
    )
    const invited = new Map(
      db
        .select({ batonId: invitations.batonId, personId: invitations.personId })
        .from(invitations)
        .all()
        .map((row) => [row.batonId, row.personId]),
    )
    return db
      .select()
      .from(batons)
      .orderBy(batons.id)
      .all()
      .map((row) => ({
        ...row,
        toId: row.toId ?? invited.get(row.id) ?? null,
        keeps: (keeps.get(row.id) ?? []).map(({ actionId, seatId }) => ({ actionId, seatId })),
        end: ends.get(row.id) ?? null,
      }))
  }
  return {
    list: load,
    ofSeat: (seatId: number): Baton[] => load().filter((each) => each.seatId === seatId),
    find: (id: number): Baton | undefined => load().find((each) => each.id === id),
    record: (
      seatId: number,
      { toId, name, email, note, keeps, holdingId }: HandingOn & { holdingId: number },
      by: By,
    ): number =>
      journaled(db, by, 'began to hand on', 'seat', () => {
        const id = Number(
          db
            .insert(batons)
            .values({
              seatId,
              holdingId,
              fromId: by.personId!,
              toId,
              name: toId === null ? name : null,
              email: toId === null ? email : null,
              note,
              at: by.at,
            })
            .run().lastInsertRowid,
        )
        for (const each of keeps)
          db.insert(batonKeeps)
            .values({ batonId: id, ...each })
            .run()
        return seatId
      }),
    recordEnd: (
      { id, seatId }: Baton,
      end: { kind: BatonEnd; words: string | null },
      by: By,
    ): number =>
      journaled(db, by, VERBS[end.kind], 'seat', () => {
        db.insert(batonEnds)
          .values({ batonId: id, ...end, personId: by.personId!, at: by.at })
          .run()
        return seatId
      }),
    /** A letter about it to each of these people. Its words are made when it goes. */
    recordLetters: (batonId: number, personIds: number[], by: By): void => {
      for (const personId of new Set(personIds)) {
        journaled(db, by, 'wrote', 'letter', () =>
          Number(
            db
              .insert(letters)
              .values({
                kind: 'baton',
                batonId,
                personId,
                messageId: `<${randomUUID()}@round-table>`,
                sentById: by.personId,
                at: by.at,
                tryAt: by.at,
              })
              .run().lastInsertRowid,
          ),
        )
      }
    },
    /** People who agreed to be named as past holders. */
    alumni: (): number[] => {
      const last = new Map(
        db
          .select()
          .from(alumni)
          .orderBy(alumni.id)
          .all()
          .map((row) => [row.personId, row.agreed]),
      )
      return [...last].filter(([, agreed]) => agreed).map(([personId]) => personId)
    },
    recordAlumni: (agreed: boolean, by: By): number =>
      journaled(
        db,
        by,
        agreed ? 'agreed to be named as a past holder' : 'is no more named as a past holder',
        'person',
        () => {
          const last = db
            .select()
            .from(alumni)
            .where(eq(alumni.personId, by.personId!))
            .orderBy(desc(alumni.id))
            .limit(1)
            .get()
          if ((last?.agreed ?? false) !== agreed)
            db.insert(alumni).values({ personId: by.personId!, agreed, at: by.at }).run()
          return by.personId!
        },
      ),
  }
}

const VERBS: Record<BatonEnd, string> = {
  accepted: 'took on',
  declined: 'did not take on',
  withdrawn: 'stopped handing on',
}
