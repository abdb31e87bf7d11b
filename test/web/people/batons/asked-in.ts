import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { type House, PEOPLE } from '../../../support/house.ts'
import {
  add,
  codeIn,
  letterWatch,
  linkIn,
  NEW,
  open,
  type Open,
  type LetterWatch,
} from './set-up.ts'
import type { Letter } from '../../../../src/mail/letter.ts'

/** Every row of every table: what nothing may change that only looks. */
const everything = (house: House): string => {
  const db = new Database(house.file, { readonly: true })
  const names = db
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%fts%' order by name`,
    )
    .pluck()
    .all() as string[]
  const all = JSON.stringify(
    names.map((name) => [name, db.prepare(`select * from "${name}"`).all()]),
  )
  db.close()
  return all
}

t.test(
  'R25: an address that is not here is asked in by a coordinator, comes by letter and code, reads, and takes the seat on',
  async (t) => {
    const { house, seat, path, leaver, coordinator, hand, invite, yes, holders, latest } =
      await open(t)
    const { sent, letters } = await askedFor(t, { house, path, leaver, coordinator, hand, invite })

    const phone = await comeIn(t, letters, sent, { house, seat, path })
    t.same(
      house.store.journal.history('person', house.person(NEW).id).map((line) => line.verb),
      ['added', 'invited', 'came in on an invitation as', 'signed in'],
    )
    t.equal((await yes(phone)).statusCode, 303)
    t.same(holders(), [house.person(NEW).id])
    t.equal(latest().end!.kind, 'accepted')
  },
)

async function askedFor(
  t: Test,
  {
    house,
    path,
    leaver,
    coordinator,
    hand,
    invite,
  }: Pick<Open, 'house' | 'path' | 'leaver' | 'coordinator' | 'hand' | 'invite'>,
) {
  const letters = letterWatch(house)
  await hand({ toId: '', name: 'Someone new', email: NEW.toUpperCase() })
  t.same(
    (await letters()).map(({ to, subject }) => [to, subject]),
    [
      [
        PEOPLE.coordinator,
        'Mosaic Community Trust round table: someone waits for your invitation (sample)',
      ],
    ],
  )
  t.match((await leaver.get(path)).body, 'A coordinator has to invite them first')
  t.match((await coordinator.get('/desk')).body, 'They wait for an invitation')
  await house.stranger().post('/sign-in', { email: NEW })
  t.same(await letters(), [], 'a code opens nothing before that')

  for (const answer of await Promise.all([invite(), invite()]))
    t.equal(answer.headers.location, path)
  const sent = await letters()
  t.same(
    sent.map(({ to, subject }) => [to, subject]),
    [[NEW, 'Mosaic Community Trust round table: you are asked to join (sample)']],
  )
  t.match(
    sent[0]!.text,
    /A seat is being handed on to you: Ward sergeant, Church Street\..*It is good until 3 February 2022/s,
  )
  t.notMatch(sent[0]!.text, /hall|Someone new|sergeant@met/)
  t.match(
    (await leaver.get(path)).body,
    'They are invited until 3 February 2022 and have not come in yet',
  )
  return { sent, letters }
}

async function comeIn(
  t: Test,
  letters: LetterWatch,
  sent: Letter[],
  { house, seat, path }: Pick<Open, 'house' | 'seat' | 'path'>,
) {
  const link = linkIn(sent[0]!.text)
  const before = everything(house)
  const scanner = house.stranger()
  for (let i = 0; i < 20; i++) {
    t.equal((await scanner.get(link)).statusCode, 200)
    t.equal((await scanner.head(link)).statusCode, 200)
  }
  t.equal(everything(house), before, 'R21: looking at it changes no row')
  const phone = house.stranger()
  t.match(
    (await phone.get(link)).body,
    /Metropolitan Police Service.*Ward sergeant, Church Street/s,
  )
  t.equal((await phone.post(link, { more: 'x' })).statusCode, 400)
  t.equal((await phone.post(link)).headers.location, '/sign-in/code')
  t.equal(
    (await phone.post('/sign-in/code', { code: codeIn((await letters()).at(-1)!.text) })).headers
      .location,
    '/desk',
  )
  t.match((await phone.get('/desk')).body, 'is being handed on to you')
  t.match((await phone.get(path)).body, 'Ask at the hall')
  t.equal((await house.stranger().get(link)).statusCode, 410, 'the link is spent')
  t.match(house.person(NEW), {
    role: 'member',
    approves: false,
    organisationId: seat.organisationId,
    name: 'Someone new',
  })
  return phone
}

t.test('a coordinator lets in the address they saw and no other', async (t) => {
  const { house, path, coordinator, hand, stop, invite, latest } = await open(t)
  await hand({ toId: '', name: 'Someone new', email: NEW })
  const seen = latest().id
  await stop()
  await hand({ toId: '', name: 'Someone new', email: 'mallory@elsewhere.example' })
  t.equal((await coordinator.post(`${path}/invitation`, { batonId: seen })).statusCode, 409)
  t.equal((await coordinator.post(`${path}/invitation`, {})).statusCode, 409)
  t.equal(house.store.people.findByEmail('mallory@elsewhere.example'), undefined)
  t.equal(house.store.people.findByEmail(NEW), undefined)
  add(house, 'mallory@elsewhere.example', PEOPLE.officer)
  const taken = await invite()
  t.equal(taken.statusCode, 422)
  t.match(
    taken.body,
    /id="invitation-email"[^>]*>.*Someone here has this address by now/s,
    'beside the button',
  )
})

t.test(
  'R25: an invitation is good for seven days to the second, over a change of the clocks as well, and by a code no longer either',
  async (t) => {
    for (const start of [
      '2022-01-27T10:40:00.000Z',
      '2022-03-24T23:30:00.000Z',
      '2022-10-27T22:30:00.000Z',
    ]) {
      const { house, seat, coordinator } = await open(t)
      house.clock.moveTo(start)
      const letters = letterWatch(house)
      const fresh = house.signIn(PEOPLE.coordinator)
      t.equal(
        (
          await fresh.post('/desk/people', {
            name: 'Someone new',
            email: NEW,
            role: 'member',
            organisationId: seat.organisationId,
          })
        ).statusCode,
        303,
      )
      const link = linkIn((await letters()).find((each) => each.to === NEW)!.text)
      house.clock.pass({ days: 6, hours: 23, minutes: 59, seconds: 59 })
      t.equal((await house.stranger().get(link)).statusCode, 200, start)
      const slow = house.stranger()
      await slow.post('/sign-in', { email: NEW })
      const code = codeIn((await letters()).find((each) => each.to === NEW)!.text)
      house.clock.pass({ seconds: 1 })
      t.equal((await house.stranger().get(link)).statusCode, 410)
      t.equal((await house.stranger().post(link)).statusCode, 410)
      t.equal(
        (await slow.post('/sign-in/code', { code })).statusCode,
        422,
        'not by a code that was asked for a second before',
      )
      t.match(
        (await house.signIn(PEOPLE.coordinator).get('/desk/people')).body,
        'The invitation ran out on',
      )
      await house.stranger().post('/sign-in', { email: NEW })
      t.same(
        (await letters()).filter((each) => each.to === NEW),
        [],
        'and no code is sent',
      )
      t.ok(coordinator)
    }
  },
)

t.test('the letter’s day is the London day of its last second', async (t) => {
  const { house, seat } = await open(t)
  house.clock.moveTo('2022-03-24T23:30:00.000Z')
  const letters = letterWatch(house)
  await house.signIn(PEOPLE.coordinator).post('/desk/people', {
    name: 'Someone new',
    email: NEW,
    role: 'member',
    organisationId: seat.organisationId,
  })
  t.match(
    (await letters()).find((each) => each.to === NEW)!.text,
    'It is good until 1 April 2022',
    'seven days on it is half past midnight in summer',
  )
})
