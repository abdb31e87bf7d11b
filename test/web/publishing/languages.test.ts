import { speak } from '../../../src/web/words/voice.ts'
import { textsToTranslate } from '../../../src/domain/publishing/translations.ts'
import { textsOf } from '../../../src/domain/publishing/pieces.ts'
import t from 'tap'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { type Language } from '../../../src/web/words/languages.ts'
import { Markup } from '../../../src/web/markup.ts'
import { readLanguages } from '../../../src/web/words/read-languages.ts'
import { linksOf } from '../../../src/web/to.ts'
import { read } from '../../support/sources.ts'
import { openHouse, PEOPLE, type Fields, type House } from '../../support/house.ts'

const languages = readLanguages('views/words')
const english = languages[0]!
const codes = languages.map((each) => each.code)
const language = (code: string): Language => languages.find((each) => each.code === code)!
const words = (code: string): Record<string, string> =>
  language(code).words as Record<string, string>
const under = (code: string, path: string): string =>
  code === 'en'
    ? path
    : path === '/'
      ? `/${code}`
      : path.startsWith('/?')
        ? `/${code}${path.slice(1)}`
        : `/${code}${path}`
const PAGES = [
  '/',
  '/?state=unanswered&order=waiting',
  '/round-tables',
  '/round-tables/2021-q3',
  '/tell-us',
  '/about',
  '/privacy',
  '/accessibility',
  '/follow',
  '/poster',
]

const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const VOID = /^(area|base|br|col|hr|img|input|link|meta|source|track|wbr|path|rect|use)$/
/** What a reader reads of a page, without what is marked as being in one language. */
const readable = (html: string, without?: string): string => {
  const body = html
    .slice(html.indexOf('<body'))
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<textarea[\s\S]*?<\/textarea>/g, '')
  const open: { tag: string; gone: boolean }[] = []
  let text = ''
  for (const [, closing, tag, attributes, words] of body.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^"<>])*)>|([^<]+)/g,
  )) {
    const gone = open.some((each) => each.gone)
    if (words !== undefined) text += gone ? '' : words
    else if (closing) {
      const at = open.findLastIndex((each) => each.tag === tag)
      if (at >= 0) open.length = at
    } else if (!VOID.test(tag!) && !attributes!.endsWith('/'))
      open.push({
        tag: tag!,
        gone: without !== undefined && new RegExp(`\\slang="${without}"`).test(attributes!),
      })
    if (words === undefined) text += ' '
  }
  return plain(text).replace(/\s+/g, ' ')
}
const attributesOf = (html: string, tag: string): Record<string, string>[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b((?:"[^"]*"|[^"<>])*)>`, 'g'))].map(([, inside]) =>
    Object.fromEntries(
      [...inside!.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, plain(value!)]),
    ),
  )
const alternates = (html: string): Record<string, string> =>
  Object.fromEntries(
    attributesOf(html, 'link')
      .filter((each) => each.rel === 'alternate' && each.hreflang)
      .map((each) => [each.hreflang, each.href]),
  )
const pathOf = (address: string): string => address.replace('http://127.0.0.1:3000', '') || '/'

/** Every page of the sample, and an entry at each standing. */
const pagesOf = (house: House): string[] => {
  const { entries } = house.store.published.board()
  return [
    ...PAGES,
    ...new Map(entries.map((each) => [each.words.standing, `/entries/${each.slug}`])).values(),
  ]
}

t.test(
  'every page is there in every language, says which it is, and has one style sheet',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const { entries, tables, partnership } = house.store.published.board()
    const told = [
      ...new Set(
        [...entries, ...tables]
          .flatMap((each) => textsOf(each.words))
          .concat(
            partnership ? textsOf(partnership) : [],
            entries.flatMap(({ words }) =>
              [words.theme, words.area].flatMap((label) => label?.name ?? []),
            ),
          ),
      ),
    ].filter((text) => text.length > 6)
    t.ok(told.length > 60)
    const sheets = new Set<string>()
    for (const code of codes) {
      const there = language(code)
      const tongue = house.store.published.board().tongues.get(code)
      for (const path of pagesOf(house)) {
        const address = under(code, path)
        const page = await resident.get(address)
        t.equal(page.statusCode, 200, address)
        t.match(page.body, `<html lang="${there.locale}" dir="${there.dir}">`, address)
        t.match(page.headers['content-type'], 'charset=utf-8')
        for (const { href } of attributesOf(page.body, 'link').filter(
          (each) => each.rel === 'stylesheet',
        ))
          sheets.add(href!)
        t.equal(
          attributesOf(page.body, 'link').filter((each) => each.rel === 'stylesheet').length,
          1,
          address,
        )
        if (code === 'en') continue
        const text = readable(page.body, english.locale)
        const left = told.filter((each) => text.includes(each) && tongue?.get(each)?.text !== each)
        t.same(left, [], `${address}: English that is not marked as English`)
        const said = Object.entries(words('en'))
          .filter(
            ([key, sentence]) =>
              typeof sentence === 'string' &&
              sentence.trim().split(' ').length > 2 &&
              !sentence.includes('{') &&
              words(code)[key] !== sentence &&
              text.includes(sentence),
          )
          .map(([key]) => key)
        t.same(said, [], `${address}: words of the page that are in English`)
        t.notMatch(text, /\b(undefined|null|NaN|\[object)\b/, address)
        t.notMatch(text, /\{\w+\}/, `${address}: everything is filled in`)
      }
    }
    t.equal(sheets.size, 1, 'right to left has no second style sheet')
    const sheet = read('static/round-table.css')
    t.notMatch(
      sheet,
      /\b(margin|padding|border)-(left|right)\b|[\s;{](left|right):/,
      'the one there is knows start and end alone',
    )
  },
)

t.test(
  'each page names itself and the others by language, and each of them names it back',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    for (const path of [
      '/',
      '/about',
      '/round-tables/2021-q3',
      `/entries/${house.store.published.board().entries[0]!.slug}`,
      '/?theme=trust&q=police',
    ]) {
      const lists = new Map<string, Record<string, string>>()
      for (const code of codes) {
        const { body } = await resident.get(under(code, path))
        const list = alternates(body)
        t.same(
          Object.keys(list).toSorted(),
          [...codes, 'x-default'].toSorted(),
          `${under(code, path)} names every language and itself`,
        )
        t.equal(pathOf(list[code]!), under(code, path), 'its own address')
        t.equal(
          attributesOf(body, 'link').find((each) => each.rel === 'canonical')!.href,
          list[code],
        )
        t.equal(
          attributesOf(body, 'meta').find((each) => each.property === 'og:url')!.content,
          list[code],
        )
        t.equal(list['x-default'], list.en)
        lists.set(code, list)
      }
      for (const code of codes)
        t.same(
          lists.get(code),
          lists.get('en'),
          `${under(code, path)} and the English say the same`,
        )
    }
    t.equal(
      alternates((await resident.get('/ar/about/')).body).ar,
      'http://127.0.0.1:3000/ar/about',
      'a stroke at the end makes no second page',
    )
  },
)

t.test(
  'a reader changes language on every page, and stays where they are with what they asked',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    for (const path of [
      '/',
      '/poster?quarter=2021-q3&ink=save',
      '/?theme=trust&by=police&q=caf%C3%A9+%26+co&order=waiting',
      '/tell-us',
    ]) {
      for (const code of ['en', 'ar', 'fr']) {
        const page = (await resident.get(under(code, path))).body
        const links = attributesOf(page.match(/<nav class="langs[\s\S]*?<\/nav>/)![0], 'a')
        t.same(
          links.map(({ href, lang, hreflang, dir }) => [href, lang, hreflang, dir]),
          languages.map((each) => [under(each.code, path), each.locale, each.code, each.dir]),
          under(code, path),
        )
        t.same(
          links.filter((each) => each['aria-current']).map((each) => each.hreflang),
          [code],
        )
        for (const each of languages) t.match(page, `>${each.name}</a>`, 'each in its own script')
      }
    }
    const arabic = (await resident.get('/ar')).body
    const inside = attributesOf(arabic.slice(arabic.indexOf('<body')), 'a').filter(
      (each) => !each.hreflang && each.href!.startsWith('/') && each.href !== '/sign-in',
    )
    t.same(
      inside.filter((each) => !/^\/ar(?=[/?]|$)/.test(each.href!)).map((each) => each.href),
      [],
      'every other link stays in the language',
    )
    for (const { action } of attributesOf(arabic, 'form')) t.match(action, /^\/ar/)
  },
)

t.test(
  'an address that is not there, or a language that nobody speaks here, is said so in the reader’s language',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    for (const [address, code] of [
      ['/xx', 'en'],
      ['/de/about', 'en'],
      ['/en', 'en'],
      ['/en/about', 'en'],
      ['/nothing', 'en'],
      ['/ar/nothing', 'ar'],
      ['/ar/nothing?q=%22%3E', 'ar'],
      ['/so/entries/2099-q1-1', 'so'],
      ['/fa/round-tables/2099-q1', 'fa'],
      ['/ckb/ar', 'ckb'],
      ['/entries/2099-q1-1', 'en'],
      ['/__proto__/about', 'en'],
      ['/ar/desk', 'ar'],
    ] as const) {
      const page = await resident.get(address)
      t.equal(page.statusCode, 404, address)
      t.match(
        page.body,
        `<html lang="${language(code).locale}" dir="${language(code).dir}">`,
        address,
      )
      t.ok(plain(page.body).includes(`<h1>${words(code)['missing.title']}</h1>`), address)
      t.same(alternates(page.body), {}, `${address} is offered in no language`)
      t.match(page.body, `href="${under(code, '/')}"`)
    }
  },
)

t.test(
  'where a machine wrote the words, every page says so, and where a person has checked them none does',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    for (const code of codes) {
      for (const path of ['/', '/about', '/poster', '/tell-us']) {
        const page = (await resident.get(under(code, path))).body
        t.equal(
          plain(page).includes(words(code)['language.machine']!),
          language(code).checkedOn === null,
          under(code, path),
        )
      }
    }
    const draw = async (spoken: Language): Promise<string> =>
      house.app.view('board/settings/accessibility', {
        frame: {
          title: 'x',
          active: '',
          partnership: house.store.published.board().partnership,
          found: true,
          more: [],
        },
        t: speak(spoken, english),
        to: linksOf(spoken.code, '/accessibility', '', 'http://127.0.0.1:3000'),
        languages,
        criteria: [],
      })
    t.match(plain(await draw(language('ar'))), words('ar')['language.machine'])
    t.notOk(
      plain(await draw({ ...language('ar'), checkedOn: '2022-01-27' })).includes(
        words('ar')['language.machine']!,
      ),
      'the notice goes on the day that a person has checked the file',
    )
  },
)

t.test('a word that a language lacks is said in English, and marked as English', async (t) => {
  const {
    'board.found': _found,
    'entry.lateIt': _late,
    'nav.tell': _tell,
    ...rest
  } = language('ar').words
  const voice = speak({ ...language('ar'), words: rest }, english)
  t.equal(String(voice('nav.tell')), '<bdi lang="en-GB">Tell us</bdi>')
  t.equal(voice.text('nav.tell'), 'Tell us', 'in a title it cannot be marked')
  t.equal(
    String(voice('board.found', { n: 1 })),
    '<bdi lang="en-GB">1 concern found.</bdi>',
    'with the plural of English',
  )
  t.equal(
    String(voice('board.found', { n: 2 })),
    '<bdi lang="en-GB">2 concerns found.</bdi>',
    'and not the two that Arabic has',
  )
  t.match(
    String(voice('entry.lateIt', { when: voice.when('2022-01-14') })),
    /^<bdi lang="en-GB">Late: it was due <time datetime="2022-01-14">/,
  )
  t.match(String(voice('nav.board')), words('ar')['nav.board'])
  t.throws(
    () => voice('nav.none'),
    /views\/words\/en\.json has no/,
    'a word that English lacks is a fault',
  )
})

t.test(
  'a whole page of a language without words is in English, marked piece by piece',
  async (t) => {
    const house = await openHouse({ t })
    const board = house.store.published.board()
    const bare = { ...language('ar'), words: {} }
    const voice = speak(bare, english)
    const entry = board.entries.find((each) => each.words.standing === 'unanswered')!
    const frame = { title: 'x', active: '', partnership: board.partnership, found: true, more: [] }
    const to = linksOf('ar', '/', '', 'http://127.0.0.1:3000')
    for (const [name, data] of [
      [
        'board/publishing/entries/show',
        { entry, silent: 70, translation: 'untranslated', today: '2022-01-27' },
      ],
      ['board/settings/privacy', { years: board.years }],
      ['board/residents/follow/index', { typed: '', error: '' }],
      ['board/round-tables/index', { tables: board.tables, today: '2022-01-27' }],
      ['board/residents/tell-us/index', { values: {}, errors: {}, areas: [], next: null, most: 9 }],
    ] as const) {
      const page = await house.app.view(name, { frame, ...data, t: voice, to, languages })
      const text = readable(page, english.locale).replace(
        /\d+|Atom|JSON Feed|CSV|JSON|[\w.]+@[\w.]+/g,
        '',
      )
      const left = text.match(/[A-Za-z]{2,}/g) ?? []
      const names = languages
        .filter((each) => /[a-z]/.test(each.name))
        .flatMap((each) => each.name.match(/[A-Za-z]{2,}/g) ?? [])
      t.same(
        left.filter((each) => !names.includes(each)),
        [],
        name,
      )
    }
  },
)

t.test(
  'plurals follow the language: none, one, two, a few and many are told apart where they are',
  async (t) => {
    const arabic = speak(language('ar'), english)
    t.equal(
      new Set([1, 2, 3, 11].map((n) => String(arabic('time.days', { n })).replace(/\d+/g, '')))
        .size,
      4,
    )
    t.equal(
      arabic('time.days', { n: 103 }),
      (language('ar').words['time.days'] as { few: string }).few.replace('{n}', '103'),
      'a hundred and three are a few',
    )
    t.equal(
      String(speak(english, english)('board.privateYear', { year: '2021', n: 0 })),
      'In 2021, no matters were held in private.',
    )
    for (const each of languages)
      for (const n of [0, 1, 2, 3, 11, 21, 100, 1000, 1_000_000])
        t.notMatch(
          speak(each, english).text('time.days', { n }),
          /\{|undefined|^$/,
          `${each.code} ${n}`,
        )
  },
)

t.test(
  'what is in a sentence stays text: values are escaped once, and a value that looks like a place for one is left alone',
  async (t) => {
    for (const code of ['en', 'ar']) {
      const voice = speak(language(code), english)
      const hostile = `{n} <b>&"' $& $1 {q}`
      t.ok(voice.text('board.close', { q: hostile }).includes(hostile), code)
      const markup = voice('foot.talk', { name: new Markup('<bdi lang="en-GB">A &amp; B</bdi>') })
      t.match(String(markup), '<bdi lang="en-GB">A &amp; B</bdi>')
      t.equal(markup instanceof Markup, true)
    }
  },
)

const HOSTILE = `<script>alert("x")</script> & 'lights' \u202egnol \u2066a`
const CLEAN = `<script>alert("x")</script> & 'lights' gnol a`

t.test(
  'hostile words in an entry and in its translation stay text: on the page, in its title, in attributes and in files',
  async (t) => {
    const house = await openHouse({ t })
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
        .translations.find((each) => each.words.of.slug === slug && each.words.language === 'ar')!
        .words.pieces.map((each) => each.text),
      texts.map(() => `عربي ${CLEAN}`),
      'what turns the direction of a page is not kept',
    )

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
      t.equal(
        attributesOf(page, 'meta').find((each) => each.property === 'og:title')!.content,
        said,
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
      t.ok(json.items.some((item) => item.title === said))
      t.notOk(json.items.some((item) => item.content_html.includes('<script>')))
    }
    const desk = (await laptop.get(path)).body
    t.notMatch(desk, /<script>alert/)
  },
)

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
      typed: '',
      error: '',
      t: voice,
      to: linksOf('ar', '/follow', '', 'http://127.0.0.1:3000'),
      languages,
    })
    t.match(page, '<title>x - جمعية الفسيفساء</title>')
    t.match(page, '<small>جمعية الفسيفساء</small>')
  },
)
