import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { boxOf, hands, newest, OPEN } from './set-up.ts'

t.test(
  'R22: a box that is sent twice writes once, and its lines are all written or none',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, count, concern, ids } = hands(house)
    const box = { key: 'the-same-box-1' }
    const text = 'c The park is dark\na Mend the lamp\nn Thanks'
    t.equal(
      (await write(laptop, text, box)).headers.location,
      `${OPEN}?last=${concern().id}#quick-text`,
    )
    const once = count()
    house.clock.pass({ minutes: 2 })
    for (const part of [false, true])
      t.equal((await write(laptop, text, box, { part })).statusCode, part ? 200 : 303)
    t.equal(count(), once)
    t.equal(ids().length, 3)
    t.same(
      house.store.typedLines.sent('the-same-box-1').map((line) => line.noun),
      ['concern', 'action', 'note'],
    )

    // The power goes at the third line.
    const record = house.store.notes.record
    house.store.notes.record = () => {
      throw new Error('the power went')
    }
    t.equal(
      (
        await write(laptop, 'c The lift smells\na Clean it\nn Thanks again', {
          key: 'the-lost-box-1',
        })
      ).statusCode,
      500,
    )
    house.store.notes.record = record
    t.equal(count(), once, 'nothing is half written')
    await write(laptop, 'c The lift smells\na Clean it\nn Thanks again', { key: 'the-lost-box-1' })
    t.equal(house.store.typedLines.sent('the-lost-box-1').length, 3, 'and it can be sent again')
  },
)

t.test('R22: what was taken out and is typed again at once is written again', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, ids, action, concern } = hands(house)
  await write(laptop, 'c The park is dark')
  await laptop.post(`${OPEN}/concerns/${concern().id}/taking-out`)
  await write(laptop, 'c The park is dark')
  t.equal(ids().length, 3)
  await write(laptop, 'a Mend the lamp')
  await laptop.post(`${OPEN}/actions/${action().id}/taking-out`)
  await write(laptop, 'a Mend the lamp')
  t.equal(action().takenOutAt, null)
  const first = action().id
  await write(laptop, 'a Mend the lamp by May')
  t.not(action().id, first, 'and a date that was forgotten makes it another action')
})

t.test(
  'R23: a field nobody knows, a key nobody made and a paste too long are refused with all that was typed',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, count } = hands(house)
    const before = count()
    for (const path of ['lines', 'reading']) {
      for (const [more, status] of [
        [{ leadId: '1' }, 400],
        [{ key: 'no' }, 422],
        [{ last: 'x' }, 422],
        [{ step: 'never' }, 422],
        [{ text: `c ${'a'.repeat(20_001)}` }, 422],
      ] as const) {
        const answer = await laptop.post(`${OPEN}/${path}`, {
          text: 'c The park is dark',
          key: 'a-good-key',
          last: '',
          seen: '0',
          ...more,
        })
        t.equal(answer.statusCode, status, `${path} with ${Object.keys(more)[0]!}`)
        t.equal(boxOf(answer.body), 'text' in more ? more.text : 'c The park is dark')
      }
    }
    t.match((await laptop.post(`${OPEN}/notes/99999/taking-out`)).statusCode, 404)
    t.equal(count(), before)
    t.equal(
      (
        await house
          .signIn(PEOPLE.sergeant)
          .post(`${OPEN}/lines`, { text: 'c x', key: 'a-good-key' })
      ).statusCode,
      403,
    )
    await laptop.post(`${OPEN}/finishing`)
    for (const path of ['lines', 'reading'])
      t.equal(
        (await laptop.post(`${OPEN}/${path}`, { text: 'c Too late', key: 'a-good-key' }))
          .statusCode,
        409,
      )
    t.equal((await laptop.get(`${OPEN}/news`)).statusCode, 404)
    t.equal((await write(laptop, 'c Too late')).statusCode, 409)
    t.equal(count(), before)
  },
)

t.test(
  'R23: the step before shows how each line is read, and writes nothing down but what is being typed',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, count } = hands(house)
    const before = count()
    const text =
      'c The park is dark #church\na Mend the lamp @wcc by May\nMaybe\nu 1.5 the aunt\na Fetch the boy !private'
    const page = (await write(laptop, text, { step: 'preview' })).body
    t.equal(boxOf(page), text, 'what was typed is still in the box')
    const reading = /<div id="quick-reading".*?<\/div>/s.exec(page)![0]
    for (const words of [
      /Concern<\/b>.*The park is dark.*Church Street/,
      /Action<\/b>.*Mend the lamp.*Westminster City Council\. By May 2022\. Under the concern above/,
      /Kept as a note\. Begin with a letter/,
      /Action 1\.5 is held in private, so this is kept as a concern/,
      /Held in private\. Others read: A family could be identified/,
    ])
      t.match(reading, words)
    t.notMatch(reading, 'Fetch the boy', 'R11: the room sees the screen')
    t.same(count(), before)
    t.equal(
      boxOf((await laptop.get(OPEN)).body),
      text,
      'R25: it is there again after a look at another page',
    )
  },
)

t.test(
  'R5: what was written by mistake is taken out, and what something hangs on is not',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, concern, action, notes, ids, table } = hands(house)
    await write(laptop, 'c The park is dark\na Mend the lamp @wcc\nn Thanks')
    const [park, lamp, thanks] = [concern().id, action(), newest(notes()).id]
    const refused = await laptop.post(`${OPEN}/concerns/${park}/taking-out`)
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'Something hangs on this concern already')
    await write(laptop, `u ${lamp.number} under way: ordered`)
    const spoken = await laptop.post(`${OPEN}/actions/${lamp.id}/taking-out`)
    t.equal(spoken.statusCode, 422)
    t.match(spoken.body, 'Something was said about this action already')
    t.equal(
      (await laptop.post(`${OPEN}/concerns/${ids()[0]}/taking-out`)).statusCode,
      422,
      'a concern from before is not this table’s to take out',
    )
    t.equal(
      (await laptop.post(`${OPEN}/actions/${action('1.3').id}/taking-out`)).statusCode,
      404,
      'nor an action',
    )
    t.equal(
      (await laptop.post(`${OPEN}/notes/${thanks}/taking-out`, { more: 'x' })).statusCode,
      400,
    )

    t.equal((await laptop.post(`${OPEN}/notes/${thanks}/taking-out`)).statusCode, 303)
    t.equal((await laptop.post(`${OPEN}/notes/${thanks}/taking-out`)).statusCode, 404, 'it is out')
    await write(laptop, 'a- Sweep the stairs')
    const sweep = action()
    await laptop.post(`${OPEN}/actions/${sweep.id}/taking-out`)
    await write(laptop, 'c The stairs are dark')
    const stairs = concern().id
    t.equal((await laptop.post(`${OPEN}/concerns/${stairs}/taking-out`)).statusCode, 303)
    t.notOk(ids().includes(stairs))
    const page = (await laptop.get(OPEN)).body
    for (const words of ['Thanks', 'Sweep the stairs', 'The stairs are dark'])
      t.notMatch(page, words)
    t.ok(
      house.store.concerns.everWritten().some((each) => each.id === stairs),
      'the row stays',
    )
    t.equal(house.store.journal.history('concern', stairs).at(-1)!.verb, 'took out')
    await write(laptop, 'a- Sweep the yard')
    t.not(action().number, sweep.number, 'and its number is not given again')
    t.equal(table().finishedAt, null)
  },
)
