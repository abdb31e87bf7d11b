import { eventTermsOf } from '../../../../src/domain/evidence/event.ts'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import {
  type Answer,
  type Fields,
  type House,
  PEOPLE,
  type Visitor,
} from '../../../support/house.ts'

export const lastPart = (answer: Answer): number =>
  Number(String(answer.headers.location).split('/').at(-1)!.split(/[?#]/)[0])
export const read = (answer: Answer): string =>
  answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')

/** What a coordinator and an approver do to tell something. */
export const hands = (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  const of = (id: number) => house.store.events.listUnfiltered([id])[0]!
  const write = async (fields: Fields = {}) =>
    lastPart(
      await laptop.post('/desk/events', {
        kind: 'stall',
        name: 'The zebra stall',
        heldOn: '20/1/2022',
        headCount: '42',
        ...fields,
      }),
    )
  const rewrite = (id: number, fields: Fields = {}) =>
    laptop.post(`/desk/events/${id}/terms`, {
      kind: 'stall',
      name: 'The zebra stall',
      heldOn: '20/1/2022',
      headCount: '42',
      basedOn: eventTermsOf(of(id)).id,
      ...fields,
    })
  const publication = publishing(house, laptop, manager)
  const event = async (eventId: number) =>
    publication(lastPart(await laptop.post('/desk/entries', { kind: 'event', eventId })), {
      name: 'The zebra stall',
      place: 'The square',
      told: 'We asked what matters.',
      strength: '',
      worked: '',
    })
  const entry = async (concernId: number) =>
    publication(lastPart(await laptop.post('/desk/entries', { kind: 'entry', concernId })), {
      said: 'The park is dark.',
      did: 'It goes to the next round table.',
      origin: 'Told to us',
      on: '',
      strength: '',
      worked: '',
      trail: '',
    })
  const concern = async (text = 'The park is dark') =>
    lastPart(await laptop.post('/desk/concerns', { text, originKind: 'phone' }))
  return { laptop, manager, of, write, rewrite, event, entry, concern, publication }
}

function publishing(house: House, laptop: Visitor, manager: Visitor) {
  const publication = (id: number, words: Fields) => {
    const now = () => house.store.publications.find(id)!
    const save = (fields: Fields = {}) =>
      laptop.post(`/desk/entries/${id}/drafts`, {
        ...words,
        basedOn: draftOf(now())!.id,
        ...fields,
      })
    const approve = () =>
      manager.post(`/desk/entries/${id}/approval`, { draftId: draftOf(now())!.id })
    const publish = () => laptop.post(`/desk/entries/${id}/publication`)
    const tell = async (fields: Fields = {}) => {
      await save(fields)
      await approve()
      const answer = await publish()
      house.clock.pass({ minutes: 1 })
      if (answer.statusCode !== 303) throw new Error(read(answer).slice(400, 2000))
      return now().slug!
    }
    return {
      id,
      now,
      save,
      approve,
      publish,
      tell,
      withdraw: () => laptop.post(`/desk/entries/${id}/withdrawal`, { ground: 'It was wrong.' }),
      page: () => laptop.get(`/desk/entries/${id}`),
    }
  }
  return publication
}

export type Hands = ReturnType<typeof hands>
export type Told = Awaited<ReturnType<Hands['event']>>
