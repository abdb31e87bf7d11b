import t from 'tap'
import { latestOf, type Status, termsOf } from '../../../../src/domain/actions/action.ts'
import { type House, PEOPLE } from '../../../support/house.ts'
import { by, colleague, get, line, MINE, openWith, rows, seatOf } from './set-up.ts'
import type { AgreedTerms } from '../../../../src/domain/actions/agreement.ts'

const say = (
  house: House,
  id: number,
  status: Status,
  text: string,
  email: string = PEOPLE.sergeant,
): void => {
  const seat = seatOf(house, email)
  house.store.actions.recordUpdate(
    id,
    { status, text, waitingFor: null, on: null },
    { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
    by(house, email),
  )
}
const change = (house: House, id: number, over: Partial<AgreedTerms>): void => {
  const { text, kind, leadId, seatId, helperIds, by: due } = termsOf(get(house, id))
  house.store.actions.recordTerms(
    id,
    { text, kind, leadId, seatId, helperIds, by: due, proposed: false, reason: 'Moved', ...over },
    by(house),
  )
}

t.test(
  'R23: a colleague who was quicker is a conflict with their words, nothing of mine is lost, and sent again it goes through',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    const [a, b] = ids as [number, number]
    const old = {
      ...line(house, a, 'under-way', 'Mine, first'),
      ...line(house, b, 'under-way', 'Mine, second'),
    }
    say(house, a, 'waiting', 'Theirs <first>', colleague(house))
    const before = rows(house)
    const refused = await phone.post(MINE, old)
    t.equal(refused.statusCode, 409)
    t.equal(rows(house), before)
    t.match(refused.body, /someone said “Waiting: Theirs &lt;first&gt;” while you were writing/)
    for (const words of ['Mine, first', 'Mine, second']) t.match(refused.body, `value="${words}"`)
    const now = Object.fromEntries(
      [...refused.body.matchAll(/name="(seen-\d+)" value="(\d+)"/g)].map((each) => [
        each[1]!,
        each[2]!,
      ]),
    )
    t.equal((await phone.post(MINE, { ...old, ...now })).statusCode, 303)
    t.same(
      ids.slice(0, 2).map((id) => get(house, id).updates.at(-1)!.text),
      ['Mine, first', 'Mine, second'],
    )
  },
)

t.test(
  'R23: what a colleague took back again, what a helper says of its own part, and what I said myself is no conflict',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    const [a, b, c] = ids as [number, number, number]
    change(house, b, { helperIds: [house.person(PEOPLE.officer).organisationId] })
    const old = Object.assign({}, ...ids.map((id) => line(house, id, 'under-way', 'Mine')))
    const second = colleague(house)
    say(house, a, 'done', 'Not so', second)
    house.store.actions.recordTakingBack(a, get(house, a).updates.at(-1)!.id, by(house, second))
    say(house, b, 'done', 'Our part', PEOPLE.officer)
    say(house, c, 'not-started', 'From the other phone')
    t.equal((await phone.post(MINE, old)).statusCode, 303)
    t.same(
      ids.map((id) => latestOf(get(house, id)).text),
      ['Mine', 'Mine', 'Mine'],
    )
  },
)

t.test(
  'R23: a colleague who was quicker stays in sight, though I said something in another window since',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    const old = line(house, ids[0]!, 'under-way', 'Mine')
    say(house, ids[0]!, 'done', 'Theirs', colleague(house))
    house.clock.pass({ minutes: 1 })
    say(house, ids[0]!, 'done', 'Mine, elsewhere')
    const refused = await phone.post(MINE, old)
    t.equal(refused.statusCode, 409)
    t.match(refused.body, 'Done: Theirs')
    t.match(
      refused.body,
      'value="Mine"',
      'it is finished now, and still on the form, since someone is writing on it',
    )
    t.equal((await phone.post(MINE, line(house, ids[0]!, 'under-way', 'Mine'))).statusCode, 303)
  },
)

t.test(
  'R23: what was closed, given to another organisation, taken out or made private meanwhile shows what I wrote, and the rest can be sent',
  async (t) => {
    const { house, ids, phone } = await openWith(t, [
      'Closed',
      'Given away',
      'Taken out',
      'Private to others',
      'Private to me too',
      'Still mine',
    ])
    const [closed, given, taken, hidden, known, mine] = ids as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const old = Object.assign(
      {},
      ...ids.map((id) => line(house, id, 'waiting', `My words on ${id}`, `someone for ${id}`)),
    )
    say(house, closed, 'done', 'Done')
    house.store.actions.recordClosing(closed, null, by(house))
    change(house, given, { leadId: house.person(PEOPLE.officer).organisationId, seatId: null })
    house.store.actions.recordTakingOut(taken, 1, by(house))
    const list = (who: string[]) => ({
      depth: 'named' as const,
      ground: 'A person could be identified.',
      list: who.map((each) => house.person(each).id),
    })
    house.store.actions.recordDepth(hidden, list([PEOPLE.coordinator]), by(house))
    house.store.actions.recordDepth(known, list([PEOPLE.coordinator, PEOPLE.sergeant]), by(house))
    const before = rows(house)
    const refused = await phone.post(MINE, old)
    t.equal(refused.statusCode, 422)
    t.equal(rows(house), before)
    for (const id of ids.slice(0, -1)) {
      t.match(
        refused.body,
        new RegExp(
          `<li class="typed" id="mine-status-${id}" tabindex="-1">“Waiting: someone for ${id}: My words on ${id}”`,
        ),
      )
      t.match(refused.body, `href="#mine-status-${id}"`, 'the refusal leads there')
    }
    t.match(refused.body, 'he round table has closed this action')
    t.match(refused.body, new RegExp(`value="My words on ${mine}"`))
    for (const text of ['Private to others', 'Private to me too'])
      t.notMatch(refused.body, text, 'R11')
    t.notMatch(refused.body, get(house, hidden).number, 'R11: nor its number')
    t.equal(
      (await phone.post(MINE, line(house, mine, 'waiting', 'My words', 'someone'))).statusCode,
      303,
    )
  },
)

t.test(
  'handed to a colleague’s seat meanwhile: I may still say it for my organisation, and it is not said by their seat',
  async (t) => {
    const { house, ids, phone } = await openWith(t, ['Walk the estate'])
    const old = line(house, ids[0]!, 'under-way', 'Walked')
    change(house, ids[0]!, { seatId: seatOf(house, colleague(house)).id })
    t.notMatch((await phone.get(MINE)).body, 'Walk the estate')
    t.equal((await phone.post(MINE, old)).statusCode, 303)
    t.match(get(house, ids[0]!).updates.at(-1), {
      text: 'Walked',
      seatId: seatOf(house, PEOPLE.sergeant).id,
    })
  },
)
