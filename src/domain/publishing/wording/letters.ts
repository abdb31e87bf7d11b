/** Letters of other scripts that look like Latin ones: a guarded word must not pass in disguise. */
const LOOKALIKE: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
}
const unaccented = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[а-яіѕјα-ω]/g, (letter) => LOOKALIKE[letter] ?? letter)
/** The words of a text, as they are compared: without accents, case or letters in disguise. */
export const wordsOf = (text: string): string[] => unaccented(text).match(/[\p{L}\p{N}]+/gu) ?? []
