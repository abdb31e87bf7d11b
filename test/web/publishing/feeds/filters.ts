import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { entryWords, tell, translate } from '../../../support/publications.ts'
import { child, children, type Node, wordsOf } from '../../../support/xml.ts'
import { atomOf, jsonOf, opened, rowsOf, SITE } from './set-up.ts'
import type { House } from '../../../support/house.ts'

const { words } = JSON.parse(readFileSync('views/words/ar.json', 'utf8'))
/** What a title in Arabic begins with. */
const DONE = `${words['standing.done']}${words['list.stop']}`

/** The slugs that an answer tells of, in the form each has. */
const slugsIn = {
  page: (body: string) =>
    [...body.matchAll(/<article [^>]*id="e-([^"]+)"/g)].map((match) => match[1]!),
  atom: (feed: Node) =>
    children(feed, 'entry').map((entry) =>
      child(entry, 'link')!.attributes.href!.split('/').at(-1)!,
    ),
  json: ({ items }: { items: { url: string }[] }) => items.map(({ url }) => url.split('/').at(-1)!),
  board: ({ entries }: { entries: { id: string }[] }) => entries.map(({ id }) => id),
}

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
      await prioritiesAmong(t, house, search, wanted)
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
    const house = await toldInArabic(t)
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
        [`${SITE}/ar/entries/2021-q2-1`, `${DONE} الممر مظلم.`, {}],
        [`${SITE}/ar/entries/2021-q2-2`, 'Done. Only English.', { 'xml:lang': 'en-GB' }],
      ],
    )
    t.match(
      wordsOf(
        children(feed, 'entry').find((entry) => wordsOf(entry, 'title') === 'Done. Only English.')!,
        'content',
      ),
      '<bdi lang="en-GB">Only English.</bdi>',
    )
    await whatEachFileSays(t, house)
    t.ok(
      (await jsonOf(house, '/ar/priorities.json')).some((each: { issue: string }) =>
        each.issue.startsWith('الممر مظلم.'),
      ),
    )
    t.equal((await house.stranger().get('/xx/feed.atom')).statusCode, 404)
  },
)

/** R10: those of the entries that tell of a priority, and no other. */
async function prioritiesAmong(t: Test, house: House, search: string, wanted: string[]) {
  const first = house.store.published
    .board()
    .entries.filter(({ slug, words }) => words.priority && wanted.includes(slug))
  t.same(
    (await jsonOf(house, `/priorities.json${search}`))
      .map((each: { issue: string }) => each.issue)
      .toSorted(),
    first.map(({ words }) => `${words.said} (sample)`).toSorted(),
    `priorities.json${search}`,
  )
}

async function toldInArabic(t: Test) {
  const house = await opened(t, (store) => {
    const { slug } = tell(
      store,
      entryWords({
        said: 'The lane is dark.',
        did: 'It is lit.',
        raisedOn: '2021-05',
        trail: [],
        origin: '',
        priority: { since: '2021-05', until: null },
      }),
    )
    translate(store, slug, 'ar', {
      'The lane is dark.': 'الممر مظلم.',
      'It is lit.': 'صار مضاءً.',
    })
    tell(store, entryWords({ said: 'Only English.', did: 'So is this.', raisedOn: '2021-05' }))
  })
  return house
}

async function whatEachFileSays(t: Test, house: House) {
  const json = await jsonOf(house, '/ar/feed.json?quarter=2021-q2')
  t.equal(json.language, 'ar')
  t.same(
    json.items
      .map((item: { title: string; language?: string }) => [item.title, item.language])
      .toSorted(),
    [
      ['Done. Only English.', 'en-GB'],
      [`${DONE} الممر مظلم.`, undefined],
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
}
