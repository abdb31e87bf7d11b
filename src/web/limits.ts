/** Counts what comes in under a name and a key, in memory alone. Nothing here is written down, so it knows nobody after a restart. */
export const keepLimits = (now: () => Date) => {
  const counts = new Map<string, { count: number; until: number }>()
  const together = new Map<string, { count: number; until: number }>()
  /** Counts one more under a key, or together where none is given. True where there were `most` already in this stretch of time. */
  return (name: string, key: string | null, most: number, perMs: number): boolean => {
    const at = now().getTime()
    // What is counted together is a handful of names, and no flood of keys makes it forget.
    const place = key === null ? name : `${name} ${key}`
    const kept = key === null ? together : counts
    const there = kept.get(place)
    if (there && there.until > at) {
      there.count += 1
      return there.count > most
    }
    // Begun again it stands last, so that the oldest go first when there are too many.
    kept.delete(place)
    kept.set(place, { count: 1, until: at + perMs })
    if (kept.size > MOST_KEYS) kept.delete(kept.keys().next().value!)
    return false
  }
}
const MOST_KEYS = 50_000

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
