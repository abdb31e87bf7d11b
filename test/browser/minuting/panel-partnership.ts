import { partnershipOf } from '../../../src/sample/partnership.ts'
import { verbsOf } from '../../../src/sample/verbs.ts'
import type { Store } from '../../../src/store/store.ts'

/** The six that sit at the panel beside Mosaic, the police and the council: code, name, posts. */
const MORE: readonly (readonly [string, string, readonly string[]])[] = [
  ['nhs', 'Central London Community Healthcare', ['Health visitor lead', 'School nurse']],
  ['housing', 'Paddington Homes', ['Neighbourhood manager', 'Estate officer']],
  ['youthclub', 'Fourth Street Youth Club', ['Club leader']],
  ['tenants', 'Church Street Tenants’ Association', ['Tenants’ chair', 'Tenants’ secretary']],
  ['fire', 'London Fire Brigade', ['Station commander']],
  ['transport', 'Transport for London', ['Bus safety manager', 'Safety adviser']],
]

/** Ten things that the table before agreed, and who leads each. */
export const AGREED_BEFORE = [
  ['Look into the lamps on the stairs', 'council'],
  ['Look into the bins behind the shops', 'housing'],
  ['Look into the bus stop at night', 'transport'],
  ['Look into the empty flat on the third floor', 'housing'],
  ['Walk the school route twice a week', 'police'],
  ['Ask the schools for a room', 'school'],
  ['Print a card with the numbers to call', 'mosaic'],
  ['Train the caretakers in first aid', 'nhs'],
  ['Check the hydrants in the yard', 'fire'],
  ['Ask the club to open on Fridays', 'youthclub'],
] as const

/**
 * A panel of nine organisations that expects them all: a table of October with ten actions of
 * five concerns, its minutes finished, and one of today that has just been opened.
 */
export const panelOf = (store: Store): void => {
  const sample = partnershipOf(store)
  const by = { personId: sample.people.coordinator, at: '2021-03-01T09:00:00.000Z' }
  const ids: Record<string, number> = { ...sample.organisations }
  for (const [code, name, posts] of MORE) {
    const id = store.organisations.record({ code, name, publicName: name, expected: true }, by)
    ids[code] = id
    for (const post of posts) store.organisations.recordSeat(id, post, by)
  }
  const expected = Object.values(ids).filter((id) => id !== sample.organisations.school)
  const verbs = verbsOf(store, { ...sample, expected })
  verbs.on('2021-10-14T09:30:00.000Z')
  const october = verbs.plan('2021-10-14', '10:30')
  verbs.open(october)
  const { seats } = sample
  verbs.attend(october, {
    [seats.coordinator]: 'present',
    [seats.sergeant]: 'present',
    [seats.youth]: 'present',
  })
  for (let i = 0; i < AGREED_BEFORE.length; i += 2) {
    const concern = verbs.raise(CONCERNS_BEFORE[i / 2]!, { priority: i === 0 })
    for (const [text, lead] of AGREED_BEFORE.slice(i, i + 2))
      verbs.agree(text, {
        concerns: [concern],
        lead: ids[lead]!,
        by: i < 4 ? '2021-12' : '2022-03',
      })
  }
  verbs.finish(october)
  verbs.on('2022-01-27T09:55:00.000Z')
  verbs.open(verbs.plan('2022-01-27', '10:00'))
}

const CONCERNS_BEFORE = [
  'It is dark on the stairs, and people are afraid to go down.',
  'The bus stop is lonely at night.',
  'Children are robbed on the way to school.',
  'We do not know whom to call.',
  'There is nothing to do on Fridays.',
]
