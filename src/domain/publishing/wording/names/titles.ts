import type { Knowledge } from '../alert.ts'
import { isEveryday } from '../lists/everyday.ts'
import { AMBIGUOUS, FIRST_NAMES, SURNAMES } from '../lists/first-names.ts'
import { HEADS, KNOWN_CAPITALS } from '../lists/places.ts'
import { STREET_BREAKERS } from '../lists/streets.ts'
import { wordsOf } from '../folding/letters.ts'
import { gapAfter, isCapital, type Reading, type Stretch } from '../folding/reading.ts'

const set = (words: string): Set<string> => new Set(words.split(' '))
/** After one of these stands a name, whatever the word is. */
const STRICT = set('mr mrs ms mx dr cllr')
/** ... and after these, where it is no everyday word. */
const LOOSE = set(
  'pc pcso dc ds di sgt insp supt miss officer constable sergeant inspector superintendent councillor auntie aunty aunt uncle imam father ' +
    'rev reverend sheikh rabbi pastor sister brother sir lady dame lord prof professor judge nurse granny grandma grandpa',
)
/** Surnames that no verb or noun stands for after a title. */
const COLOURS = set(
  'green brown black white gray grey king hill wood woods field fox wolf bell lamb cox reed baker mason parker taylor',
)

/** After a rank a capital is a name, though streets and places are called so too: “PC Green”. */
const RANKS = set(
  'pc pcso dc ds di sgt insp supt officer constable sergeant inspector superintendent',
)
/** “We miss hope” is no name; “miss rose” is. */
const FLOWERS = set(
  'rose grace amber ruby pearl jade crystal ivy lily daisy heather iris holly olive violet poppy dawn kim kay',
)

/** “mrs smith”, “PC Jones”, “auntie fatima”. */
export const titled = (reading: Reading, { known }: Knowledge): Stretch[] => {
  const { tokens } = reading
  const public_ = new Set(known.flatMap(wordsOf))
  return tokens.flatMap((title, i) => {
    const next = tokens[i + 1]
    if (!next || !/^\.?\s{1,2}$/u.test(gapAfter(reading, i)) || /^\d/u.test(next.word)) return []
    const word = next.word.replace(/'s?$/u, '')
    const isName = STRICT.has(title.word)
      ? isCapital(next) || (word.length > 1 && (!STREET_BREAKERS.has(word) || word === 'young'))
      : LOOSE.has(title.word) &&
        ((FIRST_NAMES.has(word) && !AMBIGUOUS.has(word)) ||
          SURNAMES.has(word) ||
          (AMBIGUOUS.has(word) &&
            (isCapital(next)
              ? !HEADS.has(word) || (RANKS.has(title.word) && !isCapital(tokens[i + 2]))
              : COLOURS.has(word) || (title.word === 'miss' && FLOWERS.has(word)))) ||
          (word.length > 2 &&
            !isEveryday(word) &&
            !STREET_BREAKERS.has(word) &&
            !HEADS.has(word) &&
            !KNOWN_CAPITALS.has(word)))
    if (!isName || public_.has(word) || (STRICT.has(title.word) && HEADS.has(title.word))) return []
    return [{ from: title.from, to: next.from + word.length }]
  })
}
