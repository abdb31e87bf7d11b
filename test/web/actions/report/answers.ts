import t, { type Test } from 'tap'
import { type Action } from '../../../../src/domain/actions/action.ts'
import { must } from '../../../../src/sample/must.ts'
import { type Fields, type House, openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { by, everything, find, journal, linkFor, open, UNDER_WAY } from './set-up.ts'
import { agree } from '../../../../src/domain/actions/agreement.ts'

const proposal = (house: House): number =>
  house.store.actions.record(
    {
      ...must(
        agree(
          {
            text: 'Share the patrol plan',
            kind: 'one-off',
            leadId: house.person(PEOPLE.sergeant).organisationId,
            seatId: null,
            helperIds: [],
            by: null,
          },
          () => false,
        ),
      ),
    },
    { roundTableId: null, concernIds: [], depth: 'table', ground: null, list: [] },
    by(house),
  )

t.test(
  'R6: what was agreed in their absence is accepted, or declined with what would have to change, with its receipt',
  async (t) => {
    const house = await openHouse({ t })
    const id = proposal(house)
    const link = linkFor(house, id)
    const phone = house.stranger()
    const action = () => house.store.actions.listUnfiltered([id])[0]!
    await sayNo(t, { house, link, phone, action })
    for (let i = 0; i < 2; i++)
      t.equal((await phone.post(`${link}/acceptance`, { words: '' })).statusCode, 303)
    t.same(
      action().acceptances.map((each) => each.accepted),
      [false, true],
    )
    const page = (await phone.get(link)).body
    t.match(page, 'said yes')
    t.notMatch(page, 'Do you accept it')
    t.same(
      journal(house, id)
        .map((line) => [line.verb, line.personId])
        .slice(1),
      [
        ['declined', house.person(PEOPLE.sergeant).id],
        ['accepted', house.person(PEOPLE.sergeant).id],
      ],
    )
    await takeItBack(t, { house, link, phone, action, page })
  },
)

async function sayNo(
  t: Test,
  {
    house,
    link,
    phone,
    action,
  }: { house: House; link: string; phone: Visitor; action: () => Action },
) {
  t.match((await phone.get(link)).body, 'This was agreed without you. Do you accept it?')
  const silent = await phone.post(`${link}/declining`, { words: ' ' })
  t.equal(silent.statusCode, 422)
  t.match(silent.body, /href="#words">Say what would have to change/)
  t.same(action().acceptances, [])
  for (let i = 0; i < 2; i++)
    t.equal(
      (await phone.post(`${link}/declining`, { words: 'Not without <two> officers' })).statusCode,
      303,
      'two taps',
    )
  t.match(action().acceptances, [
    {
      accepted: false,
      words: 'Not without <two> officers',
      organisationId: house.person(PEOPLE.sergeant).organisationId,
    },
  ])
  t.equal(action().acceptances.length, 1)
  t.match(
    (await phone.get(link)).body,
    /said no: “Not without &lt;two&gt; officers”.*27 January 2022/s,
  )
}

async function takeItBack(
  t: Test,
  {
    house,
    link,
    phone,
    action,
    page,
  }: { house: House; link: string; phone: Visitor; action: () => Action; page: string },
) {
  t.match(page, 'Take the yes back')
  t.equal(
    (await phone.post(`${link}/declining`, { words: 'A slip of the thumb' })).statusCode,
    303,
    'R21: a yes can be taken back for an hour',
  )
  t.same(
    action().acceptances.map((each) => each.accepted),
    [false, true, false],
  )
  t.equal((await phone.post(`${link}/acceptance`, { words: '' })).statusCode, 303)
  house.clock.pass({ minutes: 60 })
  t.notMatch((await phone.get(link)).body, 'Take the yes back')
  t.equal(
    (await phone.post(`${link}/declining`, { words: 'After all' })).statusCode,
    422,
    'nothing waits any more',
  )
}

t.test(
  'R23: done needs words, could not a reason, waiting for whom; everything typed is kept beside a plain reason',
  async (t) => {
    const { house, phone, link } = await open(t)
    const before = everything(house)
    for (const [fields, field, words] of [
      [{ status: 'done', text: '', waitingFor: 'x' }, 'text', 'Say what was done'],
      [{ status: 'could-not', text: ' ', waitingFor: '' }, 'text', 'Say why it could not be done'],
      [
        { status: 'waiting', text: 'Typed <b>here</b>', waitingFor: '' },
        'waitingFor',
        'Say who you are waiting for',
      ],
      [{ text: 'Typed here', waitingFor: '' }, 'status', 'Choose where it has got to'],
      [{ status: 'finished', text: 'Typed here' }, 'status', 'Choose where it has got to'],
      [{ status: ['done', 'waiting'], text: 'Typed here' }, 'status', 'Choose where it has got to'],
      [{ status: 'done', text: 'a'.repeat(2001) }, 'text', 'too long'],
    ] as [Fields, string, string][]) {
      const answer = await phone.post(link, fields)
      t.equal(answer.statusCode, 422)
      t.match(answer.body, new RegExp(`href="#${field}">[^<]*${words}`))
      t.match(answer.body, /<title>Error:/)
      t.match(answer.body, new RegExp(`id="${field}"`))
      if (typeof fields.status === 'string' && fields.status !== 'finished')
        t.match(answer.body, `value="${fields.status}" checked`)
      if (fields.waitingFor === 'x') t.match(answer.body, 'name="waitingFor" value="x"')
      if (String(fields.text).startsWith('Typed'))
        t.match(answer.body, String(fields.text).replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    }
    t.equal(
      (await phone.post(link, { ...UNDER_WAY, seatId: 1 })).statusCode,
      400,
      'a field we do not know',
    )
    t.equal((await phone.post(`${link}/undoing`, { updateId: 1, personId: 1 })).statusCode, 400)
    t.equal((await phone.post(link, { ...UNDER_WAY, text: 'a'.repeat(300_000) })).statusCode, 413)
    t.equal(everything(house), before, 'nothing was saved')
  },
)

t.test(
  'R3: after the table closed the action the link says so, and what was typed is shown back and not saved',
  async (t) => {
    const { house, phone, link } = await open(t)
    await phone.post(link, { status: 'done', text: 'It was held', waitingFor: '' })
    const { id } = find(house).updates.at(-1)!
    house.store.actions.recordClosing(find(house).id, null, by(house))
    const page = (await phone.get(link)).body
    t.match(page, 'The round table has closed this action')
    t.notMatch(page, '<button')
    const before = everything(house)
    const late = await phone.post(link, { ...UNDER_WAY, text: 'One more thing' })
    t.equal(late.statusCode, 409)
    t.match(late.body, /was not saved.*One more thing/s)
    t.notMatch(late.body, /href="#status"/, 'no link to a field that is not there')
    t.equal((await phone.post(`${link}/undoing`, { updateId: id })).statusCode, 422)
    t.equal(everything(house), before)
  },
)
