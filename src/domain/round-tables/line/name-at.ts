import {
  findNamed,
  findOwner,
  isSeat,
  isWholeName,
  plain,
  type Found,
  type Named,
  type NamedSeat,
  type Names,
} from './mentions.ts'

/** As many words as a name has. */
const MOST_WORDS = 8
const WORD =
  /(?:^|,?\s+(?:&\s+)?|(?<=[\p{L}\p{N}])\/(?=[\p{L}\p{N}]))([\p{L}\p{N}][\p{L}\p{N}’'-]*)/uy

/** Whoever is named where this text begins, and what of it is the name. */
export interface NameAt {
  typed: string
  found: Found<Named | NamedSeat>
}

/**
 * The longest whole name wins, over several words, of organisations and seats alike; then the
 * longest beginning of one; then one word. What may go on as another name is not guessed (R2).
 */
export const ownerAt = (text: string, names: Names): NameAt | undefined => {
  const spans = spansOf(text)
  const first = spans.at(-1)
  if (first === undefined) return undefined
  const whole = spans.find((span) => isWholeName(span, names))
  if (whole !== undefined && whole !== first)
    return { typed: whole, found: findOwner(whole, names) }
  const begun = spans.slice(0, -1).find((span) => 'none' in beginning(span, names) === false)
  if (begun !== undefined && whole === undefined)
    return { typed: begun, found: beginning(begun, names) }
  const found = findOwner(first, names)
  if (!('one' in found)) return { typed: first, found }
  if (!isSeat(found.one)) return seatAfter(text, first, found.one, names)
  return mayGoOn(spans.at(-2), first, found.one)
    ? { typed: first, found: { several: [found.one] } }
    : { typed: first, found }
}

/** Every beginning of the text that ends with a word, the longest first. */
const spansOf = (text: string): string[] => {
  const spans: string[] = []
  WORD.lastIndex = 0
  for (let word = WORD.exec(text); word && spans.length < MOST_WORDS; word = WORD.exec(text))
    spans.unshift(text.slice(0, WORD.lastIndex))
  return spans
}

/** `ward sergeant` begins one title, or several. */
const beginning = (span: string, { organisations, seats }: Names): Found<Named | NamedSeat> => {
  const wanted = `${plain(span)}-`
  const begun = [...organisations, ...seats].filter((each) =>
    (isSeat(each) ? each.keys.slice(0, 1) : each.keys.slice(0, 4)).some((key) =>
      key.startsWith(wanted),
    ),
  )
  if (begun.length === 0) return { none: true }
  return begun.length === 1 ? { one: begun[0]! } : { several: begun }
}

/** `wcc street cleansing` is the seat of that name at the council, where it has one. */
const seatAfter = (text: string, first: string, organisation: Named, names: Names): NameAt => {
  const seats = names.seats.filter((each) => each.organisationId === organisation.id)
  const rest = /^\s+/.exec(text.slice(first.length))
  const after = text.slice(first.length + (rest?.[0].length ?? 0))
  for (const span of rest ? spansOf(after) : []) {
    const isWhole = seats.some((each) => each.keys[0] === plain(span))
    const found = isWhole
      ? findNamed(span, seats)
      : /[\s-]/.test(span)
        ? beginning(span, { ...names, organisations: [], seats })
        : { none: true as const }
    if (!('none' in found))
      return { typed: text.slice(0, first.length + rest![0].length + span.length), found }
  }
  return { typed: first, found: { one: organisation } }
}

/**
 * `church street homes`, where only a post in Church Street is known: more of its title follows, and
 * it may as well be somebody else’s name.
 */
const mayGoOn = (next: string | undefined, first: string, seat: Named): boolean => {
  const own = seat.keys[0]!.split('-')
  const second = plain((next ?? '').slice(first.length))
  const at = own.indexOf(plain(first))
  return second !== '' && at > 0 && own[at + 1] === second
}
