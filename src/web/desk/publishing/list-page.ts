import { may } from '../../../domain/may.ts'
import type { Failed } from '../../change.ts'
import type { ConcernLine } from '../../views/desk/concerns.ts'
import { view } from '../../views/desk.ts'
import type { EntryLine } from '../../views/desk/publishing.ts'
import type { Drawn } from '../../views/view.ts'
import { capped } from '../capped.ts'
import { linesOf } from '../names.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'
import { entryLines } from './entry-lines.ts'

/** Everything that is told or on its way, and what could be told and is not begun. */
export const listPage = (visit: Visit, failed?: Failed): Drawn => {
  const { store, who, today } = visit
  const told = store.publications.list()
  const lines = entryLines(store)
  const isTold = (kind: string, is: (each: (typeof told)[number]) => boolean): boolean =>
    told.some((each) => each.kind === kind && is(each))
  const written = lines.filter(({ publication }) => publication.kind !== 'translation')
  const { shown, more } = capped(visit, written.toReversed())
  return view('desk/publishing/entries/index', {
    frame: frameOf(visit, 'Public entries', 'entries', failed),
    lines: shown,
    more,
    toDraft: capped(visit, toDraft(visit, lines)),
    untoldTables: store.roundTables
      .list()
      .filter((table) => !isTold('round-table', (each) => each.roundTableId === table.id)),
    closedYears: yearsIn(visit)
      .filter((year) => year < today.slice(0, 4) && !isTold('year', (each) => each.year === year))
      .toSorted(),
    partnership: isTold('partnership', () => true),
    answers:
      !isTold('answers', (each) => each.withdrawal === null) &&
      store.sources.source().answers().length > 0,
    mayDraft: may.draft(who),
  })
}

/**
 * Concerns that residents cannot see yet. What was written from something that is private by now is
 * on no list: new words can be begun (R28).
 */
const toDraft = ({ store, who, today }: Visit, lines: EntryLine[]): ConcernLine[] => {
  const listed = new Set(lines.map(({ publication }) => publication.id))
  return linesOf(store, store.concerns.list(who), who, today).filter(
    ({ concern, publication }) =>
      concern.depth !== 'named' &&
      concern.mergedIntoId === null &&
      (!publication || publication.withdrawal !== null || !listed.has(publication.id)),
  )
}

const yearsIn = ({ store }: Visit): string[] => [
  ...new Set([
    ...store.concerns.listUnfiltered().map((each) => each.createdAt.slice(0, 4)),
    ...store.actions.listUnfiltered().map((each) => each.agreedAt.slice(0, 4)),
  ]),
]
