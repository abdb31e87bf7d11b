import t, { type Test } from 'tap'
import { type House, openHouse, type Visitor } from '../../../support/house.ts'
import {
  attributesOf,
  codes,
  english,
  language,
  languages,
  plain,
  readable,
  under,
  words,
} from './set-up.ts'
import { textsOf } from '../../../../src/domain/publishing/pieces.ts'

const PAGES = [
  '/',
  '/?state=unanswered&order=waiting',
  '/round-tables',
  '/round-tables/2021-q3',
  '/tell-us',
  '/about',
  '/about/honest',
  '/privacy',
  '/accessibility',
  '/follow',
  '/poster',
]
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
    await eachInItsOwn(t, { house, resident, told, sheets })
    t.equal(sheets.size, 1, 'right to left has no second style sheet')
  },
)

async function eachInItsOwn(
  t: Test,
  {
    house,
    resident,
    told,
    sheets,
  }: { house: House; resident: Visitor; told: string[]; sheets: Set<string> },
) {
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
}

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
        const links = attributesOf(page.match(/class="langs"[\s\S]*?<\/nav>/)![0], 'a')
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
      inside.filter((each) => !/^\/ar(?=[/?#]|$)/.test(each.href!)).map((each) => each.href),
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
