import t from 'tap'
import {
  agendaOf,
  HOMELESS,
  lengthOf,
  type Arrangement,
} from '../../../../src/domain/round-tables/agenda.ts'
import { forEveryTable, rearrange } from '../../../../src/domain/round-tables/agenda/arrange.ts'
import {
  orderAsTyped,
  readOrder,
  readSlot,
} from '../../../../src/domain/round-tables/agenda/order.ts'
import { organisations } from '../../make.ts'
import { drawn, MET_ORDER, sources, topic, typed } from './set-up.ts'

t.test(
  'R4: the order of the police is typed at once: nine slots, and what is open stands under them',
  async (t) => {
    const slots = agendaOf(sources({ topics: [topic(4)] }), typed(MET_ORDER))
    t.same(drawn(slots), [
      'Apologies',
      'Minutes and matters arising | October 2021 round table | 1.3 Meet parents | 2.3 What do the figures show?',
      'Police on last priorities | Stop and search',
      'Police report',
      'Community concerns | The lift smells',
      'Agreeing priorities',
      'Contact sessions',
      'Any other business | Topic 4',
      'Date of next meeting | 28 April 2022',
    ])
    t.equal(lengthOf(slots), 95)
    t.equal(slots[3]!.leads, 'Ward sergeant')
    t.equal(orderAsTyped(slots), MET_ORDER)
  },
)

t.test('typed again as it stands, nothing changes; two lines change places', async (t) => {
  const first = typed(MET_ORDER)
  t.same(agendaOf(sources(), typed(MET_ORDER, sources(), first)), agendaOf(sources(), first))
  const lines = MET_ORDER.split('\n')
  const swapped = typed([lines[1], lines[0], ...lines.slice(2)].join('\n'), sources(), first)
  t.same(
    agendaOf(sources(), swapped)
      .map(({ title }) => title)
      .slice(0, 3),
    ['Minutes and matters arising', 'Apologies', 'Police on last priorities'],
  )
  const usual = agendaOf(sources(), [])
  t.same(drawn(agendaOf(sources(), typed(orderAsTyped(usual)))), drawn(usual), 'the usual one too')
})

t.test('a line says its minutes and who leads in the ways people write them', async (t) => {
  const of = (title: string, minutes: number | null, leads = '') => ({ title, minutes, leads })
  for (const [said, read] of [
    ['Police report, 10', of('Police report', 10)],
    ['4. Police report 10 min', of('Police report', 10)],
    ['- Police report (10 minutes)', of('Police report', 10)],
    ['Police report: 10', of('Police report', 10)],
    ['Police report', of('Police report', null)],
    ['Minutes, matters arising and actions, 15', of('Minutes, matters arising and actions', 15)],
    ['Police report; 10 mins; Ward sergeant', of('Police report', 10, 'Ward sergeant')],
    ['Actions from July 2021', of('Actions from July 2021', null)],
    ['Apologies,', of('Apologies', null)],
  ] as const)
    t.same(readSlot(said), read, said)
})

t.test('R23: what cannot be an order says which line is wrong and why', async (t) => {
  for (const [text, reason] of [
    ['', /one line for each/],
    ['Police report, 121', /“Police report” is too long/],
    ['Police report\npolice  report', /stands there twice/],
    ['x'.repeat(130), /shorter/],
    [Array.from({ length: 41 }, (_, i) => `Slot ${i}x`).join('\n'), /40 slots/],
  ] as const)
    t.match(readOrder(text, agendaOf(sources(), []), sources()), {
      accepted: false,
      refusals: [{ field: 'order', reason }],
    })
})

t.test(
  'R4: what stood under a slot that is removed stands under another, or has no place',
  async (t) => {
    const out = (arranged: Arrangement, key: string) =>
      rearrange(agendaOf(from, arranged), key, { move: 'out', minutes: null }, arranged)
    const from = sources({ topics: [topic(4)] })
    let arranged: Arrangement = []
    const where = (text: string) =>
      agendaOf(from, arranged).find(({ lines }) => lines.some((each) => each.text === text))?.key
    const all = ['1.3 Meet parents', 'Stop and search', 'The lift smells', 'Topic 4']
    arranged = out(arranged, 'carried')
    t.equal(where('1.3 Meet parents'), 'minutes')
    arranged = out(out(arranged, 'minutes'), 'topic-4')
    t.equal(where('1.3 Meet parents'), 'questions')
    t.equal(where('Topic 4'), 'other')
    for (const key of ['questions', 'priorities', 'concerns']) arranged = out(arranged, key)
    for (const text of all) t.equal(where(text), 'other', text)
    arranged = out(arranged, 'other')
    for (const text of all) t.equal(where(text), HOMELESS, text)
    t.notOk(typed('Only this', from).some(({ key, isGone }) => key === HOMELESS && !isGone))
    t.same(
      drawn(agendaOf(sources(), out(out([], 'next'), 'residents'))).filter((each) =>
        /28 April|Residents/.test(each),
      ),
      [],
    )
  },
)

t.test(
  'a slot is renamed and keeps what stands under it, and holds what is put under it',
  async (t) => {
    const renamed = rearrange(agendaOf(sources(), []), 'carried', {
      move: null,
      minutes: null,
      title: 'Action tracker',
      leads: 'The chair',
    })
    const slots = agendaOf(sources(), renamed)
    t.match(
      slots.find(({ key }) => key === 'carried'),
      {
        title: 'Action tracker',
        leads: 'The chair',
        lines: [{ text: '1.3 Meet parents' }],
      },
    )
    const held = rearrange(
      slots,
      'other',
      { move: null, minutes: null, holds: ['carried'] },
      renamed,
    )
    t.same(
      drawn(agendaOf(sources(), held)).filter((each) => each.includes('1.3')),
      ['Any other business | 1.3 Meet parents'],
    )
  },
)

t.test(
  'nine organisations have one slot, the same minutes each, in a table of two hours',
  async (t) => {
    const nine = Array.from({ length: 9 }, (_, i) => ({
      ...organisations[0]!,
      id: i + 1,
      name: `Organisation ${i + 1}`,
    }))
    const slots = agendaOf(sources({ organisations: nine }), [])
    t.ok(slots.length <= 10)
    t.ok(lengthOf(slots) <= 120, `${lengthOf(slots)} minutes`)
    const together = slots.find(({ key }) => key === 'organisations')!
    t.equal(together.lines.length, 9)
    t.same([...new Set(together.lines.map(({ note }) => note))], ['3 minutes'])
    const three = rearrange(agendaOf(sources(), []), 'organisation-1', { move: 'down', minutes: 7 })
    t.equal(
      agendaOf(sources({ organisations: nine }), three).filter(({ key }) =>
        key.startsWith('organisation'),
      ).length,
      1,
      'and so where it was three before',
    )
    const back = rearrange(slots, 'organisations', { move: 'down', minutes: null })
    t.equal(
      agendaOf(sources(), back).filter(({ key }) => key.startsWith('organisation-')).length,
      3,
      'and three again where it was nine',
    )
  },
)

t.test('an order for every table leaves out what people asked for at one', async (t) => {
  const order = rearrange(agendaOf(sources({ topics: [topic(4)] }), []), 'topic-4', {
    move: 'up',
    minutes: 20,
  })
  const next = agendaOf(sources({ topics: [topic(5)] }), forEveryTable(order))
  t.same(
    next.filter(({ key }) => key.startsWith('topic-')).map(({ key, minutes }) => [key, minutes]),
    [['topic-5', 5]],
  )
})
