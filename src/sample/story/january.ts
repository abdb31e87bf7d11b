import { printGuidance, tellEvidence } from '../evidence.ts'
import type { Sample } from '../partnership.ts'
import type { Verbs } from '../verbs.ts'
import type { July } from './july-table.ts'
import type { Autumn } from './october-table.ts'

/** January 2022: what owners answered, and what is told of the year that went. */
export const tellJanuary = (
  sample: Sample,
  verbs: Verbs,
  july: July,
  autumn: Autumn,
  stall: number,
): void => {
  const { on, tell, close } = verbs
  on('2022-01-06T12:00:00.000Z')
  reportInJanuary(sample, verbs, july, autumn)
  tell.year('2021')
  tellOfStall(verbs, july, stall)
  tellOfOpportunities(verbs, july, autumn)
  tellEvidence(verbs, {
    survey: july.survey,
    stall,
    scheme: autumn.scheme,
    leaflet: printGuidance(sample, verbs, july.actions.safe),
  })
  close(july.actions.safe)
}

const reportInJanuary = (
  { people }: Sample,
  { report }: Verbs,
  { actions }: July,
  autumn: Autumn,
): void => {
  report(actions.trusted, 'waiting', 'The list is ready on our side.', {
    waitingFor: 'Mosaic to read it',
    person: people.officer,
  })
  report(actions.representatives, 'under-way', 'Invitations were sent to schools.', {
    person: people.officer,
  })
  report(
    autumn.actions.hubs,
    'could-not',
    'Sample: there is no money for a hub this year, and no building that people can reach. ' +
      'Officers will come to the monthly workshop instead.',
    { on: '2022-01', person: people.officer },
  )
  report(autumn.actions.atTables, 'done', 'Police came in July and sent apologies in October.', {
    on: '2021-10',
  })
}

const tellOfStall = ({ tell }: Verbs, { concerns, actions }: July, stall: number): void => {
  tell.entry(concerns.hesitant, {
    said: 'People are hesitant to go to the police with questions and worries.',
    did:
      'Mosaic held a pop-up stall with the Church Street ward officers, so people could ask ' +
      `them face to face. {stall-${stall}.came} residents came: {stall-${stall}.gender.male} ` +
      `male, {stall-${stall}.gender.female} female.`,
    on: '2021-11',
    worked: [
      'counted',
      `{stall-${stall}.came} residents came to the stall. With Mosaic there, people were less hesitant.`,
    ],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-10-28', 'Mosaic agreed to lead the stall.'],
      ['2021-11', 'The stall was held on Church Street.'],
    ],
    actions: {
      [actions.stalls]: 'Pop-up stalls with the police, Mosaic advocates and the council',
    },
  })
}

const tellOfOpportunities = (
  { tell }: Verbs,
  { concerns, actions }: July,
  autumn: Autumn,
): void => {
  tell.entry(autumn.opportunities.hubs, {
    said: 'Bring back police hubs, so we can reach the police in our own community.',
    did:
      'There is no money for a hub this year, and no building that people can reach. (This answer is a sample.)\n' +
      'Instead, officers come to the workshop every month. You can ask them anything there.',
    on: '2022-01',
    origin: 'The mentoring scheme, October 2021',
    trail: [
      ['2021-10', 'Raised by people in the mentoring scheme.'],
      ['2021-10-28', 'The round table asked the council.'],
      ['2022-01', 'The council gave its answer.'],
    ],
    actions: { [autumn.actions.hubs]: 'Say whether police hubs can come back' },
  })
  tell.entry(concerns.safer, {
    said: 'We want safer neighbourhoods.',
    did: 'The police, Mosaic and the council are planning events for parents and young people.',
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-11', 'The police accepted it.'],
    ],
    actions: { [actions.events]: 'Community events with parents, the police and the council' },
  })
  tell.entry(autumn.opportunities.tables, {
    said: 'The police should be at every round table.',
    did: 'We ask the police, the council and Mosaic to every round table. We show here who came.',
    on: '2021-10',
    origin: 'The mentoring scheme, October 2021',
    worked: ['counted', 'The police came to one of the first two.'],
    trail: [
      ['2021-10', 'Raised by people in the mentoring scheme.'],
      ['2021-10-28', 'The police sent apologies to the round table.'],
    ],
    actions: { [autumn.actions.atTables]: 'All three at every round table' },
  })
  tell.entry(autumn.opportunities.project, {
    said: 'Run a youth project in schools, with the council and the police together.',
    did: 'It was agreed in October. Nobody has started yet.',
    origin: 'The mentoring scheme, October 2021',
    trail: [['2021-10', 'Raised by people in the mentoring scheme.']],
    stop: 'draft',
  })
}
