import { agreeActivities } from './nine-activities.ts'
import type { Sample } from '../partnership.ts'
import type { Verbs } from '../verbs.ts'
import { JULY, PARTNERSHIP } from './pages.ts'
import { tellWhatWasHeard } from './told-in-july.ts'

/** What July 2021 left behind, for the chapters after it. */
export type July = ReturnType<typeof firstRoundTable>

/** The survey of March 2021 and the round table of July, told as it was heard. */
export const firstRoundTable = (sample: Sample, verbs: Verbs) => {
  const { on, plan, open, finish, tell } = verbs
  on('2021-03-31T09:00:00.000Z')
  tell.partnership(PARTNERSHIP)
  const { gap, survey } = askResidents(sample, verbs)
  const slug = plan('2021-07', null)
  on('2021-07-15T10:00:00.000Z')
  open(slug)
  comeToTheTable(sample, verbs, slug)
  const concerns = raiseConcerns(sample, verbs, gap)
  const actions = agreeActivities(sample, verbs, concerns)
  finish(slug)
  on('2021-08-02T09:00:00.000Z')
  tellWhatWasHeard(verbs, concerns, actions)
  tell.table(slug, JULY)
  return { slug, concerns, actions, survey }
}

const askResidents = ({ themes, areas, organisations }: Sample, { hold, raise }: Verbs) => {
  const gap = raise(
    'There is a gap between residents and the police about equality, fairness and our rights.',
    {
      origin: 'survey',
      note: 'Community survey on police and policing, March 2021',
      raisedOn: '2021-03',
      theme: themes.trust,
      area: areas.all,
    },
  )
  const survey = hold(
    {
      kind: 'survey',
      name: 'Community survey on police and policing',
      heldOn: '2021-03',
      areaId: areas.all,
      organisations: [{ organisationId: organisations.mosaic, brought: 'Ran it' }],
    },
    {
      depth: 'public',
      findings: [
        ['Residents feel a gap between themselves and the police about what is fair.', gap],
      ],
    },
  )
  return { gap, survey }
}

/** Those whom the source names, by role: which seats sat there it does not say. */
const comeToTheTable = ({ seats, organisations }: Sample, { attend }: Verbs, slug: string): void =>
  attend(slug, { [seats.coordinator]: 'present' }, [
    [organisations.police, 'Senior officers'],
    [organisations.council, 'Councillor'],
  ])

/** What was raised in July, by what it is about. */
const raiseConcerns = ({ themes, areas }: Sample, { raise }: Verbs, gap: number) => ({
  gap,
  crime: raise('Youth crime is rising, and it hurts young people and their families.', {
    theme: themes.young,
    area: areas.all,
    priority: true,
  }),
  stops: raise('BAME young people are being targeted for stop and search.', {
    theme: themes.stops,
    area: areas.all,
    priority: true,
  }),
  asb: raise('There is anti-social behaviour in the communal areas where we live.', {
    theme: themes.home,
    area: areas.all,
  }),
  women: raise(
    'Women do not feel safe on the streets, and their trust in male officers has fallen.',
    { theme: themes.women, area: areas.all, priority: true },
  ),
  knife: raise('Families are worried about knife crime.', {
    theme: themes.young,
    area: areas.all,
  }),
  safer: raise('We want safer neighbourhoods.', { theme: themes.home, area: areas.all }),
  hesitant: raise('People are hesitant to go to the police with questions and concerns.', {
    theme: themes.trust,
    area: areas.church,
    priority: true,
  }),
})
