import t from 'tap'
import { openHouse } from '../../../support/house.ts'
import { withdraw } from '../../../support/publications.ts'
import {
  agree,
  by,
  hold,
  paperOf,
  PERIODS,
  PRIVATE,
  raise,
  report,
  sectionOf,
  sheets,
  textOf,
} from './set-up.ts'

t.test(
  'R11: a private matter changes no sheet at any depth, not by a word and not by a count; one that becomes private is gone as if it had never been',
  async (t) => {
    const house = await openHouse({ t })
    const [open, table] = [sheets(house, 'public'), sheets(house, 'table')]
    const held = raise(house, 'Zebra worry', { private: true })
    report(house, agree(house, held, 'Zebra help', { private: true }), 'done', 'Zebra was helped')
    hold(house, 'Zebra stall', '2021-08-03', 44, true)
    house.store.programmes.record(
      {
        name: 'Zebra scheme',
        aim: 'Zebra aim',
        startsOn: '2021-08',
        length: '',
        agreement: '',
        support: '',
        partnerIds: [],
      },
      { ...PRIVATE, list: [by(house).personId] },
      by(house),
    )
    t.same(sheets(house, 'public'), open)
    t.same(sheets(house, 'table'), table)

    const concern = raise(house, 'Yak worry')
    const action = agree(house, concern, 'Yak help')
    report(house, action, 'done', 'Yak was helped')
    const event = hold(house, 'Yak stall', '2021-08-03', 44)
    const [programme] = house.store.programmes.listUnfiltered()
    house.store.programmes.recordPoint(
      programme!.id,
      { kind: 'opportunity', theme: null, text: 'Yak opportunity' },
      by(house),
    )
    const point = house.store.programmes.listUnfiltered()[0]!.points.at(-1)!
    house.store.programmes.recordStep(
      programme!.id,
      point.id,
      { concernId: concern, words: 'Yak step' },
      by(house),
    )
    const between = sheets(house, 'table')
    for (const words of ['Yak worry', 'Yak help', 'Yak was helped', 'Yak stall', 'Yak opportunity'])
      t.match(between['2021-q3'], words, 'before, the table reads it')
    house.store.concerns.recordDepth(concern, { ...PRIVATE, list: [by(house).personId] }, by(house))
    house.store.events.recordDepth(event, { ...PRIVATE, list: [by(house).personId] }, by(house))
    t.same(sheets(house, 'table'), table)
    t.same(sheets(house, 'public'), open)
  },
)

t.test(
  'R11: how many matters were private stands on the sheet of a closed year alone, and as it was published',
  async (t) => {
    const house = await openHouse({ t })
    for (const depth of ['public', 'table'] as const) {
      for (const period of PERIODS)
        t.equal(
          /held in private/i.test(sectionOf(paperOf(house, period, depth), 'short')),
          period === '2021',
          `${period} at ${depth}`,
        )
    }
    const [year] = house.store.published.board().years
    const told = house.store.publications
      .list()
      .find((each) => each.kind === 'year' && each.slug === year!.slug)!
    const before = sheets(house, 'table')
    raise(house, 'One more of the closed year', { private: true, raisedOn: '2021-05' })
    t.same(sheets(house, 'table'), before)
    withdraw(house.store, told.id)
    t.notMatch(textOf(paperOf(house, '2021', 'table')), /held in private/i)
  },
)

t.test(
  'R17: no sheet, quarter or year, public or not, tells a small number of an event, nor lets it be worked out from the others and from the public pages',
  async (t) => {
    const house = await openHouse({ t })
    /** All that can be read of numbers, with so many at the small stall. */
    const seen = async (count: number): Promise<string> => {
      const other = await openHouse({ t })
      hold(other, 'Big stall', '2021-08-03', 52)
      hold(other, 'Small stall', '2021-08-10', count)
      hold(other, 'Late stall', '2021-11-10', 17)
      const pages = await Promise.all(
        ['/', '/events', '/board.json', '/feed.json'].map(async (path) =>
          (await other.stranger().get(path)).body.replace(/"version":\d+/g, ''),
        ),
      )
      return [
        ...Object.values(sheets(other, 'public')),
        ...Object.values(sheets(other, 'table')),
        ...pages,
      ].join('\n')
    }
    const zero = await seen(0)
    for (const count of [1, 4, 9]) t.equal(await seen(count), zero, `${count}`)
    t.match(zero, 'At least 107 people came or answered', 'the year is 38, 52 and 17')
    t.not(await seen(10), zero)
    t.ok(house.store.published.board().events.length > 0)
  },
)
