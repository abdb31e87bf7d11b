import type { Block, Section } from '../round-tables/paper.ts'
import { SAY_STRENGTH } from '../publishing/told.ts'
import { sayWhen, type When } from '../day.ts'
import { first, none, table, tableOrNothing, words } from './briefing-blocks.ts'
import type { Briefing, Held, Met, Run } from './briefing.ts'
import { inTens, tellable } from './small-numbers.ts'

/** Who came to the round tables of this time, and who did not. */
export const came = (all: Briefing): Section => {
  const { tables } = all
  const nothing = none(
    all,
    'No round table of this time is told in public.',
    'No round table met in this time.',
  )
  return {
    id: 'came',
    heading: 'Who came to the round tables',
    blocks:
      tables.length === 0
        ? [nothing]
        : [whoCame(tables), ...tables.flatMap(whoWasMissing), ...tables.flatMap(residentsAt)],
  }
}

const whoCame = (tables: Met[]): Block => {
  // By its code: two schools may have one name in public.
  const organisations = [
    ...new Map(tables.flatMap((each) => each.came.map((one) => [one.code, one.name] as const))),
  ]
  const presenceAt = (met: Met, code: string): string =>
    met.came.find((one) => one.code === code)?.presence ?? 'Not expected'
  return table(
    'Who came for each organisation',
    ['Organisation', ...tables.map((each) => each.title)],
    organisations.map(([code, name]) => [
      first(name),
      ...tables.map((each) => presenceAt(each, code)),
    ]),
  )
}

const whoWasMissing = ({ title, came: all }: Met): Block[] =>
  all
    .filter((one) => !one.isHere)
    .map(({ name }) => ({
      kind: 'words',
      tone: 'late',
      text: `No one from ${name} was at the ${title}.`,
    }))

const residentsAt = ({ title, residents }: Met): Block[] => {
  if (residents === null) return []
  const many =
    tellable(residents) === null ? 'fewer than ten residents came.' : `${residents} residents came.`
  return [words(`${title}: ${many}`)]
}

/** The events of this time, and how many came where that may be told (R17). */
export const events = ({ held }: Briefing): Section => ({
  id: 'events',
  heading: 'What was held',
  blocks: held.length === 0 ? [] : [heldTable(held), NOT_TOLD],
})

const heldTable = (held: Held[]): Block =>
  table(
    'Stalls, workshops, surveys',
    ['What', 'When, where and who', 'How many came or answered', 'What happened'],
    held.map((each) => {
      const whenAndWhere = [sayWhen(each.heldOn), each.place].filter(Boolean).join(', ')
      return [
        `${each.kind}: ${each.name}`,
        `${whenAndWhere}. ${first(each.who.join(', '))}`.trim(),
        each.came === null ? 'Not told' : String(each.came),
        each.told,
      ]
    }),
  )

const NOT_TOLD: Block = {
  kind: 'words',
  tone: 'quiet',
  text:
    '“Not told” means that nobody counted, ' +
    'or that so few came that someone could be known by it.',
}

/** What each programme hopes for and what is known of it, and its opportunities. */
export const programmes = ({ runs, madeOn }: Briefing): Section => ({
  id: 'programmes',
  heading: 'Programmes',
  blocks: runs.flatMap((run): Block[] => [
    { kind: 'heading', text: run.name },
    words(sayRun(run, madeOn)),
    ...tableOrNothing(
      'What it hopes for, beside what is known',
      ['It hopes for', 'What is known', 'How we know'],
      run.wants.map((each) => [
        each.words,
        each.known || 'Nobody has said yet.',
        each.strength ? SAY_STRENGTH[each.strength] : '',
      ]),
    ),
    ...tableOrNothing(
      'Opportunities, and what became of each',
      ['Opportunity', 'What became of it'],
      run.chances.map((each) => [each.words, each.became || 'Nothing is told of it yet.']),
    ),
  ]),
})

const sayRun = ({ aim, startsOn, who, pairings, sessions }: Run, madeOn: When): string => {
  const pairs = pairings.map(tellable).filter((each) => each !== null)
  const begins = startsOn && startsOn > madeOn.slice(0, startsOn.length) ? 'Begins' : 'Began'
  const many = sessions === 1 ? '1 group session' : `${sessions} group sessions`
  return [
    aim,
    startsOn ? `${begins} ${sayWhen(startsOn)}.` : '',
    who.length ? `Run by ${who.join(', ')}.` : '',
    pairs.length ? `Pairs: ${pairs.join(', then ')}.` : '',
    sessions ? `${many}, not recorded.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What there is to hand out today. */
export const leaflets = ({ given }: Briefing): Section => ({
  id: 'leaflets',
  heading: 'Leaflets',
  blocks: tableOrNothing(
    'What there is to read today',
    ['Leaflet', 'It answers', 'Handed out'],
    given.map(({ title, answers, copies }) => [
      title,
      answers,
      inTens(copies) === null ? 'Not told' : `${inTens(copies)} or more`,
    ]),
  ),
})

/** What the programmes learned, theme by theme. */
export const learning = ({ runs }: Briefing): Section => ({
  id: 'learning',
  heading: 'What was learned',
  blocks: runs.flatMap((run) =>
    [...Map.groupBy(run.learned, (each) => each.theme)].flatMap(([theme, points]): Block[] => [
      ...(theme ? [{ kind: 'heading' as const, text: theme }] : []),
      ...points.map((each) => words(each.words)),
    ]),
  ),
})
