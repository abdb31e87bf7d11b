import t from 'tap'
import { leafletTermsOf } from '../../../../src/domain/evidence/leaflet.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { FILE, hands, NEWER, PRIVATE, read, TERMS, upload } from './set-up.ts'

t.test(
  'R2, R23: a leaflet is written down with what is known, each wrong field says why, and two people at once are told',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, of, make, rewrite } = hands(house)
    const wrong = await laptop.post('/desk/leaflets', {
      title: '',
      answers: 'What was typed',
      place: 'Typed place',
    })
    t.match(wrong, { statusCode: 422, body: /Write the title that stands on it/ })
    for (const kept of ['Tick each language', 'What was typed', 'Typed place'])
      t.match(wrong.body, kept)
    t.equal((await laptop.post('/desk/leaflets', { ...TERMS, depth: 'public' })).statusCode, 400)
    t.equal((await laptop.post('/desk/leaflets', { ...TERMS, replacesId: 9999 })).statusCode, 422)
    const id = await make()
    t.match(read(await laptop.get(`/desk/leaflets/${id}`)), /Not agreed yet whose it is/, 'R2')
    t.equal(await make(), id, 'sent twice is written once')
    const other = await make({ answers: 'Where can I complain?' })
    t.not(other, id, 'another one with the same title is another one')
    const basedOn = leafletTermsOf(of(id)).id
    t.equal((await rewrite(id, { title: 'Their title' })).statusCode, 303)
    const conflict = await rewrite(id, { basedOn, title: 'My title', replacesId: other })
    t.equal(conflict.statusCode, 409)
    t.match(read(conflict), /Their title.*My title.*It takes the place of: What you can ask/)
    t.equal(leafletTermsOf(of(id)).title, 'Their title')
    for (const person of [PEOPLE.sergeant, PEOPLE.observer, PEOPLE.officer]) {
      t.ok(
        [403].includes((await house.signIn(person).post('/desk/leaflets', TERMS)).statusCode),
        person,
      )
      t.equal(
        (await upload(house.signIn(person), `/desk/leaflets/${id}/files`, { language: 'en' }, FILE))
          .statusCode,
        403,
        `${person} puts no file`,
      )
    }
  },
)

t.test(
  'R11: a leaflet that is held in private is not named to whoever writes another',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, make, question, manager, of, tell } = hands(house)
    const older = await make()
    const held = await make({
      title: 'The zebra advice',
      replacesId: older,
      actionId: await question(),
    })
    await tell(held)
    await laptop.post(`/desk/actions/${await question()}/depth`, {
      ...PRIVATE,
      list: house.person(PEOPLE.approver).id,
    })
    t.equal(of(held).depth, 'named')
    t.equal((await laptop.get(`/desk/leaflets/${held}`)).statusCode, 404)
    t.match(
      (await manager.get(`/desk/leaflets/${held}`)).body,
      /Held in private.*The zebra advice/s,
    )
    for (const path of [`/desk/leaflets/${older}`, '/desk/leaflets']) {
      const page = (await manager.get(path)).body
      t.match(page, 'Held in private', path)
      t.notMatch(page, /zebra/i, `${path}: no look at it is written, so nothing of it is shown`)
    }
    for (const leafletId of [held, 9999])
      t.equal(
        (await laptop.post('/desk/entries', { kind: 'leaflet', leafletId })).statusCode,
        404,
        'its draft is not there, as if it never was',
      )
    const answer = await laptop.post('/desk/leaflets', {
      ...TERMS,
      title: 'A third',
      replacesId: older,
    })
    t.equal(answer.statusCode, 303, 'a refusal would tell that there is another')
    for (const page of [
      answer,
      await laptop.get('/desk/leaflets'),
      await laptop.get(`/desk/leaflets/${older}`),
      await laptop.get('/desk/entries'),
      await laptop.get('/desk'),
    ])
      t.notMatch(page.body, /zebra/i)
  },
)

t.test(
  'R23: two people put a file at once: the second is told, and the first file stays',
  async (t) => {
    const house = await openHouse({ t })
    const { of, make, put, rewrite, laptop } = hands(house)
    const id = await make()
    t.match((await laptop.get(`/desk/leaflets/${id}`)).body, 'name="seen" value="0"')
    await put(id, FILE)
    const second = await put(id, NEWER, { seen: '0' })
    t.match(second, { statusCode: 409, body: /Someone else put a file here/ })
    t.match(read(second), /English, PDF, 1 kB.*English, PDF, 1 kB/)
    t.ok(house.store.leaflets.bytes(of(id).files[0]!.id)!.equals(FILE))
    t.equal((await put(id, FILE, { seen: '0' })).statusCode, 303, 'the same file is no conflict')
    t.equal(
      (await put(id, NEWER, { seen: '0', language: 'ar' })).statusCode,
      303,
      'nor is one in another language',
    )
    t.match(
      (await laptop.get(`/desk/leaflets/${id}`)).body,
      `name="seen" value="${of(id).files.at(-1)!.id}"`,
    )
    const old = of(id).files[0]!.id
    t.equal((await put(id, NEWER)).statusCode, 303)
    t.equal(house.store.leaflets.bytes(old), undefined, 'the bytes of the older one are gone')
    t.match(await rewrite(id, { languages: ['en'] }), {
      statusCode: 422,
      body: /It has a file in a language that you took away/,
    })
    await laptop.post(
      `/desk/leaflets/${id}/files/${of(id).files.find((each) => each.language === 'ar')!.id}/ending`,
    )
    t.equal((await rewrite(id, { languages: ['en'] })).statusCode, 303)
  },
)

t.test(
  'R13: whoever approves opens the very file; a file that was replaced since stops publishing',
  async (t) => {
    const house = await openHouse({ t })
    const { manager, of, make, put, tell, laptop } = hands(house)
    const id = await make()
    await put(id, FILE)
    const told = await tell(id)
    await told.save()
    const shown = (await manager.get(`/desk/entries/${told.id}`)).body
    t.notMatch(shown, '/leaflets/preview/')
    const [, address] = shown.match(/href="(\/desk\/leaflets\/\d+\/files\/\d+)"/)!
    t.ok((await manager.get(address!)).rawPayload.equals(FILE))
    await told.approve()
    await put(id, NEWER)
    const stopped = await told.publish()
    t.match(stopped, { statusCode: 422, body: /The record has moved on/ })
    t.notMatch(stopped.body, address!, 'a file that is gone is no link')
    t.equal((await told.approve()).statusCode, 422)
    await put(id, FILE)
    t.equal(
      (await told.publish()).statusCode,
      303,
      'the same bytes put back are the bytes that were approved',
    )
    const { slug } = told.publication()
    await put(id, NEWER)
    t.ok(
      (await house.stranger().get(`/leaflets/${slug}/en.pdf`)).rawPayload.equals(FILE),
      'readers read what was approved',
    )
    t.match(read(await laptop.get('/desk/entries')), /Moved on since/)
    await laptop.post(`/desk/leaflets/${id}/files/${of(id).files[0]!.id}/ending`)
    t.ok((await house.stranger().get(`/leaflets/${slug}/en.pdf`)).rawPayload.equals(FILE))
    await told.all({ changeKind: 'news' })
    t.equal(
      (await house.stranger().get(`/leaflets/${slug}/en.pdf`)).statusCode,
      404,
      'a newer copy without a file',
    )
    t.notMatch((await house.stranger().get(`/leaflets/${slug}`)).body, '.pdf"')
  },
)
