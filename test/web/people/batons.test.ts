import { agree } from '../../../src/domain/actions/agreement.ts'
import t from 'tap'
import Database from 'better-sqlite3'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { dayOf } from '../../../src/domain/day.ts'
import { must } from '../../../src/sample/must.ts'
import { openHouse, PEOPLE, type Fields, type House, type Visitor } from '../../support/house.ts'

t.setTimeout(120_000)

const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
}
const NOTE = 'Ask at the hall. <b>They</b> open at six.'
const NEXT = 'next@met.example'
const NEW = 'new@met.example'
const by = (house: House, email: string = PEOPLE.coordinator) => ({
  personId: house.person(email).id,
  at: house.clock.at(),
})
const seatCalled = (house: House, title: string) =>
  house.store.organisations.seats().find((each) => each.title === title)!
const SERGEANT = 'Ward sergeant, Church Street'
const OTHER = 'Community engagement officer'
const add = (
  house: House,
  email: string,
  organisation: string = PEOPLE.sergeant,
  role: 'member' | 'observer' = 'member',
  name = `Person at ${email.split('@')[0]}`,
): number =>
  house.store.people.record(
    {
      name,
      email,
      role,
      approves: false,
      organisationId: house.person(organisation).organisationId,
    },
    by(house),
  )
const agreed = (
  house: House,
  text: string,
  over: { seatId?: number; depth?: 'table' | 'named'; list?: number[] } = {},
): number =>
  house.store.actions.record(
    must(
      agree(
        {
          text,
          kind: 'one-off',
          leadId: house.person(PEOPLE.sergeant).organisationId,
          seatId: over.seatId ?? seatCalled(house, SERGEANT).id,
          helperIds: [],
          by: null,
        },
        () => true,
      ),
    ),
    {
      roundTableId: null,
      concernIds: [],
      depth: over.depth ?? 'table',
      ground: over.depth === 'named' ? 'A family could be identified' : null,
      list: over.list ?? [],
    },
    by(house),
  )
const termsNow = (house: House, id: number) => termsOf(house.store.actions.listUnfiltered([id])[0]!)
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

/**
 * A sergeant who hands on, a colleague who comes next, two actions, and a second seat of the
 * sergeant's.
 */
const open = async (t: { teardown: (fn: () => unknown) => unknown }) => {
  const house = await openHouse({ t })
  const seat = seatCalled(house, SERGEANT)
  const other = seatCalled(house, OTHER)
  const next = add(house, NEXT)
  const path = `/desk/seats/${seat.id}/baton`
  const leaver = house.signIn(PEOPLE.sergeant)
  const successor = house.signIn(NEXT)
  const coordinator = house.signIn(PEOPLE.coordinator)
  const latest = () => house.store.batons.ofSeat(seat.id).at(-1)!
  const hand = (fields: Fields = {}, who: Visitor = leaver) =>
    who.post(path, { toId: next, note: NOTE, ...fields })
  const yes = (who: Visitor = successor, fields: Fields = {}) =>
    who.post(`${path}/acceptance`, { batonId: latest().id, ...fields })
  const no = (who: Visitor = successor, fields: Fields = {}) =>
    who.post(`${path}/declining`, { batonId: latest().id, ...fields })
  const stop = (who: Visitor = leaver) => who.post(`${path}/withdrawal`, { batonId: latest().id })
  const invite = (who: Visitor = coordinator) =>
    who.post(`${path}/invitation`, { batonId: latest().id })
  const holders = () =>
    house.store.organisations
      .findSeat(seat.id)!
      .holders.filter((each) => each.untilOn === null)
      .map((each) => each.personId)
  const verbs = () =>
    house.store.journal.history('seat', seat.id).map((line) => [line.verb, line.personId])
  return {
    house,
    seat,
    other,
    next,
    path,
    leaver,
    successor,
    coordinator,
    latest,
    hand,
    yes,
    no,
    stop,
    invite,
    holders,
    verbs,
  }
}
/** Letters since a moment, as who got which. */
const letterWatch = (house: House) => {
  let from = house.letters.length
  return async () => {
    await settle()
    // What the clock writes to owners is another test's.
    const sent = house.letters
      .slice(from)
      .filter((each) => !each.subject.includes('from the round table'))
    from = house.letters.length
    return sent
  }
}
const linkIn = (text: string): string =>
  new URL(text.match(/https?:\/\/\S+\/invitation\/\S+/)![0]).pathname
const codeIn = (text: string): string => text.match(/code is (\w+)/)![1]!
const beside = (id: string): RegExp => new RegExp(`<span class="error" id="${id}-error"`)

t.test(
  'R7: a holder names a colleague, writes a note and hands on; the colleague reads, says yes, and the history shows both with dates',
  async (t) => {
    const { house, seat, path, leaver, successor, coordinator, hand, yes, holders, verbs } =
      await open(t)
    const [police, me] = [house.person(NEXT).id, house.person(PEOPLE.sergeant).id]
    const letters = letterWatch(house)
    const before = verbs().length
    t.equal((await hand()).headers.location, path)
    t.same(holders(), [me], 'the holder keeps the seat until the answer')
    t.match(
      (await leaver.get(path)).body,
      /is handing this seat on to.*They have not answered yet/s,
    )
    t.match((await successor.get('/desk')).body, 'is being handed on to you')
    const page = (await successor.get(path)).body
    t.match(
      page,
      /This seat is being handed on to you.*Ask at the hall\. &lt;b&gt;They&lt;\/b&gt; open at six\..*Yes, I take it on/s,
    )
    t.match((await coordinator.get('/desk')).body, `${SERGEANT}</b></a> goes from`)
    t.match((await coordinator.get('/desk/people')).body, 'Being handed on')

    house.clock.pass({ days: 2 })
    const later = house.signIn(NEXT)
    t.equal((await yes(later, { words: 'Gladly' })).headers.location, path)
    t.same(holders(), [police])
    t.same(verbs().slice(before), [
      ['began to hand on', me],
      ['took on', police],
      ['left', police],
      ['seated', police],
    ])
    const after = (await later.get(path)).body
    t.match(
      after,
      /Person at next<\/b>, since 29 January 2022.*A past holder, 1 March 2021 to 29 January 2022/s,
    )
    t.match(
      after,
      /The note that came with it:.*Ask at the hall/s,
      'and the note stays with the one who holds the seat',
    )
    t.match(
      (await house.signIn(PEOPLE.sergeant).get(path)).body,
      /took on this seat<\/b> on 29 January 2022\. “Gladly”/,
    )
    const sent = await letters()
    t.same(
      sent.map(({ to, subject }) => [to, subject]),
      [
        [NEXT, 'A seat is being handed on to you'],
        [PEOPLE.sergeant, 'A seat was handed on'],
        [PEOPLE.coordinator, 'A seat was handed on'],
      ],
    )
    for (const letter of sent) {
      t.notMatch(
        letter.text,
        /hall|Gladly|Person at|stall/i,
        'no note, no name and no action in a letter',
      )
      t.notMatch(letter.to, /,/, 'addressed alone')
      t.match(letter.text, 'You will be asked to sign in')
    }
    house.clock.pass({ days: 60 })
    t.match(
      (await house.signIn(NEXT).get(path)).body,
      'Ask at the hall',
      'for as long as they sit there',
    )
    t.equal(house.store.organisations.findSeat(seat.id)!.holders.length, 2)
  },
)

t.test(
  'the note is read by the two of them and a coordinator, and by nobody else at the desk',
  async (t) => {
    const { house, path, hand, yes, next } = await open(t)
    await hand({ toId: next })
    add(house, 'colleague@met.example')
    const others = [PEOPLE.officer, PEOPLE.observer, PEOPLE.approver, 'colleague@met.example']
    for (const email of others) {
      const page = (await house.signIn(email).get(path)).body
      t.match(page, 'This seat is being handed on')
      t.notMatch(page, /Ask at the hall|Yes, I take it on|Take it back|Stop this|batonId/, email)
      t.notMatch((await house.signIn(email).get('/desk')).body, /Seats being handed on/, email)
    }
    await yes(house.signIn(NEXT), { words: 'Gladly' })
    for (const email of others)
      t.notMatch((await house.signIn(email).get(path)).body, /Ask at the hall|Gladly/, email)
  },
)

t.test(
  'only the holder hands on, only the one it goes to answers, and an observer changes nothing',
  async (t) => {
    const { house, hand, yes, no, stop, invite, latest, leaver, coordinator, holders } =
      await open(t)
    for (const email of [PEOPLE.officer, PEOPLE.observer, PEOPLE.coordinator, NEXT])
      t.equal((await hand({}, house.signIn(email))).statusCode, 403, email)
    await hand()
    for (const visitor of [leaver, coordinator, house.signIn(PEOPLE.officer)]) {
      t.equal((await yes(visitor)).statusCode, 403)
      t.equal((await no(visitor, { words: 'x' })).statusCode, 403)
    }
    for (const email of [NEXT, PEOPLE.officer, PEOPLE.observer])
      t.equal((await stop(house.signIn(email))).statusCode, 403, email)
    t.equal((await invite(leaver)).statusCode, 403, 'nobody gets in but by a coordinator')
    t.equal((await invite()).statusCode, 404, 'and there is nobody to invite')
    house.store.people.recordRole(house.person(PEOPLE.sergeant).id, 'observer', false, by(house))
    t.equal((await stop()).statusCode, 403, 'a holder who only reads along now')
    t.equal(latest().end, null)
    t.same(holders(), [house.person(PEOPLE.sergeant).id])
    t.equal(
      (
        await house
          .stranger()
          .post(`/desk/seats/${latest().seatId}/baton/acceptance`, { batonId: latest().id })
      ).headers.location,
      '/sign-in',
    )
  },
)

t.test(
  'R23: each refusal stands beside its field, and everything typed is still there',
  async (t) => {
    const { house, seat, path, hand, next, latest, leaver } = await open(t)
    agreed(house, 'Share the patrol plan')
    const shown = house.store.actions
      .listUnfiltered()
      .filter((each) => termsOf(each).seatId === seat.id)
      .map((each) => each.id)
      .join(' ')
    add(house, 'reads@met.example', PEOPLE.sergeant, 'observer')
    const gone = add(house, 'gone@met.example')
    house.store.people.end(gone, by(house))
    const cases: [string, Fields, string][] = [
      ['nobody chosen', { toId: '' }, 'baton-toId'],
      ['an address without a name', { toId: '', email: NEW }, 'baton-name'],
      ['no address', { toId: '', name: 'Someone', email: 'new at met' }, 'baton-email'],
      ['both', { email: NEW }, 'baton-email'],
      ['oneself', { toId: house.person(PEOPLE.sergeant).id }, 'baton-toId'],
      ['another organisation', { toId: house.person(PEOPLE.officer).id }, 'baton-toId'],
      ['someone who left', { toId: gone }, 'baton-toId'],
      ['an observer', { toId: house.person('reads@met.example').id }, 'baton-toId'],
      ['nobody we know', { toId: 99_999 }, 'baton-toId'],
      ['not a number', { toId: '7 or 8' }, 'baton-toId'],
      [
        'the address of another organisation',
        { toId: '', name: 'Someone', email: PEOPLE.officer.toUpperCase() },
        'baton-email',
      ],
      [
        'an observer’s address',
        { toId: '', name: 'Someone', email: 'reads@met.example' },
        'baton-email',
      ],
      ['one’s own address', { toId: '', name: 'Me', email: PEOPLE.sergeant }, 'baton-email'],
      [
        'a seat of someone else',
        { keepSeatId: seatCalled(house, 'Youth services officer').id },
        'baton-keepSeatId',
      ],
      ['an empty seat', { keepSeatId: seatCalled(house, OTHER).id }, 'baton-keepSeatId'],
      ['a long note', { note: `${NOTE}${'x'.repeat(2000)}` }, 'baton-note'],
      ['a long name', { toId: '', email: NEW, name: 'x'.repeat(121) }, 'baton-name'],
    ]
    for (const [what, fields, id] of cases) {
      const answer = await hand({ alumni: 'yes', shown, ...fields })
      t.equal(answer.statusCode, 422, what)
      t.match(answer.body, beside(id), what)
      t.match(answer.body, `href="#${id}"`)
      t.match(answer.body, 'Ask at the hall. &lt;b&gt;They', `${what}: the note`)
      t.match(answer.body, /name="alumni" value="yes" checked/, `${what}: the tick`)
      t.notMatch(
        answer.body,
        /name="goesIds" value="\d+" checked/,
        `${what}: and what was not ticked`,
      )
      for (const name of ['name', 'email'] as const)
        if (fields[name]) t.match(answer.body, `value="${fields[name]}"`)
      if (fields.email || fields.name)
        t.match(answer.body, /<details open>\s*<summary>They are not on the list/)
    }
    t.equal(
      (await leaver.post(path, { toId: next, note: NOTE, seatId: 1 })).statusCode,
      400,
      'a field we do not know',
    )
    t.same(house.store.batons.list(), [])
    await hand()
    const silent = await house
      .signIn(NEXT)
      .post(`${path}/declining`, { batonId: latest().id, words: ' ' })
    t.equal(silent.statusCode, 422)
    t.match(silent.body, beside('answer-words'))
    const long = await house
      .signIn(NEXT)
      .post(`${path}/declining`, { batonId: latest().id, words: `Too far${'x'.repeat(1000)}` })
    t.equal(long.statusCode, 422)
    t.match(long.body, 'Too farxxx')
  },
)

t.test(
  'a no is read with its reason by the holder and a coordinator, and the seat stays where it was',
  async (t) => {
    const { house, path, leaver, hand, no, holders, coordinator } = await open(t)
    await hand()
    const letters = letterWatch(house)
    await letters()
    for (let i = 0; i < 2; i++)
      t.equal(
        (await no(undefined, { words: 'I <move> too' })).headers.location,
        path,
        'and a second tap says nothing new',
      )
    t.same(holders(), [house.person(PEOPLE.sergeant).id])
    for (const visitor of [leaver, coordinator])
      t.match(
        (await visitor.get(path)).body,
        /said no<\/b> on 27 January 2022\. “I &lt;move&gt; too”/,
      )
    const sent = await letters()
    t.same(
      sent.map(({ to, subject }) => [to, subject]),
      [
        [PEOPLE.sergeant, 'A seat was not taken on'],
        [PEOPLE.coordinator, 'A seat was not taken on'],
      ],
    )
    t.notMatch(sent.map((each) => each.text).join(), /move/)
    t.match((await leaver.get(path)).body, 'Hand this seat on', 'and can be handed on again')
  },
)

t.test(
  'what is taken back or stopped is over, and whoever was written to hears of it',
  async (t) => {
    const { house, path, leaver, coordinator, hand, stop, yes } = await open(t)
    const letters = letterWatch(house)
    await hand()
    await letters()
    for (let i = 0; i < 2; i++) t.equal((await stop()).headers.location, path)
    t.same(
      (await letters()).map(({ to, subject }) => [to, subject]),
      [[NEXT, 'A seat stays where it was']],
    )
    t.equal((await yes()).statusCode, 409, 'it cannot be taken on any more')
    house.clock.pass({ minutes: 1 })
    await hand()
    await letters()
    t.equal((await stop(coordinator)).statusCode, 303)
    t.same(
      (await letters()).map(({ to }) => to),
      [PEOPLE.sergeant, NEXT],
    )
    t.match((await leaver.get(path)).body, 'The handing on was stopped')
    await hand({ toId: '', name: 'Someone new', email: NEW })
    await letters()
    await stop()
    t.same(
      (await letters()).map(({ to }) => to),
      [PEOPLE.coordinator],
      'who was asked to invite them',
    )
  },
)

t.test('a letter that was held until it was over says only how it ended, once', async (t) => {
  const { house, hand, stop, latest } = await open(t)
  const letters = letterWatch(house)
  await hand()
  await letters()
  house.store.batons.recordLetters(latest().id, [house.person(NEXT).id], by(house))
  for (const row of house.store.letters.due(house.clock.at()))
    house.store.letters.hold(row.id, by(house))
  house.clock.pass({ minutes: 5 })
  await stop()
  for (const row of house.store.letters.recent(20).filter((each) => each.heldAt !== null))
    await house.signIn(PEOPLE.coordinator).post(`/desk/letters/${row.id}/letting-go`)
  t.same(
    (await letters()).map(({ to, subject }) => [to, subject]),
    [[NEXT, 'A seat stays where it was']],
  )
})

t.test(
  'R22: two taps are one, and a form from before is told so with its words (R23)',
  async (t) => {
    const { house, path, hand, yes, no, stop, latest, successor, coordinator, leaver, holders } =
      await open(t)
    for (const answer of await Promise.all([hand(), hand()])) t.equal(answer.headers.location, path)
    t.equal(house.store.batons.list().length, 1)
    const second = await hand({ note: 'Other words, which took an hour' })
    t.equal(second.statusCode, 409)
    t.match(
      second.body,
      /handed on already.*This is what you typed:.*Other words, which took an hour/s,
    )
    t.match(second.body, 'href="#baton-conflict"')

    const old = latest().id
    await stop()
    const late = await successor.post(`${path}/declining`, {
      batonId: old,
      words: 'Words of an old form',
    })
    t.equal(late.statusCode, 409)
    t.match(late.body, /Nothing was saved\. This is what you typed:.*Words of an old form/s)
    await hand({ note: 'Not what you read' })
    t.equal(
      (await successor.post(`${path}/acceptance`, { batonId: old })).statusCode,
      409,
      'nobody takes on what they did not read',
    )
    t.equal((await successor.post(`${path}/acceptance`, {})).statusCode, 409)
    t.equal(
      (await leaver.post(`${path}/withdrawal`, { batonId: old })).statusCode,
      303,
      'that one is over already',
    )
    t.equal((await coordinator.post(`${path}/withdrawal`, {})).statusCode, 409)
    t.equal(latest().end, null)
    for (const answer of await Promise.all([yes(), yes()])) t.equal(answer.headers.location, path)
    t.same(holders(), [house.person(NEXT).id])
    t.equal(house.store.organisations.findSeat(latest().seatId)!.holders.length, 2)
    t.equal((await no(undefined, { words: 'After all' })).statusCode, 409)
    t.equal(
      (await coordinator.post(`${path}/withdrawal`, { batonId: latest().id })).statusCode,
      409,
      'a coordinator who stops it too late is told',
    )
    t.equal(latest().end!.kind, 'accepted')
  },
)

t.test('two who share a seat hand it on one after the other', async (t) => {
  const { house, seat, path, hand, yes, holders } = await open(t)
  const mate = add(house, 'mate@met.example')
  const third = add(house, 'third@met.example')
  house.store.organisations.recordHolding(seat.id, mate, '2021-06-01', by(house))
  await hand()
  const refused = await house
    .signIn('mate@met.example')
    .post(path, { toId: third, note: 'The keys are with me' })
  t.equal(refused.statusCode, 409)
  t.match(refused.body, 'The keys are with me')
  await yes()
  t.same(holders(), [mate, house.person(NEXT).id], 'one goes, the other stays')
  t.equal(
    (
      await house
        .signIn('mate@met.example')
        .post(path, { toId: third, note: 'The keys are with me' })
    ).statusCode,
    303,
  )
  await yes(house.signIn('third@met.example'))
  t.same(holders(), [house.person(NEXT).id, third])
  t.notMatch(
    (await house.signIn(PEOPLE.sergeant).get(path)).body,
    /The keys are with me|Person at mate<\/b> asks/,
    'the first one reads nothing of the second',
  )
})

t.test(
  'R7: what does not go stays with the organisation or the leaver’s other seat, with the reason in its history; a tampered form moves nothing else',
  async (t) => {
    const { house, seat, other, latest, leaver, path, hand, yes } = await open(t)
    house.store.organisations.recordHolding(
      other.id,
      house.person(PEOPLE.sergeant).id,
      '2022-01-01',
      by(house),
    )
    const [goes, keeps, foreign] = [
      agreed(house, 'Goes along'),
      agreed(house, 'Stays with me'),
      agreed(house, 'Of the other seat', { seatId: other.id }),
    ]
    const held = agreed(house, 'About a family', {
      depth: 'named',
      list: [house.person(PEOPLE.sergeant).id],
    })
    const shown = [goes, keeps, foreign, held, keeps, 99_999, 'x'].join(' ')
    const page = (await house.signIn(PEOPLE.sergeant).get(path)).body
    t.match(page, /Goes along.*Stays with me/s)
    t.match(page, 'matter held in private stays with the seat')
    t.notMatch(page, /About a family/)
    t.equal((await hand({ shown, goesIds: [goes, 99_999], keepSeatId: other.id })).statusCode, 303)
    t.same(latest().keeps, [{ actionId: keeps, seatId: other.id }])
    t.match((await house.signIn(NEXT).get(path)).body, '1 action stays behind')
    const family = house.store.actions.listUnfiltered([held])[0]!
    await yes()
    t.match(termsNow(house, keeps), {
      seatId: other.id,
      reason: `${SERGEANT} was handed on, and this stayed behind`,
      personId: house.person(NEXT).id,
    })
    t.match([termsNow(house, goes).seatId, termsNow(house, foreign).seatId], [seat.id, other.id])
    t.same(
      house.store.actions.listUnfiltered([held])[0],
      family,
      'R11: its seat, its words and its list are as they were',
    )
    t.match(
      (await leaver.get(`/desk/actions/${keeps}`)).body,
      'was handed on, and this stayed behind',
    )
  },
)

t.test(
  'an action that came to the seat while they were writing goes with it, unless they say otherwise',
  async (t) => {
    const { house, hand, yes, latest, seat } = await open(t)
    const [first, second] = [agreed(house, 'Was there'), agreed(house, 'Was unticked')]
    const late = agreed(house, 'Came meanwhile')
    const refused = await hand({ toId: '', shown: `${first} ${second}`, goesIds: first })
    t.same(
      [first, second, late].map((id) =>
        refused.body.includes(`name="goesIds" value="${id}" checked`),
      ),
      [true, false, true],
    )
    await hand({ shown: `${first} ${second}`, goesIds: first })
    t.same(latest().keeps, [{ actionId: second, seatId: null }])
    await yes()
    t.same(
      [first, second, late].map((id) => termsNow(house, id).seatId),
      [seat.id, null, seat.id],
    )
  },
)

t.test(
  'R11: what was closed, taken out or made private between naming and answering is left alone, and nothing goes to a seat that ended',
  async (t) => {
    const { house, other, hand, yes, latest, coordinator, seat, path } = await open(t)
    house.store.organisations.recordHolding(
      other.id,
      house.person(PEOPLE.sergeant).id,
      '2022-01-01',
      by(house),
    )
    const ids = ['To be closed', 'To be private', 'To be taken out', 'To stay'].map((text) =>
      agreed(house, text),
    )
    const [closed, held, out, stays] = ids as [number, number, number, number]
    await hand({ shown: ids.join(' '), keepSeatId: other.id })
    t.equal(latest().keeps.length, 4)
    const sergeant = house.person(PEOPLE.sergeant)
    house.store.actions.recordUpdate(
      closed,
      { status: 'done', text: 'Done', waitingFor: null, on: null },
      { organisationId: sergeant.organisationId, seatId: seat.id, roundTableId: null },
      by(house),
    )
    t.equal((await coordinator.post(`/desk/actions/${closed}/closing`)).statusCode, 303)
    t.equal(
      (
        await coordinator.post(`/desk/actions/${held}/depth`, {
          depth: 'named',
          ground: GROUNDS[0]!,
          list: [house.person(PEOPLE.coordinator).id],
        })
      ).statusCode,
      303,
    )
    house.store.actions.recordTakingOut(out, house.store.roundTables.list()[0]!.id, by(house))
    const late = agreed(house, 'Came later')
    await coordinator.post(`/desk/seats/${other.id}/ending`)
    t.notMatch((await house.signIn(NEXT).get(path)).body, /To be private|To be taken out/)
    t.equal((await yes()).statusCode, 303)
    t.same(
      [closed, held, out, late].map((id) => [
        termsNow(house, id).seatId,
        house.store.actions.listUnfiltered([id])[0]!.terms.length,
      ]),
      [
        [seat.id, 1],
        [seat.id, 1],
        [seat.id, 1],
        [seat.id, 1],
      ],
    )
    t.equal(
      termsNow(house, stays).seatId,
      null,
      'with the organisation, since the other seat is no more',
    )
  },
)

t.test('R21: the links in the leaver’s letters are dead once the seat is handed on', async (t) => {
  const { house, seat, hand, yes } = await open(t)
  const [actionId, personId] = [
    agreed(house, 'Share the patrol plan'),
    house.person(PEOPLE.sergeant).id,
  ]
  house.store.notices.record(
    [{ personId, actionId, seatId: seat.id, why: 'asked', cause: 'test' }],
    dayOf(house.clock.now()),
    by(house),
  )
  const letterId = house.store.notices.recordLetter(
    personId,
    house.store.notices.waiting().filter((each) => each.personId === personId),
    '9999-01-01T00:00:00.000Z',
    by(house),
  )
  const link = `/report/${house.store.reportLinks.make({ letterId, actionId, seatId: seat.id, personId }, house.clock.at())}`
  await hand()
  t.equal((await house.stranger().get(link)).statusCode, 200, 'until then it is theirs')
  await yes()
  t.equal((await house.stranger().get(link)).statusCode, 404)
  t.equal(
    (await house.stranger().post(link, { status: 'under-way', text: 'x', waitingFor: '' }))
      .statusCode,
    404,
  )
})

t.test(
  'R7: past holders are named only if they say so, and no more once they say no',
  async (t) => {
    const { house, path, hand, yes, next, seat } = await open(t)
    await hand({ alumni: 'yes' })
    const name = house.person(PEOPLE.sergeant).name
    t.same(house.store.batons.alumni(), [house.person(PEOPLE.sergeant).id])
    await yes()
    const reader = house.signIn(PEOPLE.observer)
    t.match((await reader.get(path)).body, `${name}, 1 March 2021 to`)
    t.match((await reader.get('/desk/people')).body, `${name}, 1 March 2021 to`)
    t.equal((await house.signIn(PEOPLE.sergeant).post('/desk/me/alumni', {})).statusCode, 303)
    t.notMatch((await reader.get(path)).body, name)
    t.match((await reader.get(path)).body, 'A past holder, 1 March 2021 to')

    house.store.batons.recordAlumni(true, { personId: next, at: house.clock.at() })
    t.match((await house.signIn(NEXT).get(path)).body, /name="alumni" value="yes" checked/)
    await house
      .signIn(NEXT)
      .post(path, { toId: house.person(PEOPLE.sergeant).id, note: 'Back to you' })
    t.same(house.store.batons.alumni(), [], 'a box that was unticked takes it back')
    const lines = house.store.journal
      .history('person', next)
      .map((line) => line.verb)
      .filter((verb) => verb.includes('past holder'))
    t.same(lines, ['agreed to be named as a past holder', 'is no more named as a past holder'])
    await house.signIn(PEOPLE.sergeant).post(`/desk/seats/${seat.id}/baton/acceptance`, {
      batonId: house.store.batons.list().at(-1)!.id,
    })
    t.match(
      (await reader.get(path)).body,
      new RegExp(`${name}</b>, since 27 January 2022.*A past holder.*A past holder`, 's'),
      'the history keeps every time',
    )
  },
)

t.test(
  'R7: a leaver who is ended in the middle is out at once, the seat stands empty and seen, and nobody can take on what they began',
  async (t) => {
    const {
      house,
      seat,
      path,
      leaver,
      successor,
      coordinator,
      hand,
      yes,
      no,
      invite,
      holders,
      latest,
    } = await open(t)
    await hand({ toId: '', name: 'Someone new', email: NEW })
    t.equal(
      (await coordinator.post(`/desk/people/${house.person(PEOPLE.sergeant).id}/ending`))
        .statusCode,
      303,
    )
    t.same(holders(), [])
    t.equal((await leaver.get(path)).headers.location, '/sign-in')
    t.match((await coordinator.get('/desk')).body, new RegExp(`Empty seats.*${SERGEANT}`, 's'))
    t.match(
      (await coordinator.get(path)).body,
      /Empty\. Its actions stay with it.*A past holder, 1 March 2021 to 27 January 2022/s,
    )
    t.equal((await invite()).statusCode, 409, 'and nobody is let in for it')
    t.equal(house.store.people.findByEmail(NEW), undefined)
    t.equal(latest().end, null)
    for (const answer of [await yes(), await no(successor, { words: 'x' })])
      t.equal(answer.statusCode, 403)

    const other = await open(t)
    await other.hand()
    other.house.store.people.end(other.house.person(PEOPLE.sergeant).id, by(other.house))
    t.equal((await other.yes()).statusCode, 409)
    t.same(other.holders(), [])
    for (const visitor of [other.successor, other.coordinator])
      t.match(
        (await visitor.get(path)).body,
        /The holder left before the answer\.<\/b> Person at next was to come next.*Ask at the hall/s,
        'the note is not lost',
      )
    t.notMatch(
      (await other.house.signIn(PEOPLE.officer).get(path)).body,
      /Ask at the hall|was to come next/,
    )
    t.equal(
      (await other.coordinator.post(`/desk/seats/${seat.id}/holdings`, { personId: other.next }))
        .statusCode,
      303,
    )
    t.match(
      (await other.successor.get(path)).body,
      'Ask at the hall',
      'and the one it was for reads it in the seat',
    )
    t.notMatch((await other.coordinator.get(path)).body, 'Ask at the hall', 'it is settled')
    t.equal(seat.id, other.seat.id)
  },
)

t.test(
  'R7: a seat that ends in the middle is taken on by nobody, and nobody is seated on it from an old page',
  async (t) => {
    const { house, seat, next, path, coordinator, hand, yes, holders } = await open(t)
    await hand()
    t.equal((await coordinator.post(`/desk/seats/${seat.id}/ending`)).statusCode, 303)
    t.equal((await yes()).statusCode, 409)
    t.match((await house.signIn(NEXT).get(path)).body, 'This seat ended on 27 January 2022')
    t.equal(
      (await coordinator.post(`/desk/seats/${seat.id}/holdings`, { personId: next })).statusCode,
      409,
    )
    t.equal(
      (
        await coordinator.post('/desk/people', {
          name: 'Late',
          email: 'late@met.example',
          role: 'member',
          organisationId: seat.organisationId,
          seatId: seat.id,
        })
      ).statusCode,
      422,
    )
    t.same(holders(), [])
    house.clock.pass({ days: 1 })
    await house.signIn(PEOPLE.coordinator).post(`/desk/seats/${seat.id}/ending`)
    t.equal(
      house.store.organisations.findSeat(seat.id)!.endedOn,
      '2022-01-27',
      'ended once, on its day',
    )
  },
)

t.test(
  'a successor who was ended, or who may only read along by now, cannot take it on, and the holder is told',
  async (t) => {
    const { house, path, leaver, successor, hand, yes, stop, next, holders } = await open(t)
    const letters = letterWatch(house)
    await hand()
    await letters()
    house.store.people.recordRole(next, 'observer', false, by(house))
    t.equal((await yes()).statusCode, 403)
    t.notMatch((await successor.get('/desk')).body, 'Read and answer')
    t.match((await leaver.get(path)).body, 'They cannot take it on any more')
    house.store.people.recordRole(next, 'member', false, by(house))
    t.notMatch((await leaver.get(path)).body, 'They cannot take it on any more')
    house.store.people.end(next, by(house))
    t.equal((await yes()).headers.location, '/sign-in')
    t.match((await leaver.get(path)).body, 'They cannot take it on any more')
    t.equal((await stop()).statusCode, 303)
    t.same(await letters(), [], 'and no letter goes to someone who left')
    t.same(holders(), [house.person(PEOPLE.sergeant).id])
  },
)

t.test('a successor whom a coordinator seated meanwhile holds one chair, not two', async (t) => {
  const { house, seat, next, coordinator, hand, yes, holders } = await open(t)
  await hand()
  for (let i = 0; i < 2; i++)
    t.equal(
      (await coordinator.post(`/desk/seats/${seat.id}/holdings`, { personId: next })).statusCode,
      303,
    )
  t.equal((await yes()).statusCode, 303)
  t.same(holders(), [house.person(NEXT).id])
})

t.test(
  'an address of a colleague, in capitals or not, is that colleague, and nobody is invited',
  async (t) => {
    const { house, hand, latest, next } = await open(t)
    const letters = letterWatch(house)
    t.equal((await hand({ toId: '', name: 'Whoever', email: NEXT.toUpperCase() })).statusCode, 303)
    t.match(latest(), { toId: next, name: null, email: null })
    t.same(
      (await letters()).map(({ to }) => to),
      [NEXT],
    )
  },
)

t.test(
  'R25: an address that is not here is asked in by a coordinator, comes by letter and code, reads, and takes the seat on',
  async (t) => {
    const { house, seat, path, leaver, coordinator, hand, invite, yes, holders, latest } =
      await open(t)
    const letters = letterWatch(house)
    await hand({ toId: '', name: 'Someone new', email: NEW.toUpperCase() })
    t.same(
      (await letters()).map(({ to, subject }) => [to, subject]),
      [[PEOPLE.coordinator, 'Someone waits for your invitation']],
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
      [[NEW, 'You are asked to the round table']],
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
    t.same(
      house.store.journal.history('person', house.person(NEW).id).map((line) => line.verb),
      ['added', 'invited', 'came in on an invitation as', 'signed in'],
    )
    t.equal((await yes(phone)).statusCode, 303)
    t.same(holders(), [house.person(NEW).id])
    t.equal(latest().end!.kind, 'accepted')
  },
)

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

t.test(
  'asked in again, the old link is dead for good, even where its letter comes late, and a second tap kills nothing',
  async (t) => {
    const { house, path, hand, invite, leaver } = await open(t)
    await hand({ toId: '', name: 'Someone new', email: NEW })
    const letters = letterWatch(house)
    await invite()
    const first = linkIn((await letters()).find((each) => each.to === NEW)!.text)
    house.clock.pass({ days: 7, minutes: 1 })
    t.match(
      (await house.signIn(PEOPLE.sergeant).get(path)).body,
      'Their invitation ran out on 3 February 2022',
    )
    const id = house.person(NEW).id
    const coordinator = house.signIn(PEOPLE.coordinator)
    for (const answer of await Promise.all(
      [1, 2].map(() => coordinator.post(`/desk/people/${id}/invitation`)),
    ))
      t.equal(answer.statusCode, 303)
    const again = (await letters()).filter((each) => each.to === NEW)
    t.equal(again.length, 1)
    t.match(again[0]!.text, SERGEANT, 'asked in again for the same seat')
    const second = linkIn(again[0]!.text)
    t.equal((await house.stranger().get(first)).statusCode, 410)
    t.equal((await house.stranger().get(second)).statusCode, 200)

    // A letter that was held, and let go after a newer one went.
    house.clock.pass({ minutes: 1 })
    house.store.invitations.record(id, null, by(house))
    const held = house.store.letters.recent(1)[0]!
    house.store.letters.hold(held.id, by(house))
    house.clock.pass({ minutes: 1 })
    await coordinator.post(`/desk/people/${id}/invitation`)
    const last = linkIn((await letters()).filter((each) => each.to === NEW).at(-1)!.text)
    await coordinator.post(`/desk/letters/${held.id}/letting-go`)
    t.same(
      (await letters()).filter((each) => each.to === NEW),
      [],
      'the older one has nothing left to say',
    )
    t.equal((await house.stranger().get(second)).statusCode, 410)
    t.equal((await house.stranger().get(last)).statusCode, 200)
    t.equal((await leaver.get(path)).headers.location, '/sign-in')
  },
)

t.test('an invitation for a seat that is not handed on any more does not promise it', async (t) => {
  const { house, hand, invite, stop } = await open(t)
  await hand({ toId: '', name: 'Someone new', email: NEW })
  const letters = letterWatch(house)
  await invite()
  const link = linkIn((await letters()).find((each) => each.to === NEW)!.text)
  await stop()
  t.notMatch((await house.stranger().get(link)).body, /Ward sergeant|being handed on/)
})

t.test(
  'R7: whoever was asked in and is ended before they come is out, by link and by code',
  async (t) => {
    const { house, path, leaver, hand, invite, coordinator } = await open(t)
    await hand({ toId: '', name: 'Someone new', email: NEW })
    const letters = letterWatch(house)
    await invite()
    const link = linkIn((await letters()).find((each) => each.to === NEW)!.text)
    const phone = house.stranger()
    await phone.post(link)
    const code = codeIn((await letters()).find((each) => each.to === NEW)!.text)
    const { id } = house.person(NEW)
    t.equal((await coordinator.post(`/desk/people/${id}/ending`)).statusCode, 303)
    t.equal((await phone.post('/sign-in/code', { code })).statusCode, 422)
    t.equal((await house.stranger().get(link)).statusCode, 410)
    t.equal(house.store.invitations.isLive(1, house.clock.at()), false, 'by a work account neither')
    t.match((await leaver.get(path)).body, 'They cannot take it on any more')
    t.same(
      house.store.journal.history('person', id).map((line) => line.verb),
      ['added', 'invited', 'ended'],
    )
  },
)

t.test(
  'R25: a note that was typed when the session ran out is on the desk again, and can be sent from there',
  async (t) => {
    const { house, path, leaver, next, latest } = await open(t)
    house.clock.pass({ minutes: 40 })
    t.equal(
      (await leaver.post(path, { toId: next, note: NOTE })).headers.location,
      '/sign-in?kept=yes',
    )
    const back = house.signIn(PEOPLE.sergeant)
    const page = (await back.get('/desk')).body
    t.match(page, /You were signed out while you were writing.*Ask at the hall/s)
    t.match(page, `href="${path}"`)
    const [kept] = house.store.people.keptForms(house.person(PEOPLE.sergeant).id)
    t.equal((await back.post(`/desk/kept/${kept!.id}/sending`)).headers.location, path)
    t.equal((await back.post(path, { toId: next, note: NOTE })).statusCode, 303)
    t.equal(latest().note, NOTE)
  },
)
