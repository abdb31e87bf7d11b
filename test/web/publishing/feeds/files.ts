import t from 'tap'
import { entryWords, tell, tellAgain } from '../../../support/publications.ts'
import { child, children, wordsOf } from '../../../support/xml.ts'
import { atomOf, jsonOf, opened, rowsOf, SITE } from './set-up.ts'
import { STANDINGS } from '../../../../src/domain/concerns/standing.ts'

const HOSTILE =
  'Fish & chips < "said" \'we\' ]]> <script>alert(1)</script> =1+1 \u202Ekcab \uFFFE\u0007 end'

t.test(
  'an Atom feed is one by RFC 4287: well formed, with its ids, dates, author and addresses',
  async (t) => {
    const house = await opened(t)
    const feed = await atomOf(house)
    t.equal(feed.name, 'feed')
    t.same(feed.attributes, { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en-GB' })
    t.equal(wordsOf(feed, 'id'), `${SITE}/`)
    t.equal(wordsOf(feed, 'title'), 'Mosaic Community Trust: you said, we did (sample)')
    t.equal(wordsOf(child(feed, 'author')!, 'name'), 'Mosaic Community Trust')
    const entries = children(feed, 'entry')
    t.equal(entries.length, house.store.published.board().entries.length)
    const dates = [feed, ...entries].flatMap((node) => [
      wordsOf(node, 'updated'),
      ...children(node, 'published').map((each) => each.text),
    ])
    t.same(
      dates.filter((date) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(date)),
      [],
      'each date is of RFC 3339',
    )
    t.equal(
      wordsOf(feed, 'updated'),
      dates.slice(1).toSorted().at(-1),
      'the feed changed when the newest of it did',
    )
    t.equal(
      new Set(entries.map((entry) => wordsOf(entry, 'id'))).size,
      entries.length,
      'no id stands twice',
    )
    for (const entry of entries) {
      const link = child(entry, 'link')!.attributes.href!
      t.match(link, /^https:\/\/table\.example\/entries\/\d{4}-q[1-4]-\d+$/)
      t.match(wordsOf(entry, 'id').replace(link, ''), /^(#copy-\d+)?$/)
      t.ok(wordsOf(entry, 'title') !== '')
      t.equal(child(entry, 'content')!.attributes.type, 'html')
      t.match(
        wordsOf(entry, 'content'),
        /^<p><b>You said<\/b> .+<\/p><p><b>(We did|Still going|We are doing|We could not, because|No answer yet)<\/b> /,
      )
      for (const once of ['id', 'title', 'updated', 'published', 'content'])
        t.equal(children(entry, once).length, 1, `one ${once}`)
    }
  },
)

t.test(
  'R31: what is corrected on the day it was told is later in the feeds, so that no reader misses it',
  async (t) => {
    let id = 0
    const house = await opened(t, (store) => {
      id = tell(store, entryWords(), '2022-01-27T10:41:00.000Z').id
    })
    const change = { kind: 'correction' as const, words: 'A date was wrong.' }
    tellAgain(house.store, id, entryWords({ change }), '2022-01-27T10:58:30.000Z')
    const [entry] = children(await atomOf(house, '/feed.atom?quarter=2021-q2'), 'entry')
    t.equal(wordsOf(entry!, 'published'), '2022-01-27T10:41:00.000Z')
    t.equal(wordsOf(entry!, 'updated'), '2022-01-27T10:58:30.000Z')
    const [item] = (await jsonOf(house, '/feed.json?quarter=2021-q2')).items
    t.same(
      [item.date_published, item.date_modified],
      ['2022-01-27T10:41:00.000Z', '2022-01-27T10:58:30.000Z'],
    )
    const page = await house.stranger().get('/')
    t.notMatch(page.body, /10:41|10\.41|10:58/, 'a person is told the day')
  },
)

t.test(
  'an id stays what it was when a later copy is told: published then, updated now',
  async (t) => {
    let id = 0
    const house = await opened(t, (store) => {
      id = tell(store, entryWords(), '2022-01-20T10:00:00.000Z').id
    })
    const one = async () => children(await atomOf(house, '/feed.atom?quarter=2021-q2'), 'entry')[0]!
    const before = await one()
    tellAgain(
      house.store,
      id,
      entryWords({ change: { kind: 'news', words: '' }, did: 'All the lights are mended.' }),
      '2022-01-26T10:00:00.000Z',
    )
    const now = await one()
    t.equal(wordsOf(now, 'id'), wordsOf(before, 'id'))
    t.same(
      [wordsOf(now, 'published'), wordsOf(now, 'updated')],
      ['2022-01-20T10:00:00.000Z', '2022-01-26T10:00:00.000Z'],
    )
    t.match(wordsOf(now, 'content'), 'All the lights are mended.')
    t.match(wordsOf(now, 'title'), /^Done\. /)
    const [item] = (await jsonOf(house, '/feed.json?quarter=2021-q2')).items
    t.same(
      [item.id, item.date_published, item.date_modified],
      [wordsOf(before, 'id'), '2022-01-20T10:00:00.000Z', '2022-01-26T10:00:00.000Z'],
    )
  },
)

t.test(
  'a reader that shows each id once shows it again when it stands elsewhere, and not when only its words are better',
  async (t) => {
    let id = 0
    const house = await opened(t, (store) => {
      id = tell(store, entryWords({ standing: 'unanswered', on: null }), at(20)).id
    })
    const told: string[][] = []
    const look = async () => {
      const [entry] = children(await atomOf(house, '/feed.atom?quarter=2021-q2'), 'entry')
      const [item] = (await jsonOf(house, '/feed.json?quarter=2021-q2')).items
      const inAtom = ['id', 'title', 'published'].map((name) => wordsOf(entry!, name))
      t.same([item.id, item.title, item.date_published], inAtom, 'both feeds say the same')
      t.equal(item.url, child(entry!, 'link')!.attributes.href, 'and its address stays')
      told.push(inAtom)
    }
    await look()
    const news = { kind: 'news' as const, words: '' }
    const steps = [
      { standing: 'under-way' as const, on: null },
      { standing: 'under-way' as const, on: null, did: 'The council orders the lights.' },
      { standing: 'done' as const },
      { standing: 'under-way' as const, on: null },
    ]
    for (const [i, step] of steps.entries()) {
      tellAgain(house.store, id, entryWords({ change: news, ...step }), at(21 + i))
      await look()
    }
    const [first, ...later] = told.map(([itemId]) => itemId!)
    t.same(
      later,
      [2, 2, 4, 5].map((copy) => `${first}#copy-${copy}`),
    )
    t.same(
      told.map(([, title]) => title!.split('. ')[0]),
      ['No answer yet', 'Under way', 'Under way', 'Done', 'Under way'],
    )
    t.equal(new Set(told.map(([, , published]) => published)).size, 1, 'published stays')
  },
)
const at = (day: number): string => `2022-01-${day}T10:00:00.000Z`

t.test('words that would break a file are words and nothing else, in each', async (t) => {
  const house = await opened(t, (store) => {
    tell(
      store,
      entryWords({
        said: HOSTILE,
        did: `=HYPERLINK("x")\nsecond "line", with a comma\r\n@third`,
        theme: { code: 'x"><y', name: '<b>&"' },
        who: [{ code: 'z', name: '+Us' }],
        priority: { since: '2021-05', until: null },
      }),
    )
  })
  const words = HOSTILE.replace(/[\uFFFE\u0007]/g, '')
  const entry = children(await atomOf(house, '/feed.atom?quarter=2021-q2'), 'entry')[0]!
  t.equal(wordsOf(entry, 'title'), `Done. ${words}`)
  t.same(child(entry, 'category')!.attributes, { term: 'x"><y', label: '<b>&"' })
  t.notMatch(
    wordsOf(entry, 'content'),
    '<script>',
    'nor is it a script once a reader has unpacked it',
  )
  const [item] = (await jsonOf(house, '/feed.json?quarter=2021-q2')).items
  t.equal(item.title, `Done. ${HOSTILE}`)
  t.notMatch(item.content_html, '<script>')
  t.equal((await jsonOf(house, '/board.json?quarter=2021-q2')).entries[0].said, HOSTILE)
  t.equal((await jsonOf(house, '/priorities.json?quarter=2021-q2'))[0].issue, `${HOSTILE} (sample)`)
  const [row] = await rowsOf(house, '/board.csv?quarter=2021-q2')
  t.equal(row!['you said'], HOSTILE)
  t.equal(
    row!['we did'],
    `'=HYPERLINK("x") second "line", with a comma @third`,
    'a formula is a text to a spreadsheet, on one line',
  )
  t.equal(row!.who, "'+Us")
  const page = (await house.stranger().get('/entries/2021-q2-1')).body
  t.notMatch(page, '<script>alert')
  t.match(JSON.parse(page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)![1]!), {
    name: HOSTILE,
  })
})

t.test(
  'a CSV file has a mark for spreadsheets, one line for each entry, and a name to keep it under',
  async (t) => {
    for (const start of ['=', '+', '-', '@', '\t']) {
      const house = await opened(t, (store) => {
        tell(store, entryWords({ said: `${start}1+1`, did: `fine ${start}` }))
      })
      const answer = await house.stranger().get('/board.csv?quarter=2021-q2')
      t.equal(answer.headers['content-disposition'], 'attachment; filename="you-said-we-did.csv"')
      t.ok(answer.body.startsWith('\uFEFFid,address,standing,you said,we did,'))
      t.equal(answer.body.split('\r\n').length, 3)
      t.equal((await rowsOf(house, '/board.csv?quarter=2021-q2'))[0]!['you said'], `'${start}1+1`)
    }
  },
)

t.test('a JSON Feed is one by version 1.1, and board.json holds the same copies', async (t) => {
  const house = await opened(t)
  const feed = await jsonOf(house, '/feed.json?by=police')
  t.match(feed, {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Mosaic Community Trust: you said, we did',
    language: 'en-GB',
    home_page_url: `${SITE}/?by=police`,
    feed_url: `${SITE}/feed.json?by=police`,
  })
  for (const item of feed.items) {
    t.type(item.id, 'string')
    t.equal(item.url, item.id.replace(/#copy-\d+$/, ''))
    t.match(item.date_published, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    t.ok(item.content_html && !('content_text' in item && !item.content_text))
    t.ok(item.tags === undefined || Array.isArray(item.tags))
  }
  const board = await jsonOf(house, '/board.json')
  t.match(board, { language: 'en', url: `${SITE}/` })
  t.same(
    board.entries.map((each: { id: string }) => each.id),
    house.store.published.board().entries.map((entry) => entry.slug),
    'in the order of the board',
  )
  for (const each of board.entries)
    t.ok(STANDINGS.includes(each.standing) && each.translation === null && each.language === 'en')
})
