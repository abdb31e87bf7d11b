import type { Presence } from '../../round-table.ts'
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

/** What a line of who is here is made of. Each piece keeps how it was typed: none is lost. */
export type HerePiece = { raw: string } & (
  | { is: 'comma' | 'stop' | 'colon' | 'and' | 'opens' | 'closes' | 'for' | 'sent' | 'word' }
  | { is: 'presence'; presence: Presence; holds: boolean; side: 'before' | 'after' | 'either' }
  | { is: 'residents'; count: number }
  | { is: 'name'; owner: Named | NamedSeat; isSigned: boolean }
  | { is: 'stranger'; typed: string; sign: string; found: Found<Named | NamedSeat> }
)

/** The pieces of a line, in order. */
export const piecesOf = (text: string, names: Names): HerePiece[] => {
  const pieces: HerePiece[] = []
  for (let at = 0; at < text.length;) {
    const blank = /^\s+/.exec(text.slice(at, at + 50))
    if (blank) {
      at += blank[0].length
      continue
    }
    const rest = text.slice(at, at + LONGEST_PIECE)
    const piece =
      separator(rest) ??
      signed(rest, names) ??
      presence(rest) ??
      residents(rest) ??
      link(rest) ??
      unsigned(rest, names) ??
      word(rest)
    pieces.push(piece)
    at += piece.raw.length
  }
  return pieces
}

const LONGEST_PIECE = 200

const SEPARATORS: Record<string, 'comma' | 'stop' | 'colon' | 'opens' | 'closes' | 'and'> = {
  ',': 'comma',
  ';': 'stop',
  '.': 'stop',
  '|': 'stop',
  ':': 'colon',
  '(': 'opens',
  ')': 'closes',
  '&': 'and',
  '/': 'and',
}
const separator = (rest: string): HerePiece | undefined => {
  const is = SEPARATORS[rest[0]!]
  return is ? { raw: rest[0]!, is } : undefined
}

const signed = (rest: string, names: Names): HerePiece | undefined => {
  if (!/^[@+][\p{L}\p{N}]/u.test(rest)) return undefined
  const { typed, found } = ownerAt(rest.slice(1), names)!
  const raw = rest.slice(0, typed.length + 1)
  return 'one' in found
    ? { raw, is: 'name', owner: found.one, isSigned: true }
    : { raw, is: 'stranger', typed, sign: rest[0]!, found }
}

/** The words for how someone is here. The first that fits counts. */
const PRESENCE: [RegExp, Presence, 'before' | 'after' | 'either', boolean][] = [
  [
    /(?:(?:has |have )?(?:sends?|sent|gave|gives|with) (?:(?:their|her|his) )?apologies)/,
    'apologies',
    'after',
    false,
  ],
  [
    /(?:apologies|apols|apology|regrets)(?: (?:were |was )?(?:received|given|sent))? (?:from|for)/,
    'apologies',
    'before',
    true,
  ],
  [/(?:apologies|apols|apology|regrets|sorry)(?: received)?/, 'apologies', 'either', true],
  [
    /(?:nobody|no one|no-one|none)(?: (?:came|was here|is here|here))? (?:from|for)/,
    'absent',
    'before',
    false,
  ],
  [
    /(?:(?:is |are |was |were )?(?:not (?:here|present|represented|attending)|absent|missing|unable to (?:attend|come)))|did(?: not|n['’]t) (?:come|attend)|(?:could(?: not|n['’]t)|can(?:not|['’]t)) (?:come|attend|make it)|sent (?:no one|nobody|no-one)/,
    'absent',
    'either',
    true,
  ],
  [/sent (?:someone|somebody)(?: else)?/, 'sent-someone', 'after', false],
  [
    /(?:(?:is |are |was |were )?(?:also )?(?:present|here|in attendance|attending)|attended|came)/,
    'present',
    'either',
    true,
  ],
]
const PRESENCE_WORDS = PRESENCE.map(
  ([words, ...rest]) =>
    [new RegExp(`^(?:${words.source})(?![\\p{L}\\p{N}])`, 'iu'), ...rest] as const,
)

const presence = (rest: string): HerePiece | undefined => {
  for (const [words, said, side, holds] of PRESENCE_WORDS) {
    const found = words.exec(rest)
    if (!found) continue
    const colon = /^\s*:/.exec(rest.slice(found[0].length))
    const raw = found[0] + (colon?.[0] ?? '')
    return { raw, is: 'presence', presence: said, side: colon ? 'before' : side, holds }
  }
  return undefined
}

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]
const RESIDENTS = new RegExp(
  `^(\\d{1,4}|an?|${NUMBERS.join('|')}) (?:local )?residents?(?![\\p{L}\\p{N}])`,
  'iu',
)
const RESIDENTS_AFTER = /^residents?\s*[:=]\s*(\d{1,4})(?![\p{L}\p{N}])/iu

const residents = (rest: string): HerePiece | undefined => {
  const found = RESIDENTS.exec(rest) ?? RESIDENTS_AFTER.exec(rest)
  if (!found) return undefined
  const said = found[1]!.toLowerCase()
  const count = /^an?$/.test(said)
    ? 1
    : NUMBERS.includes(said)
      ? NUMBERS.indexOf(said)
      : Number(said)
  return { raw: found[0], is: 'residents', count }
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
  const lead = /^(?:the|our) (?=\S)/i.exec(rest)?.[0] ?? ''
  for (const skipped of ['', lead]) {
    const words = [...rest.slice(skipped.length).matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)].slice(
      0,
      8,
    )
    for (const last of words.toReversed()) {
      const span = rest.slice(skipped.length, skipped.length + last.index + last[0].length)
      if (!isWholeName(span, names) || /[;:()@+]/.test(span)) continue
      const found = findOwner(span, names)
      const raw = skipped + span
      return 'one' in found
        ? { raw, is: 'name', owner: found.one, isSigned: false }
        : { raw, is: 'stranger', typed: span, sign: '', found }
    }
  }
  const word = /^[\p{L}\p{N}][\p{L}\p{N}’'-]*/u.exec(rest.slice(lead.length))?.[0] ?? ''
  const post = postCalled(word, names)
  return post && { raw: lead + word, is: 'name', owner: post, isSigned: false }
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
  raw: /^[^\s,;:|()&/]+?(?=\.(?:\s|$)|[\s,;:|()&/]|$)/u.exec(rest)?.[0] ?? rest[0]!,
  is: 'word',
})
