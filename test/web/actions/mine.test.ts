import { agree, type AgreedTerms } from '../../../src/domain/actions/agreement.ts'
import { createHash } from 'node:crypto'
import t from 'tap'
import Database from 'better-sqlite3'
import { latestOf, termsOf, type Status } from '../../../src/domain/actions/action.ts'
import { must } from '../../../src/sample/must.ts'
import { openHouse, PEOPLE, type Fields, type House } from '../../support/house.ts'

const MINE = '/desk/mine'
const by = (house: House, email: string = PEOPLE.coordinator) => ({
  personId: house.person(email).id,
  at: house.clock.at(),
})
const seatOf = (house: House, email: string) =>
  house.store.organisations
    .seats()
    .find((seat) =>
      seat.holders.some(
        (each) => each.personId === house.person(email).id && each.untilOn === null,
      ),
    )!
const get = (house: House, id: number) => house.store.actions.listUnfiltered([id])[0]!
/** Agreed between tables, for the sergeant's seat or as a test needs it. */
const agreeNow = (
  house: House,
  text: string,
  over: Partial<AgreedTerms> & { proposed?: boolean; list?: number[] } = {},
  who: string = PEOPLE.coordinator,
): number => {
  const { proposed = false, list = [], ...terms } = over
  const seat = seatOf(house, PEOPLE.sergeant)
  return house.store.actions.record(
    must(
      agree(
        {
          text,
          kind: 'one-off',
          leadId: seat.organisationId,
          seatId: seat.id,
          helperIds: [],
          by: null,
          ...terms,
        },
        () => !proposed,
      ),
    ),
    {
      roundTableId: null,
      concernIds: [],
      depth: list.length ? 'named' : 'table',
      ground: list.length ? 'A person could be identified.' : null,
      list,
    },
    by(house, who),
  )
}
const say = (
  house: House,
  id: number,
  status: Status,
  text: string,
  email: string = PEOPLE.sergeant,
): void => {
  const seat = seatOf(house, email)
  house.store.actions.recordUpdate(
    id,
    { status, text, waitingFor: null, on: null },
    { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
    by(house, email),
  )
}
const change = (house: House, id: number, over: Partial<AgreedTerms>): void => {
  const { text, kind, leadId, seatId, helperIds, by: due } = termsOf(get(house, id))
  house.store.actions.recordTerms(
    id,
    { text, kind, leadId, seatId, helperIds, by: due, proposed: false, reason: 'Moved', ...over },
    by(house),
  )
}
/** A line of the form, as the page has it now. */
const line = (house: House, id: number, status: string, text = '', waitingFor = ''): Fields => ({
  [`seen-${id}`]: get(house, id).updates.at(-1)!.id,
  [`status-${id}`]: status,
  [`text-${id}`]: text,
  [`waitingFor-${id}`]: waitingFor,
})
/**
 * Another officer of the same organisation, in the seat that stands empty or in one of their own.
 */
const colleague = (house: House, email = 'second@met.example'): string => {
  const { organisationId } = house.person(PEOPLE.sergeant)
  const id = house.store.people.record(
    { name: 'Second officer', email, role: 'member', approves: false, organisationId },
    by(house),
  )
  house.store.organisations.recordHolding(
    house.store.organisations.recordSeat(organisationId, 'Second sergeant', by(house)),
    id,
    '2022-01-01',
    by(house),
  )
  return email
}
const section = (body: string, id: string): string =>
  body.match(new RegExp(`<section[^>]*aria-labelledby="${id}".*?</section>`, 's'))?.[0] ?? ''
const titles = (html: string): string[] =>
  [...html.matchAll(/<h3>.*?<a [^>]*>(.*?)<\/a>/gs)].map((each) => each[1]!)
/** What was said and what the journal has, as one short word. */
const rows = (house: House): string => {
  const db = new Database(house.file, { readonly: true })
  const all = JSON.stringify(
    ['updates', 'journal'].map((name) => db.prepare(`select * from "${name}"`).all()),
  )
  db.close()
  return createHash('sha256').update(all).digest('hex')
}
/** The sergeant with these actions alone. */
const openWith = async (
  t: { teardown: (fn: () => unknown) => unknown },
  texts: string[] = ['Walk the estate', 'Write to the school', 'Mend the lamps'],
) => {
  const house = await openHouse({ t })
  house.clock.pass({ minutes: 1 })
  const ids = texts.map((text) => agreeNow(house, text))
  house.clock.pass({ minutes: 1 })
  return { house, ids, phone: house.signIn(PEOPLE.sergeant) }
}

t.test(
  'everything that is mine, the most pressing first: late, coming due, waiting, what keeps going, the rest',
  async (t) => {
    const house = await openHouse({ t })
    const seat = seatOf(house, PEOPLE.sergeant)
    for (const [text, over] of [
      ['The rest', {}],
      ['Keeps going', { kind: 'standing' }],
      ['Waits', {}],
      ['Due soon', { by: '2022-02-10' }],
      ['Late since the month', { by: '2021-12' }],
      ['Late since the day', { by: '2021-11-30' }],
      ['Due later', { by: '2022-08' }],
    ] as const)
      agreeNow(house, text, over)
    const waits = house.store.actions
      .listUnfiltered()
      .find((each) => termsOf(each).text === 'Waits')!
    house.store.actions.recordUpdate(
      waits.id,
      { status: 'waiting', text: '', waitingFor: 'the council', on: null },
      { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
      by(house, PEOPLE.sergeant),
    )
    const body = (await house.signIn(PEOPLE.sergeant).get(MINE)).body
    const mine = section(body, 'mine')
    t.same(
      titles(mine).filter((each) => !each.startsWith('Community')),
      [
        'Late since the day',
        'Late since the month',
        'Due soon',
        'Waits',
        'Keeps going',
        'Due later',
        'The rest',
      ],
    )
    t.match(
      mine,
      /Late: it was due 30 November 2021.*Late: it was due December 2021.*By <time datetime="2022-02-10">/s,
    )
    t.match(mine, /Waiting<\/span> for the council\./)
    t.match(mine, /No date agreed yet/, 'R2')
    t.match(section(body, 'accept'), /2\.3\./, 'what waits for a yes stands first of all')
    t.ok(body.indexOf('id="accept"') < body.indexOf('id="mine"'))
    t.same(titles(section(body, 'finished')).length, 2, 'what is said to be finished stands apart')
  },
)

t.test(
  'R7: across two seats, each action saying which, and not what a colleague’s seat owns',
  async (t) => {
    const { house, ids, phone } = await openWith(t, ['First seat'])
    const { organisationId } = house.person(PEOPLE.sergeant)
    const second = house.store.organisations.recordSeat(
      organisationId,
      'Schools officer',
      by(house),
    )
    house.store.organisations.recordHolding(
      second,
      house.person(PEOPLE.sergeant).id,
      '2022-01-01',
      by(house),
    )
    const theirs = seatOf(house, colleague(house))
    const other = agreeNow(house, 'Second seat', { seatId: second })
    agreeNow(house, 'A colleague’s', { seatId: theirs.id })
    house.clock.pass({ minutes: 1 })
    const body = (await phone.get(MINE)).body
    t.match(
      body,
      /My actions <small class="quiet">Ward sergeant, Church Street and Schools officer</,
    )
    t.match(
      section(body, 'mine'),
      /First seat.*Ward sergeant, Church Street\..*Second seat.*Schools officer\./s,
    )
    t.notMatch(body, 'A colleague’s')
    t.equal(
      (
        await phone.post(MINE, {
          ...line(house, ids[0]!, 'under-way', 'a'),
          ...line(house, other, 'under-way', 'b'),
        })
      ).statusCode,
      303,
    )
    t.match(
      [get(house, ids[0]!).updates.at(-1)!.seatId, get(house, other).updates.at(-1)!.seatId],
      [seatOf(house, PEOPLE.sergeant).id, second],
      'each is said by the seat that owns it',
    )
  },
)

t.test(
  'R2: what I only wrote down for others stands apart, and is not mine to report on',
  async (t) => {
    const house = await openHouse({ t })
    const mosaic = house.person(PEOPLE.coordinator).organisationId
    agreeNow(house, 'For the police to do')
    agreeNow(house, 'For nobody yet', { leadId: null, seatId: null })
    agreeNow(house, 'For us to do', { leadId: mosaic, seatId: null })
    const body = (await house.signIn(PEOPLE.coordinator).get(MINE)).body
    t.ok(titles(section(body, 'mine')).includes('For us to do'))
    for (const text of ['For the police to do', 'For nobody yet']) {
      t.ok(titles(section(body, 'written')).includes(text))
      t.notMatch(section(body, 'mine') + section(body, 'helping'), text)
    }
    t.notMatch(section(body, 'written'), /<select|<input/)
    t.equal(
      (await house.signIn(PEOPLE.sergeant).get(MINE)).body.includes('id="written"'),
      false,
      'who wrote nothing down has no such list',
    )
  },
)

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
    t.notMatch((await phone.get(`${MINE}?saved=<b>`)).body, 'role="status"')
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
    t.match(
      answer.body,
      new RegExp(`id="mine-status-${c}"[^]*?<option value="under-way" selected>`),
    )
    t.equal((answer.body.match(/<details open>/g) ?? []).length, 5)
  },
)

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
  'R23: a colleague who was quicker is a conflict with their words, nothing of mine is lost, and sent again it goes through',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    const [a, b] = ids as [number, number]
    const old = {
      ...line(house, a, 'under-way', 'Mine, first'),
      ...line(house, b, 'under-way', 'Mine, second'),
    }
    say(house, a, 'waiting', 'Theirs <first>', colleague(house))
    const before = rows(house)
    const refused = await phone.post(MINE, old)
    t.equal(refused.statusCode, 409)
    t.equal(rows(house), before)
    t.match(refused.body, /someone said “Waiting: Theirs &lt;first&gt;” while you were writing/)
    for (const words of ['Mine, first', 'Mine, second']) t.match(refused.body, `value="${words}"`)
    const now = Object.fromEntries(
      [...refused.body.matchAll(/name="(seen-\d+)" value="(\d+)"/g)].map((each) => [
        each[1]!,
        each[2]!,
      ]),
    )
    t.equal((await phone.post(MINE, { ...old, ...now })).statusCode, 303)
    t.same(
      ids.slice(0, 2).map((id) => get(house, id).updates.at(-1)!.text),
      ['Mine, first', 'Mine, second'],
    )
  },
)

t.test(
  'R23: what a colleague took back again, what a helper says of its own part, and what I said myself is no conflict',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    const [a, b, c] = ids as [number, number, number]
    change(house, b, { helperIds: [house.person(PEOPLE.officer).organisationId] })
    const old = Object.assign({}, ...ids.map((id) => line(house, id, 'under-way', 'Mine')))
    const second = colleague(house)
    say(house, a, 'done', 'Not so', second)
    house.store.actions.recordTakingBack(a, get(house, a).updates.at(-1)!.id, by(house, second))
    say(house, b, 'done', 'Our part', PEOPLE.officer)
    say(house, c, 'not-started', 'From the other phone')
    t.equal((await phone.post(MINE, old)).statusCode, 303)
    t.same(
      ids.map((id) => latestOf(get(house, id)).text),
      ['Mine', 'Mine', 'Mine'],
    )
  },
)

t.test(
  'R23: a colleague who was quicker stays in sight, though I said something in another window since',
  async (t) => {
    const { house, ids, phone } = await openWith(t)
    const old = line(house, ids[0]!, 'under-way', 'Mine')
    say(house, ids[0]!, 'done', 'Theirs', colleague(house))
    house.clock.pass({ minutes: 1 })
    say(house, ids[0]!, 'done', 'Mine, elsewhere')
    const refused = await phone.post(MINE, old)
    t.equal(refused.statusCode, 409)
    t.match(refused.body, 'Done: Theirs')
    t.match(
      refused.body,
      'value="Mine"',
      'it is finished now, and still on the form, since someone is writing on it',
    )
    t.equal((await phone.post(MINE, line(house, ids[0]!, 'under-way', 'Mine'))).statusCode, 303)
  },
)

t.test(
  'R23: what was closed, given to another organisation, taken out or made private meanwhile shows what I wrote, and the rest can be sent',
  async (t) => {
    const { house, ids, phone } = await openWith(t, [
      'Closed',
      'Given away',
      'Taken out',
      'Private to others',
      'Private to me too',
      'Still mine',
    ])
    const [closed, given, taken, hidden, known, mine] = ids as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const old = Object.assign(
      {},
      ...ids.map((id) => line(house, id, 'waiting', `My words on ${id}`, `someone for ${id}`)),
    )
    say(house, closed, 'done', 'Done')
    house.store.actions.recordClosing(closed, null, by(house))
    change(house, given, { leadId: house.person(PEOPLE.officer).organisationId, seatId: null })
    house.store.actions.recordTakingOut(taken, 1, by(house))
    const list = (who: string[]) => ({
      depth: 'named' as const,
      ground: 'A person could be identified.',
      list: who.map((each) => house.person(each).id),
    })
    house.store.actions.recordDepth(hidden, list([PEOPLE.coordinator]), by(house))
    house.store.actions.recordDepth(known, list([PEOPLE.coordinator, PEOPLE.sergeant]), by(house))
    const before = rows(house)
    const refused = await phone.post(MINE, old)
    t.equal(refused.statusCode, 422)
    t.equal(rows(house), before)
    for (const id of ids.slice(0, -1)) {
      t.match(
        refused.body,
        new RegExp(
          `<li class="typed" id="mine-status-${id}" tabindex="-1">“Waiting: someone for ${id}: My words on ${id}”`,
        ),
      )
      t.match(refused.body, `href="#mine-status-${id}"`, 'the refusal leads there')
    }
    t.match(refused.body, 'he round table has closed this action')
    t.match(refused.body, new RegExp(`value="My words on ${mine}"`))
    for (const text of ['Private to others', 'Private to me too'])
      t.notMatch(refused.body, text, 'R11')
    t.notMatch(refused.body, get(house, hidden).number, 'R11: nor its number')
    t.equal(
      (await phone.post(MINE, line(house, mine, 'waiting', 'My words', 'someone'))).statusCode,
      303,
    )
  },
)

t.test(
  'handed to a colleague’s seat meanwhile: I may still say it for my organisation, and it is not said by their seat',
  async (t) => {
    const { house, ids, phone } = await openWith(t, ['Walk the estate'])
    const old = line(house, ids[0]!, 'under-way', 'Walked')
    change(house, ids[0]!, { seatId: seatOf(house, colleague(house)).id })
    t.notMatch((await phone.get(MINE)).body, 'Walk the estate')
    t.equal((await phone.post(MINE, old)).statusCode, 303)
    t.match(get(house, ids[0]!).updates.at(-1), {
      text: 'Walked',
      seatId: seatOf(house, PEOPLE.sergeant).id,
    })
  },
)

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
        return answer.body.replaceAll(`mine-status-${id}`, 'mine-status-N')
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
    t.notMatch((await phone.get(MINE)).body, '<datalist')
    const laptop = house.signIn(PEOPLE.coordinator)
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

t.test(
  'sixty actions are one page and one form, and all of them can be sent at once',
  async (t) => {
    const house = await openHouse({ t })
    const ids = Array.from({ length: 60 }, (_, i) => agreeNow(house, `Thing ${i}`))
    house.clock.pass({ minutes: 1 })
    const phone = house.signIn(PEOPLE.sergeant)
    const from = performance.now()
    const page = await phone.get(MINE)
    t.comment(
      `${Math.round(page.body.length / 1024)} KB for 60 actions, drawn in ${Math.round(performance.now() - from)} ms, the check of its HTML included`,
    )
    for (const id of ids) t.match(page.body, `name="status-${id}"`)
    const saved = await phone.post(
      MINE,
      Object.assign({}, ...ids.map((id) => line(house, id, 'under-way', `Words on ${id}`))),
    )
    t.equal(saved.headers.location, `${MINE}?saved=60`)
    t.ok(ids.every((id) => get(house, id).updates.at(-1)!.text === `Words on ${id}`))
  },
)

t.test('R6: what I said no to waits for me no more, and can still be found', async (t) => {
  const { house, phone } = await openWith(t, [])
  const id = agreeNow(house, 'Share the patrol plan', { proposed: true })
  t.ok(titles(section((await phone.get(MINE)).body, 'accept')).includes('Share the patrol plan'))
  await phone.post(`/desk/actions/${id}/declining`, { words: 'Not without two officers' })
  const body = (await phone.get(MINE)).body
  t.notMatch(section(body, 'accept') + section(body, 'mine'), 'Share the patrol plan')
  t.match(section(body, 'declined'), /Share the patrol plan.*Declined by the police/s)
})

t.test(
  'R11: a private matter of mine is a line without its words, is said on its own page, and is gone for who may not know',
  async (t) => {
    const { house, phone } = await openWith(t, [])
    const id = agreeNow(house, 'Visit the family', {
      by: '2021-12',
      list: [house.person(PEOPLE.sergeant).id],
    })
    const hidden = agreeNow(house, 'Another family', {
      list: [house.person(PEOPLE.coordinator).id],
    })
    const before = house.store.journal.lastId()
    const body = (await phone.get(MINE)).body
    t.match(
      section(body, 'mine'),
      /Held in private\. A person could be identified\..*Open it to say where it stands/s,
    )
    t.notMatch(body, /Visit the family|Another family/)
    t.notMatch(body, new RegExp(`name="status-(${id}|${hidden})"`))
    t.notMatch(body, `/desk/actions/${hidden}"`)
    t.equal(
      house.store.journal.lastId(),
      before,
      'R21: a list shows nothing that has to be written down',
    )
  },
)
