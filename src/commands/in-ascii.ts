/**
 * The same program in ASCII: Node keeps a file with one other letter in it at two bytes for each of
 * its letters. esbuild does so by itself for words, and not for the patterns of letters we look for.
 * @param text of a file of ours.
 */
export const inAscii = (text: string): string =>
  text
    .replace(AS_IT_STANDS, (part) => part.replace(OTHERS, (each) => `\${'${escaped(each)}'}`))
    .replace(OTHERS, escaped)

/** In these an escape would be six letters, and not the one. */
const AS_IT_STANDS = /String\.raw`[^`]*`/g
const OTHERS = /[^\0-\x7f]/g

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
