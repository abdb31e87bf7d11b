import { found, type Alert, type Passage } from './alert.ts'

/** A translation counts what the English counts, and nothing else (R17). */
export const otherNumbers = (part: Passage, english: string): Alert[] => {
  const inEnglish = numbersIn(english)
  return [...new Set(numbersIn(part.text))]
    .filter((each) => !inEnglish.includes(each))
    .map((number) =>
      found(
        'people',
        part,
        number,
        `“${number}” does not stand in the English. ` +
          'Put in the number that stands there, or say why it is right',
      ),
    )
}
const NUMBERS =
  '\\d[\\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|' +
  'fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|' +
  'ninety|hundred|dozens?'
const PEOPLE =
  'residents?|people|persons?|men|women|boys?|girls?|mothers?|mums?|fathers?|parents?|children|' +
  'kids?|young|youths?|teenagers?|families|households|participants?|members|volunteers?|male|' +
  'female|pairs?|pairings?|officers?|students?|pupils?|neighbours?|victims?|attendees'
const COUNTED = new RegExp(`\\b(?:${NUMBERS})\\s+(?:[\\p{L}-]+\\s+){0,2}?(?:${PEOPLE})\\b`, 'giu')

/** R17: a number beside a word for people is stopped until someone gives a reason. */
export const people = (part: Passage): Alert[] =>
  [...part.text.matchAll(COUNTED)].map(([text]) =>
    found(
      'people',
      part,
      text,
      `“${text}” counts people. Take the number from “Numbers of people that you can put in”, ` +
        'or say why it is safe: no group is small, and nobody can be worked out',
    ),
  )

const ZEROS = [0x660, 0x6f0, 0x9e6]
/** Arabic, Farsi and Bengali digits as ours. */
export const inOurDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u09e6-\u09ef]/g, (digit) =>
    String(
      digit.charCodeAt(0) -
        ZEROS.find((zero) => digit.charCodeAt(0) >= zero && digit.charCodeAt(0) < zero + 10)!,
    ),
  )
const numbersIn = (text: string): string[] => inOurDigits(text).match(/\d+/g) ?? []
