import type { Knowledge } from '../alert.ts'
import { wordsOf } from '../folding/letters.ts'
import { isCapital, stretches, type Reading, type Stretch } from '../folding/reading.ts'
import { isEveryday } from '../lists/everyday.ts'
import { AMBIGUOUS, FIRST_NAMES, SURNAMES } from '../lists/first-names.ts'
import { PERSON } from '../lists/persons.ts'
import { HEADS } from '../lists/places.ts'
import { MONTHS } from '../lists/streets.ts'
import { GIVEN } from './name-like.ts'

/** Names that only what stands around them tells from everyday words. */
export const subjects = (reading: Reading, { known }: Knowledge): Stretch[] => {
  const open = new Set(known.flatMap(wordsOf))
  return [
    ...reading.tokens.flatMap((each, i) =>
      isSubject(reading, i) || isShort(reading, i) || (isFamily(reading, i) && !open.has(each.word))
        ? [{ from: each.from, to: each.to }]
        : [],
    ),
    ...IN_TEXT.flatMap((pattern) => stretches(reading.text, pattern)),
    ...IN_LOW.flatMap((pattern) => stretches(reading.low, pattern)),
  ]
}

/** Words of another script in an English passage are as likely a name as not. */
export const otherScripts = ({ text }: Reading): Stretch[] => stretches(text, OTHER)
const STRANGE = String.raw`(?:(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L})`
const OTHER = new RegExp(`${STRANGE}{1,40}(?: ${STRANGE}{1,40}){0,4}`, 'gu')

/** What people do, and things do not. */
export const DOES =
  /^(?: (?:also|then|now|has|had|has also|later|even|just|who))? (?:told|said|says|asked|asks|replied|lives|lived|complained|cried|phoned|rang|texted|emailed|explained|wants to|wanted to|thinks|thought|feels|felt|thanked|cooked|volunteers|volunteered|(?:was|were|is|got|gets|has been|had been|been|keeps being) (?:(?:also|then|often|twice|again) )?(?:stopped|searched|arrested|attacked|robbed|stabbed|followed|assaulted|injured|hurt|beaten|charged|threatened|evicted|excluded|bullied|kind|rude|scared|afraid|crying)|will (?:call|answer|phone|ring|help you)|(?:from|at|of|in) (?:the |our )?(?:council|police|school|met|club|library|mosque|church|college|estate|academy|charity|trust|housing|youth|team|hostel|surgery|cafe|shop|market|neighbourhood))(?![\p{L}])/u
export const CAME =
  /^ (?:came|helped|brought|wrote|spoke|led|made|runs|ran|saw|met|works|worked)\b/u
/** Seasons, months and virtues do some of that, too. */
const THINGS = new Set(
  'summer autumn april may june august hope faith joy justice grace destiny patience prudence honour charity liberty chance mercy trinity gift harmony melody major mark will sky star crystal dawn sunny'.split(
    ' ',
  ),
)
const NO_FIRST = new Set(
  'church green lane street park house hall ward baker butler cook walker field fields court cross page west north hill bell ball cash rice fish price warden porter shepherd barber fisher bishop wood woods brooks brook park parks stone rivers marsh day ford turner miller islam christian london london young white black brown gray grey'.split(
    ' ',
  ),
)
const isSubject = ({ tokens, low }: Reading, i: number): boolean => {
  const token = tokens[i]!
  const word = token.word
  if (!isCapital(token) || !(AMBIGUOUS.has(word) || GIVEN.has(word)) || NO_FIRST.has(word))
    return false
  // “the Grace said” and “Victoria Hope said” are looked at elsewhere.
  if (/^(?:the|a|of|our|every|this|in|last|next)$/u.test(tokens[i - 1]?.word ?? '')) return false
  const after = low.slice(token.to, token.to + 48)
  // “28 April at Church Street Library”
  if (
    MONTHS.has(word) &&
    (/^ (?:at|in|of|will)/u.test(after) || /^\d/u.test(tokens[i - 1]?.word ?? ''))
  )
    return false
  return DOES.test(after) || (!THINGS.has(word) && CAME.test(after))
}

/** “Jo” and “mo”: names of two letters, which are no words of ours. */
const isShort = ({ tokens }: Reading, i: number): boolean => {
  const token = tokens[i]!
  return (
    (/^(?:jo|mo)(?:'s)?$/u.test(token.word) && !/^\d/u.test(tokens[i - 1]?.word ?? '')) ||
    (/^(?:Ed|Ty|Bo|Cy|Lu|Xi|Li|Yu|Wu|Vu|Ng|Jaz|Baz|Gaz|Taz|Kaz|Moe|Viv|Deb|Meg|Reg|Ted|Ned|Stu|Jez|Lou|Kit)$/u.test(
      token.raw,
    ) &&
      !/^\d/u.test(tokens[i + 1]?.word ?? ''))
  )
}

/** “the khans’ shop”, “The okonkwos”: a family by its name. */
const isFamily = ({ tokens }: Reading, i: number): boolean => {
  const { word } = tokens[i]!
  if (tokens[i - 1]?.word !== 'the' || !/s'?s?$/u.test(word)) return false
  const next = tokens[i + 1]?.word ?? ''
  // “the smiths who forged the gate” are smiths.
  return ['s', 'es'].some((ending) => {
    const one = word.replace(/'s?$/u, '').endsWith(ending)
      ? word.replace(/'s?$/u, '').slice(0, -ending.length)
      : ''
    return (
      one.length > 2 &&
      (SURNAMES.has(one) || (FIRST_NAMES.has(one) && !AMBIGUOUS.has(one))) &&
      !HEADS.has(one) &&
      (!isEveryday(one) || isCapital(tokens[i])) &&
      next !== 'who'
    )
  })
}

const IN_TEXT = [
  // “P.C. Green”
  /(?<![\p{L}\p{N}])(?:P\. ?C\.?|P\.? ?C\.?S\.?O\.?|D\. ?[CSI]\.?) ?\p{Lu}\p{Ll}{1,20}/gu,
  // “called Smokey”, “nicknamed ‘Smokey’”
  new RegExp(
    String.raw`(?<=\b(?:${PERSON}|one|man|he|she|him|her|someone|somebody|person|is|was|also) (?:called|named|nicknamed|known as|goes by) ["'(]?)\p{Lu}[\p{L}]{1,20}`,
    'gu',
  ),
  // “"Smokey" was stopped”
  /"\p{Lu}\p{L}{1,20}" (?=(?:was|were|is|told|said|asked|came|got|has been) (?:stopped|searched|arrested|us|that|he|she|attacked|robbed|stabbed|followed|there|to)\b)/gu,
  // “ZK, a mother”
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])\p{Lu}\.?\p{Lu}\.?(?=,? \(?(?:(?:a|an|the|our|aged) (?:[\p{L}-]{1,16} ){0,2}(?:${PERSON}|resident)\b|aged \d|\d{1,2}[,)]))`,
    'gu',
  ),
]
const IN_LOW = [
  /(?<![\p{L}\p{N}])(?:officer|pc|pcso|constable|sergeant|sgt) (?:number |no\.? ?)?\d{2,6}[a-z]{0,2}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:shoulder|collar|warrant|badge) ?(?:number|no\.?|numbers)?:? ?(?:is |was )?[a-z]{0,2}\d{2,6}[a-z]{0,2}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:lil|li'l|lil') [\p{L}]{1,16}/gu,
  /(?<![\p{L}\p{N}])(?:big|young|baby) [b-hj-z](?= (?:was|is|told|said|came|got|and)\b|'s\b)/gu,
]
