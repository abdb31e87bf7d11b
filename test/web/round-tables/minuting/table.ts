import { withoutKeys } from '../../../support/forms.ts'
import t, { type Test } from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../../../support/house.ts'
import { newest, OPEN, sayWhoIsHere } from './set-up.ts'

t.test(
  'R4: actions from before are reviewed at the table and earlier minutes stay as they were',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    // The seal is of the whole record at the moment of reading, and no word of the minutes.
    const minutes = async () =>
      withoutKeys((await laptop.get('/desk/round-tables/2021-q4/minutes')).body).replace(
        /<p [^>]*id="seal".*?<\/p>/s,
        '',
      )
    const before = await minutes()
    const action = house.store.actions
      .listUnfiltered()
      .find((each) => termsOf(each).text.startsWith('Bring Westminster schools'))!
    t.equal(
      (
        await laptop.post(
          `${OPEN}/actions/${action.id}/updates`,
          { status: 'could-not', text: '', waitingFor: '' },
          { part: true },
        )
      ).statusCode,
      422,
      'R3: a reason is needed',
    )
    t.equal(
      (
        await laptop.post(`${OPEN}/actions/${action.id}/updates`, {
          status: 'under-way',
          text: 'Asked again',
          waitingFor: '',
          closed: 'yes',
        })
      ).statusCode,
      422,
      'R3: what is under way is not closed',
    )
    t.equal(
      house.store.actions.listUnfiltered([action.id])[0]!.updates.length,
      action.updates.length,
      'and nothing of it was written',
    )
    const done = await laptop.post(
      `${OPEN}/actions/${action.id}/updates`,
      { status: 'done', text: 'Two schools came', waitingFor: '', closed: 'yes' },
      { part: true },
    )
    t.match(done.body, 'Agreed closed')
    t.equal(await minutes(), before)
    t.match((await laptop.get(`${OPEN}/minutes`)).body, 'Two schools came')
  },
)

t.test(
  'R11: a matter held in private is a numbered gap on the minuting page and in the minutes',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const secret = 'The oldest of the three was moved away'
    const refused = await laptop.post(`${OPEN}/concerns`, {
      text: secret,
      depth: 'named',
      ground: '',
    })
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'Choose the ground')
    const added = await laptop.post(
      `${OPEN}/concerns`,
      { text: secret, depth: 'named', ground: 'A family could be identified.' },
      { part: true },
    )
    t.notMatch(
      added.body,
      secret,
      'not even in the part that comes back: the screen is in the room',
    )
    const concern = newest(house.store.concerns.listUnfiltered())
    t.same(concern.list, [house.person(PEOPLE.coordinator).id])
    for (const [email, path] of [
      [PEOPLE.coordinator, OPEN],
      [PEOPLE.coordinator, `${OPEN}/minutes`],
      [PEOPLE.observer, OPEN],
      [PEOPLE.approver, `${OPEN}/minutes?depth=public`],
      [PEOPLE.coordinator, '/desk'],
      [PEOPLE.coordinator, '/desk/concerns'],
    ]) {
      const body = (await house.signIn(email!).get(path!)).body
      t.notMatch(body, secret, `${email} on ${path}`)
    }
    t.match(
      (await house.signIn(PEOPLE.observer).get(`${OPEN}/minutes`)).body,
      /Item \d+: held in private/,
    )
    const looks = () =>
      house.store.journal.history('concern', concern.id).filter((line) => line.verb === 'looked at')
        .length
    t.equal(looks(), 0)
    t.match((await laptop.get(`/desk/concerns/${concern.id}`)).body, secret)
    t.equal(looks(), 1, 'the look is in the journal')
    t.equal(
      (await house.signIn(PEOPLE.approver).get(`/desk/concerns/${concern.id}`)).statusCode,
      404,
    )
    t.equal(looks(), 1)
  },
)

t.test('R5: a table is planned, opened, minuted, finished and agreed by the next', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  await planTable(t, house, laptop)
  t.match(
    (await laptop.post('/desk/round-tables/2022-q2-b/opening')).body,
    'is still open. Finish it first',
  )
  await laptop.post(`${OPEN}/finishing`)
  t.match((await laptop.get(OPEN)).body, 'Draft minutes')
  t.equal((await laptop.post(`${OPEN}/concerns`, { text: 'Too late' })).statusCode, 409)
  t.equal(
    (await laptop.post(`${OPEN}/agreement`)).statusCode,
    422,
    'only the next table agrees them',
  )
  await laptop.post('/desk/round-tables/2022-q2-b/opening')
  t.match(
    (await laptop.post(`${OPEN}/agreement`)).body,
    'First say who is here: the table agrees them',
    'and not whoever opens the page',
  )
  await sayWhoIsHere(house, laptop, '2022-q2-b')
  await laptop.post(`${OPEN}/agreement`)
  t.match((await laptop.get(OPEN)).body, 'They are locked')
  await takeItBack(t, house, laptop)
  await correctIt(t, laptop)
})

async function takeItBack(t: Test, house: House, laptop: Visitor) {
  const page = async () => (await laptop.get('/desk/round-tables/2022-q2-b')).body
  t.match(await page(), 'Take it back')
  house.clock.pass({ minutes: 1 })
  await laptop.post(`${OPEN}/agreement/withdrawal`)
  t.match((await laptop.get(OPEN)).body, 'Draft minutes')
  t.match(await page(), 'Then they are locked, and a change is a dated correction')
  await laptop.post(`${OPEN}/agreement`)
  house.clock.pass({ minutes: 1 })
  await laptop.post('/desk/round-tables/2022-q2-b/concerns', { text: 'The lift smells' })
  t.notMatch(await page(), 'Take it back', 'until the next line is written')
  const late = await laptop.post(`${OPEN}/agreement/withdrawal`)
  t.equal(late.statusCode, 422)
  t.match(late.body, 'Something was written since. Write a correction')
  t.match((await laptop.get(OPEN)).body, 'They are locked')
}

async function planTable(t: Test, house: House, laptop: Visitor) {
  const organisations = house.store.organisations
    .list()
    .filter((each) => each.expected)
    .map((each) => each.id)
  t.equal(
    (
      await laptop.post('/desk/round-tables', {
        heldOn: 'someday',
        startsAt: '',
        place: '',
        expectedIds: organisations,
      })
    ).statusCode,
    422,
  )
  t.equal(
    (
      await laptop.post('/desk/round-tables', {
        heldOn: 'April 2022',
        startsAt: '10.30',
        place: 'Church Street',
        expectedIds: organisations,
      })
    ).headers.location,
    '/desk/round-tables/2022-q2-b',
  )
}

async function correctIt(t: Test, laptop: Visitor) {
  t.equal(
    (await laptop.post(`${OPEN}/corrections`, { text: 'The council said it', reason: '' }))
      .statusCode,
    422,
  )
  await laptop.post(`${OPEN}/corrections`, {
    text: 'The council said it',
    reason: 'It was written down wrong',
  })
  const corrected = (await laptop.get(OPEN)).body
  t.match(corrected, 'The council said it')
  t.match(corrected, 'Walk through the communal areas', 'the first wording stays')
  t.notMatch(
    (await laptop.get(`${OPEN}?depth=public`)).body,
    'The council said it',
    'a correction is at table depth',
  )
}

t.test('R6: the minutes and the public page name who was not there, and the run', async (t) => {
  const house = await openHouse({ t })
  const minutes = (await house.signIn(PEOPLE.observer).get('/desk/round-tables/2021-q4')).body
  t.match(minutes, 'No one from the police was at the table')
  t.match(minutes, 'The police present at 1 of the last 2')
  const page = (await house.stranger().get('/round-tables/2021-q4')).body
  t.match(page, /The police<\/b>: <strong class="late">.*apologies/s)
  t.match(page, 'Here at 1 of the last 2')
})

t.test(
  'R4, R5: before minutes are finished, what was not read and what nobody spoke of is listed',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const write = (text: string) =>
      laptop.post(`${OPEN}/lines`, {
        text,
        key: `a-box-of-words-${text.length}`,
        last: '',
        seen: '0',
        step: 'save',
      })
    const page = async () => (await laptop.get(`${OPEN}/finishing`)).body
    t.match(await page(), /<li>1\.6 Ensure better engagement/)
    t.notMatch(await page(), 'not read')
    await write('u 1.6 by May')
    t.notMatch(await page(), /<li>1\.6 Ensure better engagement/, 'a new date was agreed here')
    await write('u 9.99 the lamp was mended')
    t.match(await page(), /1 line was not read[\s\S]*u 9\.99 the lamp was mended/)
    t.match(await page(), 'There is no open action 9.99', 'with the reason')
  },
)
