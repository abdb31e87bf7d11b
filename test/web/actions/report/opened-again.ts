import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { agree } from '../../../../src/domain/actions/agreement.ts'
import { must } from '../../../../src/sample/must.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { by, everything, find, linkFor, open, seatOf, UNDER_WAY } from './set-up.ts'

const agreeNow = (house: House, text: string, list: number[] = []): number => {
  const { id: seatId, organisationId: leadId } = seatOf(house, PEOPLE.sergeant)
  const terms = { text, kind: 'one-off' as const, leadId, seatId, helperIds: [], by: null }
  return house.store.actions.record(
    must(agree(terms, () => true)),
    {
      roundTableId: null,
      concernIds: [],
      depth: list.length ? 'named' : 'table',
      ground: list.length ? 'A person could be identified.' : null,
      list,
    },
    by(house),
  )
}
/** Links to several actions as one letter brings them. */
const oneLetter = (house: House, ids: number[]): string[] => {
  const first = linkFor(house, ids[0]!)
  const { letterId, seatId, personId } = house.store.reportLinks.find(first.split('/').at(-1)!)!
  return [
    first,
    ...ids.slice(1).map((actionId) => {
      const link = { letterId, actionId, seatId, personId }
      return `/report/${house.store.reportLinks.make(link, house.clock.at())}`
    }),
  ]
}
const inSection = (body: string, id: string): string =>
  new RegExp(`<section[^>]* id="${id}"[^]*?</section>`).exec(body)?.[0] ?? ''

t.test(
  'R21: whose words they are and what not to write stand beside the field, before Send',
  async (t) => {
    const { phone, link } = await open(t)
    const { body } = await phone.get(link)
    const [label, hint, field, send] = [
      'for="text"',
      'id="text-hint"',
      '<textarea',
      '>Send</button>',
    ].map((each) => body.indexOf(each)) as [number, number, number, number]
    t.ok(label < hint && hint < field && field < send)
    t.match(body.slice(hint, field), /You speak for the Ward sergeant.*No names of residents/s)
    t.match(body.slice(field, send), 'aria-describedby="text-hint"')
  },
)

t.test(
  'R21: opened again, the link says what I said last, when, and what was said since; taking it back says that it worked',
  async (t) => {
    const { house, phone, link } = await open(t)
    await phone.post(link, { ...UNDER_WAY, text: 'The hall is <booked>' })
    const again = (await phone.get(link)).body
    t.match(again, /You said on 27 January 2022, 10\.40:\s*<b>Under way<\/b>/)
    t.match(again, 'The hall is &lt;booked&gt;')
    t.match(again, 'The people of the round table read it')
    t.match(again, 'See the receipt, or take it back')
    house.clock.pass({ hours: 2 })
    const seat = seatOf(house, PEOPLE.sergeant)
    house.store.actions.recordUpdate(
      find(house).id,
      { status: 'waiting', text: 'Typed at the table', waitingFor: 'the hall', on: null },
      { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
      by(house),
    )
    const later = (await phone.get(link)).body
    t.match(later, /Since then, on 27 January 2022:\s*<b>Waiting<\/b>.*Typed at the table/s)
    t.notMatch(later, 'or take it back', 'the hour is over')
    await phone.post(link, { ...UNDER_WAY, text: 'A slip' })
    const { id: updateId } = find(house).updates.at(-1)!
    const back = await phone.post(`${link}/undoing`, { updateId })
    t.equal(back.headers.location, `${link}?said=back`)
    const told = (await phone.get(back.headers.location!)).body
    t.match(told, /role="status">\s*<b>Taken back\.<\/b>.*It stands as before: Waiting/s)
    t.notMatch(told, 'A slip')
    t.notMatch(told, 'See the receipt', 'there is none for what was taken back')
    t.match(told, 'The hall is &lt;booked&gt;', 'what was said before is what I said last')
  },
)

t.test(
  'the receipt says who reads it, when the table meets next, when residents hear, and what else is mine',
  async (t) => {
    const house = await openHouse({ t })
    const ids = ['Walk the estate', 'Write to the school', 'Mend the lamps'].map((text) =>
      agreeNow(house, text),
    )
    agreeNow(house, 'Visit the Okafor family', [house.person(PEOPLE.sergeant).id])
    const [link, second] = oneLetter(house, ids.slice(0, 2))
    const phone = house.stranger()
    await phone.post(link!, UNDER_WAY)
    const { body } = await phone.get(`${link}/receipt`)
    t.match(
      inSection(body, 'readers'),
      /The people of the round table, now.*They meet now\..*Residents hear of it on the board.*second person/s,
    )
    const rest = inSection(body, 'rest')
    t.match(rest, 'Write to the school')
    t.notMatch(rest, /Walk the estate|Okafor/, 'R11')
    t.notMatch(rest, 'Mend the lamps', 'R21: another letter is another letter')
    t.match(rest, /\d+ more actions of yours\s*are on your desk/)
    const beside = /href="(\/report\/[^"]+)"/.exec(rest)![1]!
    t.not(beside, second)
    const page = await phone.get(beside)
    t.equal(page.statusCode, 200, 'no sign-in')
    t.match(page.body, 'Write to the school')
    t.equal(
      (await phone.post(beside, { ...UNDER_WAY, text: 'Written' })).headers.location,
      `${beside}/receipt`,
    )
    t.match(house.store.actions.listUnfiltered([ids[1]!])[0]!.updates.at(-1), {
      text: 'Written',
      personId: house.person(PEOPLE.sergeant).id,
    })
    const done = inSection((await phone.get(`${beside}/receipt`)).body, 'rest')
    t.match(done, /Walk the estate.*You have said where it stands/s)
    t.match(done, `href="${link}.`, 'and the way back')
  },
)

t.test(
  'R7, R11, R21: a link goes on to what its own letter brought and to nothing else: not to another letter’s, not once it became private, not once the first is over, and fifty GETs of it change nothing',
  async (t) => {
    const house = await openHouse({ t })
    const ids = ['Walk the estate', 'Write to the school'].map((text) => agreeNow(house, text))
    const [link] = oneLetter(house, ids)
    const other = linkFor(house, agreeNow(house, 'Mend the lamps'))
    const phone = house.stranger()
    const row = (path: string) => house.store.reportLinks.find(path.split('/').at(-1)!)!
    const beside = house.store.reportLinks.ofLetter(row(link!)).at(-1)!
    const never = await phone.get(`/report/${'A'.repeat(32)}`)
    for (const number of [
      row(other).id,
      0,
      -1,
      99999,
      '',
      'x',
      `0${beside.id}`,
      `${beside.id}.1`,
    ]) {
      const answer = await phone.get(`${link}.${number}`)
      t.same([answer.statusCode, answer.body], [404, never.body], String(number))
    }
    const before = everything(house)
    for (let i = 0; i < 50; i++) {
      t.equal((await phone.get(`${link}.${beside.id}`)).statusCode, 200)
      await phone.get(`${link}.${beside.id}/receipt`)
    }
    t.equal(everything(house), before)
    const list = [house.person(PEOPLE.sergeant).id]
    const named = { depth: 'named' as const, ground: 'A person could be identified.', list }
    house.store.actions.recordDepth(ids[1]!, named, by(house))
    t.equal((await phone.get(`${link}.${beside.id}`)).statusCode, 404)
    const self = `${link}.${row(link!).id}`
    t.equal((await phone.get(self)).statusCode, 200)
    house.store.actions.recordDepth(ids[0]!, named, by(house))
    t.equal((await phone.get(self)).statusCode, 404)
    t.equal((await phone.get(link!)).statusCode, 404)
  },
)

t.test(
  'R26: “done on” takes a day or a month that has been, and is kept only with what is done',
  async (t) => {
    const { house, phone, link } = await open(t)
    t.not(termsOf(find(house)).kind, 'standing')
    const said = { status: 'done', text: 'The day was held', waitingFor: '' }
    for (const on of ['10 December 2030', 'next month', '28 January 2022']) {
      const refused = await phone.post(link, { ...said, on })
      t.equal(refused.statusCode, 422, on)
      t.match(refused.body, 'href="#on"')
      t.match(refused.body, `value="${on}"`, 'R23: what was typed is still there')
    }
    for (const [on, kept] of [
      ['10/12', '2021-12-10'],
      ['December', '2021-12'],
      ['27 January 2022', '2022-01-27'],
      ['January 2022', '2022-01'],
    ] as const) {
      t.equal((await phone.post(link, { ...said, on })).statusCode, 303, on)
      t.equal(find(house).updates.at(-1)!.on, kept)
    }
    t.match((await phone.get(`${link}/receipt`)).body, /Done<\/span>\s*, January 2022/)
    await phone.post(link, { ...UNDER_WAY, on: '10/12' })
    t.equal(find(house).updates.at(-1)!.on, null)
  },
)

t.test(
  'whoever opens a link that died, of whatever kind, reads whom to ask, and how to reach them',
  async (t) => {
    const { house, phone, link } = await open(t)
    house.clock.pass({ days: 61 })
    for (const path of [link, '/report/unknown', '/release/unknown', '/answer/unknown']) {
      const { body } = await phone.get(path)
      t.match(body, /Not sure\?.*Ask Mosaic Community Trust:.*mailto:table@mosaic\.example/s, path)
      t.equal(body.split('mailto:').length, 2, 'once')
    }
  },
)
