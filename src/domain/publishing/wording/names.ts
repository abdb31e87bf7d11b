import { found, type Alert, type Knowledge, type Passage } from './alert.ts'
import { COMMON_WORDS } from './common-words.ts'
import { wordsOf } from './letters.ts'

/** Names of people, and words that look like one (R14). */
export const names = (part: Passage, knowledge: Knowledge): Alert[] => {
  const { known } = knowledge
  const text = part.text
  const hits = new Set<string>(namesOfPeople(text, knowledge))
  const common = new Set(known.flatMap(wordsOf))
  for (const match of text.matchAll(TITLED)) hits.add(match[1]!)
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

/**
 * Capital letters that are not names: months, days, languages, offices, and the first word of a
 * sentence.
 */
const CAPITALS = new Set(
  (
    'January February March April May June July August September October November December ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday ' +
    'I English Arabic Bengali French Spanish Portuguese Somali Farsi Kurdish Urdu Albanian ' +
    'British Section Act Black Asian Muslim Christian Jewish Hindu Sikh ' +
    'London Westminster Britain England Ramadan Eid Christmas Easter ' +
    'Crimestoppers Police Council Metropolitan Service City Community Trust Road Street'
  ).split(' '),
)
const TITLES =
  'Mr|Mrs|Ms|Miss|Dr|PC|PCSO|DC|DS|Sgt|Sergeant|Inspector|Insp|Cllr|Councillor|Officer|Auntie|Uncle'
const TITLED = new RegExp(`\\b(?:${TITLES})\\.?\\s+(\\p{Lu}[\\p{L}’'-]+)`, 'gu')

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
/** ... and only those of people who sign in. */
export const knownNames = (part: Passage, knowledge: Knowledge): Alert[] =>
  [...new Set(namesOfPeople(part.text, knowledge))].map((name) => looksLikeName(part, name))
