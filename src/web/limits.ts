/**
 * Remembers some things by their key, in memory alone; what was not asked for longest is forgotten
 * first, at the same small cost for each.
 */
export const keepSome = <T>(most: number) => {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  const set = (key: string, value: T): void => {
    if (young.size >= most / 2) [old, young] = [young, new Map()]
    young.set(key, value)
  }
  return {
    set,
    get: (key: string): T | undefined => {
      const there = young.get(key)
      if (there !== undefined) return there
      const before = old.get(key)
      if (before !== undefined) set(key, before)
      return before
    },
  }
}

/**
 * Counts what comes in under a name and a key. Nothing here is written down, so it knows nobody
 * after a restart.
 */
export const keepLimits = (now: () => Date) => {
  const counts = keepSome<{ count: number; until: number }>(MOST_KEYS)
  // What is counted together is a handful of names, and no flood of keys makes it forget them.
  const together = keepSome<{ count: number; until: number }>(MOST_KEYS)
  /**
   * Counts one more under a key, or together where none is given. True where there were `most`
   * already in this stretch of time.
   */
  return (name: string, key: string | null, most: number, perMs: number): boolean => {
    const at = now().getTime()
    const kept = key === null ? together : counts
    const place = `${name} ${key ?? ''}`
    const there = kept.get(place)
    if (there && there.until > at) {
      there.count += 1
      return there.count > most
    }
    kept.set(place, { count: 1, until: at + perMs })
    return false
  }
}
const MOST_KEYS = 50_000

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
