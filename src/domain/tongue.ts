/** How words are marked that are not in English: their language, as far as their letters tell it. */
export interface Script {
  /** Empty where the letters do not tell: another language than the page's, and nobody knows which. */
  lang: string
  rtl: boolean
}

/** As much as is looked at: the first lines of a text tell. */
const LOOKED_AT = 400
const FOREIGN = /[\u0250-\u1DFF\u2C00-\uD7FF\uF900-\uFFDC\u{10000}-\u{3FFFF}]/u

/**
 * The language of words whose letters are mostly of another script than ours, such as what a
 * resident types in Arabic on an English page. Nothing for words in Latin letters: they do not tell
 * French from English.
 */
export const scriptOf = (words: string): Script | null => {
  const text = words.slice(0, LOOKED_AT)
  if (!FOREIGN.test(text)) return null
  const letters = text.match(/\p{L}/gu) ?? []
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter))
  if (others.length * 2 <= letters.length) return null
  const [, lang, rtl] = SCRIPTS.find(([letter]) => letter.test(text)) ?? UNKNOWN
  return { lang, rtl }
}

const UNKNOWN = [/^/u, '', false] as const
/** By the letters that one language has and the one below it lacks. */
const SCRIPTS: readonly (readonly [letters: RegExp, lang: string, rtl: boolean])[] = [
  [/[ەێۆڕڵ]/u, 'ckb', true],
  [/[ٹڈڑںےھ]/u, 'ur', true],
  [/[پچژگکی]/u, 'fa', true],
  [/\p{Script=Arabic}/u, 'ar', true],
  [/\p{Script=Hebrew}/u, 'he', true],
  [/[\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u, '', true],
  [/\p{Script=Bengali}/u, 'bn', false],
]
