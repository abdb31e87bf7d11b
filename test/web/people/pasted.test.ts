import t from 'tap'
import { openHouse, PEOPLE, type Fields } from '../../support/house.ts'

const PLACE = '/desk/people/bringing-in'
const ORGANISATIONS = 'Youth Hub; the youth club\nMetropolitan Police Service; the police'
const SEATS = [
  'Youth Hub:',
  'Manager; Sam; sam@hub.example; approver',
  'Youth worker; worker@hub.example; member',
  'Volunteer',
  'Metropolitan Police Service:',
  'Ward sergeant, Church Street; sergeant@met.example; member',
]
const seenIn = (body: string): string => /name="seen" value="(\w+)"/.exec(body)![1]!

const open = async (test: { teardown: (fn: () => unknown) => unknown }) => {
  const house = await openHouse({ t: test })
  const laptop = house.signIn(PEOPLE.coordinator)
  const counts = () => [
    house.store.organisations.list().length,
    house.store.organisations.seats().length,
    house.store.people.list().length,
  ]
  const send = async (people: string, more: Fields = {}) => {
    const typed = { organisations: ORGANISATIONS, people, expected: 'yes' }
    const read = await laptop.post(PLACE, { ...typed, step: 'read' })
    return {
      read,
      save: () => laptop.post(PLACE, { ...typed, step: 'save', seen: seenIn(read.body), ...more }),
    }
  }
  return { house, laptop, counts, send }
}

t.test('R20, R23: pasted lists are shown as they are read before anything is saved', async (t) => {
  const { house, counts, send, laptop } = await open(t)
  const before = counts()
  const { read, save } = await send(SEATS.join('\n'))
  t.equal(read.statusCode, 200)
  t.match(read.body, /Youth worker[^]*Seat, new\.[^]*worker@hub\.example,\s+member/)
  t.match(read.body, /Metropolitan Police Service[^]*Organisation, here already/)
  t.match(read.body, /Ward sergeant, police, sergeant@met\.example,\s+here already/)
  t.match(read.body, 'Save 1 organisation, 3 seats and 2 people')
  t.same(counts(), before, 'nothing is saved by looking')

  const saved = await save()
  t.equal(saved.statusCode, 303)
  t.same(counts(), [before[0]! + 1, before[1]! + 3, before[2]! + 2])
  t.match((await laptop.get(saved.headers.location as string)).body, '2 new people')
  const sam = house.store.people.findByEmail('sam@hub.example')!
  t.equal(sam.role, 'approver')
  t.ok(house.store.invitations.waiting().some((each) => each.personId === sam.id))
  const seat = house.store.organisations.seats().findLast((each) => each.title === 'Manager')!
  t.equal(seat.holders[0]!.personId, sam.id)

  // R31: the same list once more is all here.
  const again = await send(SEATS.join('\n'))
  t.match(again.read.body, 'Nothing here is new')
  await again.save()
  t.same(counts(), [before[0]! + 1, before[1]! + 3, before[2]! + 2])
})

t.test('R23: what cannot be read is said beside its line, and nothing typed is lost', async (t) => {
  const { counts, send } = await open(t)
  const before = counts()
  const lines = [
    'Nobody’s seat; nobody@hub.example',
    'Elsewhere Ltd:',
    'Clerk; clerk@else.example',
    'Youth Hub:',
    'Manager; sam-at-hub@; member',
    'Youth worker; sergeant@met.example; member',
    'Cook; cook@hub.example',
  ].join('\n')
  const { read, save } = await send(lines)
  t.match(read.body, /Line 1: Say whose seat this is/)
  t.match(read.body, /Line 3: No organisation is called “Elsewhere Ltd”/)
  t.match(read.body, /Line 5: “sam-at-hub@” is no full email address/)
  t.match(read.body, /Line 6: Ward sergeant, police has this address already/)
  const refused = await save()
  t.equal(refused.statusCode, 422)
  t.match(refused.body, '4 lines could not be read')
  t.match(refused.body, 'Clerk; clerk@else.example', 'all that was typed is there')
  t.same(counts(), before)

  const { save: rest } = await send(lines, { leaveOut: 'yes' })
  t.equal((await rest()).statusCode, 303)
  t.same(counts(), [before[0]! + 1, before[1]! + 1, before[2]! + 1])
})

t.test('R23: what was changed since it was read is read again, and not saved unseen', async (t) => {
  const { counts, send, laptop } = await open(t)
  const before = counts()
  const { read } = await send('Youth Hub:\nCook')
  const changed = await laptop.post(PLACE, {
    organisations: ORGANISATIONS,
    people: 'Youth Hub:\nCook; cook@hub.example; coordinator',
    step: 'save',
    seen: seenIn(read.body),
  })
  t.equal(changed.statusCode, 422)
  t.match(changed.body, 'The lists were changed')
  t.match(changed.body, 'cook@hub.example')
  t.same(counts(), before)
})

t.test('R7: a seat that nobody holds is a quiet word, and stands in one list', async (t) => {
  const house = await openHouse({ t })
  const { body } = await house.signIn(PEOPLE.coordinator).get('/desk/people')
  t.match(body, /Seats that nobody holds <span class="quiet">\(3\)/)
  t.match(body, '<p class="quiet">Nobody sits here yet.</p>')
  t.match(body, 'No mail is sent from this server', 'where letters stay is said where one invites')
})

t.test(
  'R23: people who are pasted among the organisations are said to be in the wrong list',
  async (t) => {
    const { laptop, counts } = await open(t)
    const before = counts()
    const read = await laptop.post(PLACE, {
      organisations: 'Sam Sample; sam@hub.example',
      people: '',
      step: 'read',
      seen: '',
    })
    t.match(read.body, 'People go in the list below')
    t.same(counts(), before)
  },
)

t.test(
  'R25: lists that were sent as a session ran out are kept without the word to save, all of them shown, and sending them reads them',
  async (t) => {
    const { house, laptop, counts } = await open(t)
    const people = 'Youth Hub:\nManager; Eve; eve@hub.example; coordinator'
    const before = counts()
    house.clock.pass({ minutes: 40 })
    await laptop.post(PLACE, {
      organisations: ORGANISATIONS,
      people,
      step: 'save',
      seen: '0123456789abcdef',
      leaveOut: 'yes',
    })
    const [kept] = house.store.people.keptForms(house.person(PEOPLE.coordinator).id)
    t.same(kept!.fields, { organisations: ORGANISATIONS, people })
    const back = house.signIn(PEOPLE.coordinator)
    const shown = (await back.get('/desk')).body.replace(/<input[^>]*>/g, '')
    t.match(shown, 'Youth Hub; the youth club')
    t.match(shown, 'eve@hub.example; coordinator')
    t.equal((await back.post(PLACE, kept!.fields)).statusCode, 200)
    t.same(counts(), before)
  },
)

t.test('R25: nothing is kept for a session that nobody was in for a day', async (t) => {
  const { house, laptop } = await open(t)
  house.clock.pass({ hours: 24 })
  for (const [path, fields] of [
    [PLACE, { organisations: ORGANISATIONS, people: '' }],
    ['/desk/concerns', { text: 'Dark stairs' }],
  ] as const)
    t.equal((await laptop.post(path, fields)).headers.location, '/sign-in')
  t.same(house.store.people.keptForms(house.person(PEOPLE.coordinator).id), [])
})
