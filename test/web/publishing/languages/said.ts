import { speak } from '../../../../src/web/words/voice.ts'
import t from 'tap'
import { Markup } from '../../../../src/web/markup.ts'
import { linksOf } from '../../../../src/web/to.ts'
import { type Language } from '../../../../src/web/words/languages.ts'
import { openHouse } from '../../../support/house.ts'
import {
  codes,
  english,
  language,
  languages,
  plain,
  PRINTED,
  readable,
  under,
  words,
} from './set-up.ts'

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
        printed: PRINTED,
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
      ['board/residents/follow/index', { typed: {}, errors: {}, choices: [] }],
      ['board/round-tables/index', { tables: board.tables, today: '2022-01-27' }],
      ['board/residents/tell-us/index', { values: {}, errors: {}, areas: [], next: null, most: 9 }],
    ] as const) {
      const page = await house.app.view(name, {
        frame,
        ...data,
        t: voice,
        to,
        languages,
        printed: PRINTED,
      })
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
