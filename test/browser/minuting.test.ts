import { inAgendaOrder } from '../../src/domain/actions/agenda-order.ts'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import type { Test } from 'tap'
import { statusOf, termsOf, type Action } from '../../src/domain/actions/action.ts'
import { isPriority, wordingOf } from '../../src/domain/concerns/concern.ts'
import { addDays, dayOf } from '../../src/domain/day.ts'
import { carriedTo } from '../../src/domain/round-tables/minutes.ts'
import { partnershipOf } from '../../src/sample/partnership.ts'
import { SAMPLE_NOW } from '../../src/sample/sample.ts'
import { verbsOf } from '../../src/sample/verbs.ts'
import type { Store } from '../../src/store/store.ts'
import {
  hasFocus,
  LAPTOP,
  openBrowser,
  PEOPLE,
  PHONE,
  signIn,
  typeCode,
  under,
  type House,
} from '../support/browser.ts'

const { test } = await openBrowser()

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const TODAY = dayOf(SAMPLE_NOW)
const OPEN = '/desk/round-tables/2022-q1'
/** The network is taken away in these tests, and the browser says so. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|status of 503|answered 503/

// July 2021, as M tells it: what is content, and what was typed around it.
const HERE = [
  'Coordinator',
  'Advocate, Church Street',
  'Ward sergeant, Church Street',
  'Senior officer',
  'Youth services officer',
  'Councillor',
]
const CRIME = 'Youth crime is rising, and it hurts young people and their families.'
const STOPS = 'BAME young people are being targeted for stop and search.'
const ASB = 'There is anti-social behaviour in the communal areas where we live.'
const WOMEN = 'Women do not feel safe on the streets, and their trust in male officers has fallen.'
const KNIFE = 'Families are worried about knife crime.'
const SAFER = 'We want safer neighbourhoods.'
const GAP =
  'There is a gap between residents and the police about equality, fairness and our rights.'
const HESITANT = 'People are hesitant to go to the police with questions and concerns.'
const ABUSE = 'How can we recognise an abuse of powers by an officer?'
const SAFE = 'How can we stay safe when a plain-clothes officer stops us?'
const ACTIVITIES = [
  'Engage with parents to empower and upskill them to divert youths from gangs and crime (including working with Westminster Early Years Intervention Programme).',
  'Community events to bring together parents, WCC and MPS with children and young people to improve trust and confidence and deliver positive messages to children and young people.',
  'Any specific family cases to be supported by the partnership.',
  'Ensure better engagement between schools and the partnership.',
  'Youth clubs: circulate those in which we have trust and raise the issue of those clubs with which we have concerns.',
  'Bring Westminster schools representatives into these meetings.',
  'Continue ongoing monthly engagement with mothers.',
  'Youth activities (eg football etc) to start again with communities and MPS.',
  'Pop up stalls with MPS, advocates and WCC.',
] as const
const JULY = [
  'h @coord, @advocate, @sergeant, @mps Senior officer, @youth, @wcc Councillor',
  `c ${CRIME} !priority`,
  `a ${ACTIVITIES[0]}`,
  `a ${ACTIVITIES[7]}`,
  `c ${STOPS} !priority`,
  `c ${ASB}`,
  `c ${WOMEN} !priority`,
  `q ${ABUSE} @mps`,
  `q ${SAFE} @mps`,
  `c ${KNIFE}`,
  `c ${SAFER}`,
  `a ${ACTIVITIES[1]}`,
  `c ${GAP}`,
  `a ${ACTIVITIES[6]} !standing`,
  `c ${HESITANT} !priority`,
  `a ${ACTIVITIES[8]}`,
  `a- ${ACTIVITIES[2]} !family`,
  `a- ${ACTIVITIES[3]}`,
  `a- ${ACTIVITIES[4]}`,
  `a- ${ACTIVITIES[5]}`,
]

/**
 * The partnership and its people, and nothing else but a round table of July 2021 that has just
 * been opened.
 */
const openedInJuly = (store: Store): void => {
  const verbs = verbsOf(store, partnershipOf(store))
  verbs.on('2021-07-15T09:55:00.000Z')
  verbs.open(verbs.plan('2021-07', null))
}

const SECOND = 'second@mosaic.example'
const secondCoordinator = (store: Store): void => {
  const mosaic = store.organisations.list().find((each) => each.code === 'mosaic')!
  store.people.record(
    {
      name: 'Second minute-taker',
      email: SECOND,
      role: 'coordinator',
      approves: false,
      organisationId: mosaic.id,
    },
    { personId: null, at: '2022-01-27T10:00:00.000Z' },
  )
}

test(
  'The whole round table of July 2021 is minuted by the keyboard alone, with hardly a key more than its words',
  async (t, house) => {
    house.pass({ days: -196 })
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    await page.goto('/desk/round-tables/2021-q3')
    await page.locator('#quick-text:focus').waitFor()
    t.ok(await hasFocus(boxOn(page)), 'the keyboard is in the line when the page opens')
    const hands = countedHands(page)
    for (const line of JULY) {
      await hands.type(line)
      await hands.press('Enter')
    }
    await saved(page)

    const content = [
      ...HERE,
      CRIME,
      STOPS,
      ASB,
      WOMEN,
      KNIFE,
      SAFER,
      GAP,
      HESITANT,
      ABUSE,
      SAFE,
      ...ACTIVITIES,
    ].join('').length
    t.comment(
      `July 2021: ${hands.count.keys} keystrokes and ${hands.count.clicks} clicks for ${content} characters of content, ratio ${(hands.count.keys / content).toFixed(3)}; with each Shift as a key of its own ${hands.count.keys + hands.count.shifts}, ratio ${((hands.count.keys + hands.count.shifts) / content).toFixed(3)}`,
    )
    t.ok(
      (hands.count.keys + hands.count.shifts) / content <= 1.25,
      'at most a quarter more keys than there are letters, Shift counted too',
    )
    t.equal(hands.count.clicks, 0, 'and not one click')

    const { store } = house
    const table = store.roundTables.find('2021-q3')!
    const seats = store.organisations.seats()
    const codes = new Map(store.organisations.list().map((each) => [each.id, each.code]))
    t.same(
      table.attendance
        .map(
          (each) =>
            `${codes.get(each.organisationId)}: ${each.guestRole ?? seats.find((seat) => seat.id === each.seatId)?.title}, ${each.presence}`,
        )
        .toSorted(),
      [
        'council: Councillor, present',
        'council: Youth services officer, present',
        'mosaic: Advocate, Church Street, present',
        'mosaic: Coordinator, present',
        'police: Senior officer, present',
        'police: Ward sergeant, Church Street, present',
      ],
      'the three organisations are here, by seat and by role',
    )
    const concerns = store.concerns.listUnfiltered(store.roundTables.concernIds(table.id))
    t.same(
      concerns.map((each) => [wordingOf(each).text, isPriority(each), each.depth]),
      [
        [CRIME, true, 'table'],
        [STOPS, true, 'table'],
        [ASB, false, 'table'],
        [WOMEN, true, 'table'],
        [KNIFE, false, 'table'],
        [SAFER, false, 'table'],
        [GAP, false, 'table'],
        [HESITANT, true, 'table'],
      ],
      'eight concerns in the order they were said, four of them priorities',
    )
    t.equal(store.concerns.listUnfiltered().length, 8, 'and no other')
    const of = (action: Action) =>
      action.concernIds.map((id) => wordingOf(concerns.find((each) => each.id === id)!).text)
    t.same(
      store.actions.listUnfiltered().map((action) => {
        const { text, kind, leadId, seatId, helperIds, by, proposed } = termsOf(action)
        return [
          text,
          kind,
          codes.get(leadId!) ?? null,
          seatId,
          helperIds,
          by,
          proposed,
          action.depth,
          of(action),
        ]
      }),
      [
        [ACTIVITIES[0], 'one-off', null, null, [], null, false, 'table', [CRIME]],
        [ACTIVITIES[7], 'one-off', null, null, [], null, false, 'table', [CRIME]],
        [ABUSE, 'question', 'police', null, [], null, false, 'table', [WOMEN]],
        [SAFE, 'question', 'police', null, [], null, false, 'table', [WOMEN]],
        [ACTIVITIES[1], 'one-off', null, null, [], null, false, 'table', [SAFER]],
        [ACTIVITIES[6], 'standing', null, null, [], null, false, 'table', [GAP]],
        [ACTIVITIES[8], 'one-off', null, null, [], null, false, 'table', [HESITANT]],
        [ACTIVITIES[2], 'one-off', null, null, [], null, false, 'named', []],
        [ACTIVITIES[3], 'one-off', null, null, [], null, false, 'table', []],
        [ACTIVITIES[4], 'one-off', null, null, [], null, false, 'table', []],
        [ACTIVITIES[5], 'one-off', null, null, [], null, false, 'table', []],
      ],
      'nine activities and two questions, each of its kind, with nothing filled in that nobody said (R2)',
    )
    t.equal(
      store.actions.listUnfiltered().find((each) => each.depth === 'named')!.ground,
      'A family could be identified.',
    )
    t.same(store.notes.ofTable(table.id), [], 'no line was left as a note')
    t.notMatch(
      await page.getByRole('main').innerText(),
      /family cases/,
      'the family’s matter is nowhere on the screen (R11)',
    )
    await page.goto('/desk/round-tables/2021-q3/minutes')
    const minutes = await page.getByRole('main').innerText()
    t.match(
      minutes,
      /held in private[^]*A family could be identified\./i,
      'the minutes show a numbered gap and its ground (R11)',
    )
    t.notMatch(minutes, /family cases/)
    for (const text of [CRIME, HESITANT, ABUSE, ACTIVITIES[8], ACTIVITIES[4]])
      t.ok(minutes.includes(text), `the minutes are ready: ${text}`)
  },
  { sample: false, prepare: openedInJuly },
)

const COURT = 'The courtyard is dark at night.'
const COURT_SAID = 'The courtyard behind our homes is dark at night. People are afraid to cross it.'
const COURT_DID = 'The council counted the broken lamps. It will mend them by March.'

test(
  'Lines that come too late for minutes that someone finished go back into the box, with the reason, and never to another table (R22, R23)',
  async (t, house) => {
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    const table = house.store.roundTables.find('2022-q1')!
    await page.context().setOffline(true)
    for (const line of ['c The lift is broken', 'a Ask the landlord']) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
    }
    await page.locator('#quick-state', { hasText: 'Not saved yet' }).waitFor()
    house.store.roundTables.recordFinish(table.id, {
      personId: house.store.people.findByEmail(PEOPLE.coordinator)!.id,
      at: '2022-01-27T11:00:00.000Z',
    })
    await page.context().setOffline(false)
    for (let i = 0; i < 100 && (await boxOn(page).inputValue()).split('\n').length < 2; i += 1)
      await page.waitForTimeout(100)
    t.same(
      (await boxOn(page).inputValue()).split('\n').toSorted(),
      ['a Ask the landlord', 'c The lift is broken'],
      'both are there to copy',
    )
    t.match(await page.locator('#quick-state').innerText(), /finished/, 'and the bar says why')
    house.store.roundTables.recordOpening(house.store.roundTables.find('2022-q2')!.id, {
      personId: table.id,
      at: '2022-01-27T11:01:00.000Z',
    })
    page.on('dialog', (dialog) => {
      void dialog.accept()
    })
    await page.goto('/desk/round-tables/2022-q2')
    await page.locator('#quick-text').waitFor()
    t.equal(await boxOn(page).inputValue(), '', 'the next table begins with an empty box')
  },
  { expected: /409|ERR_INTERNET_DISCONNECTED|Failed to fetch|404/ },
)

test(
  'A small round table goes from the plan to the board in few pages and few clicks',
  async (t, house) => {
    const coordinator = await house.comeIn()
    const manager = await house.comeIn()
    const hands = { coordinator: countedHands(coordinator), manager: countedHands(manager) }
    const steps: string[] = []
    let [pagesSoFar, clicksSoFar] = [0, 0]
    const step = (name: string): void => {
      const [pages, clicks] = [
        hands.coordinator.count.pages + hands.manager.count.pages,
        hands.coordinator.count.clicks + hands.manager.count.clicks,
      ]
      steps.push(`${name}: ${pages - pagesSoFar} pages, ${clicks - clicksSoFar} clicks`)
      ;[pagesSoFar, clicksSoFar] = [pages, clicks]
    }
    const comeIn = async (page: Page, { fill, enter }: Hands, email: string): Promise<void> => {
      await page.goto('/sign-in')
      await fill(page.getByLabel('Your work email'), email)
      await enter()
      const code = await page.locator('.code').innerText()
      await fill(page.getByLabel('Code', { exact: true }), code)
      await enter()
      await page.waitForURL('**/desk')
    }
    const { click, fill, enter, type, press } = hands.coordinator
    await comeIn(coordinator, hands.coordinator, PEOPLE.coordinator)
    step('the coordinator signs in')
    await click(coordinator.getByRole('button', { name: 'Begin a round table now' }))
    await boxOn(coordinator).waitFor()
    step('planned and opened')
    for (const line of [
      'h @coord, @sergeant, @youth, 5 residents',
      `c ${COURT} !priority`,
      'a Count the broken lamps @wcc by Feb',
      'a Mend the lamps @wcc by March',
      'a Walk the courtyard twice a week @sergeant by Feb',
      'c Young men are stopped without being told why.',
      'a Hold a workshop on rights @mosaic +mps by April',
      'c People do not know whom to call.',
      'a Print a card with the numbers @mosaic by Feb',
      'u 1.1 done: eleven lamps are broken',
    ]) {
      await type(line)
      await press('Enter')
    }
    await saved(coordinator)
    step('minuted')
    t.match(
      [
        house.store.concerns.listUnfiltered().length,
        house.store.actions
          .listUnfiltered()
          .map((each) => [termsOf(each).leadId !== null, statusOf(each)]),
      ],
      [
        3,
        [
          [true, 'done'],
          [true, 'not-started'],
          [true, 'not-started'],
          [true, 'not-started'],
          [true, 'not-started'],
        ],
      ],
      'three concerns, five actions with an owner, one update',
    )

    await click(
      coordinator
        .getByRole('article', { name: COURT })
        .getByRole('button', { name: /^Tell residents about it/ }),
    )
    await coordinator.getByLabel('You said').waitFor()
    await fill(coordinator.getByLabel('You said'), COURT_SAID)
    await fill(coordinator.locator('#words-did'), COURT_DID)
    for (const told of await coordinator.getByLabel(/, in public words$/).all())
      await fill(told, 'Look after the lamps and the courtyard')
    await enter()
    await coordinator.locator('#checks-title:focus').waitFor()
    t.match(await coordinator.locator('#checks').innerText(), /All passed/, 'the checks pass')
    step('the entry drafted')

    await comeIn(manager, hands.manager, PEOPLE.manager)
    step('the approver signs in')
    await hands.manager.click(
      under(manager, 'Ready for you to read and approve').getByRole('link').first(),
    )
    await hands.manager.click(
      manager.getByRole('button', { name: 'I have read it. Approve these words' }),
    )
    await manager.getByText('Change one letter and it has to be approved again').waitFor()
    step('approved')

    await coordinator.reload()
    await click(coordinator.getByRole('button', { name: 'Publish on the board' }))
    await coordinator.getByText('These words are public.').waitFor()
    step('published')
    const resident = await house.comeIn({ javaScriptEnabled: false })
    await resident.goto('/')
    t.match(
      await resident.getByRole('main').innerText(),
      /The courtyard behind our homes is dark at night/,
      'residents read it',
    )

    const [pages, clicks] = [
      hands.coordinator.count.pages + hands.manager.count.pages,
      hands.coordinator.count.clicks + hands.manager.count.clicks,
    ]
    t.comment(
      `the small round table: ${pages} page loads, ${clicks} clicks, ${hands.coordinator.count.enters + hands.manager.count.enters} forms sent with Enter (${steps.join('; ')})`,
    )
    t.ok(pages <= 8, 'at most 8 pages')
    t.ok(clicks <= 18, 'at most 18 clicks, with one for each field that is filled')
  },
  {
    sample: false,
    prepare: (store) => {
      partnershipOf(store)
    },
  },
)

test('Actions from before are gone through by the keyboard alone, the late ones first, and earlier minutes stay as they were (R4)', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  const minutesOf = async (slug: string): Promise<string> => {
    await page.goto(`/desk/round-tables/${slug}/minutes`)
    return page.getByRole('main').innerText()
  }
  const before = [await minutesOf('2021-q3'), await minutesOf('2021-q4')]
  await openMinutes(page)
  const { store } = house
  const table = store.roundTables.find('2022-q1')!
  const open = () =>
    inAgendaOrder(
      carriedTo(table, store.actions.listUnfiltered()).filter(
        (each) =>
          each.depth !== 'named' &&
          each.closings.length === 0 &&
          !each.updates.some((update) => update.roundTableId === table.id),
      ),
      TODAY,
      addDays(TODAY, 92),
    )
  const offers = page.locator('.offers').getByRole('button')
  const { type, press } = countedHands(page)

  await type('u ')
  await offers.first().waitFor()
  const agenda = open()
  const names = await offers.allInnerTexts()
  t.comment(`offered: ${names.join(' | ')}`)
  t.same(
    names.map((each) => each.split(' ')[0]),
    agenda.slice(0, names.length).map((each) => each.number),
    'the open actions are offered in the order of the agenda',
  )
  const isLate = (action: Action): boolean =>
    termsOf(action).by !== null && TODAY.slice(0, termsOf(action).by!.length) > termsOf(action).by!
  const late = agenda.filter(
    (each) => isLate(each) && !['done', 'could-not'].includes(statusOf(each)),
  )
  t.ok(late.length > 0, 'some are late')
  t.same(
    names
      .slice(0, late.length)
      .map((each) => each.split(' ')[0])
      .toSorted(),
    late.map((each) => each.number).toSorted(),
    'the late ones come first',
  )

  const first = agenda[0]!
  await press('Tab')
  t.equal(await boxOn(page).inputValue(), `u ${first.number} `, 'Tab takes the first')
  t.ok(await hasFocus(boxOn(page)), 'and the keyboard stays in the line')
  await type('waiting for the caretaker: the hall has to be opened for us')
  await read(page, /Waiting for the caretaker/)
  await press('Enter')
  await saved(page)
  const now = (number: string) =>
    store.actions.listUnfiltered().find((each) => each.number === number)!
  t.match(
    now(first.number).updates.at(-1),
    {
      status: 'waiting',
      waitingFor: 'the caretaker',
      text: 'the hall has to be opened for us',
      roundTableId: table.id,
    },
    'one line is the status, for whom, and the words',
  )

  const rest = open().filter((each) => !termsOf(each).proposed || each.acceptances.length > 0)
  t.notOk(
    rest.some((each) => each.number === first.number),
    'what was spoken of is not offered again',
  )
  await type('u ')
  await offers.first().waitFor()
  t.notOk(
    (await offers.allInnerTexts()).some((each) => each.startsWith(`${first.number} `)),
    'nor on the screen',
  )
  await press('Backspace')
  await press('Backspace')
  const oneOffs = rest.filter(
    (each) =>
      termsOf(each).kind === 'one-off' &&
      statusOf(each) !== 'done' &&
      statusOf(each) !== 'could-not',
  )
  const [closed, couldNot, moved, plain] = oneOffs
  if (!closed || !couldNot || !moved || !plain)
    throw new Error('the sample has too few open actions for this')
  for (const line of [
    `u ${closed.number} done, closed: two schools came to the table`,
    `u ${couldNot.number} could not, because nobody was paid to do it`,
    `u ${moved.number} by May`,
    `u ${plain.number} the letter went out`,
    `u ${closed.number} under way: once more`,
    'u 9.9 done: there is no such action',
    `u ${couldNot.number} could not`,
  ]) {
    await type(line)
    await press('Enter')
  }
  await saved(page)
  t.match(
    now(closed.number),
    {
      updates: { length: closed.updates.length + 1 },
      closings: [{ roundTableId: table.id, reopenedAt: null }],
    },
    'done and closed in one line (R3)',
  )
  t.equal(now(closed.number).updates.at(-1)!.text, 'two schools came to the table')
  t.match(
    now(couldNot.number).updates.at(-1),
    { status: 'could-not', text: 'nobody was paid to do it' },
    'could not, with its reason (R3)',
  )
  t.equal(termsOf(now(moved.number)).by, '2022-05', 'a new month')
  t.equal(
    now(moved.number).updates.length,
    moved.updates.length,
    'and nothing was said that was not typed',
  )
  t.equal(now(plain.number).updates.at(-1)!.text, 'the letter went out')
  const fixes = page.locator('#written .panel--warn')
  t.same(
    await fixes
      .locator('input[name=text][type=text]')
      .evaluateAll((all) => all.map((each) => each.value)),
    [
      `u ${closed.number} under way: once more`,
      'u 9.9 done: there is no such action',
      `u ${couldNot.number} could not`,
    ],
    'what a rule refuses is kept as a note that says why',
  )
  t.match(await fixes.allInnerTexts(), [
    /closed this action/,
    /no open action 9\.9/,
    /why it could not be done/,
  ])
  t.same(
    [await minutesOf('2021-q3'), await minutesOf('2021-q4')],
    before,
    'not a word of the earlier minutes changed',
  )
  t.match(await minutesOf('2022-q1'), /two schools came to the table/, 'and these have it')
})

test(
  'Someone types, and the page is loaded again: the text is back (R25)',
  async (t, house) => {
    const page = await house.comeIn()
    page.on('dialog', (dialog) => {
      void dialog.accept()
    })
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    await page.keyboard.type('c The lift has been broken for a month')
    await page.locator('#quick-kept').waitFor()
    await page.reload()
    t.equal(await boxOn(page).inputValue(), 'c The lift has been broken for a month')
    await page.keyboard.press('End')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' now')
    await page.locator('#quick-kept').waitFor()
    await page.close()
    const other = await house.comeIn()
    await signIn(other, PEOPLE.coordinator)
    await openMinutes(other)
    t.equal(
      await boxOn(other).inputValue(),
      'c The lift has been broken for a month now',
      'another laptop has it too',
    )
    const sergeant = await house.comeIn()
    await signIn(sergeant, PEOPLE.manager)
    await sergeant.goto(OPEN)
    t.notMatch(await sergeant.content(), /lift has been broken/, 'and nobody else')
    await other.keyboard.press('Enter')
    await saved(other)
    t.equal(countOf(house, 'The lift has been broken for a month now'), 1)
    await other.reload()
    t.equal(await boxOn(other).inputValue(), '', 'what was written down does not come back')

    await other.route('**/reading', (route) => route.abort())
    await other.keyboard.type('c The stairs are dirty')
    await other.getByText('Not saved yet, trying').waitFor()
    other.on('dialog', (dialog) => {
      void dialog.accept()
    })
    await other.reload()
    t.equal(
      await boxOn(other).inputValue(),
      'c The stairs are dirty',
      'even what the server never had is back in this tab',
    )
    await other.unroute('**/reading')
    await other.locator('#quick-kept').waitFor()
  },
  { expected: NO_NETWORK },
)

const LINES = [
  'c The first thing that was said',
  'a Write the second thing down',
  'c The third thing that was said',
  'n The fourth thing is a note',
]

const arrivedOnce = (t: Test, house: House): void => {
  const { store } = house
  const table = store.roundTables.find('2022-q1')!
  const concerns = store.concerns
    .listUnfiltered(store.roundTables.concernIds(table.id))
    .map((each) => wordingOf(each).text)
  t.same(
    concerns.slice(-2),
    ['The first thing that was said', 'The third thing that was said'],
    'each concern once, in order',
  )
  for (const line of LINES.slice(0, 3)) t.equal(countOf(house, line.slice(2)), 1, `once: ${line}`)
  t.same(
    store.notes.ofTable(table.id).filter((each) => each.text === 'The fourth thing is a note')
      .length,
    1,
    'and the note once',
  )
  const action = store.actions
    .listUnfiltered()
    .find((each) => termsOf(each).text === 'Write the second thing down')!
  t.equal(
    wordingOf(store.concerns.listUnfiltered(action.concernIds)[0]!).text,
    'The first thing that was said',
    'under the concern it was typed after',
  )
}

for (const [name, cut, mend] of [
  [
    'With no network',
    (page: Page) => page.context().setOffline(true),
    (page: Page) => page.context().setOffline(false),
  ],
  [
    'With a server that is down',
    (page: Page) =>
      page.route('**/desk/**', (route) => route.fulfill({ status: 503, body: 'down' })),
    (page: Page) => page.unroute('**/desk/**'),
  ],
  // The worst: the server wrote it down, and its answer is lost.
  [
    'With answers that get lost',
    (page: Page) =>
      page.route('**/lines', async (route) => {
        await route.fetch()
        await route.abort()
      }),
    (page: Page) => page.unroute('**/lines'),
  ],
] as const) {
  test(
    `${name} someone goes on typing, and the lines arrive once and in order (R22)`,
    async (t, house) => {
      const page = await house.comeIn()
      await signIn(page, PEOPLE.coordinator)
      await openMinutes(page)
      await cut(page)
      for (const line of LINES) {
        await page.keyboard.type(line)
        await page.keyboard.press('Enter')
        t.equal(await boxOn(page).inputValue(), '', 'the line is empty for the next one')
        await page.locator('#quick-state', { hasText: /on (its|their) way/ }).waitFor()
      }
      await page.keyboard.type('c The fifth is not finished')
      await page.getByText(/Not saved yet/).waitFor()
      t.ok(await hasFocus(boxOn(page)))
      await mend(page)
      await page.getByRole('article', { name: 'The third thing that was said' }).waitFor()
      await page.locator('#quick-kept').waitFor()
      arrivedOnce(t, house)
      t.equal(
        await boxOn(page).inputValue(),
        'c The fifth is not finished',
        'what was being typed was not touched',
      )
      await page.waitForFunction('sessionStorage.length === 0')
      t.pass('and nothing is left in the browser')
      t.notMatch(
        await page.locator('#quick-state').innerText(),
        /Not saved/,
        'the words of warning are gone',
      )
    },
    { expected: NO_NETWORK },
  )
}

test(
  'The laptop is closed while lines wait, and they go on their way when the page is opened again (R22)',
  async (t, house) => {
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    await page.route('**/lines', (route) => route.abort())
    for (const line of LINES) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
    }
    await page.locator('#quick-state', { hasText: 'Not saved yet' }).waitFor()
    let asked = 0
    page.on('dialog', (dialog) => {
      asked += 1
      void dialog.accept()
    })
    await page.reload()
    t.equal(asked, 1, 'they are asked before they leave')
    t.match(await page.locator('#quick-state').innerText(), /on their way|Not saved yet/)
    await page.unroute('**/lines')
    await page.getByRole('article', { name: 'The third thing that was said' }).waitFor()
    await page.waitForFunction('sessionStorage.length === 0')
    arrivedOnce(t, house)
  },
  { expected: NO_NETWORK },
)

test('A session runs out while someone types: all of it is kept, and goes on once they have signed in in another tab (R25)', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await openMinutes(page)
  house.pass({ minutes: 31 })
  for (const line of LINES) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('c The fifth is not finished')
  await page.getByText(/You have been signed out\. What you typed is kept/).waitFor()
  t.equal(
    await boxOn(page).inputValue(),
    'c The fifth is not finished',
    'what is being typed stays',
  )
  const second = await page.context().newPage()
  await signIn(second, PEOPLE.coordinator)
  const waiting = under(second, 'You were signed out while you were writing')
  t.match(await waiting.innerText(), /The first thing that was said/, 'the desk holds it as well')
  await page.getByRole('article', { name: 'The third thing that was said' }).waitFor()
  await page.locator('#quick-kept').waitFor()
  arrivedOnce(t, house)
  await waiting.getByRole('button', { name: 'Send it now' }).first().click()
  await second.waitForURL((url) => url.pathname !== '/desk')
  arrivedOnce(t, house)
  await second.goto('/desk')
  t.equal(await waiting.count(), 0, 'and nothing waits on the desk any more')
})

test('With five forms kept on the desk already, a session that runs out still loses no line (R25)', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await openMinutes(page)
  const person = house.store.people.list().find((each) => each.email === PEOPLE.coordinator)!
  for (let i = 0; i < 5; i += 1)
    house.store.people.keepForm(
      person.id,
      '/desk/concerns',
      { text: `Kept before ${i}` },
      new Date(Date.parse(SAMPLE_NOW)).toISOString(),
    )
  house.pass({ minutes: 31 })
  await page.keyboard.type('c The sixth thing')
  await page.keyboard.press('Enter')
  await page.getByText(/You have been signed out\. What you typed is kept/).waitFor()
  const second = await page.context().newPage()
  await signIn(second, PEOPLE.coordinator)
  await page.getByRole('article', { name: 'The sixth thing' }).waitFor()
  t.equal(countOf(house, 'The sixth thing'), 1)
})

test('Someone signs in again and has the second factor still to give: the first tab waits, and loses nothing (R25)', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await openMinutes(page)
  await page.route('**/lines', (route) =>
    route.fulfill({ status: 200, headers: { 'hx-redirect': '/sign-in/second-factor' }, body: '' }),
  )
  await page.keyboard.type('c The seventh thing')
  await page.keyboard.press('Enter')
  await page.getByText(/What you typed is kept/).waitFor()
  t.match(page.url(), OPEN, 'the page stays where it is')
  await page.unroute('**/lines')
  await page.getByRole('article', { name: 'The seventh thing' }).waitFor()
  t.equal(countOf(house, 'The seventh thing'), 1)
})

test(
  'Another person signs in on the same laptop: what the first one typed is not written in their name (R25)',
  async (t, house) => {
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    house.pass({ minutes: 31 })
    await page.keyboard.type('c Said by the first of them')
    await page.keyboard.press('Enter')
    await page.getByText(/You have been signed out\. What you typed is kept/).waitFor()
    const second = await page.context().newPage()
    await signIn(second, SECOND)
    await page.waitForTimeout(4500)
    t.equal(countOf(house, 'Said by the first of them'), 0, 'it waits for the one who typed it')
    await second.getByRole('button', { name: 'Sign out' }).click()
    await second.waitForURL('**/sign-in')
    await page.waitForURL('**/sign-in')
    await signIn(second, PEOPLE.coordinator)
    await second.getByRole('button', { name: 'Send it now' }).click()
    await second.getByRole('article', { name: 'Said by the first of them' }).waitFor()
    t.equal(countOf(house, 'Said by the first of them'), 1)
    const concern = house.store.concerns
      .listUnfiltered()
      .find((each) => wordingOf(each).text === 'Said by the first of them')!
    const first = house.store.people.list().find((each) => each.email === PEOPLE.coordinator)!
    t.equal(
      house.store.journal.history('concern', concern.id)[0]?.personId,
      first.id,
      'in their own name',
    )
  },
  { prepare: (store) => secondCoordinator(store) },
)

test(
  'After someone signs out, the laptop holds nothing of what was typed (R25)',
  async (t, house) => {
    const page = await house.comeIn()
    page.on('dialog', (dialog) => {
      void dialog.accept()
    })
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    await page.route('**/reading', (route) => route.abort())
    await page.keyboard.type('c A family that can be recognised !private')
    await page.getByText('Not saved yet, trying').waitFor()
    t.ok(
      (await page.evaluate<number>('sessionStorage.length')) > 0,
      'while it is not saved it is held here',
    )
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in')
    const held = (): Promise<string> =>
      page.evaluate(
        'JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.documentElement.innerHTML, [...document.querySelectorAll("input, textarea")].map((each) => each.value)])',
      )
    t.equal(
      await page.evaluate('sessionStorage.length + localStorage.length'),
      0,
      'nothing is kept in the browser',
    )
    t.notMatch(await held(), /recognised/)
    await page.unroute('**/reading')
    await page.goBack().catch(() => {})
    await page.waitForLoadState()
    t.notMatch(await held(), /recognised/, 'nor is it there for who goes back')

    await signIn(page, PEOPLE.coordinator)
    await page.goto(OPEN)
    await boxOn(page).fill('c Another family that can be recognised !private')
    await page.locator('#quick-kept').waitFor()
    const other = await page.context().newPage()
    await other.goto('/desk')
    await other.getByRole('button', { name: 'Sign out' }).click()
    await other.waitForURL('**/sign-in')
    await page.waitForURL('**/sign-in', { timeout: 6000 })
    t.notMatch(
      await held(),
      /recognised/,
      'and a tab that was open besides is cleared within seconds',
    )
  },
  { expected: NO_NETWORK },
)

test(
  'Two people minute at one table: each sees the other’s lines within five seconds, and loses nothing of their own',
  async (t, house) => {
    const [one, two] = [await house.comeIn(), await house.comeIn()]
    await signIn(one, PEOPLE.coordinator)
    await signIn(two, SECOND)
    await openMinutes(one)
    await openMinutes(two)
    const soon = async (shown: Locator, what: string): Promise<void> => {
      const from = Date.now()
      await shown.waitFor({ timeout: 5000 })
      t.ok(Date.now() - from <= 5000, `${what} within five seconds`)
      t.comment(`${what}: ${Date.now() - from} ms`)
    }
    await two.keyboard.type('c Half a sentence that')
    await two.keyboard.press('ArrowLeft')
    await one.keyboard.type('c The bins are never emptied #home !priority')
    await one.keyboard.press('Enter')
    const bins = two.getByRole('article', { name: 'The bins are never emptied' })
    await soon(bins, 'a concern')
    t.ok(await bins.getByLabel('A priority now').isChecked())
    t.match(
      await two.locator('#written').innerText(),
      /The bins are never emptied[^]*Coordinator, Mosaic/,
      'and who wrote it',
    )
    t.equal(
      await boxOn(two).inputValue(),
      'c Half a sentence that',
      'what the other one types is still there',
    )
    t.ok(await hasFocus(boxOn(two)))
    t.equal(
      await boxOn(two).evaluate((box) => box.selectionStart),
      'c Half a sentence tha'.length,
      'and so is the place of the caret',
    )
    await two.keyboard.press('End')
    await two.keyboard.type(' was finished')
    await two.keyboard.press('Enter')
    await soon(
      one.getByRole('article', { name: 'Half a sentence that was finished' }),
      'the other’s concern',
    )

    // A form that someone types in is not drawn over, whether they are in it or have just left it.
    await bins.getByText('Add an action with the form').click()
    await bins.getByLabel('Next action').fill('Empty them twice a week')
    await one.keyboard.type('a3 Ask who empties the bins @wcc by March')
    await one.keyboard.press('Enter')
    await soon(bins.getByText('Ask who empties the bins'), 'an action under an open form')
    t.equal(await bins.getByLabel('Next action').inputValue(), 'Empty them twice a week')
    t.ok(await hasFocus(bins.getByLabel('Next action')))
    await two.keyboard.press('Escape')
    t.ok(await hasFocus(boxOn(two)), 'Escape leads back to the line')
    await one.keyboard.type('a3 Count the bins @wcc')
    await one.keyboard.press('Enter')
    await soon(bins.getByText('Count the bins'), 'an action under a form that was left')
    t.equal(await bins.getByLabel('Next action').inputValue(), 'Empty them twice a week')
    t.ok(await bins.getByLabel('Next action').isVisible(), 'the form is still open')
    await bins.getByLabel('Next action').press('Enter')
    await soon(
      one
        .getByRole('article', { name: 'The bins are never emptied' })
        .getByText('Empty them twice a week'),
      'what was sent with the form',
    )

    await one.keyboard.type('h @sergeant, 4 residents')
    await one.keyboard.press('Enter')
    await soon(
      two
        .locator('#attendance')
        .getByRole('group', { name: /^Metropolitan Police Service: 1 here/ }),
      'who is here',
    )
    await one.keyboard.type('d- We meet at the library from now on')
    await one.keyboard.press('Enter')
    await soon(two.locator('#notes').getByText('We meet at the library from now on'), 'a decision')
    await one
      .locator('#written li', { hasText: 'We meet at the library' })
      .getByRole('button', { name: /^Take it out/ })
      .click()
    await two
      .locator('#notes')
      .getByText('We meet at the library from now on')
      .waitFor({ state: 'detached', timeout: 5000 })
    t.pass('what is taken out is gone from both')
  },
  { prepare: (store) => secondCoordinator(store) },
)

test('Without a line of script many lines are sent at once: shown first, then written down, and nothing is lost on the way (R20)', async (t, house) => {
  const page = await house.comeIn({ javaScriptEnabled: false })
  await signIn(page, PEOPLE.coordinator)
  await page.goto(OPEN)
  const typed = [
    ...LINES,
    'h @sergeant, 7 residents',
    'd- We go on in April',
    'Something without a letter',
    'a Hold a pop-up stall @mps +wcc by 28/4',
  ].join('\n')
  await boxOn(page).fill(typed)
  const before = house.store.concerns.listUnfiltered().length
  await page.getByRole('button', { name: 'Show how it is read' }).click()
  const reading = await page.locator('#quick-reading').innerText()
  t.match(
    reading,
    /Concern The first thing[^]*Action Write the second thing down[^]*No date agreed yet[^]*Note[^]*Ward sergeant, Church Street: present[^]*7 residents[^]*Decision We go on in April[^]*Begin with a letter[^]*Metropolitan Police Service[^]*By 28 April 2022/,
    'each line is read back',
  )
  t.equal(house.store.concerns.listUnfiltered().length, before, 'and nothing is written yet')
  t.equal(
    (await boxOn(page).inputValue()).replaceAll('\r\n', '\n'),
    typed,
    'all that was typed is still there',
  )
  await page.goto('/desk')
  await page.goto(OPEN)
  t.equal(
    (await boxOn(page).inputValue()).replaceAll('\r\n', '\n'),
    typed,
    'even for who looks at another page in between',
  )
  await page.getByRole('button', { name: 'Write it down' }).click()
  t.equal(await boxOn(page).inputValue(), '')
  arrivedOnce(t, house)
  t.match(
    await page.locator('#added').innerText(),
    /The first thing that was said[^]*Write the second thing down[^]*The third thing that was said[^]*Hold a pop-up stall/,
  )
  t.match(await page.locator('#notes').innerText(), /We go on in April/)
  t.match(await page.locator('#written').innerText(), /This line was kept as a note/)
  await page.locator('#written .panel--warn input[type=text]').fill('c Something with a letter')
  await page.getByRole('button', { name: /^Read it again/ }).click()
  await page.getByRole('article', { name: 'Something with a letter' }).waitFor()
  t.notMatch(
    await page.locator('#written').innerText(),
    /kept as a note/,
    'a line is put right in its place',
  )

  await page.goBack()
  await page.goBack()
  t.equal(countOf(house, 'The third thing that was said'), 1)

  // The session runs out between the two.
  await page.goto(OPEN)
  await boxOn(page).fill('c Typed before the tea\nc Typed after the tea')
  house.pass({ minutes: 31 })
  await page.getByRole('button', { name: 'Write it down' }).click()
  t.match(await page.getByRole('main').innerText(), /What you typed is saved/)
  await typeCode(page, PEOPLE.coordinator)
  await page.getByRole('button', { name: 'Send it now' }).click()
  t.equal(countOf(house, 'Typed before the tea'), 1)
  t.equal(countOf(house, 'Typed after the tea'), 1)
})

test('The line keeps its place on a phone and on a laptop, the keyboard comes back to it, and nothing stands in anyone’s way', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  for (const viewport of [PHONE, LAPTOP]) {
    await page.setViewportSize(viewport)
    await openMinutes(page)
    t.ok(await hasFocus(boxOn(page)), `the line has the keyboard at ${viewport.width}`)
    await boxOn(page).fill('')
    const long = `c ${'Someone speaks for a long time without stopping once '.repeat(12)}${'andthisisawordwithoutend'.repeat(12)} #young @nobody !priority`
    await page.keyboard.insertText(long)
    await read(page, /A priority now/)
    const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    t.ok(over <= 0, `no sideways scroll at ${viewport.width} (${over})`)
    const [box, button] = [
      await boxOn(page).boundingBox(),
      await page.getByRole('button', { name: 'Write it down' }).boundingBox(),
    ]
    t.ok(
      viewport === PHONE || (button !== null && button.y + button.height <= viewport.height),
      `its button is in the window at ${viewport.width}`,
    )
    t.ok(
      box &&
        box.y >= 0 &&
        box.y + Math.min(box.height, 40) <= viewport.height &&
        box.x >= 0 &&
        box.x + box.width <= viewport.width,
      `the line is in the window at ${viewport.width}: ${JSON.stringify(box)}`,
    )
    await page.evaluate(axe)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await page.evaluate<{
        violations: { id: string; nodes: { html: string }[] }[]
      }>(
        'axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
      )
      t.same(
        found.violations.map((each) => `${each.id}: ${each.nodes[0]!.html.slice(0, 160)}`),
        [],
        `axe finds nothing at ${viewport.width}, ${colorScheme}`,
      )
    }
    await page.emulateMedia({ colorScheme: null })
    await boxOn(page).fill('')
    await page.keyboard.type(`c The lift is broken at ${viewport.width} !`)
    await page.locator('.offers ul').waitFor()
    await page.evaluate(axe)
    await page.locator('#quick summary').click()
    const open = await page.locator('#quick').boundingBox()
    t.comment(`the line with its help open at ${viewport.width}: ${open?.height} high`)
    await page.locator('#quick summary').click()
    await boxOn(page).focus()
    const offered = await page.evaluate<{
      violations: { id: string; nodes: { html: string }[] }[]
    }>(
      'axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
    )
    t.same(
      offered.violations.map((each) => `${each.id}: ${each.nodes[0]!.html.slice(0, 160)}`),
      [],
      `nor with its offers at ${viewport.width}`,
    )
    await page.keyboard.press('Tab')
    await holds(page, /!priority $/)
    t.pass('Tab completes the word')
    await page.keyboard.press('Enter')
    t.ok(await hasFocus(boxOn(page)), 'after Enter the keyboard is still in the line')
    await page.getByRole('article', { name: `The lift is broken at ${viewport.width}` }).waitFor()
    t.ok(await hasFocus(boxOn(page)), 'and when the answer has come')
  }
  await page.keyboard.press('Tab')
  t.notOk(await hasFocus(boxOn(page)), 'with nothing to complete, Tab goes on as everywhere')
  await page.keyboard.press('/')
  t.ok(await hasFocus(boxOn(page)), 'a stroke leads back to the line')
  t.equal(await boxOn(page).inputValue(), '', 'and is not typed into it')
  await page.locator('#attendance-residents').focus()
  await page.keyboard.type('4/')
  t.equal(
    await page.locator('#attendance-residents').inputValue(),
    '4/',
    'in a field a stroke is a stroke',
  )
  await page.keyboard.press('Escape')
  t.ok(await hasFocus(boxOn(page)), 'Escape leads back from another field')
  await page.keyboard.type('c One thing')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('a Another thing')
  t.equal(
    await boxOn(page).inputValue(),
    'c One thing\na Another thing',
    'Shift and Enter begin a new line',
  )
})

test('Whoever presses Tab before the offers have come gets the word when they come, whatever was typed in the meantime', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await openMinutes(page)
  await page.route('**/reading', async (route) => {
    await page.waitForTimeout(600)
    await route.continue().catch(() => {})
  })
  await page.keyboard.type('c The lamp is broken !prio')
  await page.keyboard.press('Tab')
  t.ok(await hasFocus(boxOn(page)), 'Tab waits for the offers')
  await holds(page, /^c The lamp is broken !priority $/)
  await boxOn(page).fill('')

  await page.keyboard.type('c The gate is broken #home')
  await page.keyboard.press('Tab')
  await page.keyboard.type(' and open')
  await holds(page, /^c The gate is broken #[\w-]+ +and open$/)
  t.equal(
    await boxOn(page).evaluate((box) => box.selectionStart === box.value.length),
    true,
    'and the caret stays behind what was typed',
  )
  await boxOn(page).fill('')

  await page.keyboard.type('c The door is broken !prio')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('a Mend the door')
  await page.keyboard.press('Enter')
  await saved(page)
  const door = house.store.concerns.listUnfiltered().at(-1)!
  t.match(
    [wordingOf(door).text, isPriority(door), door.depth],
    ['The door is broken', true, 'table'],
  )
  t.same(
    house.store.actions.listUnfiltered().at(-1)!.concernIds,
    [door.id],
    'and lines stay in order',
  )

  await page.keyboard.type('c Nobody is called @zzz')
  await page.keyboard.press('Tab')
  await page.locator('#quick-form [value=save]:focus').waitFor()
  t.equal(
    await boxOn(page).inputValue(),
    'c Nobody is called @zzz',
    'with nothing to complete, Tab goes on as everywhere',
  )
})

type Hands = ReturnType<typeof countedHands>
/**
 * Two hands that count: each key, each Shift that must be held, each click, each page that was
 * loaded.
 */
const countedHands = (page: Page) => {
  const count = { keys: 0, shifts: 0, clicks: 0, enters: 0, pages: 0 }
  page.on('domcontentloaded', () => {
    count.pages += 1
  })
  const press = async (key: string): Promise<void> => {
    count.keys += 1
    await page.keyboard.press(key)
  }
  return {
    count,
    press,
    type: async (text: string): Promise<void> => {
      count.keys += text.length
      // Once for each run of letters and marks that need it, on a British keyboard.
      count.shifts += text.match(/[A-Z!"£$%^&*()_+{}:@~<>?|]+/g)?.length ?? 0
      await page.keyboard.type(text)
    },
    enter: async (): Promise<void> => {
      count.enters += 1
      await press('Enter')
    },
    /** A click into the field, and its words. */
    fill: async (field: Locator, text: string): Promise<void> => {
      count.clicks += 1
      await field.fill(text)
    },
    click: async (there: Locator): Promise<void> => {
      count.clicks += 1
      await there.click()
    },
  }
}

const boxOn = (page: Page): Locator => page.locator('#quick-text')

/** All that was sent has arrived. */
/**
 * Every line is on disk: the tab holds none of them any more, since what it says may still be said
 * of the line before.
 */
const saved = async (page: Page): Promise<void> => {
  while (
    await page.evaluate(
      'Object.keys(sessionStorage).some((key) => key.endsWith(location.pathname))',
    )
  )
    await page.waitForTimeout(20)
  await page.locator('#quick-state', { hasText: /^Saved \d/ }).waitFor()
}

/** The minutes that are open, with the keyboard in the line. */
const openMinutes = async (page: Page): Promise<void> => {
  await page.goto(OPEN)
  await page.locator('#quick-text:focus').waitFor()
}

/** The box holds these words, or will in a moment. */
const holds = async (page: Page, words: RegExp): Promise<void> => {
  for (let i = 0; i < 100 && !words.test(await boxOn(page).inputValue()); i += 1)
    await page.waitForTimeout(50)
  if (!words.test(await boxOn(page).inputValue()))
    throw new Error(`The box holds “${await boxOn(page).inputValue()}”`)
}

const read = async (page: Page, words: RegExp): Promise<void> => {
  await page.locator('#quick-reading', { hasText: words }).waitFor()
}

/** How many concerns and actions have these words. */
const countOf = ({ store }: House, text: string): number =>
  store.concerns.listUnfiltered().filter((each) => wordingOf(each).text === text).length +
  store.actions.listUnfiltered().filter((each) => termsOf(each).text === text).length
