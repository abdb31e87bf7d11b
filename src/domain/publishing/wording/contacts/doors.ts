import { NUMBER_WORDS } from '../lists/counts.ts'
import { KNOWN_CAPITALS } from '../lists/places.ts'
import { LOCAL_NAMES, MONTHS, NOT_A_HOUSE, OF_THE_STREET } from '../lists/streets.ts'
import { PERSON } from '../lists/persons.ts'
import { isEveryday } from '../lists/everyday.ts'
import { stretches, type Reading, type Stretch } from '../folding/reading.ts'

/** Where someone lives, where the word for the street or the flat is left off or stands elsewhere. */
export const doors = (reading: Reading): Stretch[] => [
  ...stretches(reading.low, BARE).filter((each) => isHouse(reading, each)),
  ...stretches(reading.text, CAPITAL).filter((each) => isHouse(reading, each)),
  ...PATTERNS.flatMap((pattern) => stretches(reading.low, pattern)),
]

const IN_WORDS = [...NUMBER_WORDS].join('|')
const HOUSE = String.raw`\d{1,3}[a-z]?(?:[-/]\d{1,3}[a-z]?)?`
const STREET =
  '(?:street|st|road|rd|avenue|lane|close|court|crescent|grove|gardens|terrace|house|mews|estate|mansions|square|buildings|tower|place|walk|way|drive)'
/** “14 Penfold”, “7 Paveley Ho” */
const BARE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.:£$€/-])${HOUSE},? (?:${LOCAL_NAMES})(?: (?:ho|hs|hse|hous|hou|bldg|bdgs|blg|mans))?(?![\p{L}\p{N}])`,
  'gu',
)
/** “outside 15 Quarrendon” */
const CAPITAL = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:at|At|outside|Outside|opposite|Opposite|by|behind|to|of|from|lives in|family in) )\d{1,3}[A-Za-z]?(?:[-/]\d{1,3}[A-Za-z]?)?,? \p{Lu}[\p{L}']{2,20}(?![\p{L}\p{N}])`,
  'gu',
)

/** It is the number of something else, a day or a time; or it counts people or things of the place. */
const isHouse = ({ low }: Reading, { from, to }: Stretch): boolean => {
  const [before] = /(?<![\p{L}£])[\p{L}£]+ $/u.exec(low.slice(Math.max(0, from - 20), from)) ?? ['']
  const [word] = /(?<![\p{L}'])[\p{L}']+$/u.exec(low.slice(from, to)) ?? ['']
  const next = low.slice(to, to + 40).match(/(?<=^[ ])[\p{L}]+|(?<=^[ ][\p{L}]{1,16} )[\p{L}]+/gu)
  return (
    !NOT_A_HOUSE.has(before.trim()) &&
    !MONTHS.has(word) &&
    (new RegExp(`^(?:${LOCAL_NAMES}|ho|hs|hse)$`, 'u').test(word) ||
      (!KNOWN_CAPITALS.has(word) && !isEveryday(word))) &&
    !(next ?? []).some((each) => OF_THE_STREET.has(each) || /^(?:streets|workshops)$/u.test(each))
  )
}

const LIVES = String.raw`(?:${PERSON}|neighbours|resident|couple|people|lot|man|woman)`
const PATTERNS = [
  // “Jerome Crescent, number nine”, “Penfold Street, at 14”
  String.raw`${STREET},? (?:at |the )?(?:number|no\.?|nr\.?|house) ?(?:\d{1,3}[a-z]?|${IN_WORDS})`,
  String.raw`[\p{L}']{2,20} ${STREET}, at \d{1,3}[a-z]?(?= ?(?:[.,;!?)]|$))`,
  // “F14 Kennet House”
  String.raw`f(?:l|lt)?\.? ?\d{1,3}[a-z]?,? [\p{L}']{2,20} (?:house|court|tower|mansions|buildings|lodge|point|estate|ho|hs|hse)`,
  String.raw`(?:floor|fl) \d{1,2},? (?:flat|door|left|right|on the left|on the right)(?: (?:left|right|[a-z]))?`,
  String.raw`(?:flat|door),? (?:on the )?(?:left|right)`,
  // “The family in 12”, “the house numbered 5”
  String.raw`${LIVES} (?:in|at|of|from|opposite) (?:no\.? ?)?\d{1,3}[a-z]?(?= ?(?:[.,;!?)]|$)| (?:was|were|is|are|moved|said|told|has|had|left|came|asked|who|complained|and)\b)`,
  String.raw`(?:house|flat|door|home|property) numbered (?:\d{1,3}[a-z]?|${IN_WORDS})`,
  // “the basement flat”, “top floor flat at”
  String.raw`(?:basement|attic|(?:top|ground|first|second|third|fourth|fifth|sixth|lower|upper)[ -]floor|corner|end|garden|middle|last|penthouse) (?:flat|maisonette|bedsit|studio)(?: (?:at|in|on|above|of) [\p{L}\p{N}']{1,20})?`,
  String.raw`bed (?:space )?\d{1,2}`,
].map((each) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${each})(?![\p{L}\p{N}])`, 'gu'))
