import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { type House, PEOPLE } from '../../../support/house.ts'

export const lastPart = (location: unknown): number =>
  Number(String(location).split('/').at(-1)!.split(/[?#]/)[0])

/** What a coordinator and an approver do, in few words. */
export const hands = (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  return {
    laptop,
    manager,
    raise: async (text: string) =>
      lastPart(
        (await laptop.post('/desk/concerns', { text, originKind: 'phone' })).headers.location,
      ),
    agree: async (concernId: number, text: string, fields = {}) => {
      await laptop.post(`/desk/concerns/${concernId}/actions`, { text, ...fields })
      return house.store.actions.listUnfiltered().at(-1)!
    },
    tell: async (concernId: number, fields: Record<string, string> = {}) => {
      const id = lastPart(
        (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
      )
      const publication = () => house.store.publications.find(id)!
      await laptop.post(`/desk/entries/${id}/drafts`, {
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
      const approved = await manager.post(`/desk/entries/${id}/approval`, {
        draftId: draftOf(publication())!.id,
      })
      const published = await laptop.post(`/desk/entries/${id}/publication`)
      return {
        id,
        publication,
        approved: approved.statusCode,
        published: published.statusCode,
        slug: publication().slug,
      }
    },
    hold: (concernId: number, person: string) =>
      laptop.post(`/desk/concerns/${concernId}/depth`, {
        depth: 'named',
        ground: 'A family could be identified.',
        list: house.person(person).id,
      }),
  }
}
