import t from 'tap'
import { connect } from '../../../src/store/database.ts'
import { eraseAgain } from '../../../src/store/erasing/erasures.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { leave, newest, onDisk } from './messages/set-up.ts'

const REQUEST = {
  kind: 'access',
  text: 'They want to see what we wrote about them.',
  receivedOn: '20 January 2022',
  name: 'Zqname Zqlast',
  reach: 'zqreach@home.example',
}

t.test('R29: a request is answered in its month, and the way to reach them goes', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  t.match((await laptop.get('/desk/requests')).body, 'Nothing is open.')
  const made = await laptop.post('/desk/requests', REQUEST)
  const path = made.headers.location as `/desk/requests/${number}`
  const page = (await laptop.get(path)).body
  t.match(page, /Answer by\s+20 February 2022/)
  t.match(page, 'zqreach@home.example')
  t.match(page, /href="\/desk\/erasures">See where an address or a name stands/)
  t.notMatch((await laptop.get('/desk')).body, 'Requests and complaints', 'not pressing yet')
  house.clock.pass({ days: 20 })
  const later = house.signIn(PEOPLE.coordinator)
  t.match((await later.get('/desk')).body, /The law wants 1 answer soon, the first by 20 February/)
  t.match(
    (await later.post(`${path}/steps`, { kind: 'answered', words: '', on: '16 February 2022' }))
      .body,
    'Write what you did',
  )
  const step = { kind: 'answered', words: 'Sent by post.', on: '16 February 2022' }
  t.equal((await later.post(`${path}/steps`, step)).statusCode, 303)
  const after = (await later.get(path)).body
  t.match(after, 'Sent by post.')
  t.notMatch(after, 'value="answered"')
  t.notMatch(onDisk(house), /zqreach|Zqname/, 'not in the file, not in its log')
  t.match((await later.get('/desk/journal')).body, 'answered')
})

t.test('R29: a late answer stands first on the desk; a wrong one is struck through', async (t) => {
  const house = await openHouse({ t })
  const path = (await house.signIn(PEOPLE.coordinator).post('/desk/requests', REQUEST)).headers
    .location as `/desk/requests/${number}`
  house.clock.pass({ days: 40 })
  const laptop = house.signIn(PEOPLE.coordinator)
  const desk = (await laptop.get('/desk')).body
  t.match(desk, /1 answer is\s+late\./)
  t.ok(
    desk.indexOf('1 answer is') < desk.indexOf('id="mine"'),
    'before what is to be done some day',
  )
  const on = '8 March 2022'
  await laptop.post(`${path}/steps`, { kind: 'answered', words: 'Nothing is held.', on })
  const answered = (await laptop.get(path)).body
  t.match(answered, 'What was wrong with it')
  t.notMatch(answered, 'What you told them', 'nothing else can be done now')
  const bare = await laptop.post(`${path}/steps`, { kind: 'taken-back', words: '', on })
  t.match(bare.body, 'Write what was wrong with it', 'R23')
  const wrong = {
    kind: 'taken-back',
    words: 'We hold a letter.',
    on,
    reach: 'zqagain@home.example',
  }
  await laptop.post(`${path}/steps`, wrong)
  const back = (await laptop.get(path)).body
  t.match(back, /class="taken">[^]*?Taken back[^]*?<p class="struck"[^]*?Nothing is held\./)
  t.equal(back.match(/class="taken"/g)?.length, 1, 'what took it back is not')
  t.match(back, 'What you told them', 'and it can be answered anew')
  t.match(back, 'zqagain@home.example', 'by the way to reach them, which went with the first')
  await laptop.post(`${path}/steps`, { kind: 'answered', words: 'Sent the letter.', on })
  t.notMatch(onDisk(house), /zqagain/)
})

t.test(
  'R27, R29: what someone wrote on the board is put in the register from its day',
  async (t) => {
    const house = await openHouse({ t })
    const { path } = await leave(house, 'Please delete what I said in the spring.')
    house.clock.pass({ days: 40 })
    const laptop = house.signIn(PEOPLE.coordinator)
    const made = await laptop.post(`${path}/requests`, { kind: 'erasure' })
    const register = made.headers.location!
    t.match((await laptop.get(register)).body, /It was due by\s+27 February 2022/)
    t.match((await laptop.get(path)).body, `href="${register}"`)
    t.equal((await laptop.post(`${path}/requests`, { kind: 'erasure' })).headers.location, register)
    t.equal(house.store.requests.listUnfiltered().length, 1, 'once')
  },
)

t.test('R11, R27: a request of someone at risk is as private as what they wrote', async (t) => {
  const house = await openHouse({ t })
  const { id, path } = await leave(house, 'zqrisk: he must not know.')
  const laptop = house.signIn(PEOPLE.coordinator)
  const register = (await laptop.post(`${path}/requests`, { kind: 'complaint' })).headers.location!
  house.store.messages.recordAtRisk(id, [house.person(PEOPLE.sergeant).id], {
    personId: house.person(PEOPLE.coordinator).id,
    at: house.clock.at(),
  })
  t.equal((await laptop.get(register)).statusCode, 404)
  t.match((await laptop.get('/desk/requests')).body, 'Nothing is open.')
  const phone = house.signIn(PEOPLE.sergeant)
  t.equal((await phone.get(register)).statusCode, 200)
  t.equal(
    house.store.journal.history('message', id).at(-1)!.verb,
    'looked at',
    'each look is written',
  )
  t.equal(
    (await phone.get('/desk/requests')).statusCode,
    403,
    'the charity alone keeps the register',
  )
  t.equal(newest(house).atRisk, true)
})

t.test(
  'R23: a day that no clock can run from is said beside it, with all that was typed',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const [receivedOn, said] of [
      ['January 2022', 'Write the day'],
      ['', 'Write the day'],
      ['1 March 2022', 'still to come'],
    ]) {
      const { statusCode, body } = await laptop.post('/desk/requests', {
        ...REQUEST,
        receivedOn: receivedOn!,
      })
      t.equal(statusCode, 422)
      t.match(body, said!)
      t.match(body, 'They want to see what we wrote about them.')
    }
  },
)

t.test('R29: an address is erased wherever it stands, and stays erased', async (t) => {
  const house = await openHouse({ t })
  await leave(house, 'Call me.', { name: 'Zqname', reach: 'write to Zqreach@home.example' })
  await house
    .stranger()
    .post('/follow', { email: 'zqreach@home.example', often: 'table', scope: 'all' })
  const laptop = house.signIn(PEOPLE.coordinator)
  const address = 'ZQreach@Home.example'
  const seen = (await laptop.post('/desk/erasures', { address, step: 'look' })).body
  t.match(seen, 'Their name and address beside a message')
  t.match(seen, 'Erase for good')
  t.match(onDisk(house), /zqreach/i, 'looking changes nothing')
  t.equal(
    (await laptop.post('/desk/erasures', { address, step: 'erase' })).headers.location,
    '/desk/erasures?done=address',
  )
  t.notMatch(onDisk(house), /zqreach|Zqname/i, 'nor on the list that is kept apart')
  t.match((await laptop.post('/desk/erasures', { address, step: 'look' })).body, 'We hold nothing')
  const staff = (await laptop.post('/desk/erasures', { address: PEOPLE.sergeant, step: 'look' }))
    .body
  t.match(staff, 'is the address of someone who signs in')
  t.match(
    (await laptop.post('/desk/erasures', { address: 'no address', step: 'erase' })).body,
    'Enter a full email',
  )
})

t.test('R11, R29: whom nobody may know of keeps the way to be reached', async (t) => {
  const house = await openHouse({ t })
  const { id } = await leave(house, 'He must not know.', { reach: 'zqreach@home.example' })
  house.store.messages.recordAtRisk(id, [house.person(PEOPLE.sergeant).id], {
    personId: house.person(PEOPLE.coordinator).id,
    at: house.clock.at(),
  })
  const laptop = house.signIn(PEOPLE.coordinator)
  const address = 'zqreach@home.example'
  const seen = (await laptop.post('/desk/erasures', { address, step: 'look' })).body
  t.notMatch(seen, 'beside a message', 'nor is it said that it is there')
  await laptop.post('/desk/erasures', { address, step: 'erase' })
  t.equal(newest(house).contact!.reach, 'zqreach@home.example')
})

t.test('R29: an address takes no other with it, and a later yes counts', async (t) => {
  const house = await openHouse({ t })
  for (const reach of ['zqann@x.example', 'joanzqann@x.example, home', 'ZQANN@x.example.org'])
    await leave(house, 'Call me.', { reach })
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post('/desk/erasures', { address: 'zqann@x.example', step: 'erase' })
  const reached = () =>
    house.store.messages
      .listUnfiltered()
      .slice(-3)
      .map((each) => each.contact?.reach ?? '')
  t.same(reached(), ['', 'joanzqann@x.example, home', 'ZQANN@x.example.org'])
  house.clock.pass({ days: 200 })
  const { id } = await leave(house, 'Me again.', { reach: 'zqann@x.example' })
  const db = connect(house.file)
  eraseAgain(db, house.folder)
  db.$client.close()
  t.equal(house.store.messages.findUnfiltered(id)!.contact!.reach, 'zqann@x.example')
})

t.test('R29: the way to reach someone stays until what they ask is answered, too', async (t) => {
  const house = await openHouse({ t })
  const { id, path } = await leave(house, 'What do you hold about me?', { reach: 'zqreach' })
  const laptop = house.signIn(PEOPLE.coordinator)
  const register = (await laptop.post(`${path}/requests`, { kind: 'access' })).headers.location!
  await laptop.post(`${path}/answer`, { words: 'We have it.' })
  t.equal(house.store.messages.findUnfiltered(id)!.contact!.reach, 'zqreach')
  house.store.keeping.sweep('2032-01-01T09:00:00.000Z')
  t.match(house.store.messages.findUnfiltered(id)!.text, 'What do you hold')
  const step = { kind: 'answered', words: 'Sent.', on: house.clock.at().slice(0, 10) }
  await laptop.post(`${register}/steps` as `/${string}`, step)
  t.equal(house.store.messages.findUnfiltered(id)!.contact, null)
  t.notMatch(onDisk(house), /zqreach/)
})
