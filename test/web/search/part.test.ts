import Database from 'better-sqlite3'
import t from 'tap'
import { queryIn } from '../../../src/domain/search.ts'
import { preparedRecord } from '../../support/doors/doors.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { asked, foundIn } from './set-up.ts'

t.test(
  'R20: a search reads a part of the record, and finds what it would find in all of it',
  async (t) => {
    const house = await openHouse({ t, record: preparedRecord().file })
    const { store } = house
    const db = new Database(house.file, { readonly: true })
    t.teardown(() => db.close())
    const texts = db
      .prepare(
        `select text from action_terms union select text from concern_wordings union select words from drafts
      union select text from notes union select number from actions union select name from organisations
      union select name from labels union select title from seats union select slug from round_tables
      union select text from updates union select name from event_terms
      union select place from event_terms where place is not null`,
      )
      .pluck()
      .all() as string[]
    const said = [
      ...'Closed|Stall|Workshop|No date yet|Still going|Under way|January 2022|Arabic|Photo|Public page'.split(
        '|',
      ),
      ...texts,
    ]
    const words = new Set(said.flatMap((text) => queryIn(text)?.words ?? []))
    const some = [...words].filter((_, i) => i % 3 === 0)
    t.ok(some.length > 100, `${some.length} words of ${words.size}`)
    const queries = [...some, ...some.slice(0, 40).map((word, i) => `${word} ${some.at(-i - 1)!}`)]
    const visitor = house.signIn(PEOPLE.coordinator)
    const narrow = store.search.idsWith
    const ids = (of: string): Set<number> =>
      new Set(db.prepare(`select id from ${of}`).pluck().all() as number[])
    const all = {
      action: ids('actions'),
      concern: ids('concerns'),
      decision: ids("notes where kind = 'decision'"),
      publication: ids('publications'),
      event: ids('events'),
    }
    let found = 0
    for (const q of queries) {
      store.search.idsWith = narrow
      const part = foundIn(await visitor.get(asked(q)))
      store.search.idsWith = (noun) => all[noun]
      const whole = await visitor.get(asked(q))
      t.notMatch(whole.body, 'so not all were looked through')
      t.same(part, foundIn(whole), q)
      found += Object.values(part).flat().length
    }
    t.ok(found > queries.length, `${found} things were found`)
  },
)
