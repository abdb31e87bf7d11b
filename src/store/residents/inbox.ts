import { forget, write } from '../transactions.ts'
import type { Statement } from 'better-sqlite3'
import { randomInt, randomUUID } from 'node:crypto'
import type { ReplyTo } from '../../domain/residents/message.ts'
import type { Verdict } from '../../domain/residents/verdict.ts'
import { type Db } from '../database.ts'
import { hashOf, newToken } from '../tokens.ts'

/**
 * Every statement behind the forms that residents fill in. They leave something, or read what the
 * one who holds a number is told: nothing here can read what somebody wrote, or anything else of
 * the record (R10, R27). A test EXPLAINs each.
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
  lapse: `update followers set ended_at = ?, email = '' where confirmed_at is null and ended_at is null and at < ?`,
  end: `update followers set ended_at = ?, email = '' where id = ?`,
  journal: `insert into journal (at, person_id, verb, noun, noun_id) values (?, null, ?, ?, ?)`,
} as const

/**
 * No letter twice within a day, so that nobody is written to again and again by someone else's
 * hand.
 */
const ASK_AGAIN_MS = 24 * 3_600_000
/** As long as an address is kept whose owner has not said yes. */
const CONFIRM_WITHIN_MS = 7 * ASK_AGAIN_MS
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const REFERENCE_LETTERS = 10

/** The digits that people type in Arabic, Farsi, Kurdish, Urdu and Bengali. */
const DIGITS = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹০১২৩৪৫৬৭৮৯'
/**
 * A number as people type it: small letters, spaces and dashes are all right, and so are the digits
 * of their own keyboard.
 */
const hash = (reference: string): string =>
  hashOf(
    reference
      .replace(/[٠-٩۰-۹০-৯]/g, (digit) => String(DIGITS.indexOf(digit) % 10))
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, ''),
  )

/** What residents leave, and all that the public side can ever read of it. */
export const inboxStore = (db: Db) => {
  const run = Object.fromEntries(
    Object.entries(INBOX_STATEMENTS).map(([name, text]) => [name, db.$client.prepare(text)]),
  ) as Record<keyof typeof INBOX_STATEMENTS, Statement<unknown[]>>
  const note = (at: string, verb: string, noun: string, id: number): void => {
    run.journal.run(at, verb, noun, String(id))
  }
  return {
    /**
     * @returns the number to see what became of it, `7K3M2-Q8PXR`. It is not kept: nobody can find
     * it again.
     */
    leaveMessage: (
      message: { language: string; text: string; area: string | null; name: string; reach: string },
      at: string,
      on: string,
    ): string =>
      write(db, () => {
        const plain = Array.from(
          { length: REFERENCE_LETTERS },
          () => ALPHABET[randomInt(ALPHABET.length)],
        ).join('')
        const id = Number(
          run.message.run(hash(plain), message.language, message.text, message.area, at)
            .lastInsertRowid,
        )
        if (message.name || message.reach) run.contact.run(id, message.name, message.reach)
        run.received.run(hash(plain), on)
        note(at, 'left', 'message', id)
        return `${plain.slice(0, 5)}-${plain.slice(5)}`
      }),
    /**
     * What the one who holds the number is told, the oldest first; none where there is no such
     * number.
     */
    repliesTo: (reference: string): ReplyTo[] => run.replies.all(hash(reference)) as ReplyTo[],
    /** @param replacesId an answer that this one takes the place of. */
    leaveVerdict: (
      said: {
        slug: string
        version: number
        verdict: Verdict
        word: string
        replacesId: number | null
      },
      at: string,
      on: string,
    ): number =>
      write(db, () => {
        const id = Number(
          run.verdict.run(said.slug, said.version, said.verdict, said.word, said.replacesId, on)
            .lastInsertRowid,
        )
        note(at, 'answered', 'verdict', id)
        return id
      }),
    /**
     * Sends the letter that asks whether they mean it. Whether someone follows already is told to
     * nobody.
     */
    askToFollow: (email: string, language: string, at: string): void =>
      write(db, () => {
        // An address whose owner never said yes is not ours to keep.
        run.lapse.run(at, new Date(Date.parse(at) - CONFIRM_WITHIN_MS).toISOString())
        const there = run.follower.get(email) as
          | { id: number; key: string; confirmedAt: string | null }
          | undefined
        const id =
          there?.id ?? Number(run.follow.run(email, language, newToken(), at).lastInsertRowid)
        // Written whoever it is, so that an address that follows takes as long as one that does
        // not.
        note(at, 'asked to follow', 'follower', id)
        const last = run.asked.get(id) as { at: string } | undefined
        if (there?.confirmedAt || (last && Date.parse(at) - Date.parse(last.at) < ASK_AGAIN_MS))
          return
        run.letter.run(id, `<${randomUUID()}@round-table>`, at, at)
      }),
    /** Forgets the addresses whose owners never said yes. */
    lapse: (at: string): void => {
      const { changes } = write(db, () =>
        run.lapse.run(at, new Date(Date.parse(at) - CONFIRM_WITHIN_MS).toISOString()),
      )
      if (changes > 0) forget(db)
    },
    /** True where the key is still good. */
    confirm: (key: string, at: string): boolean =>
      write(db, () => {
        const there = run.byKey.get(key) as
          | { id: number; at: string; confirmedAt: string | null }
          | undefined
        if (
          !there ||
          (!there.confirmedAt && Date.parse(at) - Date.parse(there.at) > CONFIRM_WITHIN_MS)
        )
          return false
        run.confirm.run(at, there.id)
        note(at, 'follows', 'follower', there.id)
        return true
      }),
    /** Ends it, and the address with it. A key that is not known any more has ended already. */
    end: (key: string, at: string): void => {
      const there = run.byKey.get(key) as { id: number } | undefined
      if (!there) return
      write(db, () => {
        run.end.run(at, there.id)
        note(at, 'stopped following', 'follower', there.id)
      })
      forget(db)
    },
  }
}
