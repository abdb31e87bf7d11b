import type { Visit } from '../visit.ts'
import type { Names } from '../../../work/names.ts'
import { HELD, namesOf, titleOfAction, titleOfConcern } from '../../../work/names.ts'
import { randomUUID } from 'node:crypto'
import { termsOf } from '../../../domain/actions/action.ts'
import type { Concern } from '../../../domain/concerns/concern.ts'
import { timeOf } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import type { Note } from '../../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Store } from '../../../store/store.ts'
import { to } from '../../to.ts'
import type { BoxReading, QuickBox, Written } from '../../views/desk/round-tables.ts'
import { offersFor, readAloud, short } from '../../../work/minute-lines/read-lines.ts'

/** Under which address what is typed at a table is kept. */
export const placeOf = (table: RoundTable): string => to('/desk/round-tables', table.slug)

/**
 * The concern that the next line goes under: the one the box says, else the last that came up,
 * where this person may know it.
 */
export const lastConcern = (
  store: Store,
  visit: Visit,
  table: RoundTable,
  asked: number | null,
): Concern | undefined => {
  const unasked = store.typedLines.becameHeld(table.id)
  const ids = store.roundTables.concernIds(table.id).filter((id) => !unasked.includes(id))
  const last = asked !== null && ids.includes(asked) ? asked : ids.at(-1)
  return last === undefined ? undefined : store.concerns.find(last, visit.who)
}

const MOST_WRITTEN = 6
/** A letter, and nothing to read yet. */
const JUST_BEGUN = /^[caqdunh](\d*|-)$/i

/** How what is in the box will be read, and what may complete it while it is typed. */
export const boxReading = (
  store: Store,
  visit: Visit,
  table: RoundTable,
  asked: number | null,
  typed: { text: string; end?: string },
  keptAt: string | null,
): BoxReading => ({
  text: typed.text,
  keptAt,
  offers: typed.end === undefined ? [] : offersFor(store, visit, table, typed.end),
  reads:
    typed.text && !JUST_BEGUN.test(typed.text)
      ? readAloud(
          store,
          visit,
          table,
          typed.text,
          lastConcern(store, visit, table, asked)?.id ?? null,
          namesOf(store),
        )
      : [],
})

/**
 * The box as it stands: empty, or with what was kept of it, or just typed; and the last lines above
 * it.
 */
export const quickBox = (
  store: Store,
  visit: Visit,
  table: RoundTable,
  asked: number | null,
  typed?: { text: string; key: string },
): QuickBox => {
  const kept = store.typedLines.kept(visit.who.personId, placeOf(table)).quick
  const concern = lastConcern(store, visit, table, asked)
  const ids = store.roundTables.itemIds(table.id)
  const notes = store.notes.ofTable(table.id)
  const text = typed?.text ?? kept?.text ?? ''
  const unread = notes.filter((note) => note.unread !== null)
  const held = store.concerns
    .listUnfiltered([...new Set(unread.flatMap((note) => note.concernId ?? []))])
    .filter((each) => each.depth === 'named')
    .map((each) => each.id)
  return {
    ...boxReading(store, visit, table, asked, { text }, typed ? timeOf(visit.by.at) : null),
    key: typed?.key ?? (text ? kept?.key : undefined) ?? randomUUID(),
    last: concern?.id ?? null,
    underHeld: concern?.depth === 'named',
    under: concern
      ? `item ${ids.indexOf(concern.id) + 1}, ${short(titleOfConcern(concern))}`
      : null,
    seen: store.journal.lastId(),
    written: writtenAt(store, visit, table, ids, notes, namesOf(store)),
    unread: unread.filter((note) => note.concernId === null || !held.includes(note.concernId)),
  }
}

/**
 * The last lines of the table, by whoever typed them. What is held in private has no words here:
 * others can see the screen (R11).
 */
const writtenAt = (
  store: Store,
  visit: Visit,
  table: RoundTable,
  ids: number[],
  notes: Note[],
  names: Names,
): Written[] => {
  const lines = store.typedLines.recent(table.id, MOST_WRITTEN)
  const idsOf = (...nouns: string[]) => [
    ...new Set(lines.filter((line) => nouns.includes(line.noun)).map((line) => line.nounId)),
  ]
  const actions = store.actions.listUnfiltered(idsOf('action', 'update'))
  const shown = notes.filter((note) => idsOf('note').includes(note.id))
  const concerns = store.concerns.listUnfiltered([
    ...new Set([...idsOf('concern', 'held'), ...shown.flatMap((note) => note.concernId ?? [])]),
  ])
  const at = (...steps: (string | number)[]) =>
    to('/desk/round-tables', table.slug, ...steps, 'taking-out') as `/${string}`
  return lines.flatMap((line): Written[] => {
    const row = {
      id: line.id,
      isConcern: false,
      by: line.personId === visit.who.personId ? null : names.person(line.personId),
      at: timeOf(line.at),
    }
    if (line.noun === 'round table')
      return [{ ...row, kind: 'Who is here', text: 'Noted', takeOut: null }]
    if (line.noun === 'note') {
      const note = shown.find((each) => each.id === line.nounId)
      const above = concerns.find((each) => each.id === note?.concernId)
      return note
        ? [
            {
              ...row,
              kind: note.kind === 'decision' ? 'Decision' : 'Note',
              text: above?.depth === 'named' ? HELD : note.text,
              takeOut: above && !may.see(visit.who, above) ? null : at('notes', note.id),
            },
          ]
        : []
    }
    if (line.noun === 'concern' || line.noun === 'held') {
      const concern = concerns.find((each) => each.id === line.nounId)
      if (!concern || concern.takenOutAt !== null) return []
      return [
        {
          ...row,
          kind: `Item ${ids.indexOf(concern.id) + 1}`,
          text: titleOfConcern(concern),
          isConcern: concern.depth !== 'named',
          takeOut: may.see(visit.who, concern) ? at('concerns', concern.id) : null,
        },
      ]
    }
    const action = actions.find((each) => each.id === line.nounId)
    if (!action || action.takenOutAt !== null) return []
    const isUpdate = line.noun === 'update'
    const said = isUpdate
      ? action.updates.findLast(
          (update) => update.at === line.at && update.personId === line.personId,
        )?.text
      : ''
    return [
      {
        ...row,
        kind: isUpdate
          ? `Update on ${action.number}`
          : `${termsOf(action).kind === 'question' ? 'Question' : 'Action'} ${action.number}`,
        text: action.depth === 'named' ? HELD : said || titleOfAction(action),
        takeOut: isUpdate || !may.see(visit.who, action) ? null : at('actions', action.id),
      },
    ]
  })
}
