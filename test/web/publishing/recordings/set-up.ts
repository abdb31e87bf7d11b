import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import {
  PEOPLE,
  type Answer,
  type Fields,
  type House,
  type Visitor,
} from '../../../support/house.ts'
import { upload } from '../../evidence/leaflets/set-up.ts'
import { begun } from '../entries/set-up.ts'

/** Six seconds of a silent MP3 (MPEG 2, 32 kbit/s, 16 kHz), as a phone brings it: with a place. */
const FRAME = Buffer.alloc(144, 0)
FRAME.set([0xff, 0xf3, 0x48, 0xc0])
export const SOUND = Buffer.concat(Array.from({ length: 167 }, () => FRAME))
const TAG = Buffer.from('GEO 51.5,-0.16 Amina’s phone')
export const RECORDING = Buffer.concat([
  Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, TAG.length]),
  TAG,
  SOUND,
  Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, 0x41)]),
])

/** Somebody's reading is put to an entry. */
export const putTo = (
  laptop: Visitor,
  path: string,
  fields: Fields = { language: 'en', agreed: 'yes' },
  file: Uint8Array = RECORDING,
) => upload(laptop, `${path}/recordings`, fields as Record<string, string>, file)

/** What a coordinator and an approver do with an entry. */
export const handsOn = async (house: House) => {
  const { id, publication, write, laptop, concernId } = await begun(house)
  await write()
  const manager = house.signIn(PEOPLE.approver)
  const put = (fields: Fields = { language: 'en', agreed: 'yes' }, file: Uint8Array = RECORDING) =>
    putTo(laptop, `/desk/entries/${id}`, fields, file)
  const tell = async (fields: Record<string, string> = {}): Promise<Answer> => {
    await write(fields)
    await manager.post(`/desk/entries/${id}/approval`, { draftId: draftOf(publication())!.id })
    return laptop.post(`/desk/entries/${id}/publication`)
  }
  return { laptop, manager, id, concernId, put, write, tell, slug: () => publication().slug! }
}
