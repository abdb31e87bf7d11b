import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { readList } from '../../../../src/domain/round-tables/bringing-in/list.ts'
import { openPostman } from '../../../../src/mail/postman.ts'
import { thrown } from '../../../support/house/thrown.ts'
import { readDate } from '../../../../src/domain/dates/read-date.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands, OPEN } from './set-up.ts'
import { readLines } from '../../../../src/domain/round-tables/line/read-line.ts'

t.test('R22: an action typed again at once with a helper is written with the helper', async (t) => {
  const house = await openHouse({ t })
  const { write, action } = hands(house)
  await write('a- Hold a stall @mosaic')
  const first = action()
  await write('a- Hold a stall @mosaic +wcc')
  t.not(action().id, first.id)
  t.equal(termsOf(action()).helperIds.length, 1)
})

t.test(
  'R22: a second click sends no second letter, and a letter that cannot be written holds up no other',
  async (t) => {
    const house = await openHouse({ t })
    const { store, laptop, table, finish } = hands(house)
    await finish()
    await laptop.post(`${OPEN}/readers`, {
      role: 'head of year',
      email: 'head@school.example',
      depth: 'public',
    })
    const [reader] = store.letters.readers(table().id)
    for (let click = 0; click < 2; click++)
      t.equal((await laptop.post(`${OPEN}/letters`, { readerIds: reader!.id })).statusCode, 303)
    t.equal(store.letters.ofTable(table().id).length, 1)

    const posted: number[] = []
    const failed: number[] = []
    const row = (id: number) => ({ id, messageId: `<${id}@x>`, tries: 0 })
    const postman = openPostman({
      fault: thrown,
      box: {
        due: () => [row(1), row(2)],
        posted: (id) => {
          posted.push(id)
        },
        failed: (id) => {
          failed.push(id)
        },
      },
      write: ({ id }) => {
        if (id === 1) throw new Error('broken')
        return { to: 'a@b.example', subject: 's', text: 't' }
      },
      post: { send: async () => {} },
      now: () => new Date(),
    })
    await postman.run()
    await postman.stop()
    t.same([posted, failed], [[2], [1]])
  },
)

t.test(
  'R25: what one person types in a page left open is not kept for the next who signs in',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, store } = hands(house)
    const sergeant = house.person(PEOPLE.sergeant).id
    const answer = await laptop.post(
      '/desk/unsent',
      { who: sergeant, place: OPEN, form: 'alone', fields: '{"text":"mine"}' },
      { part: true },
    )
    t.equal(answer.headers['hx-redirect'], '/sign-in?kept=yes')
    t.same(store.typedLines.kept(house.person(PEOPLE.coordinator).id, OPEN), {})
  },
)

t.test(
  'R11: an action held in private that a table only closed is a look when its minutes are read at that depth',
  async (t) => {
    const house = await openHouse({ t })
    const { store, laptop, table, by } = hands(house)
    const family = store.actions
      .everWritten()
      .find(
        (each) =>
          each.depth === 'named' &&
          each.list.includes(by().personId) &&
          each.roundTableId !== table().id,
      )!
    store.actions.recordClosing(family.id, table().id, by())
    const looks = () =>
      store.journal.history('action', family.id).filter((line) => line.verb === 'looked at').length
    const before = looks()
    await laptop.get(`${OPEN}/minutes?depth=named`)
    t.equal(looks(), before + 1)
  },
)

t.test(
  'R23: a file form without its boundary is a bad request, and long words in any script arrive whole',
  async (t) => {
    const house = await openHouse({ t, refusedHtml: new Set() })
    const { laptop } = hands(house)
    t.equal(
      (
        await laptop.send({
          method: 'POST',
          url: '/desk/bringing-in',
          payload: 'x',
          headers: { 'content-type': 'multipart/form-data' },
        })
      ).statusCode,
      400,
    )
    const rows = Array.from({ length: 50 }, (_, i) => `- ${i} ${'漢'.repeat(480)}`).join('\n')
    const answer = await laptop.send({
      method: 'POST',
      url: '/desk/bringing-in',
      payload: `--b\r\ncontent-disposition: form-data; name="text"\r\n\r\n${rows}\r\n--b--\r\n`,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    })
    t.equal(answer.body.match(/name="text\[\]"/g)?.length, 50)
  },
)

t.test('R23: no line and no list, however odd, keeps the others waiting', async (t) => {
  const reading = {
    names: { organisations: [], seats: [], themes: [], areas: [] },
    ahead: (typed: string) => readDate(typed, { today: '2022-01-27', lean: 'ahead' as const }),
    behind: (typed: string) => readDate(typed, { today: '2022-01-27', lean: 'behind' as const }),
  }
  const took = (work: () => unknown): number => {
    const from = performance.now()
    work()
    return performance.now() - from
  }
  for (const sign of ['\t', '\u00a0', ',', '(', '.', ':']) {
    for (const begin of ['a x', 'u 1.1 x', 'h x', 'n x'])
      t.ok(
        took(() => readLines(`${begin}${sign.repeat(20_000)}x`, reading)) < 150,
        `${begin} ${JSON.stringify(sign)}`,
      )
    t.ok(
      took(() => readList(`- x${sign.repeat(60_000)}x`)) < 150,
      `a list of ${JSON.stringify(sign)}`,
    )
  }
})
