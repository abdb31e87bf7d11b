/** Counts what comes in under a name and a key, in memory alone. Nothing here is written down, so it knows nobody after a restart. */
export const keepLimits = (now: () => Date) => {
  const counts = new Map<string, { count: number; until: number }>()
  /** Counts one more. True where there were `most` already in this stretch of time. */
  return (name: string, key: string, most: number, perMs: number): boolean => {
    const at = now().getTime()
    if (counts.size > MOST_KEYS) for (const [each, { until }] of counts) if (until <= at || counts.size > MOST_KEYS) counts.delete(each)
    const place = `${name} ${key}`
    const there = counts.get(place)
    if (!there || there.until <= at) {
      counts.set(place, { count: 1, until: at + perMs })
      return false
    }
    there.count += 1
    return there.count > most
  }
}
const MOST_KEYS = 50_000

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
