import t, { type Test } from 'tap'
import { isOpen, statusOf, termsOf } from '../../../../src/domain/actions/action.ts'
import { isPriority, wordingOf, type Concern } from '../../../../src/domain/concerns/concern.ts'
import { openHouse, PEOPLE, type House, type Answer } from '../../../support/house.ts'
import { hands, OPEN, type Hands } from './set-up.ts'

t.test('R20: each kind of line lands in the record, with htmx and without', async (t) => {
  for (const part of [false, true]) {
    const house = await openHouse({ t })
    const { laptop, write, concern, action, notes, ids, organisation, seat, table } = hands(house)
    const send = async (text: string, last: number | '' = '') => {
      const answer = await write(laptop, text, { last }, { part })
      t.equal(answer.statusCode, part ? 200 : 303, text)
      if (!part)
        t.match(answer.headers.location, /^\/desk\/round-tables\/2022-q1\?last=\d+#quick-text$/)
      return answer
    }
    const stopped = await concernsLand(t, { part, house, send, laptop, concern, ids })

    await actionsLand(t, send, stopped, { action, ids, organisation, seat })

    await send('d We meet at Church Street', stopped.id)
    await send('n2 The lamp was mended once')
    t.match(
      notes().map((note) => [note.kind, note.text, note.concernId, note.unread]),
      [
        ['decision', 'We meet at Church Street', stopped.id, null],
        ['note', 'The lamp was mended once', ids()[1], null],
      ],
    )

    await updatesLand(t, send, { action, organisation, table })

    await send('h @mct, @sergeant sent someone, @wcc councillor, 7 residents')
    t.match(
      [...table().attendance].map((each) => [each.seatId, each.presence, each.guestRole]),
      [
        [seat('Coordinator'), 'present', null],
        [seat('Ward sergeant'), 'sent-someone', null],
        [seat('Youth'), 'present', null],
        [null, 'present', null],
        [null, 'present', 'councillor'],
      ],
      'what the line does not say stays',
    )
    t.equal(table().residents, 7)
    t.notMatch((await laptop.get(OPEN)).body, 'No one from the police is here')
  }
})

async function concernsLand(
  t: Test,
  {
    part,
    house,
    send,
    laptop,
    concern,
    ids,
  }: {
    part: boolean
    house: House
    send: (text: string, last?: number | '') => Promise<Answer>
  } & Pick<Hands, 'laptop' | 'concern' | 'ids'>,
) {
  const answer = await send('c Young men are stopped #stop #church !priority')
  t.match(
    part ? answer.body : (await laptop.get(OPEN)).body,
    /Item <\/span>3.*Young men are stopped/s,
  )
  const stopped = concern()
  t.match(
    { ...wordingOf(stopped) },
    { text: 'Young men are stopped', personId: house.person(PEOPLE.coordinator).id },
  )
  t.equal(
    house.store.labels.list('theme').find((each) => each.id === wordingOf(stopped).themeId)?.code,
    'stop-and-search',
  )
  t.ok(isPriority(stopped))
  t.same(ids().at(-1), stopped.id)
  return stopped
}

async function actionsLand(
  t: Test,
  send: (text: string, last?: number | '') => Promise<Answer>,
  stopped: Concern,
  { action, ids, organisation, seat }: Pick<Hands, 'action' | 'ids' | 'organisation' | 'seat'>,
) {
  await send('a Hold a stall @youth +mosaic by Sept', stopped.id)
  t.match(
    { ...termsOf(action()), concernIds: action().concernIds },
    {
      text: 'Hold a stall',
      kind: 'one-off',
      leadId: organisation('council'),
      seatId: seat('Youth'),
      helperIds: [organisation('mosaic')],
      by: '2022-09',
      proposed: false,
      concernIds: [stopped.id],
    },
  )
  await send('a1 Meet them every month !standing', stopped.id)
  t.match(
    { ...termsOf(action()), concernIds: action().concernIds },
    { kind: 'standing', concernIds: [ids()[0]] },
    'under the item that was named',
  )
  await send('q- Who checks the figures?', stopped.id)
  t.match(
    { ...termsOf(action()), concernIds: action().concernIds },
    { kind: 'question', text: 'Who checks the figures?', concernIds: [] },
    'and under none',
  )
}

async function updatesLand(
  t: Test,
  send: (text: string, last?: number | '') => Promise<Answer>,
  { action, organisation, table }: Pick<Hands, 'action' | 'organisation' | 'table'>,
) {
  await send('u 1.3 waiting for the schools: letters are out')
  t.match(
    { ...action('1.3').updates.at(-1)! },
    {
      status: 'waiting',
      waitingFor: 'the schools',
      text: 'letters are out',
      roundTableId: table().id,
      organisationId: organisation('mosaic'),
    },
  )
  await send('u 1.11 done, closed: they played on 10 December')
  t.match(
    { ...action('1.11').updates.at(-1)! },
    { status: 'done', text: 'they played', on: '2021-12-10' },
  )
  t.notOk(isOpen(action('1.11')))
  await send('u 2.5 could not, because the school said no')
  t.match({ ...action('2.5').updates.at(-1)! }, { status: 'could-not', text: 'the school said no' })
  await send('u 1.6 @sergeant by May')
  t.match(
    { ...termsOf(action('1.6')) },
    { leadId: organisation('police'), by: '2022-05', reason: 'Agreed at the round table' },
  )
  t.equal(action('1.6').updates.length, 1, 'new terms are no report')
}

t.test('R2: a line fills in no owner and no date that was not typed', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, action } = hands(house)
  await write(laptop, 'a Mend the lamp @officer by the lift')
  t.match(
    { ...termsOf(action()) },
    {
      text: 'Mend the lamp @officer by the lift',
      leadId: null,
      seatId: null,
      helperIds: [],
      by: null,
      proposed: false,
    },
  )
  const page = (await laptop.get(`/desk/actions/${action().id}`)).body
  t.match(page, 'Owner not agreed yet')
  t.match(page, 'No date agreed yet')
})

t.test(
  'R6: what a line gives to police who are not there is proposed, until they are',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, action } = hands(house)
    await write(laptop, 'a Bring the figures @mps')
    t.ok(termsOf(action()).proposed)
    await write(laptop, 'h @mps inspector apologies')
    await write(laptop, 'a Bring the other figures @mps')
    t.ok(termsOf(action()).proposed, 'apologies are not being there')
    await write(laptop, 'h @sergeant\na Bring all figures @mps')
    t.notOk(termsOf(action()).proposed, 'in the same box as well')
  },
)

t.test('R3: an action that goes on is not done, and a standing one is still going', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, action } = hands(house)
  await write(
    laptop,
    'u 1.4 still going: a hall is found\nu 2.1 still going: stop and search was the topic',
  )
  t.equal(statusOf(action('1.4')), 'under-way')
  t.equal(statusOf(action('2.1')), 'done')
  t.equal(action('1.4').updates.at(-1)!.text, 'still going: a hall is found')
})
