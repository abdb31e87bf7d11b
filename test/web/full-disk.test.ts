import { PassThrough } from 'node:stream'
import t from 'tap'
import { openHouse, PEOPLE, type Answer } from '../support/house.ts'
import { formsOf } from '../support/forms.ts'
import { find, open, UNDER_WAY } from './actions/report/set-up.ts'

const LONG = `The lights are out again behind the hall. ${'Nobody came to look. '.repeat(180)}`
const NO_ROOM = 507

/** Again and again until there is no room: a page or two are free in any record. */
const untilFull = async (send: (time: number) => Promise<Answer>): Promise<Answer> => {
  for (let time = 0; time < 100; time++) {
    const answer = await send(time)
    if (answer.statusCode === NO_ROOM) return answer
    t.ok(answer.statusCode < 400, `${answer.statusCode}`)
  }
  throw new Error('the record never filled up')
}

/** Sends the form of a page as it stands there. */
const sentAgain = (page: Answer, action: string) => {
  const form = formsOf(page.body).find((each) => each.action === action)!
  return Object.fromEntries(Object.entries(form.fields).map(([name, all]) => [name, all[0]!]))
}

t.test('R22, R23: on a full disk a resident loses no word, in their own language', async (t) => {
  const house = await openHouse({ t, publicUrl: 'http://127.0.0.1:3000' })
  house.fill(true)
  const page = await untilFull((time) =>
    house
      .stranger()
      .post('/ar/tell-us', { text: `${time} ${LONG}`, area: '', name: '', reach: '' }),
  )
  t.match(page.body, 'dir="rtl"')
  t.match(page.body, LONG.trim().slice(0, 200), 'what they typed is on the page')
  t.match(page.body, 'class="typed voice"')
  const count = house.store.messages.listUnfiltered().length
  house.fill(false)
  const again = await house.stranger().post('/ar/tell-us', sentAgain(page, '/ar/tell-us'))
  t.equal(again.statusCode, 303)
  t.equal(house.store.messages.listUnfiltered().length, count + 1, 'and it is sent from there')
})

t.test('R22, R23: ... nor does someone at the desk, and pages can still be read', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  house.fill(true)
  const page = await untilFull((time) =>
    laptop.post('/desk/concerns', { text: `${time} ${LONG}`, originKind: 'stall' }),
  )
  t.match(page.body, 'There is no room to save this')
  t.match(page.body, 'Nobody came to look.')
  house.clock.pass({ minutes: 5 })
  t.equal((await laptop.get('/desk')).statusCode, 200)
  t.equal((await house.stranger().get('/')).statusCode, 200)
  const part = await laptop.post('/desk/concerns', sentAgain(page, '/desk/concerns'), {
    part: true,
  })
  t.equal(part.headers['hx-retarget'], 'body', 'the page is not drawn inside a card')
  const count = house.store.concerns.listUnfiltered().length
  house.fill(false)
  const again = await laptop.post('/desk/concerns', sentAgain(page, '/desk/concerns'))
  t.equal(again.statusCode, 303)
  t.equal(house.store.concerns.listUnfiltered().length, count + 1)
})

t.test('R22, R23: ... nor the one who types what is said at the table', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const table = '/desk/round-tables/2022-q1'
  /** The box as it stands on the page now, each time with a key of its own. */
  const box = async () =>
    formsOf((await laptop.get(table)).body).find((each) => each.action === `${table}/lines`)!.fields
  const line = (time: number) => `${time} ${LONG.slice(0, 1500)}`
  house.fill(true)
  const page = await untilFull(async (time) =>
    laptop.post(`${table}/lines`, { ...(await box()), text: line(time) }),
  )
  t.match(page.body, 'There is no room to save this')
  t.match(page.body, 'Nobody came to look.')
  const count = (): number => house.store.journal.count()
  const before = count()
  house.fill(false)
  t.equal((await laptop.post(`${table}/lines`, sentAgain(page, `${table}/lines`))).statusCode, 303)
  t.ok(count() > before, 'and it is sent from there')
})

t.test('R22, R23: ... nor an owner who reports from a letter', async (t) => {
  const { house, phone, link } = await open(t)
  const said = (time: number) => `${time} ${LONG.slice(0, 1900)}`
  house.fill(true)
  const page = await untilFull((time) => phone.post(link, { ...UNDER_WAY, text: said(time) }))
  t.match(page.body, 'Nobody came to look.', 'what they typed is on the page')
  const updates = (): number => find(house).updates.length
  const count = updates()
  house.fill(false)
  const again = await phone.post(link, sentAgain(page, link))
  t.equal(again.statusCode, 303)
  t.equal(updates(), count + 1)
})

t.test('whoever watches the machine is told of a full disk, and when there is room', async (t) => {
  const log: string[] = []
  const logTo = new PassThrough().on('data', (line) => log.push(String(line)))
  const house = await openHouse({ t, logTo })
  const health = async (): Promise<[number, unknown]> => {
    const answer = await house.stranger().get('/healthz')
    return [answer.statusCode, answer.json()]
  }
  t.same(await health(), [200, { status: 'ok' }])
  const laptop = house.signIn(PEOPLE.coordinator)
  house.fill(true)
  await untilFull((time) =>
    laptop.post('/desk/concerns', { text: `${time} ${LONG}`, originKind: 'stall' }),
  )
  t.match(log.join(''), '"fault":"SQLITE_FULL"')
  t.notMatch(log.join(''), 'lights are out', 'the log holds no word that was typed')
  t.same(await health(), [200, { status: 'ok' }], 'the disk itself has room here')
})
