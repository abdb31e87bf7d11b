import { stretches, type Reading, type Stretch } from '../folding/reading.ts'

const LABEL = String.raw`[\p{L}\p{N}-]{1,63}`
const LOCAL = String.raw`[\p{L}\p{N}.+%'&!#=~/-]{1,64}`
const DOT = String.raw`(?: ?\(? ?\bdot\b ?\)? ?| ?\( ?\. ?\) ?|\.)`
const PATTERNS = [
  // pat@met.example, pat @ met.example
  `${LOCAL} {0,2}@ {0,2}\\(?${LABEL}(?:(?: ?[.,]| \\. )${LABEL}){1,8}`,
  // pat (at) met (dot) example, pat [at] met.example
  `${LOCAL} ?\\( ?(?:at|@) ?\\) ?${LABEL}(?:${DOT}${LABEL}){1,8}`,
  // pat at met dot example
  `${LOCAL} at ${LABEL}(?: ?\\(? ?\\bdot\\b ?\\)? ?${LABEL}){1,8}`,
  // pat@met
  `${LOCAL}@${LABEL}`,
].map((each) => new RegExp(each, 'gu'))

/** Whoever gives out addresses to everyone: their names give one away without a sign. */
const GIVERS =
  'gmail|googlemail|hotmail|yahoo|ymail|outlook|icloud|aol|btinternet|proton|protonmail|gmx|msn|sky|live|talktalk|virginmedia'
const UNSIGNED = [
  `[\\p{L}\\p{N}.-]{1,64} (?:at )?(?:${GIVERS})(?: ?[.,] ?| dot )(?:com|co|org|net)(?![\\p{L}])(?:(?: ?[.,] ?| dot )uk(?![\\p{L}]))?`,
  `[\\p{L}\\p{N}.+]{1,64} ?-at- ?${LABEL}(?:\\.${LABEL}){0,4}`,
  `[\\p{L}\\p{N}.-]{1,64} at (?:gmail|googlemail|hotmail|yahoo|icloud|btinternet|protonmail)(?![\\p{L}])`,
].map((each) => new RegExp(`(?<![\\p{L}\\p{N}])${each}`, 'gu'))
const IS_UNSIGNED = new RegExp(`- ?at ?-|${GIVERS}`, 'u')

/** An e-mail address in any script, also where its signs are written out. Each is bounded. */
export const mails = ({ low }: Reading): Stretch[] => [
  ...(low.includes('@') || / dot |\bat ?\)/u.test(low)
    ? PATTERNS.flatMap((pattern) => stretches(low, pattern))
    : []),
  ...(IS_UNSIGNED.test(low) ? UNSIGNED.flatMap((pattern) => stretches(low, pattern)) : []),
]

const PAGES =
  'facebook|fb|instagram|tiktok|twitter|x|snapchat|linkedin|youtube|threads|t|wa|linktr|onlyfans|reddit|discord|telegram'
const HANDLES = [
  /(?<![\p{L}\p{N}.@])@[\p{L}\p{N}][\p{L}\p{N}.-]{2,30}/gu,
  new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${PAGES})\.(?:com|me|ee|gg)/[^\s]{1,80}`, 'gu'),
  /\b(?:snapchat|snap|insta|instagram|tiktok|telegram|discord|ig|facebook)\b(?: (?:is|name|handle|account|user|called|on)\b|:| ?=){1,3} ?@?[\p{L}\p{N}.-]{3,40}/gu,
]

/** The name or the page that someone has on a network. */
export const handles = ({ low }: Reading): Stretch[] =>
  HANDLES.flatMap((pattern) => stretches(low, pattern))
