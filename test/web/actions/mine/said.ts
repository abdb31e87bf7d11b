import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { PEOPLE, type Answer } from '../../../support/house.ts'
import { by, get, line, MINE, openWith, rows, seatOf, section, titles } from './set-up.ts'

t.test(
  'three are said in one go, each by its seat, each with its line in the journal',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    const [a, b, c] = ids as [number, number, number]
    const before = house.store.journal.lastId()
    const saved = await phone.post(MINE, {
      ...line(house, a, 'under-way', 'Twice this week'),
      ...line(house, b, 'waiting', '', 'the head teacher'),
      ...line(house, c, 'done', 'All eight mended'),
    })
    t.match([saved.statusCode, saved.headers.location], [303, `${MINE}?saved=3`])
    t.match(
      ids.map((id) => get(house, id).updates.at(-1)),
      [
        { status: 'under-way', text: 'Twice this week', waitingFor: null },
        { status: 'waiting', text: '', waitingFor: 'the head teacher' },
        { status: 'done', text: 'All eight mended' },
      ],
    )
    for (const id of ids)
      t.match(get(house, id).updates.at(-1), {
        seatId: seatOf(house, PEOPLE.sergeant).id,
        personId: house.person(PEOPLE.sergeant).id,
        roundTableId: null,
        on: null,
      })
    t.same(
      house.store.journal.since(before).map((each) => [each.verb, each.nounId]),
      ids.map((id) => ['reported on', String(id)]),
    )
    const page = (await phone.get(`${MINE}?saved=3`)).body
    t.match(page, /role="status".*3 updates\. Thank you/s)
    t.ok(titles(section(page, 'finished')).includes('Mend the lamps'))
    t.notMatch((await phone.get(`${MINE}?saved=<b>`)).body, 'Thank you')
  },
)

t.test('what nobody touched is not written: “Nothing new” says nothing', async (t) => {
  const { house, ids, phone } = await openWith(t)
  const counts = () => ids.map((id) => get(house, id).updates.length)
  t.equal(
    (
      await phone.post(MINE, {
        ...line(house, ids[0]!, ''),
        ...line(house, ids[1]!, 'under-way'),
        ...line(house, ids[2]!, ''),
      })
    ).headers.location,
    `${MINE}?saved=1`,
  )
  t.same(counts(), [1, 2, 1])
  const nothing = await phone.post(MINE, {
    ...line(house, ids[0]!, ''),
    ...line(house, ids[1]!, ''),
  })
  t.equal(nothing.statusCode, 422)
  t.match(nothing.body, new RegExp(`href="#mine-status-${ids[0]}">Nothing is filled in yet`))
  t.equal((await phone.post(MINE)).statusCode, 422)
  t.same(counts(), [1, 2, 1])
})

t.test(
  'R23: one that is wrong saves none, each refusal stands beside its field, and everything typed is still there',
  async (t) => {
    const { house, ids, phone } = await openWith(t, [
      'Walk the estate',
      'Write to the school',
      'Mend the lamps',
      'Ring the club',
      'Sweep',
    ])
    const [a, b, c, d, e] = ids as [number, number, number, number, number]
    const before = rows(house)
    const answer = await phone.post(MINE, {
      ...line(house, a, 'done', ''),
      ...line(house, b, 'waiting', 'Wrote twice', ''),
      ...line(house, c, 'under-way', 'Six <of> eight'),
      ...line(house, d, '', 'Rang "them"'),
      ...line(house, e, '', '', 'the caretaker'),
    })
    t.equal(answer.statusCode, 422)
    t.equal(rows(house), before, 'R22: all or none')
    t.match(answer.body, /<title>Error:/)
    saidBesideEach(t, { a, b, c, d, e, answer })
  },
)

function saidBesideEach(
  t: Test,
  {
    a,
    b,
    c,
    d,
    e,
    answer,
  }: { a: number; b: number; c: number; d: number; e: number; answer: Answer },
) {
  for (const [id, field, words] of [
    [a, 'text', 'say what was done'],
    [b, 'waitingFor', 'say who you are waiting for'],
    [d, 'status', 'Choose where it has got to'],
    [e, 'status', 'Choose where it has got to'],
  ] as const) {
    t.match(
      answer.body,
      new RegExp(`href="#mine-${field}-${id}">[^<]*${words}`),
      'named at the top',
    )
    t.match(
      answer.body,
      new RegExp(`id="mine-${field}-${id}-error">[^]*?${words}`),
      'and beside its field',
    )
    t.match(
      answer.body,
      new RegExp(`<details open>(?:(?!</details>)[^])*id="mine-${field}-${id}"`),
      'in a line that is open',
    )
  }
  t.match(
    answer.body,
    new RegExp(`id="mine-text-${c}" name="text-${c}" value="Six &lt;of&gt; eight"`),
  )
  t.match(
    answer.body,
    new RegExp(`id="mine-text-${d}" name="text-${d}" value="Rang &quot;them&quot;"`),
  )
  t.match(
    answer.body,
    new RegExp(`id="mine-waitingFor-${e}" name="waitingFor-${e}" value="the caretaker"`),
    'for whom one waits is words as well',
  )
  t.match(answer.body, new RegExp(`id="mine-status-${c}"[^]*?<option value="under-way" selected>`))
  t.equal((answer.body.match(/<details open>/g) ?? []).length, 5)
}

t.test('R22: when the second of three cannot be written, the first is not either', async (t) => {
  const { house, ids, phone } = await openWith(t)
  const before = rows(house)
  const db = new Database(house.file)
  db.exec(
    `create trigger no_more before insert on updates when new.action_id = ${ids[1]} begin select raise(abort, 'full'); end`,
  )
  t.equal(
    (
      await phone.post(
        MINE,
        Object.assign({}, ...ids.map((id) => line(house, id, 'under-way', 'Said'))),
      )
    ).statusCode,
    500,
  )
  t.equal(rows(house), before)
  db.exec('drop trigger no_more')
  db.close()
  t.equal(
    (
      await phone.post(
        MINE,
        Object.assign({}, ...ids.map((id) => line(house, id, 'under-way', 'Said'))),
      )
    ).statusCode,
    303,
  )
})

t.test(
  'R22: a form sent twice is written once: a double tap, a slow line, and the way back with one line more',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    const [a, b] = ids as [number, number]
    const form = { ...line(house, a, 'under-way', 'Walked'), ...line(house, b, '') }
    for (const answer of await Promise.all([phone.post(MINE, form), phone.post(MINE, form)]))
      t.equal(answer.statusCode, 303)
    house.clock.pass({ minutes: 5 })
    t.equal((await phone.post(MINE, form)).statusCode, 303)
    t.equal(
      (await phone.post(MINE, { ...form, [`status-${b}`]: 'under-way', [`text-${b}`]: 'Written' }))
        .statusCode,
      303,
    )
    t.same(
      [a, b].map((id) => get(house, id).updates.length),
      [2, 2],
    )
    house.store.actions.recordTakingBack(
      a,
      get(house, a).updates.at(-1)!.id,
      by(house, PEOPLE.sergeant),
    )
    t.equal((await phone.post(MINE, form)).statusCode, 303)
    t.equal(get(house, a).updates.length, 3, 'what was taken back and is sent again is said again')
  },
)
