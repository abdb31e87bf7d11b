/**
 * Characters of other scripts and of typesetting that are read as one of ours: letters in disguise,
 * letters with a stroke, and marks that stand for a dash, a dot, a slash, a bracket or an apostrophe.
 */
const PAIRS =
  'аa вb еe кk мm нh оo рp сc тt уy хx іi ѕs јj һh ԁd ԛq ԝw ѵv αa βb εe ιi κk νv οo ρp τt υu χx ηn γy ωw ' +
  'АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ' +
  'ıi łl ŁL øo ØO đd ĐD ðd ÐD ħh ĦH ŧt ŦT ŋn ŊN ĸk ƒf ɑa ɡg ɩi օo սu ոn ᖯb ᏟC ᎪA ᏴB ᎬE ᎻH ᎷM ᏢP ᏚS ᎢT ' +
  'ᴀa ʙb ᴄc ᴅd ᴇe ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ' +
  "−- ⁃- ー- ㅡ- ˗- ―- ‘' ’' ‛' ′' ʼ' ʻ' ʹ' ʽ' ˈ' ´' ‵' ՚' " +
  '“" ”" „" «" »" ·. •. ∙. ⋅. ・. 。. ‧. ᛫. ۔. ⁄/ ∕/ ╱/ ⧸/ ÷/ ¦/ ،, 、, ٪% ＼/'
const ONE = new Map(PAIRS.split(' ').map((pair) => [[...pair][0]!, [...pair][1]!]))
const TWO: Record<string, string> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  þ: 'th',
  Þ: 'Th',
}
/** Marks of our own script that are typed for one another. */
const ALIKE: Record<string, string> = {
  '\t': ' ',
  '\v': '\n',
  '\f': '\n',
  '\r': '\n',
  '\\': '/',
  '|': '/',
  '`': "'",
  _: '-',
  '[': '(',
  '{': '(',
  '<': '(',
  ']': ')',
  '}': ')',
  '>': ')',
}

/**
 * A character as it is compared: figures of every script as ours, one kind of dash, dot, slash,
 * bracket and blank, letters without accents, and nothing for what no one sees.
 */
export const foldCharacter = (character: string): string => {
  if (character < '\u0080') return ALIKE[character] ?? character
  const known = folded.get(character)
  if (known !== undefined) return known
  const made = [...character.normalize('NFKC').normalize('NFKD')].map(plainly).join('')
  folded.set(character, made)
  return made
}
const folded = new Map<string, string>()

const plainly = (one: string): string => {
  if (one < '\u0080') return ALIKE[one] ?? one
  if (/[\p{M}\p{Cf}\p{Variation_Selector}]/u.test(one)) return ''
  if (/\p{Nd}/u.test(one)) return String(valueOf(one.codePointAt(0)!))
  const same = ONE.get(one) ?? TWO[one]
  if (same !== undefined) return same
  return /\p{Pd}/u.test(one)
    ? '-'
    : /\p{Zs}/u.test(one)
      ? ' '
      : /[\p{Zl}\p{Zp}]/u.test(one)
        ? '\n'
        : /[\p{Ps}\p{Pi}]/u.test(one)
          ? '('
          : /[\p{Pe}\p{Pf}]/u.test(one)
            ? ')'
            : one
}

/** The figures of a script stand one after another from its nought. */
const valueOf = (code: number): number => {
  let before = 0
  while (before < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1
  return before % 10
}

/** A text as it is compared, where nobody asks what it was folded from. */
export const folding = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[^\u0020-\u005a\u0061-\u007a]/gu, foldCharacter)

/** The words of a text, as they are compared: without accents, case or letters in disguise. */
export const wordsOf = (text: string): string[] =>
  folding(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
