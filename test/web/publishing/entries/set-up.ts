import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { type House, PEOPLE } from '../../../support/house.ts'

/** A concern raised by phone, and its first draft. */
export const begun = async (house: House, text = 'The park is dark in the evening') => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const concernId = Number(
    (await laptop.post('/desk/concerns', { text, originKind: 'phone' })).headers
      .location!.split('/')
      .at(-1),
  )
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  const id = Number(path.split('/').at(-1))
  const publication = () => house.store.publications.find(id)!
  const write = (fields: Record<string, string> = {}) =>
    laptop.post(`${path}/drafts`, {
      said: 'The park is dark in the evening.',
      did: 'There is no answer yet. It goes to the next round table.',
      origin: 'Told to us',
      on: '',
      strength: '',
      worked: '',
      trail: 'January 2022: Told to us.',
      basedOn: String(draftOf(publication())!.id),
      ...said(house, concernId),
      ...fields,
    })
  return { laptop, concernId, id, path, publication, write }
}

export const published = async (house: House) => {
  const entry = await begun(house)
  await entry.write()
  await house
    .signIn(PEOPLE.approver)
    .post(`${entry.path}/approval`, { draftId: draftOf(entry.publication())!.id })
  await entry.laptop.post(`${entry.path}/publication`)
  return { ...entry, slug: entry.publication().slug! }
}

/** Each action under a concern, as it is called in public. */
const said = ({ store }: House, concernId: number): Record<string, string> =>
  Object.fromEntries(
    store.sources.actionsOf(concernId).map(({ id }) => [`action-${id}`, 'Look at the lights']),
  )
