import { speak } from '../../../../src/web/words/voice.ts'
import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { linksOf } from '../../../../src/web/to.ts'
import { type Fields, openHouse, PEOPLE, type House, type Visitor } from '../../../support/house.ts'
import { attributesOf, english, language, languages, plain, PRINTED, under } from './set-up.ts'
import { textsToTranslate } from '../../../../src/domain/publishing/translations.ts'

const HOSTILE = `<script>alert("x")</script> & 'lights' \u202egnol \u2066a`
const CLEAN = `<script>alert("x")</script> & 'lights' gnol a`

t.test(
  'hostile words in an entry and in its translation stay text: on the page, in its title, in attributes and in files',
  async (t) => {
    const house = await openHouse({ t })
    const { slug, laptop, path } = await tellHostile(t, house)

    await stayText(t, house, slug)
    const desk = (await laptop.get(path)).body
    t.notMatch(desk, /<script>alert/)
  },
)

async function tellHostile(t: Test, house: House) {
  const laptop = house.signIn(PEOPLE.coordinator)
  const concernId = Number(
    (await laptop.post('/desk/concerns', { text: HOSTILE, originKind: 'phone' })).headers
      .location!.split('/')
      .at(-1),
  )
  const publish = async (path: string, fields: (draftId: number) => Fields): Promise<string> => {
    const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
    await laptop.post(`${path}/drafts`, fields(draftOf(publication())!.id))
    for (const { key, found } of house.store.sources
      .checks(publication())
      .filter((each) => each.verdict === 'look'))
      await laptop.post(`${path}/overrulings`, { key, found, reason: 'It is a test' })
    t.equal(
      (
        await house
          .signIn(PEOPLE.approver)
          .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
      ).statusCode,
      303,
    )
    t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
    return publication().slug!
  }
  const slug = await publish(
    String((await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location),
    (basedOn) => ({
      said: HOSTILE,
      did: `No answer yet. ${HOSTILE}`,
      origin: HOSTILE,
      on: '',
      strength: '',
      worked: '',
      trail: `January 2022: ${HOSTILE}`,
      basedOn,
    }),
  )
  const path = await inArabicToo(t, { house, laptop, publish, slug })
  return { slug, laptop, path }
}

async function inArabicToo(
  t: Test,
  {
    house,
    laptop,
    publish,
    slug,
  }: {
    house: House
    laptop: Visitor
    publish: (path: string, fields: (draftId: number) => Fields) => Promise<string>
    slug: string
  },
) {
  const texts = textsToTranslate(house.store.published.board(), { kind: 'entry', slug })
  const path = String(
    (await laptop.post('/desk/translations', { language: 'ar', kind: 'entry', slug })).headers
      .location,
  )
  await publish(path, (basedOn) => ({
    basedOn,
    checked: 'no',
    ...Object.fromEntries(
      texts.flatMap((english, i) => [
        [`english-${i}`, english],
        [`piece-${i}`, `عربي ${HOSTILE}`],
      ]),
    ),
  }))
  t.same(
    house.store.published
      .board()
      .translations.find(
        ({ words }) =>
          words.of.kind === 'entry' && words.of.slug === slug && words.language === 'ar',
      )!
      .words.pieces.map((each) => each.text),
    texts.map(() => `عربي ${CLEAN}`),
    'what turns the direction of a page is not kept',
  )
  return path
}

async function stayText(t: Test, house: House, slug: string) {
  for (const [code, said] of [
    ['en', CLEAN],
    ['fr', CLEAN],
    ['ar', `عربي ${CLEAN}`],
  ] as const) {
    for (const path of [
      `/entries/${slug}`,
      '/?q=lights',
      '/poster?quarter=all',
      `/entries/${slug}/thanks`,
    ]) {
      const page = await house.stranger().get(under(code, path))
      t.equal(page.statusCode, 200, under(code, path))
      t.notMatch(page.body, /<script>|alert\("/, under(code, path))
      t.notMatch(
        page.body,
        /[\u202a-\u202e\u2066-\u2069]|&amp;lt;|&amp;quot;|&amp;#39;/,
        `${under(code, path)}: escaped once`,
      )
      if (!path.endsWith('thanks'))
        t.ok(plain(page.body.replace(/<[^>]*>/g, '')).includes(said), under(code, path))
    }
    const page = (await house.stranger().get(under(code, `/entries/${slug}`))).body
    t.ok(
      plain(page.match(/<title>([\s\S]*?)<\/title>/)![1]!).startsWith(said),
      `${code}: the title`,
    )
    t.ok(
      attributesOf(page, 'meta')
        .find((each) => each.property === 'og:title')!
        .content!.startsWith(said),
    )
    t.match(
      attributesOf(page, 'meta').find((each) => each.name === 'description')!.content,
      'alert("x")',
    )
    const data = JSON.parse(
      page.match(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/)![1]!,
    ) as { name: string }
    t.equal(data.name, said)
    const feed = (await house.stranger().get(under(code, '/feed.atom'))).body
    t.notMatch(feed, /<script>/)
    t.ok(plain(feed).includes(said))
    const json = JSON.parse((await house.stranger().get(under(code, '/feed.json'))).body) as {
      items: { title: string; content_html: string }[]
    }
    t.ok(json.items.some((item) => item.title.endsWith(said)))
    t.notOk(json.items.some((item) => item.content_html.includes('<script>')))
  }
}

t.test(
  'the name of the partnership is said in the language of the page, in its title as well',
  async (t) => {
    const house = await openHouse({ t })
    const board = house.store.published.board()
    const name = board.partnership!.name
    const voice = speak(
      language('ar'),
      english,
      new Map([[name, { text: 'جمعية الفسيفساء', checked: true }]]),
    )
    const page = await house.app.view('board/residents/follow/index', {
      frame: { title: 'x', active: '', partnership: board.partnership, found: true, more: [] },
      typed: {},
      errors: {},
      choices: [],
      t: voice,
      to: linksOf('ar', '/follow', '', 'http://127.0.0.1:3000'),
      languages,
      printed: PRINTED,
    })
    t.match(page, '<title>x - جمعية الفسيفساء (بيانات تجريبية)</title>')
    t.match(page, /class="brand"[\s\S]{0,600}جمعية الفسيفساء/)
  },
)
