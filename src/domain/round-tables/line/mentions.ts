import type { Organisation, Seat } from '../../people/seat.ts'

/** Something that a mark in a typed line may name. */
export interface Named {
  id: number
  name: string
  keys: string[]
}
export interface NamedSeat extends Named {
  organisationId: number
  /** Who sits in it now, by their whole names. */
  holders: string[]
}

/** What the marks of a line may name: `@` an organisation or a seat, `#` a theme or an area. */
export interface Names {
  organisations: Named[]
  seats: NamedSeat[]
  themes: Named[]
  areas: Named[]
}

/** What one mark was found to be, or what it might be. */
export type Found<T> = { one: T } | { several: T[] } | { none: true }

/**
 * Everything a mark may name, with the short forms people type: `mps`, `police`, `sergeant`,
 * `stop`.
 */
export const namesToMention = (
  organisations: Organisation[],
  seats: Seat[],
  themes: { id: number; name: string; code: string }[],
  areas: { id: number; name: string; code: string }[],
  people: { name: string; seatIds: readonly number[] }[] = [],
): Names => ({
  organisations: organisations.map((each) => ({
    id: each.id,
    name: each.name,
    keys: [
      plain(each.code),
      initials(each.name),
      plain(each.publicName.replace(/^(the|a|an) /i, '')),
      plain(each.name),
      ...wordsOf(each.name),
    ],
  })),
  seats: seats.map((each) => ({
    id: each.id,
    organisationId: each.organisationId,
    name: each.title,
    keys: [plain(each.title), ...wordsOf(each.title)],
    holders: people.filter((one) => one.seatIds.includes(each.id)).map((one) => plain(one.name)),
  })),
  themes: themes.map(label),
  areas: areas.map(label),
})

const label = (each: { id: number; name: string; code: string }): Named => ({
  id: each.id,
  name: each.name,
  keys: [plain(each.code), plain(each.name), ...wordsOf(each.name)],
})

/**
 * Whole words before beginnings; where several are called so, the one whose own short form it is.
 */
export const findNamed = <T extends Named>(typed: string, all: T[]): Found<T> => {
  const wanted = plain(typed)
  if (!wanted) return { none: true }
  for (const fits of [(key: string) => key === wanted, (key: string) => key.startsWith(wanted)]) {
    const found = all.filter((each) => each.keys.some(fits))
    const own = found.filter((each) => each.keys[0] === wanted)
    if (found.length === 1) return { one: found[0]! }
    if (own.length === 1) return { one: own[0]! }
    if (found.length > 1) return { several: found }
  }
  return { none: true }
}

/** An organisation, or a seat where no organisation is called so. */
export const findOwner = (
  typed: string,
  { organisations, seats }: Names,
): Found<Named | NamedSeat> => {
  const held = heldBy(typed, seats)
  const whole = findNamed(
    typed,
    organisations.map((each) => ({ ...each, keys: each.keys.slice(0, 4) })),
  )
  const seat = findNamed(typed, seats)
  const sure = [whole, seat].find(
    (each) => 'one' in each && (each.one as Named).keys.includes(plain(typed)),
  )
  if (sure) return sure
  if (held.length > 0) return held.length === 1 ? { one: held[0]! } : { several: held }
  if ('one' in whole) return whole
  // Two organisations begin so: a seat that does too is one more that may be meant, not the answer
  // (R2).
  if ('several' in whole)
    return {
      several: [
        ...whole.several,
        ...('one' in seat ? [seat.one] : 'several' in seat ? seat.several : []),
      ],
    }
  return 'none' in seat ? findNamed(typed, organisations) : seat
}

/** The seats of whoever has this whole name. */
const heldBy = (typed: string, seats: NamedSeat[]): NamedSeat[] =>
  seats.filter((each) => each.holders.includes(plain(typed)))

/** A theme or an area: whichever is called so, and neither where both may be meant (R2). */
export const findLabel = (
  typed: string,
  { themes, areas }: Names,
): Found<Named & { field: 'themeId' | 'areaId' }> =>
  findNamed(typed, [
    ...themes.map((each) => ({ ...each, field: 'themeId' as const })),
    ...areas.map((each) => ({ ...each, field: 'areaId' as const })),
  ])

export const isSeat = (owner: Named): owner is NamedSeat => 'organisationId' in owner

/** The shortest form that names this and nobody else: what completion puts in. */
export const shortestFor = (each: Named, names: Names): string =>
  each.keys
    .filter(Boolean)
    .toSorted((a, b) => a.length - b.length)
    .find((key) => {
      const found = findOwner(key, names)
      return 'one' in found && found.one.id === each.id && isSeat(found.one) === isSeat(each)
    }) ?? each.keys[0]!

/** Is this the whole name of an organisation or a seat, or the short form of an organisation? */
export const isWholeName = (typed: string, { organisations, seats }: Names): boolean => {
  const wanted = plain(typed)
  return (
    wanted !== '' &&
    (organisations.some((each) => each.keys.slice(0, 4).includes(wanted)) ||
      seats.some((each) => each.keys[0] === wanted || each.holders.includes(wanted)))
  )
}

/** The words of a name, in small letters. */
export const wordsIn = (name: string): string[] =>
  plain(name)
    .split('-')
    .filter((word) => word !== '' && !/^(the|a|an|of|and|for)$/.test(word))

/** Small letters and figures with hyphens between: `Women’s safety` is `womens-safety`. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[’'\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
const initials = (name: string): string => {
  const each = name
    .replace(/^(the|a|an) /i, '')
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
  return each.length > 1 ? each.map((word) => word[0]!.toLowerCase()).join('') : plain(name)
}
const wordsOf = (name: string): string[] =>
  plain(name)
    .split('-')
    .filter((word) => word.length > 3)
