import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { askThem, AT, fileIn, finishOpen, linkIn, planOf, postOf, tableOf } from './set-up.ts'

t.test(
  'R21: an invitation says whose it is, when, where and what is asked, with a file for the calendar',
  async (t) => {
    const house = await openHouse({ t })
    await askThem(house)
    const letters = await postOf(house)()
    const letter = letters.find((each) => each.to === PEOPLE.sergeant)!
    t.equal(
      letter.subject,
      'Mosaic Community Trust round table: are you coming on Thursday 28 April 2022, 10.30? (sample)',
    )
    t.match(letter.text, 'When: Thursday 28 April 2022, 10.30.')
    t.match(letter.text, 'Where: not agreed yet', 'R2')
    t.match(
      letter.text,
      /This is from the round table of Mosaic Community Trust, for the .*sergeant.*You are asked to/i,
    )
    t.match(letter.text, `${AT}/agenda`)
    t.match(letter.html, 'Say whether you come')
    const file = fileIn(letter)
    t.equal(letter.calendar!.method, 'REQUEST')
    t.match(file, 'DTSTART:20220428T093000Z', 'half past ten in April is half past nine in UTC')
    t.match(file, /ATTENDEE.*sergeant@met\.example/)
    t.match(file, /ORGANIZER/)
    t.match(file, 'SEQUENCE:0')
    t.match(file, /^SUMMARY:\(sample\) 28 April 2022/m)
  },
)

t.test(
  'R21, R31: the link only shows a form; sending it twice is one answer, and a receipt stands there',
  async (t) => {
    const house = await openHouse({ t })
    await askThem(house)
    const link = linkIn((await postOf(house)()).find((each) => each.to === PEOPLE.sergeant)!)
    const phone = house.stranger()
    const rows = () => house.store.answers.ofTable(tableOf(house).id)
    for (let i = 0; i < 3; i++) t.equal((await phone.get(link)).statusCode, 200)
    t.equal(rows().length, 0, 'a scanner that opens it answers nothing')
    const refused = await phone.post(link, { answer: 'sending', standIn: '' })
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'Say who comes for you')
    t.equal((await phone.post(link, { answer: 'sending', standIn: 'A PC' })).headers.location, link)
    t.match((await phone.get(link)).body, /I send someone.*A PC/s)
    t.match((await house.signIn(PEOPLE.coordinator).get(AT)).body, /Sends someone.*A PC/s)
    t.match(
      (await phone.get(String((await phone.post(`${link}/withdrawal`)).headers.location))).body,
      'Your answer is taken back',
    )
    t.not(rows()[0]!.takenBackAt, null)
    await phone.post(link, { answer: 'coming', standIn: '' })
    house.clock.pass({ minutes: 61 })
    t.equal((await phone.post(`${link}/withdrawal`)).statusCode, 422)
    t.ok(
      house.store.journal
        .history('round table', tableOf(house).id)
        .some((each) => each.verb === 'answered the invitation to'),
    )
  },
)

t.test(
  'R21: the link opens nothing once the table has begun, the seat is another’s, or nobody made it',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await askThem(house)
    const letters = await postOf(house)()
    const link = linkIn(letters.find((each) => each.to === PEOPLE.sergeant)!)
    const phone = house.stranger()
    t.equal((await phone.get('/answer/nobody-made-this')).statusCode, 404)
    await laptop.post(`${AT}/cancelling`, { reason: 'Too few can come' })
    const off = await phone.get(link)
    t.equal(off.statusCode, 410)
    t.match(off.body, 'does not meet')
    t.equal((await phone.post(link, { answer: 'coming' })).statusCode, 410)
    await laptop.post(`${AT}/reinstatement`, { reason: 'Enough can come' })
    t.equal((await phone.get(link)).statusCode, 200)
    house.store.people.end(house.person(PEOPLE.sergeant).id, {
      personId: house.person(PEOPLE.coordinator).id,
      at: house.clock.at(),
    })
    t.equal((await phone.get(link)).statusCode, 404)
  },
)

t.test('people answer on their desk, and a coordinator notes what was said by phone', async (t) => {
  const house = await openHouse({ t })
  const [sergeant, officer] = await askThem(house)
  const phone = house.signIn(PEOPLE.sergeant)
  const answerOf = (id: number) => `${AT}/invitations/${id}/answer`
  t.match((await phone.get(AT)).body, 'Are you coming?')
  await phone.post(answerOf(sergeant!), { answer: 'cannot', standIn: '' })
  t.equal(
    (await phone.post(answerOf(officer!), { answer: 'cannot', standIn: '' })).statusCode,
    403,
    'nobody answers for another',
  )
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post(answerOf(officer!), { answer: 'coming', standIn: '' })
  const { body } = await laptop.get(AT)
  t.match(body, 'Cannot come')
  t.match(body, /Coming.*noted by/s)
  t.equal((await laptop.post(answerOf(9999), { answer: 'coming' })).statusCode, 404)
})

t.test('R2: nobody is asked to a month, and only those who are expected are asked', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const observer = house.person(PEOPLE.observer).id
  const refused = await laptop.post(`${AT}/invitations`, { personIds: [observer] })
  t.equal(refused.statusCode, 422)
  t.match(refused.body, 'Choose from the list')
  t.equal((await laptop.post(`${AT}/invitations`, {})).statusCode, 422)
  await laptop.post(`${AT}/plan`, {
    ...planOf(tableOf(house)),
    heldOn: 'May 2022',
    startsAt: '',
    reason: 'No day yet',
  })
  const month = await laptop.post(`${AT}/invitations`, {
    personIds: [house.person(PEOPLE.sergeant).id],
  })
  t.match(month.body, 'Agree a day first')
  t.equal((await postOf(house)()).length, 0)
})

t.test('R30: who is not expected any more is told so, and a calendar takes it out', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const post = postOf(house)
  await askThem(house)
  await post()
  const { organisationId } = house.person(PEOPLE.officer)
  await laptop.post(`${AT}/plan`, {
    ...planOf(tableOf(house)),
    expectedIds: tableOf(house).expectedIds.filter((id) => id !== organisationId),
    reason: 'The council has no part in it',
  })
  const letter = (await post()).find((each) => each.to === PEOPLE.officer)!
  t.match(letter.subject, 'you are not expected any more')
  t.equal(letter.calendar!.method, 'CANCEL')
})

t.test(
  'R6: what people answered is filled in when the table begins, and saved by nobody but the minute-taker',
  async (t) => {
    const house = await openHouse({ t })
    const [sergeant, officer] = await askThem(house)
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${AT}/invitations/${sergeant}/answer`, {
      answer: 'sending',
      standIn: 'A PC',
    })
    await laptop.post(`${AT}/invitations/${officer}/answer`, { answer: 'coming', standIn: '' })
    await finishOpen(house)
    await laptop.post(`${AT}/opening`)
    const { body } = await laptop.get(AT)
    t.match(body, 'Filled in from what people answered')
    t.match(body, 'Answered: Sends someone: A PC')
    const chosen = [...body.matchAll(/name="seat-(\d+)"[^]*?<\/select>/g)].map((each) => [
      Number(each[1]),
      each[0].match(/value="([\w-]+)" selected/)?.[1],
    ])
    const seatOf = (personId: number) =>
      house.store.organisations
        .seats()
        .find((seat) => seat.holders.some((each) => each.personId === personId))!.id
    t.same(Object.fromEntries(chosen)[seatOf(sergeant!)], 'sent-someone')
    t.same(Object.fromEntries(chosen)[seatOf(officer!)], 'present')
    t.same(tableOf(house).attendance, [])
    await laptop.post(`${AT}/attendance`, {
      [`seat-${seatOf(officer!)}`]: 'present',
      basedOn: '{}',
    })
    t.notMatch((await laptop.get(AT)).body, 'Filled in from')
  },
)
