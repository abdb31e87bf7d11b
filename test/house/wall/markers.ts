import Database from 'better-sqlite3'
import type { Test } from 'tap'
import { CLASSES } from '../../../src/store/classes/classes.ts'
import type { House } from '../../support/house.ts'

export const MARKER = /zqmarker-[a-z]/i

/** Text columns that take no marker, and why. Every other one that is not public is filled. */
const UNMARKED: Record<string, string> = {
  'people.role': 'a list of words, held by a CHECK',
  'attendance.presence': 'a list of words, held by a CHECK',
  'table_guests.presence': 'a list of words, held by a CHECK',
  'concerns.depth': 'a list of words, held by a CHECK',
  'concerns.origin_kind': 'a list of words, held by a CHECK',
  'actions.depth': 'a list of words, held by a CHECK',
  'action_terms.kind': 'a list of words, held by a CHECK',
  'updates.status': 'a list of words, held by a CHECK',
  'held_ends.verdict': 'a list of words, held by a CHECK',
  'chain.verb': 'a list of words, held by a CHECK',
  'publications.kind': 'a list of words, held by a CHECK',
  'drafts.covers_ids': 'a list of ids, in JSON',
  'events.depth': 'a list of words, held by a CHECK',
  'event_terms.kind': 'a list of words, held by a CHECK',
  'programmes.depth': 'a list of words, held by a CHECK',
  'programme_points.kind': 'a list of words, held by a CHECK',
  'outcome_sights.strength': 'a list of words, held by a CHECK',
  'baton_ends.kind': 'a list of words, held by a CHECK',
  'list_answers.noun': 'a list of words, held by a CHECK',
  'list_answers.kind': 'a list of words, held by a CHECK',
  'challenges.kind': 'a list of words, held by a CHECK',
  'letters.kind': 'a list of words, held by a CHECK',
  'letter_decisions.verb': 'a list of words, held by a CHECK',
  'returned_letters.how': 'a list of words, held by a CHECK',
  'notices.why': 'a list of words, held by a CHECK',
  'followers.often': 'a list of words, held by a CHECK',
  'follows.scope': 'a list of words, held by a CHECK',
  'follows.often': 'a list of words, held by a CHECK',
  'letter_choices.frequency': 'a list of words, held by a CHECK',
  'requests.kind': 'a list of words, held by a CHECK',
  'request_steps.kind': 'a list of words, held by a CHECK',
  'message_outcomes.kind': 'a list of words, held by a CHECK',
  'replies.kind': 'a list of words, held by a CHECK',
  'verdicts.verdict': 'a list of words, held by a CHECK',
  'verdicts.question': 'a list of words, held by a CHECK',
  'passing_words.kind': 'a list of words, held by a CHECK',
  'minute_readers.depth': 'a list of words, held by a CHECK',
  'agenda_outcomes.outcome': 'a list of words, held by a CHECK',
  'notes.kind': 'a list of words, held by a CHECK',
  'plan_changes.verb': 'a list of words, held by a CHECK',
  'plan_changes.expected_ids': 'a list of ids, in JSON',
  'table_series.expected_ids': 'a list of ids, in JSON',
  'guest_answers.answer': 'a list of words, held by a CHECK',
  'table_answers.answer': 'a list of words, held by a CHECK',
}
/** JSON columns: the markers go into their strings. */
const JSON_COLUMNS = [
  'drafts.words',
  'kept_forms.fields',
  'agendas.slots',
  'kept_agendas.slots',
  'standing_orders.slots',
  'unsent_texts.fields',
  'challenges.secrets',
]

/** Every text column that is not public, filled. */
export function mark(t: Test, house: House): string[] {
  const db = new Database(house.file)
  const triggers = db
    .prepare("select name from sqlite_schema where type = 'trigger'")
    .pluck()
    .all() as string[]
  for (const name of triggers.filter((each) => !each.startsWith('copies_')))
    db.exec(`drop trigger "${name}"`)
  const marked: string[] = []
  const columns = db
    .prepare(
      "select m.name as tbl, c.name as col from sqlite_schema m, pragma_table_info(m.name) c where m.type = 'table' and c.type = 'TEXT' and m.name not like '\\_\\_%' escape '\\' and m.name not like 'sqlite%'",
    )
    .all() as { tbl: string; col: string }[]
  for (const { tbl, col } of columns.filter(({ tbl, col }) => CLASSES[tbl]?.[col] !== 'public')) {
    const name = `${tbl}.${col}`
    const marker = `zqmarker-${tbl}-${col}`.replaceAll('_', '-')
    if (UNMARKED[name]) {
      t.throws(() => {
        db.prepare(`update "${tbl}" set "${col}" = ?`).run(marker)
        if (UNMARKED[name] === 'a list of ids, in JSON') throw new Error(UNMARKED[name])
      }, `${name} is ${UNMARKED[name]}`)
      continue
    }
    if (JSON_COLUMNS.includes(name)) {
      for (const { id, json } of db.prepare(`select id, "${col}" as json from "${tbl}"`).all() as {
        id: number
        json: string
      }[]) {
        db.prepare(`update "${tbl}" set "${col}" = ? where id = ?`).run(
          JSON.stringify(JSON.parse(json), (_, value) =>
            typeof value === 'string' ? `${marker} ${value}` : value,
          ),
          id,
        )
      }
    } else db.prepare(`update "${tbl}" set "${col}" = ? || '-' || rowid`).run(marker)
    const rows = db
      .prepare(`select count(*) from "${tbl}" where "${col}" like '%zqmarker-%'`)
      .pluck()
      .get() as number
    if (rows > 0) marked.push(name)
    else t.fail(`nothing was marked in ${name}: write a row there first`)
  }
  t.same(
    Object.keys(UNMARKED).filter(
      (name) => !columns.some(({ tbl, col }) => `${tbl}.${col}` === name),
    ),
    [],
    'no reason is given for a column that is not there',
  )
  db.close()
  return marked
}
