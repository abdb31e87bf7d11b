import {
  findNamed,
  findOwner,
  isSeat,
  isWholeName,
  plain,
  wordsIn,
  type Found,
  type Named,
  type NamedSeat,
  type Names,
} from '../mentions.ts'

/**
 * One name in a piece of text, in the order they stand: whoever is called so; several that may be
 * meant; or a stranger, whom nobody here is called.
 */
export type OwnerPiece = { typed: string } & Found<Named | NamedSeat>

/** Who is named in a cell or a column of an action log. */
export interface OwnersIn {
  /** Every name, in order, with who “(lead)” stands behind put first. */
  pieces: OwnerPiece[]
  /** Those that are known, each once. */
  owners: (Named | NamedSeat)[]
  /** What nobody is called, as it was typed. */
  strangers: string[]
  /** What may be two. */
  doubts: { typed: string; several: (Named | NamedSeat)[] }[]
  /**
   * Who leads: the one who is named first, and nobody where the first is a stranger or a doubt (R2).
   */
  lead: Named | NamedSeat | null
}

/** `MPS; WCC`, `the police`, `Met Police`, `Sgt Example / WCC`, `WCC (lead), MPS (support)`. */
export const ownersIn = (text: string, names: Names): OwnersIn => {
  const pieces = leadFirst(atomsOf(text.slice(0, LONGEST)), names)
  const owners = onceEach(pieces.flatMap((each) => ('one' in each ? [each.one] : [])))
  const [first] = pieces
  return {
    pieces,
    owners,
    strangers: pieces.flatMap((each) => ('none' in each ? [each.typed] : [])),
    doubts: pieces.flatMap((each) =>
      'several' in each ? [{ typed: each.typed, several: each.several }] : [],
    ),
    lead: first && 'one' in first ? first.one : null,
  }
}

const LONGEST = 500
/** As many commas as a name has. */
const MOST_JOINED = 4
/** What stands beside a name and is none. */
const FILLER =
  /^(joint|jointly|both|support(ing|ed)?|supported by|helps?|helping|with|by|via|owner|and|to)$/i
const LEADS = /^(to )?(lead|leads|leading|in the lead|lead organisation|lead agency)$/i

/** The pieces between separators, as they were typed; the name of one thing may hold some itself. */
const atomsOf = (text: string): Atom[] => {
  const atoms: Atom[] = []
  const push = (from: number, to: number): void => {
    const raw = text.slice(from, to)
    const typed = raw.trim()
    if (/[\p{L}\p{N}]/u.test(typed)) {
      const at = from + raw.indexOf(typed)
      atoms.push({ text: typed, from: text.slice(at) })
    }
  }
  let from = 0
  for (const cut of text.matchAll(/[;,/+&|()[\]\n\t]|(?<=\s)(?:and|with|plus)(?=\s)/giu)) {
    push(from, cut.index)
    from = cut.index + cut[0].length
  }
  push(from, text.length)
  return atoms
}

/** A piece between separators, and the text from there on. */
interface Atom {
  text: string
  from: string
}

const leadFirst = (atoms: Atom[], names: Names): OwnerPiece[] => {
  const pieces: OwnerPiece[] = []
  let lead: OwnerPiece | undefined
  for (let i = 0; i < atoms.length; i += 1) {
    const joined = longestFrom(atoms, i, names)
    if (joined) {
      pieces.push(joined.piece)
      i += joined.count - 1
    } else if (LEADS.test(atoms[i]!.text)) lead ??= pieces.at(-1)
    else if (!FILLER.test(atoms[i]!.text)) {
      const { typed, isLead } = withoutRole(atoms[i]!.text, names)
      const found = piecesOf(typed, names)
      pieces.push(...found)
      if (isLead && found.length === 1) lead ??= found[0]
    }
  }
  return lead ? [lead, ...pieces.filter((each) => each !== lead)] : pieces
}

const ROLE_BEFORE =
  /^(?:to )?(lead|leads|leading|lead (?:organisation|agency)|support|supports|supporting|supported by|helps?|helping)(?:\s*[:=–—-]+\s*|\s+)(?=\S)/i
const ROLE_BEHIND =
  /(?:\s{0,9}[:=–—-]{1,9}\s{0,9}|\s{1,9})(?:to |is |as )?(?:the )?(lead|leads|leading|support|supports|supporting|helps?|helping)$/i

/** `Lead: WCC`, `WCC lead`, `MPS support`: the name without what it does, unless it is its title. */
const withoutRole = (typed: string, names: Names): { typed: string; isLead: boolean } => {
  const role = ROLE_BEFORE.exec(typed) ?? ROLE_BEHIND.exec(typed)
  if (!role || isWholeName(typed, names) || !('none' in findByWords(typed, names)))
    return { typed, isLead: false }
  const bare = typed.slice(0, role.index) + typed.slice(role.index + role[0].length)
  // “lead councillor” may be a title that nobody here has.
  return isWholeName(bare.replace(/^(?:[@+]|the )/i, ''), names)
    ? { typed: bare, isLead: /^lead/i.test(role[1]!) }
    : { typed, isLead: false }
}

/** `Ward sergeant, Church Street` is one name over two atoms. */
const longestFrom = (
  atoms: Atom[],
  from: number,
  names: Names,
): { piece: OwnerPiece; count: number } | undefined => {
  for (let count = Math.min(MOST_JOINED, atoms.length - from); count > 1; count -= 1) {
    const [first, last] = [atoms[from]!, atoms[from + count - 1]!]
    const typed = first.from.slice(0, first.from.length - last.from.length + last.text.length)
    const found = isWholeName(typed, names) ? findOwner(typed, names) : undefined
    if (found && !('none' in found)) return { piece: { typed, ...found }, count }
  }
  return undefined
}

/** The names in one atom: it may be a name, a name with a word beside it, or nobody’s. */
const piecesOf = (typed: string, names: Names): OwnerPiece[] => {
  const bare = typed
    .replace(/^[@+\s]+/, '')
    .replace(/^(the|our|a|an) /i, '')
    .replace(/['’]s$/, '')
  if (IN_DOUBT.test(bare) && (bare.includes('?') || !isWholeName(bare, names))) {
    const several = (apart(bare, names) ?? []).flatMap((each) =>
      'one' in each ? [each.one] : 'several' in each ? each.several : [],
    )
    return [several.length > 0 ? { typed, several } : { typed, none: true }]
  }
  const whole = isWholeName(bare, names) || plain(bare).length > 2 ? findOwner(bare, names) : null
  if (whole && !('none' in whole)) return [{ typed, ...whole }]
  const byWords = findByWords(bare, names)
  if (!('none' in byWords)) return [{ typed, ...byWords }]
  return apart(bare, names) ?? [{ typed, none: true }]
}

/** `not WCC`, `was MPS now WCC`, `WCC?`: a name is there, and it is not said plainly that it owns. */
const IN_DOUBT =
  /[?]|(?<![\p{L}\p{N}])(?:not|no|nor|neither|never|without|except|excluding|was|were|formerly|previously|now|instead of|rather than|or|maybe|perhaps|tbc|via|ex)(?![\p{L}\p{N}])/iu

/** `Met Police`, `Westminster Council`: every word is one of the name’s, or its beginning. */
const findByWords = (typed: string, { organisations, seats }: Names): Found<Named | NamedSeat> => {
  const words = wordsIn(typed)
  if (words.length < 2) return { none: true }
  const fits = (each: Named): boolean => {
    const own = [...new Set([...wordsIn(each.name), ...each.keys.slice(0, 4).flatMap(wordsIn)])]
    return words.every((word) =>
      own.some((mine) => mine === word || (word.length > 2 && mine.startsWith(word))),
    )
  }
  for (const some of [organisations.filter(fits), seats.filter(fits)])
    if (some.length > 0) return some.length === 1 ? { one: some[0]! } : { several: some }
  return { none: true }
}

/** `MPS WCC`, `WCC street cleansing`: whole names side by side, and what is between them. */
const apart = (typed: string, names: Names): OwnerPiece[] | undefined => {
  const words = typed.split(/\s+/)
  const pieces: OwnerPiece[] = []
  let stranger: string[] = []
  const flush = (): void => {
    if (stranger.length > 0) pieces.push({ typed: stranger.join(' '), none: true })
    stranger = []
  }
  for (let i = 0; i < words.length;) {
    let count = Math.min(8, words.length - i)
    while (count > 0 && !isWholeName(words.slice(i, i + count).join(' '), names)) count -= 1
    if (count === 0) {
      stranger.push(words[i]!)
      i += 1
      continue
    }
    flush()
    const name = words.slice(i, i + count).join(' ')
    const found = findOwner(name, names)
    const rest = words.slice(i + count).join(' ')
    const seat = rest === '' ? undefined : seatOf(found, rest, names)
    pieces.push(seat ? { typed: `${name} ${rest}`, one: seat } : { typed: name, ...found })
    i += seat ? words.length : count
  }
  flush()
  const hasWords = pieces.some((each) => 'none' in each)
  if (hasWords && !IN_DOUBT.test(typed) && pieces.some(isOrdinaryWord)) return undefined
  return pieces.some((each) => !('none' in each)) ? pieces : undefined
}

/** “Camden Council” and “Police Federation” are longer names than “council” and “police”. */
const isOrdinaryWord = (piece: OwnerPiece): boolean =>
  'one' in piece &&
  !isSeat(piece.one) &&
  ![piece.one.keys[1], piece.one.keys[3]].includes(plain(piece.typed))

/** `MPS sergeant`: the seat of that organisation, where it is the only one called so. */
const seatOf = (
  found: Found<Named | NamedSeat>,
  typed: string,
  names: Names,
): NamedSeat | undefined => {
  if (!('one' in found) || isSeat(found.one)) return undefined
  const { id } = found.one
  const seat = findNamed(
    typed,
    names.seats.filter((each) => each.organisationId === id),
  )
  const isSure = 'one' in seat && seat.one.keys.includes(plain(typed))
  return isSure ? seat.one : undefined
}

const onceEach = (owners: (Named | NamedSeat)[]): (Named | NamedSeat)[] =>
  owners.filter(
    (each, at) =>
      owners.findIndex((other) => other.id === each.id && isSeat(other) === isSeat(each)) === at,
  )
