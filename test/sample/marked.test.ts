import t from 'tap'
import { openHouse, PEOPLE, type HouseOptions } from '../support/house.ts'
import { unzip } from '../support/unzip.ts'

const WORDS = 'Most dates, links and statuses'
const PAGES = [
  '/',
  '/entries/2021-q4-1',
  '/round-tables',
  '/events/2021-q4-2',
  '/tell-us',
  '/poster',
]
const FILES = ['/feed.atom', '/feed.json', '/board.json', '/board.csv', '/priorities.json']

t.test('a sample partnership says so on everything that leaves it', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  for (const path of PAGES) {
    const { body } = await resident.get(path)
    t.match(body, WORDS, path)
    t.match(body, /<title>[^<]*\(sample\)<\/title>/, path)
  }
  t.match((await resident.get('/ar/poster')).body, 'بيانات تجريبية', 'in each language')
  t.match((await resident.get('/sign-in')).body, WORDS)
  t.match((await house.signIn(PEOPLE.sergeant).get('/desk')).body, WORDS)
  const [atom, jsonFeed, json, csv, priorities] = await Promise.all(
    FILES.map(async (path) => (await resident.get(path)).body),
  )
  t.match(atom, /<title>[^<]*\(sample\)<\/title>/)
  t.match(JSON.parse(jsonFeed!), { title: /\(sample\)$/, _round_table: { sample: true } })
  t.match(JSON.parse(json!), { title: /\(sample\)$/, sample: true })
  t.match(csv!.split('\n')[0], /,sample\r?$/)
  t.ok(
    (JSON.parse(priorities!) as { issue: string }[]).every(({ issue }) =>
      issue.endsWith('(sample)'),
    ),
  )
  t.match((await resident.get('/round-tables.ics')).body, /X-WR-CALNAME:.*\(sample\)/)
})

t.test('letters and papers of a sample say so too', async (t) => {
  const house = await openHouse({ t })
  await house.stranger().post('/sign-in', { email: PEOPLE.sergeant })
  const [letter] = house.letters
  t.match(letter!.subject, /\(sample\)$/)
  t.match(letter!.text, /^This comes from a sample partnership/)
  const word = await house.signIn(PEOPLE.coordinator).get('/desk/round-tables/2021-q4/minutes.docx')
  const files = [...(await unzip(word.rawPayload))]
  t.match(files.find(([name]) => /header\d*\.xml$/.test(name))?.[1], 'sample partnership')
})

const MARK = /\s?<bdi class="made-up" lang="[\w-]+">\(([^)]*)\)<\/bdi>/g
/** A page as it is read, each mark as a star. */
const read = (body: string): string =>
  body
    .slice(body.indexOf('<main'))
    .replace(MARK, ' *')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
const marksOn = (body: string): number => body.match(MARK)?.length ?? 0

t.test('what is made up stands beside the mark, and what a source gives does not', async (t) => {
  const house = await openHouse({ t })
  const page = async (path: string) => read((await house.stranger().get(path)).body)
  const hubs = await page('/entries/2021-q4-1')
  t.match(hubs, /We could not, because \* The council has no building/, 'once for the pair')
  t.match(hubs, /28 October 2021 The round table asked the council if [^*]*hub\. \*/, 'a step')
  t.match(hubs, /What we told you, and when \* 6 January 2022:/, 'a list that is made up wholly')
  const stall = await page('/events/2021-q4-1')
  t.match(stall, /November 2021 \*/)
  t.match(stall, /less hesitant\.\s(?!\*)/)
  const july = await page('/round-tables/2021-q3')
  t.match(july, /July 2021 round table\s(?!\*)/, 'the month is M’s')
  t.match(july, /What comes first \*/, 'M gives no priorities')
  t.match(july, /What was agreed (?!\*)/)
  t.notMatch(july, '15 July')
})

t.test('the mark is of its language and direction, beside words of another', async (t) => {
  const house = await openHouse({ t })
  const { store } = house
  const somali = store.publications.findTranslation({ kind: 'entry', slug: '2021-q3-3' }, 'so')!
  store.publications.recordWithdrawal(somali, 'It was wrong.', {
    personId: somali.drafts[0]!.writerId,
    at: '2022-01-27T10:40:00.000Z',
  })
  const { body } = await house.stranger().get('/so/entries/2021-q3-3')
  t.match(
    body,
    /dir="ltr">The round table asked the police for the figures\.\s<bdi class="made-up" lang="so">/,
  )
  const arabic = (await house.stranger().get('/ar/entries/2021-q3-2')).body
  t.match(arabic, /<bdi class="made-up" lang="ar[\w-]*">\(بيانات تجريبية\)<\/bdi>/)
})

t.test('a pair says once that something in it is made up, in every language', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  for (const language of ['', '/ar', '/so', '/bn']) {
    const board = (await resident.get(`${language}/`)).body
    const pairs = board.match(/<article[^]*?<\/article>/g)!
    t.ok(pairs.length > 8)
    for (const pair of pairs) t.equal(marksOn(pair), 1, language)
    t.ok(marksOn(board) < 15, language)
    for (const pair of (await resident.get(`${language}/poster`)).body.match(
      /<article[^]*?<\/art/g,
    )!)
      t.ok(marksOn(pair) <= 1, 'a pair of the poster')
    const hubs = (await resident.get(`${language}/entries/2021-q4-1`)).body
    t.ok(marksOn(hubs) < 8, `${marksOn(hubs)} on an entry`)
  }
})

t.test(
  'R18: the tournament has its own page, its quote beside it and the consent marked',
  async (t) => {
    const house = await openHouse({ t })
    const { body } = await house.stranger().get('/events/2021-q4-2')
    t.match(body, 'Football tournament')
    t.match(read(body), /used with consent \*/)
    t.match(body, 'literally gone within seconds')
    const quote = house.store.quotes.list()[0]!
    await house.signIn(PEOPLE.coordinator).post(`/desk/quotes/${quote.id}/withdrawal`, {})
    t.notMatch((await house.stranger().get('/events/2021-q4-2')).body, 'literally gone')
  },
)

t.test('a new draft keeps the marks, whoever types it', async (t) => {
  const house = await openHouse({ t })
  const { store } = house
  const hubs = store.publications.list().find((each) => each.slug === '2021-q4-1')!
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const { words, coversIds } = hubs.drafts.at(-1)!
  store.publications.recordDraft(hubs.id, { ...words, sample: [] }, coversIds, by)
  t.same(store.publications.find(hubs.id)!.drafts.at(-1)!.words.sample, words.sample)
})

t.test('a partnership that is real can never carry the mark', async (t) => {
  const house = await openHouse({ t, sample: false, prepare: realPartnership })
  const { store } = house
  t.notOk(store.sample.is())
  t.throws(() => store.sample.begin(['2022-01-27'], house.clock.at()), /only an empty record/)
  const by = { personId: store.people.list()[0]!.id, at: house.clock.at() }
  const words = store.sources.begin({ kind: 'partnership' }, '2022-01-27')!.words
  const id = store.publications.record({ kind: 'partnership' }, { ...words, sample: ['x'] }, [], by)
  t.notOk('sample' in store.publications.find(id)!.drafts[0]!.words, 'the record alone says it')
  for (const path of ['/', '/poster', ...FILES.slice(0, 4)])
    t.notMatch((await house.stranger().get(path)).body, /\(sample\)|sample board|"sample"/i, path)
  await house.stranger().post('/sign-in', { email: 'someone@real.example' })
  t.ok(house.letters.every((letter) => !letter.subject.includes('sample')))
})

const realPartnership: HouseOptions['prepare'] = (store) => {
  const by = { personId: null, at: '2022-01-01T09:00:00.000Z' }
  const organisationId = store.organisations.record(
    { code: 'real', name: 'A real charity', publicName: 'the charity', expected: true },
    by,
  )
  store.people.record(
    {
      name: 'Someone',
      email: 'someone@real.example',
      role: 'coordinator',
      approves: true,
      organisationId,
    },
    by,
  )
}

t.test(
  'a public page carries the name of the partnership, and the product’s in its foot',
  async (t) => {
    const house = await openHouse({ t })
    for (const path of ['/', '/round-tables', '/entries/2021-q4-1', '/ar/'] as const) {
      const { body } = await house.stranger().get(path)
      const [head, foot] = body.split('<main')
      t.match(head, 'Mosaic Community Trust')
      t.notMatch(head, /Round Table|المائدة المستديرة <small/, path)
      t.match(foot!.slice(foot!.indexOf('<footer')), /Made with Round Table|أُعدّت بواسطة/)
    }
  },
)
