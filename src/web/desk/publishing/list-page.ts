import { may } from '../../../domain/may.ts'
import type { Failed } from '../../change.ts'
import type { ConcernLine } from '../../views/desk/concerns.ts'
import { view } from '../../views/desk.ts'
import type { Shown } from '../../views/desk/frame.ts'
import type { Drawn } from '../../views/view.ts'
import { capped, cappedAnd } from '../capped.ts'
import { linesOf } from '../names.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'
import { entryLines, toldThat } from './entry-lines.ts'

/** Everything that is told or on its way, and what could be told and is not begun. */
export const listPage = (visit: Visit, failed?: Failed): Drawn => {
  const { store, who, today } = visit
  const told = Map.groupBy(store.glances.told(), (each) => each.kind)
  const toldTables = new Set(told.get('round-table')?.map((each) => each.roundTableId))
  const toldYears = new Set(told.get('year')?.map((each) => each.year))
  const written = toldThat(store, ({ kind }) => kind !== 'translation').toReversed()
  const { shown, more } = cappedAnd(visit, written, (some) => entryLines(store, some))
  return view('desk/publishing/entries/index', {
    frame: frameOf(visit, 'Public entries', 'entries', failed),
    lines: shown,
    more,
    toDraft: toDraft(visit),
    untoldTables: capped(
      visit,
      store.roundTables.list().filter((table) => !toldTables.has(table.id)),
    ),
    closedYears: yearsIn(visit)
      .filter((year) => year < today.slice(0, 4) && !toldYears.has(year))
      .toSorted(),
    partnership: told.has('partnership'),
    answers:
      !told.get('answers')?.some((each) => !each.isWithdrawn) &&
      store.sources.source().answers().length > 0,
    mayDraft: may.draft(who),
  })
}

/**
 * Concerns that residents cannot see yet. What was written from something that is private by now is
 * on no list: new words can be begun (R28).
 */
const toDraft = (visit: Visit): Shown<ConcernLine> => {
  const { store, who, today } = visit
  const listed = new Set(
    toldThat(store, (each) => each.kind === 'entry' && !each.isWithdrawn).map(
      (each) => each.concernId,
    ),
  )
  const ids = [...store.glances.concerns()]
    .filter((each) => !each.isTakenOut && each.depth !== 'named' && each.mergedIntoId === null)
    .map((each) => each.id)
    .filter((id) => !listed.has(id))
  return cappedAnd(visit, ids, (some) =>
    linesOf(store, store.concerns.listOf(some, who), who, today),
  )
}

const yearsIn = ({ store: { glances } }: Visit): string[] => {
  const years = new Set<string>()
  let last = '....'
  // One comes after another mostly: a year is taken out of its text when it changes.
  const add = (at: string): void => {
    if (at.startsWith(last)) return
    last = at.slice(0, 4)
    years.add(last)
  }
  for (const { createdAt } of glances.concerns()) add(createdAt)
  for (const { agreedAt } of glances.actions()) add(agreedAt)
  return [...years]
}
