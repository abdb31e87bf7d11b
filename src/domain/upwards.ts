import { SAY_STANDING, STANDINGS, type Standing } from './concern.ts'
import { inTens, safeSum, tellable } from './counts.ts'
import { sayWhen, type When } from './day.ts'
import type { Block, Paper, Section } from './paper.ts'
import { holds, isQuarter, quarterOf, sayQuarter } from './quarter.ts'
import { SAY_STRENGTH, type Strength } from './told.ts'

/** A quarter, written `2021-q3`, or a year, written `2021`. */
export type Period = string
export const isPeriod = (text: string): boolean => isQuarter(text) || /^\d{4}$/.test(text)
export const sayPeriod = (period: Period): string => (isQuarter(period) ? sayQuarter(period) : period)
export const holdsPeriod = (period: Period, when: When): boolean => (isQuarter(period) ? holds(period, when) : when.startsWith(period))
/** Before the first day of a quarter or a year: months and days are written alike at their beginning. */
export const isBefore = (period: Period, when: When): boolean => when.slice(0, 4) < period.slice(0, 4) || (isQuarter(period) && quarterOf(when) < period)
/** Each year and quarter from the first that something is known of, newest first. */
export const periodsOf = (whens: When[]): Period[] => [...new Set(whens.flatMap((when) => [when.slice(0, 4), quarterOf(when)]))].sort((a, b) => (b.slice(0, 4) + (b.slice(5) || 'z')).localeCompare(a.slice(0, 4) + (a.slice(5) || 'z')))

/** What residents said and what became of it: in public words, or in the table's own where they are not told yet. */
export interface Answered { said: string; did: string; who: string; on: When | null; raisedOn: When; origin: string; standing: Standing; worked: { strength: Strength; words: string } | null }
/** A round table that met: each expected organisation with how it was there, and how many residents came. */
export interface Met { title: string; heldOn: When; came: { name: string; presence: string; isHere: boolean }[]; residents: number | null }
/** `came` is what may be told; null where it is too few or was not counted (R17). */
export interface Held { name: string; kind: string; heldOn: When; place: string; who: string[]; came: number | null; told: string }
export interface Run {
  name: string; aim: string; startsOn: When | null; who: string[]; pairings: (number | null)[]; sessions: number
  wants: { words: string; strength: Strength | null; known: string }[]; learned: { theme: string; words: string }[]; chances: { words: string; became: string }[]
}
export interface Given { title: string; answers: string; copies: number }

export interface Upwards {
  period: Period; partnership: string; madeOn: When; isPublic: boolean
  answered: Answered[]; tables: Met[]; held: Held[]; runs: Run[]; given: Given[]
  /** Concerns of this time that nobody outside has been told of yet. */
  untold: number
  /** R11: for a closed year alone, and as it is told in public. */
  privately: { ground: string; count: number }[] | null
}

/** One sheet for senior officers and councillors: what was raised, done, and not done and why; who came; what changed; what was learned. */
export const upwardsPaper = (all: Upwards): Paper => ({
  title: `${all.partnership}: ${sayPeriod(all.period)}`,
  state: `Made from the record on ${sayWhen(all.madeOn)}. ${all.isPublic ? 'Everything here is public already.' : 'For people who sign in. Some of it is not public.'}`,
  sections: [short(all), came(all), raised(all), done(all), notDone(all), changed(all), events(all), programmes(all), leaflets(all), learning(all)].filter((section) => section.blocks.length > 0)
})

/** Names in a row, as the beginning of a line. */
const first = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const words = (text: string): Block => ({ kind: 'words', text })
const isIn = ({ period }: Upwards) => (when: When | null): boolean => when !== null && holdsPeriod(period, when)
const raisedIn = (all: Upwards): Answered[] => all.answered.filter((each) => isIn(all)(each.raisedOn))

const short = (all: Upwards): Section => {
  const raised = raisedIn(all)
  const rows = STANDINGS.map((standing) => [SAY_STANDING[standing], String(raised.filter((each) => each.standing === standing).length)])
  const people = safeSum(all.held.map((each) => each.came))
  return {
    id: 'short', heading: 'In short',
    blocks: [
      words(`${raised.length === 1 ? '1 concern was' : `${raised.length} concerns were`} raised in this time. This is where they stand today.`),
      { kind: 'table', caption: 'Where the concerns of this time stand today', head: ['Where it stands', 'Concerns'], rows },
      ...(all.untold > 0 ? [words(`${all.untold === 1 ? '1 more concern has' : `${all.untold} more concerns have`} no public words yet.`)] : []),
      ...(people.count > 0 ? [words(`${people.atLeast ? 'At least ' : ''}${people.count} people came, all events together. Whoever came twice is counted twice.`)] : []),
      ...(all.privately ? [words(all.privately.length === 0 ? 'No matters were held in private.' : `Held in private: ${all.privately.map((each) => `${each.count} because: ${each.ground}`).join(' ')}`)] : [])
    ]
  }
}

const came = ({ tables }: Upwards): Section => {
  const names = [...new Set(tables.flatMap((each) => each.came.map((one) => one.name)))]
  const missing = tables.flatMap((each) => each.came.filter((one) => !one.isHere).map((one) => `No one from ${one.name} was at the ${each.title}.`))
  return {
    id: 'came', heading: 'Who came to the round tables',
    blocks: tables.length === 0 ? [words('No round table met in this time.')] : [
      { kind: 'table', caption: 'Who came for each organisation', head: ['Organisation', ...tables.map((each) => each.title)], rows: names.map((name) => [first(name), ...tables.map((each) => each.came.find((one) => one.name === name)?.presence ?? 'Not expected')]) },
      ...missing.map((text): Block => ({ kind: 'words', tone: 'late', text })),
      ...tables.flatMap((each) => (each.residents === null ? [] : [words(`${each.title}: ${tellable(each.residents) === null ? 'fewer than ten residents came.' : `${each.residents} residents came.`}`)]))
    ]
  }
}

const raised = (all: Upwards): Section => ({
  id: 'raised', heading: 'What was raised',
  blocks: raisedIn(all).length === 0 ? [words('Nothing was raised in this time.')] : [{ kind: 'table', caption: 'Concerns raised in this time', head: ['You said', 'How it reached us', 'Where it stands'], rows: raisedIn(all).map((each) => [each.said, each.origin.includes(each.raisedOn.slice(0, 4)) ? each.origin : `${each.origin}, ${sayWhen(each.raisedOn)}`, SAY_STANDING[each.standing]]) }]
})

const answers = (all: Upwards, standings: Standing[]): Answered[] => all.answered.filter((each) => standings.includes(each.standing) && isIn(all)(each.on))
const answerTable = (caption: string, last: string, rows: Answered[]): Block => ({ kind: 'table', caption, head: ['You said', last, 'Who', 'When'], rows: rows.map((each) => [each.said, each.did, first(each.who), each.on ? sayWhen(each.on) : '']) })

const done = (all: Upwards): Section => {
  const rows = answers(all, ['done', 'standing'])
  return { id: 'done', heading: 'What was done', blocks: rows.length === 0 ? [words('Nothing was finished in this time.')] : [answerTable('What was done, or was last done, in this time', 'We did', rows)] }
}

/** What could not be done in this time and why, and what was raised by its end and waits today. */
const notDone = (all: Upwards): Section => {
  const could = answers(all, ['could-not'])
  const waits = all.answered.filter((each) => (each.standing === 'unanswered' || each.standing === 'under-way') && (isIn(all)(each.raisedOn) || isBefore(all.period, each.raisedOn)))
  return {
    id: 'not-done', heading: 'What was not done, and why',
    blocks: [
      ...(could.length ? [answerTable('What could not be done', 'We could not, because', could)] : []),
      ...(waits.length ? [{ kind: 'table' as const, caption: 'What waits today', head: ['You said', 'Where it stands', 'What is said of it', 'Raised'], rows: waits.map((each) => [each.said, SAY_STANDING[each.standing], each.did, sayWhen(each.raisedOn)]) }] : []),
      ...(could.length + waits.length === 0 ? [words('Nothing waits, and nothing was refused.')] : [])
    ]
  }
}

const changed = (all: Upwards): Section => {
  const rows = answers(all, ['done', 'standing', 'could-not']).filter((each) => each.worked)
  return { id: 'changed', heading: 'What changed, and how we know', blocks: rows.length === 0 ? [] : [{ kind: 'table', caption: 'How well it worked', head: ['You said', 'What changed', 'How we know'], rows: rows.map((each) => [each.said, each.worked!.words || SAY_STRENGTH.early, SAY_STRENGTH[each.worked!.strength]]) }] }
}

const events = ({ held }: Upwards): Section => ({
  id: 'events', heading: 'What was held',
  blocks: held.length === 0 ? [] : [
    { kind: 'table', caption: 'Stalls, workshops, surveys', head: ['What', 'When, where and who', 'How many came', 'What happened'], rows: held.map((each) => [`${each.kind}: ${each.name}`, `${[sayWhen(each.heldOn), each.place].filter(Boolean).join(', ')}. ${first(each.who.join(', '))}`.trim(), each.came === null ? 'Not told' : String(each.came), each.told]) },
    { kind: 'words', tone: 'quiet', text: '“Not told” means that nobody counted, or that fewer than ten came.' }
  ]
})

const programmes = ({ runs }: Upwards): Section => ({
  id: 'programmes', heading: 'Programmes',
  blocks: runs.flatMap((run): Block[] => {
    const pairs = run.pairings.map(tellable).filter((each) => each !== null)
    return [
      { kind: 'heading', text: run.name },
      words([run.aim, run.startsOn ? `Began ${sayWhen(run.startsOn)}.` : '', run.who.length ? `Run by ${run.who.join(', ')}.` : '', pairs.length ? `Pairs: ${pairs.join(', then ')}.` : '', run.sessions ? `${run.sessions} group sessions, not recorded.` : ''].filter(Boolean).join(' ')),
      ...(run.wants.length ? [{ kind: 'table' as const, caption: 'What it wants, beside what is known', head: ['It wants', 'What is known', 'How we know'], rows: run.wants.map((each) => [each.words, each.known || 'Nobody has said yet.', each.strength ? SAY_STRENGTH[each.strength] : '']) }] : []),
      ...(run.chances.length ? [{ kind: 'table' as const, caption: 'Opportunities, and what became of each', head: ['Opportunity', 'What became of it'], rows: run.chances.map((each) => [each.words, each.became || 'Nothing is told of it yet.']) }] : [])
    ]
  })
})

const leaflets = ({ given }: Upwards): Section => ({
  id: 'leaflets', heading: 'Leaflets',
  blocks: given.length === 0 ? [] : [{ kind: 'table', caption: 'What there is to read', head: ['Leaflet', 'It answers', 'Handed out'], rows: given.map((each) => [each.title, each.answers, inTens(each.copies) === null ? 'Not told' : `${inTens(each.copies)} or more`]) }]
})

const learning = ({ runs }: Upwards): Section => ({
  id: 'learning', heading: 'What was learned',
  blocks: runs.flatMap((run) => [...Map.groupBy(run.learned, (each) => each.theme)].flatMap(([theme, points]): Block[] => [...(theme ? [{ kind: 'heading' as const, text: theme }] : []), ...points.map((each) => words(each.words))]))
})
