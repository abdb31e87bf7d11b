import t from 'tap'
import Database from 'better-sqlite3'
import sharp from 'sharp'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { by } from '../report/set-up.ts'
import { MARKER } from './set-up.ts'
import { ALT, FORM, isGone, open, publish, shown } from './shown-set-up.ts'

t.test(
  'R12, R13, R18: a photo is put forward with what can be seen in it and who can be recognised, approved by someone else, and stands beside its entry',
  async (t) => {
    const { house, laptop, path, entry, photoPath } = await open(t)
    t.match((await laptop.get(path)).body, `href="${photoPath}/showing"`)
    t.match((await laptop.get(`${photoPath}/showing`)).body, 'Faces, number plates and front doors')
    const nothing = await laptop.post(`${photoPath}/showing`, {})
    t.equal(nothing.statusCode, 422)
    for (const field of ['alt', 'recognised']) t.match(nothing.body, `href="#showing-${field}"`)
    const bare = await laptop.post(`${photoPath}/showing`, { alt: ALT, recognised: 'yes' })
    for (const field of ['askedById', 'use', 'until'])
      t.match(bare.body, `href="#showing-${field}"`, 'R18: no face without a written yes')
    t.match(bare.body, ALT, 'R23')
    const put = await laptop.post(`${photoPath}/showing`, FORM)
    t.equal(put.statusCode, 303)
    const at = String(put.headers.location)
    const draft = await laptop.get(at)
    t.match(draft.body, `src="${at}/picture"`)
    t.match(draft.body, 'Look again before you approve it')
    t.equal((await laptop.post(`${photoPath}/showing`, FORM)).statusCode, 422, 'once')
    const resident = house.stranger()
    const page = `/entries/${entry.slug}`
    t.notMatch((await resident.get(page)).body, ALT, 'not before it is approved')
    await publish(house, at)
    const [, src] = /<img\s+src="([^"]+)"[^>]*alt="A new light/.exec(
      (await resident.get(page)).body,
    )!
    const [, arabic] = /<img\s+src="([^"]+)"[^>]*alt="A new light[^>]*lang="en-GB"/.exec(
      (await resident.get(`/ar${page}`)).body,
    )!
    t.notMatch((await resident.get('/')).body, ALT, 'the board stays small')
    for (const each of [src!, arabic!]) {
      const picture = await resident.get(each)
      t.equal(picture.headers['content-type'], 'image/jpeg')
      const { width, height, exif } = await sharp(picture.rawPayload).metadata()
      t.same([Math.max(width, height), exif], [800, undefined])
      t.notOk(picture.rawPayload.includes(MARKER))
      t.equal(picture.headers['set-cookie'], undefined, 'R24')
    }
    const file = JSON.parse((await resident.get('/board.json')).body) as {
      entries: { id: string; photos: { url: string; words: string }[] }[]
    }
    const told = file.entries.find((each) => each.id === entry.slug)!.photos
    t.match(told, [{ words: ALT, url: /^http.*\.jpg$/ }])
  },
)

t.test(
  'R15: a correction of what can be seen in a photo shows its date and what changed',
  async (t) => {
    const { house, laptop, page, at } = await shown(t)
    const words = async () => (await house.stranger().get(page)).body
    t.notMatch(await words(), 'Corrected')
    await laptop.post(`${at}/drafts`, {
      alt: 'A new light on the path, by day.',
      basedOn: house.store.publications.find(Number(at.split('/').at(-1)))!.drafts.at(-1)!.id,
      changeKind: 'correction',
      changeWords: 'It was by day.',
    })
    await publish(house, at)
    t.match(await words(), 'A new light on the path, by day.')
    t.match(await words(), /Corrected on[^]*It was by day\./)
  },
)

t.test('R18: who said yes is asked for, and after its last day it is not shown', async (t) => {
  const asked = (await openHouse({ t })).person(PEOPLE.coordinator).id
  const consent = { recognised: 'yes', askedById: asked, use: 'the board', until: '31/12/2022' }
  const { house, page, picture } = await shown(t, consent)
  const resident = house.stranger()
  t.match((await resident.get(page)).body, ALT)
  house.clock.moveTo('2022-12-31T12:00:00.000Z')
  t.match((await resident.get(page)).body, ALT, 'its last day')
  const desk = (await house.signIn(PEOPLE.coordinator).get('/desk')).body
  t.match(desk, 'A photo of someone who can be recognised')
  house.clock.moveTo('2023-01-01T12:00:00.000Z')
  t.notMatch((await resident.get(page)).body, ALT)
  t.equal((await resident.get(picture)).statusCode, 410)
})

t.test('R15, R18: taken back, it is gone everywhere in one step, and its words too', async (t) => {
  const { house, laptop, photoPath, at, ...where } = await shown(t)
  t.equal((await laptop.post(`${photoPath}/taking-back`)).statusCode, 303)
  await isGone(t, house, where)
  const db = new Database(house.file, { readonly: true })
  for (const table of ['drafts', 'copies', 'shown_photos'])
    t.notMatch(JSON.stringify(db.prepare(`select * from ${table}`).all()), ALT, table)
  t.equal(db.prepare('select bytes from shown_photos').pluck().get(), null)
  db.close()
  t.equal((await laptop.get(at)).statusCode, 200)
  t.equal((await laptop.post(`${photoPath}/taking-back`)).statusCode, 422, 'once')
  t.equal((await laptop.get(photoPath)).statusCode, 200, 'the update keeps its photo')
  t.equal((await laptop.post(`${photoPath}/showing`, FORM)).statusCode, 303, 'and again')
})

t.test(
  'R15: an owner who takes the update or the photo back takes it off the board with it',
  async (t) => {
    for (const take of ['ending', 'taking-back'] as const) {
      const { house, laptop, path, photoPath, update, ...where } = await shown(t)
      const to =
        take === 'ending' ? `${photoPath}/ending` : `${path}/updates/${update().id}/${take}`
      t.equal((await laptop.post(to)).statusCode, 303, take)
      await isGone(t, house, where)
    }
  },
)

t.test('R11: once its action or its concern is private, no photo is shown of it', async (t) => {
  for (const noun of ['actions', 'concerns']) {
    const { house, laptop, path, entry, photoPath, ...where } = await shown(t)
    const list = [by(house).personId]
    const to = noun === 'actions' ? path : `/desk/concerns/${entry.concernId}`
    const held = { depth: 'named', ground: 'A family could be identified.', list }
    t.equal((await laptop.post(`${to}/depth`, held)).statusCode, 303, noun)
    await isGone(t, house, where)
    if (noun === 'actions') {
      t.notMatch((await laptop.get(path)).body, '/showing', 'and none can be put forward')
      t.equal((await laptop.post(`${photoPath}/showing`, FORM)).statusCode, 422)
    }
  }
})

t.test('R10, R13: who may not draft puts no photo forward', async (t) => {
  const { house, path, photoPath } = await open(t)
  for (const email of [PEOPLE.officer, PEOPLE.observer]) {
    const visitor = house.signIn(email)
    t.notMatch((await visitor.get(path)).body, '/showing')
    t.equal((await visitor.get(`${photoPath}/showing`)).statusCode, 403)
    t.equal((await visitor.post(`${photoPath}/showing`, FORM)).statusCode, 403)
    t.equal((await visitor.post(`${photoPath}/taking-back`)).statusCode, 403)
  }
})
