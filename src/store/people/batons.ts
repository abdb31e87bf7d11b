import { randomUUID } from 'node:crypto'
import type { Baton, BatonEnd, HandingOn } from '../../domain/people/baton.ts'
import type { Db } from '../database.ts'
import { group } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { batonKeeps } from '../schema/actions.ts'
import { letters } from '../schema/letters.ts'
import { batonEnds, batons } from '../schema/people.ts'
import { invitations } from '../schema/sign-in.ts'
import { alumniOf } from './alumni.ts'

/** Seats being handed on, and who agrees to be named as a past holder. */
export const batonsStore = (db: Db) => ({
  list: (): Baton[] => loadBatons(db),
  ofSeat: (seatId: number): Baton[] => loadBatons(db).filter((each) => each.seatId === seatId),
  find: (id: number): Baton | undefined => loadBatons(db).find((each) => each.id === id),
  record: (seatId: number, handingOn: HandingOn & { holdingId: number }, by: By): number =>
    insertBaton(db, seatId, handingOn, by),
  recordEnd: (
    { id, seatId }: Baton,
    end: { kind: BatonEnd; words: string | null },
    by: By,
  ): number =>
    journaled(db, by, VERBS[end.kind], 'seat', () => {
      insert(db, batonEnds, { batonId: id, ...end, personId: by.personId!, at: by.at })
      return seatId
    }),
  /** A letter about it to each of these people. Its words are made when it goes. */
  recordLetters: (batonId: number, personIds: number[], by: By): void => {
    for (const personId of new Set(personIds)) {
      journaled(db, by, 'wrote', 'letter', () =>
        insert(db, letters, {
          kind: 'baton',
          batonId,
          personId,
          messageId: `<${randomUUID()}@round-table.localhost>`,
          sentById: by.personId,
          at: by.at,
          tryAt: by.at,
        }),
      )
    }
  },
  ...alumniOf(db),
})

const loadBatons = (db: Db): Baton[] => {
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

const insertBaton = (
  db: Db,
  seatId: number,
  { toId, name, email, note, keeps, holdingId }: HandingOn & { holdingId: number },
  by: By,
): number =>
  journaled(db, by, 'began to hand on', 'seat', () => {
    const id = insert(db, batons, {
      seatId,
      holdingId,
      fromId: by.personId!,
      toId,
      name: toId === null ? name : null,
      email: toId === null ? email : null,
      note,
      at: by.at,
    })
    for (const each of keeps) insert(db, batonKeeps, { batonId: id, ...each })
    return seatId
  })

const VERBS: Record<BatonEnd, string> = {
  accepted: 'took on',
  declined: 'did not take on',
  withdrawn: 'stopped handing on',
}
