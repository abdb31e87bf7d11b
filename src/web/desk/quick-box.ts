import { randomUUID } from 'node:crypto'
import { termsOf } from '../../domain/action.ts'
import { timeOf } from '../../domain/day.ts'
import type { Note } from '../../domain/minutes.ts'
import type { RoundTable } from '../../domain/round-table.ts'
import type { Store } from '../../store/store.ts'
import { to } from '../to.ts'
import type { QuickBox, Written } from '../views.ts'
import type { Visit } from './door.ts'
import { HELD, namesOf, titleOfAction, titleOfConcern } from './names.ts'
import { offersFor, readAloud } from './read-lines.ts'

/** Under which address what is typed at a table is kept. */
export const placeOf = (table: RoundTable): string => to('/desk/round-tables', table.slug)

/** The concern that the next line goes under: the one the box says, else the last that came up. */
export const lastConcern = (store: Store, visit: Visit, table: RoundTable, asked: number | null): number | null => {
  const ids = store.tables.concernIds(table.id)
  const last = asked !== null && ids.includes(asked) ? asked : ids.at(-1) ?? null
  return last !== null && store.concerns.find(last, visit.who) ? last : null
}

const MOST_WRITTEN = 6
/** A letter, and nothing to read yet. */
const JUST_BEGUN = /^[caqdunh](\d*|-)$/i

/** The box as it stands: empty, or with what was kept of it. With words just typed, how they will be read. */
export const quickBox = (store: Store, visit: Visit, table: RoundTable, asked: number | null, typed?: { text: string; key: string; end?: string }): QuickBox => {
  const kept = store.lines.kept(visit.who.personId, placeOf(table)).quick
  const last = lastConcern(store, visit, table, asked)
  const ids = store.tables.concernIds(table.id)
  const concern = last === null ? undefined : store.concerns.listUnfiltered([last])[0]
  const text = typed?.text ?? kept?.text ?? ''
  return {
    text, key: typed?.key ?? (text ? kept?.key : undefined) ?? randomUUID(), last, under: concern ? `item ${ids.indexOf(concern.id) + 1}, ${titleOfConcern(concern)}` : null,
    seen: store.journal.lastId(), reads: text && !JUST_BEGUN.test(text) ? readAloud(store, visit, table, text, last, namesOf(store)) : [], offers: typed?.end === undefined ? [] : offersFor(store, visit, table, typed.end), keptAt: typed ? timeOf(visit.by.at) : null,
    written: writtenAt(store, visit, table), unread: store.notes.ofTable(table.id).filter((note) => note.unread !== null && !isHeld(store, note))
  }
}

/** The last lines of the table, by whoever typed them. What is held in private has no words here: others can see the screen (R11). */
const writtenAt = (store: Store, visit: Visit, table: RoundTable): Written[] => {
  const names = namesOf(store)
  const ids = store.tables.concernIds(table.id)
  const at = (...steps: (string | number)[]) => to('/desk/round-tables', table.slug, ...steps, 'taking-out') as `/${string}`
  return store.lines.recent(table.id, MOST_WRITTEN).flatMap((line): Written[] => {
    const by = line.personId === visit.who.personId ? null : names.person(line.personId)
    const row = { id: line.id, by, at: timeOf(line.at) }
    if (line.noun === 'round table') return [{ ...row, kind: 'Who is here', text: 'Noted', takeOut: null }]
    if (line.noun === 'note') {
      const note = store.notes.find(line.nounId, table.id)
      return note ? [{ ...row, kind: note.kind === 'decision' ? 'Decision' : 'Note', text: isHeld(store, note) ? HELD : note.text, takeOut: isHeld(store, note) && !store.concerns.find(note.concernId!, visit.who) ? null : at('notes', note.id) }] : []
    }
    if (line.noun === 'concern') {
      const concern = store.concerns.listUnfiltered([line.nounId])[0]
      if (!concern || concern.takenOutAt !== null) return []
      return [{ ...row, kind: `Item ${ids.indexOf(concern.id) + 1}`, text: titleOfConcern(concern), takeOut: store.concerns.find(concern.id, visit.who) ? at('concerns', concern.id) : null }]
    }
    const action = store.actions.listUnfiltered([line.nounId])[0]
    if (!action || action.takenOutAt !== null) return []
    const isUpdate = line.noun === 'update'
    const said = isUpdate ? action.updates.findLast((update) => update.at === line.at && update.personId === line.personId)?.text : ''
    return [{ ...row, kind: isUpdate ? `Update on ${action.number}` : `${termsOf(action).kind === 'question' ? 'Question' : 'Action'} ${action.number}`, text: action.depth === 'named' ? HELD : said || titleOfAction(action), takeOut: isUpdate || !store.actions.find(action.id, visit.who) ? null : at('actions', action.id) }]
  })
}

const isHeld = (store: Store, note: Note): boolean => note.concernId !== null && store.concerns.listUnfiltered([note.concernId])[0]?.depth === 'named'
