import { SAY_STANDING, STANDINGS, type Standing } from '../concerns/standing.ts'
import { inTens, safeSum, tellable } from './small-numbers.ts'
import { sayDays, sayWhen, type When } from '../day.ts'
import { QUIET_DAYS } from '../actions/notices.ts'
import type { Block, Paper, Section } from '../round-tables/minutes-paper.ts'
import { holds, isQuarter, quarterOf, sayQuarter } from '../quarter.ts'
import { SAY_STRENGTH, type Strength } from '../publishing/words.ts'

/** A quarter, written `2021-q3`, or a year, written `2021`. */
export type Period = string
export const isPeriod = (text: string): boolean => isQuarter(text) || /^\d{4}$/.test(text)
export const sayPeriod = (period: Period): string =>
  isQuarter(period) ? sayQuarter(period) : period
export const holdsPeriod = (period: Period, when: When): boolean =>
  isQuarter(period) ? holds(period, when) : when.startsWith(period)
/**
 * Before the first day of a quarter or a year: months and days are written alike at their
 * beginning.
 */
export const isBefore = (period: Period, when: When): boolean =>
  when.slice(0, 4) < period.slice(0, 4) || (isQuarter(period) && quarterOf(when) < period)
/**
 * Each year and quarter from the first that something is known of to the last, newest first: what
 * was done in a quarter in which nothing was raised is told as well.
 */
export const periodsOf = (whens: When[]): Period[] => {
  const sorted = whens.map(quarterOf).toSorted()
  const [first, last] = [sorted[0] ?? '', sorted.at(-1) ?? '']
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  // A year that someone mistyped makes no list of a thousand years.
  const years = Array.from({ length: Math.min(to - from + 1, MOST_YEARS) }, (_, i) => to - i)
  return years.flatMap((year) => [
    String(year),
    ...[4, 3, 2, 1]
      .map((quarter) => `${year}-q${quarter}`)
      .filter((quarter) => quarter >= first && quarter <= last),
  ])
}
const MOST_YEARS = 50

/**
 * What residents said and what became of it: in public words, or in the table's own where they are
 * not told yet.
 */
export interface Answered {
  said: string
  did: string
  who: string
  on: When | null
  raisedOn: When
  origin: string
  standing: Standing
  worked: { strength: Strength; words: string } | null
  /**
   * What could not be done of something that counts as done (R1); and whether the round table has
   * yet to close it (R3).
   */
  couldNot: string[]
  notYetClosed: boolean
  /** Days since what is open of it was last heard of (R8); nothing where nothing is open. */
  silent: number | null
}
/**
 * A round table that met: each expected organisation with how it was there, and how many residents
 * came.
 */
export interface Met {
  title: string
  heldOn: When
  came: { code: string; name: string; presence: string; isHere: boolean }[]
  residents: number | null
}
/** `came` is what may be told; null where it is too few or was not counted (R17). */
export interface Held {
  name: string
  kind: string
  heldOn: When
  place: string
  who: string[]
  came: number | null
  told: string
}
export interface Run {
  name: string
  aim: string
  startsOn: When | null
  who: string[]
  pairings: (number | null)[]
  sessions: number
  wants: { words: string; strength: Strength | null; known: string }[]
  learned: { theme: string; words: string }[]
  chances: { words: string; became: string }[]
}
export interface Given {
  title: string
  answers: string
  copies: number
}

export interface Briefing {
  period: Period
  partnership: string
  madeOn: When
  isPublic: boolean
  answered: Answered[]
  tables: Met[]
  held: Held[]
  runs: Run[]
  given: Given[]
  /**
   * Concerns of this time that nobody outside has been told of yet. How many there are is not
   * public, so a public sheet has none (R9).
   */
  untold: number
  /** R11: for a closed year alone, and as it is told in public. */
  privately: { ground: string; count: number }[] | null
}

/**
 * One sheet for senior officers and councillors: what was raised, done, and not done and why; who
 * came; what changed; what was learned.
 */
export const briefingPaper = (all: Briefing): Paper => ({
  title: `${all.partnership}: ${sayPeriod(all.period)}`,
  state: `Made from the record on ${sayWhen(all.madeOn)}. ${all.isPublic ? 'Everything here is public already.' : 'For people who sign in. Some of it is not public.'}`,
  sections: [
    short(all),
    came(all),
    raised(all),
    done(all),
    notDone(all),
    changed(all),
    events(all),
    programmes(all),
    leaflets(all),
    learning(all),
  ].filter((section) => section.blocks.length > 0),
})

/** Names in a row, as the beginning of a line. */
const first = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const words = (text: string): Block => ({ kind: 'words', text })
/** What a sheet says where it has nothing: in public, only that nothing is told. */
const none = ({ isPublic }: Briefing, told: string, known: string): Block =>
  words(isPublic ? told : known)
const isIn =
  ({ period }: Briefing) =>
  (when: When | null): boolean =>
    when !== null && holdsPeriod(period, when)
const raisedIn = (all: Briefing): Answered[] =>
  all.answered.filter((each) => isIn(all)(each.raisedOn))

const short = (all: Briefing): Section => {
  const raised = raisedIn(all)
  const rows = STANDINGS.map((standing) => [
    SAY_STANDING[standing],
    String(raised.filter((each) => each.standing === standing).length),
  ])
  const people = safeSum(all.held.map((each) => each.came))
  return {
    id: 'short',
    heading: 'In short',
    blocks: [
      ...(raised.length === 0
        ? []
        : [
            words(
              `${sayRaised(raised.length, all.isPublic)} This is where ${raised.length === 1 ? 'it stands' : 'they stand'} today.`,
            ),
            {
              kind: 'table' as const,
              caption: 'Where the concerns of this time stand today',
              head: ['Where it stands', 'Concerns'],
              rows,
            },
          ]),
      ...(all.untold > 0
        ? [words(`${all.untold} of them ${all.untold === 1 ? 'has' : 'have'} no public words yet.`)]
        : []),
      ...(people.count > 0
        ? [
            words(
              `${people.atLeast ? 'At least ' : ''}${people.count} people came or answered, all events together. Whoever came twice is counted twice.`,
            ),
          ]
        : []),
      ...(all.privately
        ? [
            words(
              all.privately.length === 0
                ? 'No matters were held in private.'
                : `Held in private: ${all.privately.map((each) => `${each.count} because: ${each.ground}`).join(' ')}`,
            ),
          ]
        : []),
    ],
  }
}

const sayRaised = (count: number, isPublic: boolean): string =>
  isPublic
    ? `${count === 1 ? '1 concern' : `${count} concerns`} raised in this time ${count === 1 ? 'is' : 'are'} told in public.`
    : `${count === 1 ? '1 concern was' : `${count} concerns were`} raised in this time.`

const came = (all: Briefing): Section => {
  const { tables } = all
  // By its code: two schools may have one name in public.
  const organisations = [
    ...new Map(tables.flatMap((table) => table.came.map((one) => [one.code, one.name] as const))),
  ]
  const missing = tables.flatMap((each) =>
    each.came
      .filter((one) => !one.isHere)
      .map((one) => `No one from ${one.name} was at the ${each.title}.`),
  )
  return {
    id: 'came',
    heading: 'Who came to the round tables',
    blocks:
      tables.length === 0
        ? [
            none(
              all,
              'No round table of this time is told in public.',
              'No round table met in this time.',
            ),
          ]
        : [
            {
              kind: 'table',
              caption: 'Who came for each organisation',
              head: ['Organisation', ...tables.map((each) => each.title)],
              rows: organisations.map(([code, name]) => [
                first(name),
                ...tables.map(
                  (each) => each.came.find((one) => one.code === code)?.presence ?? 'Not expected',
                ),
              ]),
            },
            ...missing.map((text): Block => ({ kind: 'words', tone: 'late', text })),
            ...tables.flatMap((each) =>
              each.residents === null
                ? []
                : [
                    words(
                      `${each.title}: ${tellable(each.residents) === null ? 'fewer than ten residents came.' : `${each.residents} residents came.`}`,
                    ),
                  ],
            ),
          ],
  }
}

const raised = (all: Briefing): Section => ({
  id: 'raised',
  heading: 'What was raised',
  blocks:
    raisedIn(all).length === 0
      ? [
          none(
            all,
            'Nothing raised in this time is told in public.',
            'Nothing was raised in this time.',
          ),
        ]
      : [
          {
            kind: 'table',
            caption: 'Concerns raised in this time',
            head: ['You said', 'How it reached us', 'Where it stands'],
            rows: raisedIn(all).map((each) => [
              each.said,
              each.origin.includes(each.raisedOn.slice(0, 4))
                ? each.origin
                : `${each.origin}, ${sayWhen(each.raisedOn)}`,
              SAY_STANDING[each.standing],
            ]),
          },
        ],
})

/**
 * What was answered in this time, and what was raised in it whenever it was answered: else its
 * answer would stand on no sheet that asks for it.
 */
const answers = (all: Briefing, standings: Standing[]): Answered[] =>
  all.answered.filter(
    (each) => standings.includes(each.standing) && (isIn(all)(each.on) || isIn(all)(each.raisedOn)),
  )
const didOf = ({ did, couldNot, notYetClosed }: Answered): string =>
  [
    did,
    ...couldNot.map((each) => `Could not: ${each}`),
    notYetClosed ? 'Not yet closed by the round table.' : '',
  ]
    .filter(Boolean)
    .join('\n')
const answerTable = (caption: string, last: string, rows: Answered[]): Block => ({
  kind: 'table',
  caption,
  head: ['You said', last, 'Who', 'When'],
  rows: rows.map((each) => [
    each.said,
    didOf(each),
    first(each.who),
    each.on ? sayWhen(each.on) : '',
  ]),
})

const done = (all: Briefing): Section => {
  const rows = answers(all, ['done', 'standing'])
  return {
    id: 'done',
    heading: 'What was done',
    blocks:
      rows.length === 0
        ? [
            none(
              all,
              'Nothing done in this time is told in public.',
              'Nothing was done in this time.',
            ),
          ]
        : [
            answerTable(
              'What was done in this time, or since then of what was raised in it',
              'We did',
              rows,
            ),
          ],
  }
}

/** What could not be done in this time and why, and what was raised by its end and waits today. */
const notDone = (all: Briefing): Section => {
  const could = answers(all, ['could-not'])
  const waits = all.answered.filter(
    (each) =>
      (each.standing === 'unanswered' || each.standing === 'under-way') &&
      (isIn(all)(each.raisedOn) || isBefore(all.period, each.raisedOn)),
  )
  return {
    id: 'not-done',
    heading: 'What was not done, and why',
    blocks: [
      ...(could.length
        ? [answerTable('What could not be done', 'We could not, because', could)]
        : []),
      ...(waits.length
        ? [
            {
              kind: 'table' as const,
              caption: 'What waits today',
              head: ['You said', 'Where it stands', 'What is said of it', 'Raised'],
              rows: waits.map((each) => [
                each.said,
                SAY_STANDING[each.standing],
                [
                  each.did,
                  (each.silent ?? 0) > QUIET_DAYS ? `No news for ${sayDays(each.silent!)}.` : '',
                ]
                  .filter(Boolean)
                  .join('\n'),
                sayWhen(each.raisedOn),
              ]),
            },
          ]
        : []),
      ...(could.length + waits.length === 0
        ? [
            none(
              all,
              'Nothing that is told in public waits or was refused.',
              'Nothing waits, and nothing was refused.',
            ),
          ]
        : []),
    ],
  }
}

const changed = (all: Briefing): Section => {
  const rows = answers(all, ['done', 'standing', 'could-not']).filter((each) => each.worked)
  return {
    id: 'changed',
    heading: 'What changed, and how we know',
    blocks:
      rows.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: 'How well it worked',
              head: ['You said', 'What changed', 'How we know'],
              rows: rows.map((each) => [
                each.said,
                each.worked!.words || SAY_STRENGTH.early,
                SAY_STRENGTH[each.worked!.strength],
              ]),
            },
          ],
  }
}

const events = ({ held }: Briefing): Section => ({
  id: 'events',
  heading: 'What was held',
  blocks:
    held.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Stalls, workshops, surveys',
            head: ['What', 'When, where and who', 'How many came or answered', 'What happened'],
            rows: held.map((each) => [
              `${each.kind}: ${each.name}`,
              `${[sayWhen(each.heldOn), each.place].filter(Boolean).join(', ')}. ${first(each.who.join(', '))}`.trim(),
              each.came === null ? 'Not told' : String(each.came),
              each.told,
            ]),
          },
          {
            kind: 'words',
            tone: 'quiet',
            text: '“Not told” means that nobody counted, or that so few came that someone could be known by it.',
          },
        ],
})

const programmes = ({ runs, madeOn }: Briefing): Section => ({
  id: 'programmes',
  heading: 'Programmes',
  blocks: runs.flatMap((run): Block[] => {
    const pairs = run.pairings.map(tellable).filter((each) => each !== null)
    return [
      { kind: 'heading', text: run.name },
      words(
        [
          run.aim,
          run.startsOn
            ? `${run.startsOn > madeOn.slice(0, run.startsOn.length) ? 'Begins' : 'Began'} ${sayWhen(run.startsOn)}.`
            : '',
          run.who.length ? `Run by ${run.who.join(', ')}.` : '',
          pairs.length ? `Pairs: ${pairs.join(', then ')}.` : '',
          run.sessions
            ? `${run.sessions === 1 ? '1 group session' : `${run.sessions} group sessions`}, not recorded.`
            : '',
        ]
          .filter(Boolean)
          .join(' '),
      ),
      ...(run.wants.length
        ? [
            {
              kind: 'table' as const,
              caption: 'What it hopes for, beside what is known',
              head: ['It hopes for', 'What is known', 'How we know'],
              rows: run.wants.map((each) => [
                each.words,
                each.known || 'Nobody has said yet.',
                each.strength ? SAY_STRENGTH[each.strength] : '',
              ]),
            },
          ]
        : []),
      ...(run.chances.length
        ? [
            {
              kind: 'table' as const,
              caption: 'Opportunities, and what became of each',
              head: ['Opportunity', 'What became of it'],
              rows: run.chances.map((each) => [
                each.words,
                each.became || 'Nothing is told of it yet.',
              ]),
            },
          ]
        : []),
    ]
  }),
})

const leaflets = ({ given }: Briefing): Section => ({
  id: 'leaflets',
  heading: 'Leaflets',
  blocks:
    given.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'What there is to read today',
            head: ['Leaflet', 'It answers', 'Handed out'],
            rows: given.map((each) => [
              each.title,
              each.answers,
              inTens(each.copies) === null ? 'Not told' : `${inTens(each.copies)} or more`,
            ]),
          },
        ],
})

const learning = ({ runs }: Briefing): Section => ({
  id: 'learning',
  heading: 'What was learned',
  blocks: runs.flatMap((run) =>
    [...Map.groupBy(run.learned, (each) => each.theme)].flatMap(([theme, points]): Block[] => [
      ...(theme ? [{ kind: 'heading' as const, text: theme }] : []),
      ...points.map((each) => words(each.words)),
    ]),
  ),
})
