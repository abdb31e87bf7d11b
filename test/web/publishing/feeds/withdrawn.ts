import { gunzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { entryWords, tell, translate, withdraw } from '../../../support/publications.ts'
import { opened, SITE } from './set-up.ts'

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

t.test(
  'R15: what is withdrawn leaves every list, feed, file, poster, map, search and letter at once, in each language',
  async (t) => {
    const { house, gone } = await tellQuokkas(t)
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

async function tellQuokkas(t: Test) {
  let gone = { id: 0, slug: '' }
  const house = await opened(t, (store) => {
    gone = tell(
      store,
      entryWords({
        said: 'Quokkas were seen.',
        did: 'They were counted wombatly.',
        raisedOn: '2021-05',
        priority: { since: '2021-05', until: null },
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
  return { house, gone }
}

t.test(
  'R15: a letter to those who follow has nothing that was withdrawn before it went',
  async (t) => {
    const { newsLetter } = await import('../../../../src/web/board/residents/letters.ts')
    const { readLanguages } = await import('../../../../src/web/words/read-languages.ts')
    const { newsFor } = await import('../../../../src/domain/residents/following.ts')
    const languages = readLanguages(new URL('../../../../views/words', import.meta.url).pathname)
    let gone = { id: 0, slug: '' }
    const house = await opened(t, (store) => {
      gone = tell(store, entryWords({ said: 'Quokkas were seen.' }))
    })
    const since = '2022-01-01T00:00:00.000Z'
    const until = '2022-03-01T00:00:00.000Z'
    const letter = (): string => {
      const board = house.store.published.board()
      const follows = [{ scope: 'all' as const, of: '', confirmedAt: since }]
      return JSON.stringify(
        newsLetter(
          { board, languages, publicUrl: SITE },
          { email: 'a@b.example', language: 'ar', key: 'k', follows, often: 'week' },
          newsFor(board, follows, { since, until }),
          until,
        ),
      )
    }
    t.match(letter(), 'Quokkas')
    t.match(letter(), `${SITE}/ar/entries/${gone.slug}`)
    withdraw(house.store, gone.id)
    t.notMatch(letter(), /Quokkas|The park is dark/)
    t.match(letter(), 'خطأ', 'its ground is told')
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
