import t from 'tap'
import { namespaces, said } from './set-up.ts'
import { readingGrade } from '../../../src/domain/publishing/wording/plain.ts'

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
