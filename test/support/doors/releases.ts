import { dayOf } from '../../../src/domain/day.ts'
import type { Seat } from '../../../src/domain/people/seat.ts'
import type { Store } from '../../../src/store/store.ts'
import { must } from '../../../src/sample/must.ts'
import { PEOPLE } from '../house.ts'
import type { WhoAndWhere } from './makers.ts'

type Actions = Record<'table' | 'family' | 'clubs' | 'police' | 'council', number>

/**
 * What waits for the sergeant's seat, on an action of everyone's and on a private one, and for the
 * officer's on another; the sergeant's link to the first; and photos on each action.
 */
export const waitingToRelease = (
  store: Store,
  { by, organisation, sergeant, person, officer }: WhoAndWhere,
  at: { actions: Actions; letter: number; seat: number },
) => {
  const officers = store.organisations
    .seats()
    .find((seat) =>
      seat.holders.some((held) => held.personId === person(PEOPLE.officer) && !held.untilOn),
    )!
  for (const [name, id] of Object.entries(at.actions))
    if (name !== 'missing')
      store.actions.recordUpdate(
        id,
        SAID,
        { organisationId: null, seatId: null, roundTableId: null },
        name === 'council' ? { ...by, personId: officer } : by,
        { photos: [PHOTO] },
      )
  for (const [code, actionId, seatId] of [
    ['police', at.actions.table, at.seat],
    ['police', at.actions.police, at.seat],
    ['council', at.actions.council, officers.id],
  ] as const) {
    store.releases.recordRule(organisation(code), seatId, by)
    store.actions.recordUpdate(
      actionId,
      { ...SAID, text: 'Said, and waiting.' },
      { organisationId: organisation(code), seatId: null, roundTableId: null },
      by,
      { waitsForId: seatId, photos: [PHOTO] },
    )
  }
  const updateId = store.actions.listUnfiltered([at.actions.table])[0]!.held[0]!.id
  const link = { letterId: at.letter, updateId, personId: sergeant }
  return {
    release: store.releases.makeLink(link, by.at),
    toRelease: store.photos.ofUpdates([updateId])[0]!.id,
  }
}

const SAID = {
  status: 'under-way',
  text: 'Said with a photo.',
  waitingFor: null,
  on: null,
} as const
/** Four pixels by three, as a JPEG. */
const PHOTO = {
  bytes: Buffer.from(
    '/9j/2wBDAFBQUFBVUFpkZFp9h3iHfbmqm5uquf/I18jXyP//////////////////////////////////' +
      '////////////////2wBDAVBQUFBVUFpkZFp9h3iHfbmqm5uquf/I18jXyP//////////////////////' +
      '////////////////////////////wgARCAADAAQDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAA' +
      'AAL/xAAVAQEBAAAAAAAAAAAAAAAAAAABAv/aAAwDAQACEAMQAAAAgEf/xAAUEAEAAAAAAAAAAAAAAAAA' +
      'AAAA/9oACAEBAAE/AH//xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAECAQE/AH//xAAUEQEAAAAAAAAA' +
      'AAAAAAAAAAAA/9oACAEDAQE/AH//2Q==',
    'base64',
  ),
  width: 4,
  height: 3,
}

/** A photo of an action that the first entry tells of, and what it is told in. */
export const shownPhoto = (
  store: Store,
  { by }: Pick<WhoAndWhere, 'by'>,
): { publication: number; file: string } => {
  const entry = store.publications
    .list()
    .find((each) => each.kind === 'entry' && each.slug === '2021-q3-1')!
  const { concernId } = entry
  const [actionId] = entry.drafts.at(-1)!.coversIds
  const from = { organisationId: null, seatId: null, roundTableId: null }
  store.actions.recordUpdate(actionId!, SAID, from, by, { photos: [PHOTO] })
  const { updates } = store.actions.listUnfiltered([actionId!])[0]!
  const photoId = store.photos.ofUpdates(updates.map((each) => each.id)).at(-1)!.id
  const put = { photoId, concernId: concernId!, consent: null }
  const shownPhotoId = store.shownPhotos.record(put, PHOTO, by)
  const subject = { kind: 'photo', concernId, shownPhotoId }
  const drafted = must(store.sources.write(subject, () => 'A lamp.', dayOf(by.at))!)
  const id = store.publications.record(subject, drafted.words, drafted.coversIds, by)
  const publication = store.publications.find(id)!
  const slug = store.publications.recordPublication(publication, publication.drafts[0]!, by)
  return { publication: id, file: `${slug}.jpg` }
}

/** What the sergeant said by the link, with a photo. */
export const saidByLink = (
  store: Store,
  { by, sergeant }: WhoAndWhere,
  { actionId, seat }: { actionId: number; seat: Seat },
): number => {
  const from = { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null }
  const theirs = { ...by, personId: sergeant }
  store.actions.recordUpdate(actionId, SAID, from, theirs, { photos: [PHOTO] })
  const update = store.actions.listUnfiltered([actionId])[0]!.updates.at(-1)!
  return store.photos.ofUpdates([update.id])[0]!.id
}
