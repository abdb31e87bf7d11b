import sharp from 'sharp'
import t, { type Test } from 'tap'
import type { EntryWords } from '../../../../src/domain/publishing/kinds/entry.ts'
import type { Store } from '../../../../src/store/store.ts'
import { openHouse } from '../../../support/house.ts'
import { entryWords, tell, tellAgain, withdraw } from '../../../support/publications.ts'

const told = async (t: Test, over: Partial<EntryWords> = {}) => {
  let entry = { id: 0, slug: '' }
  const house = await openHouse({
    t,
    publicUrl: 'https://table.example',
    prepare: (store: Store) => {
      entry = tell(store, entryWords(over))
    },
  })
  const at = `/entries/${entry.slug}`
  return { house, ...entry, at, reader: house.stranger() }
}

/** The address of the picture that a page names, and what it says beside it. */
const named = (body: string) =>
  Object.fromEntries(
    [
      ...body.matchAll(/<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)"/g),
    ].map(([, name, value]) => [name, value]),
  )

t.test('a link to an entry is shown with its pair, at its whole address', async (t) => {
  const { reader, at } = await told(t)
  const page = await reader.get(at)
  t.same(named(page.body), {
    'og:image': `https://table.example${at}/picture.png?copy=1`,
    'og:image:type': 'image/png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'You said: The park is dark. We did: There are lights now.',
    'twitter:card': 'summary_large_image',
  })
  const picture = await reader.get(`${at}/picture.png?copy=1`)
  t.equal(picture.statusCode, 200)
  t.equal(picture.headers['content-type'], 'image/png')
  t.equal(picture.headers['cross-origin-resource-policy'], 'cross-origin')
  t.equal(picture.headers['cache-control'], 'public, max-age=30', 'R15: half a minute in any cache')
  t.equal(picture.headers['set-cookie'], undefined, 'R24')
  const { width, height, format } = await sharp(picture.rawPayload).metadata()
  t.same([width, height, format], [1200, 630, 'png'])
  t.ok(picture.rawPayload.length < 100_000, `${picture.rawPayload.length} bytes`)
  const again = await reader.get(`${at}/picture.png`, {
    headers: { 'if-none-match': String(picture.headers.etag) },
  })
  t.equal(again.statusCode, 304, 'whatever stands behind the question mark')
})

t.test('it is drawn in the language of its address, from the side that one reads', async (t) => {
  const { reader, at } = await told(t)
  const half = async (path: string, left: number) => {
    const { rawPayload } = await reader.get(path)
    const { data } = await sharp(rawPayload)
      .extract({ left, top: 400, width: 20, height: 20 })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return `#${data.subarray(0, 3).toString('hex')}`
  }
  const [said, did] = ['#f8e6be', '#114438']
  const isNear = (a: string, b: string) =>
    [1, 3, 5].every(
      (i) => Math.abs(parseInt(a.slice(i, i + 2), 16) - parseInt(b.slice(i, i + 2), 16)) < 12,
    )
  t.ok(isNear(await half(`${at}/picture.png`, 10), said))
  t.ok(isNear(await half(`${at}/picture.png`, 1170), did))
  t.ok(isNear(await half(`/ar${at}/picture.png`, 10), did), 'from the right in Arabic')
  t.ok(isNear(await half(`/ar${at}/picture.png`, 1170), said))
  const page = await reader.get(`/ar${at}`)
  t.match(named(page.body)['og:image'], `https://table.example/ar${at}/picture.png`)
})

t.test(
  'R15: it is gone with its entry, and another when the entry says something else',
  async (t) => {
    const { house, reader, id, at } = await told(t)
    const first = await reader.get(`${at}/picture.png`)
    const news = { kind: 'news' as const, words: '' }
    tellAgain(house.store, id, entryWords({ change: news, did: 'All the lights are mended.' }))
    const next = await reader.get(`${at}/picture.png`)
    t.not(next.headers.etag, first.headers.etag)
    t.match(named((await reader.get(at)).body)['og:image'], '?copy=2')
    withdraw(house.store, id)
    const gone = await reader.get(`${at}/picture.png`)
    t.equal(gone.statusCode, 410)
    t.match(gone.headers['content-type'], 'text/html', 'with the page that says why')
    t.notMatch(gone.body, 'lights')
    t.same(named(gone.body), {}, 'which has no picture')
    t.equal((await reader.get('/entries/2021-q2-99/picture.png')).statusCode, 404)
  },
)

t.test(
  'words in letters that we cannot draw are never boxes: then the mark stands alone',
  async (t) => {
    const { reader, at } = await told(t, { said: '公园很黑。' })
    const other = await told(t, { said: 'Парк тёмный 😀' })
    const plain = await told(t)
    const [mark, second, pair] = await Promise.all(
      [
        [reader, at],
        [other.reader, other.at],
        [plain.reader, plain.at],
      ].map(
        async ([who, path]) =>
          (await (who as typeof reader).get(`${path}/picture.png`)).headers.etag,
      ),
    )
    t.equal(mark, second, 'one picture for both')
    t.not(mark, pair)
  },
)
