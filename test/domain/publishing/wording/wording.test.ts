import { readingGrade } from '../../../../src/domain/publishing/wording/plain.ts'
import { NEVER_OVERRULED, type Knowledge } from '../../../../src/domain/publishing/wording/alert.ts'
import t from 'tap'
import { alertsIn } from '../../../../src/domain/publishing/wording/wording.ts'

const knowledge = (over: Partial<Knowledge> = {}): Knowledge => ({
  names: [],
  known: ['Church Street', 'Mosaic Community Trust'],
  guarded: [],
  private: [],
  ...over,
})
const found = (text: string, over: Partial<Knowledge> = {}) =>
  alertsIn([{ field: 'did', text }], knowledge(over)).map((each) => `${each.key}: ${each.found}`)
const has = (
  t: { ok: (value: unknown, name: string) => unknown },
  text: string,
  key: string,
  over: Partial<Knowledge> = {},
) =>
  t.ok(
    found(text, over).some((each) => each.startsWith(key)),
    `${key} in “${text}”`,
  )

t.test('R12: plain public words pass', async (t) => {
  for (const words of [
    'Mosaic held a stall with the Church Street ward officers, so people could ask them face to face.',
    'Local officers come to a workshop every month. Residents choose the topic.',
    'The police wrote guidance on plain-clothes officers. It was handed out in November.',
    'Black, Asian and minority ethnic young people are being targeted for stop and search.',
  ])
    t.same(found(words), [], words)
})

t.test('R14: names of people are found, known or not', async (t) => {
  has(t, 'We asked Officer Lantern to come.', 'names')
  has(t, 'Our thanks go to Zebedee for the food.', 'names')
  has(t, 'the coordinator called quillfeather said so', 'names', { names: ['Quillfeather Sample'] })
  has(t, 'Mrs Placeholder opened the door.', 'names')
  has(t, 'Zebedee opened the door.', 'names')
})

t.test('R12: ways to reach or find a person are found', async (t) => {
  for (const text of [
    'Call 020 7946 0001 now',
    'Call 07700 900123',
    'Write to a.person@example.org',
    'She lives at NW8 8EU',
    'It was at 12 Church Street',
    'They live in flat 9',
    'Ring +44 20 7946 0001',
  ])
    has(t, text, 'contacts')
  t.same(
    found('In 2021 the table met in July.').filter((each) => each.startsWith('contacts')),
    [],
  )
})

t.test('R14: initials are written out at first use', async (t) => {
  has(t, 'The MPS came.', 'initials')
  t.same(
    found('The Metropolitan Police Service (MPS) came. The MPS stayed.').filter((each) =>
      each.startsWith('initials'),
    ),
    [],
  )
})

t.test('R17: a number beside a word for people needs a reason', async (t) => {
  for (const text of [
    '38 residents came',
    'There were three young women',
    'We spoke to 4 Somali boys',
    '14 male and 24 female',
    'two families moved',
    '11 pairings',
  ])
    has(t, text, 'people')
  t.same(
    found('We met 3 times, at 2 organisations.').filter((each) => each.startsWith('people')),
    [],
  )
})

t.test(
  'R12: guarded words stop whatever their case and marks, and can never be overruled',
  async (t) => {
    has(t, 'It was at the lantern-lane youth club.', 'guarded', {
      guarded: ['Lantern Lane Youth Club'],
    })
    has(t, 'It was at the LANTERN Lane Youth Club', 'guarded', {
      guarded: ['Lantern Lane Youth Club'],
    })
    has(t, 'It was at the lan\u00ADtern lane youth club.', 'guarded', {
      guarded: ['Lantern Lane Youth Club'],
    })
    has(t, 'It was at the L\u0430ntern Lane youth clubs.', 'guarded', {
      guarded: ['Lantern Lane Youth Club'],
    })
    has(t, 'It was at LanternLane YouthClub.', 'guarded', { guarded: ['Lantern Lane Youth Club'] })
    t.same(
      found('Lanternfish were lit.', { guarded: ['Lantern'] }).filter((each) =>
        each.startsWith('guarded'),
      ),
      [],
      'a part of a word is another word',
    )
    t.ok(NEVER_OVERRULED.includes('guarded') && NEVER_OVERRULED.includes('named'))
  },
)

t.test('R11: words that stand in a private matter are stopped', async (t) => {
  has(t, 'We heard that the oldest son was moved to another school.', 'named', {
    private: ['The oldest son was moved to another school in May'],
  })
  t.same(
    found('A family is being helped.', { private: ['A family whose son was moved'] }).filter(
      (each) => each.startsWith('named'),
    ),
    [],
  )
})

t.test('R12: long sentences and hard words are found', async (t) => {
  has(t, `We ${'very '.repeat(26)}much hope so.`, 'plain')
  has(t, 'Leaflets were disseminated.', 'plain')
  t.ok(readingGrade('We met. We ate.') < 3)
  t.ok(
    readingGrade(
      'Institutional representatives subsequently facilitated interdisciplinary collaboration.',
    ) > 12,
  )
})
