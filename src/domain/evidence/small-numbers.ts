/** R17: a group of fewer people than this is never told of. */
export const SMALL = 10

/**
 * How many came, and how many of them were in each group, by one way of grouping (gender, age). A
 * tally and never a register.
 */
export interface Tally {
  total: number
  groups: Readonly<Record<string, number>>
}

/**
 * What may be told of a tally: null where it is withheld. `rest` are those who were in no group
 * that was counted.
 */
export interface SafeTally {
  total: number | null
  groups: Record<string, number | null>
  rest: number | null
}

/** A sum of what is told already: `atLeast` where something in it is withheld. */
export interface SafeSum {
  count: number
  atLeast: boolean
}

/**
 * How far a tally is from the head count: positive where people were in no group, negative where
 * more were tallied than came.
 */
export const difference = ({ total, groups }: Tally): number => total - sum(Object.values(groups))

/** One number of people, pairs or copies that hangs on no tally: nothing below ten is told. */
export const tellable = (count: number | null): number | null =>
  count === null || count < SMALL ? null : count

/**
 * A number that grows as it is told again, in whole tens, so that no small step can be worked out
 * from two publications: 46 is told as 40 or more.
 */
export const inTens = (count: number): number | null =>
  count < SMALL ? null : count - (count % SMALL)

const REST = ''

/**
 * What may be told of a tally (R17). A group below ten is withheld, and so is the next smallest
 * where the one could be worked out from the other: the withheld ones together are at least two and
 * at least ten, and never all of them nine, so that each could be another number and the page be
 * the same. Those in no group count as one more group. A group with nobody in it is no group:
 * nothing is told of it, and nothing is hidden for it. A tally that does not add up tells its total
 * alone.
 * @param before what was told of the same people earlier: what was withheld once stays withheld, or
 * a correction would tell it. What was told once is known for good, so where it would have to be
 * withheld now, nothing more is told, not even how many came: who reads both could work out the
 * small one.
 */
export const safeTally = (tally: Tally, before?: SafeTally): SafeTally => {
  const names = Object.keys(tally.groups)
  const nothing = { groups: Object.fromEntries(names.map((name) => [name, null])), rest: null }
  if (tally.total < SMALL || before?.total === null) return { total: null, ...nothing }
  const rest = difference(tally)
  if (rest < 0) return { total: tally.total, ...nothing }
  const cells = new Map<string, number>(
    [...names.map((name) => [name, tally.groups[name]!] as const), [REST, rest] as const].filter(
      ([, count]) => count > 0,
    ),
  )
  const withheld = withhold(
    cells,
    (name) => before !== undefined && (name === REST ? before.rest : before.groups[name]) === null,
  )
  if (
    [...withheld].some((name) => ((name === REST ? before?.rest : before?.groups[name]) ?? 0) > 0)
  )
    return { total: null, ...nothing }
  const told = (name: string): number | null =>
    withheld.has(name) ? null : (cells.get(name) ?? null)
  return {
    total: tally.total,
    groups: Object.fromEntries(names.map((name) => [name, told(name)])),
    rest: rest === 0 ? 0 : told(REST),
  }
}

/**
 * Adds what is told of several: nothing new can be worked out of it, since every number in it is
 * public.
 */
export const safeSum = (told: (number | null)[]): SafeSum => ({
  count: sum(told.filter((each) => each !== null)),
  atLeast: told.includes(null),
})

const withhold = (
  cells: Map<string, number>,
  isWithheldAlready: (name: string) => boolean,
): Set<string> => {
  const names = [...cells.keys()]
  if (names.length < 2) return new Set(names.filter(isWithheldAlready))
  const withheld = new Set(
    names.filter((name) => cells.get(name)! < SMALL || isWithheldAlready(name)),
  )
  const counts = (): number[] => [...withheld].map((name) => cells.get(name)!)
  const isSafe = (): boolean =>
    withheld.size >= 2 && sum(counts()) >= SMALL && counts().some((count) => count !== SMALL - 1)
  while (withheld.size > 0 && !isSafe()) {
    const left = names.filter((name) => !withheld.has(name))
    if (left.length === 0) break
    // All that are as small: which of two alike was taken would say where the small one stands.
    const next = Math.min(...left.map((name) => cells.get(name)!))
    for (const name of left) if (cells.get(name) === next) withheld.add(name)
  }
  return withheld
}

const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0)
