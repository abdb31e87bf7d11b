import { eventTermsOf } from '../../../../src/domain/evidence/event.ts'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import {
  type Answer,
  type Fields,
  type House,
  PEOPLE,
  type Visitor,
} from '../../../support/house.ts'

export const PRIVATE = { depth: 'named', ground: 'A family could be identified.' }
export const lastPart = (answer: Answer): number =>
  Number(String(answer.headers.location).split('/').at(-1)!.split(/[?#]/)[0])
/** The text of a page as a person reads it. */
export const read = (answer: Answer): string =>
  answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')

/** What a coordinator writes of an event, and what they and an approver do with its numbers. */
export const hands = (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  const of = (id: number) => house.store.events.listUnfiltered([id])[0]!
  const write = (fields: Fields = {}) =>
    laptop.post('/desk/events', {
      kind: 'stall',
      name: 'Stall in the square',
      heldOn: '20/1/2022',
      headCount: '42',
      ...fields,
    })
  const rewrite = (id: number, fields: Fields = {}) =>
    laptop.post(`/desk/events/${id}/terms`, {
      kind: 'stall',
      name: 'Stall in the square',
      heldOn: '20/1/2022',
      headCount: '42',
      basedOn: eventTermsOf(of(id)).id,
      ...fields,
    })
  const count = async (id: number, groups: Record<string, number>, grouping = 'gender') => {
    for (const [group, number] of Object.entries(groups)) {
      const answer = await laptop.post(`/desk/events/${id}/counts`, {
        key: house.store.events.newKey(),
        grouping,
        group,
        count: number,
        was: of(id)
          .taps.filter((tap) => tap.grouping === grouping && tap.group === group)
          .reduce((sum, tap) => sum + tap.count, 0),
      })
      if (answer.statusCode !== 303) throw new Error(read(answer))
    }
    house.clock.pass({ minutes: 1 })
  }
  const stall = async (
    fields: Fields = {},
    groups: Record<string, number> = { male: 14, female: 24, 'not-asked': 4 },
  ) => {
    const id = lastPart(await write(fields))
    await count(id, groups)
    return id
  }
  const draft = drafting(house, laptop, manager)
  return { laptop, manager, of, write, rewrite, count, stall, draft }
}

function drafting(house: House, laptop: Visitor, manager: Visitor) {
  const draft = async () => {
    const concernId = lastPart(
      await laptop.post('/desk/concerns', {
        text: `A matter of the square ${house.store.concerns.listUnfiltered().length}`,
        originKind: 'phone',
      }),
    )
    const id = lastPart(await laptop.post('/desk/entries', { kind: 'entry', concernId }))
    const publication = () => house.store.publications.find(id)!
    const save = (fields: Fields = {}) =>
      laptop.post(`/desk/entries/${id}/drafts`, {
        said: 'The park is dark.',
        did: 'It goes to the next round table.',
        origin: 'Told to us',
        on: '',
        strength: '',
        worked: '',
        trail: '',
        basedOn: draftOf(publication())!.id,
        ...fields,
      })
    const approve = () =>
      manager.post(`/desk/entries/${id}/approval`, { draftId: draftOf(publication())!.id })
    const publish = async () => {
      const answer = await laptop.post(`/desk/entries/${id}/publication`)
      house.clock.pass({ minutes: 1 })
      return answer
    }
    const tell = async (fields: Fields = {}) => {
      await save(fields)
      await approve()
      return publish()
    }
    return {
      id,
      concernId,
      publication,
      save,
      approve,
      publish,
      tell,
      page: () => laptop.get(`/desk/entries/${id}`),
    }
  }
  return draft
}

/** Every public address on which a number could stand. */
const PUBLIC = [
  '/',
  '/poster',
  '/round-tables',
  '/about',
  '/feed.atom',
  '/feed.json',
  '/board.json',
  '/board.csv',
  '/priorities.json',
  '/sitemap.xml',
  '/ar/',
  '/?q=stall',
]
export const publicText = async (house: House, more: string[] = []): Promise<string> =>
  (
    await Promise.all(
      [...PUBLIC, ...more].map(async (path) => (await house.stranger().get(path)).body),
    )
  ).join('\n')

export type Hands = ReturnType<typeof hands>
