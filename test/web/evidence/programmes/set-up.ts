import {
  type Answer,
  type Fields,
  type House,
  PEOPLE,
  type Visitor,
} from '../../../support/house.ts'

export const PRIVATE = { depth: 'named', ground: 'A family could be identified.' }
export const HUBS = 'Bring back the zebra hubs near the old market hall'
export const lastPart = (answer: Answer): number =>
  Number(String(answer.headers.location).split(/[?#]/)[0]!.split('/').at(-1))
export const read = (answer: Answer): string =>
  answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')

/**
 * A coordinator writes down a programme, and someone else does what may or may not be theirs to do.
 */
export const hands = (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  const me = house.person(PEOPLE.coordinator).id
  const of = (id: number) => house.store.programmes.listUnfiltered().find((each) => each.id === id)!
  const WRITTEN = {
    name: 'Reading scheme',
    aim: 'People read together',
    startsOn: 'September 2020',
    length: 'six months',
    agreement: 'What is said stays here',
    support: 'A counsellor',
    partnerIds: [house.person(PEOPLE.officer).organisationId],
  }
  const write = (fields: Fields = {}) => laptop.post('/desk/programmes', { ...WRITTEN, ...fields })
  const begin = async (fields: Fields = {}) => {
    const id = lastPart(await write(fields))
    house.clock.pass({ minutes: 1 })
    return id
  }
  const post = (id: number, noun: string, fields: Fields = {}, browser = laptop) =>
    browser.post(`/desk/programmes/${id}/${noun}`, fields)
  const page = (id: number, browser = laptop) => browser.get(`/desk/programmes/${id}`)
  const point = async (id: number, kind: string, text: string, theme = '') => {
    const answer = await post(id, 'points', { kind, text, theme })
    if (answer.statusCode !== 303) throw new Error(read(answer))
    return of(id).points.at(-1)!.id
  }
  const chance = (id: number, text = HUBS) => point(id, 'opportunity', text)
  const hold = (id: number, list: number | number[] = me) => post(id, 'depth', { ...PRIVATE, list })
  const { another, privateConcern } = keptToOthers(house, laptop, me)
  const looks = () =>
    house.store.journal
      .list(1, 2000)
      .filter((line) => line.verb === 'looked at' && line.noun === 'programme').length
  return {
    laptop,
    manager,
    me,
    of,
    WRITTEN,
    write,
    begin,
    post,
    page,
    point,
    chance,
    hold,
    another,
    privateConcern,
    looks,
  }
}

function keptToOthers(house: House, laptop: Visitor, me: number) {
  const another = () => {
    const id = house.store.people.record(
      {
        name: 'Another coordinator',
        email: 'second@mosaic.example',
        role: 'coordinator',
        approves: false,
        organisationId: house.person(PEOPLE.coordinator).organisationId,
      },
      { personId: me, at: house.clock.at() },
    )
    return { id, browser: house.signIn('second@mosaic.example') }
  }
  const privateConcern = async (list: number[] = [me]) =>
    lastPart(
      await laptop.post('/desk/concerns', {
        text: `A private worry ${house.store.concerns.everWritten().length}`,
        originKind: 'phone',
        ...PRIVATE,
        list,
      }),
    )
  return { another, privateConcern }
}

export type Hands = ReturnType<typeof hands>
