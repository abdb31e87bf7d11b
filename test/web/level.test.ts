import t from 'tap'
import Database from 'better-sqlite3'
import { statementsWhile } from '../support/house/statements.ts'
import { openHouse, PEOPLE, type House } from '../support/house.ts'
import { recordFile } from '../support/sample-file.ts'
import { fillWithYears } from '../bench/desk/years.ts'

// A partnership after twenty years feels like one after one: what a page reads does not grow with
// the record. Rows and statements are counted, and never time.

/** Tables that have more rows with each round table. */
const GROWS = [
  'actions',
  'action_terms',
  'action_concerns',
  'updates',
  'closings',
  'action_steps',
  'concerns',
  'concern_wordings',
  'table_concerns',
  'publications',
  'drafts',
  'approvals',
  'releases',
  'copies',
  'journal',
  'messages',
  'message_outcomes',
  'replies',
  'verdicts',
  'events',
  'event_terms',
  'taps',
  'findings',
]
/** Tables of a usual year, and of three more. */
const [FEW, MANY] = [16, 32]
/** So many rows more are no growth: names of tables in a list, an index that was read anew. */
const LEEWAY = 1.25

const PAGES: Record<string, keyof typeof PEOPLE> = {
  '/desk': 'coordinator',
  '/desk/mine': 'sergeant',
  '/desk/actions': 'coordinator',
  '/desk/concerns': 'coordinator',
  '/desk/entries': 'coordinator',
  '/desk/aims': 'coordinator',
  '/desk/people': 'coordinator',
  '/desk/round-tables/2022-q1': 'coordinator',
  '/desk/round-tables/2022-q1/agenda': 'coordinator',
  '/desk/actions/1': 'coordinator',
  '/desk/concerns/1': 'coordinator',
  '/desk/entries/1': 'coordinator',
  '/desk/decisions': 'coordinator',
  '/desk/events/1': 'coordinator',
  '/desk/programmes/1': 'coordinator',
  '/desk/concerns/1/quotes': 'coordinator',
  '/desk/messages': 'coordinator',
  '/desk/messages/1': 'coordinator',
  '/desk/events': 'coordinator',
  '/desk/round-tables': 'coordinator',
  '/desk/translations': 'coordinator',
  '/desk/translations?language=ar': 'coordinator',
  '/desk/settings': 'coordinator',
  '/desk/erasures': 'coordinator',
}

/** Read by each page as they are: they grow with other things than the record. */
const readBy = async (house: House, path: string, who: keyof typeof PEOPLE) => {
  const visitor = house.signIn(PEOPLE[who])
  // What is kept in memory is made at the first look.
  await visitor.get(path)
  const { ran, rows, done } = await statementsWhile(() => visitor.get(path))
  return { ran, rows, status: done.statusCode }
}

t.test('what a page of the desk reads does not grow with the record', async (t) => {
  const house = async (tables: number): Promise<House> =>
    openHouse({ t, record: recordFile((store) => fillWithYears(store, tables), 'sample') })
  const [few, many] = [await house(FEW), await house(MANY)]
  const grown = many.store.journal.count() / few.store.journal.count()
  t.ok(grown > 1.5, `the record grew ${grown.toFixed(1)} times`)
  const db = new Database(many.file)
  t.teardown(() => db.close())
  // As the clock does where a record has grown.
  db.exec('analyze')
  for (const [path, who] of Object.entries(PAGES)) {
    const [less, more] = [await readBy(few, path, who), await readBy(many, path, who)]
    t.equal(more.status, 200, path)
    t.ok(more.rows > 0 && more.ran.length > 0, `${path} reads something`)
    t.ok(
      more.rows <= less.rows * LEEWAY,
      `${path} reads ${more.rows} rows, and ${less.rows} of a smaller record`,
    )
    t.ok(
      more.ran.length <= less.ran.length * LEEWAY,
      `${path} asks ${more.ran.length} times, and ${less.ran.length} of a smaller record`,
    )
    t.same(scansIn(db, more.ran), [], `${path} reads no table from end to end`)
  }
})

/** Statements whose plan reads one of those tables whole. */
const scansIn = (db: Database.Database, statements: string[]): string[] => {
  const named = { ids: '[]', id: 1, personId: 1, before: '', nounId: '', noun: '' }
  return [...new Set(statements)].flatMap((text) => {
    if (!/^\s*(?:select|with)\b/i.test(text) || /\btouched\b|\blimit\b/.test(text)) return []
    const values = Array.from({ length: text.split('?').length - 1 }, () => null)
    const plan = /:[a-z]/i.test(text)
      ? db.prepare(`explain query plan ${text}`).all(named)
      : db.prepare(`explain query plan ${text}`).all(...values)
    return (plan as { detail: string }[])
      .map(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? '')
      .filter((table) => GROWS.includes(table))
      .map((table) => `${table}: ${text}`)
  })
}
