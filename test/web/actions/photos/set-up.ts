import sharp from 'sharp'
import { isOpen } from '../../../../src/domain/actions/action.ts'
import type { Publication } from '../../../../src/domain/publishing/publication.ts'
import type { Answer, House, Visitor } from '../../../support/house.ts'
import { find } from '../report/set-up.ts'

/** What a phone writes beside a picture, and nobody may find again. */
export const MARKER = 'zqmarker-phone'

/** A photo as a phone takes it: on its side, with place, time and name of the phone. */
export const photo = (width = 2400, height = 1800, format: 'jpeg' | 'png' | 'webp' = 'jpeg') =>
  sharp({ create: { width, height, channels: 3, background: '#375' } })
    .withExif({
      IFD0: { Make: MARKER, Model: MARKER, Copyright: MARKER },
      IFD2: { DateTimeOriginal: '2022:01:27 10:00:00', UserComment: MARKER },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 31/1 3/1', GPSAreaInformation: MARKER },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${MARKER}</note></x:xmpmeta>`)
    .toFormat(format)
    .toBuffer()

/** A form with files, as a browser sends it; the field is there and empty where none is chosen. */
export const sendForm = async (
  visitor: Visitor,
  path: string,
  fields: Record<string, string>,
  files: Uint8Array[],
): Promise<Answer> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files.length ? files : [new Uint8Array()])
    form.append('photos', new Blob([file as Uint8Array<ArrayBuffer>]), `${MARKER} IMG_0001.JPG`)
  const sent = new Response(form)
  return visitor.send({
    method: 'POST',
    url: path,
    payload: Buffer.from(await sent.arrayBuffer()),
    headers: { 'content-type': sent.headers.get('content-type')! },
  })
}

export const photosOf = (house: House) =>
  house.store.photos.ofUpdates(find(house).updates.map((each) => each.id))

/** An open action that an entry on the board tells of. */
export const openAndTold = (house: Pick<House, 'store'>) => {
  const coversOf = ({ drafts }: Publication): number[] => drafts.at(-1)!.coversIds
  const isOpenNow = (id: number): boolean =>
    house.store.actions.listUnfiltered([id]).some((each) => isOpen(each) && each.depth !== 'named')
  const entry = house.store.publications
    .list()
    .find((each) => each.kind === 'entry' && each.slug && coversOf(each).some(isOpenNow))!
  return { entry, actionId: coversOf(entry).find(isOpenNow)! }
}
