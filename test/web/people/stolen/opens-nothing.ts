import Database from 'better-sqlite3'
import t from 'tap'
import { CLASSES } from '../../../../src/store/classes/classes.ts'
import type { Answer, House } from '../../../support/house.ts'
import { liveHouse, stolenBytes } from './set-up.ts'

t.test(
  'R25: nothing that stands in a stolen record opens anything: no session, code, link or app',
  async (t) => {
    const { walk, secrets } = await liveHouse(t)
    const { house } = walk
    for (const { name, plain, opens } of secrets)
      t.ok(opens(plain), `${name} opens what it is for, as its holder types or sends it`)
    const bytes = stolenBytes(house)
    for (const { name, plain } of secrets)
      for (const each of [plain, plain.replace('-', '')])
        t.notOk(bytes.includes(each), `${name} does not stand in the file or its log`)
    const values = [...valuesIn(house)]
    t.ok(values.length > 2000, 'there was something to try')
    const opened: string[] = []
    for (const { name, opens } of secrets)
      for (const value of values) if (opens(value)) opened.push(`${name}: ${value.slice(0, 40)}`)
    t.same(opened, [])
    t.comment(`${values.length} values of the file were tried as each of ${secrets.length} secrets`)
  },
)

t.test(
  'R25: what is kept of a secret, sent as a cookie or in an address, is as good as a guess',
  async (t) => {
    const { walk, secrets } = await liveHouse(t)
    const { house } = walk
    const plainOf = (name: string): string => secrets.find((each) => each.name === name)!.plain
    const pages: [name: string, path: (value: string) => string][] = [
      ['a link to report', (value) => `/report/${value}`],
      ['a link to release', (value) => `/release/${value}`],
      ['a link to answer', (value) => `/answer/${value}`],
      ['an invitation', (value) => `/invitation/${value}`],
      ['a set-up link', (value) => `/set-up/${value}`],
      ['a calendar', (value) => `/calendar/${value}.ics`],
      ['a button that ends sessions', (value) => `/sign-in/ending/${value}`],
      ['the key of a follower', (value) => `/unfollow/${value}`],
    ]
    const kept = [...secretsKept(house)]
    t.ok(kept.length > 30, 'there was something to try')
    const wrong: string[] = []
    for (const [name, path] of pages) {
      const guess = said(await house.stranger().get(path('nothing')), 'nothing')
      const right = said(await house.stranger().get(path(plainOf(name))), plainOf(name))
      t.not(right, guess, `${name} opens its page`)
      for (const value of kept) {
        const answer = await house.stranger().get(path(encodeURIComponent(value)))
        if (said(answer, value) !== guess) wrong.push(`${path(value)}: ${answer.statusCode}`)
      }
    }
    for (const value of kept)
      for (const name of ['session', 'browser', 'passkey', 'account', 'onward']) {
        const visitor = house.stranger()
        visitor.cookies.set(name, encodeURIComponent(value))
        for (const path of ['/desk', '/sign-in/second-factor', '/desk/concerns/1']) {
          const { statusCode, headers } = await visitor.get(path)
          if (statusCode !== 403 && headers.location !== '/sign-in')
            wrong.push(`${name}=${value} at ${path}: ${statusCode}`)
        }
      }
    t.same(wrong, [])
    t.comment(
      `${kept.length} kept values were sent to ${pages.length} kinds of page and as 5 cookies`,
    )
  },
)

/** What an answer says, without its own address and what changes by itself. */
const said = ({ statusCode, body }: Answer, value: string): string =>
  `${statusCode} ${body
    .replaceAll(value, '')
    .replaceAll(encodeURIComponent(value), '')
    .replace(/name="once" value="[^"]*"/g, '')}`

/** Every text of the record, what stands in its lists, and what it is in another way of writing. */
function* valuesIn(house: House): Iterable<string> {
  const seen = new Set<string>()
  const db = new Database(house.file, { readonly: true })
  try {
    for (const { tbl, col } of textColumns(db))
      for (const value of db
        .prepare(`select distinct "${col}" from "${tbl}" where "${col}" <> ''`)
        .pluck()
        .all() as string[])
        for (const each of waysToSay(String(value))) seen.add(each)
  } finally {
    db.close()
  }
  yield* seen
}

/** What is kept in columns that hold secrets. */
function* secretsKept(house: House): Iterable<string> {
  const seen = new Set<string>()
  const db = new Database(house.file, { readonly: true })
  for (const { tbl, col } of textColumns(db).filter(
    ({ tbl, col }) => CLASSES[tbl]?.[col] === 'secret',
  ))
    for (const value of db
      .prepare(`select "${col}" from "${tbl}" where "${col}" <> '' limit 3`)
      .pluck()
      .all() as string[])
      seen.add(String(value).slice(0, 400))
  db.close()
  yield* seen
}

const textColumns = (db: Database.Database) =>
  db
    .prepare(
      "select m.name as tbl, c.name as col from sqlite_schema m, pragma_table_info(m.name) c where m.type = 'table' and c.type = 'TEXT'",
    )
    .all() as { tbl: string; col: string }[]

const waysToSay = (value: string): string[] => {
  const pieces = value.match(/[\w-]{6,}/g) ?? []
  const bare = value.replace(/^\w+:/, '')
  const other = /^(?:[0-9a-f]{2})+$/.test(bare)
    ? (['base64url', 'base64', 'latin1'] as const).map((as) =>
        Buffer.from(bare, 'hex').toString(as),
      )
    : [Buffer.from(bare, 'base64url').toString('hex')]
  return [value, bare, ...pieces, ...other].filter((each) => each.length >= 5)
}
