import fc from 'fast-check'
import t from 'tap'
import {
  agendaOf,
  lengthOf,
  timesOf,
  type AgendaSources,
  type Arrangement,
} from '../../../src/domain/round-tables/agenda.ts'
import { rearrange } from '../../../src/domain/round-tables/agenda/arrange.ts'
import { organisations } from '../make.ts'
import { sources, topic } from './agenda/set-up.ts'
import './agenda/typed.ts'
import './agenda/reached.ts'

const keys = (from: AgendaSources, arranged: Arrangement = []) =>
  agendaOf(from, arranged).map((slot) => slot.key)

t.test(
  'residents speak first, then each organisation for the same time, then what is open, and the next date is last',
  async (t) => {
    t.same(keys(sources({ topics: [topic(4)] })), [
      'residents',
      'organisation-1',
      'organisation-2',
      'organisation-3',
      'minutes',
      'priorities',
      'carried',
      'concerns',
      'questions',
      'topic-4',
      'other',
      'next',
    ])
    const slots = agendaOf(sources(), [])
    t.equal(
      new Set(
        slots.filter((slot) => slot.key.startsWith('organisation-')).map((slot) => slot.minutes),
      ).size,
      1,
    )
    t.same(
      ['minutes', 'priorities', 'carried', 'concerns', 'questions', 'next'].map(
        (key) => slots.find((slot) => slot.key === key)!.lines[0]!.text,
      ),
      [
        'October 2021 round table',
        'Stop and search',
        '1.3 Meet parents',
        'The lift smells',
        '2.3 What do the figures show?',
        '28 April 2022',
      ],
    )
  },
)

t.test('who gives one organisation other minutes gives them to all', async (t) => {
  const arranged = rearrange(agendaOf(sources(), []), 'organisation-2', { move: null, minutes: 7 })
  const after = agendaOf(sources({ organisations }), arranged)
  t.same(
    after.filter((slot) => slot.key.startsWith('organisation-')).map((slot) => slot.minutes),
    [7, 7, 7, 7],
    'one that is expected since, too',
  )
  t.equal(after.find((slot) => slot.key === 'residents')!.minutes, 15)
  t.equal(
    lengthOf(after),
    after.reduce((sum, slot) => sum + slot.minutes, 0),
  )
  t.equal(
    rearrange(agendaOf(sources(), []), 'other', { move: null, minutes: 900 }).find(
      (slot) => slot.key === 'other',
    )!.minutes,
    120,
  )
})

t.test('a slot goes one place earlier or later, and not past the ends', async (t) => {
  const slots = agendaOf(sources(), [])
  t.same(
    rearrange(slots, 'organisation-1', { move: 'up', minutes: null })
      .map((slot) => slot.key)
      .slice(0, 2),
    ['organisation-1', 'residents'],
  )
  t.same(
    rearrange(slots, 'residents', { move: 'up', minutes: null }).map((slot) => slot.key),
    keys(sources()),
  )
  t.same(
    rearrange(slots, 'next', { move: 'down', minutes: null }).map((slot) => slot.key),
    keys(sources()),
  )
  t.same(
    rearrange(slots, 'topic-99', { move: 'up', minutes: 3 }).map((slot) => slot.key),
    keys(sources()),
  )
})

t.test('what is put down after someone arranged it comes in at its own place', async (t) => {
  const arranged = rearrange(agendaOf(sources(), []), 'questions', { move: 'up', minutes: null })
  t.same(keys(sources({ topics: [topic(1), topic(2)] }), arranged).slice(-6), [
    'questions',
    'topic-1',
    'topic-2',
    'concerns',
    'other',
    'next',
  ])
})

t.test('each slot begins when the one before it ends', async (t) => {
  const slots = agendaOf(sources(), [])
  t.same(timesOf(slots, '10.30').slice(0, 4), ['10.30', '10.45', '10.55', '11.05'])
  t.equal(timesOf(slots, '23.50')[1], '0.05')
  t.same(
    timesOf(slots, null),
    slots.map(() => ''),
  )
})

t.test(
  'every slot stands on the agenda exactly once, whatever is moved, put down or taken off',
  async () => {
    const deed = fc.record({
      at: fc.nat(20),
      move: fc.constantFrom('up' as const, 'down' as const, null),
      minutes: fc.option(fc.integer({ min: -5, max: 500 })),
      topics: fc.uniqueArray(fc.integer({ min: 1, max: 5 })),
      houses: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 12 }), (deeds) => {
        let arranged: Arrangement = []
        for (const { at, move, minutes, topics, houses } of deeds) {
          const from = sources({
            topics: topics.map(topic),
            organisations: organisations.slice(0, houses),
          })
          const slots = agendaOf(from, arranged)
          if (String(slots.map((slot) => slot.key).toSorted()) !== String(keys(from).toSorted()))
            return false
          if (
            new Set(
              slots
                .filter((slot) => slot.key.startsWith('organisation-'))
                .map((slot) => slot.minutes),
            ).size > 1
          )
            return false
          if (slots.some((slot) => slot.minutes < 0 || slot.minutes > 120)) return false
          arranged = rearrange(slots, slots[at % slots.length]!.key, { move, minutes })
          if (String(keys(from, arranged)) !== String(arranged.map((slot) => slot.key)))
            return false
        }
        return true
      }),
      { numRuns: 300 },
    )
  },
)
