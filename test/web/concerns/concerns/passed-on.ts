import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agree, concernOf, writeDown, writeEntry, isBehind } from './set-up.ts'

const BODY = {
  toWhom: 'The housing association',
  contact: 'repairs@housing.example',
  isPublicContact: 'yes',
  on: '20/1/2022',
}

t.test(
  'R1: what is passed on has no answer yet until that body answers, and the desk says how long it has been',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const id = await writeDown(laptop, 'The lift is broken')
    t.equal((await laptop.post(`/desk/concerns/${id}/passings`, { toWhom: ' ' })).statusCode, 422)
    await laptop.post(`/desk/concerns/${id}/passings`, BODY)
    const standing = () => house.store.glances.concern(id)!.standing
    t.equal(standing(), 'unanswered')
    const page = (await laptop.get(`/desk/concerns/${id}`)).body
    t.match(page, 'The housing association')
    t.match(page, /No answer yet<\/span> 7 days/)
    for (const path of ['/desk', '/desk/concerns'])
      t.match((await laptop.get(path)).body, 'Passed on to The housing association', path)

    const [passing] = concernOf(house, id).passings
    const early = await laptop.post(`/desk/concerns/${id}/answers`, {
      passingId: passing!.id,
      words: 'Yes',
      on: '1/12/2021',
    })
    t.equal(early.statusCode, 422)
    t.match(early.body, 'This is before it was passed on')
    await laptop.post(`/desk/concerns/${id}/answers`, {
      passingId: passing!.id,
      words: 'A new lift comes in May',
      on: '26/1/2022',
    })
    t.equal(standing(), 'could-not', 'the partnership could not do it itself, and says who answers')
    t.match((await laptop.get(`/desk/concerns/${id}`)).body, 'A new lift comes in May')
    t.notMatch((await laptop.get('/desk')).body, 'Passed on to The housing association')

    await agree(house, laptop, id, 'Ask again')
    t.equal(standing(), 'unanswered', 'an action of ours decides, where there is one')
  },
)

t.test(
  'what was passed on by mistake is taken back, with its reason, and counts no more',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const id = await writeDown(laptop, 'The lift is broken')
    await laptop.post(`/desk/concerns/${id}/passings`, BODY)
    const passingId = concernOf(house, id).passings[0]!.id
    t.equal((await laptop.post(`/desk/concerns/${id}/taking-back`, { passingId })).statusCode, 422)
    await laptop.post(`/desk/concerns/${id}/taking-back`, {
      passingId,
      why: 'It is ours after all',
    })
    const page = (await laptop.get(`/desk/concerns/${id}`)).body
    t.match(page, '(taken back)')
    t.match(page, 'It is ours after all')
    t.notMatch((await laptop.get('/desk/concerns')).body, 'Passed on to The housing association')
    const other = await writeDown(laptop, 'Another one')
    t.equal(
      (await laptop.post(`/desk/concerns/${other}/answers`, { passingId, words: 'Yes' }))
        .statusCode,
      422,
      'another concern’s cannot be answered from here',
    )
  },
)

t.test(
  'R12, R28: the entry tells whom it was passed on to, and has moved on when they answer',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const id = await writeDown(laptop, 'The lift is broken')
    await laptop.post(`/desk/concerns/${id}/passings`, BODY)
    const passed = { 'passed-to-1': 'the housing association', 'passed-contact-1': BODY.contact }
    const entry = await writeEntry(house, laptop, id, passed)
    const slug = await entry.publish()
    const page = async () => (await house.stranger().get(`/entries/${slug}`)).body
    t.match(await page(), /We passed this on to (?:<[^>]+>)?the housing association/)
    t.match(await page(), BODY.contact, 'they give this contact to everyone')
    t.match(await page(), /They have not answered yet\.\s+No news for 7 days\./)

    const passingId = concernOf(house, id).passings[0]!.id
    await laptop.post(`/desk/concerns/${id}/answers`, {
      passingId,
      words: 'In May',
      on: '26/1/2022',
    })
    t.ok(isBehind(house, entry.publication()))
    const answered = {
      ...passed,
      did: 'We could not do it. It is theirs to mend.',
      on: '26/1/2022',
    }
    await entry.write({ ...answered, changeKind: 'news' })
    t.match(
      house.store.sources
        .checks(entry.publication())
        .map((each) => each.reason)
        .join('\n'),
      'Say what they answered, in public words',
    )
    await entry.write({
      ...answered,
      changeKind: 'news',
      'passed-answer-1': 'A new lift comes in May.',
    })
    await entry.publish()
    t.match(await page(), /They answered, (<[^>]+>)?26 January 2022/)
    t.match(await page(), 'A new lift comes in May.')
    t.match(await page(), 'We could not, because')
    t.notMatch(await page(), 'In May<')
  },
)

t.test(
  'R12: a contact that is not for everyone stops the entry until someone gives a reason',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const id = await writeDown(laptop, 'The lift is broken')
    const { isPublicContact: _public, ...forTheDesk } = BODY
    await laptop.post(`/desk/concerns/${id}/passings`, forTheDesk)
    const entry = await writeEntry(house, laptop, id, {
      'passed-to-1': 'the housing association',
      'passed-contact-1': BODY.contact,
    })
    t.ok(
      house.store.sources
        .checks(entry.publication())
        .some((each) => each.key === 'contacts' && each.verdict === 'look'),
    )
    const begun = await laptop.post('/desk/entries', { kind: 'entry', concernId: id })
    t.equal(begun.statusCode, 303)
  },
)

t.test(
  'R12, R14: a contact for everyone may hold a number and no name, and the page says what it let through',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const id = await writeDown(laptop, 'The lift is broken')
    const contact = 'J. Brown, 020 7946 0000'
    await laptop.post(`/desk/concerns/${id}/passings`, { ...BODY, contact })
    const passed = { 'passed-to-1': 'the housing association', 'passed-contact-1': contact }
    const entry = await writeEntry(house, laptop, id, passed)
    const found = () => house.store.sources.checks(entry.publication()).map((each) => each.found)
    t.same(found(), ['J. Brown'])

    const other = await writeDown(laptop, 'The door is broken')
    await laptop.post(`/desk/concerns/${other}/passings`, { ...BODY, contact: '020 7946 0000' })
    const clean = await writeEntry(house, laptop, other, {
      'passed-to-2': 'the housing association',
      'passed-contact-2': '020 7946 0000',
    })
    const page = (await laptop.get(`/desk/entries/${clean.publication().id}`)).body
    t.match(page, /All passed/)
    t.notMatch(page, 'No names, numbers', 'it does not say that no number stands there')
    t.match(page, /Let through, as everyone may have it:\s+<b[^>]*>020 7946 0000</)
  },
)

t.test('R28: what is told of one body stays its own when another is taken back', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const id = await writeDown(laptop, 'The lift is broken')
  await laptop.post(`/desk/concerns/${id}/passings`, { ...BODY, toWhom: 'Alpha Homes' })
  await laptop.post(`/desk/concerns/${id}/passings`, { ...BODY, toWhom: 'Beta Lifts' })
  const entry = await writeEntry(house, laptop, id, {
    'passed-to-1': 'Alpha',
    'passed-to-2': 'Beta',
  })
  const [alpha] = concernOf(house, id).passings
  const back = { passingId: alpha!.id, why: 'Not theirs' }
  t.equal((await laptop.post(`/desk/concerns/${id}/taking-back`, back)).statusCode, 303)
  const { body } = await laptop.get(`/desk/entries/${entry.publication().id}`)
  t.match(body, /name="passed-to-2"\s+value="Beta"/)
  t.equal(body.match(/name="passed-to-1"/), null)
})

t.test(
  'R1: where they answered and we have not, no page, file or check says that nobody did',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const id = await writeDown(laptop, 'The lift is broken')
    await laptop.post(`/desk/concerns/${id}/passings`, BODY)
    const action = await agree(house, laptop, id, 'Ask again')
    await laptop.post(`/desk/concerns/${id}/answers`, {
      passingId: concernOf(house, id).passings[0]!.id,
      words: 'In May',
      on: '26/1/2022',
    })
    const words = {
      'passed-to-1': 'the housing association',
      'passed-answer-1': 'A new lift comes in May.',
      [`action-${action}`]: 'Ask for it sooner',
      did: '',
    }
    const entry = await writeEntry(house, laptop, id, words)
    t.match(
      house.store.sources.checks(entry.publication()).map((each) => each.reason),
      ['Say what we do next. They have answered, and we have not yet'],
    )
    t.match((await laptop.get(entry.path)).body, 'They answered. What we do next')
    await entry.write({ did: 'We ask them to mend it sooner.' })
    const slug = await entry.publish()
    for (const path of [`/entries/${slug}`, '/feed.atom', '/poster']) {
      const { body } = await house.stranger().get(path)
      t.match(body, 'No answer from us yet', path)
    }
    t.notMatch((await house.stranger().get(`/entries/${slug}`)).body, 'No answer yet')
    t.match((await house.stranger().get(`/ar/entries/${slug}`)).body, 'لم نُجب نحن بعد')
  },
)

t.test('R10, R11: what is passed on in private is in no public page', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const id = await writeDown(laptop, 'A family', {
    depth: 'named',
    ground: 'A family could be identified.',
    list: [house.person(PEOPLE.coordinator).id],
  })
  await laptop.post(`/desk/concerns/${id}/passings`, { ...BODY, toWhom: 'The zqbody' })
  for (const path of ['/desk', '/desk/concerns'])
    t.notMatch((await laptop.get(path)).body, 'zqbody', `${path} does not say it`)
  t.match((await laptop.get(`/desk/concerns/${id}`)).body, 'zqbody')
})
