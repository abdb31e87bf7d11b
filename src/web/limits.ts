/**
 * Remembers some things by their key, in memory alone; what was not asked for longest is forgotten
 * first, at the same small cost for each.
 */
export const keepSome = <T>(most: number) => {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  const set = (key: string, value: T): void => {
    if (!young.has(key) && young.size >= most / 2) [old, young] = [young, new Map()]
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

/** As many tries as a stretch of time lets through: one that starts with its first, or a sliding one. */
export interface Limit {
  most: number
  perMs: number
  slides?: true
}

/**
 * Counts tries under a key. Nothing here is written down, so it knows nobody after a restart.
 * @param mostKeys as many keys as are remembered.
 */
export const keepTries = (now: () => Date, mostKeys: number) => {
  const kept = keepSome<number[]>(mostKeys)
  const lately = (key: string, { perMs, slides }: Limit): number[] => {
    const tries = kept.get(key) ?? []
    const isOver = (at: number): boolean => at + perMs <= now().getTime()
    if (slides) return tries.filter((at) => !isOver(at))
    return tries[0] === undefined || isOver(tries[0]) ? [] : tries
  }
  return {
    /** True where there were as many already; looking counts nothing. */
    isTooMuch: (key: string, limit: Limit): boolean => lately(key, limit).length >= limit.most,
    /** Counts one more. @returns whether there were as many already; then it is not counted. */
    count: (key: string, limit: Limit): boolean => {
      const tries = lately(key, limit)
      if (tries.length >= limit.most) return true
      tries.push(now().getTime())
      kept.set(key, tries)
      return false
    },
  }
}

/** Counts what comes in under a name and a key, in stretches of time. */
export const keepLimits = (now: () => Date) => {
  const each = keepTries(now, MOST_KEYS)
  // What is counted together is a handful of names, and no flood of keys makes it forget them.
  const together = keepTries(now, MOST_KEYS)
  /**
   * Counts one more under a key, or together where none is given. True where there were `most`
   * already in this stretch of time.
   */
  return (name: string, key: string | null, most: number, perMs: number): boolean =>
    (key === null ? together : each).count(`${name} ${key ?? ''}`, { most, perMs })
}
export type IsTooMuch = ReturnType<typeof keepLimits>
const MOST_KEYS = 50_000

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/**
 * The line that someone comes in on, by their address: whoever has one new address has all that
 * begin with the same four groups.
 */
export const lineOf = (ip: string): string => {
  if (ip.includes('.') || !ip.includes(':')) return ip
  const [head = '', tail] = ip.split('::')
  const groups = (text = ''): string[] => (text === '' ? [] : text.split(':'))
  const missing =
    tail === undefined ? 0 : Math.max(0, 8 - groups(head).length - groups(tail).length)
  return [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)]
    .slice(0, 4)
    .join(':')
}
