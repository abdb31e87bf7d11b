import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { spokenOf } from './journal-names.ts'

const SIZE = 100

/** `/desk/journal`: who did what to which record, when. The table has ids and verbs, no text. */
export const journalRoutes: readonly Route[] = [
  page('/desk/journal', 'readJournal', (visit) => journalPage(visit)),
]

const journalPage = (visit: Visit): Drawn => {
  const { store, query } = visit
  const pages = Math.max(1, Math.ceil(store.journal.count() / SIZE))
  const number = Math.min(pages, Math.max(1, Math.floor(Number(query.page)) || 1))
  const spoken = spokenOf(visit)
  return view('desk/settings/journal/index', {
    frame: frameOf(visit, 'Journal', 'journal'),
    lines: store.journal
      .list(number, SIZE)
      .map((line) => ({ ...line, spoken: spoken(line.noun, line.nounId) })),
    page: number,
    pages,
  })
}
