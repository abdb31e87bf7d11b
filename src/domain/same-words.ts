/** The same words, however they were typed: in any case, with any blanks, in any form of a letter. */
export const sameWords = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'").split(/\s+/).filter(Boolean).join(' ')

/** With a stop, so that the next sentence does not run into it. */
export const withStop = (words: string): string =>
  /[.!?…]["”’)]?$/.test(words.trim()) ? words.trim() : `${words.trim()}.`

/** Without the stop at its end, where a sentence of ours goes on after it. */
export const withoutStop = (words: string): string => words.replace(/(?<![.\s])[.\s]+$/, '')
