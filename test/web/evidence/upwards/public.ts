import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { entryWords, tell } from '../../../support/publications.ts'
import {
  agree,
  by,
  hold,
  mainOf,
  paperOf,
  PERIODS,
  piecesOf,
  raise,
  read,
  report,
  sheets,
  textOf,
} from './set-up.ts'

t.test(
  'R9, R20: the sheet opens at what is public; what the table knows is asked for, and says on its face that it is not public',
  async (t) => {
    const house = await openHouse({ t })
    const observer = house.signIn(PEOPLE.observer)
    for (const path of [
      '/desk/upwards?period=2021',
      '/desk/upwards?period=2021&depth=public',
      '/desk/upwards?period=2021&depth=named',
      '/desk/upwards?period=2021&depth=',
      '/desk/upwards?period=2021&depth=public&depth=table',
    ]) {
      const page = read(mainOf(await observer.get(path)))
      t.match(page, 'Everything here is public already.', path)
      t.notMatch(
        page,
        'Share learning with more senior officers and political members. A programme',
        path,
      )
    }
    const table = read(mainOf(await observer.get('/desk/upwards?period=2021&depth=table')))
    t.match(table, 'Not all of this is public.')
    t.match(table, 'Some of it is not public.')
    t.match(table, '6 of them have no public words yet.')
    for (const path of ['/desk/upwards', '/desk/upwards.docx'])
      t.equal((await house.stranger().get(path)).headers.location, '/sign-in')
  },
)

t.test('R21: reading a sheet, or taking it along, writes nothing', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const before = house.store.journal.lastId()
  for (const path of [
    '/desk/upwards',
    '/desk/upwards?period=2021&depth=table',
    '/desk/upwards.docx?period=2021&depth=table',
  ])
    await laptop.get(path)
  t.equal(house.store.journal.lastId(), before)
})

t.test(
  'R10: every line of every public sheet of the sample can be read on the public side, but for the sheet’s own headings and counts',
  async (t) => {
    const house = await openHouse({ t })
    const reader = house.stranger()
    const board = house.store.published.board()
    const paths = [
      '/',
      '/?page=2',
      '/events',
      '/leaflets',
      '/programmes',
      '/round-tables',
      ...board.entries.map((each) => `/entries/${each.slug}`),
      ...board.events.map((each) => `/events/${each.slug}`),
      ...board.leaflets.map((each) => `/leaflets/${each.slug}`),
      ...board.programmes.map((each) => `/programmes/${each.slug}`),
      ...board.tables.map((each) => `/round-tables/${each.slug}`),
    ]
    const open = (await Promise.all(paths.map(async (path) => read((await reader.get(path)).body))))
      .join(' ')
      .toLowerCase()
    const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()
    // What the sheet itself says around public words: dates and names follow each other, so each
    // part is looked for on its own.
    const OWN =
      /^(\d+|not told|not expected|not counted|nothing is told of it yet\.|nobody has said yet\.|no news for .*|not yet closed by the round table\.|“not told” means.*|at least \d+ people came or answered.*|\d+ people came or answered.*|\d+ concerns? raised in this time .*|held in private: .*|no matters were held in private\.|no one from .* was at the .*|no round table of this time is told in public\.|nothing (raised|done) in this time is told in public\.|nothing that is told in public .*|pairs: \d+\.|\d+ group sessions?(, not recorded\.)?|run by .*)$/
    let lines = 0
    const missing = new Set<string>()
    for (const period of PERIODS) {
      for (const piece of piecesOf(paperOf(house, period, 'public'))) {
        for (const part of piece
          .split('\n')
          .flatMap((line) =>
            open.includes(plain(line)) ? [line] : line.split(/(?<=[.!?:)])\s+|,\s+/),
          )) {
          const text = plain(part)
          lines += 1
          if (
            !open.includes(text) &&
            !open.includes(text.replace(/[.:]$/, '')) &&
            !open.includes(text.replace(/^(began|begins) /, '').replace(/\.$/, '')) &&
            !OWN.test(text) &&
            !OWN.test(plain(piece))
          )
            missing.add(text)
        }
      }
    }
    t.same([...missing], [])
    t.ok(lines > 500, `${lines} lines were looked for`)
  },
)

t.test(
  'R9, R10: whatever is written on the record, a public sheet stays the same to the letter until a copy is published',
  async (t) => {
    const house = await openHouse({ t })
    const before = sheets(house, 'public')
    const concern = raise(house, 'Told at the table alone')
    const action = agree(house, concern, 'Walk the estate')
    report(house, action, 'done', 'The private words of an update')
    for (const each of house.store.actions.listUnfiltered().filter((one) => one.depth !== 'named'))
      report(house, each.id, 'under-way', 'Zebra words about it')
    hold(house, 'A stall that nobody told of', '2021-08-03', 61)
    raise(house, 'A private worry', { private: true })
    house.store.leaflets.recordHanding(
      house.store.leaflets.listUnfiltered()[0]!.id,
      { organisationId: 1, toWhom: 'at the school gate', on: '2022-01-20', copies: 400 },
      by(house),
    )
    house.store.programmes.recordPoint(
      house.store.programmes.listUnfiltered()[0]!.id,
      { kind: 'learning', theme: 'Zebra', text: 'Zebra learning' },
      by(house),
    )
    house.store.concerns.recordMerge(
      concern,
      house.store.concerns.listUnfiltered()[0]!.id,
      by(house),
    )
    t.same(sheets(house, 'public'), before)
    t.notSame(sheets(house, 'table'), before, 'while the table’s sheet moves on')
    tell(house.store, entryWords({ said: 'A new entry is told.', raisedOn: '2021-08' }))
    t.match(textOf(paperOf(house, '2021-q3', 'public')), 'A new entry is told.')
  },
)
