import { termsOf, type Action } from '../../../../domain/actions/action.ts'
import type { Concern } from '../../../../domain/concerns/concern.ts'
import { timeOf } from '../../../../domain/day.ts'
import { may } from '../../../../domain/may.ts'
import type { Note } from '../../../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import type { Turn } from '../../../../store/round-tables/agendas.ts'
import type { WrittenLine } from '../../../../store/round-tables/typed-lines.ts'
import { HELD, namesOf, titleOfAction, titleOfConcern } from '../../../../work/names.ts'
import { to } from '../../../to.ts'
import type { Written } from '../../../views/desk/round-tables.ts'
import type { Visit } from '../../visit.ts'

const MOST_WRITTEN = 6

/** What a row is drawn from: all that the last lines became, read once. */
interface Made {
  visit: Visit
  table: RoundTable
  itemIds: number[]
  notes: Note[]
  concerns: Concern[]
  actions: Action[]
  turns: Turn[]
}
/** What is particular to one kind of row. */
type Told = Pick<Written, 'kind' | 'text' | 'takeOut'> & { isConcern?: boolean }

/**
 * The last lines of the table, by whoever typed them. What is held in private has no words here:
 * others can see the screen (R11).
 */
export const writtenAt = (
  visit: Visit,
  table: RoundTable,
  itemIds: number[],
  notes: Note[],
): Written[] => {
  const { store, who } = visit
  const lines = store.typedLines.recent(table.id, MOST_WRITTEN)
  const made = madeOf(visit, table, itemIds, notes, lines)
  const names = namesOf(store)
  return lines.flatMap((line) => {
    const told = tell(made, line)
    const by = line.personId === who.personId ? null : names.person(line.personId)
    return told ? [{ isConcern: false, ...told, id: line.id, by, at: timeOf(line.at) }] : []
  })
}

const madeOf = (
  visit: Visit,
  table: RoundTable,
  itemIds: number[],
  notes: Note[],
  lines: WrittenLine[],
): Made => {
  const idsOf = (...nouns: WrittenLine['noun'][]): number[] =>
    lines.filter((line) => nouns.includes(line.noun)).map((line) => line.nounId)
  const shown = notes.filter((note) => idsOf('note').includes(note.id))
  const concernIds = [...idsOf('concern', 'held'), ...shown.flatMap((each) => each.concernId ?? [])]
  const actionIds = lines.flatMap((line) => line.actionId ?? [])
  return {
    visit,
    table,
    itemIds,
    notes: shown,
    concerns: visit.store.concerns.listUnfiltered([...new Set(concernIds)]),
    actions: visit.store.actions.listUnfiltered([...new Set(actionIds)]),
    turns: idsOf('turn').length > 0 ? visit.store.agendas.turns(table.id) : [],
  }
}

/** A line in words, or nothing where what it became was taken out since. */
const tell = (made: Made, line: WrittenLine): Told | undefined => {
  switch (line.noun) {
    case 'round table':
      return { kind: 'Who is here', text: 'Noted', takeOut: null }
    case 'note':
      return tellNote(made, line)
    case 'turn':
      return tellTurn(made, line)
    case 'concern':
    case 'held':
      return tellConcern(made, line)
    default:
      return tellAction(made, line)
  }
}

const tellTurn = ({ turns }: Made, { nounId }: WrittenLine): Told => ({
  kind: 'Now',
  text: turns.find(({ id }) => id === nounId)?.title ?? '',
  takeOut: null,
})

const tellNote = ({ visit, table, notes, concerns }: Made, line: WrittenLine): Told | undefined => {
  const note = notes.find((each) => each.id === line.nounId)
  if (!note) return undefined
  const above = concerns.find((each) => each.id === note.concernId)
  return {
    kind: note.kind === 'decision' ? 'Decision' : 'Note',
    text: above?.depth === 'named' ? HELD : note.text,
    takeOut: above && !may.see(visit.who, above) ? null : takeOutOf(table, 'notes', note.id),
  }
}

const tellConcern = (
  { visit, table, itemIds, concerns }: Made,
  line: WrittenLine,
): Told | undefined => {
  const concern = concerns.find((each) => each.id === line.nounId)
  if (!concern || concern.takenOutAt !== null) return undefined
  return {
    kind: `Item ${itemIds.indexOf(concern.id) + 1}`,
    text: titleOfConcern(concern),
    isConcern: concern.depth !== 'named',
    takeOut: may.see(visit.who, concern) ? takeOutOf(table, 'concerns', concern.id) : null,
  }
}

const tellAction = ({ visit, table, actions }: Made, line: WrittenLine): Told | undefined => {
  const action = actions.find((each) => each.id === line.actionId)
  if (!action || action.takenOutAt !== null) return undefined
  if (line.noun !== 'action') {
    const report =
      line.noun === 'report' ? action.updates.find((each) => each.id === line.nounId) : undefined
    return {
      kind: `Update on ${action.number}`,
      text: action.depth === 'named' ? HELD : report?.text || titleOfAction(action),
      takeOut: null,
    }
  }
  const kind = termsOf(action).kind === 'question' ? 'Question' : 'Action'
  return {
    kind: `${kind} ${action.number}`,
    text: titleOfAction(action),
    takeOut: may.see(visit.who, action) ? takeOutOf(table, 'actions', action.id) : null,
  }
}

const takeOutOf = (
  table: RoundTable,
  noun: 'notes' | 'concerns' | 'actions',
  id: number,
): `/${string}` => to('/desk/round-tables', table.slug, noun, id, 'taking-out') as `/${string}`
