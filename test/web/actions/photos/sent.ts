import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import t from 'tap'
import { UNDER_WAY, find, open } from '../report/set-up.ts'
import { MARKER, photo, photosOf, sendForm } from './set-up.ts'

t.test(
  'R9: photos from a phone go with an update: turned upright, made small, and nothing of the phone is left in them or in the record',
  async (t) => {
    const { house, phone, link } = await open(t)
    t.match((await phone.get(link)).body, 'enctype="multipart/form-data"')
    const sent = await sendForm(phone, link, UNDER_WAY, [
      await photo(),
      await photo(300, 200, 'png'),
      await photo(300, 200, 'webp'),
    ])
    t.equal(sent.statusCode, 303)
    t.match(find(house).updates.at(-1), { text: UNDER_WAY.text, status: 'under-way' })
    const kept = photosOf(house)
    t.match(kept[0], { width: 1200, height: 1600 }, 'on its feet, as it was taken')
    t.equal(kept.length, 3)
    for (const { id } of kept) {
      const bytes = house.store.photos.bytes(id)!
      const { format, exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata()
      t.same({ format, exif, xmp, iptc, icc, comments }, { format: 'jpeg' })
      t.notMatch(bytes.toString('latin1'), MARKER)
    }
    const receipt = await phone.get(String(sent.headers.location))
    t.match(receipt.body, /src="[^"]*\/photos\/\d+" width="1200" height="1600" alt="Photo 1 of 3/)
    const address = receipt.body.match(/src="(\/report\/[^"]+)"/)![1]!
    const picture = await phone.get(address)
    t.match(picture.headers, {
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': /^inline; filename="photo-\d+\.jpg"$/,
    })
    t.notMatch(readFileSync(house.file).toString('latin1'), MARKER, 'not in the file, nor its name')
  },
)

t.test('R31: a form with a photo counts once, however often it is sent', async (t) => {
  const { house, phone, link } = await open(t)
  const page = (await phone.get(link)).body
  const once = page.match(/multipart.*?name="once" value="([^"]+)"/s)![1]!
  const files = [await photo(400, 300)]
  const before = find(house).updates.length
  const answers = await Promise.all(
    [1, 2, 3].map(() => sendForm(phone, link, { ...UNDER_WAY, once }, files)),
  )
  t.same(
    answers.map((each) => each.statusCode),
    [303, 303, 303],
  )
  t.equal(find(house).updates.length, before + 1)
  t.equal(photosOf(house).length, 1)
  house.clock.pass({ minutes: 1 })
  await sendForm(phone, link, { ...UNDER_WAY, once }, [await photo(500, 300)])
  t.equal(find(house).updates.length, before + 2, 'another picture is another form')
})

t.test(
  'R20: without a photo, and by a program that sends no file, an update is sent',
  async (t) => {
    const { house, phone, link } = await open(t)
    t.equal((await sendForm(phone, link, UNDER_WAY, [])).statusCode, 303)
    t.equal((await phone.post(link, { ...UNDER_WAY, text: 'Another' })).statusCode, 303)
    t.equal(photosOf(house).length, 0)
  },
)
