import { ONE_TO_TWENTY } from '../../../number-words.ts'
import {
  findOwner,
  isSeat,
  isWholeName,
  plain,
  type Found,
  type Named,
  type NamedSeat,
  type Names,
} from '../mentions.ts'
import { ownerAt } from '../name-at.ts'
import { doubtAt, howAt, negationAt, noneAwayAt, type How } from './how.ts'

/** What a line of who is here is made of. Each piece keeps how it was typed: none is lost. */
export type HerePiece = { raw: string } & (
  | { is: 'comma' | 'stop' | 'colon' | 'and' | 'opens' | 'closes' | 'for' | 'sent' | 'word' }
  | { is: 'doubt' | 'none-away' | 'uncounted' }
  | { is: 'others' | 'of-nobody' }
  | ({ is: 'presence' } & How)
  | { is: 'residents'; count: number }
  | { is: 'name'; owner: Named | NamedSeat; isSigned: boolean }
  | { is: 'stranger'; typed: string; sign: string; found: Found<Named | NamedSeat> }
)

/** The pieces of a line, in order. */
export const piecesOf = (text: string, names: Names): HerePiece[] => {
  const pieces: HerePiece[] = []
  for (let at = 0; at < text.length;) {
    const blank = SAYS_NOTHING.exec(text.slice(at, at + 50))
    if (blank) {
      at += blank[0].length
      continue
    }
    const rest = text.slice(at, at + LONGEST_PIECE)
    const piece =
      nobody(rest) ??
      said(rest, names) ??
      separator(rest) ??
      signed(rest, names) ??
      link(rest) ??
      unsigned(rest, names) ??
      word(rest)
    pieces.push(piece)
    at += piece.raw.length
  }
  return pieces
}

const LONGEST_PIECE = 200
/** Blanks, the dash of “council - apologies”, and that it is today. */
const SAYS_NOTHING = /^(?:\s+|[-–—]+|(?:today|tonight)(?![\p{L}\p{N}]))/iu

const SEPARATORS: Record<string, 'comma' | 'stop' | 'colon' | 'opens' | 'closes' | 'and'> = {
  ',': 'comma',
  ';': 'stop',
  '.': 'stop',
  '|': 'stop',
  ':': 'colon',
  '(': 'opens',
  ')': 'closes',
  '[': 'opens',
  ']': 'closes',
  '&': 'and',
  '/': 'and',
}
const separator = (rest: string): HerePiece | undefined => {
  const is = SEPARATORS[rest[0]!]
  return is ? { raw: rest[0]!, is } : undefined
}

/** `others: independent chair, 2 mentors`; `independent chair (no organisation)`. */
const nobody = (rest: string): HerePiece | undefined => {
  const list = /^(?:and )?(?:others?|no organisation|from no organisation)\s*:/i.exec(rest)
  if (list) return { raw: list[0], is: 'others' }
  const behind =
    /^(?:[([]\s?)?(?:(?:who )?(?:(?:come|stand)s? )?(?:from|for|of|with) )?no organisation(?:\s?[)\]])?(?=\s*(?:[,;.]|$|and\s))/i.exec(
      rest,
    )
  return behind ? { raw: behind[0], is: 'of-nobody' } : undefined
}

const signed = (rest: string, names: Names): HerePiece | undefined => {
  if (!/^[@+][\p{L}\p{N}]/u.test(rest)) return undefined
  const { typed, found } = ownerAt(rest.slice(1), names)!
  const raw = rest.slice(0, typed.length + 1)
  return 'one' in found
    ? { raw, is: 'name', owner: found.one, isSigned: true }
    : { raw, is: 'stranger', typed, sign: rest[0]!, found }
}

const said = (rest: string, names: Names): HerePiece | undefined => {
  const none = noneAwayAt(rest)
  if (none) return { raw: none, is: 'none-away' }
  const doubt = doubtAt(rest)
  // A whole name may begin with such a word.
  if (doubt && !unsigned(rest, names)) return { raw: doubt, is: 'doubt' }
  const how = uncounted(rest) ? undefined : (residents(rest) ?? presence(rest))
  if (how) return how
  const negation = negationAt(rest)
  return negation && !unsigned(rest, names) ? { raw: negation, is: 'doubt' } : uncounted(rest)
}

const presence = (rest: string): HerePiece | undefined => {
  const how = howAt(rest)
  return how && { ...how, is: 'presence' }
}

const NUMBERS = ['no', ...ONE_TO_TWENTY]
const COUNT = `\\d{1,4}|an?|zero|nil|${NUMBERS.join('|')}`
const PEOPLE = '(?:local )?residents?(?! (?:reps?|representatives?)(?!\\p{L}))'
const RESIDENTS = new RegExp(`^(${COUNT}) ${PEOPLE}(?![\\p{L}\\p{N}’'-])`, 'iu')
const RESIDENTS_AFTER = new RegExp(
  `^residents?\\s*(?:[:=–—-]\\s*(${COUNT})(?!\\s?[\\p{L}\\p{N}–—?/-])|[(\\[]\\s?(${COUNT})\\s?[)\\]])`,
  'iu',
)
/** `about 7 residents`, `7-8 residents`: nobody counted them. */
const UNCOUNTED = new RegExp(
  `^(?:(?:about|around|approx(?:imately)?\\.?|roughly|circa|c\\.|~|some|nearly|almost|over|under|at least|up to|more than|fewer than|less than|a few|several|many|a couple of)\\s*)?(?:(?:${COUNT})(?:\\s?(?:[–—/+-]|to|or)\\s?(?:${COUNT})?)?\\s)?${PEOPLE}(?![\\p{L}\\p{N}’'-])`,
  'iu',
)

const residents = (rest: string): HerePiece | undefined => {
  const found = RESIDENTS.exec(rest) ?? RESIDENTS_AFTER.exec(rest)
  if (!found) return undefined
  const typed = (found[1] ?? found[2])!.toLowerCase()
  const count = /^an?$/.test(typed)
    ? 1
    : /^(?:zero|nil)$/.test(typed)
      ? 0
      : NUMBERS.includes(typed)
        ? NUMBERS.indexOf(typed)
        : Number(typed)
  return { raw: found[0], is: 'residents', count }
}

const uncounted = (rest: string): HerePiece | undefined => {
  if (RESIDENTS.test(rest) || RESIDENTS_AFTER.test(rest)) return undefined
  const found = UNCOUNTED.exec(rest)
  return found ? { raw: found[0], is: 'uncounted' } : undefined
}

const link = (rest: string): HerePiece | undefined => {
  const found =
    /^(?:and also|and|or|nor|plus|as well as)(?![\p{L}\p{N}’'-])/iu.exec(rest) ??
    /^(?:for|on behalf of|in place of|instead of|deputising for|standing in for|covering for)(?![\p{L}\p{N}’'-])/iu.exec(
      rest,
    ) ??
    /^(?:has |have )?(?:sent|sends)(?![\p{L}\p{N}’'-])/iu.exec(rest)
  if (!found) return undefined
  const isAnd = /^(?:and|or|nor|plus|as well)/i.test(found[0])
  return { raw: found[0], is: isAnd ? 'and' : /sen[td]/i.test(found[0]) ? 'sent' : 'for' }
}

/** A whole name without its sign, `the police`; or the one post that a word is the name of. */
const unsigned = (rest: string, names: Names): HerePiece | undefined => {
  if (!/^[\p{L}\p{N}]/u.test(rest)) return undefined
  const lead = /^(?:the|our) (?=\S)/i.exec(rest)?.[0] ?? ''
  for (const skipped of ['', lead]) {
    const words = [...rest.slice(skipped.length).matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)].slice(
      0,
      8,
    )
    for (const last of words.toReversed()) {
      const span = rest.slice(skipped.length, skipped.length + last.index + last[0].length)
      if (/[;:()@+]/.test(span)) continue
      const raw = skipped + span
      const post = isWholeName(span, names) ? undefined : postTitled(span, names)
      if (post) return { raw, is: 'name', owner: post, isSigned: false }
      if (!isWholeName(span, names)) continue
      const found = findOwner(span, names)
      return 'one' in found
        ? { raw, is: 'name', owner: found.one, isSigned: false }
        : { raw, is: 'stranger', typed: span, sign: '', found }
    }
  }
  const word = /^[\p{L}\p{N}][\p{L}\p{N}’'-]*/u.exec(rest.slice(lead.length))?.[0] ?? ''
  const post = postCalled(word, names)
  return post && { raw: lead + word, is: 'name', owner: post, isSigned: false }
}

/** `ward sergeant` is the Ward sergeant of Church Street, where there is no other. */
const postTitled = (span: string, { seats }: Names): NamedSeat | undefined => {
  if (!/\s/.test(span)) return undefined
  const wanted = plain(span)
  const titled = seats.filter(
    ({ name }) => name.includes(',') && plain(name.split(',')[0]!) === wanted,
  )
  return titled.length === 1 ? titled[0] : undefined
}

/** `sergeant` is the Ward sergeant, where no other post is called so. */
const postCalled = (word: string, { seats }: Names): NamedSeat | undefined => {
  const wanted = plain(word)
  const called = seats.filter((each) => plain(each.name.split(',')[0]!).split('-').includes(wanted))
  if (called.length !== 1 || !isSeat(called[0]!)) return undefined
  const title = plain(called[0].name.split(',')[0]!).split('-')
  return title.at(-1) === wanted || (title[0] === wanted && title[1] === 'of')
    ? called[0]
    : undefined
}

const word = (rest: string): HerePiece => ({
  raw: /^[^\s,;:|()[\]&/?]+?(?=\.(?:\s|$)|[\s,;:|()[\]&/?]|$)/u.exec(rest)?.[0] ?? rest[0]!,
  is: 'word',
})
