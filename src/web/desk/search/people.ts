import { may } from '../../../domain/may.ts'
import { SAY_ROLE } from '../../../domain/people/person.ts'
import { isHeldOn, type Seat } from '../../../domain/people/seat.ts'
import type { Names } from '../../../work/names.ts'
import { to, type Path } from '../../to.ts'
import type { Visit } from '../visit.ts'
import { sentences, type Thing, type Things } from './found.ts'

const on = (part: string): Path => `${to('/desk/people')}#${part}`

/** People, seats and organisations: who keeps them finds everyone, others those who sit somewhere. */
export const peopleFound = (visit: Visit, names: Names): Things[] => {
  const { store, today } = visit
  const seats = store.organisations.seats().filter((each) => each.endedOn === null)
  const holdersOf = (seat: Seat): number[] =>
    seat.holders.filter((held) => isHeldOn(held, today)).map((held) => held.personId)
  return [
    {
      key: 'people',
      title: 'People',
      things: people(visit, names, (id) => seats.filter((seat) => holdersOf(seat).includes(id))),
    },
    {
      key: 'seats',
      title: 'Seats',
      things: seats.map((seat): Thing => {
        const held = holdersOf(seat).map(names.person)
        return {
          title: seat.title,
          also: [names.organisation(seat.organisationId), ...held],
          numbers: [],
          path: on(`seat-${seat.id}`),
          where: () =>
            sentences(
              names.organisation(seat.organisationId),
              held.length > 0 ? held.join(', ') : 'Nobody sits there',
            ),
        }
      }),
    },
    { key: 'organisations', title: 'Organisations', things: organisations(visit, seats) },
  ]
}

const people = (
  { store, who }: Visit,
  names: Names,
  seatsOf: (personId: number) => Seat[],
): Thing[] => {
  const keeps = may.keep(who)
  return store.people
    .list()
    .filter((person) => person.endedAt === null && (keeps || seatsOf(person.id).length > 0))
    .map((person): Thing => {
      const seats = seatsOf(person.id)
      const organisation = names.organisation(person.organisationId)
      const titles = seats.map((each) => each.title)
      return {
        title: person.name,
        also: [organisation, ...titles, ...(keeps ? [person.email, SAY_ROLE[person.role]] : [])],
        numbers: keeps ? [person.email] : [],
        path: on(keeps ? `person-${person.id}` : `seat-${seats[0]!.id}`),
        where: () => sentences(organisation, titles.join(', '), keeps && SAY_ROLE[person.role]),
      }
    })
}

const organisations = ({ store }: Visit, seats: Seat[]): Thing[] =>
  store.organisations
    .list()
    .filter((each) => each.endedOn === null)
    .map(({ id, name, publicName, code, expected }): Thing => {
      const count = seats.filter((seat) => seat.organisationId === id).length
      return {
        title: name,
        also: [publicName],
        numbers: [code],
        path: on(`org-${id}`),
        where: () =>
          sentences(
            `${count} ${count === 1 ? 'seat' : 'seats'}`,
            expected && 'Expected at every round table',
          ),
      }
    })
