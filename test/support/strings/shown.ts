import { ATTACKS } from './attacks.ts'

/** What we keep of what was typed: controls and what no one sees are gone, line ends are of one kind. */
export const typedAs = (text: string): string =>
  plain(
    text
      .toWellFormed()
      .replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g, '\n')
      .replace(
        /[\u0000-\u0008\u000B-\u001F\u007F\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu,
        '',
      ),
  )

/** White space is shown as one space wherever it stands. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

const KEPT = ATTACKS.map((each) => ({ typed: each, kept: typedAs(each) }))

/** Which of the strings stand in a text, letter by letter as they were typed. */
export const stringsShown = (text: string): string[] => {
  const all = plain(text)
  return KEPT.filter(({ kept }) => all.includes(kept)).map(({ typed }) => typed)
}
