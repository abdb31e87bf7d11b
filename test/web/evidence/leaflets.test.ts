import { deflateSync } from 'node:zlib'
import t from 'tap'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { leafletTermsOf } from '../../../src/domain/evidence/leaflet.ts'
import { samplePdf } from '../../../src/sample/evidence.ts'
import {
  openHouse,
  PEOPLE,
  type Answer,
  type Fields,
  type House,
  type Visitor,
} from '../../support/house.ts'

const PRIVATE = { depth: 'named', ground: 'A family could be identified.' }
const lastPart = (answer: Answer): number =>
  Number(String(answer.headers.location).split('/').at(-1)!.split(/[?#]/)[0])
const read = (answer: Answer): string =>
  answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')
const TERMS = {
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
const upload = (
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
const hands = (house: House) => {
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
  const question = async () => {
    const action = house.store.actions
      .list(house.store.people.who(house.person(PEOPLE.coordinator).id, '2022-01-27')!)
      .find((each) => each.terms.at(-1)!.kind === 'question')!
    return action.id
  }
  return { laptop, manager, of, make, rewrite, put, tell, question }
}
const FILE = samplePdf(['What you can ask']).bytes
const NEWER = samplePdf(['What you can ask, second printing']).bytes

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
  'R23: a file that cannot be taken says why beside its field, one that is too large too, and what was chosen stays chosen',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, of, make, put } = hands(house)
    const id = await make()
    const path = `/desk/leaflets/${id}/files`
    for (const [bytes, reason] of [
      [Buffer.from('GIF89a'), 'not a whole PDF'],
      [Buffer.alloc(0), 'Choose a file'],
      [Buffer.alloc(6 * 1024 * 1024), 'too large: 6.0 MB'],
      [Buffer.concat([FILE, Buffer.from('/Author (Jo Sample)\n%%EOF')]), 'Jo Sample'],
      [
        Buffer.concat([
          FILE,
          Buffer.from('9 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n'),
          deflateSync('8 0 << /S /JavaScript >>'),
          Buffer.from('\nendstream endobj\n%%EOF'),
        ]),
        'holds a program',
      ],
    ] as const) {
      const answer = await put(id, bytes, { language: 'ar' })
      t.equal(answer.statusCode, 422, reason)
      t.match(answer.body, new RegExp(`id="file-file-error">.*${reason}.*aria-invalid="true"`, 's'))
      t.match(answer.body, /<option value="ar" selected/)
    }
    t.equal(
      (await put(id, Buffer.alloc(17 * 1024 * 1024))).statusCode,
      413,
      'more than anyone reads',
    )
    t.match(await put(id, FILE, { language: 'so' }), {
      statusCode: 422,
      body: /Tick this language on the leaflet first/,
    })
    t.equal((await put(id, FILE, { language: 'xx' })).statusCode, 422)
    t.equal((await put(id, FILE, { other: 'x' })).statusCode, 400)
    t.equal((await laptop.post(path, { language: 'en', file: 'words' })).statusCode, 422)
    t.same(of(id).files, [])
    t.equal(
      (await upload(laptop, path, { language: 'en' }, FILE, { type: 'text/html' })).statusCode,
      303,
      'what the browser calls it does not matter',
    )
    t.match(of(id).files, [{ language: 'en', size: FILE.length }])
    const file = await laptop.get(`${path}/${of(id).files[0]!.id}`)
    t.match(file.headers, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="leaflet-${id}-en.pdf"`,
      'content-security-policy': /sandbox/,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    t.ok(file.rawPayload.equals(FILE))
    const other = await make({ title: 'Another' })
    t.equal(
      (await laptop.get(`/desk/leaflets/${other}/files/${of(id).files[0]!.id}`)).statusCode,
      404,
      'a file belongs to its leaflet',
    )
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

t.test(
  'R15, R24: the file is handed out with no cookie, as a file and nothing else, and is seen to be withdrawn in time',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell } = hands(house)
    const id = await make()
    await put(id, FILE)
    const told = await tell(id)
    const slug = await told.all()
    const resident = house.stranger()
    const path = `/leaflets/${slug}/en.pdf`
    const answer = await resident.get(path)
    t.match(answer, {
      statusCode: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(FILE.length),
        'cache-control': 'public, max-age=30',
        'content-disposition': `attachment; filename="leaflet-${slug}-en.pdf"`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'set-cookie': undefined,
      },
    })
    const etag = String(answer.headers.etag)
    t.match(etag, /^"[0-9a-f]{32}"$/)
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
      t.match(await resident.get(path, { headers: { 'if-none-match': tag } }), {
        statusCode: 304,
        body: '',
        headers: { etag, 'cache-control': 'public, max-age=30' },
      })
    t.equal((await resident.get(path, { headers: { 'if-none-match': '"other"' } })).statusCode, 200)
    const head = await resident.head(path)
    t.match(head, {
      statusCode: 200,
      body: '',
      headers: { 'content-length': String(FILE.length), etag },
    })
    t.ok(
      (await resident.get(`/ar${path}`)).rawPayload.equals(FILE),
      'the same in every language of the page',
    )
    for (const trick of [
      'so.pdf',
      'en.PDF',
      'en',
      'en.pdf.pdf',
      '..%2f..%2fdatabase.sqlite',
      '%2e%2e/en.pdf',
      'en.pdf%00',
      draftOf(told.publication())!.words.kind === 'leaflet'
        ? (draftOf(told.publication())!.words as { files: { hash: string }[] }).files[0]!.hash
        : '',
    ])
      t.ok(
        [404, 400].includes((await resident.get(`/leaflets/${slug}/${trick}`)).statusCode),
        trick,
      )
    t.equal((await resident.get('/leaflets/2099-q1-9/en.pdf')).statusCode, 404)
    t.equal((await resident.get(`/xx${path}`)).statusCode, 404)
    t.match((await resident.get('/sitemap.xml')).body, `/leaflets/${slug}<`)
    await told.withdraw()
    for (const gone of [
      path,
      `/leaflets/${slug}`,
      `/ar${path}`,
      `/ar/leaflets/${slug}`,
      `/leaflets/${slug}/so.pdf`,
    ])
      t.match(
        await resident.get(gone),
        { statusCode: 410, headers: { 'content-type': /html/ } },
        gone,
      )
    t.equal((await resident.get(path, { headers: { 'if-none-match': etag } })).statusCode, 410)
    t.equal((await resident.head(path)).statusCode, 410)
    t.notMatch((await resident.get('/sitemap.xml')).body, `/leaflets/${slug}`)
    t.notMatch((await resident.get('/leaflets')).body, 'What you can ask')
    t.notMatch(
      (await resident.get(`/leaflets/${slug}`)).body,
      'What you can',
      'never the old words',
    )
    t.equal(
      house.store.published.file(
        'leaflet',
        slug,
        house.store.leaflets.listUnfiltered().find((each) => each.id === id)!.files[0]!.hash,
      ),
      undefined,
      'nor the bytes',
    )
    const anew = await (await tell(id)).all()
    t.not(anew, slug, 'told anew it has another address')
    t.equal((await resident.get(path)).statusCode, 410)
    t.equal((await resident.get(`/leaflets/${anew}/en.pdf`)).statusCode, 200)
  },
)

t.test(
  'R15: a correction for privacy takes the older file and the translations away with the older words',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell, of, laptop } = hands(house)
    const id = await make()
    await put(id, FILE)
    const told = await tell(id)
    const slug = await told.all()
    const old = of(id).files[0]!.hash
    await put(id, NEWER)
    await told.all({ changeKind: 'correction', changeWords: 'A word was wrong.' })
    t.equal(
      house.store.published.file('leaflet', slug, old),
      undefined,
      'a correction leaves no older file either',
    )
    t.match((await house.stranger().get(`/leaflets/${slug}`)).body, 'A word was wrong.')
    const tongue = lastPart(
      await laptop.post('/desk/translations', { language: 'ar', kind: 'leaflet', slug }),
    )
    t.match(
      (await laptop.get(`/desk/entries/${tongue}`)).body,
      /ar\.pdf|\/desk\/leaflets\/\d+\/files\/\d+/,
    )
    await put(id, FILE)
    await told.all({
      changeKind: 'privacy',
      changeGround: 'A family could be identified.',
      title: 'What you can say',
    })
    const resident = house.stranger()
    t.ok((await resident.get(`/leaflets/${slug}/en.pdf`)).rawPayload.equals(FILE))
    const page = (await resident.get(`/leaflets/${slug}`)).body
    t.notMatch(page, /A word was wrong|What you can ask/)
    t.match(page, 'A family could be identified.')
  },
)

t.test(
  'R11, R15: the question it answers becomes private: the page, the file and its translations are gone in the same moment',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell, question, laptop, manager } = hands(house)
    const id = await make({
      actionId: await question(),
      title: 'The zebra advice',
      answers: 'What may a zebra ask of an officer?',
    })
    await put(id, FILE)
    const told = await tell(id)
    const slug = await told.all({
      title: 'The zebra advice',
      answers: 'What may a zebra ask of an officer?',
    })
    const tongue = lastPart(
      await laptop.post('/desk/translations', { language: 'ar', kind: 'leaflet', slug }),
    )
    const pieces = house.store.publications.find(tongue)!
    t.equal(pieces.leafletId, id)
    const piecesOf = (draftOf(pieces)!.words as { pieces: { english: string }[] }).pieces
    await laptop.post(`/desk/entries/${tongue}/drafts`, {
      checked: 'yes',
      basedOn: draftOf(pieces)!.id,
      ...Object.fromEntries(
        piecesOf.flatMap((each, i) => [
          [`english-${i}`, each.english],
          [`piece-${i}`, each.english === '2' ? '2' : `حمار ${'ابجد'.slice(0, i + 1)}`],
        ]),
      ),
    })
    t.equal(
      (
        await manager.post(`/desk/entries/${tongue}/approval`, {
          draftId: draftOf(house.store.publications.find(tongue)!)!.id,
        })
      ).statusCode,
      303,
    )
    t.equal((await laptop.post(`/desk/entries/${tongue}/publication`)).statusCode, 303)
    const resident = house.stranger()
    t.match((await resident.get(`/ar/leaflets/${slug}`)).body, 'حمار')
    await laptop.post(`/desk/actions/${await question()}/depth`, {
      ...PRIVATE,
      list: house.person(PEOPLE.approver).id,
    })
    for (const path of [
      `/leaflets/${slug}`,
      `/leaflets/${slug}/en.pdf`,
      `/ar/leaflets/${slug}`,
      `/ar/leaflets/${slug}/en.pdf`,
    ])
      t.equal((await resident.get(path)).statusCode, 410, path)
    for (const path of [
      '/leaflets',
      '/ar/leaflets',
      '/sitemap.xml',
      '/',
      `/leaflets/${slug}`,
      '/board.json',
    ])
      t.notMatch((await resident.get(path)).body, /zebra|حمار/i, path)
    for (const path of [
      `/desk/leaflets/${id}`,
      `/desk/entries/${told.id}`,
      `/desk/entries/${tongue}`,
    ])
      t.equal((await laptop.get(path)).statusCode, 404, path)
    for (const path of [
      '/desk/entries',
      '/desk/leaflets',
      '/desk/translations?language=ar',
      '/desk',
      '/desk/journal',
      '/desk/events',
    ])
      t.notMatch((await laptop.get(path)).body, /zebra|حمار/i, path)
    for (const who of [laptop, manager])
      t.equal(
        (await who.post('/desk/entries', { kind: 'leaflet', leafletId: id })).statusCode,
        who === laptop ? 404 : 403,
        'and cannot be told anew',
      )
  },
)

t.test(
  'R11, R15: a leaflet that is linked to a private question after it was told is taken down, and its words cannot be told elsewhere',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell, question, rewrite, manager, laptop } = hands(house)
    const hidden = await question()
    const id = await make()
    await put(id, FILE)
    const slug = await (await tell(id)).all()
    await laptop.post(`/desk/actions/${hidden}/depth`, {
      ...PRIVATE,
      list: [house.person(PEOPLE.coordinator).id],
    })
    t.equal((await house.stranger().get(`/leaflets/${slug}`)).statusCode, 200)
    await rewrite(id, { actionId: hidden })
    t.equal((await house.stranger().get(`/leaflets/${slug}/en.pdf`)).statusCode, 410)
    t.equal((await manager.get(`/desk/leaflets/${id}`)).statusCode, 404)
    const other = await make({ title: 'Another', answers: 'x' })
    const told = await tell(other)
    await told.save({
      title: 'Another one to hand out',
      answers: 'What can I ask an officer? Much.',
    })
    t.match((await told.page()).body, 'These words also stand in a matter held in private')
    t.equal((await told.approve()).statusCode, 422)
  },
)

t.test(
  'a leaflet that another has taken the place of is old advice: it leaves the list, its file is gone, and its page names the newest',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell, rewrite } = hands(house)
    const resident = house.stranger()
    const ids: number[] = []
    const slugs: string[] = []
    const publications: Awaited<ReturnType<typeof tell>>[] = []
    for (const title of ['The first advice', 'The second advice', 'The third advice']) {
      ids.push(await make({ title, ...(ids.length && { replacesId: ids.at(-1)! }) }))
      await put(ids.at(-1)!, FILE)
      publications.push(await tell(ids.at(-1)!))
      slugs.push(await publications.at(-1)!.all({ title }))
    }
    const list = (await resident.get('/leaflets')).body
    t.match(list, 'The third advice')
    t.notMatch(list, /The (first|second) advice/)
    for (const slug of slugs.slice(0, 2)) {
      t.match(
        (await resident.get(`/leaflets/${slug}`)).body,
        new RegExp(`/leaflets/${slugs[2]}">`),
        'the newest, and not the next',
      )
      t.equal((await resident.get(`/leaflets/${slug}/en.pdf`)).statusCode, 410)
      t.notMatch((await resident.get('/sitemap.xml')).body, `/leaflets/${slug}<`)
    }
    t.match(
      (await publications[2]!.page()).body,
      'The second advice',
      'whoever approves sees which one it takes the place of',
    )
    t.match(await rewrite(ids[0]!, { title: 'The first advice', replacesId: ids[2]! }), {
      statusCode: 422,
      body: /That one takes the place of this one/,
    })
    t.match(await rewrite(ids[0]!, { title: 'The first advice', replacesId: ids[0]! }), {
      statusCode: 422,
      body: /cannot take its own place/,
    })
    await publications[2]!.withdraw()
    t.match(
      (await resident.get('/leaflets')).body,
      'The second advice',
      'the newer one is withdrawn: the one before it counts again',
    )
    t.equal((await resident.get(`/leaflets/${slugs[1]}/en.pdf`)).statusCode, 200)
    // The record turns about: the first is now the newer one, while the old copy of the second
    // still says otherwise.
    for (const i of [1, 2])
      await rewrite(ids[i]!, { title: i === 1 ? 'The second advice' : 'The third advice' })
    t.equal(
      (await rewrite(ids[0]!, { title: 'The first advice', replacesId: ids[1]! })).statusCode,
      303,
    )
    await publications[0]!.all({ title: 'The first advice', changeKind: 'news' })
    const now = (await resident.get('/leaflets')).body
    t.match(now, 'The first advice', 'never is the newest gone with the older one')
    t.notMatch(now, 'The second advice')
  },
)

t.test('R17: copies handed out are told in whole tens and nothing below ten', async (t) => {
  const house = await openHouse({ t })
  const { make, tell, laptop, of } = hands(house)
  const id = await make()
  const police = house.person(PEOPLE.sergeant).organisationId
  const handOut = (copies: string, fields: Fields = {}) =>
    laptop.post(`/desk/leaflets/${id}/handings`, {
      organisationId: police,
      toWhom: 'mothers',
      on: 'December 2021',
      copies,
      ...fields,
    })
  t.match(await handOut('4', { on: '20/5/2022', toWhom: '' }), {
    statusCode: 422,
    body: /Say to whom.*This lies ahead|This lies ahead.*Say to whom/s,
  })
  for (const copies of ['0', '-4', '4.5', '1e3', 'many'])
    t.equal((await handOut(copies)).statusCode, 422, copies)
  await handOut('9')
  const told = await tell(id)
  const slug = await told.all({ handed: 'The police handed it to mothers.' })
  const resident = house.stranger()
  t.notMatch(read(await resident.get(`/leaflets/${slug}`)), /\b9\b/)
  await handOut('37', { toWhom: 'fathers' })
  t.match(
    read(await resident.get(`/leaflets/${slug}`)),
    /^((?!\b(40|46|37)\b).)*$/s,
    'what is public is what was approved',
  )
  await told.all({ changeKind: 'news', handed: 'The police handed it to parents.' })
  const page = read(await resident.get(`/leaflets/${slug}`))
  t.match(page, /\b40\b/)
  t.notMatch(page, /\b(46|37|9)\b/)
  await laptop.post(`/desk/leaflets/${id}/handings/${of(id).handings.at(-1)!.id}/ending`)
  await told.all({ changeKind: 'news' })
  t.notMatch(read(await resident.get(`/leaflets/${slug}`)), /\b40\b/)
  const stopped = await told.save({
    handed: 'The police handed it to 9 mothers.',
    changeKind: 'news',
  })
  t.equal(stopped.statusCode, 303)
  t.equal(
    (await told.approve()).statusCode,
    422,
    'a number typed beside a word for people is stopped',
  )
})

t.test(
  'R12, R14: the words in a file are checked as well: a guarded word stops it for good, a name asks for a reason, and so does a picture',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, make, put, tell } = hands(house)
    const withWords = async (...lines: string[]) => {
      const id = await make({ title: `What you can ask about ${lines[0]?.length ?? 0}` })
      await put(id, samplePdf(lines).bytes)
      return tell(id)
    }
    const guarded = await withWords('Come to Lantern Lane', 'Youth Club on Fridays')
    t.match(
      read(await guarded.page()),
      /In the English file: “Lantern Lane Youth Club” is a guarded word/,
    )
    t.equal(
      (
        await laptop.post(`/desk/entries/${guarded.id}/overrulings`, {
          key: 'guarded',
          found: 'Lantern Lane Youth Club',
          reason: 'It is safe',
        })
      ).statusCode,
      422,
    )
    t.equal((await guarded.approve()).statusCode, 422)

    house.store.people.record(
      {
        name: 'Zedekiah Sample',
        email: 'z@met.example',
        role: 'member',
        approves: false,
        organisationId: 2,
      },
      { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
    )
    const named = await withWords('Ask for Zedekiah at the desk')
    t.match(read(await named.page()), /In the English file: “Zedekiah” looks like a name/)
    t.equal((await named.approve()).statusCode, 422)
    t.equal(
      (
        await laptop.post(`/desk/entries/${named.id}/overrulings`, {
          key: 'names',
          found: 'Zedekiah',
          reason: 'A street is called so',
        })
      ).statusCode,
      303,
    )
    t.equal((await named.approve()).statusCode, 303)

    const picture = await withWords()
    t.match(
      read(await picture.page()),
      /The English file is a picture, so its words cannot be checked here/,
    )
    t.equal((await picture.approve()).statusCode, 422)
  },
)

t.test(
  'R12: a word that is guarded after a file was published is found in the file that is public',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, make, put, tell } = hands(house)
    const id = await make()
    await put(id, samplePdf(['Meet us at the Turquoise Arcade']).bytes)
    const told = await tell(id)
    await told.all()
    await laptop.post('/desk/settings/guarded-words', { word: 'Turquoise Arcade' })
    t.same(
      house.store.sources
        .liveAlerts(house.store.publications.list())
        .map((each) => [each.publication.id, each.keys]),
      [[told.id, ['guarded']]],
    )
  },
)
