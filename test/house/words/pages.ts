import { FOUR_AIMS } from '../../../src/domain/concerns/aims.ts'
import t from 'tap'
import { STATUSES } from '../../../src/domain/actions/action.ts'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { EVENT_KINDS } from '../../../src/domain/evidence/event.ts'
import { VERDICTS } from '../../../src/domain/residents/verdict.ts'
import { HOW_OFTEN } from '../../../src/domain/residents/following.ts'
import { PRESENCES } from '../../../src/domain/round-tables/round-table.ts'
import { FIGURES } from '../../../src/web/views/board-parts.ts'
import { speak } from '../../../src/web/words/voice.ts'
import { code, files, read } from '../../support/sources.ts'
import { english, formsOf, keys, languages, namespaces, others } from './set-up.ts'
import { STANDINGS } from '../../../src/domain/concerns/standing.ts'
import type { TranslationState } from '../../../src/domain/publishing/translations.ts'
import { WITHDRAWAL_GROUNDS } from '../../../src/domain/publishing/approval.ts'
import { STRENGTHS } from '../../../src/domain/publishing/told.ts'

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

/**
 * What stands in the place of `${…}` in a key that is put together. A new such key has to be
 * written in here.
 */
const TRANSLATION_STATES: TranslationState[] = ['untranslated', 'machine', 'checked', 'changed']
const TOGETHER: Record<string, readonly string[]> = {
  'standing.${}': STANDINGS,
  'pair.${}': [...STANDINGS, 'unanswered-by-us'],
  'strength.${}': STRENGTHS,
  'presence.${}': PRESENCES,
  'verdict.${}': VERDICTS,
  'status.${}': STATUSES,
  'entry.${}': TRANSLATION_STATES,
  'board.${}': [...STANDINGS, 'doing', 'waiting', 'theme', 'area'],
  'tables.${}': ['planned', 'cancelled', 'draft', 'agreed'],
  'aims.${}': FOUR_AIMS,
  'quarter.${}': ['1', '2', '3', '4'],
  'follow.${}Title': ['asked', 'done', 'changed', 'ended', 'old'],
  'follow.${}Words': ['asked', 'done', 'changed', 'ended', 'old'],
  'follow.${}': HOW_OFTEN,
  'happened.${}': EVENT_KINDS,
  'honest.${}': FIGURES,
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
