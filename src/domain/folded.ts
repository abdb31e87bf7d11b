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

/** The digits that people type in Arabic, Farsi, Kurdish, Urdu and Bengali. */
const DIGITS = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹০১২৩৪৫৬৭৮৯'

/** Text with the digits of any of our keyboards as 0 to 9. */
export const inPlainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹০-৯]/g, (digit) => String(DIGITS.indexOf(digit) % 10))

/**
 * How many slips lie between two words (optimal string alignment); more than `most` where there are
 * more, without counting how many.
 */
export const slipsBetween = (one: string, other: string, most: number): number => {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? before[j - 2]! + 1
          : Infinity
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1, swapped))
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, row] = [row, next]
  }
  return row.at(-1)!
}
