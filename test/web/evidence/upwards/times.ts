import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { entryWords, tell, tellAgain, withdraw } from '../../../support/publications.ts'
import { agree, hold, paperOf, raise, report, sectionOf, textOf } from './set-up.ts'
import type { EventWords } from '../../../../src/domain/publishing/kinds/event.ts'
import { FIRST } from '../../../../src/domain/publishing/told.ts'

const eventWords = (over: Partial<EventWords> = {}): EventWords => ({
  kind: 'event',
  change: FIRST,
  what: 'stall',
  heldOn: '2021-11',
  area: null,
  who: [],
  came: '',
  name: 'Stall in the square',
  place: '',
  told: 'We met.',
  worked: null,
  findings: [],
  entries: [],
  ...over,
})

t.test(
  'R23, R26: an odd time is answered with this quarter, which the sheet and its file are named by',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const odd of [
      '2021-q9',
      '99999',
      '',
      '2021-07',
      '..%2F..%2Fx',
      '%00',
      '2021%0d%0aX-Y%3a1',
      '%E2%80%AE2021',
      '__proto__',
    ]) {
      const answer = await laptop.get(`/desk/upwards?period=${odd}`)
      t.equal(answer.statusCode, 200, odd)
      t.match(answer.body, /<h1>Mosaic Community Trust: January to March 2022 /, odd)
      t.equal(
        (await laptop.get(`/desk/upwards.docx?period=${odd}`)).headers['content-disposition'],
        'attachment; filename="upwards-2022-q1-public.docx"',
        odd,
      )
    }
    t.match(
      (await laptop.get('/desk/upwards?period=2021-q3&period=2021-q4')).body,
      /<h1>Mosaic Community Trust: July to September 2021 /,
      'the first of two',
    )
    t.match(
      (await laptop.get('/desk/upwards?period=1999')).body,
      /<option value="1999" selected>1999<\/option>/,
    )
    t.same(
      [
        ...(await laptop.get('/desk/upwards?period=2021')).body.matchAll(
          /<option value="(\d{4}(?:-q\d)?)"/g,
        ),
      ].map(([, period]) => period),
      ['2021', '2022', '2022-q1', '2021-q4', '2021-q3', '2021-q2', '2021-q1'],
    )
  },
)

t.test('R15: what is withdrawn or corrected is so on the next sheet', async (t) => {
  const house = await openHouse({ t })
  const { id } = tell(house.store, entryWords({ said: 'The first wording.', raisedOn: '2021-08' }))
  t.match(textOf(paperOf(house, '2021-q3', 'public')), 'The first wording.')
  tellAgain(
    house.store,
    id,
    entryWords({
      said: 'The right wording.',
      raisedOn: '2021-08',
      change: { kind: 'correction', words: 'The wording was wrong.' },
    }),
  )
  t.match(textOf(paperOf(house, '2021-q3', 'public')), 'The right wording.')
  t.notMatch(textOf(paperOf(house, '2021-q3', 'public')), 'The first wording.')
  withdraw(house.store, id)
  for (const depth of ['public', 'table'] as const)
    t.notMatch(textOf(paperOf(house, '2021-q3', depth)), 'wording.')
})

t.test('R26: a stall that lies ahead was not held, in public or at the table', async (t) => {
  const house = await openHouse({ t })
  tell(house.store, eventWords({ name: 'The stall to come', heldOn: '2022-03-20' }))
  tell(house.store, eventWords({ name: 'The stall of this month', heldOn: '2022-01' }))
  hold(house, 'A stall to come as well', '2022-03-21', null)
  t.notMatch(sectionOf(paperOf(house, '2022', 'public'), 'events'), 'The stall to come')
  t.match(sectionOf(paperOf(house, '2022', 'public'), 'events'), 'The stall of this month')
  t.notMatch(sectionOf(paperOf(house, '2022', 'table'), 'events'), 'A stall to come as well')
})

t.test(
  'R26: what was said done after midnight in London on the first of July is done in the third quarter',
  async (t) => {
    const house = await openHouse({ t })
    const concern = raise(house, 'The lamp at the gate is out', { raisedOn: '2021-02' })
    report(
      house,
      agree(house, concern, 'Mend the lamp'),
      'done',
      'It shines',
      '2021-06-30T23:30:00.000Z',
    )
    t.match(sectionOf(paperOf(house, '2021-q3', 'table'), 'done'), 'The lamp at the gate is out')
    t.match(sectionOf(paperOf(house, '2021-q3', 'table'), 'done'), '1 July 2021')
    t.notMatch(sectionOf(paperOf(house, '2021-q2', 'table'), 'done'), 'The lamp at the gate is out')
  },
)
