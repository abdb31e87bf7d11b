import { folded } from '../folded.ts'

/** What stands where words were taken out of a sentence that somebody else wrote (R29). */
export const WORDS_ERASED = '[erased]'

/** Scripts that leave no blanks between words: each of their letters stands for itself. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u
/** What nobody sees between two letters belongs to the word. */
const UNSEEN = '\\u00AD\\u200B-\\u200D\\u2060\\u0640'
const WORD = new RegExp(
  `${UNSPACED.source}|(?:(?!${UNSPACED.source})[\\p{L}\\p{M}\\p{N}${UNSEEN}])+`,
  'gu',
)
const INVISIBLE = new RegExp(`[${UNSEEN}]`, 'g')

/**
 * Words as they are compared: neither accents, case, kinds of hyphen nor what nobody sees matters, one
 * blank stands between them, and nothing before the first or after the last. Empty where there is no
 * word in them.
 */
export const plainWords = (text: string): string => {
  const words = [...text.matchAll(WORD)]
  const last = words.at(-1)
  return last === undefined ? '' : plain(text.slice(words[0]!.index, last.index + last[0].length))
}

export const countWords = (text: string): number => [...text.matchAll(WORD)].length

/** Whether it is enough to be somebody's name, and not half a word. */
export const isName = (text: string): boolean =>
  plainWords(text).length >= (UNSPACED.test(text) ? 2 : 3)

const plain = (text: string): string =>
  folded(text.replace(INVISIBLE, ''))
    .replace(/\u0307/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[‘`´]/g, "'")
    .replace(/\s+/g, ' ')

/**
 * A text without some words: each run of so many words is asked about, as it is compared. The text
 * itself where none is meant.
 * @param isMeant whether these words are to go, as `plainWords` says them.
 */
export const withoutWords = (
  text: string,
  count: number,
  isMeant: (words: string) => boolean,
): string => {
  const words = [...text.matchAll(WORD)].map((each) => ({
    from: each.index,
    to: each.index + each[0].length,
  }))
  let left = ''
  let at = 0
  for (let i = 0; count > 0 && i + count <= words.length; i += 1) {
    const { from } = words[i]!
    const { to } = words[i + count - 1]!
    if (from < at || !isMeant(plain(text.slice(from, to)))) continue
    left += text.slice(at, from) + WORDS_ERASED
    at = to
  }
  return left + text.slice(at)
}

/** A name of the program's own, like `could-not`, and nothing that a person wrote. */
const OF_THE_PROGRAM = /^[a-z0-9-]*$/

/** The same JSON with each sentence in it written anew; the text itself where none is. */
export const inStrings = (json: string, anew: (text: string) => string): string => {
  let isChanged = false
  const left = JSON.stringify(JSON.parse(json), (_key, value: unknown) => {
    if (typeof value !== 'string' || OF_THE_PROGRAM.test(value)) return value
    const text = anew(value)
    isChanged ||= text !== value
    return text
  })
  return isChanged ? left : json
}

/** All that people wrote in a JSON. */
export const proseIn = (json: string): string => {
  const prose: string[] = []
  inStrings(json, (text) => {
    prose.push(text)
    return text
  })
  return prose.join(' ')
}

/** Whether a JSON holds some words in what people wrote. */
export const holdsWords = (json: string, typed: string): boolean => {
  const meant = plainWords(typed)
  const count = countWords(typed)
  return inStrings(json, (text) => withoutWords(text, count, (each) => each === meant)) !== json
}
