import type Database from 'better-sqlite3'
import type { Db } from '../database.ts'
import { write } from '../transactions.ts'
import { beginChain } from './begin.ts'
import { COVERED, type Covered } from './covered.ts'
import { digestInHex, headInHex } from './digests.ts'

/**
 * From now on each row of a covered table that is written through this connection gets its link in
 * the same statement, whoever writes it. What is there already comes into the chain first. The
 * triggers are this connection's own: what is written past the program has no link, and is noticed.
 */
export const keepChain = (db: Db): void => {
  const { $client: client } = db
  if (!hasChain(client)) return
  // Another program beside this one may have begun it just now.
  if (!isBegun(client)) write(db, () => isBegun(client) || beginChain(client))
  client.function('chain_digest', { varargs: true }, (...given: unknown[]) =>
    digestInHex(...(given as Parameters<typeof digestInHex>)),
  )
  client.function('chain_head', { varargs: true }, (...given: unknown[]) =>
    headInHex(...(given as Parameters<typeof headInHex>)),
  )
  for (const each of COVERED) client.exec(triggersOf(each).join(';\n'))
}

/** A record that an older program made has none before it is migrated. */
export const hasChain = (client: Database.Database): boolean =>
  client.prepare("select 1 from sqlite_schema where name = 'chain'").get() !== undefined

/** For good: one that was emptied is not begun again, or nobody would notice. */
export const isBegun = (client: Database.Database): boolean =>
  client.prepare("select 1 from sqlite_sequence where name = 'chain'").get() !== undefined

const triggersOf = (covered: Covered): string[] => [
  written(covered),
  kept(covered),
  ...(covered.becomes ? [changed(covered)] : []),
  covered.mayGo ? gone(covered) : stays(covered),
]

const written = ({ table, facts, words, isTold }: Covered): string => {
  const hasWords = words.length > 0
  return trigger(table, 'written', 'after insert', [
    `insert into chain (table_name, row_id, verb, facts_salt, facts, words_salt, words, head)
      values ('${table}', new.id, 'written', randomblob(16), ${LATER},
      ${hasWords ? `randomblob(16), ${LATER}` : 'null, null'}, ${LATER})`,
    `update chain set facts = ${digest('facts_salt', ['id', ...facts])}
      ${hasWords ? `, words = ${digest('words_salt', words)}` : ''} ${THIS}`,
    HEAD,
    ...(isTold ? [sealOf(table)] : []),
  ])
}

/** What the program itself must never do stops here. */
const kept = ({ table, facts, words, becomes }: Covered): string => {
  const fixed = ['id', ...facts, ...(becomes === 'forgotten' ? [] : words)]
  const isSet = becomes === 'set' ? words.map((name) => `old."${name}" is not null`) : null
  const changes = (names: readonly string[]) =>
    names.map((name) => `old."${name}" is not new."${name}"`).join(' or ')
  const stop = isSet
    ? `${changes(['id', ...facts])} or ((${changes(words)}) and (${isSet.join(' or ')}))`
    : changes(fixed)
  return trigger(table, 'kept', 'before update', [`${STOP}'${table} is only added to')`], stop)
}

const changed = ({ table, words, becomes }: Covered): string =>
  trigger(
    table,
    'changed',
    `after update of ${words.map((name) => `"${name}"`).join(', ')}`,
    [
      // Without its salt a digest tells nobody what the word was: not by trying every word either.
      ...(becomes === 'forgotten' ? [forgetSalts(table, 'words_salt = null', 'new')] : []),
      `insert into chain (table_name, row_id, verb, words_salt, words, head)
        values ('${table}', new.id, '${becomes}', randomblob(16), ${LATER}, ${LATER})`,
      `update chain set words = ${digest('words_salt', words)} ${THIS}`,
      HEAD,
    ],
    words.map((name) => `old."${name}" is not new."${name}"`).join(' or '),
  )

const gone = ({ table }: Covered): string =>
  trigger(table, 'gone', 'after delete', [
    forgetSalts(table, 'facts_salt = null, words_salt = null', 'old'),
    `insert into chain (table_name, row_id, verb, head) values ('${table}', old.id, 'gone', ${LATER})`,
    HEAD,
  ])

const stays = ({ table }: Covered): string =>
  trigger(table, 'stays', 'before delete', [`${STOP}'${table} is only added to')`])

/** Within a trigger it is the link that the trigger itself has just added. */
const THIS = 'where id = last_insert_rowid()'
const HEAD = `update chain set head = unhex(chain_head(
  (select lower(hex(head)) from chain where id = last_insert_rowid() - 1),
  id, table_name, row_id, verb, lower(hex(facts)), lower(hex(words)))) ${THIS}`
/** As long as what takes its place, so that the row stays where it is. */
const LATER = 'zeroblob(32)'
const STOP = 'select raise(abort, '

/** The public side is handed the head, and never how many links there are (R10, R11). */
const sealOf = (table: string): string =>
  `insert into seals ("on", head) select ${
    table === 'releases' ? '(select published_on from copies where id = new.copy_id)' : 'new."on"'
  }, lower(hex(head)) from chain ${THIS}`

const forgetSalts = (table: string, set: string, row: 'new' | 'old'): string =>
  `update chain set ${set} where table_name = '${table}' and row_id = ${row}.id`

const digest = (salt: string, names: readonly string[]): string =>
  `unhex(chain_digest(lower(hex(${salt})), ${names.map((name) => `'${name}', new."${name}"`).join(', ')}))`

const trigger = (
  table: string,
  name: string,
  when: string,
  steps: string[],
  condition?: string,
): string =>
  `create temp trigger if not exists "chain_${table}_${name}" ${when} on main."${table}"
  ${condition ? `when ${condition}` : ''} begin ${steps.join('; ')}; end`
