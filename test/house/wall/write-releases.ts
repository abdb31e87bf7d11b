import { isOpen, termsOf } from '../../../src/domain/actions/action.ts'
import { dayOf } from '../../../src/domain/day.ts'
import { must } from '../../../src/sample/must.ts'
import { type House, PEOPLE } from '../../support/house.ts'
import type { Writing } from './write-privately.ts'

/** What an owner says and the sergeant releases, or sends back: none of it counts before. */
export async function releasesWritten(
  house: House,
  { does, coordinator, sergeant }: Pick<Writing, 'does' | 'coordinator' | 'sergeant'>,
) {
  const { store } = house
  const { organisationId, id: personId } = house.person(PEOPLE.sergeant)
  const seat = store.organisations
    .seats()
    .find((each) => each.holders.some((holding) => holding.personId === personId))!
  const by = { personId, at: house.clock.at() }
  await does(coordinator, `/desk/organisations/${organisationId}/release`, { seatId: seat.id })
  const { id } = store.actions
    .listUnfiltered()
    .find(
      (each) => each.depth !== 'named' && isOpen(each) && termsOf(each).leadId === organisationId,
    )!
  for (const [end, fields] of [
    ['release', {}],
    ['return', { words: 'zqmarker-verb-returned' }],
  ] as const) {
    store.actions.recordUpdate(
      id,
      {
        status: 'waiting',
        text: `zqmarker-verb-${end}`,
        waitingFor: 'zqmarker-verb-whom',
        on: null,
      },
      { organisationId, seatId: null, roundTableId: null },
      by,
      {
        waitsForId: seat.id,
        photos: [{ bytes: Buffer.from(`zqmarker-verb-photo-${end}`), width: 4, height: 3 }],
      },
    )
    const held = store.actions.listUnfiltered([id])[0]!.held.at(-1)!
    store.releases.makeLink(
      { letterId: store.letters.recent(1)[0]!.id, updateId: held.id, personId },
      by.at,
    )
    await does(sergeant, `/desk/actions/${id}/updates/${held.id}/${end}`, fields)
  }
  await does(coordinator, `/desk/organisations/${organisationId}/release`, { seatId: '' })
  putForward(house, by)
}

/** A photo of it that nobody has approved yet. */
function putForward({ store }: House, by: { personId: number; at: string }) {
  const { concernId, drafts } = store.publications
    .list()
    .find(
      (each) =>
        each.kind === 'entry' &&
        each.slug &&
        !each.withdrawal &&
        each.drafts.at(-1)!.coversIds.length,
    )!
  const [actionId] = drafts.at(-1)!.coversIds
  store.recordings.record(
    {
      concernId: concernId!,
      language: 'en',
      seconds: 6,
      reads: 'zqmarker-verb-recording-reads',
      bytes: Buffer.from('zqmarker-verb-recording'),
    },
    by,
  )
  const said = {
    status: 'waiting',
    text: 'zqmarker-verb-shown-said',
    waitingFor: 'x',
    on: null,
  } as const
  const from = { organisationId: null, seatId: null, roundTableId: null }
  const photo = { bytes: Buffer.from('zqmarker-verb-photo'), width: 4, height: 3 }
  store.actions.recordUpdate(actionId!, said, from, by, { photos: [photo] })
  const { updates } = store.actions.listUnfiltered([actionId!])[0]!
  const photoId = store.photos.ofUpdates(updates.map((each) => each.id)).at(-1)!.id
  const consent = { askedById: by.personId, use: 'zqmarker-verb-shown-use', until: '2022-12-31' }
  const picture = { bytes: Buffer.from('zqmarker-verb-shown'), width: 4, height: 3 }
  const put = { photoId, concernId: concernId!, consent }
  const shownPhotoId = store.shownPhotos.record(put, picture, by)
  const subject = { kind: 'photo', concernId, shownPhotoId }
  const { words, coversIds } = must(
    store.sources.write(subject, () => 'zqmarker-verb-alt', dayOf(by.at))!,
  )
  store.publications.record(subject, words, coversIds, by)
}
