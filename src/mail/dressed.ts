import { SAMPLE_WORDS } from '../domain/publishing/told.ts'
import type { Letter } from './letter.ts'

/** What every letter is given before it goes, whoever wrote it. */
export interface Dress {
  /** The name of the partnership, once it has one. */
  partnership: string | null
  /** Who reads the answers, where the partnership says so. */
  replies: string
  isSample: boolean
}

/**
 * From the partnership by its name (R21), answered to whoever it says, and marked where the
 * partnership is a sample, so that nobody takes it for one of a real round table. Where nobody is
 * named for answers, they go to who the letter itself names: the coordinator, in letters to people
 * of the table.
 */
export const dressed = (letter: Letter, { partnership, replies, isSample }: Dress): Letter => {
  const replyTo = replies || letter.replyTo
  const named = {
    ...letter,
    ...(partnership !== null && { fromName: `${partnership}, round table` }),
    ...(replyTo && { replyTo }),
  }
  return isSample ? markedWith(named, 'sample', SAMPLE_WORDS) : named
}

const STYLE =
  'margin:0;padding:12px 16px;background:#f6ecc9;color:#20221e;font:14px/20px Arial,sans-serif'

/** Says in the subject, in the first line, as HTML and in the file for a calendar what it is not. */
export const markedWith = (
  { calendar, ...letter }: Letter,
  mark: string,
  words: string,
): Letter => ({
  ...letter,
  subject: `${letter.subject} (${mark})`,
  text: `${words}\n\n${letter.text}`,
  ...(calendar && {
    calendar: {
      ...calendar,
      content: calendar.content.replace(/^SUMMARY:/gm, `$&(${mark}) `),
    },
  }),
  ...(letter.html !== undefined && {
    html: letter.html.replace(/<body[^<>]*>/, (body) => `${body}<p style="${STYLE}">${words}</p>`),
  }),
})
