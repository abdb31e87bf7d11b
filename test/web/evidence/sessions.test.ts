import { getTableColumns, getTableName } from 'drizzle-orm'
import t from 'tap'
import { unrecordedSessions } from '../../../src/store/schema/programmes.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'

const PATH = '/desk/sessions'
const main = (body: string): string => /<main[\s\S]*<\/main>/.exec(body)![0]

t.test(
  'R16: the record has no column for what was said, in the schema and in the database',
  async (t) => {
    const house = await openHouse({ t })
    const may = ['id', 'programme_id', 'held_on', 'name', 'head_count', 'shared', 'person_id', 'at']
    t.same(
      Object.values(getTableColumns(unrecordedSessions)).map((column) => column.name),
      may,
    )
    const { default: Database } = await import('better-sqlite3')
    const file = new Database(house.file, { readonly: true })
    t.teardown(() => file.close())
    t.same(
      file
        .prepare('select name from pragma_table_info(?)')
        .all(getTableName(unrecordedSessions))
        .map((row) => (row as { name: string }).name)
        .toSorted(),
      may.toSorted(),
    )
    const pointing = file
      .prepare(
        'select m.name from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = \'table\' and f."table" = ?',
      )
      .all(getTableName(unrecordedSessions))
    t.same(pointing, [], 'and nothing with words hangs on it')
  },
)

t.test('R16: a session is planned and counted, and no form asks what was said', async (t) => {
  for (const part of [false, true]) {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const post = async (path: string, fields: Record<string, string>) => {
      const answer = await laptop.post(path, fields, { part })
      t.match(part ? answer.headers['hx-redirect'] : answer.headers.location, PATH)
    }
    await post(PATH, { heldOn: '20/1/2022', name: 'Mentoring group' })
    await post(PATH, { heldOn: 'April 2022', name: 'Mothers' })
    const { body } = await laptop.get(PATH)
    const fields = [...main(body).matchAll(/<(?:input|textarea|select)[^>]*\bname="([^"]+)"/g)].map(
      (each) => each[1]!,
    )
    t.same([...new Set(fields)].toSorted(), [
      'agreed',
      'headCount',
      'heldOn',
      'name',
      'once',
      'shared',
      'was',
    ])
    t.notMatch(main(body), '<textarea')
    t.match(body, 'Not recorded.')
    t.notMatch(body, /off the record/i)
    const [mothers, group] = house.store.unrecordedSessions.list()
    t.match(
      [mothers, group],
      [
        { name: 'Mothers', headCount: null },
        { name: 'Mentoring group', headCount: null },
      ],
    )
    t.notMatch(body, `/desk/sessions/${mothers!.id}/count`, 'what lies ahead is not counted')
    await post(`${PATH}/${group!.id}/count`, { headCount: '11', shared: '' })
    t.match((await laptop.get(PATH)).body, /<b>11<\/b> people came\. The group shared nothing\./)
    await post(`${PATH}/${group!.id}/count`, {
      headCount: '1',
      shared: 'We want to meet again',
      agreed: 'yes',
      was: '11 came',
    })
    t.match(
      (await house.signIn(PEOPLE.observer).get(PATH)).body,
      /<b>1<\/b> person came\. The group agreed to share: We want to meet again/,
    )
  }
})

t.test('R16: notes that are sent all the same are refused, and written nowhere', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post(PATH, { heldOn: '20/1/2022', name: 'Mentoring group' })
  const [group] = house.store.unrecordedSessions.list()
  const before = house.store.journal.lastId()
  for (const name of ['notes', 'text', 'said', 'topics']) {
    t.equal(
      (
        await laptop.post(`${PATH}/${group!.id}/count`, {
          headCount: '11',
          shared: '',
          [name]: 'He said his brother',
        })
      ).statusCode,
      400,
      name,
    )
    t.equal(
      (
        await laptop.post(PATH, {
          heldOn: '20/1/2022',
          name: 'Mentoring group',
          [name]: 'He said his brother',
        })
      ).statusCode,
      400,
      name,
    )
  }
  house.clock.pass({ minutes: 31 })
  await laptop.post(`${PATH}/${group!.id}/count`, {
    headCount: '11',
    shared: 'He said his brother',
  })
  t.same(
    house.store.people.keptForms(house.person(PEOPLE.coordinator).id),
    [],
    'nor kept when the session at the desk has run out',
  )
  t.equal(house.store.journal.lastId(), before)
  t.match(house.store.unrecordedSessions.list(), [{ headCount: null, shared: null }])
})

t.test(
  'R23: a session without a day, a count that is no number and words nobody agreed to are refused with what was typed',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const plan = await laptop.post(PATH, { heldOn: 'someday', name: 'Mentoring group' })
    t.equal(plan.statusCode, 422)
    t.match(plan.body, /value="someday"/)
    t.match(plan.body, /value="Mentoring group"/)
    await laptop.post(PATH, { heldOn: '20/1/2022', name: 'Mentoring group' })
    await laptop.post(PATH, { heldOn: 'April 2022', name: 'Mothers' })
    const [ahead, group] = house.store.unrecordedSessions.list()
    for (const [id, fields, words] of [
      [group!.id, { headCount: 'many', shared: '' }, 'Write a number'],
      [group!.id, { headCount: '', shared: '' }, 'Write how many came'],
      [
        group!.id,
        { headCount: '11', shared: 'We want to meet again' },
        'Tick that the group agreed',
      ],
      [group!.id, { headCount: '-1', shared: '' }, 'Write a number'],
      [ahead!.id, { headCount: '3', shared: '' }, 'lies ahead'],
    ] as const) {
      const answer = await laptop.post(`${PATH}/${id}/count`, fields)
      t.equal(answer.statusCode, 422)
      t.match(answer.body, words)
      if (id === group!.id && fields.headCount) t.match(answer.body, `value="${fields.headCount}"`)
    }
    t.same(
      house.store.unrecordedSessions
        .list()
        .slice(0, 2)
        .map((each) => each.headCount),
      [null, null],
    )
    t.equal((await laptop.post(`${PATH}/99/count`, { headCount: '1', shared: '' })).statusCode, 404)
    for (const email of [PEOPLE.sergeant, PEOPLE.observer]) {
      t.equal(
        (await house.signIn(email).post(PATH, { heldOn: '20/1/2022', name: 'x' })).statusCode,
        403,
      )
      t.notMatch(main((await house.signIn(email).get(PATH)).body), '<form')
    }
  },
)

t.test(
  'R23: two people count one session: both counts are shown, and the first one stays; the same form twice is one',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const _twice of [1, 2])
      await laptop.post(PATH, { heldOn: '20/1/2022', name: 'Mentoring group' })
    t.equal(
      house.store.unrecordedSessions.list().filter((each) => each.name === 'Mentoring group')
        .length,
      1,
      'sent twice is planned once',
    )
    house.clock.pass({ minutes: 1 })
    await laptop.post(PATH, { heldOn: '20/1/2022', name: 'Mentoring group' })
    const [, group] = house.store.unrecordedSessions
      .list()
      .filter((each) => each.name === 'Mentoring group')
    t.ok(group, 'and a second one on that day is a second one')
    const count = (fields: Record<string, string>) =>
      laptop.post(`${PATH}/${group!.id}/count`, fields)
    for (const _twice of [1, 2])
      t.equal(
        (await count({ headCount: '11', shared: 'We meet again', agreed: 'yes', was: '' }))
          .statusCode,
        303,
      )
    const late = await count({
      headCount: '12',
      shared: 'We never meet again',
      agreed: 'yes',
      was: '',
    })
    t.equal(late.statusCode, 409)
    for (const words of ['11 came. We meet again', '12 came. We never meet again'])
      t.match(late.body, words)
    const wrong = await count({ headCount: 'many', shared: '', was: '' })
    t.match(
      wrong.body,
      'name="was" value=""',
      'a form that is put right still says what it was made from',
    )
    t.match(house.store.unrecordedSessions.find(group!.id), {
      headCount: 11,
      shared: 'We meet again',
    })
  },
)
