import { leafletTermsOf } from '../../../../src/domain/evidence/leaflet.ts'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { samplePdf } from '../../../../src/sample/evidence.ts'
import { readPdf } from '../../../../src/web/files/pdf/read-pdf.ts'
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
export const read = (answer: Answer): string =>
  answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')
export const TERMS = {
  title: 'What you can ask',
  version: '2',
  languages: ['en', 'ar'],
  answers: 'What can I ask an officer?',
  place: 'The library',
}
const WORDS = {
  title: 'What you can ask',
  version: '2',
  answers: 'What can I ask an officer?',
  place: 'The library',
  handed: '',
}
/** A file as a browser sends it. */
export const upload = (
  who: Visitor,
  path: string,
  fields: Record<string, string>,
  bytes: Uint8Array,
  { type = 'application/pdf', part = false } = {},
) =>
  who.send(
    {
      method: 'POST',
      url: path,
      headers: { 'content-type': 'multipart/form-data; boundary=edge' },
      payload: Buffer.concat([
        ...Object.entries(fields).map(([name, text]) =>
          Buffer.from(
            `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
          ),
        ),
        Buffer.from(
          `--edge\r\nContent-Disposition: form-data; name="file"; filename="../leaflet.pdf"\r\nContent-Type: ${type}\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n--edge--\r\n'),
      ]),
    },
    { part },
  )

/** What a coordinator does with a leaflet, and how it is told. */
export const hands = (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  const of = (id: number) => house.store.leaflets.listUnfiltered().find((each) => each.id === id)!
  const make = async (fields: Fields = {}) =>
    lastPart(await laptop.post('/desk/leaflets', { ...TERMS, ...fields }))
  const rewrite = (id: number, fields: Fields = {}) =>
    laptop.post(`/desk/leaflets/${id}/terms`, {
      ...TERMS,
      basedOn: leafletTermsOf(of(id)).id,
      ...fields,
    })
  const put = (id: number, file: Uint8Array, fields: Record<string, string> = {}) =>
    upload(
      laptop,
      `/desk/leaflets/${id}/files`,
      {
        language: 'en',
        seen: String(Math.max(0, ...of(id).files.map((each) => each.id))),
        ...fields,
      },
      file,
    )
  const tell = telling(house, laptop, manager)
  const question = async () => {
    const action = house.store.actions
      .list(house.store.people.who(house.person(PEOPLE.coordinator).id, '2022-01-27')!)
      .find((each) => each.terms.at(-1)!.kind === 'question')!
    return action.id
  }
  return { laptop, manager, of, make, rewrite, put, tell, question }
}

function telling(house: House, laptop: Visitor, manager: Visitor) {
  const tell = async (id: number) => {
    const publicationId = lastPart(
      await laptop.post('/desk/entries', { kind: 'leaflet', leafletId: id }),
    )
    const publication = () => house.store.publications.find(publicationId)!
    const save = (fields: Fields = {}) =>
      laptop.post(`/desk/entries/${publicationId}/drafts`, {
        ...WORDS,
        basedOn: draftOf(publication())!.id,
        ...fields,
      })
    const approve = () =>
      manager.post(`/desk/entries/${publicationId}/approval`, {
        draftId: draftOf(publication())!.id,
      })
    const publish = () => laptop.post(`/desk/entries/${publicationId}/publication`)
    const all = async (fields: Fields = {}) => {
      await save(fields)
      await approve()
      const answer = await publish()
      if (answer.statusCode !== 303) throw new Error(read(answer))
      return publication().slug!
    }
    return {
      id: publicationId,
      publication,
      save,
      approve,
      publish,
      all,
      withdraw: () =>
        laptop.post(`/desk/entries/${publicationId}/withdrawal`, { ground: 'It was wrong.' }),
      page: () => laptop.get(`/desk/entries/${publicationId}`),
    }
  }
  return tell
}
/** Files as they stand once they were made anew: made anew again, they are the same. */
const anew = async (words: string): Promise<Buffer> => {
  const read = await readPdf(samplePdf([words]).bytes)
  return 'wrong' in read ? Buffer.alloc(0) : read.bytes
}
export const FILE = await anew('What you can ask')
export const NEWER = await anew('What you can ask, second printing')

export type Hands = ReturnType<typeof hands>
export type Told = Awaited<ReturnType<Hands['tell']>>
