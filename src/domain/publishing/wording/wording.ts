import { COMMON_WORDS } from './common-words.ts'

/** What a check found in public words: a stretch of text, where, and what to do. */
export interface Alert {
  key: CheckKey
  field: string
  found: string
  reason: string
}

export type CheckKey =
  | 'names'
  | 'contacts'
  | 'initials'
  | 'people'
  | 'plain'
  | 'guarded'
  | 'named'
  | 'complete'
  | 'current'

/**
 * Guarded words, named sources and missing pieces stop publishing; the rest can be overruled with a
 * reason (R12).
 */
export const NEVER_OVERRULED: CheckKey[] = ['guarded', 'named', 'complete', 'current']

/** What the checks know of this partnership. */
export interface Knowledge {
  /** Names of people who sign in, never to be told (R14). */
  names: string[]
  /** Words that are known and public: organisations, areas, themes. */
  known: string[]
  /** Guarded words: a club, a school, a family's nickname. */
  guarded: string[]
  /** Texts held in private, which no public words may repeat. */
  private: string[]
}

/**
 * Words and the field they were typed in. A contact (our own phone, address or name) is checked
 * only for what must never be told. A translation comes with the English it was made from: what is
 * checked there is what can be told apart in any language. A file is someone's own words as they
 * were printed: beside what must never be told, only names of people who sign in are looked for.
 */
export interface Passage {
  field: string
  text: string
  contact?: boolean
  english?: string
  file?: boolean
}

/**
 * What must never be told, whoever gives a reason: guarded words, and words that stand in a private
 * matter.
 */
export const forbidden = (
  parts: Passage[],
  knowledge: Pick<Knowledge, 'guarded' | 'private'>,
): Alert[] =>
  parts.flatMap((part) => [
    ...guarded(part, knowledge.guarded),
    ...repeatsPrivate(part, knowledge.private),
  ])

/**
 * Everything that stands in the way of telling these words in public, save what an entry must
 * contain (R12, R17).
 */
export const alertsIn = (parts: Passage[], knowledge: Knowledge): Alert[] =>
  parts.flatMap((part) => [
    ...forbidden([part], knowledge),
    ...(part.file ? knownNames(part, knowledge) : []),
    ...(part.english !== undefined
      ? [
          ...knownNames(part, knowledge),
          ...contacts(part).filter((each) => !part.english!.includes(each.found)),
          ...otherNumbers(part, part.english),
        ]
      : []),
    ...(part.contact || part.english !== undefined
      ? []
      : [
          ...names(part, knowledge),
          ...contacts(part),
          ...initials(part),
          ...people(part),
          ...plain(part),
        ]),
  ])

const found = (key: CheckKey, part: Passage, text: string, reason: string): Alert => ({
  key,
  field: part.field,
  found: text,
  reason,
})

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
const wordsOf = (text: string): string[] => unaccented(text).match(/[\p{L}\p{N}]+/gu) ?? []

const guarded = (part: Passage, list: string[]): Alert[] => {
  const text = ` ${wordsOf(part.text).map(singular).join(' ')} `
  const closed = wordsOf(part.text).join('')
  const holds = (words: string[]): boolean =>
    text.includes(` ${words.map(singular).join(' ')} `) ||
    (words.join('').length >= 8 && closed.includes(words.join('')))
  return list
    .filter((word) => wordsOf(word).length > 0 && holds(wordsOf(word)))
    .map((word) =>
      found(
        'guarded',
        part,
        word,
        `“${word}” is a guarded word. Take it out. It can never be published`,
      ),
    )
}

const singular = (word: string): string => word.replace(/s$/, '')

const RUN = 5
const repeatsPrivate = (part: Passage, texts: string[]): Alert[] => {
  const runs = new Set(texts.flatMap((text) => runsOf(wordsOf(text))))
  const hit = runs.size > 0 ? runsOf(wordsOf(part.text)).find((run) => runs.has(run)) : undefined
  return hit
    ? [
        found(
          'named',
          part,
          hit,
          'These words also stand in a matter held in private. Say it in other words, or leave it out',
        ),
      ]
    : []
}
const runsOf = (words: string[]): string[] =>
  words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, i) => words.slice(i, i + RUN).join(' '))

/**
 * Capital letters that are not names: months, days, languages, offices, and the first word of a
 * sentence.
 */
const CAPITALS = new Set(
  (
    'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday ' +
    'I English Arabic Bengali French Spanish Portuguese Somali Farsi Kurdish Urdu Albanian British Section Act Black Asian Muslim Christian Jewish Hindu Sikh ' +
    'London Westminster Britain England Ramadan Eid Christmas Easter Crimestoppers Police Council Metropolitan Service City Community Trust Road Street'
  ).split(' '),
)
const TITLES =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|PC|PCSO|DC|DS|Sgt|Sergeant|Inspector|Insp|Cllr|Councillor|Officer|Auntie|Uncle)\.?\s+(\p{Lu}[\p{L}’'-]+)/gu

const looksLikeName = (part: Passage, name: string): Alert =>
  found('names', part, name, `“${name}” looks like a name. Use the role, such as “a local officer”`)

/** Names of people who sign in, in any script that writes them as we do. */
const namesOfPeople = (text: string, { names: people, known }: Knowledge): string[] => {
  const low = ` ${wordsOf(text).join(' ')} `
  const common = new Set(known.flatMap(wordsOf))
  return people
    .flatMap((name) => name.match(/[\p{L}’'-]+/gu) ?? [])
    .filter(
      (each) =>
        each.length > 2 &&
        /^\p{Lu}/u.test(each) &&
        !CAPITALS.has(each) &&
        !common.has(each.toLowerCase()) &&
        low.includes(` ${wordsOf(each).join(' ')} `),
    )
}
const knownNames = (part: Passage, knowledge: Knowledge): Alert[] =>
  [...new Set(namesOfPeople(part.text, knowledge))].map((name) => looksLikeName(part, name))

/** A translation counts what the English counts, and nothing else (R17). */
const otherNumbers = (part: Passage, english: string): Alert[] => {
  const inEnglish = numbersIn(english)
  return [...new Set(numbersIn(part.text))]
    .filter((each) => !inEnglish.includes(each))
    .map((number) =>
      found(
        'people',
        part,
        number,
        `“${number}” does not stand in the English. Put in the number that stands there, or say why it is right`,
      ),
    )
}
const ZEROS = [0x660, 0x6f0, 0x9e6]
/** Arabic, Farsi and Bengali digits as ours. */
const inOurDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u09e6-\u09ef]/g, (digit) =>
    String(
      digit.charCodeAt(0) -
        ZEROS.find((zero) => digit.charCodeAt(0) >= zero && digit.charCodeAt(0) < zero + 10)!,
    ),
  )
const numbersIn = (text: string): string[] => inOurDigits(text).match(/\d+/g) ?? []

const names = (part: Passage, knowledge: Knowledge): Alert[] => {
  const { known } = knowledge
  const text = part.text
  const hits = new Set<string>(namesOfPeople(text, knowledge))
  const common = new Set(known.flatMap(wordsOf))
  for (const match of text.matchAll(TITLES)) hits.add(match[1]!)
  const allowed = new Set(known.flatMap((phrase) => phrase.match(/[\p{L}’'-]+/gu) ?? []))
  for (const sentence of text.split(/[.!?:\n“"]+\s*/)) {
    for (const [i, word] of (sentence.match(/[\p{L}’'-]+/gu) ?? []).entries()) {
      const bare = word.replace(/[’']s?$/, '')
      const everyday =
        i === 0 &&
        bare
          .toLowerCase()
          .split('-')
          .every(
            (part) =>
              COMMON_WORDS.has(part) || common.has(part) || /(ing|ly|tion|ment|ness)$/.test(part),
          )
      if (/^\p{Lu}\p{Ll}+/u.test(bare) && !CAPITALS.has(bare) && !allowed.has(bare) && !everyday)
        hits.add(bare)
    }
  }
  return [...hits].map((name) => looksLikeName(part, name))
}

const CONTACTS: [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, 'an email address'],
  [/(?:\+44\s?|\(?0)\d(?:[\s()-]*\d){8,10}/g, 'a phone number'],
  [/\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi, 'a postcode'],
  [
    /\b(?:flat|house|no\.?|number)?\s*\d+[a-z]?,?\s+(?:\p{Lu}[\p{L}’']+\s+){1,3}(?:Street|Road|Avenue|Lane|Close|Court|Estate|Place|Gardens|Terrace|Way|House|Mews|Square)\b/gu,
    'a street address',
  ],
  [/\bflat\s+\d+\w?\b/gi, 'a street address'],
]

const contacts = (part: Passage): Alert[] =>
  CONTACTS.flatMap(([pattern, what]) =>
    [...inOurDigits(part.text).matchAll(pattern)].map(([text]) =>
      found('contacts', part, text.trim(), `“${text.trim()}” looks like ${what}. Take it out`),
    ),
  )

/** R14: initials are written out at first use, as in "Metropolitan Police Service (MPS)". */
const initials = (part: Passage): Alert[] => {
  const seen = new Set<string>()
  return [...part.text.matchAll(/\b[A-Z]{2,6}s?\b/g)].flatMap((match) => {
    const word = match[0]
    const before = part.text.slice(0, match.index)
    const explained = before.endsWith('(') && wordsOf(before).slice(-word.length - 3).length > 0
    if (seen.has(word) || /^(UK|OK|ID)$/.test(word)) return []
    seen.add(word)
    return explained
      ? []
      : [found('initials', part, word, `Write out “${word}” the first time it is used`)]
  })
}

const NUMBERS =
  '\\d[\\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozens?'
const PEOPLE =
  'residents?|people|persons?|men|women|boys?|girls?|mothers?|mums?|fathers?|parents?|children|kids?|young|youths?|teenagers?|families|households|participants?|members|volunteers?|male|female|pairs?|pairings?|officers?|students?|pupils?|neighbours?|victims?|attendees'
const COUNTED = new RegExp(`\\b(?:${NUMBERS})\\s+(?:[\\p{L}-]+\\s+){0,2}?(?:${PEOPLE})\\b`, 'giu')

/** R17: a number beside a word for people is stopped until someone gives a reason. */
const people = (part: Passage): Alert[] =>
  [...part.text.matchAll(COUNTED)].map(([text]) =>
    found(
      'people',
      part,
      text,
      `“${text}” counts people. Take the number from “Numbers of people that you can put in”, or say why it is safe: no group is small, and nobody can be worked out`,
    ),
  )

const LONGEST_SENTENCE = 25
const HARD: Record<string, string> = {
  disseminate: 'hand out',
  disseminated: 'handed out',
  stakeholders: 'people',
  facilitate: 'help',
  facilitated: 'helped',
  implement: 'start',
  implemented: 'started',
  utilise: 'use',
  commence: 'start',
  commenced: 'started',
  deadline: 'last day',
  partner: 'say who',
  partners: 'say who',
  'going forward': 'from now on',
}

const plain = (part: Passage): Alert[] => [
  ...part.text
    .split(/[.!?\n]+/)
    .map((each) => each.trim())
    .filter((each) => each.split(/\s+/).length > LONGEST_SENTENCE)
    .map((each) =>
      found(
        'plain',
        part,
        each,
        `This sentence has ${each.split(/\s+/).length} words. Make it two: ${LONGEST_SENTENCE} words at most`,
      ),
    ),
  ...Object.entries(HARD)
    .filter(([hard]) => ` ${wordsOf(part.text).join(' ')} `.includes(` ${hard} `))
    .map(([hard, easy]) => found('plain', part, hard, `“${hard}” is a hard word. Try “${easy}”`)),
  ...(wordsOf(part.text).length >= 12 && readingGrade(part.text) > 10
    ? [
        found(
          'plain',
          part,
          part.text,
          `This reads like grade ${Math.round(readingGrade(part.text))}. Use shorter words and sentences`,
        ),
      ]
    : []),
]

/** The Flesch-Kincaid grade of English text, in school years. Source: Kincaid and others, 1975. */
export const readingGrade = (text: string): number => {
  const words = text.match(/[\p{L}’']+/gu) ?? []
  const sentences = Math.max(1, text.split(/[.!?\n]+/).filter((each) => each.trim()).length)
  if (words.length === 0) return 0
  const syllables = words.reduce(
    (sum, word) =>
      sum +
      Math.max(
        1,
        (
          word
            .toLowerCase()
            .replace(/e$/, '')
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    0,
  )
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}
