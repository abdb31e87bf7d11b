import type { Sample } from '../partnership.ts'
import type { Verbs } from '../verbs.ts'

/**
 * Two questions and nine activities, without an owner or a date, as the source has them. Which
 * concern an activity is for is made up, where the source does not say it.
 */
export const agreeActivities = (
  { organisations, people }: Sample,
  { agree }: Verbs,
  concerns: Record<'women' | 'crime' | 'safer' | 'gap' | 'hesitant', number>,
) => ({
  abuse: agree('How can we recognise an abuse of powers by an officer?', {
    kind: 'question',
    lead: organisations.police,
    concerns: [concerns.women],
  }),
  safe: agree('How can we stay safe when a non-uniformed officer stops us?', {
    kind: 'question',
    lead: organisations.police,
    concerns: [concerns.women],
  }),
  parents: agree(
    'Engage with parents to empower and upskill them to divert youths from gangs and crime, ' +
      'including work with the Westminster Early Years Intervention Programme.',
    { concerns: [concerns.crime] },
  ),
  events: agree(
    'Community events to bring together parents, WCC and MPS with children and young people, ' +
      'to improve trust and confidence and deliver positive messages to children and young people.',
    { concerns: [concerns.safer] },
  ),
  family: agree('Any specific family cases to be supported by the partnership.', {
    depth: 'named',
    ground: 'A family could be identified.',
    list: [people.coordinator, people.sergeant],
  }),
  schools: agree('Ensure better engagement between schools and the partnership.'),
  trusted: agree('Circulate the youth clubs in which we have trust.'),
  clubs: agree('Raise the issue of the youth clubs with which we have concerns.', {
    depth: 'named',
    ground: 'A place or a group could be harmed.',
    list: [people.coordinator, people.officer],
  }),
  representatives: agree('Bring Westminster schools’ representatives into these meetings.'),
  mothers: agree('Continue ongoing monthly engagement with mothers.', {
    kind: 'standing',
    concerns: [concerns.gap],
  }),
  football: agree('Youth activities (football and more) to start again with communities and MPS.', {
    concerns: [concerns.crime],
  }),
  stalls: agree('Pop-up stalls with MPS, advocates and WCC.', { concerns: [concerns.hesitant] }),
})
