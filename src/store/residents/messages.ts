import { and, asc, eq, isNull } from 'drizzle-orm'
import { dayOf } from '../../domain/day.ts'
import type { Message, OutcomeKind, ReplyKind } from '../../domain/residents/message.ts'
import type { Db } from '../database.ts'
import { amongIds, group } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, note, type By } from '../journal.ts'
import {
  messageContacts,
  messageOutcomes,
  messagePeople,
  messages,
  replies,
} from '../schema/residents.ts'
import { forget, write } from '../transactions.ts'
import { dropAnsweredContacts } from './answered.ts'

/** What residents wrote to us, for those who may read it; and what was made of it. */
export const messagesStore = (db: Db) => ({
  /** All or some of them, the oldest first. The caller leaves out what its reader may not see. */
  listUnfiltered: (ids?: number[]): Message[] => load(db, ids),
  findUnfiltered: (id: number): Message | undefined => load(db, [id])[0],
  /**
   * What was made of it, what the one who wrote is told, and the way to reach them gone when
   * nothing more is to come.
   */
  recordOutcome: (
    message: Message,
    outcome: { kind: OutcomeKind; concernId: number | null },
    told: { kind: ReplyKind; words: string } | null,
    by: By,
  ): number => {
    const ends = outcome.kind === 'answered' || outcome.kind === 'closed'
    journaled(db, by, SAY[outcome.kind], 'message', () => {
      insert(db, messageOutcomes, {
        messageId: message.id,
        ...outcome,
        personId: by.personId!,
        at: by.at,
      })
      if (told) tell(db, message.id, told.kind, told.words, null, dayOf(by.at))
      if (ends) dropAnsweredContacts(db)
      return message.id
    })
    if (ends) forget(db)
    return message.id
  },
  /** R27: from now on a named matter. */
  recordAtRisk: (id: number, list: number[], by: By): number =>
    journaled(db, by, 'marked as at risk', 'message', () => {
      db.update(messages).set({ atRisk: true }).where(eq(messages.id, id)).run()
      for (const personId of list)
        insert(db, messagePeople, { messageId: id, personId, addedById: by.personId!, at: by.at })
      return id
    }),
  /**
   * Everyone whose words led to a concern is told where it can be read now: its slug, and nothing
   * else.
   */
  tellWhoWrote: (concernIds: number[], slug: string, by: By): void =>
    tellWhoWrote(db, concernIds, slug, by),
  /** Messages that led to these concerns. */
  behind: (concernIds: number[]): Message[] => load(db, idsBehind(db, concernIds)),
})

const tellWhoWrote = (db: Db, concernIds: number[], slug: string, by: By): void =>
  write(db, () => {
    for (const message of load(db, idsBehind(db, concernIds))) {
      if (message.atRisk || isTold(db, message.id, slug)) continue
      tell(db, message.id, 'told', '', slug, dayOf(by.at))
      note(db, by, 'told who wrote', 'message', message.id)
    }
  })

const idsBehind = (db: Db, concernIds: number[]): number[] =>
  db
    .selectDistinct({ id: messageOutcomes.messageId })
    .from(messageOutcomes)
    .where(amongIds(messageOutcomes.concernId, concernIds))
    .all()
    .map((row) => row.id)

const isTold = (db: Db, id: number, slug: string): boolean =>
  db
    .select({ slug: replies.slug })
    .from(replies)
    .where(eq(replies.referenceHash, hashOf(db, id)))
    .all()
    .some((each) => each.slug === slug)

const load = (db: Db, some?: number[]): Message[] => {
  const rows = db
    .select()
    .from(messages)
    .where(some && amongIds(messages.id, some))
    .all()
    .toSorted((a, b) => a.id - b.id)
  const ids = rows.map((row) => row.id)
  const outcomes = group(
    db
      .select()
      .from(messageOutcomes)
      .where(amongIds(messageOutcomes.messageId, ids))
      .orderBy(asc(messageOutcomes.id))
      .all(),
    (each) => each.messageId,
  )
  const people = group(
    db
      .select()
      .from(messagePeople)
      .where(and(amongIds(messagePeople.messageId, ids), isNull(messagePeople.removedAt)))
      .all(),
    (each) => each.messageId,
  )
  const contacts = new Map(
    db
      .select()
      .from(messageContacts)
      .where(amongIds(messageContacts.messageId, ids))
      .all()
      .map((each) => [each.messageId, each]),
  )
  return rows.map(({ referenceHash: _hash, ...row }) => {
    const contact = contacts.get(row.id)
    return {
      ...row,
      list: (people.get(row.id) ?? []).map((each) => each.personId),
      contact: contact ? { name: contact.name, reach: contact.reach } : null,
      outcomes: outcomes.get(row.id) ?? [],
    }
  })
}

const tell = (
  db: Db,
  id: number,
  kind: ReplyKind,
  words: string,
  slug: string | null,
  on: string,
): void => {
  insert(db, replies, { referenceHash: hashOf(db, id), kind, words, slug, on })
}

const hashOf = (db: Db, id: number): string =>
  db.select({ hash: messages.referenceHash }).from(messages).where(eq(messages.id, id)).get()!.hash

const SAY: Record<OutcomeKind, string> = {
  read: 'read',
  concern: 'made a concern of',
  joined: 'joined to a concern',
  answered: 'answered',
  closed: 'put aside',
}
