import t, { type Test } from 'tap'
import { type House, openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { codeIn } from './set-up.ts'

const codeTo = (house: House, email: string): string =>
  codeIn(house.letters.findLast((each) => each.to === email && /code is/.test(each.text))!.text)
const roleOf = (house: House, email: string) => house.person(email).role
/** The page that asks, and what stands hidden on it. */
const hiddenOn = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)"/g)]
      .filter(([, name]) => name !== 'once' && name !== 'credential')
      .map(([, name, value]) => [name!, value!]),
  )

/** What matters most, each with something to change. */
const formsOf = (house: House): [path: string, fields: Record<string, string>][] => {
  const { id, organisationId } = house.person(PEOPLE.officer)
  const seat = house.store.organisations.seats().find((each) => each.holders.length > 0)!
  return [
    [`/desk/people/${id}/role`, { role: 'observer' }],
    [`/desk/people/${id}/name`, { name: 'Another Name' }],
    [`/desk/people/${id}/invitation`, {}],
    [`/desk/people/${id}/ending`, {}],
    [`/desk/organisations/${organisationId}/ending`, { to: 'nobody', reason: 'They left' }],
    [`/desk/seats/${seat.id}/holdings`, { personId: String(seat.holders[0]!.personId) }],
    [`/desk/seats/${seat.id}/ending`, { to: 'organisation', reason: 'It is over' }],
    [`/desk/holdings/${seat.holders[0]!.id}/ending`, {}],
    ['/desk/people', { name: 'New', email: 'new@home.example', role: 'member' }],
    ['/desk/people/bringing-in', { people: 'a; b', organisations: '', step: 'save', seen: 'x' }],
    ['/desk/settings/approval', { alone: 'yes', reason: 'There is one of us' }],
  ]
}

t.test(
  'R25, R23: roles, people and who approves are changed by someone who shows again who they are, with all they typed kept',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    house.clock.pass({ minutes: 11 })
    const before = JSON.stringify([house.store.people.list(), house.store.labels.setting('alone')])
    for (const [path, fields] of formsOf(house)) {
      const asked = await laptop.post(path, fields)
      t.equal(asked.statusCode, 403, path)
      t.match(asked.body, 'Show that it is you')
      t.equal(asked.headers['hx-retarget'], 'body', 'a part is asked on a page of its own')
      t.same(hiddenOn(asked.body), { ...fields }, `${path}: all of it is there`)
    }
    const after = JSON.stringify([house.store.people.list(), house.store.labels.setting('alone')])
    t.equal(after, before, 'and nothing is changed')
    house.clock.pass({ minutes: 11 })
    await laptop.get('/desk')
    await showsWho(t, house, laptop)
  },
)

async function showsWho(t: Test, house: House, laptop: Visitor) {
  const [[path, fields]] = formsOf(house) as [[string, Record<string, string>]]
  await laptop.post(path, fields)
  const wrong = await laptop.post(path, { ...fields, 'again-code': 'NOTONE' })
  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, 'This code is not right')
  t.same(hiddenOn(wrong.body), fields)
  t.equal(roleOf(house, PEOPLE.officer), 'member')
  const code = codeTo(house, PEOPLE.coordinator)
  t.equal((await laptop.post(path, { ...fields, 'again-code': code })).statusCode, 303)
  t.equal(roleOf(house, PEOPLE.officer), 'observer', 'it is saved with the answer')
  const letters = house.letters.length
  t.equal((await laptop.post(path, { role: 'member' })).statusCode, 303, 'asked once in a while')
  t.equal(house.letters.length, letters)
  house.clock.pass({ minutes: 11 })
  t.equal((await laptop.post(path, fields)).statusCode, 403, 'and then once more')
  t.equal(
    (await laptop.post(path, { ...fields, 'again-code': code })).statusCode,
    422,
    'a code is good once',
  )
}

t.test('R25: whoever has just signed in is not asked again, and reading asks nobody', async (t) => {
  const house = await openHouse({ t })
  const laptop = await house.signInTheLongWay(PEOPLE.coordinator)
  const [[path, fields]] = formsOf(house) as [[string, Record<string, string>]]
  t.equal((await laptop.post(path, fields)).statusCode, 303)
  house.clock.pass({ minutes: 11 })
  for (const page of ['/desk/people', '/desk/settings', '/desk/people/bringing-in'])
    t.equal((await laptop.get(page)).statusCode, 200, page)
  const read = await laptop.post('/desk/people/bringing-in', { people: 'a', organisations: '' })
  t.equal(read.statusCode, 200, 'how a list is read')
})

t.test(
  'R25: with an app its number is asked for: no code from the mailbox, no number twice, and ten wrong ones end the session',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = await house.signInTheLongWay(PEOPLE.coordinator)
    const [[path, fields]] = formsOf(house) as [[string, Record<string, string>]]
    house.clock.pass({ minutes: 11 })
    const before = house.letters.length
    t.match((await laptop.post(path, fields)).body, 'Six digits')
    t.equal(house.letters.length, before, 'the mailbox alone is not asked')
    const thief = house.stranger()
    await thief.post('/sign-in', { email: PEOPLE.coordinator })
    const mailed = codeTo(house, PEOPLE.coordinator)
    t.equal((await laptop.post(path, { ...fields, 'again-code': mailed })).statusCode, 422)
    const number = house.numberFor(PEOPLE.coordinator)
    t.equal((await laptop.post(path, { ...fields, 'again-code': number })).statusCode, 303)
    house.clock.pass({ minutes: 11 })
    t.equal(
      (await laptop.post(path, { ...fields, 'again-code': number })).statusCode,
      422,
      'R25: a replay opens nothing',
    )
    for (let i = 0; i < 9; i++) await laptop.post(path, { ...fields, 'again-code': '000000' })
    t.equal((await laptop.get('/desk')).headers.location, '/sign-in')
    const { id } = house.person(PEOPLE.coordinator)
    t.equal(
      house.store.journal
        .history('person', id)
        .filter(({ verb }) => verb === 'gave a wrong second factor').length,
      10,
    )
  },
)

t.test('R25: another’s code, or one for another browser, shows nothing', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const [[path, fields]] = formsOf(house) as [[string, Record<string, string>]]
  house.clock.pass({ minutes: 11 })
  await laptop.post(path, fields)
  await laptop.post('/sign-in', { email: PEOPLE.approver })
  const theirs = codeTo(house, PEOPLE.approver)
  t.equal((await laptop.post(path, { ...fields, 'again-code': theirs })).statusCode, 422)
  const elsewhere = house.stranger()
  await elsewhere.post('/sign-in', { email: PEOPLE.coordinator })
  const other = codeTo(house, PEOPLE.coordinator)
  t.equal((await laptop.post(path, { ...fields, 'again-code': other })).statusCode, 422)
  for (const forged of [
    { 'again-fresh': 'yes' },
    { 'again-code': '' },
    { credential: '' },
    { credential: '{}' },
  ] as Record<string, string>[])
    t.not((await laptop.post(path, { ...fields, ...forged })).statusCode, 303)
  t.equal(roleOf(house, PEOPLE.officer), 'member')
})

t.test(
  'R25: where the session ran out while somebody was asked, what they brought to show who they are is not kept',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    house.clock.pass({ minutes: 31 })
    const sent = await laptop.post('/desk/people/bringing-in', {
      people: 'Jo',
      organisations: '',
      step: 'save',
      'again-code': 'ABC234',
    })
    t.equal(sent.headers.location, '/sign-in?kept=yes')
    const [kept] = house.store.people.keptForms(house.person(PEOPLE.coordinator).id)
    t.same(Object.keys(kept!.fields).toSorted(), ['organisations', 'people'])
  },
)

t.test('in the demo the code to show who they are stands on the page', async (t) => {
  const house = await openHouse({ t, demo: true })
  const laptop = house.signIn(PEOPLE.coordinator)
  const [[path, fields]] = formsOf(house) as [[string, Record<string, string>]]
  house.clock.pass({ minutes: 11 })
  const asked = await laptop.post(path, fields)
  const code = asked.body.match(/class="code">(\w{6})</)![1]!
  t.equal((await laptop.post(path, { ...fields, 'again-code': code })).statusCode, 303)
})
