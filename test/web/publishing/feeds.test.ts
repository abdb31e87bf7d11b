import { STANDINGS } from '../../../src/domain/concerns/standing.ts'
import { parse } from 'csv-parse/sync'
import { gunzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { openHouse, PEOPLE, type Answer, type House } from '../../support/house.ts'
import {
  entryWords,
  tableWords,
  tell,
  tellAgain,
  translate,
  withdraw,
} from '../../support/publications.ts'
import { child, children, readXml, wordsOf, type Node } from '../../support/xml.ts'

const SITE = 'https://table.example'
const HOSTILE =
  'Fish & chips < "said" \'we\' ]]> <script>alert(1)</script> =1+1 \u202Ekcab \uFFFE\u0007 end'
const FILES = [
  '/feed.atom',
  '/feed.json',
  '/board.json',
  '/board.csv',
  '/priorities.json',
  '/round-tables.ics',
] as const
const TYPES: Record<string, string> = {
  '/feed.atom': 'application/atom+xml; charset=utf-8',
  '/feed.json': 'application/feed+json; charset=utf-8',
  '/board.json': 'application/json; charset=utf-8',
  '/board.csv': 'text/csv; charset=utf-8',
  '/priorities.json': 'application/json; charset=utf-8',
  '/round-tables.ics': 'text/calendar; charset=utf-8',
  '/sitemap.xml': 'application/xml; charset=utf-8',
  '/robots.txt': 'text/plain; charset=utf-8',
}

const opened = (t: Test, prepare?: (store: House['store']) => void) =>
  openHouse({ t, publicUrl: SITE, ...(prepare && { prepare }) })
const atomOf = async (house: House, path = '/feed.atom'): Promise<Node> =>
  readXml((await house.stranger().get(path)).body)
const jsonOf = async (house: House, path: string) => (await house.stranger().get(path)).json()
const rowsOf = async (house: House, path = '/board.csv'): Promise<Record<string, string>[]> =>
  parse((await house.stranger().get(path)).body, { bom: true, columns: true })
/** An iCalendar as its lines, put together again where they were folded. */
const linesOf = (answer: Answer): string[] => answer.body.replace(/\r\n[ \t]/g, '').split('\r\n')
const eventOf = (answer: Answer, slug: string): string[] => {
  const lines = linesOf(answer)
  const at = lines.findIndex((line) => line.startsWith(`UID:${slug}@`))
  return at < 0
    ? []
    : lines.slice(lines.lastIndexOf('BEGIN:VEVENT', at), lines.indexOf('END:VEVENT', at) + 1)
}
/** The slugs that an answer tells of, in the form each has. */
const slugsIn = {
  page: (body: string) =>
    [...body.matchAll(/<article [^>]*id="e-([^"]+)"/g)].map((match) => match[1]!),
  atom: (feed: Node) =>
    children(feed, 'entry').map((entry) => wordsOf(entry, 'id').split('/').at(-1)!),
  json: ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id.split('/').at(-1)!),
  board: ({ entries }: { entries: { id: string }[] }) => entries.map(({ id }) => id),
}

t.test(
  'an Atom feed is one by RFC 4287: well formed, with its ids, dates, author and addresses',
  async (t) => {
    const house = await opened(t)
    const feed = await atomOf(house)
    t.equal(feed.name, 'feed')
    t.same(feed.attributes, { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en-GB' })
    t.equal(wordsOf(feed, 'id'), `${SITE}/`)
    t.equal(wordsOf(feed, 'title'), 'Mosaic Community Trust: you said, we did')
    t.equal(wordsOf(child(feed, 'author')!, 'name'), 'Mosaic Community Trust')
    const entries = children(feed, 'entry')
    t.equal(entries.length, house.store.published.board().entries.length)
    const dates = [feed, ...entries].flatMap((node) => [
      wordsOf(node, 'updated'),
      ...children(node, 'published').map((each) => each.text),
    ])
    t.same(
      dates.filter((date) => !/^\d{4}-\d\d-\d\dT00:00:00Z$/.test(date)),
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
      t.match(wordsOf(entry, 'id'), /^https:\/\/table\.example\/entries\/\d{4}-q[1-4]-\d+$/)
      t.equal(child(entry, 'link')!.attributes.href, wordsOf(entry, 'id'))
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
      ['2022-01-20T00:00:00Z', '2022-01-26T00:00:00Z'],
    )
    t.match(wordsOf(now, 'content'), 'All the lights are mended.')
    const [item] = (await jsonOf(house, '/feed.json?quarter=2021-q2')).items
    t.same(
      [item.id, item.date_published, item.date_modified],
      [wordsOf(before, 'id'), '2022-01-20T00:00:00Z', '2022-01-26T00:00:00Z'],
    )
  },
)

t.test('words that would break a file are words and nothing else, in each', async (t) => {
  const house = await opened(t, (store) => {
    tell(
      store,
      entryWords({
        said: HOSTILE,
        did: `=HYPERLINK("x")\nsecond "line", with a comma\r\n@third`,
        theme: { code: 'x"><y', name: '<b>&"' },
        who: [{ code: 'z', name: '+Us' }],
      }),
    )
  })
  const words = HOSTILE.replace(/[\uFFFE\u0007]/g, '')
  const entry = children(await atomOf(house, '/feed.atom?quarter=2021-q2'), 'entry')[0]!
  t.equal(wordsOf(entry, 'title'), words)
  t.same(child(entry, 'category')!.attributes, { term: 'x"><y', label: '<b>&"' })
  t.notMatch(
    wordsOf(entry, 'content'),
    '<script>',
    'nor is it a script once a reader has unpacked it',
  )
  const [item] = (await jsonOf(house, '/feed.json?quarter=2021-q2')).items
  t.equal(item.title, HOSTILE)
  t.notMatch(item.content_html, '<script>')
  t.equal((await jsonOf(house, '/board.json?quarter=2021-q2')).entries[0].said, HOSTILE)
  t.equal((await jsonOf(house, '/priorities.json?quarter=2021-q2'))[0].issue, HOSTILE)
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
    t.equal(item.url, item.id)
    t.match(item.date_published, /^\d{4}-\d\d-\d\dT00:00:00Z$/)
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

t.test(
  'priorities.json has the shape that police.uk publishes, and null for both where there is no action yet',
  async (t) => {
    const house = await opened(t, (store) => {
      for (const standing of STANDINGS)
        tell(
          store,
          entryWords({
            said: standing,
            did: `${standing} words`,
            standing,
            raisedOn: '2021-05',
            on: standing === 'unanswered' ? null : standing === 'under-way' ? null : '2021-06-07',
          }),
        )
      tell(store, entryWords({ said: 'a month', raisedOn: '2021-05-09', on: '2021-06' }))
    })
    const list: Record<string, string | null>[] = await jsonOf(
      house,
      '/priorities.json?quarter=2021-q2',
    )
    const of = (issue: string) => list.find((each) => each.issue === issue)
    t.equal(list.length, 6)
    t.same(of('unanswered'), {
      issue: 'unanswered',
      'issue-date': '2021-05-01T00:00:00',
      action: null,
      'action-date': null,
    })
    t.same(
      of('under-way'),
      {
        issue: 'under-way',
        'issue-date': '2021-05-01T00:00:00',
        action: 'under-way words',
        'action-date': '2022-01-20T00:00:00',
      },
      'with no date of its own, the day it was told',
    )
    t.same(of('could-not'), {
      issue: 'could-not',
      'issue-date': '2021-05-01T00:00:00',
      action: 'could-not words',
      'action-date': '2021-06-07T00:00:00',
    })
    t.same(of('a month'), {
      issue: 'a month',
      'issue-date': '2021-05-09T00:00:00',
      action: 'There are lights now.',
      'action-date': '2021-06-01T00:00:00',
    })
    const all: Record<string, string | null>[] = await jsonOf(house, '/priorities.json')
    t.same(
      all.filter(
        (each) =>
          Object.keys(each).join() !== 'issue,issue-date,action,action-date' ||
          (each.action === null) !== (each['action-date'] === null),
      ),
      [],
    )
  },
)

t.test(
  'R2, R26: a calendar has a valid event for each round table with a day, in UTC on both sides of a clock change, and none for a month',
  async (t) => {
    const house = await opened(t, (store) => {
      tell(
        store,
        tableWords({
          heldOn: '2023-03-25',
          startsAt: '10.30',
          place: 'Church Street; the hall, upstairs\nring',
        }),
      )
      tell(store, tableWords({ heldOn: '2023-10-28', startsAt: '9.05' }))
      tell(store, tableWords({ heldOn: '2023-10-29', startsAt: '18.00', place: null }))
      tell(store, tableWords({ heldOn: '2024-05-02', startsAt: null, place: 'Ж'.repeat(60) }))
      tell(store, tableWords({ heldOn: '2024-11', startsAt: null }))
    })
    const answer = await house.stranger().get('/round-tables.ics')
    const lines = linesOf(answer)
    t.same(
      answer.body.replaceAll('\r\n', '').match(/[\r\n]/g),
      null,
      'each line ends as RFC 5545 says',
    )
    t.ok(answer.body.endsWith('END:VCALENDAR\r\n'), 'the last one too')
    t.same(
      answer.body.split('\r\n').filter((line) => Buffer.byteLength(line) > 75),
      [],
      'no line is longer than 75 bytes',
    )
    t.same(
      lines.filter(
        (line) => line !== '' && !/^[A-Z-]+(;[A-Z-]+=("[^"]*"|[^:;",]+))*:.*/.test(line),
      ),
      [],
      'each line is a name and a value',
    )
    t.same(lines.slice(0, 2), ['BEGIN:VCALENDAR', 'VERSION:2.0'])
    t.ok(lines.some((line) => line.startsWith('PRODID:')))
    t.equal(answer.headers['content-disposition'], 'attachment; filename="round-tables.ics"')
    const has = (slug: string, ...wanted: string[]): boolean =>
      t.same(
        wanted.filter((each) => !eventOf(answer, slug).includes(each)),
        [],
        `${slug}: ${eventOf(answer, slug).join(' | ')}`,
      )
    has(
      '2023-q1',
      'UID:2023-q1@table.example',
      'DTSTART:20230325T103000Z',
      'DTEND:20230325T123000Z',
      'LOCATION:Church Street\\; the hall\\, upstairs\\nring',
      'SUMMARY:March 2023 round table',
      `URL;VALUE=URI:${SITE}/round-tables/2023-q1`,
    )
    has('2023-q4', 'DTSTART:20231028T080500Z', 'DTEND:20231028T100500Z')
    has('2023-q4-b', 'DTSTART:20231029T180000Z', 'DTEND:20231029T200000Z')
    has('2024-q2', 'DTSTART;VALUE=DATE:20240502', 'DTEND;VALUE=DATE:20240503')
    t.same(eventOf(answer, '2024-q4'), [], 'no day is made up for a month')
    t.same(eventOf(answer, '2021-q3'), [])
    t.equal(
      lines.filter((line) => line === 'BEGIN:VEVENT').length,
      house.store.published.board().tables.filter(({ words }) => words.heldOn.length === 10).length,
    )
    t.equal(
      lines.filter((line) => line.startsWith('DTSTAMP:') && /^DTSTAMP:\d{8}T\d{6}Z$/.test(line))
        .length,
      lines.filter((line) => line === 'BEGIN:VEVENT').length,
    )
    const arabic = await house.stranger().get('/ar/round-tables.ics')
    t.same(
      linesOf(arabic).filter((line) => line.startsWith('UID:')),
      lines.filter((line) => line.startsWith('UID:')),
      'an event is the same event in each language',
    )
    t.equal(
      (
        await openHouse({ t, publicUrl: 'https://other.example:8443' }).then((other) =>
          other.stranger().get('/round-tables.ics'),
        )
      ).body
        .match(/UID:.*/)![0]
        .trim()
        .split('@')[1],
      'other.example',
      'another port is the same calendar',
    )
  },
)

t.test(
  'the filters of the page give the same entries in each feed, and the feed says under which address',
  async (t) => {
    const house = await opened(t)
    for (const search of [
      '',
      '?theme=trust',
      '?by=police',
      '?area=church-street',
      '?quarter=2021-q3',
      '?state=could-not',
      '?q=workshop',
      '?by=council&state=under-way',
      '?theme=trust&by=mosaic&quarter=2021-q3',
      '?order=waiting',
      '?q=zebra',
      '?quarter=nonsense&state=x',
    ]) {
      const resident = house.stranger()
      const wanted = slugsIn.page((await resident.get(`/${search}`)).body)
      const feed = await atomOf(house, `/feed.atom${search}`)
      t.same(slugsIn.atom(feed).toSorted(), wanted.toSorted(), `Atom${search}`)
      t.same(
        slugsIn.json(await jsonOf(house, `/feed.json${search}`)).toSorted(),
        wanted.toSorted(),
        `JSON Feed${search}`,
      )
      t.same(
        slugsIn.board(await jsonOf(house, `/board.json${search}`)).toSorted(),
        wanted.toSorted(),
        `board.json${search}`,
      )
      t.same(
        (await rowsOf(house, `/board.csv${search}`)).map((row) => row.id).toSorted(),
        wanted.toSorted(),
        `board.csv${search}`,
      )
      t.equal(
        (await jsonOf(house, `/priorities.json${search}`)).length,
        wanted.length,
        `priorities.json${search}`,
      )
      const kept = search.includes('nonsense') ? '' : search
      const links = children(feed, 'link').map((link) => link.attributes)
      t.same(links, [
        { href: `${SITE}/${kept}` },
        { rel: 'self', type: 'application/atom+xml', href: `${SITE}/feed.atom${kept}` },
      ])
      t.equal(wordsOf(feed, 'id'), `${SITE}/${kept}`, 'another list is another feed')
    }
    const odd = await atomOf(
      house,
      '/feed.atom?q=%22%3E%3Cx%3E%26&a%26b=%0d%0aSet-Cookie:x&__proto__=1',
    )
    t.equal(
      children(odd, 'link')[1]!.attributes.href,
      `${SITE}/feed.atom?q=%22%3E%3Cx%3E%26`,
      'what is no filter is not repeated',
    )
  },
)

t.test(
  'each file speaks the language of its address, and marks what is not translated',
  async (t) => {
    const house = await opened(t, (store) => {
      const { slug } = tell(
        store,
        entryWords({
          said: 'The lane is dark.',
          did: 'It is lit.',
          raisedOn: '2021-05',
          trail: [],
          origin: '',
        }),
      )
      translate(store, slug, 'ar', {
        'The lane is dark.': 'الممر مظلم.',
        'It is lit.': 'صار مضاءً.',
      })
      tell(store, entryWords({ said: 'Only English.', did: 'So is this.', raisedOn: '2021-05' }))
    })
    const feed = await atomOf(house, '/ar/feed.atom?quarter=2021-q2')
    t.equal(feed.attributes['xml:lang'], 'ar')
    t.same(
      children(feed, 'entry')
        .map((entry) => [
          wordsOf(entry, 'id'),
          wordsOf(entry, 'title'),
          child(entry, 'title')!.attributes,
        ])
        .toSorted(),
      [
        [`${SITE}/ar/entries/2021-q2-1`, 'الممر مظلم.', {}],
        [`${SITE}/ar/entries/2021-q2-2`, 'Only English.', { 'xml:lang': 'en-GB' }],
      ],
    )
    t.match(
      wordsOf(
        children(feed, 'entry').find((entry) => wordsOf(entry, 'title') === 'Only English.')!,
        'content',
      ),
      '<bdi lang="en-GB">Only English.</bdi>',
    )
    const json = await jsonOf(house, '/ar/feed.json?quarter=2021-q2')
    t.equal(json.language, 'ar')
    t.same(
      json.items
        .map((item: { title: string; language?: string }) => [item.title, item.language])
        .toSorted(),
      [
        ['Only English.', 'en-GB'],
        ['الممر مظلم.', undefined],
      ],
    )
    t.same(
      (await jsonOf(house, '/ar/board.json?quarter=2021-q2')).entries
        .map((each: Record<string, unknown>) => [
          each.language,
          each.translation,
          each.standingWords,
          (each.who as { name: string }[])[0]!.name,
        ])
        .toSorted(),
      [
        ['ar', 'machine', 'أُنجز', 'المجلس'],
        ['en', 'untranslated', 'أُنجز', 'المجلس'],
      ].toSorted(),
    )
    t.same(
      (await rowsOf(house, '/ar/board.csv?quarter=2021-q2'))
        .map((row) => [row['you said'], row.language, row.address])
        .toSorted(),
      [
        ['Only English.', 'en', `${SITE}/ar/entries/2021-q2-2`],
        ['الممر مظلم.', 'ar', `${SITE}/ar/entries/2021-q2-1`],
      ],
    )
    t.ok(
      (await jsonOf(house, '/ar/priorities.json')).some(
        (each: { issue: string }) => each.issue === 'الممر مظلم.',
      ),
    )
    t.equal((await house.stranger().get('/xx/feed.atom')).statusCode, 404)
  },
)

t.test(
  'what a program finds on a page: an action with its status, a round table as an event, a preview, and the feed',
  async (t) => {
    const STATUS = {
      done: 'CompletedActionStatus',
      standing: 'ActiveActionStatus',
      'under-way': 'ActiveActionStatus',
      'could-not': 'FailedActionStatus',
      unanswered: 'PotentialActionStatus',
    }
    const house = await opened(t, (store) => {
      for (const standing of STANDINGS)
        tell(
          store,
          entryWords({
            standing,
            raisedOn: '2021-05',
            on: standing === 'unanswered' ? null : '2021-06-07',
          }),
        )
      tell(store, tableWords({ heldOn: '2023-07-06', startsAt: '10.30' }))
      tell(store, tableWords({ heldOn: '2024-11', startsAt: null, place: null }))
    })
    const dataOf = async (path: string) => {
      const { body } = await house.stranger().get(path)
      const found = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
      t.equal(found.length, 1)
      return { data: JSON.parse(found[0]![1]!), body }
    }
    for (const [i, standing] of STANDINGS.entries()) {
      const { data, body } = await dataOf(`/entries/2021-q2-${i + 1}`)
      t.match(data, {
        '@context': 'https://schema.org',
        '@type': 'Action',
        '@id': `${SITE}/entries/2021-q2-${i + 1}`,
        actionStatus: `https://schema.org/${STATUS[standing]}`,
        startTime: '2021-05',
        agent: [{ '@type': 'Organization', name: 'the council' }],
      })
      t.equal(
        data.endTime,
        ['done', 'could-not'].includes(standing) ? '2021-06-07' : undefined,
        `${standing}: it ends when it has ended`,
      )
      for (const [property, content] of [
        ['og:title', 'The park is dark.'],
        ['og:description', 'There are lights now.'],
        ['og:url', `${SITE}/entries/2021-q2-${i + 1}`],
        ['og:type', 'website'],
        ['og:locale', 'en_GB'],
      ])
        t.match(body, `<meta property="${property}" content="${content}">`)
      t.match(body, `<link rel="canonical" href="${SITE}/entries/2021-q2-${i + 1}">`)
      t.match(body, '<link rel="alternate" hreflang="ar" href="https://table.example/ar/entries/')
    }
    t.match((await dataOf('/round-tables/2023-q3')).data, {
      '@type': 'Event',
      '@id': `${SITE}/round-tables/2023-q3`,
      startDate: '2023-07-06T09:30:00.000Z',
      name: 'July 2023 round table',
      location: { '@type': 'Place', name: 'Church Street' },
      organizer: { name: 'Mosaic Community Trust' },
    })
    const { data } = await dataOf('/ar/round-tables/2024-q4')
    t.match(data, { startDate: '2024-11', inLanguage: 'ar' })
    t.equal(data.location, undefined)
    t.match(
      (await house.stranger().get('/?by=police&page=1')).body,
      '<link rel="alternate" type="application/atom+xml" title="You said, we did" href="/feed.atom?by=police">',
    )
  },
)

t.test(
  'a map for those who search: each page once in each language it can be read in, and nothing that is for one person',
  async (t) => {
    const house = await opened(t, (store) => {
      const { slug } = tell(
        store,
        tableWords({ heldOn: '2023-07-06', place: null, agreed: ['More light.'] }),
      )
      translate(store, slug, 'ar', { 'More light.': 'ضوء أكثر.' }, { kind: 'round-table' })
      tell(store, tableWords({ heldOn: '2023-10-05', place: null, agreed: ['Less noise.'] }))
    })
    const map = readXml((await house.stranger().get('/sitemap.xml')).body)
    t.equal(map.name, 'urlset')
    t.equal(map.attributes.xmlns, 'http://www.sitemaps.org/schemas/sitemap/0.9')
    const all = children(map, 'url').map((url) => wordsOf(url, 'loc'))
    t.equal(new Set(all).size, all.length, 'no address stands twice')
    t.same(
      all.filter(
        (address) =>
          !address.startsWith(`${SITE}/`) ||
          /\/(desk|sign-in|set-up|report|follow|unfollow)\b|\?/.test(address),
      ),
      [],
    )
    for (const { slug } of house.store.published.board().entries)
      t.ok(all.includes(`${SITE}/entries/${slug}`))
    for (const { slug } of house.store.published.board().tables)
      t.ok(all.includes(`${SITE}/round-tables/${slug}`))
    t.ok(all.includes(`${SITE}/ar/entries/2021-q3-1`))
    t.ok(
      all.includes(`${SITE}/ar/round-tables/2023-q3`),
      'a round table that is translated as well',
    )
    for (const path of [
      '/bn/entries/2021-q3-1',
      '/bn/round-tables/2023-q3',
      '/ar/round-tables/2023-q4',
    ])
      t.notOk(all.includes(SITE + path), 'what is not translated stands under English alone')
    for (const address of all)
      t.equal((await house.stranger().get(address.slice(SITE.length))).statusCode, 200, address)
    for (const url of children(map, 'url')) {
      for (const { attributes } of children(url, 'xhtml:link'))
        t.ok(all.includes(attributes.href!), `${attributes.href} is in the map itself`)
      t.ok(children(url, 'lastmod').every((each) => /^\d{4}-\d\d-\d\d$/.test(each.text)))
    }
    const robots = (await house.stranger().get('/robots.txt')).body
    t.match(
      robots,
      /^User-agent: \*\n(Disallow: \/\S+\n)+\nSitemap: https:\/\/table\.example\/sitemap\.xml\n$/,
    )
    for (const path of ['/desk', '/sign-in', '/report']) t.match(robots, `Disallow: ${path}\n`)
  },
)

t.test(
  'R15: what is withdrawn leaves every list, feed, file, poster, map, search and letter at once, in each language',
  async (t) => {
    let gone = { id: 0, slug: '' }
    const house = await opened(t, (store) => {
      gone = tell(
        store,
        entryWords({
          said: 'Quokkas were seen.',
          did: 'They were counted wombatly.',
          raisedOn: '2021-05',
          trail: [],
          origin: '',
        }),
        '2022-01-26T10:00:00.000Z',
      )
      translate(store, gone.slug, 'ar', {
        'Quokkas were seen.': 'شوهدت كائنات الكوكا.',
        'They were counted wombatly.': 'عُدّت كلها.',
      })
    })
    const EVERYWHERE = [
      ...FILES,
      '/',
      '/?quarter=2021-q2',
      '/?q=quokkas',
      '/poster?quarter=2021-q2',
      '/poster?quarter=all',
      '/poster?quarter=all&ink=save',
    ]
      .flatMap((path) => [
        path,
        path.startsWith('/?') ? `/ar${path.slice(1)}` : path === '/' ? '/ar' : `/ar${path}`,
      ])
      .concat('/sitemap.xml', '/?page=2')
    const resident = house.stranger()
    const traces = async (): Promise<string[]> => {
      const found: string[] = []
      for (const path of EVERYWHERE)
        if (
          new RegExp(`quokkas were|wombatly|كوكا|عُدّت|entries/${gone.slug}\\b`, 'i').test(
            (await resident.get(path)).body,
          )
        )
          found.push(path)
      return found
    }
    const before = await traces()
    t.same(
      EVERYWHERE.filter((path) => !before.includes(path) && !/\.ics$|page=2/.test(path)),
      [],
      'it was told everywhere',
    )
    const tags = await Promise.all(
      FILES.map(async (path) => (await resident.get(path)).headers.etag),
    )
    withdraw(house.store, gone.id, '2022-01-27T10:40:00.000Z')
    t.same(await traces(), [], 'and is nowhere now')
    for (const [i, path] of FILES.entries())
      if (path !== '/round-tables.ics')
        t.equal(
          (await resident.get(path, { headers: { 'if-none-match': String(tags[i]) } })).statusCode,
          200,
          `${path}: what a reader has is old`,
        )
    for (const path of [`/entries/${gone.slug}`, `/ar/entries/${gone.slug}`]) {
      const answer = await resident.get(path)
      t.equal(answer.statusCode, 410)
      t.notMatch(answer.body, /quokka|wombat|كوكا|og:|ld\+json/i)
    }
  },
)

t.test(
  'R15: a letter to those who follow has nothing that was withdrawn before it went',
  async (t) => {
    const { newsLetter } = await import('../../../src/web/board/residents/letters.ts')
    const { readLanguages } = await import('../../../src/web/words/read-languages.ts')
    const languages = readLanguages(new URL('../../../views/words', import.meta.url).pathname)
    let gone = { id: 0, slug: '' }
    const house = await opened(t, (store) => {
      gone = tell(store, entryWords({ said: 'Quokkas were seen.' }))
    })
    const letter = () =>
      newsLetter(
        house.store.published.board(),
        languages,
        { email: 'a@b.example', language: 'ar', key: 'k' },
        { since: '2022-01-01', heldOn: '2021-10-28' },
        SITE,
      ).text
    t.match(letter(), `${SITE}/ar/entries/${gone.slug}`)
    withdraw(house.store, gone.id)
    t.notMatch(letter(), /Quokkas|2021-q2/)
  },
)

t.test('R10, R11: nothing that is not published is in any file', async (t) => {
  const house = await opened(t)
  const laptop = house.signIn(PEOPLE.coordinator)
  const raised = await laptop.post('/desk/concerns', {
    text: 'Zanzibarian xylophones',
    originKind: 'phone',
  })
  const concernId = Number(raised.headers.location!.split('/').at(-1))
  await laptop.post(`/desk/concerns/${concernId}/actions`, { text: 'Zanzibarian deed' })
  await laptop.post('/desk/entries', { kind: 'entry', concernId })
  await laptop.post('/desk/round-tables', {
    heldOn: '9/9/2027',
    startsAt: '',
    place: 'Zanzibarian hall',
    expectedIds: '1',
  })
  t.ok(
    house.store.roundTables.list().some((table) => table.place === 'Zanzibarian hall'),
    'it is in the record',
  )
  for (const path of [...FILES, '/sitemap.xml', '/robots.txt', '/', '/poster?quarter=all'].flatMap(
    (each) => [each, `/ar${each === '/' ? '' : each}`],
  )) {
    const { body } = await house.stranger().get(path)
    t.notMatch(body, /zanzibar|2027/i, path)
    t.notMatch(body, /family cases|Lantern Lane|coordinator@|sergeant@/i, path)
  }
})

t.test(
  'R24: each file has its type, half a minute in a cache, a strong tag, and no cookie; a reader who has it is told so',
  async (t) => {
    const house = await opened(t)
    const resident = house.stranger()
    for (const path of [...FILES, '/sitemap.xml', '/robots.txt'] as string[]) {
      const plain = await resident.get(path)
      const zipped = await resident.get(path, { headers: { 'accept-encoding': 'gzip' } })
      t.equal(plain.statusCode, 200)
      t.equal(plain.headers['content-type'], TYPES[path], path)
      t.match(plain.headers, {
        'cache-control': 'public, max-age=30',
        vary: 'Accept-Encoding',
        'x-content-type-options': 'nosniff',
        etag: /^"[\w-]+"$/,
      })
      t.equal(plain.headers['set-cookie'], undefined)
      t.equal(zipped.headers['content-encoding'], 'gzip')
      t.equal(zipped.headers['content-type'], TYPES[path])
      t.equal(gunzipSync(zipped.rawPayload).toString(), plain.body)
      t.not(zipped.headers.etag, plain.headers.etag, 'other bytes have another tag')
      t.equal((await resident.get(path)).headers.etag, plain.headers.etag)
      for (const answer of [plain, zipped]) {
        const again = await resident.get(path, {
          headers: {
            'if-none-match': String(answer.headers.etag),
            'accept-encoding': answer === zipped ? 'gzip' : undefined,
          },
        })
        t.equal(again.statusCode, 304)
        t.equal(again.body, '')
      }
      const head = await resident.head(path)
      t.same(
        [
          head.statusCode,
          head.body,
          head.headers['content-type'],
          head.headers.etag,
          head.headers['content-length'],
        ],
        [200, '', TYPES[path], plain.headers.etag, plain.headers['content-length']],
      )
    }
  },
)

t.test('a feed of a board with nothing on it yet is whole and empty', async (t) => {
  const house = await openHouse({
    t,
    publicUrl: SITE,
    sample: false,
    prepare: (store) => {
      const by = { personId: null, at: '2022-01-27T10:00:00.000Z' }
      store.people.record(
        {
          name: 'x',
          email: 'x@y.example',
          role: 'coordinator',
          approves: false,
          organisationId: store.organisations.record(
            { code: 'm', name: 'M', publicName: 'M', expected: true },
            by,
          ),
        },
        by,
      )
    },
  })
  const feed = await atomOf(house)
  t.same(children(feed, 'entry'), [])
  t.ok(
    wordsOf(feed, 'title') && wordsOf(feed, 'updated') && wordsOf(child(feed, 'author')!, 'name'),
  )
  t.same((await jsonOf(house, '/feed.json')).items, [])
  t.same(await jsonOf(house, '/priorities.json'), [])
  t.same(await rowsOf(house), [])
  t.ok((await house.stranger().get('/round-tables.ics')).body.endsWith('END:VCALENDAR\r\n'))
  readXml((await house.stranger().get('/sitemap.xml')).body)
})
