import type { Test } from 'tap'
import { GROUNDS } from '../../../../src/domain/depth.ts'
import { type Fields, type House, PEOPLE } from '../../../support/house.ts'

export const lastPart = (location: unknown): number =>
  Number(String(location).split('/').at(-1)!.split(/[?#]/)[0])

/** A coordinator who writes, and what is held from them by the sergeant alone. */
export const hands = (t: Test, house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const [coordinator, sergeant] = [
    house.person(PEOPLE.coordinator).id,
    house.person(PEOPLE.sergeant).id,
  ]
  const does = async (path: string, fields: Fields = {}): Promise<number> => {
    const answer = await laptop.post(path, fields)
    t.equal(answer.statusCode, 303, `POST ${path}`)
    return lastPart(answer.headers.location)
  }
  const leaflet = { title: 'What is a search?', languages: ['en'], place: 'The library' }
  const programme = { name: 'The boxing club on the corner', aim: 'To learn together.' }
  const point = async (id: number, text: string): Promise<number> => {
    await does(`/desk/programmes/${id}/points`, { kind: 'opportunity', text })
    return house.store.programmes
      .listUnfiltered()
      .find((each) => each.id === id)!
      .points.at(-1)!.id
  }
  return {
    laptop,
    does,
    leaflet,
    programme,
    point,
    coordinator,
    sergeant,
    heldBy: (id: number) => ({ depth: 'named', ground: GROUNDS[0], list: [id] }),
  }
}
