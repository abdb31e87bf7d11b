import { DAYS, SAYS, sample as marked } from '../made-up.ts'
import type { Sample } from '../partnership.ts'
import type { Verbs } from '../verbs.ts'
import type { July } from './july-table.ts'
import type { Autumn } from './october-table.ts'
import { CALLED } from './told-in-july.ts'

/** December 2021: football with the police, and the next workshop. @returns the football. */
export const playTournament = (
  sample: Sample,
  verbs: Verbs,
  july: July,
  autumn: Autumn,
  workshop: number,
): number => {
  verbs.on('2021-12-13T12:00:00.000Z')
  const football = playFootball(sample, verbs, july)
  planNextWorkshop(sample, verbs, autumn, workshop)
  tellOfFootball(verbs, july)
  tellOfMothers(verbs, july)
  return football
}

const playFootball = (
  { people, organisations }: Sample,
  { report, hold }: Verbs,
  { actions }: July,
): number => {
  report(
    actions.football,
    'done',
    'Police officers and young people played a tournament on 10 December. Mosaic brought ' +
      'homemade snacks.',
    { on: DAYS.played, person: people.sergeant },
  )
  return hold(
    {
      kind: 'tournament',
      name: 'Football tournament, police and young people',
      heldOn: DAYS.played,
      organisations: [
        { organisationId: organisations.police, brought: 'A team' },
        {
          organisationId: organisations.mosaic,
          brought: 'Homemade snacks and drinks for both teams',
        },
      ],
      tookAway: 'A note of thanks for the food.',
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
      heldOn: DAYS.nextWorkshop,
      areaId: areas.all,
      organisations: [
        { organisationId: organisations.mosaic, brought: '' },
        { organisationId: organisations.police, brought: 'Local officers' },
      ],
    },
    {
      actions: [autumn.actions.workshops],
      series: workshop,
      topics: [
        [marked('Stop and search: what are my rights?'), 12, true],
        [marked('Bikes and phones: how to keep them safe'), 7, false],
      ],
    },
  )
}

const tellOfFootball = ({ tell }: Verbs, { concerns, actions }: July): void => {
  tell.entry(concerns.crime, {
    said: 'Youth crime is rising. It hurts young people and their families.',
    did:
      'Police officers and young people played football on 10 December. Mosaic brought ' +
      `homemade snacks.\n${SAYS.parentsBegan}`,
    on: DAYS.played,
    worked: ['told', 'A thank-you note says that the food was gone within seconds.'],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-07', SAYS.linked],
      [DAYS.autumnTable, SAYS.parentsTrail],
      [DAYS.played, 'The football tournament was played.'],
    ],
    actions: { [actions.parents]: CALLED.parents, [actions.football]: CALLED.football },
  })
  tell.quote(concerns.crime, {
    words: 'Food was amazing and literally gone within seconds.',
    role: SAYS.quoteRole,
    use: 'the board and posters',
    until: DAYS.consentUntil,
  })
}

const tellOfMothers = ({ report, tell }: Verbs, { concerns, actions }: July): void => {
  report(actions.mothers, 'done', marked('Met again this month.'), { on: DAYS.mothersMet })
  tell.entry(concerns.gap, {
    said: 'There is a gap between us and the police about fairness and our rights.',
    did: 'Mosaic meets mothers every month.',
    on: DAYS.mothersMet,
    origin: 'Community survey, March 2021',
    worked: ['view', 'We are seeing residents become more open with officers.'],
    trail: [
      ['2021-03', 'Told to us in a survey.'],
      ['2021-07', 'Monthly meetings with mothers were agreed again.'],
      ['2021-07', SAYS.linked],
      [DAYS.mothersMet, SAYS.mothersMet],
    ],
    actions: { [actions.mothers]: 'Meet mothers every month' },
  })
}
