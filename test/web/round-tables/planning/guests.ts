import t from 'tap'
import { attendanceFields } from '../../../../src/domain/round-tables/attendance/fields.ts'
import { stateOf } from '../../../../src/domain/round-tables/round-table.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { AT, fileIn, finishOpen, linkIn, planOf, postOf, tableOf } from './set-up.ts'

const HEAD = 'head@club.example'
/** An organisation that is expected and has nobody who signs in. */
const club = (house: House): number => {
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  return house.store.organisations.record(
    { code: 'club', name: 'A youth club', publicName: 'a youth club', expected: true },
    by,
  )
}

/** The next table expects the club, and its head is asked by letter. */
const askHead = async (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const organisationId = club(house)
  const plan = planOf(tableOf(house))
  await laptop.post(`${AT}/plan`, {
    ...plan,
    expectedIds: [...plan.expectedIds, organisationId],
    reason: 'The club comes too',
  })
  const added = await laptop.post(`${AT}/readers`, {
    role: 'Head of the club',
    email: HEAD,
    organisationId,
    depth: 'public',
  })
  t.equal(added.headers.location, `${AT}#guests`)
  const [guest] = house.store.letters.readers(tableOf(house).id)
  await laptop.post(`${AT}/invitations`, { readerIds: [guest!.id] })
  const [letter] = (await postOf(house)()).filter((each) => each.to === HEAD)
  return { laptop, organisationId, guest: guest!, letter: letter! }
}

t.test(
  'R21, R30: a guest without an account gets the same invitation, and answers by its link',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, letter, guest } = await askHead(house)
    t.match(
      letter.subject,
      'Mosaic Community Trust round table: are you coming on Thursday 28 April 2022',
    )
    t.match(letter.text, 'for the Head of the club (A youth club).')
    t.notMatch(letter.text, '/desk/', 'what they would have to sign in for is not offered')
    t.equal(letter.calendar!.method, 'REQUEST')
    t.match(fileIn(letter), /ATTENDEE.*head@club\.example/)
    const link = linkIn(letter)
    const phone = house.stranger()
    for (let i = 0; i < 2; i++) t.match((await phone.get(link)).body, 'Head of the club')
    t.same(house.store.guests.answers(tableOf(house).id), [], 'a scanner answers nothing')
    t.equal((await phone.post(link, { answer: 'sending', standIn: '' })).statusCode, 422)
    const form = { answer: 'coming', standIn: '', once: 'one-form-of-answering' }
    for (let i = 0; i < 2; i++) t.equal((await phone.post(link, form)).headers.location, link)
    t.equal(house.store.guests.answers(tableOf(house).id).length, 1, 'R31: it counts once')
    t.match((await phone.get(link)).body, /I am coming/)
    t.match((await laptop.get(AT)).body, /Head of the club.*Coming/s)
    t.equal((await phone.post(`${link}/withdrawal`)).statusCode, 303)
    await phone.post(link, { answer: 'coming', standIn: '' })
    house.clock.pass({ minutes: 61 })
    t.equal((await phone.post(`${link}/withdrawal`)).statusCode, 422)
    await house.signIn(PEOPLE.coordinator).post(`${AT}/readers/${guest.id}/ending`)
    t.equal((await phone.get(link)).statusCode, 404, 'taken off the list, the link opens nothing')
  },
)

t.test('R30: a guest is told that it is moved and cancelled, under the same UID', async (t) => {
  const house = await openHouse({ t })
  const { laptop, letter } = await askHead(house)
  const uid = /UID:(.*)/.exec(fileIn(letter))![1]!
  const next = async () => (await postOf(house)()).find((each) => each.to === HEAD)!
  await house.stranger().post(linkIn(letter), { answer: 'coming', standIn: '' })
  house.clock.pass({ minutes: 1 })
  await laptop.post(`${AT}/plan`, {
    ...planOf(tableOf(house)),
    heldOn: '5 May 2022',
    reason: 'The hall is taken',
  })
  const moved = await next()
  t.match(moved.subject, 'a new day or time')
  t.match(moved.text, 'please answer again')
  t.match(fileIn(moved), `UID:${uid}`)
  t.match((await house.stranger().get(linkIn(moved))).body, 'You had said')
  await laptop.post(`${AT}/cancelling`, { reason: 'Too few can come' })
  const off = await next()
  t.match(off.subject, 'cancelled')
  t.equal(off.calendar!.method, 'CANCEL')
  t.match(fileIn(off), `UID:${uid}`)
  t.equal((await house.stranger().get(linkIn(moved))).statusCode, 410)
})

t.test('R30: what a guest answers is proposed when the table begins', async (t) => {
  const house = await openHouse({ t })
  const { laptop, letter, organisationId } = await askHead(house)
  await laptop.post(`${AT}/readers`, {
    role: 'A resident of the square',
    email: 'square@home.example',
    depth: 'public',
  })
  const square = house.store.letters.readers(tableOf(house).id).at(-1)!
  await laptop.post(`${AT}/invitations`, { readerIds: [square.id] })
  const other = (await postOf(house)()).find((each) => each.to === 'square@home.example')!
  for (const each of [letter, other])
    await house.stranger().post(linkIn(each), { answer: 'coming', standIn: '' })
  await finishOpen(house)
  await laptop.post(`${AT}/opening`)
  t.equal(stateOf(tableOf(house)), 'open')
  const { body } = await laptop.get(`${AT}`)
  t.match(
    body,
    new RegExp(`name="org-${organisationId}"[^]*?value="present" selected[^]*?Answered: Coming`),
  )
  t.match(body, /name="others"[^]*?>\s*A resident of the square/)
  t.same(Object.keys(attendanceFields(tableOf(house))), ['residents'], 'nothing is saved by itself')
})

t.test('whoever got the last minutes by letter is offered, and asked in one tap', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const before = house.store.roundTables.find('2021-q4')!
  house.store.letters.recordReader(
    {
      roundTableId: before.id,
      role: 'Senior officer',
      email: 'senior@met.example',
      depth: 'table',
    },
    { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
  )
  t.match((await laptop.get(AT)).body, /They got the last minutes by letter.*Senior officer/s)
  for (const email of [PEOPLE.sergeant, PEOPLE.observer])
    t.notMatch(
      (await house.signIn(email).get(AT)).body,
      'senior@met.example',
      'an address is theirs',
    )
  const added = await laptop.post(`${AT}/readers`, {
    role: 'Senior officer',
    email: 'senior@met.example',
    depth: 'table',
    organisationId: '',
  })
  t.equal(added.statusCode, 303)
  t.notMatch((await laptop.get(AT)).body, 'They got the last minutes')
  const refused = await laptop.post(`${AT}/readers`, { role: '', email: 'x', depth: 'table' })
  t.equal(refused.statusCode, 422)
  t.match(refused.body, /Say who they are, by role/)
  t.match(refused.body, 'Add a guest', 'on the page that it came from')
})
