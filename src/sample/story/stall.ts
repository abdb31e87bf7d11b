import type { Sample } from '../partnership.ts'
import { DAYS, SAYS } from '../made-up.ts'
import type { Verbs } from '../verbs.ts'
import type { July } from './july-table.ts'
import type { Autumn } from './october-table.ts'

/** The stall with the ward officers of Church Street, and the first of the monthly workshops. */
export const holdStall = (sample: Sample, verbs: Verbs, july: July, autumn: Autumn) => {
  verbs.on('2021-11-22T12:00:00.000Z')
  const stall = standOnChurchStreet(sample, verbs, july)
  const workshop = holdWorkshop(sample, verbs, autumn)
  tellOfWorkshops(verbs, july, autumn)
  return { stall, workshop }
}

const standOnChurchStreet = (
  { organisations, areas }: Sample,
  { report, hold }: Verbs,
  { actions }: July,
): number => {
  report(
    actions.stalls,
    'done',
    'The stall was held with the ward officers of Church Street. 38 residents came: 14 male, ' +
      '24 female. With Mosaic there they were less hesitant.',
    { on: DAYS.stall },
  )
  return hold(
    {
      kind: 'stall',
      name: 'Pop-up stall with the ward officers of Church Street',
      heldOn: DAYS.stall,
      areaId: areas.church,
      headCount: 38,
      tookAway: 'People were less hesitant to ask the police, with Mosaic there.',
      organisations: [
        { organisationId: organisations.mosaic, brought: 'Held it' },
        { organisationId: organisations.police, brought: 'The ward officers of Church Street' },
      ],
    },
    { actions: [actions.stalls], counted: { male: 14, female: 24 } },
  )
}

const holdWorkshop = ({ organisations, areas }: Sample, { hold }: Verbs, autumn: Autumn): number =>
  hold(
    {
      kind: 'workshop',
      name: 'Monthly police workshop',
      heldOn: DAYS.stall,
      areaId: areas.all,
      topics:
        'Rights under Section 60, reporting a crime, protecting children from gangs, staying safe on the streets.',
      tookAway: 'Residents say they feel more at ease when they talk to the police.',
      organisations: [
        { organisationId: organisations.mosaic, brought: '' },
        {
          organisationId: organisations.police,
          brought: 'Local officers and a community engagement officer',
        },
      ],
    },
    { actions: [autumn.actions.workshops] },
  )

const tellOfWorkshops = ({ report, tell }: Verbs, { concerns }: July, autumn: Autumn): void => {
  report(
    autumn.actions.workshops,
    'done',
    'Covered so far: rights under Section 60, reporting a crime, protecting children from ' +
      'gangs, staying safe on the streets.',
    { on: DAYS.stall },
  )
  tell.entry(concerns.knife, {
    said: 'Families are worried about knife crime.',
    did:
      'Local officers come to a workshop every month. Residents choose the topic. So far: ' +
      'rights under Section 60, reporting a crime, protecting children from gangs, and staying ' +
      'safe.',
    on: DAYS.stall,
    worked: ['told', 'Residents say they feel more at ease when they talk to the police.'],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      [DAYS.autumnTable, SAYS.workshopsAgreed],
      [DAYS.autumnTable, SAYS.linked],
      [DAYS.stall, 'The first topics were covered.'],
    ],
    actions: { [autumn.actions.workshops]: 'Police workshops every month' },
  })
}
