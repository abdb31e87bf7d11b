import t from 'tap'
import { isOpen, statusOf, termsOf } from '../../../src/domain/actions/action.ts'
import { isPriority, wordingOf } from '../../../src/domain/concerns/concern.ts'
import {
  openHouse,
  PEOPLE,
  type Asked,
  type Fields,
  type House,
  type Visitor,
} from '../../support/house.ts'

const OPEN = '/desk/round-tables/2022-q1'
const SECOND = 'second@mosaic.example'
const newest = <T extends { id: number }>(rows: T[]): T =>
  rows.reduce((last, each) => (each.id > last.id ? each : last))

/** What a minute-taker does, and what the record then says. */
const hands = (house: House) => {
  let sent = 0
  const { store } = house
  const table = () => store.roundTables.find('2022-q1')!
  const key = () => `a-box-of-words-${sent++}`
  return {
    key,
    table,
    laptop: house.signIn(PEOPLE.coordinator),
    /** Another coordinator, who minutes at the same table. */
    second: (): Visitor => {
      if (!store.people.findByEmail(SECOND))
        store.people.record(
          {
            name: 'Second, Mosaic',
            email: SECOND,
            role: 'coordinator',
            approves: false,
            organisationId: house.person(PEOPLE.coordinator).organisationId,
          },
          { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
        )
      return house.signIn(SECOND)
    },
    write: (who: Visitor, text: string, more: Fields = {}, asked: Asked = {}) =>
      who.post(
        `${OPEN}/lines`,
        { text, key: key(), last: '', seen: '0', step: 'save', ...more },
        asked,
      ),
    concern: () => newest(store.concerns.everWritten()),
    action: (number?: string) =>
      number
        ? store.actions.listUnfiltered().find((each) => each.number === number)!
        : newest(store.actions.everWritten()),
    notes: () => store.notes.ofTable(table().id),
    ids: () => store.roundTables.concernIds(table().id),
    organisation: (code: string) =>
      store.organisations.list().find((each) => each.code === code)!.id,
    seat: (title: string) =>
      store.organisations.seats().find((each) => each.title.startsWith(title))!.id,
    /** How much there is: what must not change when nothing is written. */
    count: () =>
      [
        store.concerns.everWritten().length,
        store.actions.everWritten().length,
        store.notes.ofTable(table().id).length,
        store.typedLines.recent(table().id, 99).length,
      ].join(' '),
  }
}

const boxOf = (body: string): string =>
  /<textarea id="quick-text"[^>]*>\n?([^<]*)<\/textarea>/.exec(body)![1]!

t.test('R20: each kind of line lands in the record, with htmx and without', async (t) => {
  for (const part of [false, true]) {
    const house = await openHouse({ t })
    const { laptop, write, concern, action, notes, ids, organisation, seat, table } = hands(house)
    const send = async (text: string, last: number | '' = '') => {
      const answer = await write(laptop, text, { last }, { part })
      t.equal(answer.statusCode, part ? 200 : 303, text)
      if (!part)
        t.match(answer.headers.location, /^\/desk\/round-tables\/2022-q1\?last=\d+#quick-text$/)
      return answer
    }
    const answer = await send('c Young men are stopped #stop #church !priority')
    t.match(part ? answer.body : (await laptop.get(OPEN)).body, /Item 3.*Young men are stopped/s)
    const stopped = concern()
    t.match(
      { ...wordingOf(stopped) },
      { text: 'Young men are stopped', personId: house.person(PEOPLE.coordinator).id },
    )
    t.equal(
      house.store.labels.list('theme').find((each) => each.id === wordingOf(stopped).themeId)?.code,
      'stop-and-search',
    )
    t.ok(isPriority(stopped))
    t.same(ids().at(-1), stopped.id)

    await send('a Hold a stall @youth +mosaic by Sept', stopped.id)
    t.match(
      { ...termsOf(action()), concernIds: action().concernIds },
      {
        text: 'Hold a stall',
        kind: 'one-off',
        leadId: organisation('council'),
        seatId: seat('Youth'),
        helperIds: [organisation('mosaic')],
        by: '2022-09',
        proposed: false,
        concernIds: [stopped.id],
      },
    )
    await send('a1 Meet them every month !standing', stopped.id)
    t.match(
      { ...termsOf(action()), concernIds: action().concernIds },
      { kind: 'standing', concernIds: [ids()[0]] },
      'under the item that was named',
    )
    await send('q- Who checks the figures?', stopped.id)
    t.match(
      { ...termsOf(action()), concernIds: action().concernIds },
      { kind: 'question', text: 'Who checks the figures?', concernIds: [] },
      'and under none',
    )

    await send('d We meet at Church Street', stopped.id)
    await send('n2 The lamp was mended once')
    t.match(
      notes().map((note) => [note.kind, note.text, note.concernId, note.unread]),
      [
        ['decision', 'We meet at Church Street', stopped.id, null],
        ['note', 'The lamp was mended once', ids()[1], null],
      ],
    )

    await send('u 1.3 waiting for the schools: letters are out')
    t.match(
      { ...action('1.3').updates.at(-1)! },
      {
        status: 'waiting',
        waitingFor: 'the schools',
        text: 'letters are out',
        roundTableId: table().id,
        organisationId: organisation('mosaic'),
      },
    )
    await send('u 1.11 done, closed: they played on 10 December')
    t.match(
      { ...action('1.11').updates.at(-1)! },
      { status: 'done', text: 'they played', on: '2021-12-10' },
    )
    t.notOk(isOpen(action('1.11')))
    await send('u 2.5 could not, because the school said no')
    t.match(
      { ...action('2.5').updates.at(-1)! },
      { status: 'could-not', text: 'the school said no' },
    )
    await send('u 1.6 @sergeant by May')
    t.match(
      { ...termsOf(action('1.6')) },
      { leadId: organisation('police'), by: '2022-05', reason: 'Agreed at the round table' },
    )
    t.equal(action('1.6').updates.length, 1, 'new terms are no report')

    await send('h @mct, @sergeant sent someone, @wcc councillor, 7 residents')
    t.match(
      [...table().attendance].map((each) => [each.seatId, each.presence, each.guestRole]),
      [
        [seat('Coordinator'), 'present', null],
        [seat('Ward sergeant'), 'sent-someone', null],
        [seat('Youth'), 'present', null],
        [null, 'present', null],
        [null, 'present', 'councillor'],
      ],
      'what the line does not say stays',
    )
    t.equal(table().residents, 7)
    t.notMatch((await laptop.get(OPEN)).body, 'No one from the police is here')
  }
})

t.test('R2: a line fills in no owner and no date that was not typed', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, action } = hands(house)
  await write(laptop, 'a Mend the lamp @officer by the lift')
  t.match(
    { ...termsOf(action()) },
    {
      text: 'Mend the lamp @officer by the lift',
      leadId: null,
      seatId: null,
      helperIds: [],
      by: null,
      proposed: false,
    },
  )
  const page = (await laptop.get(`/desk/actions/${action().id}`)).body
  t.match(page, 'Owner not agreed yet')
  t.match(page, 'No date agreed yet')
})

t.test(
  'R6: what a line gives to police who are not there is proposed, until they are',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, action } = hands(house)
    await write(laptop, 'a Bring the figures @mps')
    t.ok(termsOf(action()).proposed)
    await write(laptop, 'h @mps inspector apologies')
    await write(laptop, 'a Bring the other figures @mps')
    t.ok(termsOf(action()).proposed, 'apologies are not being there')
    await write(laptop, 'h @sergeant\na Bring all figures @mps')
    t.notOk(termsOf(action()).proposed, 'in the same box as well')
  },
)

t.test('R3: an action that goes on is not done, and a standing one is still going', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, action } = hands(house)
  await write(
    laptop,
    'u 1.4 still going: a hall is found\nu 2.1 still going: stop and search was the topic',
  )
  t.equal(statusOf(action('1.4')), 'under-way')
  t.equal(statusOf(action('2.1')), 'done')
  t.equal(action('1.4').updates.at(-1)!.text, 'still going: a hall is found')
})

t.test(
  'R3, R23: a line that a rule refuses is kept as a note with the reason, and reading it again makes it what it is',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, action, notes } = hands(house)
    for (const part of [false, true]) {
      const number = part ? '1.4' : '1.3'
      const before = action(number).updates.length
      const answer = await write(laptop, `u ${number} done`, {}, { part })
      t.equal(action(number).updates.length, before, 'nothing of it was written')
      const note = newest(notes())
      t.match(note, {
        text: `u ${number} done`,
        unread: 'Say what was done, in one or two sentences',
        kind: 'note',
      })
      const page = part ? answer.body : (await laptop.get(OPEN)).body
      t.match(page, 'This line was kept as a note. Say what was done, in one or two sentences.')
      t.match(page, `name="instead" value="${note.id}"`)
      await write(laptop, `u ${number} done: parents met twice`, { instead: note.id }, { part })
      t.match({ ...action(number).updates.at(-1)! }, { status: 'done', text: 'parents met twice' })
      t.same(
        notes().filter((each) => each.unread !== null),
        [],
        'and the note is out',
      )
    }
    for (const [line, why] of [
      ['u 1.2 done: again', /closed this action/],
      ['u 1.3 waiting', /who you are waiting for/],
      ['u 1.9 under way, closed', /First say that it is done/],
      ['u 9.9 done: it', /There is no open action 9\.9/],
      ['a9 Walk', /There is no item 9 yet/],
      ['a @mps', /Say what will be done/],
      ['c #stop', /Write what residents said/],
      ['A man was stopped', /Begin with a letter/],
    ] as const) {
      await write(laptop, line)
      t.match(newest(notes()), { text: line, unread: why }, line)
    }
    const note = newest(notes())
    await laptop.post(`${OPEN}/notes/${note.id}/changes`, { text: note.text, basedOn: '0' })
    t.equal(
      notes().find((each) => each.id === note.id)!.unread,
      null,
      'or it is a note, and stays one',
    )
  },
)

t.test(
  'R23: one note corrected by two people becomes one thing, and the second is told, with what they wrote',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, second, write, notes, action, count } = hands(house)
    const other = second()
    await write(laptop, 'Mend the lamp')
    const note = newest(notes())
    await laptop.post(
      `${OPEN}/reading`,
      { text: 'c We are afr', key: 'a-line-half-typed', last: '', seen: '0' },
      { part: true },
    )
    await write(laptop, 'a Mend the lamp', { instead: note.id, key: 'sent-twice-by-me' })
    const after = count()
    t.equal(
      (await write(laptop, 'a Mend the lamp', { instead: note.id, key: 'sent-twice-by-me' }))
        .statusCode,
      303,
      'R22: a double tap is one line',
    )
    t.equal(
      boxOf((await laptop.get(OPEN)).body),
      'c We are afr',
      'R25: and the line that is being typed stays in the box',
    )
    const late = await write(other, 'a Mend the lamp @wcc', { instead: note.id })
    t.equal(late.statusCode, 409)
    t.match(late.body, 'You wrote “a Mend the lamp @wcc”')
    t.equal(boxOf(late.body), 'a Mend the lamp @wcc')
    t.equal(count(), after)
    t.equal(termsOf(action()).leadId, null)
  },
)

t.test('what was not read of who is here stands beside, to be read again', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, notes, table } = hands(house)
  await write(laptop, 'h @mps, the vicar, 7 residents')
  t.equal(table().residents, 7)
  t.match(newest(notes()), {
    text: 'h @mps, the vicar, 7 residents',
    unread: '“the vicar” was not read',
  })
  await write(laptop, 'h @wcc councillor, @wcc planning officer')
  t.equal(
    table().attendance.find((each) => each.guestRole)?.guestRole,
    'councillor, planning officer',
    'two by role from one organisation are two',
  )
})

t.test('R11: what is held in private is nowhere but on its own page', async (t) => {
  const house = await openHouse({ t })
  const { laptop, second, write, ids, concern, action, notes } = hands(house)
  const other = second()
  const seen = house.store.journal.lastId()
  const SECRET = /oldest son|aunt/i
  const lines = [
    'c The oldest son was moved !private',
    'a Write to the aunt about the oldest son @mosaic',
    'n The aunt is willing',
    'd We help the aunt',
    'The aunt came herself',
    'q Does the aunt know?',
    'u 1.3 done: the aunt came !privte',
    'h @mps, the aunt !family',
    'n The oldest son was there!private',
    'A oldest son was seen 1private',
    'a2 Fetch the oldest son !person',
    'u 1.5 done: the aunt has the oldest son',
    'u 1.8 done: the oldest son goes there',
  ]
  let last: number | '' = ''
  for (const line of lines) {
    const answer = await write(laptop, line, { last, seen }, { part: true })
    t.equal(answer.statusCode, 200)
    t.notMatch(answer.body, SECRET, `the part that comes back for “${line}”`)
    last = ids()[2]!
  }
  await write(laptop, lines.map((line) => line.replaceAll('oldest', 'Oldest')).join('\n'))
  t.notMatch(concern(), { depth: 'table' })
  for (const [name, who] of Object.entries({
    laptop,
    other,
    observer: house.signIn(PEOPLE.observer),
    sergeant: house.signIn(PEOPLE.sergeant),
    approver: house.signIn(PEOPLE.approver),
    stranger: house.stranger(),
  })) {
    for (const path of [
      OPEN,
      `${OPEN}/minutes`,
      `${OPEN}/minutes?depth=public`,
      `${OPEN}/news?seen=0`,
      `${OPEN}/finishing`,
      '/desk',
      '/desk/concerns',
      '/desk/actions',
      '/desk/journal',
      '/',
      '/board.json',
      '/feed.atom',
      '/round-tables',
    ])
      t.notMatch((await who.get(path)).body, SECRET, `${name} on ${path}`)
  }
  t.notMatch(
    (await other.get(`${OPEN}/news?seen=${seen}`, { part: true })).body,
    SECRET,
    'nor in what is new',
  )
  t.match(
    (await house.signIn(PEOPLE.observer).get(`${OPEN}/minutes`)).body,
    /Item 3: held in private/,
  )
  t.same(
    notes().filter((each) => each.concernId === null),
    [],
    'nothing of it is a note of the table',
  )
  const first = ids()[2]!
  const own = (await laptop.get(`/desk/concerns/${first}`)).body
  for (const words of [
    'The oldest son was moved',
    'Write to the aunt',
    'The aunt is willing',
    'We help the aunt',
    'The aunt came herself',
    'Does the aunt know?',
  ])
    t.match(own, words, 'what went under it stands on its page')
  t.equal(
    house.store.journal.history('concern', first).filter((line) => line.verb === 'looked at')
      .length,
    1,
  )
  t.equal((await other.get(`/desk/concerns/${first}`)).statusCode, 404)
  t.same(
    house.store.concerns.listUnfiltered([first])[0]!.list,
    [house.person(PEOPLE.coordinator).id],
    'only its writer can open it',
  )
  t.equal(action('1.5').updates.length, 1, 'an update at the table is no way into a private action')
})

t.test(
  'R11: a coordinator who is not on the list of a private item cannot write under it, and what they typed is held too',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, second, write, ids, concern, notes, count } = hands(house)
    const other = second()
    await write(laptop, 'c The oldest son was moved !private')
    const held = ids().at(-1)!
    const before = house.store.actions.everWritten().length
    for (const line of [
      'a3 Write to the aunt',
      'n3 The aunt is willing',
      'u 1.5 the aunt is willing',
    ]) {
      await write(other, line, { last: held })
      t.match(concern(), { depth: 'named', list: [house.person(SECOND).id] }, line)
      t.equal(wordingOf(concern()).text, line)
    }
    await write(other, 'a Mend the lamp', { last: held })
    t.equal(house.store.actions.everWritten().length, before + 1)
    t.same(newest(house.store.actions.everWritten()).concernIds.includes(held), false)
    t.same(notes(), [])
    t.notMatch((await laptop.get(OPEN)).body, 'aunt')
    await write(laptop, 'n3 The aunt is willing')
    const note = newest(notes())
    const now = count()
    for (const path of ['taking-out', 'changes'])
      t.equal(
        (
          await other.post(
            `${OPEN}/notes/${note.id}/${path}`,
            path === 'changes' ? { text: 'x', basedOn: '0' } : {},
          )
        ).statusCode,
        404,
      )
    t.equal((await write(other, 'n x', { instead: note.id })).statusCode, 409)
    t.equal((await other.post(`${OPEN}/concerns/${held}/taking-out`)).statusCode, 404)
    t.equal(count(), now)
  },
)

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
  'R25: what is being typed is back in the box after a new sign-in, for that person alone, until it is sent',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, second, write } = hands(house)
    const other = second()
    const type = (who: Visitor, text: string) =>
      who.post(
        `${OPEN}/reading`,
        { text, key: 'a-line-half-typed', last: '', seen: '0' },
        { part: true },
      )
    const reading = await type(laptop, 'c We are afr')
    t.match(reading.body, /Concern<\/b>.*We are afr/s)
    t.match(reading.body, 'Kept at 10.40')
    t.match(
      (await type(laptop, 'a Hold a stall @met')).body,
      /data-typed="@met" data-insert="@mps "/,
      'and what would complete it is offered',
    )
    await type(laptop, 'c We are afr')
    house.clock.pass({ minutes: 29 })
    await type(laptop, 'c We are afraid')
    t.equal(boxOf((await other.get(OPEN)).body), '', 'nobody else sees it')
    house.clock.pass({ minutes: 31 })
    const out = await type(laptop, 'c We are afraid at night')
    t.equal(out.headers['hx-redirect'], '/sign-in?kept=yes')
    const again = house.signIn(PEOPLE.coordinator)
    const page = (await again.get(OPEN)).body
    t.equal(
      boxOf(page),
      'c We are afraid at night',
      'nor is what was typed as the session ran out lost',
    )
    t.match(page, 'name="key" value="a-line-half-typed"')
    t.equal(boxOf((await second().get(OPEN)).body), '')
    await write(again, 'c We are afraid at night', { key: 'a-line-half-typed' })
    t.equal(boxOf((await again.get(OPEN)).body), '')
    await type(again, 'c We are afraid at night')
    t.equal(
      boxOf((await again.get(OPEN)).body),
      '',
      'and a slow line does not bring back what was sent',
    )
  },
)

t.test(
  'R25: a line sent when the session has run out waits on the desk, and one key is one line',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, ids } = hands(house)
    house.clock.pass({ minutes: 31 })
    const box = { key: 'a-line-too-late' }
    for (const part of [false, true]) await write(laptop, 'c We are afraid', box, { part })
    t.equal(ids().length, 2)
    const [kept, ...more] = house.store.people.keptForms(house.person(PEOPLE.coordinator).id)
    t.match(kept, { path: `${OPEN}/lines`, fields: { text: 'c We are afraid' } })
    t.same(more, [])
    const again = house.signIn(PEOPLE.coordinator)
    t.match((await again.get('/desk')).body, 'c We are afraid')
    await write(again, 'c We are afraid', box)
    t.equal(ids().length, 3)
    t.same(
      house.store.people.keptForms(house.person(PEOPLE.coordinator).id),
      [],
      'sent from the box, it is not sent again from the desk',
    )
  },
)

t.test('R25: a page that asks for news by itself keeps no session alive', async (t) => {
  const house = await openHouse({ t })
  const { laptop } = hands(house)
  await laptop.get(OPEN)
  for (let i = 0; i < 2; i++) {
    house.clock.pass({ minutes: 14 })
    t.equal((await laptop.get(`${OPEN}/news?seen=99999`, { part: true })).statusCode, 204)
  }
  house.clock.pass({ minutes: 3 })
  t.equal(
    (await laptop.get(`${OPEN}/news?seen=0`, { part: true })).headers['hx-redirect'],
    '/sign-in?ended=yes',
  )
  t.equal((await laptop.get(OPEN)).headers.location, '/sign-in')
})

t.test('R23: two who minute at one table see what the other writes', async (t) => {
  const house = await openHouse({ t })
  const { laptop, second, write, concern, action, notes } = hands(house)
  const other = second()
  let seen = 0
  const news = async () => {
    const answer = await other.get(`${OPEN}/news?seen=${seen}`, { part: true })
    seen = house.store.journal.lastId()
    return answer.statusCode === 204 ? null : answer.body
  }
  seen = Number(/name="seen" value="(\d+)"/.exec((await other.get(OPEN)).body)![1])
  t.equal(await news(), null, 'nothing yet')
  await write(laptop, 'c The park is dark')
  t.match(
    await news(),
    new RegExp(
      `id="item-${concern().id}".*The park is dark.*Just written.*Item 3.*Coordinator, Mosaic`,
      's',
    ),
  )
  const park = concern().id
  await write(laptop, 'a Mend the lamp\nn Thanks', { last: park })
  t.match(await news(), /Mend the lamp.*Thanks/s)
  await write(laptop, 'd- We meet in May\nh @mps')
  const body = (await news())!
  t.match(body, /id="notes".*We meet in May/s)
  t.notMatch(body, 'No one from the police')
  t.notMatch(body, `id="item-${park}"`, 'only what changed')
  await write(laptop, 'u 1.3 parents met')
  t.match(await news(), /id="carried-3".*parents met/s)
  await laptop.post(`${OPEN}/actions/${action().id}/taking-out`)
  await laptop.post(`${OPEN}/notes/${notes()[0]!.id}/taking-out`)
  t.notMatch(await news(), 'Mend the lamp')
  await laptop.post(`${OPEN}/concerns/${park}/taking-out`)
  t.match(await news(), `data-gone="item-${park}"`)
  await write(other, 'c The stairs are dark', { last: park })
  t.equal(
    (await laptop.get(`${OPEN}/news?seen=0`)).statusCode,
    200,
    'R20: without htmx it is the whole page',
  )
})

t.test(
  'R23: two who change one note get a clear conflict with both texts, not a lost change',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, second, write, notes } = hands(house)
    const other = second()
    await write(laptop, 'n- The club is closed in August')
    const [note] = notes()
    const path = `${OPEN}/notes/${note!.id}/changes`
    t.equal(
      (await laptop.post(path, { text: 'The club is closed in July', basedOn: '0' })).headers
        .location,
      `${OPEN}#note-${note!.id}`,
    )
    const late = await other.post(path, { text: 'The club is shut', basedOn: '0' })
    t.equal(late.statusCode, 409)
    t.match(late.body, /now says “The club is closed in July”\. You wrote “The club is shut”/)
    t.match(late.body, /value="The club is shut"/, 'what was typed is in the field')
    t.equal(notes()[0]!.text, 'The club is closed in July')
    t.equal(
      (await laptop.post(path, { text: '', basedOn: String(notes()[0]!.changeId) })).statusCode,
      422,
    )
    await other.post(path, { text: 'The club is shut', basedOn: String(notes()[0]!.changeId) })
    t.equal(notes()[0]!.text, 'The club is shut')
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

t.test(
  'R25: what is half typed in a form of the page is there again, for that person alone, until it is saved',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, second } = hands(house)
    const [concernId] = house.store.roundTables.concernIds(
      house.store.roundTables.find('2022-q1')!.id,
    )
    const keep = (form: string, fields: object) =>
      laptop.post(
        '/desk/unsent',
        { place: OPEN, form, fields: JSON.stringify(fields) },
        { part: true },
      )
    t.match(
      (await keep(`item-${concernId}`, { text: 'Paint the corrid', by: 'March' })).body,
      /Kept at \d/,
    )
    await keep('new-concern', { text: 'The lift is bro' })
    const page = (await laptop.get(OPEN)).body
    t.match(page, /value="Paint the corrid"/)
    t.match(page, 'The lift is bro</textarea>')
    t.notMatch(
      (await second().get(OPEN)).body,
      /Paint the corrid|The lift is bro/,
      'nobody else sees it',
    )
    await laptop.post(`${OPEN}/concerns/${concernId}/actions`, {
      text: 'Paint the corridor',
      leadId: '',
      by: 'March',
    })
    await laptop.post(`${OPEN}/concerns`, { text: 'The lift is broken' })
    const after = (await laptop.get(OPEN)).body
    t.notMatch(
      after,
      /value="Paint the corrid"|The lift is bro</,
      'what is saved is not typed again',
    )
    t.equal((await keep('item-1', { text: 'x'.repeat(9000) })).statusCode, 400)
    t.equal(
      (
        await laptop.post('/desk/unsent', {
          place: 'https://elsewhere.example',
          form: 'x',
          fields: '{}',
        })
      ).statusCode,
      400,
    )
  },
)

t.test(
  'R9, R11: a number that was said in the room is never another item’s, even when an item is taken out while a line is typed',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, ids, concern, notes } = hands(house)
    await write(laptop, 'c Typed by mistake')
    const mistake = concern()
    await write(laptop, 'c The family upstairs is afraid !family')
    const held = concern()
    const number =
      house.store.roundTables
        .itemIds(house.store.roundTables.find('2022-q1')!.id)
        .indexOf(held.id) + 1
    t.equal((await laptop.post(`${OPEN}/concerns/${mistake.id}/taking-out`)).statusCode, 303)
    t.notOk(ids().includes(mistake.id))
    await write(laptop, `n${number} They asked for a new lock`)
    t.match(
      notes().at(-1),
      { concernId: held.id, text: 'They asked for a new lock' },
      'it still goes where it was meant',
    )
    t.match((await laptop.get(OPEN)).body, new RegExp(`Item ${number}\\. Held in private`))
    await write(laptop, `a${number - 1} Hang up a lamp`)
    t.match(notes().at(-1), { concernId: null, unread: `Item ${number - 1} was taken out` })
    t.match((await laptop.get(`${OPEN}/minutes`)).body, new RegExp(`Item ${number - 1}: taken out`))
    t.equal((await write(laptop, Array(201).fill('n x').join('\n'))).statusCode, 422)
  },
)

t.test(
  'R11: what is held because of a slip takes no later line with it, and the bar says when lines go where few can read',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, concern, notes } = hands(house)
    await write(laptop, 'c The lift is broken')
    const lift = concern()
    await write(laptop, 'n The neighbour told us why !private')
    t.equal(concern().depth, 'named')
    await write(laptop, 'n It was reported twice\na Ask the landlord')
    t.equal(notes().at(-1)!.concernId, lift.id, 'the note is under the lift')
    t.same(house.store.actions.listUnfiltered().at(-1)!.concernIds, [lift.id])
    t.notMatch((await laptop.get(OPEN)).body, /id="quick-under" class="late"/)
    await write(laptop, 'c The boy on the third floor !family')
    const held = concern()
    await write(laptop, 'a Visit him', { last: held.id })
    t.equal(
      house.store.actions.listUnfiltered().at(-1)!.depth,
      'named',
      'what follows a matter that was meant to be held is held',
    )
    t.match(
      (await laptop.get(`${OPEN}?last=${held.id}`)).body,
      /id="quick-under" class="late">item \d+, Held in private/,
    )
  },
)
