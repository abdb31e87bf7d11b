import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { AGENDA, keysIn, slotIn } from './set-up.ts'

t.test(
  'R4: the agenda makes itself: residents first, the same time for each organisation, and all that is open',
  async (t) => {
    const house = await openHouse({ t })
    const { body } = await house.signIn(PEOPLE.observer).get(AGENDA)
    const keys = keysIn(body)
    t.same(
      keys.map((key) => key.replace(/-\d+$/, '')),
      [
        'residents',
        'organisation',
        'organisation',
        'organisation',
        'minutes',
        'priorities',
        'carried',
        'no-difference',
        'concerns',
        'questions',
        'topic',
        'other',
        'next',
      ],
    )
    for (const key of keys.filter((each) => each.startsWith('organisation')))
      t.match(slotIn(body, key), '10 minutes')
    t.match(slotIn(body, 'residents'), /10\.30.*Residents speak first/s)
    t.match(slotIn(body, keys[1]!), /10\.45/)
    t.match(slotIn(body, 'priorities'), 'Women do not feel safe')
    const carried = slotIn(body, 'carried')
    t.match(
      carried,
      /Circulate the youth clubs in which we have trust\. Late: it was due 10 January 2022/,
    )
    t.match(carried, 'No date agreed yet', 'R2')
    t.match(carried, /not heard of for \d+ (days|months)/, 'R8')
    t.notMatch(carried, 'Pop-up stalls', 'what the table closed is over')
    t.match(
      slotIn(body, 'questions'),
      /What do the stop and search figures.*Metropolitan Police Service, promised by January 2022/,
    )
    t.match(slotIn(body, 'next'), 'Not agreed yet.')
    t.notMatch(
      body,
      /<form(?![^>]*sign-out)[^>]*round-tables(?![^"]*\/topics")/,
      'an observer arranges nothing',
    )
  },
)

t.test(
  'R4: an answered question waits on the agenda to be closed, and every open action stands on it once',
  async (t) => {
    const house = await openHouse({ t })
    const { body } = await house.signIn(PEOPLE.coordinator).get(AGENDA)
    const open = house.store.actions
      .listUnfiltered()
      .filter(
        (each) =>
          each.depth !== 'named' && !each.closings.some((closing) => closing.reopenedAt === null),
      )
    t.ok(open.length > 10)
    for (const action of open)
      t.equal(
        body.split(`<li>${action.number} `).length - 1,
        1,
        `${action.number} ${termsOf(action).text}`,
      )
  },
)

t.test('R11: nothing held in private stands on an agenda, which hangs on the wall', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const stops = house.store.concerns
    .everWritten()
    .find((each) => each.wordings[0]!.text.includes('stop and search'))!
  const asked = {
    text: 'The oldest son was moved',
    raisedOn: '',
    originKind: 'phone',
    originNote: '',
    themeId: '',
    areaId: '',
    depth: 'named',
    ground: 'A family could be identified.',
    list: house.person(PEOPLE.coordinator).id,
  }
  t.equal((await laptop.post('/desk/concerns', asked)).statusCode, 303)
  t.equal(
    (
      await laptop.post('/desk/concerns', {
        ...asked,
        text: 'The lift smells',
        depth: 'table',
        ground: '',
        list: [],
      })
    ).statusCode,
    303,
  )
  await laptop.post(`/desk/concerns/${stops.id}/depth`, {
    depth: 'named',
    ground: 'A person could be identified.',
    list: house.person(PEOPLE.coordinator).id,
  })
  for (const path of [AGENDA, `${AGENDA}?large=yes`]) {
    const { body } = await laptop.get(path)
    t.match(slotIn(body, 'concerns'), /The lift smells<\/span> \(phone call\)/)
    t.notMatch(
      body,
      /oldest son|being targeted|stop and search figures|Any specific family|which we have concerns/,
    )
  }
})

t.test(
  'shown large in the room it has no forms, and a table that is over has none to change',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const { body } = await laptop.get(`${AGENDA}?large=yes`)
    t.match(body, 'agenda--large')
    t.notMatch(/<main[\s\S]*<\/main>/.exec(body)![0], '<form')
    t.same(keysIn(body), keysIn((await laptop.get(AGENDA)).body))
    for (const [path, fields] of [
      ['agenda', { key: 'questions', minutes: '5' }],
      ['topics', { text: 'Too late' }],
    ] as const)
      t.equal((await laptop.post(`/desk/round-tables/2021-q4/${path}`, fields)).statusCode, 409)
    t.same(house.store.agendas.topics(house.store.roundTables.find('2021-q4')!.id), [])
  },
)
