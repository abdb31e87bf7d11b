import type { By } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import { madeUp } from './made-up.ts'

/** The ids of the sample partnership, by what they are. */
export type Sample = ReturnType<typeof partnershipOf>

/**
 * Who sits at the sample's table. Real people named in the sources are roles here, and the guarded
 * word is invented.
 */
export const partnershipOf = (store: Store) => {
  const server = { personId: null, at: '2021-03-01T09:00:00.000Z' }
  store.sample.begin(madeUp(), server.at)
  const organisations = organisationsOf(store, server)
  const people = peopleOf(store, organisations, server)
  const by = { personId: people.coordinator, at: server.at }
  const seats = seatsOf(store, organisations, people, by)
  const labels = labelsOf(store, by)
  store.labels.guard('Lantern Lane Youth Club', by)
  store.labels.set('communities', 'Black, Asian and minority ethnic residents', null, by)
  store.labels.set(
    'at-risk',
    'If someone is in danger now, call 999. Tell the coordinator in person. Do not write names.',
    null,
    by,
  )
  const { mosaic, police, council } = organisations
  return { organisations, expected: [mosaic, police, council], people, seats, ...labels }
}

const organisationsOf = (store: Store, server: By) => {
  const organisation = (code: string, name: string, publicName: string, expected: boolean) =>
    store.organisations.record({ code, name, publicName, expected }, server)
  const mosaic = organisation('mosaic', 'Mosaic Community Trust', 'Mosaic', true)
  const police = organisation('police', 'Metropolitan Police Service', 'the police', true)
  const council = organisation('council', 'Westminster City Council', 'the council', true)
  const school = organisation('school', 'A Westminster school', 'a school', false)
  return { mosaic, police, council, school }
}

type Organisations = ReturnType<typeof organisationsOf>

const peopleOf = (store: Store, { mosaic, police, council, school }: Organisations, server: By) => {
  const person = (
    name: string,
    email: string,
    role: 'coordinator' | 'approver' | 'member' | 'observer',
    organisationId: number,
  ) =>
    store.people.record(
      { name, email, role, approves: role === 'approver', organisationId },
      server,
    )
  const coordinator = person(
    'Coordinator, Mosaic',
    'coordinator@mosaic.example',
    'coordinator',
    mosaic,
  )
  const manager = person('Manager, Mosaic', 'manager@mosaic.example', 'approver', mosaic)
  const sergeant = person('Ward sergeant, police', 'sergeant@met.example', 'member', police)
  const officer = person(
    'Youth services officer, council',
    'officer@council.example',
    'member',
    council,
  )
  const observer = person('Head of year, school', 'observer@school.example', 'observer', school)
  return { coordinator, manager, sergeant, officer, observer }
}

const seatsOf = (
  store: Store,
  { mosaic, police, council, school }: Organisations,
  { coordinator, manager, sergeant, officer, observer }: ReturnType<typeof peopleOf>,
  by: By,
) => {
  const seat = (organisationId: number, title: string, personId?: number): number => {
    const id = store.organisations.recordSeat(organisationId, title, by)
    if (personId) store.organisations.recordHolding(id, personId, '2021-03-01', by)
    return id
  }
  return {
    coordinator: seat(mosaic, 'Coordinator', coordinator),
    manager: seat(mosaic, 'Manager', manager),
    advocate: seat(mosaic, 'Advocate, Church Street'),
    sergeant: seat(police, 'Ward sergeant, Church Street', sergeant),
    engagement: seat(police, 'Community engagement officer'),
    youth: seat(council, 'Youth services officer', officer),
    schools: seat(council, 'Schools lead'),
    school: seat(school, 'Head of year', observer),
  }
}

const labelsOf = (store: Store, by: By) => {
  const theme = (name: string, code: string) => store.labels.record('theme', name, code, by)
  const area = (name: string, code: string) => store.labels.record('area', name, code, by)
  const themes = {
    young: theme('Young people', 'young-people'),
    stops: theme('Stop and search', 'stop-and-search'),
    women: theme('Women’s safety', 'womens-safety'),
    trust: theme('Trust in the police', 'trust'),
    home: theme('Where we live', 'where-we-live'),
    schools: theme('Schools and parents', 'schools-and-parents'),
  }
  const areas = {
    church: area('Church Street', 'church-street'),
    all: area('All of Westminster', 'westminster'),
  }
  return { themes, areas }
}
