import type { Choice, HowOften } from '../../../domain/residents/following.ts'
import type { ReplyTo } from '../../../domain/residents/message.ts'
import type { Question, Verdict } from '../../../domain/residents/verdict.ts'

/**
 * All that the public side can do to the record: leave something, and read what the one who holds a
 * code is told (R10, R27).
 */
export interface Inbox {
  /** @returns the code to see what became of it; the same one for the same form, sent again that day. */
  leaveMessage: (
    message: { language: string; text: string; area: string | null; name: string; reach: string },
    at: string,
    on: string,
    formKey: string | null,
  ) => string
  repliesTo: (reference: string) => ReplyTo[]
  /** @returns the id by which a later answer takes its place. */
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
  ) => number
  askToFollow: (
    email: string,
    wish: Choice & { often: HowOften; language: string },
    at: string,
  ) => void
  /** What the one who holds a key asked to follow. */
  askedBy: (key: string) => (Choice & { often: HowOften; confirmedAt: string | null }) | undefined
  confirm: (key: string, at: string) => boolean
  /** What the one who holds a key follows. */
  followed: (key: string) => { choices: Choice[]; often: HowOften } | undefined
  changeFollowing: (
    key: string,
    wish: { keep: string[]; more: Choice[]; often: HowOften; language: string },
    at: string,
  ) => boolean
  end: (key: string, at: string) => void
}
