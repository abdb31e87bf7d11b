/**
 * Letters that are one letter to the one who types: Arabic, Farsi, Kurdish and Urdu keyboards have
 * their own forms of some.
 */
const SAME: Record<string, string> = {
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
  ı: 'i',
  ß: 'ss',
  đ: 'd',
  ø: 'o',
}
const PLAIN = /^[\u0020-\u007e]*$/

/** Text as search compares it: neither accents nor case matter. */
export const folded = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/[\p{M}\u200c\u200d\u0640]/gu, '')
        .toLowerCase()
        .replace(/[’ʼ]/g, "'")
        .replace(/[ىیېکةەہھٱıßđø]/g, (letter) => SAME[letter]!)
