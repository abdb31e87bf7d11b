import t from 'tap'
import {
  filled,
  numbersOf,
  partsOfToken,
  tokensIn,
} from '../../../../src/domain/publishing/placeholders.ts'
import { entryWords, tableWords } from '../../../support/publications.ts'
import { GENDER, stall, toldAt, told } from './set-up.ts'

t.test(
  'R17: an event’s numbers are offered as placeholders, each with what may be told of it',
  async (t) => {
    t.same(
      numbersOf(stall([38], [{ male: 14, female: 24 }]), GENDER, () => []).map(
        ({ token, says }) => [token, says],
      ),
      [
        ['{stall-2.came}', 'Stall: came'],
        ['{stall-2.gender.male}', 'Stall: Gender, Male'],
        ['{stall-2.gender.female}', 'Stall: Gender, Female'],
        ['{stall-2.gender.not-asked}', 'Stall: Gender, Not asked'],
      ],
    )
    t.same(told(stall([38], [{ male: 14, female: 24 }])), {
      came: 38,
      male: 14,
      female: 24,
      'not-asked': null,
    })
    t.same(told(stall([42], [{ male: 14, female: 24, 'not-asked': 4 }])), {
      came: 42,
      male: null,
      female: 24,
      'not-asked': null,
    })
    t.same(told(stall([9], [{ male: 9 }])), {
      came: null,
      male: null,
      female: null,
      'not-asked': null,
    })
    t.same(
      told(stall([null], [{ male: 14, female: 24 }])),
      { male: 14, female: 24, 'not-asked': null },
      'nobody counted heads, so there is no such number',
    )
    t.same(told(stall([38], [])), { came: 38 }, 'and no groups where none was counted')
  },
)

t.test('R9, R11: a private event has no number at all', async (t) => {
  t.same(
    numbersOf(
      stall([38], [{ male: 14, female: 24 }], { depth: 'named', list: [1] }),
      GENDER,
      () => [],
    ),
    [],
  )
})

t.test(
  'R17: what was withheld when a group of the same event was published stays withheld, whoever is counted later',
  async (t) => {
    const event = stall([41, 42], [{ male: 9, female: 12, 'not-asked': 20 }, { male: 1 }])
    t.same(
      told(event),
      { came: 42, male: 10, female: 12, 'not-asked': 20 },
      'told for the first time',
    )
    t.same(
      told(event, toldAt(5)),
      { came: 42, male: null, female: null, 'not-asked': 20 },
      'told before',
    )
    t.same(told(event, toldAt(5, 12)), { came: 42, male: null, female: null, 'not-asked': 20 })
  },
)

t.test(
  'R17: a group that had nobody in it was not withheld, and may be told once it is large',
  async (t) => {
    const event = stall([38, 50], [{ male: 14, female: 24 }, { 'not-asked': 12 }])
    t.same(told(event, toldAt(5)), { came: 50, male: 14, female: 24, 'not-asked': 12 })
  },
)

t.test(
  'R17: a placeholder is filled where it stands whole in one text, and nowhere else',
  async (t) => {
    const counts = { '{stall-2.came}': 38, '{stall-2.gender.male}': null }
    const words = {
      ...entryWords({
        said: '{stall-2.came} came, {stall-2.gender.male} male',
        did: '{stall-2.',
        origin: 'came}',
        trail: [{ on: '2021-11', words: '{{stall-2.came}} and {STALL-2.came} and {stall-2.came' }],
        worked: { strength: 'counted', words: '{stall-2.came}' },
      }),
      counts,
    }
    t.same(tokensIn(words), ['{stall-2.came}', '{stall-2.gender.male}'], 'each once')
    t.match(filled(words), {
      said: '38 came, {stall-2.gender.male} male',
      did: '{stall-2.',
      origin: 'came}',
      worked: { words: '38' },
      trail: [{ words: '{38} and {STALL-2.came} and {stall-2.came' }],
    })
    t.equal('counts' in filled(words), false, 'what was withheld does not go with the copy')
    t.same(
      tokensIn(
        tableWords({
          agreed: ['{stall-2.came}'],
          change: { kind: 'correction', words: '{stall-3.came}' },
        }),
      ),
      ['{stall-3.came}', '{stall-2.came}'],
    )
    t.same(tokensIn({ ...entryWords(), counts }), [], 'the numbers themselves are no words')
    for (const name of ['__proto__', 'constructor', 'toString'])
      t.match(filled({ ...entryWords({ said: `{stall-2.${name}} {${name}}` }), counts: {} }), {
        said: `{stall-2.${name}} {${name}}`,
      })
    t.same(partsOfToken('{stall-12.gender.not-asked}'), { eventId: 12, what: 'gender' })
  },
)
