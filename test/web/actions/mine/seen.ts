import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import {
  agreeNow,
  by,
  colleague,
  get,
  line,
  MINE,
  openWith,
  seatOf,
  section,
  titles,
} from './set-up.ts'

t.test(
  'everything that is mine, the most pressing first: late, coming due, waiting, what keeps going, the rest',
  async (t) => {
    const house = await openHouse({ t })
    const seat = seatOf(house, PEOPLE.sergeant)
    for (const [text, over] of [
      ['The rest', {}],
      ['Keeps going', { kind: 'standing' }],
      ['Waits', {}],
      ['Due soon', { by: '2022-02-10' }],
      ['Late since the month', { by: '2021-12' }],
      ['Late since the day', { by: '2021-11-30' }],
      ['Due later', { by: '2022-08' }],
    ] as const)
      agreeNow(house, text, over)
    const waits = house.store.actions
      .listUnfiltered()
      .find((each) => termsOf(each).text === 'Waits')!
    house.store.actions.recordUpdate(
      waits.id,
      { status: 'waiting', text: '', waitingFor: 'the council', on: null },
      { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
      by(house, PEOPLE.sergeant),
    )
    const body = (await house.signIn(PEOPLE.sergeant).get(MINE)).body
    const mine = section(body, 'mine')
    t.same(
      titles(mine).filter((each) => !each.startsWith('Community')),
      [
        'Late since the day',
        'Late since the month',
        'Due soon',
        'Waits',
        'Keeps going',
        'Due later',
        'The rest',
      ],
    )
    t.match(
      mine,
      /Late: it was due 30 November 2021.*Late: it was due December 2021.*By 10 February 2022/s,
    )
    t.match(mine, /Waiting<\/span> for the council\./)
    t.match(mine, /No date agreed yet/, 'R2')
    t.match(section(body, 'accept'), /2\.3\./, 'what waits for a yes stands first of all')
    t.ok(body.indexOf('id="accept"') < body.indexOf('id="mine"'))
    t.same(titles(section(body, 'finished')).length, 2, 'what is said to be finished stands apart')
  },
)

t.test(
  'R7: across two seats, each action saying which, and not what a colleague’s seat owns',
  async (t) => {
    const { house, ids, phone } = await openWith(t, ['First seat'])
    const { organisationId } = house.person(PEOPLE.sergeant)
    const second = house.store.organisations.recordSeat(
      organisationId,
      'Schools officer',
      by(house),
    )
    house.store.organisations.recordHolding(
      second,
      house.person(PEOPLE.sergeant).id,
      '2022-01-01',
      by(house),
    )
    const theirs = seatOf(house, colleague(house))
    const other = agreeNow(house, 'Second seat', { seatId: second })
    agreeNow(house, 'A colleague’s', { seatId: theirs.id })
    house.clock.pass({ minutes: 1 })
    const body = (await phone.get(MINE)).body
    t.match(
      body,
      /My actions <small class="quiet">Ward sergeant, Church Street and Schools officer</,
    )
    t.match(
      section(body, 'mine'),
      /First seat.*Ward sergeant, Church Street\..*Second seat.*Schools officer\./s,
    )
    t.notMatch(body, 'A colleague’s')
    t.equal(
      (
        await phone.post(MINE, {
          ...line(house, ids[0]!, 'under-way', 'a'),
          ...line(house, other, 'under-way', 'b'),
        })
      ).statusCode,
      303,
    )
    t.match(
      [get(house, ids[0]!).updates.at(-1)!.seatId, get(house, other).updates.at(-1)!.seatId],
      [seatOf(house, PEOPLE.sergeant).id, second],
      'each is said by the seat that owns it',
    )
  },
)

t.test(
  'R2: what I only wrote down for others stands apart, and is not mine to report on',
  async (t) => {
    const house = await openHouse({ t })
    const mosaic = house.person(PEOPLE.coordinator).organisationId
    agreeNow(house, 'For the police to do')
    agreeNow(house, 'For nobody yet', { leadId: null, seatId: null })
    agreeNow(house, 'For us to do', { leadId: mosaic, seatId: null })
    const body = (await house.signIn(PEOPLE.coordinator).get(MINE)).body
    t.ok(titles(section(body, 'mine')).includes('For us to do'))
    for (const text of ['For the police to do', 'For nobody yet']) {
      t.ok(titles(section(body, 'written')).includes(text))
      t.notMatch(section(body, 'mine') + section(body, 'helping'), text)
    }
    t.notMatch(section(body, 'written'), /<select|<input/)
    t.equal(
      (await house.signIn(PEOPLE.sergeant).get(MINE)).body.includes('id="written"'),
      false,
      'who wrote nothing down has no such list',
    )
  },
)

t.test(
  'sixty actions are one page and one form, and all of them can be sent at once',
  async (t) => {
    const house = await openHouse({ t })
    const ids = Array.from({ length: 60 }, (_, i) => agreeNow(house, `Thing ${i}`))
    house.clock.pass({ minutes: 1 })
    const phone = house.signIn(PEOPLE.sergeant)
    const from = performance.now()
    const page = await phone.get(MINE)
    t.comment(
      `${Math.round(page.body.length / 1024)} KB for 60 actions, drawn in ${Math.round(performance.now() - from)} ms, the check of its HTML included`,
    )
    for (const id of ids) t.match(page.body, `name="status-${id}"`)
    const saved = await phone.post(
      MINE,
      Object.assign({}, ...ids.map((id) => line(house, id, 'under-way', `Words on ${id}`))),
    )
    t.equal(saved.headers.location, `${MINE}?saved=60`)
    t.ok(ids.every((id) => get(house, id).updates.at(-1)!.text === `Words on ${id}`))
  },
)

t.test('R6: what I said no to waits for me no more, and can still be found', async (t) => {
  const { house, phone } = await openWith(t, [])
  const id = agreeNow(house, 'Share the patrol plan', { proposed: true })
  t.ok(titles(section((await phone.get(MINE)).body, 'accept')).includes('Share the patrol plan'))
  await phone.post(`/desk/actions/${id}/declining`, { words: 'Not without two officers' })
  const body = (await phone.get(MINE)).body
  t.notMatch(section(body, 'accept') + section(body, 'mine'), 'Share the patrol plan')
  t.match(section(body, 'declined'), /Share the patrol plan.*Declined by the police/s)
})

t.test(
  'R11: a private matter of mine is a line without its words, is said on its own page, and is gone for who may not know',
  async (t) => {
    const { house, phone } = await openWith(t, [])
    const id = agreeNow(house, 'Visit the family', {
      by: '2021-12',
      list: [house.person(PEOPLE.sergeant).id],
    })
    const hidden = agreeNow(house, 'Another family', {
      list: [house.person(PEOPLE.coordinator).id],
    })
    const before = house.store.journal.lastId()
    const body = (await phone.get(MINE)).body
    t.match(
      section(body, 'mine'),
      /Held in private\. A person could be identified\..*Open it to say where it stands/s,
    )
    t.notMatch(body, /Visit the family|Another family/)
    t.notMatch(body, new RegExp(`name="status-(${id}|${hidden})"`))
    t.notMatch(body, `/desk/actions/${hidden}"`)
    t.equal(
      house.store.journal.lastId(),
      before,
      'R21: a list shows nothing that has to be written down',
    )
  },
)
