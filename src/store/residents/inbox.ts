import { inPlainDigits } from '../../domain/folded.ts'
import type { ReplyTo } from '../../domain/residents/message.ts'
import type { Question, Verdict } from '../../domain/residents/verdict.ts'
import type { Db } from '../database.ts'
import type { Key } from '../secrets/key.ts'
import { asTyped, codeIn, newCode } from '../tokens.ts'
import { write } from '../transactions.ts'
import { followingOf } from './following.ts'
import { note, preparedInbox, type Inbox } from './inbox-statements.ts'

const LETTERS = 10

/** What residents leave, and all that the public side can ever read of it. */
export const inboxStore = (db: Db, key: Key) => {
  const run = preparedInbox(db)
  return { ...leaveIn(db, run, key), ...followingOf(db, run) }
}

const leaveIn = (db: Db, run: Inbox, key: Key) => ({
  /**
   * @param formKey what the form is known by. Its code is made of this, of the day and of all that
   * was typed, with the folder's key: the same form sent again comes to the same code, and so to
   * the message that is there (R31), though nothing is kept of the form or of who sent it (R27).
   * @returns the code to see what became of it, `7K3M2-Q8PXR`. It is not kept: nobody can find
   * it again.
   */
  leaveMessage: (
    message: { language: string; text: string; area: string | null; name: string; reach: string },
    at: string,
    on: string,
    formKey: string | null = null,
  ): string =>
    write(db, () => {
      const plain = formKey === null ? newCode(LETTERS) : codeOf(key, [formKey, on, message])
      if (run.replies.all(kept(key, plain)).length > 0) return asShown(plain)
      const id = Number(
        run.message.run(kept(key, plain), message.language, message.text, message.area, at)
          .lastInsertRowid,
      )
      if (message.name || message.reach) run.contact.run(id, message.name, message.reach)
      run.received.run(kept(key, plain), on)
      note(run, at, 'left', 'message', id)
      return asShown(plain)
    }),
  /**
   * What the one who holds the code is told, the oldest first; none where there is no such
   * code.
   */
  repliesTo: (reference: string): ReplyTo[] => run.replies.all(kept(key, reference)) as ReplyTo[],
  /** @param replacesId an answer that this one takes the place of. */
  leaveVerdict: (
    said: {
      slug: string
      version: number
      question: Question
      verdict: Verdict
      word: string
      replacesId: number | null
    },
    at: string,
    on: string,
  ): number =>
    write(db, () => {
      const id = Number(
        run.verdict.run(
          said.slug,
          said.version,
          said.question,
          said.verdict,
          said.word,
          said.replacesId,
          on,
        ).lastInsertRowid,
      )
      note(run, at, 'answered', 'verdict', id)
      return id
    }),
})

const codeOf = (key: Key, form: unknown): string => codeIn(key.again(JSON.stringify(form)), LETTERS)

/** In two halves, which are easier to read out and to write down. */
const asShown = (plain: string): string => `${plain.slice(0, 5)}-${plain.slice(5)}`

/**
 * A code as people type it: small letters, spaces and dashes are all right, and so are the digits
 * of their own keyboard. It is good for years, so that it is kept with the folder's key.
 */
const kept = (key: Key, reference: string): string => key.digest(asTyped(inPlainDigits(reference)))
