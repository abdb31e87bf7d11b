import { inHtml } from './html.ts'
import { inText } from './plain.ts'
import type { Letter } from './letter.ts'

/** A part of a letter, in words alone: the plain letter and the one in HTML hold the same. */
export type Part =
  /**
   * A paragraph, a heading over what follows it, and one of a whole section; in English where the
   * letter is not.
   */
  | { is: 'words' | 'heading' | 'title'; words: string; isEnglish?: true }
  | { is: 'list'; items: string[] }
  /** What somebody types from it into a page. */
  | { is: 'code'; before: string; code: string }
  /** A thing to press, or a line that leads somewhere: words of its own, and what to know of it. */
  | { is: 'press' | 'link'; words: string; to: string; note?: string }

/** R21: what every letter is made of, whatever it is about. */
export interface Form {
  to: string
  /** From whom it is; null before the partnership has a name. */
  partnership: string | null
  /** What it is about, without the name of who writes. */
  subject: string
  /** Whose it is first, then what is asked. */
  parts: Part[]
  /** In small letters: whom to ask, why this came and how often, how it stops. */
  foot: Part[]
  publicUrl: string
  /** Who reads an answer to it, where the partnership has set no address for them. */
  replyTo?: string
  /** The language that it is written in; English where nothing is said. */
  language?: { code: string; dir: 'ltr' | 'rtl' }
}

/** A letter in its one form, as plain words and as HTML, from the partnership by its name. */
export const drawn = (form: Form): Letter => {
  const { to, partnership, subject: about, publicUrl, replyTo } = form
  const subject = `${whoWrites(form)}: ${about}`
  const signature: Part = {
    is: 'link',
    words: partnership === null ? 'Round Table' : `${partnership}, round table`,
    to: publicUrl,
  }
  const foot = [...form.foot, signature]
  return {
    to,
    subject,
    text: inText([...form.parts, ...foot]),
    html: inHtml({ ...form, subject, foot }),
    ...(replyTo !== undefined && { replyTo }),
  }
}

const whoWrites = ({ partnership, language }: Form): string =>
  partnership === null ? 'Round table' : language ? partnership : `${partnership} round table`

/** Paragraphs, for whoever writes a letter. */
export const words = (...paragraphs: string[]): Part[] =>
  paragraphs.map((each) => ({ is: 'words', words: each }))
