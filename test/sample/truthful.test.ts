import Database from 'better-sqlite3'
import t from 'tap'
import { termsOf } from '../../src/domain/actions/action.ts'
import { isHeldOn } from '../../src/domain/people/seat.ts'
import type { EntryWords } from '../../src/domain/publishing/kinds/entry.ts'
import { passagesOf } from '../../src/domain/publishing/pieces.ts'
import { draftOf } from '../../src/domain/publishing/publication.ts'
import { stateOf } from '../../src/domain/round-tables/round-table.ts'
import { entryLines, toldThat } from '../../src/web/desk/publishing/entry-lines.ts'
import { openHouse, PEOPLE } from '../support/house.ts'
import { DAYS_GIVEN, NAMED_IN_SOURCES, NUMBERS_GIVEN, SOURCES } from './truthful/sources.ts'

t.test('R2: whatever the sample tells stands in a source, or beside the mark', async (t) => {
  const { store } = await openHouse({ t })
  const board = store.published.board()
  const told = [...board.byKind].flatMap(([kind, copies]) => (kind === 'translation' ? [] : copies))
  const lines = told.flatMap(({ words }) =>
    passagesOf(words).flatMap(({ text }) => text.split('\n')),
  )
  const isKnown = (line: string): boolean => line in SOURCES || board.sample!.has(line)
  t.same([...new Set(lines.filter((line) => !isKnown(line)))], [], 'texts that nobody gave')
  t.same(
    Object.keys(SOURCES).filter((line) => !lines.includes(line)),
    [],
    'and the table has no text that is not told any more',
  )
})

t.test(
  'R2: every day and every number in it is of a source, or stands beside the mark',
  async (t) => {
    const { store } = await openHouse({ t })
    const board = store.published.board()
    const values = [...board.byKind.values()].flat().flatMap((copy) => {
      const { sample: _, counts: _counts, ...words } = copy.words
      return valuesIn({ words, publishedOn: copy.publishedOn, earlier: copy.earlier })
    })
    const days = values.filter((value) => /^\d{4}-\d\d(?:-\d\d)?$/.test(String(value)))
    t.same(
      [...new Set(days)].filter(
        (day) => !(String(day) in DAYS_GIVEN) && !board.sample!.has(String(day)),
      ),
      [],
    )
    const { phases, sessions } = board.programmes[0]!.words
    const counted = [...phases.map(({ pairings }) => pairings), sessions].filter((n) => n !== null)
    t.same(
      counted.filter((n) => !(String(n) in NUMBERS_GIVEN)),
      [],
    )
    t.equal(board.leaflets[0]!.words.copies, null, 'nobody knows how many leaflets went')
  },
)

t.test('every update is spoken from a seat that someone holds on that day', async (t) => {
  const { store } = await openHouse({ t })
  const seats = store.organisations.seats()
  const spoken = store.actions.listUnfiltered().flatMap((action) => action.updates.slice(1))
  t.ok(spoken.length > 10)
  for (const { seatId, personId, at, text } of spoken) {
    const seat = seats.find((each) => each.id === seatId)
    t.ok(
      seat?.holders.some((each) => each.personId === personId && isHeldOn(each, at.slice(0, 10))),
      text,
    )
  }
  const present = store.roundTables
    .list()
    .flatMap((table) => table.attendance)
    .flatMap((row) => (row.presence === 'present' ? (row.seatId ?? []) : []))
  t.ok(present.every((id) => seats.find((seat) => seat.id === id)!.holders.length > 0))
})

t.test('R12: no entry of the sample tells of an action that has no public words', async (t) => {
  const { store } = await openHouse({ t })
  const entries = store.publications.list().filter(({ kind }) => kind === 'entry')
  t.ok(entries.length > 8)
  for (const publication of entries)
    for (const { words } of publication.drafts)
      t.ok((words as EntryWords).actions.every((action) => action.words.trim() !== ''))
  t.ok(entries.every((each) => draftOf(each)))
})

t.test('R14: roles stand for the people whom the sources name, in private text too', async (t) => {
  const { file } = await openHouse({ t })
  const db = new Database(file, { readonly: true })
  const tables = db.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all()
  for (const name of tables)
    t.notMatch(
      JSON.stringify(db.prepare(`select * from "${String(name)}"`).all()),
      NAMED_IN_SOURCES,
    )
  db.close()
})

t.test('the stall is told alike on its own page and on that of its concern', async (t) => {
  const { store } = await openHouse({ t })
  const { events, entries } = store.published.board()
  const stall = events.find(({ words }) => words.what === 'stall')!
  t.same(
    stall.words.worked,
    entries.find(({ slug }) => slug === stall.words.entries[0])!.words.worked,
  )
  t.equal(stall.words.worked!.strength, 'view', 'that they were less hesitant is not counted')
  t.equal(stall.words.place, '', 'M does not say where it stood')
})

t.test(
  'R28: the sample tells of all it did, but for what the open table just changed',
  async (t) => {
    const { store } = await openHouse({ t })
    const open = store.roundTables.list().find((each) => stateOf(each) === 'open')!
    const justNow = new Set(
      store.actions
        .listUnfiltered()
        .filter(
          (each) =>
            each.roundTableId === open.id ||
            each.closings.some((closing) => closing.roundTableId === open.id),
        )
        .flatMap((each) => each.concernIds),
    )
    const movedOn = entryLines(
      store,
      toldThat(store, () => true),
    ).filter(({ stage }) => stage === 'Moved on since')
    t.ok(movedOn.length > 0, 'what waits is shown')
    t.same(
      movedOn.filter(({ publication }) => !justNow.has(publication.concernId!)),
      [],
    )
  },
)

t.test(
  'R28: the entry on stop and search says what October agreed, as its table does',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const entry = (await resident.get('/entries/2021-q3-3')).body
    const table = (await resident.get('/round-tables/2021-q4')).body
    t.match(
      table,
      'bring the stop and search figures, by January 2022. Not yet accepted by the police',
    )
    t.match(entry, 'asked the police for the stop and search figures')
    t.match(entry, 'Not yet accepted by the police')
    t.match(entry, 'January 2022')
    t.notMatch(entry, 'Owner not agreed yet')
    const july = (await resident.get('/round-tables/2021-q3')).body
    t.notMatch(july, 'Owner not agreed yet', 'it has an owner since October')
    t.match(july, 'In July it had no owner and no date.')
  },
)

t.test('R2: a list that July 2021 made is of July 2021: the source gives no day', async (t) => {
  const house = await openHouse({ t })
  const sergeant = house.person(PEOPLE.sergeant).id
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  for (const { holders } of house.store.organisations.seats())
    for (const held of holders)
      if (held.personId === sergeant)
        house.store.organisations.endHolding(held.id, by.at.slice(0, 10), by)
  const { body } = await house.signIn(PEOPLE.coordinator).get('/desk/private-lists')
  t.match(body, /On its list since\s+July 2021\./)
  t.notMatch(body, '15 July')
})

t.test('the nine activities are whole, and the scheme tells how it began', async (t) => {
  const { store } = await openHouse({ t })
  const texts = store.actions.listUnfiltered().map((action) => termsOf(action).text)
  t.ok(texts.some((text) => text.includes('deliver positive messages to children')))
  t.match(store.published.board().programmes[0]!.words.aim, 'staff network')
})

const valuesIn = (value: unknown): unknown[] =>
  value !== null && typeof value === 'object' ? Object.values(value).flatMap(valuesIn) : [value]
