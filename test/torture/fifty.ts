import { isTaken, openBrowser } from './parts/browser.ts'
import type { Sending } from './parts/forms.ts'
import { listening } from './parts/house.ts'
import { whyNot } from './parts/left-out.ts'
import { preparedRecord, type Sessions } from './parts/record.ts'
import { countsOf } from './parts/rows.ts'
import { isLong, report, times } from './report.ts'

// R31: the same form fifty times at once counts once. Two houses begin with the same record: to one
// each form is sent once, to the other as often as it takes, all at the same time. Afterwards each
// table of both has as many rows.

/** Forms that are sent in the short form. */
const SOME = 60
const AT_ONCE = times({ short: 10, long: 50 })

interface Compared {
  route: string
  /** How many rows one sending of it makes. */
  made: number
  isTaken: boolean
  wrong: string
}

const compare = async (
  record: string,
  sessions: Sessions,
  script: readonly Sending[],
): Promise<Compared[]> => {
  const [one, other] = [await listening(record), await listening(record)]
  const browser = openBrowser(AT_ONCE)
  const compared: Compared[] = []
  try {
    for (const [i, sending] of script.entries()) {
      const from = `10.9.${i >> 8}.${i & 255}`
      const before = countsOf(one.file)
      const first = await browser.send(one.port, sending, sessions, from)
      const all = await Promise.all(
        Array.from({ length: AT_ONCE }, () => browser.send(other.port, sending, sessions, from)),
      )
      const [made, there] = [countsOf(one.file), countsOf(other.file)]
      // A link of the chain goes with each row that it covers: those are compared themselves.
      const differ = Object.keys(made).filter(
        (table) => table !== 'chain' && there[table] !== made[table],
      )
      const more = differ
        .filter((table) => !isMeant(sending.route, table))
        .map((table) => `${table}: ${there[table]} rows and not ${made[table]}`)
      compared.push({
        route: sending.route,
        made: rowsMore(before, made),
        isTaken: isTaken(first, sending),
        wrong: [...more, ...otherAnswers(first.status, all)].join(', '),
      })
      for (const house of [one, other]) house.pass(1)
      if (differ.length > 0)
        return [...compared, ...(await compare(record, sessions, rest(script, i)))]
    }
  } finally {
    browser.close()
    await one.close()
    await other.close()
  }
  return compared
}

/** Rows of which each press makes one, and why. */
const MEANT: [RegExp, readonly string[]][] = [
  // Each asking is in the journal, whoever it is, so that how long it takes tells nothing (R24).
  [/\/follow$/, ['journal']],
  // A device is asked something new each time: the answer that brought the question may be lost.
  [/^\/sign-in\/passkey/, ['journal', 'challenges']],
]

const isMeant = (route: string, table: string): boolean =>
  MEANT.some(([pattern, tables]) => pattern.test(route) && tables.includes(table))

/** From here the two houses differ: what is left begins with a new pair. */
const rest = (script: readonly Sending[], i: number): Sending[] => script.slice(i + 1)

const rowsMore = (before: Record<string, number>, now: Record<string, number>): number =>
  Object.keys(now).reduce((sum, table) => sum + Math.abs(now[table]! - before[table]!), 0)

/** A page of a fault is no answer to a form that was sent twice. */
const otherAnswers = (first: number, all: { status: number }[]): string[] =>
  all.some(({ status }) => status >= 500)
    ? [`answered ${[...new Set(all.map(({ status }) => status))].join(', ')} and not ${first}`]
    : []

const { file, sessions, routes, scripts } = preparedRecord()
const all: Compared[] = []
// In short a part of them: `twice.ts` sends every form twice in every run.
const some = isLong ? scripts : [scripts[0]!.slice(0, SOME)]
for (const script of some) all.push(...(await compare(file, sessions, script)))
const tried = new Set(all.filter((each) => each.isTaken).map(({ route }) => route))
const wrong = all.filter((each) => each.wrong !== '')
if (isLong)
  for (const { route, made, wrong: what } of all)
    process.stderr.write(`${String(made).padStart(5)} rows  ${route} ${what || 'once'}\n`)
for (const { route, wrong: what } of wrong) process.stderr.write(`NOT ONCE ${route}: ${what}\n`)
for (const line of whyNot(routes, tried)) process.stderr.write(`${line}\n`)
report({
  tried: `${tried.size} forms, ${AT_ONCE} at once`,
  lost: wrong.length,
  more: `${tried.size} of ${routes.length} routes`,
})
