import t from 'tap'
import { openHouse } from '../../../support/house.ts'
import { read } from '../../evidence/leaflets/set-up.ts'
import { handsOn, RECORDING, SOUND } from './set-up.ts'

t.test(
  'R12, R13: somebody reads an entry aloud; it is heard when someone else has approved it, without what the phone wrote into it',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const { laptop, manager, id, put, write, tell, slug: at } = await handsOn(house)
    t.match(read(await put({ language: 'en' })), 'Ask whoever reads, and say that they agree')
    t.match(read(await put(undefined, Buffer.from('not a sound'))), 'This is not a whole MP3 file')
    t.match(read(await put(undefined, RECORDING.subarray(0, 20_000))), 'not a whole MP3 file')
    t.match(read(await put(undefined, Buffer.alloc(1024 * 1024 + 1))), 'too large')
    t.equal((await put()).statusCode, 303)
    t.match(read(await laptop.get(`/desk/entries/${id}`)), 'English, MP3 6 seconds')
    await write()
    const heard = await manager.get(`/desk/entries/${id}/recordings/en`)
    t.same(heard.rawPayload, SOUND, 'whoever approves hears the very file')
    const unapproved = await laptop.post(`/desk/entries/${id}/publication`)
    t.not(unapproved.statusCode, 303, 'nobody else has approved it yet')
    t.equal((await tell()).statusCode, 303)
    const slug = at()
    const page = await resident.get(`/entries/${slug}`)
    t.match(page.body, `<audio`)
    t.match(read(page), 'Length 0:06, size 23 kB.')
    t.match(page.headers['content-security-policy'], "media-src 'self'")
    t.notMatch(
      (await resident.get(`/ar/entries/${slug}`)).body,
      '<audio',
      'nobody read it in Arabic',
    )
    t.match(
      (await resident.get(`/ar/entries/${slug}`)).body,
      `href="/entries/${slug}" lang="en-GB"`,
    )
    t.match(page.body, 'href="#recording"', 'the way to it is at the top')
    t.match(await laptop.get(`/desk/entries/${id}`), { body: /<audio/ }, 'and is heard at the desk')
    const path = `/entries/${slug}/recordings/en.mp3`
    t.match(page.body, path)
    const file = await resident.get(path)
    t.same(file.rawPayload, SOUND, 'frames of sound, and no place, name or phone')
    t.equal(file.headers['content-type'], 'audio/mpeg')
    t.equal(file.headers['set-cookie'], undefined, 'R24')
  },
)

t.test('a player asks for a stretch of the recording at a time', async (t) => {
  const house = await openHouse({ t })
  const { slug, put, tell } = await handsOn(house)
  await put()
  await tell()
  const ask = (range: string) =>
    house.stranger().send({ url: `/entries/${slug()}/recordings/en.mp3`, headers: { range } })
  const part = await ask('bytes=100-199')
  t.equal(part.statusCode, 206)
  t.equal(part.headers['content-range'], `bytes 100-199/${SOUND.length}`)
  t.same(part.rawPayload, SOUND.subarray(100, 200))
  t.same((await ask('bytes=-10')).rawPayload, SOUND.subarray(-10))
  t.same((await ask(`bytes=${SOUND.length - 5}-`)).rawPayload, SOUND.subarray(-5))
  t.equal((await ask(`bytes=${SOUND.length}-`)).statusCode, 416)
  t.equal((await ask('bytes=1-2,5-6')).statusCode, 200)
})

t.test('R15: a recording goes with the words that it reads, and with the entry', async (t) => {
  const house = await openHouse({ t })
  const { laptop, id, slug, put, write, tell } = await handsOn(house)
  const status = async () =>
    (await house.stranger().get(`/entries/${slug()}/recordings/en.mp3`)).statusCode
  await put()
  await tell()
  t.equal(await status(), 200)
  const anew = {
    did: 'No answer yet. The round table comes back to it.',
    changeKind: 'correction',
    changeWords: 'Said again.',
  }
  await write(anew)
  t.match(read(await laptop.get(`/desk/entries/${id}`)), 'The words have changed since.')
  t.equal(await status(), 200, 'the words that it reads are told until then')
  const told = await tell(anew)
  t.equal(told.statusCode, 303, read(told))
  t.equal(await status(), 404, 'other words, which nobody has read yet')
  t.notMatch(read(await laptop.get(`/desk/entries/${id}`)), 'English, MP3')
  await put()
  await tell({ ...anew, changeKind: 'news' })
  t.equal(await status(), 200)
  await laptop.post(`/desk/entries/${id}/withdrawal`, { ground: 'It was wrong.' })
  t.equal(await status(), 410)
  t.equal((await put()).statusCode, 404, 'an entry that is off the board is not read aloud')
})

t.test('R18: who read it aloud says no, and it is heard nowhere from then on', async (t) => {
  const house = await openHouse({ t })
  const { laptop, id, put, tell, slug } = await handsOn(house)
  await put()
  await tell()
  t.equal((await laptop.post(`/desk/entries/${id}/recordings/en/ending`)).statusCode, 303)
  t.equal((await laptop.get(`/desk/entries/${id}/recordings/en`)).statusCode, 404)
  const resident = house.stranger()
  t.notMatch((await resident.get(`/entries/${slug()}`)).body, '<audio')
  t.equal((await resident.get(`/entries/${slug()}/recordings/en.mp3`)).statusCode, 404)
  await tell({ changeKind: 'news' })
  t.equal((await resident.get(`/entries/${slug()}/recordings/en.mp3`)).statusCode, 404)
})
