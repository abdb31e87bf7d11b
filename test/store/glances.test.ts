import t from 'tap'
import Database from 'better-sqlite3'
import { TOUCHES } from '../../src/store/glance/touched.ts'
import { connect } from '../../src/store/database.ts'
import { storeOver } from '../../src/store/store.ts'
import { statementsIn } from '../support/house/statements.ts'
import { preparedRecord } from '../support/doors/doors.ts'
import { staleGlances } from '../support/workflows/glances.ts'
import { openHouse, PEOPLE } from '../support/house.ts'

/** Read for a glance, and no reason to look again. */
const NOT_NOTED: Record<string, string> = {
  comments: 'what someone says of a draft stands in no glance',
  overrulings: 'a reason for a check stands in no glance',
  people: 'R13: whether one person is enough is asked when a list is drawn',
  settings: 'how a partnership counts people is told with words of its own, and held by the checks',
  release_rules: 'who releases stands in no glance',
  action_steps: 'steps stand in no glance',
  step_ticks: 'steps stand in no glance',
  seats: 'seats stand in no glance',
  holdings: 'seats stand in no glance',
  programme_alumni: 'names of people stand in no glance',
  photos: 'a photo that is shown is kept by its own row',
  touched: 'the notes themselves',
  json_each: 'numbers that are handed over',
  request_contacts: 'how to reach someone stands in no glance',
}

t.test('R28: every table that a glance is made of is noted when it is written in', async (t) => {
  const house = await openHouse({ t })
  const db = connect(house.file)
  const { glances } = storeOver(db, house.file)
  const { ran } = statementsIn(() => [
    ...glances.messages(),
    ...glances.requests(),
    ...glances.events(),
    ...glances.leaflets(),
    ...glances.said(),
    ...glances.told(),
  ])
  db.$client.close()
  const read = new Set(
    ran.flatMap((text) =>
      [...text.matchAll(/\b(?:from|join)\s+"?([a-z_]+)"?/gi)].map(([, name]) => name!),
    ),
  )
  t.ok(read.size > 30, `${read.size} tables are read`)
  for (const name of read) t.ok(name in TOUCHES || name in NOT_NOTED, `${name} is noted`)
})

t.test('R22: what is rolled back is in no glance', async (t) => {
  const { store, person, clock } = await openHouse({ t })
  const by = { personId: person(PEOPLE.coordinator).id, at: clock.at() }
  const open = store.glances.openActionIds()
  const [id] = open
  t.throws(() =>
    store.together(() => {
      store.actions.recordClosing(id!, null, by)
      t.notOk(store.glances.openActionIds().includes(id!), 'within it, it is closed')
      throw new Error('the lights go out')
    }),
  )
  t.same(store.glances.openActionIds(), open, 'and open again without it')

  t.throws(() =>
    store.together(() => {
      try {
        store.together(() => {
          store.actions.recordClosing(id!, null, by)
          store.glances.openActionIds()
          throw new Error('only this part')
        })
      } catch {
        store.actions.recordClosing(open[1]!, null, by)
        t.same(store.glances.openActionIds(), open.toSpliced(1, 1), 'the other part alone')
      }
      throw new Error('and then all of it')
    }),
  )
  t.same(store.glances.openActionIds(), open)
})

t.test(
  'R28: a glance follows all that it was made from, whatever kind of thing is told',
  async (t) => {
    const house = await openHouse({ t, record: preparedRecord().file })
    const { store } = house
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    const kinds = new Set([...store.glances.told()].map((each) => each.kind))
    t.ok(kinds.size >= 9, [...kinds].join(', '))
    const same = (what: string) => t.same(staleGlances(house), [], what)
    for (const each of store.organisations.list())
      store.organisations.recordChange(
        each.id,
        { name: `${each.name} anew`, publicName: `${each.publicName} anew` },
        by,
      )
    t.ok([...store.glances.told()].filter((each) => each.isBehind).length > 3)
    same('organisations that are called something else')
    const beside = [...store.glances.told()].find((each) => each.kind === 'photo' && each.isTold)
    t.ok(beside?.concernId, 'a photo is told')
    const entry = store.publications
      .ofConcerns([beside!.concernId!])
      .find((each) => each.kind === 'entry' && each.slug !== null)
    store.publications.recordWithdrawal(entry!, 'It was wrong.', by)
    same('an entry that is taken down')
  },
)

t.test('what another program writes is seen at the next look', async (t) => {
  const { store, file } = await openHouse({ t })
  const [id] = store.glances.openActionIds()
  const other = new Database(file)
  other
    .prepare('insert into closings (action_id, person_id, at) values (?, 1, ?)')
    .run(id, '2022-01-27T11:00:00.000Z')
  other.close()
  t.notOk(store.glances.openActionIds().includes(id!))
})

t.test('R28: what is written while glances are made is in them', async (t) => {
  const house = await openHouse({ t, record: preparedRecord().file })
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const db = connect(house.file)
  t.teardown(() => db.$client.close())
  const store = storeOver(db, house.file)
  const steps = store.glances.warm()
  // Actions, concerns and tables are made by now, and what is told is not.
  for (let i = 0; i < 3; i++) steps.next()
  const [first, second, third] = store.glances.openActionIds()
  store.actions.recordClosing(first!, null, by)
  t.equal(store.glances.openActionIds()[0], second, 'what was asked for is as it stands now')
  store.actions.recordClosing(second!, null, by)
  steps.next()
  t.throws(
    () =>
      store.together(() => {
        store.actions.recordClosing(third!, null, by)
        t.ok([...store.glances.told()].length > 0, 'the rest is made within what is rolled back')
        throw new Error('the lights go out')
      }),
    { message: 'the lights go out' },
  )
  t.same(staleGlances({ ...house, store }), [])
})
