import type { Desk } from '../visit.ts'
import { show } from '../../answer.ts'
import { view } from '../../views/desk.ts'

const SIZE = 100

/** `/desk/journal`: who did what to which record, when. Ids and verbs, no text. */
export const journalRoutes = ({ get, store, frame }: Desk): void => {
  get('/desk/journal', 'readJournal', (visit) => {
    const pages = Math.max(1, Math.ceil(store.journal.count() / SIZE))
    const page = Math.min(pages, Math.max(1, Math.floor(Number(visit.query.page)) || 1))
    return show(
      visit.reply,
      view('desk/settings/journal/index', {
        frame: frame(visit, 'Journal', 'journal'),
        lines: store.journal.list(page, SIZE),
        page,
        pages,
      }),
    )
  })
}
