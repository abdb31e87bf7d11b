import t from 'tap'
import { eventTermsOf } from '../../../src/domain/evidence/event.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'

t.test(
  'R2: the next workshop of a series is made from the last, which keeps its own day and words',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const last = house.store.events
      .listUnfiltered()
      .findLast((each) => eventTermsOf(each).kind === 'workshop')!
    const { headers } = await laptop.post(`/desk/events/${last.id}/next`, {})
    const { statusCode, body } = await laptop.get(String(headers.location))
    t.equal(statusCode, 200)
    t.match(body, 'February 2022')
    const events = house.store.events.listUnfiltered()
    t.same(
      events.find((each) => each.id === last.id)!.terms,
      last.terms,
      'nothing is written over the last one',
    )
    t.match(eventTermsOf(events.at(-1)!), {
      heldOn: '2022-02',
      headCount: null,
      topics: null,
      tookAway: null,
      organisations: eventTermsOf(last).organisations.map(({ organisationId }) => ({
        organisationId,
        brought: '',
      })),
    })
    t.equal((await laptop.get('/desk/events')).statusCode, 200)
  },
)
