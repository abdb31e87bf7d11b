import type { Check } from '../../../domain/publishing/checks.ts'
import type { CheckGroup } from '../../views/desk/publishing.ts'
import type { CheckKey } from '../../../domain/publishing/wording/alert.ts'

const TITLES: Partial<Record<CheckKey, string>> = {
  names: 'These look like names',
  contacts: 'These lead to someone: a number, a letter, a door',
  described: 'These may point at one person',
  initials: 'Initials that are not written out',
  people: 'These count people',
  date: 'Dates that are not the record’s',
  plain: 'These could be plainer',
}

/** One alert stands by itself; from two of a kind on they stand together. */
export const groupsOf = (checks: Check[]): CheckGroup[] => {
  const open = Map.groupBy(
    checks.filter((each) => each.verdict === 'look'),
    (each) => each.key,
  )
  return [...open].flatMap(([key, alerts]): CheckGroup[] => {
    const all = [...new Map(alerts.map((each) => [each.found, each.reason]))]
    if (all.length < 2) return []
    const advice = endOf(all.map(([, reason]) => reason))
    return [
      {
        key,
        title: TITLES[key] ?? 'Look again',
        advice,
        all: all.map(([found, reason]) => ({
          found,
          says: advice ? reason.slice(0, -advice.length).trim() : reason,
        })),
      },
    ]
  })
}

/** The sentences that all of them end with. */
const endOf = ([first = '', ...rest]: string[]): string => {
  const ends = [...first.matchAll(/[.?!] +(?=\p{Lu})/gu)].map((match) =>
    first.slice(match.index + match[0].length),
  )
  return ends.find((end) => rest.every((each) => each.endsWith(end))) ?? ''
}
