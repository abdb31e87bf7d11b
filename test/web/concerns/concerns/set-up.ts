import type { Publication } from '../../../../src/domain/publishing/publication.ts'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { type Fields, type House, PEOPLE, type Visitor } from '../../../support/house.ts'

/** A concern written down at the laptop, by its id. */
export const writeDown = async (
  laptop: Visitor,
  text: string,
  fields: Fields = {},
): Promise<number> => {
  const answer = await laptop.post('/desk/concerns', { text, originKind: 'phone', ...fields })
  return Number(String(answer.headers.location).split('/').at(-1))
}

export const concernOf = (house: House, id: number) => house.store.concerns.listUnfiltered([id])[0]!

export const actionsUnder = (house: House, concernId: number) =>
  house.store.actions.listUnfiltered().filter((each) => each.concernIds.includes(concernId))

/** Agrees an action under a concern, by its id. */
export const agree = async (
  house: House,
  laptop: Visitor,
  concernId: number,
  text: string,
): Promise<number> => {
  await laptop.post(`/desk/concerns/${concernId}/actions`, { text, kind: 'one-off' })
  return house.store.actions.listUnfiltered().at(-1)!.id
}

/** The entry of a concern, written, with what a test asks for. */
export const writeEntry = async (
  house: House,
  laptop: Visitor,
  concernId: number,
  fields: Fields = {},
) => {
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  const publication = (): Publication =>
    house.store.publications.find(Number(path.split('/').at(-1)))!
  const write = (more: Fields = {}) =>
    laptop.post(`${path}/drafts`, {
      said: 'The lift is broken for weeks.',
      did: 'There is no answer yet. It goes to the next round table.',
      origin: 'Told to us',
      on: '',
      strength: '',
      worked: '',
      trail: 'January 2022: Told to us.',
      basedOn: String(draftOf(publication())!.id),
      ...fields,
      ...more,
    })
  await write()
  const publish = async (): Promise<string> => {
    await house
      .signIn(PEOPLE.approver)
      .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
    await laptop.post(`${path}/publication`)
    return publication().slug!
  }
  return { path, publication, write, publish }
}

/** R28: whether what residents read of it is behind the record, as the desk has it. */
export const isBehind = (house: House, { id }: { id: number }): boolean =>
  [...house.store.glances.told()].find((each) => each.id === id)!.isBehind
