/**
 * Words without the signs that a writer of Markdown puts around them; an address of a link stays.
 * What is struck through stays too, and is asked about.
 */
export const plainWords = (text: string): string =>
  text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\[([^[\]]{1,300})\]\(([^()\s]{1,300})\)/g, '$1 ($2)')
    .replace(/\*\*([^*]{1,1000})\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])__([^_]{1,1000})__(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,1000})(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,1000})(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/~~([^~]{1,1000})~~/g, '$1')
    .replace(/`([^`]{1,1000})`/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** Something in it is struck through. */
export const isStruck = (text: string): boolean => /~~[^~]{1,1000}~~|<(?:s|del|strike)>/i.test(text)

/** Words without the signs that turn their direction and are not seen. */
export const withoutDirections = (text: string): string =>
  text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
