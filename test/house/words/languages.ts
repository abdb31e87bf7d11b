import t from 'tap'
import { missingFrom, type Sentence } from '../../../src/web/words/languages.ts'
import { speak } from '../../../src/web/words/voice.ts'
import { english, formsOf, keys, languages, others } from './set-up.ts'

t.test('numbers are written with the digits that are on every phone', async (t) => {
  for (const language of languages)
    t.same(
      Object.entries(language.words)
        .filter(([, sentence]) => /(?![0-9])\p{Nd}/u.test(formsOf(sentence).join(' ')))
        .map(([key]) => key),
      [],
      language.code,
    )
  for (const language of others) {
    const digits = (sentence: Sentence): string =>
      [
        ...new Set(
          (typeof sentence === 'string' ? sentence : (sentence.other ?? '')).match(/\d+/g) ?? [],
        ),
      ]
        .toSorted()
        .join(' ')
    t.same(
      Object.entries(language.words)
        .filter(([key, sentence]) => digits(sentence) !== digits(english.words[key]!))
        .map(([key]) => key),
      [],
      `${language.code} counts what the English counts`,
    )
  }
})

t.test('nothing in a words file is markup, or turns the direction of a page', async (t) => {
  for (const language of languages)
    t.same(
      Object.entries(language.words)
        .filter(([, sentence]) =>
          /[<>&\u202a-\u202e\u2066-\u2069]/.test(formsOf(sentence).join(' ')),
        )
        .map(([key]) => key),
      [],
      language.code,
    )
})

const SCRIPT: Record<string, RegExp> = {
  ar: /^[\p{Script=Arabic}\s]+$/u,
  fa: /^[\p{Script=Arabic}\s]+$/u,
  ckb: /^[\p{Script=Arabic}\s]+$/u,
  ur: /^[\p{Script=Arabic}\s]+$/u,
  bn: /^[\p{Script=Bengali}\s]+$/u,
}
/** The first month of our calendar, as each language has it. */
const JANUARY: Record<string, string> = {
  en: 'January',
  ar: 'يناير',
  bn: 'জানুয়ারি',
  ckb: 'کانوونی دووەم',
  es: 'enero',
  fa: 'ژانویه',
  fr: 'janvier',
  pt: 'janeiro',
  so: 'Janaayo',
  sq: 'janar',
  ur: 'جنوری',
}

/** Where the platform has another order: year before month, or the American one. */
const MONTHS: Record<string, string> = { ckb: 'تەمووزی 2021', so: 'Luulyo 2021' }
const DAYS: Record<string, string> = { ckb: '6ی کانوونی دووەمی 2022', so: '6 Janaayo 2022' }

t.test('each language is named in its own script, and runs the way it is written', async (t) => {
  for (const language of languages) {
    t.match(language.name, SCRIPT[language.code] ?? /^[\p{Script=Latin}\s]+$/u, language.code)
    t.equal(
      language.dir,
      ['ar', 'fa', 'ckb', 'ur'].includes(language.code) ? 'rtl' : 'ltr',
      language.code,
    )
    t.ok(language.checkedOn === null || /^\d{4}-\d\d-\d\d$/.test(language.checkedOn), language.code)
    t.equal(language.locale.split('-')[0], language.code)
    const letters = Object.entries(language.words)
      .filter(([key]) => key.startsWith('about.'))
      .flatMap(([, sentence]) => formsOf(sentence))
      .join(' ')
    const own =
      letters.match(
        SCRIPT[language.code]
          ? new RegExp(
              SCRIPT[language.code]!.source.replace(/[\^+$]/g, '').replace('\\s', ''),
              'gu',
            )
          : /\p{Script=Latin}/gu,
      )?.length ?? 0
    t.ok(
      own > (letters.match(/\p{L}/gu)?.length ?? 0) * 0.9,
      `${language.code}: its words stand in its own script`,
    )
  }
})

t.test(
  'R26: days and numbers come out in our calendar and our digits, in the words of the language',
  async (t) => {
    for (const language of languages) {
      t.same(
        [Intl.DateTimeFormat, Intl.NumberFormat, Intl.PluralRules]
          .filter(
            (kind: { supportedLocalesOf: (locales: string) => string[] }) =>
              kind.supportedLocalesOf(language.locale).length === 0,
          )
          .map((kind) => kind.name),
        [],
        language.code,
      )
      const voice = speak(language, english)
      const day = voice.date('2022-01-27')
      t.match(day, /\b27/, `${language.code}: ${day}`)
      t.match(day, /\b2022\b/, `${language.code}: ${day}`)
      t.notMatch(day, /(?![0-9])\p{Nd}/u, language.code)
      t.ok(day.includes(JANUARY[language.code]!), `${language.code}: ${day}`)
      t.match(voice.date('2022-01'), /^\D*2022\D*$/u, `${language.code}: a month has no day`)
      t.equal(voice.date('2021-07'), MONTHS[language.code] ?? voice.date('2021-07'))
      t.equal(voice.date('2022-01-06'), DAYS[language.code] ?? voice.date('2022-01-06'))
      t.match(voice.number(12345), /^12\D?345$/, language.code)
      t.equal(String(voice.when('2022-01')).match(/datetime="([^"]+)"/)?.[1], '2022-01')
    }
  },
)

t.test('what a language lacks is counted', async (t) => {
  t.same(others.map(({ code }) => code).toSorted(), [
    'ar',
    'bn',
    'ckb',
    'es',
    'fa',
    'fr',
    'pt',
    'so',
    'sq',
    'ur',
  ])
  for (const language of others) {
    const missing = keys.filter((key) => language.words[key] === undefined)
    t.equal(missingFrom(language, english), missing.length)
    t.comment(
      `${language.code}: ${missing.length} of ${keys.length} words stand in English${missing.length ? `: ${missing.join(', ')}` : ''}`,
    )
  }
  const { 'board.title': _title, ...rest } = others[0]!.words
  t.equal(
    missingFrom({ ...others[0]!, words: rest }, english),
    missingFrom(others[0]!, english) + 1,
  )
})
