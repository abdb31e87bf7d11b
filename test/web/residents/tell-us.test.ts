import t from 'tap'
import Database from 'better-sqlite3'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type Answer, type House, type Visitor } from '../../support/house.ts'

const blank = { text: '', area: '', name: '', reach: '' }
const numberIn = (answer: Answer): string =>
  answer.body.match(/<b>([0-9A-Z]{5}-[0-9A-Z]{5})<\/b>/)?.[1] ?? ''
const newest = (house: House) => house.store.messages.listUnfiltered().at(-1)!
const tell = (who: Visitor, text: string, more: Record<string, string> = {}, path = '/tell-us') =>
  who.post(path, { ...blank, text, ...more })
const becameOf = async (
  house: House,
  reference: string,
  path = '/tell-us/replies',
): Promise<string> =>
  (await house.stranger().post(path, { reference })).body.match(
    /<ol class="trail">.*?<\/ol>/s,
  )?.[0] ?? ''
const count = (house: House): number => house.store.messages.listUnfiltered().length

/** Publishes an entry for a concern, the whole way. */
const publish = async (house: House, concernId: number): Promise<string> => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  await laptop.post(`${path}/drafts`, {
    said: 'The lights are out.',
    did: 'There is no answer yet. It goes to the next round table.',
    origin: 'Told to us',
    on: '',
    strength: '',
    worked: '',
    trail: 'January 2022: Told to us.',
    basedOn: String(draftOf(publication())!.id),
  })
  await house
    .signIn(PEOPLE.approver)
    .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
  await laptop.post(`${path}/publication`)
  return publication().slug!
}

t.test(
  'R27: a resident writes without a name, gets a number, and sees with it each step of what became of it',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const sent = await tell(house.stranger(), 'The lights by the shops are out')
    t.equal(sent.statusCode, 200)
    t.equal(sent.headers['cache-control'], 'no-store')
    const number = numberIn(sent)
    t.match(number, /^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    t.same(newest(house).contact, null)
    t.match(await becameOf(house, number), 'Nobody has read it yet')
    const path = `/desk/messages/${newest(house).id}`
    t.equal((await laptop.post(`${path}/reading`)).statusCode, 303)
    t.match(await becameOf(house, number), /has read it/)
    t.equal(
      (
        await laptop.post(`${path}/concerns`, {
          text: 'It is dark by the shops',
          themeId: '',
          areaId: '',
        })
      ).statusCode,
      303,
    )
    t.match(await becameOf(house, number), 'on the list for the round table')
    const concern = house.store.concerns.listUnfiltered().at(-1)!
    t.match([concern.originKind, concern.depth], ['form', 'table'])
    t.notMatch(await becameOf(house, number), '/entries/')
    const slug = await publish(house, concern.id)
    t.match(await becameOf(house, number), `href="/entries/${slug}"`)
    t.equal(
      (await laptop.post(`${path}/answer`, { words: 'We asked the council.' })).statusCode,
      303,
    )
    t.match(await becameOf(house, number), 'We asked the council.')
    const entry = house.store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug === slug)!
    await laptop.post(`/desk/entries/${entry.id}/withdrawal`, { ground: 'It was wrong.' })
    t.notMatch(await becameOf(house, number), slug, 'R15: a withdrawn entry is not linked')

    const aside = numberIn(await tell(house.stranger(), 'Buy cheap watches'))
    await laptop.post(`/desk/messages/${newest(house).id}/aside`)
    t.match(await becameOf(house, aside), 'nothing more with it')
  },
)

t.test(
  'R27: a message that is joined to a concern the board tells of already is told where, and so is one whose concern is merged into it',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const told = house.store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug === '2021-q3-1')!
    const one = numberIn(await tell(house.stranger(), 'The same as before'))
    t.equal(
      (
        await laptop.post(`/desk/messages/${newest(house).id}/joining`, {
          concernId: told.concernId!,
        })
      ).statusCode,
      303,
    )
    t.match(await becameOf(house, one), '/entries/2021-q3-1')
    const other = numberIn(await tell(house.stranger(), 'Much the same'))
    await laptop.post(`/desk/messages/${newest(house).id}/concerns`, {
      text: 'Much the same, in our words',
      themeId: '',
      areaId: '',
    })
    const concern = house.store.concerns.listUnfiltered().at(-1)!
    t.notMatch(await becameOf(house, other), '/entries/')
    t.equal(
      (await laptop.post(`/desk/concerns/${concern.id}/merging`, { into: told.concernId! }))
        .statusCode,
      303,
    )
    t.match(await becameOf(house, other), '/entries/2021-q3-1')
  },
)

t.test('R20, R27: it works in every language, with the digits of any keyboard', async (t) => {
  const house = await openHouse({ t })
  for (const [code, text] of [
    ['ar', 'الإنارة معطلة'],
    ['bn', 'বাতি নষ্ট'],
    ['fa', 'چراغ‌ها خاموش است'],
    ['ckb', 'ڕووناکی نییە'],
    ['so', 'Nalalka ma shaqeeyo'],
    ['sq', 'Dritat s’punojnë'],
  ] as const) {
    const sent = await tell(house.stranger(), text, {}, `/${code}/tell-us`)
    t.equal(sent.statusCode, 200, code)
    t.match(newest(house), { language: code, text })
    const number = numberIn(sent)
    t.match(sent.body, /<bdi dir="ltr"><b>/, 'the number runs its own way')
    for (const typed of [
      number,
      number.toLowerCase(),
      number.replace('-', ' '),
      ` ${number.replace('-', '')} `,
      number.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!),
      number.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!),
      number.replace(/\d/g, (digit) => '০১২৩৪৫৬৭৮৯'[Number(digit)]!),
    ]) {
      t.equal(
        (await house.stranger().post(`/${code}/tell-us/replies`, { reference: typed })).statusCode,
        200,
        `${code}: ${typed}`,
      )
    }
  }
})

t.test('R23: what is wrong is said beside its field, with everything typed kept', async (t) => {
  const house = await openHouse({ t })
  const before = count(house)
  const typed = { area: 'church-street', name: 'Amina <b>', reach: '07700 900123 "x"' }
  const resident = house.stranger()
  const empty = await tell(resident, '   ', typed)
  t.equal(empty.statusCode, 422)
  t.match(empty.body, 'id="text-error"')
  for (const kept of [
    'value="Amina &lt;b&gt;"',
    'value="07700 900123 &quot;x&quot;"',
    /value="church-street" selected/,
  ])
    t.match(empty.body, kept)
  const long = `${'اب'.repeat(2001)} end`
  const tooLong = await tell(resident, long, typed)
  t.equal(tooLong.statusCode, 422)
  t.match(tooLong.body, `${long}</textarea>`)
  const longName = await tell(resident, 'The lift', { ...typed, name: 'n'.repeat(101) })
  t.equal(longName.statusCode, 422)
  t.match(longName.body, 'id="name-error"')
  t.notMatch(longName.body, 'id="text-error"', 'what is right is not called wrong')
  const longReach = await tell(resident, 'The lift', { ...typed, reach: 'r'.repeat(201) })
  t.match(
    [
      longReach.statusCode,
      longReach.body.includes('id="reach-error"'),
      longReach.body.includes('fewer than 200'),
    ],
    [422, true, true],
  )
  t.equal((await tell(resident, 'The lift', { other: 'x' })).statusCode, 400)
  t.equal((await tell(resident, 'x'.repeat(300_000))).statusCode, 413)
  t.equal(
    (
      await resident.send({
        method: 'POST',
        url: '/tell-us',
        payload: '{}',
        headers: { 'content-type': 'application/json' },
      })
    ).statusCode,
    415,
  )
  t.equal((await tell(resident, 'The lift', {}, '/tell-us?x=1')).statusCode, 200)
  t.equal(count(house), before + 1)
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': undefined },
    { 'sec-fetch-site': undefined, origin: 'https://other.example' },
  ]) {
    t.equal(
      (await resident.post('/tell-us', { ...blank, text: 'From elsewhere' }, { headers }))
        .statusCode,
      403,
    )
  }
  t.equal(count(house), before + 1)
})

t.test(
  'R22: two taps, a slow line and a page loaded again are one message; other words or a way to reach them are another',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const before = count(house)
    const answers = await Promise.all([
      tell(resident, 'The lift is broken'),
      tell(resident, 'The lift is broken'),
      tell(resident, ' The lift is broken \r\n'),
    ])
    house.clock.pass({ minutes: 9 })
    answers.push(await tell(resident, 'The lift is broken'))
    t.equal(new Set(answers.map(numberIn)).size, 1)
    t.equal(count(house), before + 1)
    const again = await tell(resident, 'The lift is broken', { reach: '07700 900123' })
    t.not(numberIn(again), numberIn(answers[0]!))
    t.same(
      newest(house).contact,
      { name: '', reach: '07700 900123' },
      'the way to reach them is not lost',
    )
    t.not(
      numberIn(await tell(house.stranger(), 'The lift is broken')),
      numberIn(answers[0]!),
      'another person gets another number',
    )
    t.equal(newest(house).contact, null)
    await tell(house.stranger(), 'I only give a name', { name: 'Amina' })
    t.same(newest(house).contact, { name: 'Amina', reach: '' }, 'what was acknowledged was kept')
    // On the disk before it is acknowledged: another connection sees it.
    const db = new Database(house.file, { readonly: true })
    t.equal(db.prepare('select count(*) from messages').pluck().get(), count(house))
    db.close()
  },
)

t.test('a page that was sent is loaded again or read in another language', async (t) => {
  const house = await openHouse({ t })
  const sent = await tell(house.stranger(), 'The lift is broken')
  const replies = await house.stranger().post('/tell-us/replies', { reference: numberIn(sent) })
  const wrong = await house.stranger().post('/tell-us/replies', { reference: 'AAAAA-AAAAA' })
  t.equal(wrong.statusCode, 422)
  for (const answer of [sent, replies, wrong]) {
    for (const [, href] of answer.body.matchAll(/<a href="([^"#]*)"[^>]*hreflang/g))
      t.equal((await house.stranger().get(href!)).statusCode, 200, href!)
  }
  const page = await house.stranger().get('/tell-us/replies')
  t.equal(page.headers['cache-control'], 'no-store')
  t.notMatch(page.body, 'rel="canonical"')
})

t.test(
  'floods are stopped without puzzles, with everything typed kept, and the next caller is not held up',
  async (t) => {
    const house = await openHouse({ t })
    const one = house.stranger()
    for (let i = 0; i < 5; i++) t.equal((await tell(one, `Flood ${i}`)).statusCode, 200)
    const stopped = await tell(one, 'The sixth in an hour', {
      area: 'church-street',
      name: 'A',
      reach: 'B',
    })
    t.equal(stopped.statusCode, 429)
    for (const kept of ['The sixth in an hour</textarea>', 'value="A"', 'value="B"'])
      t.match(stopped.body, kept)
    t.equal((await tell(house.stranger(), 'Somebody else')).statusCode, 200)
    t.equal((await tell(one, 'Flood 4')).statusCode, 200, 'what was taken is still acknowledged')
    house.clock.pass({ minutes: 61 })
    t.equal((await tell(one, 'The sixth in an hour')).statusCode, 200)
  },
)
