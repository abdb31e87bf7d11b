import { withoutKeys } from '../../../support/forms.ts'
import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeNow, get, line, MINE, openWith, rows } from './set-up.ts'

t.test(
  'R23: a form that was tampered with is a 400 and saves nothing, and what was typed is still there',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    const good = line(house, ids[0]!, 'under-way', 'Typed here')
    const before = rows(house)
    for (const strange of [
      'owner',
      'status',
      `status-${ids[0]}x`,
      'status-0',
      `status-0${ids[0]}`,
      'status-1234567890',
      `personId-${ids[0]}`,
      '__proto__',
    ]) {
      const answer = await phone.post(MINE, {
        ...good,
        [strange === '__proto__' ? 'constructor' : strange]: 'done',
      })
      t.equal(answer.statusCode, 400, strange)
      t.match(answer.body, 'value="Typed here"')
    }
    for (const [name, value] of [
      [`seen-${ids[0]}`, 'x'],
      [`status-${ids[0]}`, 'closed'],
      [`status-${ids[0]}`, ['done', 'waiting']],
    ] as const) {
      const answer = await phone.post(MINE, { ...good, [name]: value })
      t.equal(answer.statusCode, 422, name)
      t.notMatch(answer.body, 'Invalid', 'in plain words')
    }
    t.equal(rows(house), before)
  },
)

t.test(
  'other people’s actions, private ones and none at all get one answer, for a coordinator too',
  async (t) => {
    const { house, phone } = await openWith(t, [])
    const council = house.person(PEOPLE.officer).organisationId
    const other = agreeNow(house, 'The council’s', { leadId: council, seatId: null })
    const named = agreeNow(house, 'A family', { list: [house.person(PEOPLE.coordinator).id] })
    const laptop = house.signIn(PEOPLE.coordinator)
    const before = rows(house)
    const answers = await Promise.all(
      [other, named, 99_999].map(async (id) => {
        const answer = await phone.post(MINE, { [`status-${id}`]: 'done', [`text-${id}`]: 'Held' })
        t.equal(answer.statusCode, 422)
        return withoutKeys(answer.body).replaceAll(`mine-status-${id}`, 'mine-status-N')
      }),
    )
    t.equal(new Set(answers).size, 1, 'R11: nothing tells one from another')
    t.equal(
      (await laptop.post(MINE, { [`status-${other}`]: 'done', [`text-${other}`]: 'Held' }))
        .statusCode,
      422,
      'what a seat says is typed on its action, not among one’s own',
    )
    t.equal(rows(house), before)
  },
)

t.test('an observer reads and cannot send; who has no session is sent to sign in', async (t) => {
  const house = await openHouse({ t })
  const observer = house.signIn(PEOPLE.observer)
  const page = await observer.get(MINE)
  t.equal(page.statusCode, 200)
  t.notMatch(page.body, `action="${MINE}"`)
  t.equal((await observer.post(MINE, { 'status-1': 'done' })).statusCode, 403)
  t.match((await house.stranger().get(MINE)).headers.location, '/sign-in')
  t.match((await house.stranger().post(MINE, { 'status-1': 'done' })).headers.location, '/sign-in')
})

t.test('R25: what was typed on several lines survives the end of a session', async (t) => {
  const { house, ids, phone } = await openWith(t)
  const form = Object.assign({}, ...ids.map((id) => line(house, id, 'under-way', `Words ${id}`)))
  house.clock.pass({ minutes: 31 })
  t.equal((await phone.post(MINE, form)).headers.location, '/sign-in?kept=yes')
  const again = house.signIn(PEOPLE.sergeant)
  const desk = (await again.get('/desk')).body
  for (const id of ids) t.match(desk, `Words ${id}`)
  const send = desk.match(/\/desk\/kept\/\d+\/sending/)![0]
  const on = await again.post(send, form)
  t.match([on.statusCode, on.headers.location], [307, MINE])
  t.equal((await again.post(MINE, form)).statusCode, 303)
  t.same(
    ids.map((id) => get(house, id).updates.at(-1)!.text),
    ids.map((id) => `Words ${id}`),
  )
})

t.test(
  'the partnership’s own phrases are offered on each line, escaped, and none where it keeps none',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    t.match((await phone.get(MINE)).body, 'value="It was done as agreed."', 'from the start')
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post('/desk/settings/words', { communities: '', atRisk: '', phrases: '' })
    t.notMatch((await phone.get(MINE)).body, '<datalist')
    await laptop.post('/desk/settings/words', {
      communities: '',
      atRisk: '',
      phrases: 'On the agenda of our next meeting\r\n\r\n  "Waiting" for <funding> & a date  \n',
    })
    const body = (await phone.get(MINE)).body
    t.same(
      [...body.match(/<datalist id="phrases">.*?<\/datalist>/s)![0].matchAll(/value="(.*?)"/g)].map(
        (each) => each[1],
      ),
      ['On the agenda of our next meeting', '&quot;Waiting&quot; for &lt;funding&gt; &amp; a date'],
    )
    for (const id of ids) t.match(body, new RegExp(`name="text-${id}"[^>]* list="phrases"`))
    t.equal(
      (
        await laptop.post('/desk/settings/words', {
          communities: '',
          atRisk: '',
          phrases: 'x'.repeat(2001),
        })
      ).statusCode,
      422,
    )
    t.equal(
      (await phone.post('/desk/settings/words', { communities: '', atRisk: '', phrases: 'Mine' }))
        .statusCode,
      403,
    )
  },
)

t.test(
  'R23: words that are too long are refused beside their field with all of them kept, and the longest allowed are saved',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    const [a, b] = ids as [number, number]
    const long = await phone.post(MINE, {
      ...line(house, a, 'under-way', 'y'.repeat(2001)),
      ...line(house, b, 'done', 'Held', 'z'.repeat(201)),
    })
    t.equal(long.statusCode, 422)
    t.match(long.body, new RegExp(`href="#mine-text-${a}">This is too long\\. 2000`))
    t.match(long.body, new RegExp(`field--error ifwaiting[^]*id="mine-waitingFor-${b}-error"`))
    t.match(long.body, 'y'.repeat(2001))
    t.equal((await phone.post(MINE, line(house, a, 'under-way', 'y'.repeat(2000)))).statusCode, 303)
    t.equal(get(house, a).updates.at(-1)!.text.length, 2000)
  },
)
