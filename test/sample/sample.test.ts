import { STANDINGS } from '../../src/domain/concerns/standing.ts'
import { count } from '../../src/domain/publishing/board-query.ts'
import t from 'tap'
import { termsOf } from '../../src/domain/actions/action.ts'
import { wordingOf } from '../../src/domain/concerns/concern.ts'
import { stateOf } from '../../src/domain/round-tables/round-table.ts'
import { openHouse, PEOPLE } from '../support/house.ts'

t.test('a newcomer sees the July 2021 round table as the source tells it', async (t) => {
  const { store } = await openHouse({ t })
  const july = store.roundTables.find('2021-q3')!
  t.equal(july.heldOn, '2021-07', 'a month and no day')
  t.equal(stateOf(july), 'agreed')
  const concerns = store.concerns.listUnfiltered()
  t.equal(
    store.roundTables.concernIds(july.id).length +
      concerns.filter((each) => each.originKind === 'survey').length,
    8,
    'the eight concerns',
  )
  t.match(
    concerns.find((each) => each.originKind === 'survey'),
    { raisedOn: '2021-03' },
  )
  const actions = store.actions.listUnfiltered().filter((each) => each.roundTableId === july.id)
  t.equal(actions.filter((each) => termsOf(each).kind === 'question').length, 2, 'two questions')
  t.equal(
    actions.filter((each) => termsOf(each).kind !== 'question').length,
    10,
    'nine activities, the fifth in its two halves',
  )
  t.ok(
    actions
      .filter((each) => termsOf(each).kind !== 'question')
      .every((each) => each.terms[0]!.leadId === null && each.terms[0]!.by === null),
    'R2: none had an owner or a date in July',
  )
  t.same(
    actions.filter((each) => each.depth === 'named').map((each) => each.ground),
    ['A family could be identified.', 'A place or a group could be harmed.'],
  )
})

t.test(
  'the eight opportunities of the mentoring scheme are concerns from a programme',
  async (t) => {
    const { store } = await openHouse({ t })
    t.equal(
      store.concerns.listUnfiltered().filter((each) => each.originKind === 'programme').length,
      8,
    )
  },
)

t.test('the board shows all five standings, adding up to what was heard', async (t) => {
  const { store } = await openHouse({ t })
  const counts = count(store.published.board().entries)
  for (const standing of STANDINGS) t.ok(counts[standing] > 0, standing)
  t.equal(
    counts.heard,
    STANDINGS.reduce((sum, each) => sum + counts[each], 0),
  )
  t.match(JSON.stringify(store.published.board().entries), /38 residents came: 14 male, 24 female/)
})

t.test(
  'R11: the family case and the clubs are on the desk at their depth and nowhere in public',
  async (t) => {
    const house = await openHouse({ t })
    const board = JSON.stringify(house.store.published.board())
    for (const action of house.store.actions
      .listUnfiltered()
      .filter((each) => each.depth === 'named')) {
      t.notOk(board.includes(termsOf(action).text))
      const listed = await house.signIn(PEOPLE.coordinator).get(`/desk/actions/${action.id}`)
      t.match(listed.body, termsOf(action).text)
      t.equal(
        (await house.signIn(PEOPLE.approver).get(`/desk/actions/${action.id}`)).statusCode,
        404,
      )
    }
    t.notMatch(board, /clubs?\b/i, 'neither half of the fifth activity is told')
  },
)

t.test(
  'R4: the third table is open, with the actions of the first two carried to it',
  async (t) => {
    const house = await openHouse({ t })
    t.equal(stateOf(house.store.roundTables.find('2022-q1')!), 'open')
    t.equal(stateOf(house.store.roundTables.find('2021-q4')!), 'agreed')
    t.match(
      (await house.signIn(PEOPLE.coordinator).get('/desk/round-tables/2022-q1')).body,
      /Actions from before.*Circulate the youth clubs/s,
    )
  },
)

t.test(
  'everyone in the sample has an address at .example, and every concern its own words',
  async (t) => {
    const { store } = await openHouse({ t })
    t.ok(store.people.list().every((person) => person.email.endsWith('.example')))
    const texts = store.concerns.listUnfiltered().map((each) => wordingOf(each).text)
    t.equal(new Set(texts).size, texts.length)
  },
)
