import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import t from 'tap'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'
import { lookUp } from '../../support/house/residents.ts'
import { leave, newest, onDisk } from '../residents/messages/set-up.ts'

/** Someone of the charity who was let in, did something, and has left. */
const leaver = (house: House): { id: number; path: `/desk/people/${number}/erasure` } => {
  const { id: personId, organisationId } = house.person(PEOPLE.coordinator)
  const by = { personId, at: house.clock.at() }
  const someone = {
    name: 'Zqfirst Zqlast',
    email: 'zqleaver@home.example',
    role: 'member' as const,
    approves: false,
    organisationId,
  }
  const id = house.store.people.record(someone, by)
  house.store.people.end(id, by)
  return { id, path: `/desk/people/${id}/erasure` }
}

t.test('R29: a coordinator erases the name of someone who left; what they did stays', async (t) => {
  const house = await openHouse({ t })
  const { path } = leaver(house)
  const laptop = house.signIn(PEOPLE.coordinator)
  t.match((await laptop.get('/desk/people')).body, path, 'the way there stands beside their name')
  const page = (await laptop.get(path)).body
  t.match(page, 'Zqfirst Zqlast')
  t.match(page, 'Their name and their email address')
  t.ok(onDisk(house).includes('zqleaver'), 'it is there')
  t.equal((await laptop.post(path)).headers.location, path)
  t.match((await laptop.get(path)).body, 'Nothing is left to erase')
  t.match((await laptop.get('/desk/people')).body, 'Name erased')
  t.match((await laptop.get('/desk/journal')).body, 'erased')
  t.notMatch(onDisk(house), /Zqfirst|zqleaver/, 'not in the file, not in its log, not beside it')
})

t.test('R7, R29: nobody is erased who is here', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const { id } = house.person(PEOPLE.sergeant)
  t.equal((await laptop.get(`/desk/people/${id}/erasure`)).statusCode, 404)
  t.equal((await laptop.post(`/desk/people/${id}/erasure`)).statusCode, 404)
  t.equal(house.person(PEOPLE.sergeant).id, id)
})

t.test(
  'R11, R29: the page leads to words that hold their name, and counts none that are held in private',
  async (t) => {
    const house = await openHouse({ t })
    const { path } = leaver(house)
    const laptop = house.signIn(PEOPLE.coordinator)
    const before = (await laptop.get(path)).body
    t.match(before, 'href="/desk/search?q=Zqfirst%20Zqlast"')
    await leave(house, 'Zqfirst Zqlast told me to write.')
    const without = (html: string): string => html.replace(/name="once" value="[^"]*"/g, '')
    t.equal(without((await laptop.get(path)).body), without(before))
  },
)

t.test('R25, R29: whoever erases shows again who they are', async (t) => {
  const house = await openHouse({ t })
  const { id, path } = leaver(house)
  const laptop = house.signIn(PEOPLE.coordinator)
  house.clock.pass({ minutes: 11 })
  const asked = (await laptop.post(path)).body
  t.match(asked, 'Show that it is you')
  t.match(asked, /Nobody can bring back what is erased[^]*Go on and erase it/, 'and why')
  t.equal(house.store.people.find(id)!.name, 'Zqfirst Zqlast')
})

t.test('R27, R29: a message is forgotten when its writer asks; its code still works', async (t) => {
  const house = await openHouse({ t })
  const { path, number } = await leave(house, 'Zqwords of a family', {
    name: 'Zqname',
    reach: 'zq-reach-1',
  })
  const laptop = house.signIn(PEOPLE.coordinator)
  t.match((await laptop.get(path)).body, 'They ask us to forget it')
  t.equal((await laptop.post(`${path}/erasure`)).headers.location, path)
  t.equal(newest(house).text, '')
  t.match((await laptop.get(path)).body, 'Blanked')
  t.notMatch((await laptop.get(path)).body, 'They ask us to forget it')
  t.notMatch(onDisk(house), /Zqwords|Zqname|zq-reach/)
  t.equal((await lookUp(house.stranger(), number)).statusCode, 200)
  const list = readFileSync(join(house.folder, 'erasures.jsonl'), 'utf8')
  t.match(list, /"noun":"message"/)
  t.ok(readdirSync(house.folder).includes('erasures.jsonl'))
})

t.test('R27, R29: whose answer is erased is not told that nobody has read it', async (t) => {
  const house = await openHouse({ t })
  const { path, number } = await leave(house, 'Zqwords of a family')
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post(`${path}/answer`, { words: 'Zqanswer' })
  t.match((await lookUp(house.stranger(), number)).body, 'Zqanswer')
  await laptop.post(`${path}/erasure`)
  const page = (await lookUp(house.stranger(), number)).body
  t.notMatch(page, 'Zqanswer')
  t.notMatch(page, 'Nobody has read it yet')
  t.match(page, 'We have looked at it')
})

t.test('R27, R29: others of the partnership can neither see nor send it', async (t) => {
  const house = await openHouse({ t })
  const { path } = await leave(house, 'Zqwords')
  for (const email of [PEOPLE.approver, PEOPLE.sergeant, PEOPLE.officer, PEOPLE.observer])
    t.equal((await house.signIn(email).post(`${path}/erasure`)).statusCode, 404, email)
  t.equal(newest(house).text, 'Zqwords')
})

t.test('R9, R25, R29: what is held about someone is one file, for them alone', async (t) => {
  const house = await openHouse({ t })
  const sergeant = house.signIn(PEOPLE.sergeant)
  const file = await sergeant.get('/desk/me/file')
  t.match(file.headers['content-disposition'], /attachment; filename="about-person-/)
  const held = JSON.parse(file.body) as Record<string, Record<string, unknown>[]>
  t.equal(held.people![0]!.email, PEOPLE.sergeant)
  t.ok(held.holdings!.length > 0, 'the seats they hold')
  t.ok(held.journal!.length > 0, 'what they did')
  t.notMatch(file.body, /hash|secret|public_key/)
  const { id } = house.person(PEOPLE.officer)
  t.equal((await sergeant.get(`/desk/people/${id}/file`)).statusCode, 403)
  const laptop = house.signIn(PEOPLE.coordinator)
  t.equal(
    (await laptop.get(`/desk/people/${id}/file`)).statusCode,
    404,
    'who is here takes their own',
  )
  const own = (await laptop.get('/desk/me/file')).body
  t.match(own, PEOPLE.coordinator)
  const [quote] = house.store.quotes.list()
  t.ok(quote)
  t.notMatch(own, quote!.words, 'a resident’s words, which they only wrote down')
  for (const word of ['Lantern Lane', 'noun_id'])
    t.notMatch(own, word, 'R11: no guarded word, and not which matter they looked at')
  const { id: left } = leaver(house)
  t.match((await laptop.get(`/desk/people/${left}/file`)).body, 'zqleaver@home.example')
})

t.test(
  'R29: what someone typed about a message goes with it, and no open page brings it back',
  async (t) => {
    const house = await openHouse({ t })
    const { path, id, number } = await leave(house, 'Zqwords')
    const me = house.person(PEOPLE.coordinator).id
    const at = house.clock.at()
    house.store.people.keepForm(me, `${path}/answer`, { words: 'zqhalf' }, at)
    house.store.typedLines.keep(me, path, 'answer', { text: 'zqbegun' }, at)
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${path}/answer`, { words: 'zqanswered' })
    await laptop.post(`${path}/erasure`)
    t.notMatch(onDisk(house), /zqhalf|zqbegun|zqanswered|Zqwords/)
    for (const [verb, fields] of [
      ['concerns', { text: 'Zqagain' }],
      ['joining', { concernId: '1' }],
      ['risk', { list: [String(me)] }],
    ] as const) {
      const late = await laptop.post(`${path}/${verb}`, fields)
      t.equal(late.statusCode, 422, verb)
      t.match(late.body, 'It was erased', verb)
    }
    t.notMatch((await laptop.get(path)).body, /Someone may be at risk/)
    t.notMatch((await lookUp(house.stranger(), number)).body, 'Our answer')
    t.equal(house.store.messages.findUnfiltered(id)!.text, '')
  },
)

t.test(
  'R29: a seat that was handed to an address, and a reader with capitals, are theirs too',
  async (t) => {
    const house = await openHouse({ t })
    const { id, path } = leaver(house)
    const db = new Database(house.file)
    db.prepare(`insert into minute_readers (round_table_id, role, email, depth, person_id, at)
    select id, 'reader', 'ZQleaver@Home.example', 'public', ?, opened_at from round_tables where opened_at is not null limit 1`).run(
      id,
    )
    const seat = db.prepare('select id from seats limit 1').pluck().get()
    db.prepare(`insert into batons (seat_id, holding_id, from_id, to_id, name, email, note, at)
    select ?, id, person_id, null, 'Zqfirst', 'zqleaver@home.example', '', '2022-01-01' from holdings limit 1`).run(
      seat,
    )
    db.close()
    t.equal((await house.signIn(PEOPLE.coordinator).post(path)).statusCode, 303)
    t.notMatch(onDisk(house), /zqleaver|Zqfirst/i)
  },
)
