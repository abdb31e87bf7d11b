/** What stands where words were taken out of a sentence that somebody else wrote (R29). */
export const WORDS_ERASED = '[erased]'

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/**
 * Words as they are compared: small letters, one blank between them, and nothing before the first or
 * after the last. Empty where there is no word in them.
 */
export const plainWords = (text: string): string => {
  const words = [...text.matchAll(WORD)]
  const last = words.at(-1)
  return last === undefined ? '' : plain(text.slice(words[0]!.index, last.index + last[0].length))
}

export const countWords = (text: string): number => [...text.matchAll(WORD)].length

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')

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
