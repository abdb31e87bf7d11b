import { hasFocus, signIn } from '../../support/browser/pages.ts'
import { type Action, termsOf } from '../../../src/domain/actions/action.ts'
import { isPriority, wordingOf } from '../../../src/domain/concerns/concern.ts'
import { partnershipOf } from '../../../src/sample/partnership.ts'
import { verbsOf } from '../../../src/sample/verbs.ts'
import type { Store } from '../../../src/store/store.ts'
import { PEOPLE } from '../../support/browser.ts'
import { boxOn, countedHands, openMinutes, saved, test } from './set-up.ts'

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
