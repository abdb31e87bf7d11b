import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { ReplyTo } from '../domain/message.ts'
import type { Verdict } from '../domain/verdict.ts'
import { write, type Db } from './database.ts'

/**
 * Every statement behind the forms that residents fill in. They leave something, or read what the one who holds a number is told: nothing
 * here can read what somebody wrote, or anything else of the record (R10, R27). A test EXPLAINs each.
 */
export const INBOX_STATEMENTS = {
  message: `insert into messages (reference_hash, language, text, area, at_risk, at) values (?, ?, ?, ?, 0, ?)`,
  contact: `insert into message_contacts (message_id, name, reach) values (?, ?, ?)`,
  received: `insert into replies (reference_hash, kind, words, slug, "on") values (?, 'received', '', null, ?)`,
  replies: `select kind, words, slug, "on" from replies where reference_hash = ? order by id`,
  verdict: `insert into verdicts (slug, version, verdict, word, replaces_id, "on") values (?, ?, ?, ?, ?, ?)`,
  follower: `select id, key, confirmed_at as confirmedAt from followers where email = ? and ended_at is null`,
  follow: `insert into followers (email, language, key, at) values (?, ?, ?, ?)`,
  asked: `select at from letters where follower_id = ? and kind = 'follow' order by id desc limit 1`,
  letter: `insert into letters (kind, follower_id, message_id, at, try_at) values ('follow', ?, ?, ?, ?)`,
  byKey: `select id, at, confirmed_at as confirmedAt from followers where key = ? and ended_at is null`,
  confirm: `update followers set confirmed_at = ? where id = ? and confirmed_at is null`,
  end: `update followers set ended_at = ?, email = '' where id = ?`,
  journal: `insert into journal (at, person_id, verb, noun, noun_id) values (?, null, ?, ?, ?)`
} as const

/** No letter twice within a day, so that nobody is written to again and again by someone else's hand. */
const ASK_AGAIN_MS = 24 * 3_600_000
const CONFIRM_WITHIN_MS = 7 * ASK_AGAIN_MS
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const REFERENCE_LETTERS = 10

/** A number as people type it: small letters, spaces and dashes are all right. */
const hash = (reference: string): string => createHash('sha256').update(reference.toUpperCase().replace(/[^0-9A-Z]/g, '')).digest('hex')

/** What residents leave, and all that the public side can ever read of it. */
export const inboxPart = (db: Db) => {
  const run = Object.fromEntries(Object.entries(INBOX_STATEMENTS).map(([name, text]) => [name, db.$client.prepare(text)])) as Record<keyof typeof INBOX_STATEMENTS, import('better-sqlite3').Statement<unknown[]>>
  const note = (at: string, verb: string, noun: string, id: number): void => { run.journal.run(at, verb, noun, String(id)) }
  return {
    /** @returns the number to see what became of it, `7K3M2-Q8PXR`. It is not kept: nobody can find it again. */
    leaveMessage: (message: { language: string; text: string; area: string | null; name: string; reach: string }, at: string, on: string): string => write(db, () => {
      const plain = Array.from({ length: REFERENCE_LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
      const id = Number(run.message.run(hash(plain), message.language, message.text, message.area, at).lastInsertRowid)
      if (message.reach) run.contact.run(id, message.name, message.reach)
      run.received.run(hash(plain), on)
      note(at, 'left', 'message', id)
      return `${plain.slice(0, 5)}-${plain.slice(5)}`
    }),
    /** What the one who holds the number is told, the oldest first; none where there is no such number. */
    repliesTo: (reference: string): ReplyTo[] => run.replies.all(hash(reference)) as ReplyTo[],
    /** @param replacesId an answer that this one takes the place of. */
    leaveVerdict: (said: { slug: string; version: number; verdict: Verdict; word: string; replacesId: number | null }, at: string, on: string): number => write(db, () => {
      const id = Number(run.verdict.run(said.slug, said.version, said.verdict, said.word, said.replacesId, on).lastInsertRowid)
      note(at, 'answered', 'verdict', id)
      return id
    }),
    /** Sends the letter that asks whether they mean it. Whether someone follows already is told to nobody. */
    askToFollow: (email: string, language: string, at: string): void => write(db, () => {
      const there = run.follower.get(email) as { id: number; key: string; confirmedAt: string | null } | undefined
      if (there?.confirmedAt) return
      const id = there?.id ?? Number(run.follow.run(email, language, randomBytes(24).toString('base64url'), at).lastInsertRowid)
      const last = run.asked.get(id) as { at: string } | undefined
      if (last && Date.parse(at) - Date.parse(last.at) < ASK_AGAIN_MS) return
      run.letter.run(id, `<${randomUUID()}@round-table>`, at, at)
      note(at, 'asked to follow', 'follower', id)
    }),
    /** True where the key is still good. */
    confirm: (key: string, at: string): boolean => write(db, () => {
      const there = run.byKey.get(key) as { id: number; at: string; confirmedAt: string | null } | undefined
      if (!there || (!there.confirmedAt && Date.parse(at) - Date.parse(there.at) > CONFIRM_WITHIN_MS)) return false
      run.confirm.run(at, there.id)
      note(at, 'follows', 'follower', there.id)
      return true
    }),
    /** Ends it, and the address with it. A key that is not known any more has ended already. */
    end: (key: string, at: string): void => write(db, () => {
      const there = run.byKey.get(key) as { id: number } | undefined
      if (!there) return
      run.end.run(at, there.id)
      note(at, 'stopped following', 'follower', there.id)
    })
  }
}
