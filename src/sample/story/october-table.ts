import type { Sample } from '../partnership.ts'
import type { Verbs } from '../verbs.ts'
import type { July } from './july-table.ts'
import { DAYS, SAYS, sample as marked } from '../made-up.ts'
import { JULY_LATER, OCTOBER } from './pages.ts'
import { STOPS } from './told-in-july.ts'
import { beginScheme, raiseOpportunities } from './scheme.ts'

const SAMPLE_OWNER = marked('The second round table agreed who leads, and by when')

/** What October 2021 left behind, for the chapters after it. */
export type Autumn = ReturnType<typeof secondRoundTable>

/** The round table of October: it agrees the minutes of July, owners and dates. */
export const secondRoundTable = (sample: Sample, verbs: Verbs, july: July) => {
  const { on, plan, open, attend, finish, agreeMinutes, tell } = verbs
  const { seats } = sample
  on('2021-10-04T09:00:00.000Z')
  const slug = plan(DAYS.autumnTable, '10.30')
  const scheme = beginScheme(sample, verbs)
  const opportunities = raiseOpportunities(sample, verbs, scheme)
  on('2021-10-28T09:30:00.000Z')
  open(slug)
  attend(slug, {
    [seats.coordinator]: 'present',
    [seats.manager]: 'present',
    [seats.youth]: 'present',
    [seats.sergeant]: 'apologies',
  })
  agreeMinutes(july.slug)
  settleOwners(sample, verbs, july)
  goThroughConcerns(verbs, july, opportunities)
  const actions = agreeInOctober(sample, verbs, july, opportunities)
  finish(slug)
  tell.table(july.slug, JULY_LATER)
  tell.table(slug, OCTOBER)
  tellOfStops(verbs, july, actions.figures)
  return { slug, scheme, opportunities, actions }
}

const settleOwners = (
  { seats, organisations }: Sample,
  { settle }: Verbs,
  { actions }: July,
): void => {
  settle(
    actions.parents,
    {
      lead: organisations.mosaic,
      seat: seats.advocate,
      helpers: [organisations.council],
      by: DAYS.parentsBy,
    },
    SAMPLE_OWNER,
  )
  settle(
    actions.trusted,
    { lead: organisations.council, seat: seats.youth, by: DAYS.clubsBy },
    SAMPLE_OWNER,
  )
  settle(
    actions.representatives,
    { lead: organisations.council, seat: seats.schools, by: DAYS.schoolsBy },
    SAMPLE_OWNER,
  )
  settle(
    actions.stalls,
    {
      lead: organisations.mosaic,
      seat: seats.advocate,
      helpers: [organisations.police, organisations.council],
      by: DAYS.football,
    },
    SAMPLE_OWNER,
  )
  settle(actions.mothers, { lead: organisations.mosaic, seat: seats.advocate }, SAMPLE_OWNER)
  settle(
    actions.events,
    {
      lead: organisations.police,
      seat: seats.sergeant,
      helpers: [organisations.mosaic, organisations.council],
      by: DAYS.eventsBy,
    },
    SAMPLE_OWNER,
  )
  settle(
    actions.football,
    {
      lead: organisations.police,
      seat: seats.sergeant,
      helpers: [organisations.mosaic],
      by: DAYS.football,
    },
    SAMPLE_OWNER,
  )
}

type Opportunities = ReturnType<typeof raiseOpportunities>

const goThroughConcerns = (
  { report, prioritise, decide, bring }: Verbs,
  { concerns, actions }: July,
  opportunities: Opportunities,
): void => {
  report(actions.parents, 'under-way', marked('Meetings with parents have begun.'))
  prioritise(concerns.stops, true)
  prioritise(concerns.hesitant, true)
  decide(marked('The minutes go to everyone who came or sent apologies.'))
  for (const concern of [
    concerns.knife,
    concerns.stops,
    opportunities.tables,
    opportunities.hubs,
    opportunities.project,
  ])
    bring(concern)
}

const agreeInOctober = (
  { seats, organisations }: Sample,
  { agree }: Verbs,
  { concerns }: July,
  opportunities: Opportunities,
) => ({
  workshops: agree('Monthly police workshops, on topics that residents choose.', {
    kind: 'standing',
    lead: organisations.mosaic,
    seat: seats.advocate,
    helpers: [organisations.police],
    concerns: [concerns.knife],
  }),
  atTables: agree('Police, council and Mosaic come to every round table.', {
    kind: 'standing',
    lead: organisations.mosaic,
    seat: seats.coordinator,
    helpers: [organisations.police, organisations.council],
    concerns: [opportunities.tables],
  }),
  figures: agree('What do the stop and search figures for our area show?', {
    kind: 'question',
    lead: organisations.police,
    by: DAYS.figuresBy,
    concerns: [concerns.stops],
  }),
  hubs: agree('Say if the council has a building for a police hub.', {
    kind: 'question',
    lead: organisations.council,
    seat: seats.youth,
    by: DAYS.figuresBy,
    concerns: [opportunities.hubs],
  }),
  project: agree('Plan a youth project in schools together.', {
    lead: organisations.council,
    seat: seats.schools,
    helpers: [organisations.police],
    concerns: [opportunities.project],
  }),
})

/** What October agreed about a priority of July, told once its minutes are written (R28). */
const tellOfStops = ({ tell }: Verbs, { concerns }: July, figures: number): void =>
  tell.entry(concerns.stops, {
    said: STOPS,
    did: [SAYS.stopsAsked, SAYS.stopsNotAccepted].join('\n'),
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-07', SAYS.stopsFirst],
      [DAYS.autumnTable, SAYS.figuresAsked],
    ],
    actions: { [figures]: SAYS.figuresAction },
  })
