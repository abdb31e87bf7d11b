import type { Sample } from '../partnership.ts'
import type { Verbs } from '../verbs.ts'
import type { July } from './july-table.ts'
import type { Autumn } from './october-table.ts'

/** December 2021: football with the police, and the next workshop. */
export const playTournament = (
  sample: Sample,
  verbs: Verbs,
  july: July,
  autumn: Autumn,
  workshop: number,
): void => {
  verbs.on('2021-12-13T12:00:00.000Z')
  playFootball(sample, verbs, july)
  planNextWorkshop(sample, verbs, autumn, workshop)
  tellDecember(verbs, july)
}

const playFootball = (
  { people, organisations }: Sample,
  { report, hold }: Verbs,
  { actions }: July,
): void => {
  report(
    actions.football,
    'done',
    'Police officers and young people played a tournament on 10 December. Mosaic brought ' +
      'homemade snacks. “Food was amazing and literally gone within seconds.”',
    { on: '2021-12-10', person: people.sergeant },
  )
  hold(
    {
      kind: 'tournament',
      name: 'Football, police and young people',
      heldOn: '2021-12-10',
      organisations: [
        { organisationId: organisations.police, brought: 'A team' },
        {
          organisationId: organisations.mosaic,
          brought: 'Homemade snacks and drinks for both teams',
        },
      ],
      tookAway: 'A note of thanks: “Food was amazing and literally gone within seconds.”',
    },
    { actions: [actions.football] },
  )
}

const planNextWorkshop = (
  { organisations, areas }: Sample,
  { hold }: Verbs,
  autumn: Autumn,
  workshop: number,
): void => {
  hold(
    {
      kind: 'workshop',
      name: 'Monthly police workshop',
      heldOn: '2022-01',
      place: 'Church Street (sample)',
      areaId: areas.church,
      organisations: [
        { organisationId: organisations.mosaic, brought: '' },
        { organisationId: organisations.police, brought: 'Local officers' },
      ],
    },
    {
      actions: [autumn.actions.workshops],
      series: workshop,
      topics: [
        ['Stop and search: what are my rights? (sample)', 12, true],
        ['Bikes and phones: how to keep them safe (sample)', 7, false],
      ],
    },
  )
}

const tellDecember = ({ report, tell }: Verbs, { concerns, actions }: July): void => {
  report(actions.mothers, 'done', 'Met again this month.', { on: '2021-12' })
  tell.entry(concerns.crime, {
    said: 'Youth crime is rising. It hurts young people and their families.',
    did:
      'Police officers and young people played football on 10 December. Mosaic brought ' +
      'homemade snacks. Work with parents has begun.',
    on: '2021-12-10',
    worked: ['told', 'A thank-you note says that the food was gone within seconds.'],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-10-28', 'Work with parents began.'],
      ['2021-12-10', 'The football tournament was played.'],
    ],
    actions: {
      [actions.parents]: 'Work with parents to keep young people from gangs',
      [actions.football]: 'Football with the police',
    },
  })
  tell.quote(concerns.crime, {
    words: 'Food was amazing and literally gone within seconds.',
    role: 'A note of thanks from someone who was there (sample consent)',
    use: 'the board and posters',
    until: '2022-12-31',
  })
  tell.entry(concerns.gap, {
    said: 'There is a gap between us and the police about fairness and our rights.',
    did: 'Mosaic meets mothers every month. Their questions go to the round table.',
    on: '2021-12',
    origin: 'Community survey, March 2021',
    worked: ['view', 'We are seeing residents become more open with officers.'],
    trail: [
      ['2021-03', 'Told to us in a survey.'],
      ['2021-07', 'Monthly meetings with mothers were agreed again.'],
      ['2021-12', 'The mothers met again.'],
    ],
    actions: { [actions.mothers]: 'Meet mothers every month' },
  })
}
