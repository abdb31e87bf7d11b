import type { Strength } from '../../domain/publishing/told.ts'
import { DAYS, sample as marked } from '../made-up.ts'
import type { Sample } from '../partnership.ts'
import type { Verbs } from '../verbs.ts'

/**
 * The mentoring scheme as the second source tells it. Who carries on is a sample, by role; so are
 * the months of its sessions.
 */
export const beginScheme = (
  { organisations }: Sample,
  { begin, meetUnrecorded }: Verbs,
): number => {
  const scheme = begin(
    {
      name: 'Police and council mentoring scheme',
      startsOn: '2020-09',
      length: 'Six months',
      partnerIds: [organisations.council, organisations.police],
      aim:
        'Senior police officers and council staff meet in pairs. They share their own stories of ' +
        'policing, and learn to trust each other.\n' +
        'It began with the council’s staff network for Black, Asian and minority ethnic staff. ' +
        'Its members talked about the police, and often said that they did not trust them.',
      agreement:
        'Sessions are not recorded, so that people can speak freely. The pairs arrange their own meetings.',
      support: 'A therapist, alone or in pairs.',
    },
    {
      phases: [
        {
          name: 'First phase',
          startsOn: '2020-09',
          pairings: 11,
          handovers: [
            [organisations.police, marked('A senior officer'), marked('An inspector')],
            [organisations.council, marked('A council officer'), marked('A council manager')],
          ],
        },
        {
          name: 'Second phase',
          startsOn: null,
          pairings: null,
          handovers: [],
        },
      ],
      wants: WANTS,
      learned: LEARNED,
    },
  )
  for (const month of DAYS.groupSessions)
    meetUnrecorded(month, marked('Mentoring group: month and head count'), scheme, {
      headCount: 22,
      shared: '',
    })
  return scheme
}

/** What members of the scheme saw that could be done: each is a concern of a round table. */
export const raiseOpportunities = (
  { themes, areas }: Sample,
  { raise, seize }: Verbs,
  scheme: number,
) => {
  const from =
    'From the mentoring scheme of September 2020: 11 pairings, six months, three group sessions'
  const learn = (text: string, theme: number): number => {
    const concern = raise(text, {
      origin: 'programme',
      note: from,
      raisedOn: DAYS.opportunities,
      theme,
      area: areas.all,
    })
    seize(scheme, text, concern)
    return concern
  }
  return {
    tables: learn('Ensure police are represented at round tables.', themes.trust),
    hubs: learn(
      'Safe space within the community: bring back police hubs, so there is access to police.',
      themes.trust,
    ),
    film: learn(
      'Help change the narrative about police with a film that shows them in a different light.',
      themes.trust,
    ),
    culture: learn(
      'Change culture within police: it is ok to not be ok, and ok to speak to someone.',
      themes.trust,
    ),
    recruit: learn(
      'Use this learning in recruitment, training needs and advisory groups.',
      themes.trust,
    ),
    council: learn(
      'Youth engagement and youth council: how can the voice of the police create safety and not fear?',
      themes.young,
    ),
    project: learn('A youth project in schools run jointly between WCC and MPS.', themes.schools),
    upwards: learn('Share learning with more senior officers and political members.', themes.trust),
  }
}

/** What the scheme wanted, and how far its own account knows that to have come. */
const WANTS: [string, Strength?, string?][] = [
  ['Tackle structural racism and racial trauma.'],
  [
    'Find opportunities that help the police and the community get on.',
    'counted',
    'The scheme names eight opportunities to take forward.',
  ],
  [
    'Open talk between the police and the community.',
    'told',
    'Pairs found common ground, and then could talk about harder things.',
  ],
  [
    'Show what people have in common.',
    'told',
    'Those who took part said that they were more similar than different.',
  ],
  ['Let both sides share their stories.', 'told', 'They met in pairs, and as a group.'],
  ['Learn more about each other’s cultures.'],
  ['Give people more than the one mentor.', 'view', 'Talk widened to joint work and leadership.'],
  ['Be an example for London.'],
]

/** What it says that it learned, by theme. */
const LEARNED: [theme: string, text: string][] = [
  [
    'Communication styles',
    'The police pass information down and give orders. The council is more flexible. Council ' +
      'staff sometimes did most of the talking, so the group held a session on how to talk and ' +
      'feel safe.',
  ],
  [
    'More similar than different',
    'People met as people first. They found that they care about the same things. That built ' +
      'trust, and then respect for each other’s work.',
  ],
  [
    'Agency',
    'Both sides have to take a part if policing is to change. A network of past members goes ' +
      'on, to see that it brings results.',
  ],
]
