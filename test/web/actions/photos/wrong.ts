import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import t from 'tap'
import { MOST_PHOTO_BYTES } from '../../../../src/web/files/photos/photo.ts'
import { PEOPLE } from '../../../support/house.ts'
import { everything, find, open, UNDER_WAY } from '../report/set-up.ts'
import { photo, sendForm } from './set-up.ts'

const TYPED = { ...UNDER_WAY, text: 'Typed <b>here</b>' }

/** A few bytes that say they are a picture of 30,000 by 30,000. */
const bomb = (): Buffer => {
  const part = (name: string, bytes: Buffer): Buffer => {
    const whole = Buffer.concat([Buffer.from(name), bytes])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(bytes.length)
    sum.writeUInt32BE(crc32(whole))
    return Buffer.concat([size, whole, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(30_000, 0)
  head.writeUInt32BE(30_000, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.alloc(1000))),
    part('IEND', Buffer.alloc(0)),
  ])
}

t.test(
  'R23: a photo that is too large, too many, a bomb or no picture is refused beside its field, by its content and never its name, with everything typed kept',
  async (t) => {
    const { house, phone, link } = await open(t)
    const good = await photo(300, 200)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const heic = Buffer.concat([Buffer.alloc(4), Buffer.from('ftypheic'), Buffer.alloc(99)])
    const before = everything(house)
    for (const [name, files, words] of [
      ['too large', [Buffer.concat([good, Buffer.alloc(MOST_PHOTO_BYTES)])], /larger than 12 MB/],
      ['four', [good, good, good, good], /Choose 3 photos at most/],
      ['a bomb', [bomb()], /too many pixels/],
      ['a drawing', [good, svg], /Photo 2 is no photo that we can read/],
      ['of an iPhone', [heic], /HEIC file/],
      ['half of one', [good.subarray(0, 500)], /could not be read/],
      ['a page', [Buffer.from('<script>alert(1)</script>')], /is no photo/],
      ['a TIFF', [await sharp(good).tiff().toBuffer()], /is no photo/],
    ] as const) {
      const answer = await sendForm(phone, link, TYPED, [...files])
      t.equal(answer.statusCode, 422, name)
      t.match(answer.body, /href="#photos">/, name)
      t.match(answer.body, words, name)
      t.match(answer.body, 'Typed &lt;b&gt;here&lt;/b&gt;</textarea>', name)
    }
    const none = await sendForm(phone, link, { ...TYPED, status: 'done', text: '' }, [svg])
    t.match(none.body, /Say what was done.*is no photo/s, 'what is wrong is said at once')
    t.equal(everything(house), before, 'R22: nothing was saved')
    const words = await phone.post(link, { ...TYPED, photos: 'words' })
    t.equal(words.statusCode, 400, 'a field of words in its place is a tampered form')
  },
)

t.test(
  'R23: ready-made words keep what was typed and ask for the photos again; far too many files are too much',
  async (t) => {
    const { house, phone, link } = await open(t)
    const before = everything(house)
    const good = await photo(300, 200)
    const ready = await sendForm(phone, link, { ...TYPED, ready: 'Most of it is done.' }, [good])
    t.match([ready.statusCode, ready.body], [200, /Choose your photos again/])
    const many = await sendForm(phone, link, TYPED, Array(9).fill(good) as Buffer[])
    t.equal(many.statusCode, 413)
    t.equal(everything(house), before)
  },
)

t.test(
  'R23, R25: on the desk a photo is refused the same way, for those who may report',
  async (t) => {
    const { house } = await open(t)
    const path = `/desk/actions/${find(house).id}/updates`
    const fields = { ...TYPED, on: '', seatId: '' }
    const svg = Buffer.from('<svg/>')
    const refused = await sendForm(house.signIn(PEOPLE.sergeant), path, fields, [svg])
    t.match([refused.statusCode, refused.body], [422, /href="#update-photos">This photo is no/])
    t.match(refused.body, 'Typed &lt;b&gt;here&lt;/b&gt;')
    const observer = house.signIn(PEOPLE.observer)
    t.equal((await sendForm(observer, path, fields, [svg])).statusCode, 403)
    const late = house.signIn(PEOPLE.sergeant)
    house.clock.pass({ minutes: 31 })
    const kept = await sendForm(late, path, fields, [await photo(300, 200)])
    t.match(String(kept.headers.location), /kept=yes/, 'R25: the words survive the session')
  },
)
