import t from 'tap'
import { buildApp } from '../../../../src/app.ts'
import { dayOf } from '../../../../src/domain/day.ts'
import { must } from '../../../../src/sample/must.ts'
import { runClock } from '../../../../src/work/clock/reminders.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agree } from '../../../../src/domain/actions/agreement.ts'

t.test(
  'R26: the day turns at midnight in London on both sides of both clock changes',
  async (t) => {
    for (const [before, after] of [
      ['2022-03-26T23:59:00.000Z', '2022-03-27T00:01:00.000Z'],
      ['2022-03-27T22:59:00.000Z', '2022-03-27T23:01:00.000Z'],
      ['2022-10-29T22:59:00.000Z', '2022-10-29T23:01:00.000Z'],
      ['2022-10-30T23:59:00.000Z', '2022-10-31T00:01:00.000Z'],
    ] as const) {
      const house = await openHouse({ t })
      const seat = house.store.organisations
        .seats()
        .find((each) => each.title.startsWith('Ward sergeant'))!
      const id = house.store.actions.record(
        must(
          agree(
            {
              text: 'By that day',
              kind: 'one-off',
              leadId: seat.organisationId,
              seatId: seat.id,
              helperIds: [],
              by: dayOf(before),
            },
            () => true,
          ),
        ),
        { roundTableId: null, concernIds: [], depth: 'table', ground: null, list: [] },
        { personId: 1, at: before },
      )
      const late = () =>
        [
          ...house.store.notices.waiting(),
          ...house.store.letters.recent(50).flatMap((row) => house.store.notices.inLetter(row.id)),
        ]
          .filter((each) => each.actionId === id && each.why === 'late')
          .map((each) => each.on)
      runClock(house.store, new Date(before))
      t.same(late(), [], before)
      runClock(house.store, new Date(after))
      runClock(house.store, new Date(after))
      t.same(late(), [dayOf(after)], after)
    }
  },
)

t.test(
  'R22: a stop of a week catches up with all of it on the first start, and the second start sends nothing',
  async (t) => {
    const house = await openHouse({ t })
    const start = async (): Promise<void> => {
      const app = await buildApp({
        store: house.store,
        post: {
          send: async (letter) => {
            house.letters.push(letter)
          },
        },
        now: () => house.clock.now(),
        config: house.config,
      })
      for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
      await app.close()
    }
    house.clock.moveTo('2022-01-27T12:00:00.000Z')
    await start()
    house.letters.length = 0
    const seat = house.store.organisations
      .seats()
      .find((each) => each.title.startsWith('Ward sergeant'))!
    for (let i = 0; i < 7; i++) {
      house.clock.moveTo(`2022-02-0${i + 1}T10:00:00.000Z`)
      house.store.actions.record(
        must(
          agree(
            {
              text: `Agreed on day ${i}`,
              kind: 'one-off',
              leadId: seat.organisationId,
              seatId: seat.id,
              helperIds: [],
              by: `2022-02-0${i + 1}`,
            },
            () => true,
          ),
        ),
        { roundTableId: null, concernIds: [], depth: 'table', ground: null, list: [] },
        { personId: 1, at: house.clock.at() },
      )
    }
    house.clock.moveTo('2022-02-08T09:00:00.000Z')
    await start()
    house.clock.pass({ hours: 1 })
    await start()
    const to = house.letters.filter((letter) => letter.to === PEOPLE.sergeant)
    t.equal(to.length, 1)
    t.equal(to[0]!.text.match(/^Action B\d+ is yours\./gm)?.length, 7)
    for (let i = 0; i < 3; i++) {
      await start()
      house.clock.pass({ hours: 2 })
    }
    t.equal(house.letters.filter((letter) => letter.to === PEOPLE.sergeant).length, 1)
  },
)

t.test('R8: the clock may wait until there is time for it, and is not forgotten', async (t) => {
  const { store, clock, config } = await openHouse({ t })
  clock.pass({ days: 1 })
  let first: (() => void) | undefined
  const app = await buildApp({
    store,
    config,
    now: clock.now,
    post: { send: async () => {} },
    clockWaits: (run) => {
      first = run
    },
  })
  t.teardown(() => app.close())
  const looked = () => store.notices.clock()?.last
  t.not(looked(), dayOf(clock.at()), 'the house is open, and nothing was looked at')
  first!()
  t.equal(looked(), dayOf(clock.at()))
})
