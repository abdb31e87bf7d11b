import { STANDINGS } from '../../../src/domain/concerns/standing.ts'
import {
  inState,
  longestWaiting,
  matching,
  type BoardQuery,
} from '../../../src/domain/publishing/board-query.ts'
import type { TranslationWords } from '../../../src/domain/publishing/kinds/translation.ts'
import type { EntryWords } from '../../../src/domain/publishing/kinds/entry.ts'
import { FIRST } from '../../../src/domain/publishing/told.ts'
import t from 'tap'
import { entriesOf, readQuery } from '../../../src/web/board/publishing/board.ts'
import { keepLists } from '../../../src/web/board/publishing/lists.ts'
import { keepSearch } from '../../../src/web/board/publishing/search.ts'
import { makeBoard, type Board, type Copy } from '../../../src/domain/publishing/board.ts'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'

const copy = <W extends EntryWords | TranslationWords>(slug: string, words: W): Copy<W> => ({
  slug,
  version: 1,
  publishedOn: '2022-01-01',
  change: FIRST,
  earlier: [],
  words,
})
const entry = (slug: string, said: string, over: Partial<EntryWords> = {}): Copy<EntryWords> =>
  copy(slug, {
    kind: 'entry',
    change: FIRST,
    said,
    did: '',
    standing: 'unanswered',
    on: null,
    raisedOn: '2021-07',
    origin: 'A stall',
    theme: null,
    area: null,
    who: [],
    worked: null,
    notYetClosed: false,
    actions: [],
    trail: [],
    ...over,
  })
const translation = (
  slug: string,
  language: string,
  pieces: Record<string, string>,
  checked = false,
): Copy<TranslationWords> =>
  copy(`entry.${slug}.${language}`, {
    kind: 'translation',
    change: FIRST,
    language,
    of: { kind: 'entry', slug },
    checked,
    names: [],
    pieces: Object.entries(pieces).map(([english, text]) => ({ english, text })),
  })
/** One entry for each text, numbered from 1, and a way to ask. */
const boardOf = (...texts: string[]): Board =>
  makeBoard(
    1,
    texts.map((said, i) => entry(`2021-q3-${i + 1}`, said)),
    [],
  )
const numbers = (slugs: Iterable<string>): number[] =>
  [...slugs].map((slug) => Number(slug.split('-').at(-1))).toSorted((a, b) => a - b)
const finder = (board: Board) => {
  const find = keepSearch()
  return (q: string) => {
    const found = find(board, q)!
    return { ...found, numbers: numbers(found.slugs) }
  }
}

t.test('a search forgives accents and capitals, either way', async (t) => {
  const find = finder(boardOf('The café is shut', 'The cafe is open', 'Naïve questions', 'ÉCOLE'))
  for (const q of ['café', 'cafe', 'CAFÉ', 'cafe\u0301'])
    t.same(
      find(q),
      { slugs: new Set(['2021-q3-1', '2021-q3-2']), close: false, numbers: [1, 2] },
      q,
    )
  t.same(find('naive').numbers, [3])
  t.same(find('ecole').numbers, [4])
})

t.test('a search forgives the ends of English words', async (t) => {
  const find = finder(
    boardOf(
      'We worry',
      'What worries us',
      'She was worried',
      'Near the school',
      'All schools',
      'They are stopped',
      'Stopping people',
      'Children’s safety',
      'Nothing of it',
    ),
  )
  for (const q of ['worry', 'worries', 'worried', 'Worrying']) t.same(find(q).numbers, [1, 2, 3], q)
  for (const q of ['school', 'schools', 'school’s', "school's"]) t.same(find(q).numbers, [4, 5], q)
  for (const q of ['stop', 'stopped', 'stopping', 'stops']) t.same(find(q).numbers, [6, 7], q)
  for (const q of ['children', 'children’s', "children's safety", 'childrens'])
    t.same(find(q).numbers, [8], q)
})

t.test(
  'a search forgives what Arabic, Farsi, Kurdish and Urdu keyboards write in their own way',
  async (t) => {
    const find = finder(
      boardOf(
        'الشرطة في الحي',
        'شرطة',
        'والمدرسة قريبة',
        'أمان النساء',
        'مستشفى',
        'پولیس کی مدد',
        'تـــفتيش',
        'کودک می‌رود',
      ),
    )
    for (const q of ['الشرطة', 'شرطة', 'شرطه', 'والشرطة', 'بالشرطة'])
      t.same(find(q).numbers, [1, 2], q)
    for (const q of ['مدرسة', 'المدرسة', 'المدرسه']) t.same(find(q).numbers, [3], q)
    for (const q of ['أمان', 'امان', 'إمان', 'آمان', 'الأمان', 'الامان'])
      t.same(find(q).numbers, [4], q)
    for (const q of ['مستشفى', 'مستشفي', 'مستشفی', 'المستشفى']) t.same(find(q).numbers, [5], q)
    for (const q of ['پولیس', 'پوليس']) t.same(find(q).numbers, [6], q)
    for (const q of ['تفتيش', 'تفتیش', 'تَفْتِيش', 'التفتيش']) t.same(find(q).numbers, [7], q)
    for (const q of ['كودك', 'کودک', 'می‌رود', 'میرود', 'ميرود']) t.same(find(q).numbers, [8], q)
    for (const q of ['حي', 'الحي']) t.same(find(q).numbers, [1], q)
  },
)

t.test('a search reads Bengali, Somali and French', async (t) => {
  const find = finder(
    boardOf('পুলিশ আমাদের থামায়', 'Booliisku way na joojiyaan', 'L’école est fermée', 'Straße'),
  )
  t.same(find('পুলিশ').numbers, [1])
  t.same(find('থামায়').numbers, [1], 'the letter ya-phala composed or not')
  t.same(find('থামা\u09df').numbers, [1])
  t.same(find('booliisku').numbers, [2])
  t.same(find('ecole').numbers, [3])
  t.same(find('fermee').numbers, [3])
  t.same(find('strasse').numbers, [4])
})

t.test(
  'a slip of the finger finds what comes close, and only when nothing has the word itself',
  async (t) => {
    const find = finder(boardOf('The station is dark', 'The nation', 'A knife was found', 'Knive'))
    t.same(find('knifr'), { slugs: new Set(['2021-q3-3']), close: true, numbers: [3] })
    t.same(find('station'), { slugs: new Set(['2021-q3-1']), close: false, numbers: [1] })
    t.same(
      find('statoin').close,
      find('statoin').numbers.length > 0,
      'close is said only where something was found',
    )
    t.same(find('zzzzzz'), { slugs: new Set(), close: false, numbers: [] })
    t.same(find('dork').numbers, [1])
    t.same(find('drk').numbers, [], 'a short word has to be right')
  },
)

t.test(
  'all words must stand in the entry, in any order, and the beginning of a word is enough',
  async (t) => {
    const find = finder(
      boardOf('Dark park', 'The park at noon', 'Dark street', 'Parked cars in the dark'),
    )
    t.same(find('dark park').numbers, [1, 4])
    t.same(find('PARK, dark!').numbers, [1, 4])
    t.same(find('park noon street').numbers, [])
    t.same(find('noo').numbers, [2])
  },
)

t.test('what has no word in it asks for nothing, and no sign is a command', async (t) => {
  const find = keepSearch()
  const board = boardOf('The park', 'A street')
  for (const q of [undefined, '', '   ', '"', '*', '<>', '\u202e', '--'])
    t.equal(find(board, q), null, JSON.stringify(q))
  for (const q of ['park*', '"park"', '+park', '-park', '(park', 'park^2', 'park~'])
    t.same(
      [...find(board, q)!.slugs].filter((slug) => slug !== '2021-q3-1'),
      [],
      q,
    )
  t.same([...find(board, '"park"')!.slugs], ['2021-q3-1'])
  for (const q of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
    t.same(find(board, q)!.slugs.size, 0, q)
})

t.test(
  'an entry is found by everything its page says, in each language it is told in',
  async (t) => {
    const words = {
      did: 'We asked the council.',
      theme: { code: 'light', name: 'Lighting' },
      area: { code: 'church', name: 'Church Street' },
      who: [{ code: 'council', name: 'the council' }],
      origin: 'Community survey',
      actions: [
        {
          words: 'Put up lamps',
          who: { code: 'police', name: 'the police' },
          helpers: [],
          by: null,
          kind: 'one-off' as const,
          status: 'under-way' as const,
          accepted: true,
          closed: false,
          lastHeardOn: '2022-01-01',
        },
      ],
      trail: [{ on: '2021-07', words: 'Raised at a stall.' }],
      worked: { strength: 'told' as const, words: 'Neighbours walk there again.' },
    }
    const one = entry('2021-q3-1', 'The park is dark', words)
    const board = makeBoard(
      1,
      [
        one,
        entry('2021-q3-2', 'Something else'),
        translation('2021-q3-1', 'fr', {
          'The park is dark': 'Le parc est sombre',
          Lighting: 'Éclairage',
        }),
        translation('2021-q3-1', 'ar', { 'We asked the council.': 'سألنا المجلس.' }),
      ],
      [],
    )
    const find = finder(board)
    for (const q of [
      'dark',
      'council',
      'lighting',
      'church street',
      'survey',
      'lamps',
      'police',
      'stall raised',
      'neighbours walk',
      'parc sombre',
      'eclairage',
      'مجلس',
    ])
      t.same(find(q).numbers, [1], q)
  },
)

t.test(
  'R15: the index follows what is published: new words are found, and old ones and withdrawn ones never again',
  async (t) => {
    const find = keepSearch()
    const french = translation('2021-q3-1', 'fr', { 'The park is dark': 'Le parc est sombre' })
    const of = (board: Board, q: string) => numbers(find(board, q)!.slugs)
    const first = makeBoard(
      1,
      [entry('2021-q3-1', 'The park is dark'), entry('2021-q3-2', 'A knife'), french],
      [],
    )
    t.same(of(first, 'park'), [1])
    t.same(of(first, 'sombre'), [1])
    const corrected = makeBoard(
      2,
      [
        entry('2021-q3-1', 'The square is dark'),
        entry('2021-q3-2', 'A knife'),
        entry('2021-q3-3', 'A park'),
        french,
      ],
      [],
    )
    t.same(of(corrected, 'park'), [3])
    t.same(of(corrected, 'square'), [1])
    t.same(of(corrected, 'sombre'), [], 'nor by a translation of words that are gone')
    const withdrawn = makeBoard(
      3,
      [entry('2021-q3-2', 'A knife')],
      [{ slug: '2021-q3-1', kind: 'entry', on: '2022-01-27', ground: 'It was wrong.' }],
    )
    for (const q of ['square', 'park', 'dark'])
      t.same(find(withdrawn, q), { slugs: new Set(), close: false }, q)
    t.same(of(withdrawn, 'knife'), [2])
    t.same(of(corrected, 'square'), [1], 'a board that is asked again is read again')
  },
)

t.test(
  'it works on 10,000 entries: found, filtered, ordered, and brought up to date',
  async (t) => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      entry(`2021-q3-${i + 1}`, `Concern of resident group ${i % 100} about place${i}`, {
        standing: STANDINGS[i % 5]!,
        raisedOn: `20${String(10 + (i % 12)).padStart(2, '0')}-0${1 + (i % 9)}`,
        theme: { code: `t${i % 7}`, name: `Theme ${i % 7}` },
      }),
    )
    const board = makeBoard(1, many, [])
    const search = keepSearch()
    const find = (q: string | undefined) => search(board, q)
    const lists = keepLists(search)
    const list = (asked: BoardQuery) => lists(board, '2022-01-27', asked)
    t.same([...find('place1234')!.slugs].includes('2021-q3-1235'), true)
    t.equal(find('concern')!.slugs.size, 10_000)
    const asked = { ...readQuery({ q: 'resident place4321', theme: 't2', state: STANDINGS[1]! }) }
    t.same(
      entriesOf({ list }, asked).map((each) => each.slug),
      many
        .filter((each, i) => each.words.said.endsWith('place4321') && i % 7 === 2 && i % 5 === 1)
        .map((each) => each.slug),
    )
    const waiting = entriesOf({ list }, readQuery({ order: 'waiting', theme: 't3' }))
    const open = waiting.filter(({ words }) => ['unanswered', 'under-way'].includes(words.standing))
    t.same(waiting.slice(0, open.length), open, 'what waits stands first')
    t.same(
      open.map(({ words }) => words.raisedOn),
      open.map(({ words }) => words.raisedOn).toSorted(),
      'the longest waiting first',
    )
    t.equal(waiting.length, many.filter((_, i) => i % 7 === 3).length)
    const next = makeBoard(2, [...many.slice(1), entry('2022-q1-1', 'Zebra crossing')], [])
    t.same([...search(next, 'zebra')!.slugs], ['2022-q1-1'])
    t.equal(search(next, 'place0')!.slugs.has('2021-q3-1'), false)
  },
)

t.test(
  'longest waiting: open ones by the day they were raised, then the rest as on the board',
  async (t) => {
    const board = makeBoard(
      1,
      [
        entry('2021-q3-1', 'a', { raisedOn: '2021-09-02' }),
        entry('2021-q3-2', 'b', { raisedOn: '2021-07-15', standing: 'under-way' }),
        entry('2021-q3-3', 'c', { raisedOn: '2021-01', standing: 'done', on: '2021-12' }),
        entry('2021-q3-4', 'd', { raisedOn: '2021-07' }),
        entry('2021-q3-5', 'e', { raisedOn: '2020-01', standing: 'could-not', on: '2022-01' }),
      ],
      [],
    )
    t.same(
      longestWaiting(board.entries).map((each) => each.slug),
      ['2021-q3-4', '2021-q3-2', '2021-q3-1', '2021-q3-5', '2021-q3-3'],
    )
    t.same(
      board.entries.map((each) => each.slug),
      ['2021-q3-5', '2021-q3-3', '2021-q3-2', '2021-q3-4', '2021-q3-1'],
      'and the board itself is as it was',
    )
    t.same(
      inState(longestWaiting(matching(board, { page: 1 })), 'under-way').map((each) => each.slug),
      ['2021-q3-2'],
    )
  },
)

const plain = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
const saids = (body: string): string[] =>
  [...body.matchAll(/id="e-([\w-]+)-said"/g)].map(([, slug]) => slug!)

t.test(
  'filters and search combine, say what was found, and keep their state in the address',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const all = house.store.published.board().entries
    const [theme, by] = ['trust', 'police']
    const wanted = all.filter(
      ({ words }) =>
        words.theme?.code === theme &&
        (words.who.some((who) => who.code === by) ||
          words.actions.some((action) => action.who?.code === by)),
    )
    t.ok(wanted.length > 0)
    const page = await resident.get(`/?theme=${theme}&by=${by}&q=police&order=waiting`)
    t.equal(page.statusCode, 200)
    t.same(saids(page.body).toSorted(), wanted.map((each) => each.slug).toSorted())
    t.match(
      page.body,
      wanted.length === 1 ? '1 concern found.' : `${wanted.length} concerns found.`,
    )
    t.match(page.body, '<input type="search" id="q" name="q" value="police">')
    for (const [name, code] of [
      ['theme', theme],
      ['by', by],
      ['order', 'waiting'],
    ] as const)
      t.match(
        page.body,
        new RegExp(`<select id="${name}"[\\s\\S]*?<option value="${code}" selected>`),
        name,
      )
    const links = [...page.body.matchAll(/<ul class="counts">([\s\S]*?)<\/ul>/g)].flatMap(
      ([, list]) =>
        [...list!.matchAll(/href="([^"]+)"/g)].map(
          ([, href]) => new URL(plain(href!), 'http://x').searchParams,
        ),
    )
    t.equal(links.length, 6)
    for (const params of links)
      t.strictSame(
        [params.get('theme'), params.get('by'), params.get('q'), params.get('order')],
        [theme, by, 'police', 'waiting'],
        'each number keeps the rest',
      )
    for (const format of ['feed.atom', 'feed.json', 'board.csv', 'board.json']) {
      const href = plain(
        page.body.match(new RegExp(`href="(/${format.replace('.', '\\.')}[^"]*)"`))![1]!,
      )
      t.match(href, /(?=.*theme=trust)(?=.*by=police)(?=.*q=police)/, format)
      const file = await resident.get(href)
      t.same(
        all
          .filter(
            (each) =>
              file.body.includes(`/entries/${each.slug}"`) ||
              file.body.includes(`/entries/${each.slug},`) ||
              file.body.includes(`/entries/${each.slug}<`),
          )
          .map((each) => each.slug)
          .toSorted(),
        wanted.map((each) => each.slug).toSorted(),
        `${format}: the same entries`,
      )
    }
  },
)

t.test('each number on the board is as long as its list, whatever else is asked', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  for (const query of [
    '',
    '?q=police',
    '?theme=young-people',
    '?by=council&q=youth',
    '?area=church-street',
  ]) {
    const page = (await resident.get(`/${query}`)).body
    const counts = [
      ...(page.match(/<ul class="counts">([\s\S]*?)<\/ul>/)?.[1] ?? '').matchAll(
        /href="([^"]+)"[^>]*><b>(\d+)<\/b>/g,
      ),
    ].map(([, href, n]) => ({ href: plain(href!), n: Number(n) }))
    if (counts.length === 0) continue
    t.equal(
      counts[0]!.n,
      counts.slice(1).reduce((sum, each) => sum + each.n, 0),
      query,
    )
    for (const { href, n } of counts)
      t.equal(saids((await resident.get(href)).body).length, n, href)
  }
})

t.test(
  'a search that finds nothing says so in the searcher’s words, and one that comes close says that',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const none = (await resident.get('/?q=zzzzzz')).body
    t.match(none, 'Nothing here about “zzzzzz” yet.')
    t.same(saids(none), [])
    t.notMatch(
      (await resident.get('/?q=zzzzzz&order=waiting')).body,
      'id="in-order"',
      'and no heading over nothing',
    )
    const close = (await resident.get('/?q=polise')).body
    t.match(close, 'No word is quite like “polise”. These come close.')
    t.ok(saids(close).length > 0)
    const hostile = `"><script>alert('x')</script>&\u202etxet`
    for (const address of [
      `/?q=${encodeURIComponent(hostile)}`,
      `/ar?q=${encodeURIComponent(hostile)}`,
      `/?q=${encodeURIComponent(`police ${hostile}`)}`,
    ]) {
      const page = (await resident.get(address)).body
      t.notMatch(page, '<script>alert', address)
      t.match(page, '&quot;&gt;&lt;script&gt;', address)
    }
    t.equal((await resident.get('/?q=%ff%fe')).statusCode < 500, true)
    t.equal((await resident.get(`/?q=${'a'.repeat(5000)}`)).statusCode < 500, true)
    t.equal((await resident.get('/?q=%F0%9F%98%80')).statusCode, 200)
  },
)

t.test('R15: a publication is found at once, and what is withdrawn is not', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  const laptop = house.signIn(PEOPLE.coordinator)
  t.same(saids((await resident.get('/?q=zeppelin')).body), [])
  const concernId = Number(
    (
      await laptop.post('/desk/concerns', { text: 'A zeppelin is loud', originKind: 'phone' })
    ).headers
      .location!.split('/')
      .at(-1),
  )
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  await laptop.post(`${path}/drafts`, {
    said: 'A zeppelin is loud.',
    did: 'There is no answer yet.',
    origin: 'Told to us',
    on: '',
    strength: '',
    worked: '',
    trail: 'January 2022: Told to us.',
    basedOn: draftOf(publication())!.id,
  })
  t.same(saids((await resident.get('/?q=zeppelin')).body), [], 'a draft is not found')
  await house
    .signIn(PEOPLE.approver)
    .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
  t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
  const { slug } = publication()
  t.same(saids((await resident.get('/?q=Zeppelins')).body), [slug ?? ''])
  t.same(saids((await resident.get('/so?q=zeppelin')).body), [slug ?? ''])
  await laptop.post(`${path}/withdrawal`, { ground: 'It was wrong.' })
  for (const address of ['/?q=zeppelin', '/so?q=zeppelin', '/?q=zepelin', '/feed.json?q=zeppelin'])
    t.notMatch((await resident.get(address)).body, 'zeppelin is loud', address)
})
