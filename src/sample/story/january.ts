import { printGuidance, stallWorked, tellEvidence } from '../evidence.ts'
import { DAYS, SAYS, sample as marked } from '../made-up.ts'
import type { Sample } from '../partnership.ts'
import type { Verbs } from '../verbs.ts'
import type { July } from './july-table.ts'
import type { Autumn } from './october-table.ts'
import { tellOfGuidance } from './guidance.ts'
import { JULY_LATER } from './pages.ts'
import { CALLED } from './told-in-july.ts'

/** January 2022: what owners answered, and what is told of the year that went. */
export const tellJanuary = (
  sample: Sample,
  verbs: Verbs,
  july: July,
  autumn: Autumn,
  held: { stall: number; football: number },
): void => {
  const { on, tell, close } = verbs
  on('2022-01-06T12:00:00.000Z')
  reportInJanuary(sample, verbs, july, autumn)
  tell.year('2021')
  tellOfStall(verbs, july, held.stall)
  tellOfHubs(verbs, autumn)
  tellOfOpportunities(verbs, july, autumn)
  tellEvidence(verbs, {
    ...held,
    survey: july.survey,
    scheme: autumn.scheme,
    leaflet: printGuidance(sample, verbs, july.actions.safe),
  })
  close(july.actions.safe)
  tellOfGuidance(verbs, july)
  tell.table(july.slug, JULY_LATER)
}

const reportInJanuary = (
  { people }: Sample,
  { report }: Verbs,
  { actions }: July,
  autumn: Autumn,
): void => {
  report(actions.trusted, 'waiting', marked('The list is ready on our side.'), {
    waitingFor: 'Mosaic to read it',
    person: people.officer,
  })
  report(actions.representatives, 'under-way', marked('Invitations were sent to schools.'), {
    person: people.officer,
  })
  report(
    autumn.actions.hubs,
    'could-not',
    marked('We have no building for it that people can reach, and no money for one this year.'),
    { on: DAYS.hubsAnswered, person: people.officer },
  )
  report(
    autumn.actions.atTables,
    'done',
    marked('Police came in July and sent apologies in October.'),
    { on: DAYS.opportunities },
  )
}

const tellOfStall = ({ tell }: Verbs, { concerns, actions }: July, stall: number): void => {
  const { strength, worked } = stallWorked(stall)
  tell.entry(concerns.hesitant, {
    said: 'People are hesitant to go to the police with questions and worries.',
    did:
      'Mosaic held a pop-up stall with the Church Street ward officers, so people could ask ' +
      `them face to face. {stall-${stall}.came} residents came: {stall-${stall}.gender.male} ` +
      `male, {stall-${stall}.gender.female} female.`,
    on: DAYS.stall,
    worked: [strength, worked],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      [DAYS.autumnTable, SAYS.stallLed],
      [DAYS.stall, 'The stall was held.'],
    ],
    actions: { [actions.stalls]: CALLED.stalls },
  })
}

const FROM_THE_SCHEME = 'The mentoring scheme'
const RAISED: [string, string] = [DAYS.opportunities, 'Raised by people in the mentoring scheme.']

const tellOfHubs = ({ tell }: Verbs, { opportunities, actions }: Autumn): void =>
  tell.entry(opportunities.hubs, {
    said: 'Bring back police hubs, so we can reach the police in our own community.',
    did: [SAYS.hubsAnswer, SAYS.hubsPolice, SAYS.hubsInstead].join('\n'),
    on: DAYS.hubsAnswered,
    origin: FROM_THE_SCHEME,
    trail: [RAISED, [DAYS.autumnTable, SAYS.hubsAsked], [DAYS.hubsAnswered, SAYS.hubsAnswered]],
    actions: { [actions.hubs]: SAYS.hubsAction },
  })

const tellOfOpportunities = (
  { tell }: Verbs,
  { concerns, actions }: July,
  autumn: Autumn,
): void => {
  tell.entry(concerns.safer, {
    said: 'We want safer neighbourhoods.',
    did: SAYS.eventsPlanned,
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-07', SAYS.linked],
      [DAYS.stall, SAYS.eventsAccepted],
    ],
    actions: { [actions.events]: 'Community events with parents, the police and the council' },
  })
  tell.entry(autumn.opportunities.tables, {
    said: 'The police should be at every round table.',
    did: SAYS.tablesAsk,
    on: DAYS.opportunities,
    origin: FROM_THE_SCHEME,
    worked: ['counted', SAYS.tablesCame],
    trail: [RAISED, [DAYS.autumnTable, SAYS.tablesApologies]],
    actions: { [autumn.actions.atTables]: SAYS.tablesAction },
  })
  tell.entry(autumn.opportunities.project, {
    said: 'Run a youth project in schools, with the council and the police together.',
    did: SAYS.projectDid,
    origin: FROM_THE_SCHEME,
    trail: [RAISED],
    actions: { [autumn.actions.project]: SAYS.projectAction },
    stop: 'draft',
  })
}
