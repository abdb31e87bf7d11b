import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands, lastPart } from './set-up.ts'

t.test(
  'R9, R11: what is joined is one matter: holding one half in private holds all of it and takes down what was told',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, raise, agree, tell, hold } = hands(house)
    const [inner, middle, outer] = [
      await raise('The stairs are dark at night'),
      await raise('The park is dark at night'),
      await raise('All is dark at night'),
    ]
    const action = await agree(inner, 'Mend the lamp by the stairs')
    await laptop.post(`/desk/concerns/${inner}/merging`, { into: middle })
    await laptop.post(`/desk/concerns/${middle}/merging`, { into: outer })
    t.match(
      (await laptop.get(`/desk/concerns/${outer}`)).body,
      'Mend the lamp by the stairs',
      'R1: a chain of joins drops no action',
    )
    const { slug, published } = await tell(outer, { [`action-${action.id}`]: 'Mend a lamp' })
    t.equal(published, 303)
    await hold(inner, PEOPLE.sergeant)
    t.equal((await house.stranger().get(`/entries/${slug}`)).statusCode, 410)
    for (const id of [inner, middle, outer])
      t.equal((await house.signIn(PEOPLE.observer).get(`/desk/concerns/${id}`)).statusCode, 404)
    t.equal(
      (await house.signIn(PEOPLE.sergeant).get(`/desk/actions/${action.id}`)).statusCode,
      200,
      'who may know the concern may know its action',
    )
  },
)

t.test(
  'R11: public words that repeat what is now private are taken down wherever they stand',
  async (t) => {
    const house = await openHouse({ t })
    const { raise, tell, hold } = hands(house)
    const secret = await raise('The gate by the garden was left open all night')
    const { slug } = await tell(await raise('Another matter'), {
      said: 'We heard that the gate by the garden was left open all night.',
    })
    await hold(secret, PEOPLE.coordinator)
    t.equal((await house.stranger().get(`/entries/${slug}`)).statusCode, 410)
  },
)

t.test('R13: one person is enough only while there is one coordinator', async (t) => {
  const house = await openHouse({ t })
  const { laptop, raise } = hands(house)
  await laptop.post('/desk/settings/approval', { alone: 'yes', reason: 'There is only me' })
  const concernId = await raise('The park is dark')
  const id = lastPart(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  await laptop.post(`/desk/entries/${id}/drafts`, {
    said: 'The park is dark.',
    did: 'It goes to the next table.',
    origin: 'Told to us',
    on: '',
    strength: '',
    worked: '',
    trail: '',
    basedOn: draftOf(house.store.publications.find(id)!)!.id,
  })
  t.equal(
    (
      await laptop.post(`/desk/entries/${id}/approval`, {
        draftId: draftOf(house.store.publications.find(id)!)!.id,
      })
    ).statusCode,
    303,
  )
  await laptop.post('/desk/people', {
    name: 'Second',
    email: 'second@mosaic.example',
    role: 'coordinator',
    organisationId: house.person(PEOPLE.coordinator).organisationId,
  })
  t.equal(
    (await laptop.post(`/desk/entries/${id}/publication`)).statusCode,
    422,
    'the lone approval no longer holds',
  )
})

t.test('R8: what a helper reports is heard and does not speak for the lead', async (t) => {
  const house = await openHouse({ t })
  const action = house.store.actions
    .listUnfiltered()
    .find((each) => termsOf(each).text.startsWith('Community events'))!
  await house.signIn(PEOPLE.officer).post(`/desk/actions/${action.id}/updates`, {
    status: 'done',
    text: 'We booked the hall',
    waitingFor: '',
    on: '',
  })
  t.match(
    (await house.signIn(PEOPLE.observer).get(`/desk/actions/${action.id}`)).body,
    'We booked the hall',
  )
  t.match(
    (await house.signIn(PEOPLE.coordinator).get('/desk')).body,
    /actions? (is|are) late.*Community events/s,
  )
})

t.test(
  'R25: an old form that decides something is never kept, nor one from before the second factor',
  async (t) => {
    const house = await openHouse({ t })
    const half = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    await half.post('/desk/concerns', { text: 'planted', originKind: 'phone' })
    house.clock.pass({ minutes: 40 })
    await half.post('/desk/concerns', { text: 'planted', originKind: 'phone' })
    const whole = house.signIn(PEOPLE.coordinator)
    house.clock.pass({ minutes: 40 })
    await whole.post(`/desk/people/${house.person(PEOPLE.sergeant).id}/role`, {
      role: 'coordinator',
    })
    t.same(house.store.people.keptForms(house.person(PEOPLE.coordinator).id), [])
  },
)

t.test('R25: more codes are not more guesses, and ten wrong numbers end the session', async (t) => {
  const house = await openHouse({ t })
  for (let i = 0; i < 8; i++) await house.stranger().post('/sign-in', { email: PEOPLE.observer })
  t.equal(house.letters.length, 5)
  const half = house.signIn(PEOPLE.coordinator, { secondFactor: false })
  for (let i = 0; i < 10; i++) await half.post('/sign-in/second-factor', { code: '000000' })
  t.equal((await half.get('/sign-in/second-factor')).statusCode, 403)
})

t.test(
  'R23: a form sent twice is one record, and what is not there is a clear refusal',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, raise } = hands(house)
    const before = house.store.concerns.listUnfiltered().length
    const [one, two] = [await raise('The lift is broken'), await raise('The lift is broken')]
    t.equal(one, two)
    t.equal(house.store.concerns.listUnfiltered().length, before + 1)
    t.equal(
      (await laptop.post('/desk/concerns', { text: 'x', originKind: 'phone', themeId: '99999' }))
        .statusCode,
      400,
    )
    t.equal(
      (await laptop.post(`/desk/concerns/${one}/actions`, { text: 'x', leadId: '99999' }))
        .statusCode,
      400,
    )
    t.equal((await laptop.get('/desk/concerns?q=a&q=b')).statusCode, 200)
    t.equal(
      (await house.stranger().get(`/?q=${'a'.repeat(99)}${encodeURIComponent('😀')}`)).statusCode,
      200,
    )
  },
)

t.test(
  'R11: a leaver is ended at once, and a private matter that nobody can open any more is counted',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, raise, hold } = hands(house)
    await hold(await raise('A matter of one family'), PEOPLE.observer)
    t.notMatch((await laptop.get('/desk/people')).body, 'can be opened by nobody')
    t.equal(
      (await laptop.post(`/desk/people/${house.person(PEOPLE.observer).id}/ending`)).statusCode,
      303,
    )
    t.match(
      (await laptop.get('/desk/people')).body,
      '1 matter held in private can be opened by nobody',
    )
    t.notMatch((await laptop.get('/desk/people')).body, 'one family')
  },
)
