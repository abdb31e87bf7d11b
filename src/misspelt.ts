import { SETTINGS } from './config.ts'

/**
 * Names in the environment that are no settings of ours and nearly are, where the setting itself is
 * missing: for want of one letter a backup would be made plain, and nobody be told. Other programs
 * have names of their own, so that it is said and stops nothing.
 * @returns a line for each.
 */
export const misspelt = (environment: Record<string, string | undefined>): string[] => {
  const missing = [...SETTINGS, 'PARTNERSHIPS'].filter(
    (name) => name.length >= SHORTEST && environment[name] === undefined,
  )
  return Object.keys(environment)
    .toSorted()
    .flatMap((name) => {
      const meant = SETTINGS.has(name) ? undefined : missing.find((each) => isNear(name, each))
      return meant ? [`${name} is set and is no setting: is ${meant} meant?`] : []
    })
}

/** Shorter names are near to too many. */
const SHORTEST = 7

/** One letter too many, too few or another, two in the wrong order, or strokes left out. */
const isNear = (one: string, other: string): boolean => {
  const [a, b] = [bare(one), bare(other)]
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const isTurned = left.length === 2 && left === [...right].toReversed().join('')
  return isTurned || Math.max(left.length, right.length) <= 1
}

const bare = (name: string): string => name.toUpperCase().replaceAll(/[_-]/g, '')
