import { speak } from '../../src/web/words/voice.ts'
import { STANDINGS } from '../../src/domain/concerns/standing.ts'
import type { TranslationState } from '../../src/domain/publishing/translations.ts'
import { STRENGTHS } from '../../src/domain/publishing/told.ts'
import { WITHDRAWAL_GROUNDS } from '../../src/domain/publishing/approval.ts'
import t from 'tap'
import { STATUSES } from '../../src/domain/actions/action.ts'
import { EVENT_KINDS } from '../../src/domain/evidence/event.ts'
import { GROUNDS } from '../../src/domain/depth.ts'
import { PRESENCES } from '../../src/domain/round-tables/round-table.ts'
import { VERDICTS } from '../../src/domain/residents/verdict.ts'
import { readingGrade } from '../../src/domain/publishing/wording/wording.ts'
import { missingFrom, type Sentence } from '../../src/web/words/languages.ts'
import { readLanguages } from '../../src/web/words/read-languages.ts'
import { code, files, read } from '../support/sources.ts'

const languages = readLanguages('views/words')
const english = languages[0]!
const others = languages.slice(1)
const keys = Object.keys(english.words)
const formsOf = (sentence: Sentence): string[] =>
  typeof sentence === 'string' ? [sentence] : Object.values(sentence)

/** Templates without their text outside `<% %>`, and the code behind the residents' door. */
const sources = [
  ...files('views/{board,layouts,parts,desk}/**/*.eta').map((file) => ({
    file,
    text: [...read(file).matchAll(/<%[=~]?-?([\s\S]*?)-?%>/g)]
      .map(([, inside]) => inside)
      .join('\n'),
  })),
  ...files('src/{web/board/**/*,web/words/*,web/files/plots,domain/say}.ts').map((file) => ({
    file,
    text: code(file),
  })),
]
const namespaces = new Set(keys.map((key) => key.split('.')[0]!))

/**
 * What stands in the place of `${…}` in a key that is put together. A new such key has to be
 * written in here.
 */
const TRANSLATION_STATES: TranslationState[] = ['untranslated', 'machine', 'checked', 'changed']
const TOGETHER: Record<string, readonly string[]> = {
  'standing.${}': STANDINGS,
  'pair.${}': STANDINGS,
  'strength.${}': STRENGTHS,
  'presence.${}': PRESENCES,
  'verdict.${}': VERDICTS,
  'status.${}': STATUSES,
  'entry.${}': TRANSLATION_STATES,
  'board.${}': [...STANDINGS, 'doing', 'waiting'],
  'tables.${}': ['planned', 'draft', 'agreed'],
  'quarter.${}': ['1', '2', '3', '4'],
  'follow.${}Title': ['asked', 'done', 'ended', 'old'],
  'follow.${}Words': ['asked', 'done', 'ended', 'old'],
  'happened.${}': EVENT_KINDS,
  'programmes.${}': ['agreement', 'support', 'handover'],
  '${}Words': ['about.step1', 'about.step2', 'about.step3', 'about.step4'],
}
/** Keys that another key stands in for where they are not there. */
const PERHAPS: Record<string, readonly string[]> = {
  'status.${}.${}': ['one-off', 'standing', 'question'].flatMap((kind) =>
    STATUSES.map((status) => `status.${kind}.${status}`),
  ),
}
/** Keys that are found by their English: what a coordinator chooses from a list. */
const BY_TEXT = keys.filter((key) => /^(ground|down|origin)\./.test(key))

const put = (pattern: string): string => pattern.replace(/\$\{[^}]*\}/g, '${}')
const literals = sources
  .flatMap(({ file, text }) =>
    [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, literal]) => ({
      file,
      literal: literal!,
    })),
  )
  .filter(
    ({ literal }) =>
      /^[a-z]+(\.[A-Za-z0-9-]+)+$/.test(literal) && namespaces.has(literal.split('.')[0]!),
  )
const direct = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\bt(?:\.text)?\(\s*'([^']+)'/g)].map(([, literal]) => ({
    file,
    literal: literal!,
  })),
)
const together = sources
  .flatMap(({ file, text }) =>
    [...text.matchAll(/`([^`\s]*\$\{[^`\s]*)`/g)].map(([, literal]) => ({
      file,
      literal: put(literal!),
    })),
  )
  .filter(
    ({ literal }) =>
      literal in TOGETHER || literal in PERHAPS || namespaces.has(literal.split('.')[0]!),
  )
const made = Object.entries(TOGETHER).flatMap(([pattern, values]) =>
  values.map((value) => pattern.replace('${}', value)),
)

t.test('every word that a page asks for is there in English', async (t) => {
  t.ok(direct.length > 200, 'the templates are read')
  t.same(
    [...literals, ...direct]
      .filter(({ literal }) => english.words[literal] === undefined)
      .map(({ file, literal }) => `${file}: ${literal}`),
    [],
  )
  t.same(
    together
      .filter(({ literal }) => !(literal in TOGETHER) && !(literal in PERHAPS))
      .map(({ file, literal }) => `${file}: ${literal}`),
    [],
    'keys that are put together are known to this test',
  )
  t.same(
    Object.keys({ ...TOGETHER, ...PERHAPS }).filter(
      (pattern) => !together.some(({ literal }) => literal === pattern),
    ),
    [],
    'and no longer than they are used',
  )
  t.same(
    made.filter((key) => english.words[key] === undefined),
    [],
  )
})

t.test('every English word is said somewhere', async (t) => {
  const used = new Set(
    [...literals, ...direct]
      .map(({ literal }) => literal)
      .concat(made, Object.values(PERHAPS).flat(), BY_TEXT),
  )
  t.same(
    keys.filter((key) => !used.has(key)),
    [],
  )
})

t.test(
  'R11, R15: each ground that a coordinator can choose is known in every language',
  async (t) => {
    const texts = BY_TEXT.map((key) => english.words[key])
    t.same(
      [...GROUNDS, ...WITHDRAWAL_GROUNDS].filter((ground) => !texts.includes(ground)),
      [],
    )
    for (const language of others) {
      const voice = speak(language, english)
      t.same(
        [...GROUNDS, ...WITHDRAWAL_GROUNDS].filter((ground) => !voice.isTranslated(ground)),
        [],
        language.code,
      )
    }
  },
)

/** Each form of each English sentence, with a word or a number where the page puts its own. */
const said = (prefix = ''): { key: string; text: string }[] =>
  keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) =>
      formsOf(english.words[key]!).map((text) => ({
        key,
        text: text
          .replace(/\{(n|number|present|of|page|pages|year)\}/g, '12')
          .replace(/\{\w+\}/g, 'Name'),
      })),
    )
const asProse = (lines: { text: string }[]): string => lines.map(({ text }) => text).join('.\n')

t.test('a child of eleven can read the English: grade 6 at most, on every page', async (t) => {
  t.ok(readingGrade(asProse(said())) <= 6, `all: ${readingGrade(asProse(said())).toFixed(1)}`)
  for (const page of namespaces) {
    const lines = said(`${page}.`)
    if (asProse(lines).split(/\s+/).length < 30) continue
    t.ok(readingGrade(asProse(lines)) <= 6, `${page}: ${readingGrade(asProse(lines)).toFixed(1)}`)
  }
})

t.test('no English sentence is longer than 25 words', async (t) => {
  t.same(
    said()
      .filter(({ text }) =>
        text.split(/[.!?](?:\s|$)/).some((sentence) => sentence.trim().split(/\s+/).length > 25),
      )
      .map(({ key }) => key),
    [],
  )
})

/**
 * Words that are hard for people who read little English, with what is said in their place. After
 * the GOV.UK and Plain English lists.
 */
const HARD: Record<string, string> = {
  deadline: 'last day',
  'get in touch': 'talk to us',
  partners: 'say who',
  partner: 'say who',
  stakeholder: 'people',
  engage: 'talk with',
  engagement: 'talk',
  regarding: 'about',
  concerning: 'about',
  implement: 'start',
  facilitate: 'help',
  disseminate: 'hand out',
  utilise: 'use',
  commence: 'start',
  'prior to': 'before',
  'in order to': 'to',
  ensure: 'make sure',
  obtain: 'get',
  require: 'need',
  provide: 'give',
  assist: 'help',
  sufficient: 'enough',
  approximately: 'about',
  additional: 'more',
  alternatively: 'or',
  appropriate: 'right',
  attend: 'come',
  collaborate: 'work with',
  collate: 'gather',
  consult: 'ask',
  consultation: 'asking',
  currently: 'now',
  demonstrate: 'show',
  discontinue: 'stop',
  empower: 'let',
  endeavour: 'try',
  enquire: 'ask',
  enquiry: 'question',
  establish: 'set up',
  expedite: 'hurry',
  feedback: 'what you think',
  following: 'after',
  forthcoming: 'next',
  furthermore: 'and',
  'going forward': 'from now on',
  hence: 'so',
  henceforth: 'from now on',
  however: 'but',
  impact: 'what it did',
  inform: 'tell',
  initiate: 'start',
  initiative: 'plan',
  'in respect of': 'about',
  'in the event of': 'if',
  'in accordance with': 'by',
  leverage: 'use',
  liaise: 'talk with',
  locality: 'place',
  maintain: 'keep',
  monitor: 'watch',
  moreover: 'and',
  notify: 'tell',
  outcome: 'what happened',
  participate: 'take part',
  'per annum': 'a year',
  permit: 'let',
  possess: 'have',
  proceed: 'go on',
  purchase: 'buy',
  'reach out': 'talk to',
  receive: 'get',
  regulation: 'rule',
  relevant: 'that matters',
  remain: 'stay',
  request: 'ask',
  reside: 'live',
  respond: 'answer',
  response: 'answer',
  retain: 'keep',
  robust: 'strong',
  select: 'choose',
  'sign up': 'ask for',
  signpost: 'show',
  subsequently: 'later',
  submit: 'send',
  tackle: 'stop',
  terminate: 'end',
  therefore: 'so',
  thereof: 'of it',
  timely: 'soon',
  transform: 'change',
  unable: 'cannot',
  upon: 'on',
  via: 'by',
  vulnerable: 'at risk',
  whereas: 'but',
  whilst: 'while',
  'with regard to': 'about',
}
t.test('no English word is one that is hard for people who read little English', async (t) => {
  const hard = said().flatMap(({ key, text }) =>
    Object.entries(HARD)
      .filter(([word]) =>
        new RegExp(`(?<![\\p{L}-])${word}(?:s|d|ed|ing)?(?![\\p{L}-])`, 'iu').test(text),
      )
      .map(([word, easy]) => `${key}: “${word}”, say “${easy}”`),
  )
  t.same(hard, [])
})

const placeholders = (text: string): string[] =>
  [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted()

t.test(
  'each language puts in what the English puts in, for every plural form it has',
  async (t) => {
    for (const language of others) {
      const rules = new Intl.PluralRules(language.locale)
      const wrong = Object.entries(language.words).flatMap(([key, sentence]) => {
        const there = english.words[key]
        if (there === undefined) return [`${key}: not in English`]
        if ((typeof there === 'string') !== (typeof sentence === 'string'))
          return [`${key}: plural in one and not in the other`]
        const wanted = placeholders(formsOf(there).join(' '))
        if (typeof sentence === 'string')
          return JSON.stringify(placeholders(sentence)) === JSON.stringify(wanted)
            ? []
            : [`${key}: ${placeholders(sentence).join(' ')} and not ${wanted.join(' ')}`]
        const lacks = rules
          .resolvedOptions()
          .pluralCategories.filter((category) => sentence[category] === undefined)
          .map((category) => `${key}: no “${category}”`)
        // “One day” may say it without the number where the language does; no other number can be
        // left out.
        const other = Object.entries(sentence)
          .filter(([category, text]) => {
            const inside = placeholders(text)
            return (
              inside.some((each) => !wanted.includes(each)) ||
              wanted.some(
                (each) =>
                  !inside.includes(each) &&
                  !(each === '{n}' && ['zero', 'one', 'two'].includes(category)),
              )
            )
          })
          .map(([category]) => `${key}.${category}: other placeholders`)
        return [...lacks, ...other]
      })
      t.same(wrong, [], language.code)
    }
  },
)

t.test('English has its own plural forms, and none with an empty sentence', async (t) => {
  for (const language of languages)
    t.same(
      Object.entries(language.words)
        .filter(([, sentence]) =>
          formsOf(sentence).some(
            (each) => each === '' || (each !== each.trim() && !each.match(/^,? | $/)),
          ),
        )
        .map(([key]) => key),
      [],
      language.code,
    )
  t.same(
    keys.filter(
      (key) =>
        typeof english.words[key] !== 'string' &&
        !['one', 'other'].every((form) => form in (english.words[key] as object)),
    ),
    [],
  )
})

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
      t.match(voice.number(12345), /^12\D?345$/, language.code)
      t.equal(String(voice.when('2022-01')).match(/datetime="([^"]+)"/)?.[1], '2022-01')
    }
  },
)
