import { entryAt } from '../../../domain/publishing/board.ts'
import { termsOf } from '../../../domain/actions/action.ts'
import { saysNo, type Question, type Verdicts } from '../../../domain/residents/verdict.ts'
import type { Said } from '../../../store/residents/said.ts'
import type { Store } from '../../../store/store.ts'
import type { SaidOf } from '../../views/desk/residents.ts'

/**
 * The public entries that somebody answered and that pass, with what was said of each since it last
 * brought news.
 */
export const saidByResidents = (store: Store, passes: (said: Said) => boolean): SaidOf[] => {
  const board = store.published.board()
  const chosen = [...store.glances.said()].filter(passes).toSorted((a, b) => a.id - b.id)
  return chosen.flatMap(({ id, slug, question, verdicts, actionIds }) => {
    const entry = entryAt(board, slug)
    return entry
      ? [{ slug, said: entry.words.said, publicationId: id, question, verdicts, actionIds }]
      : []
  })
}

/**
 * Several say that it made no difference, or that it is still a problem: it goes back to the table.
 */
export const madeNoDifference = (store: Store): string[] =>
  saidByResidents(store, (each) => saysNo(each.question, each.verdicts)).map(
    ({ said, question, verdicts, actionIds }) => {
      const done = store.actions
        .listUnfiltered(actionIds)
        .filter((action) => action.depth !== 'named' && action.takenOutAt === null)
        .map((action) => `${action.number} ${termsOf(action).text.replace(/[.?!…]$/, '')}`)
      const counts = sayCounts(question, verdicts)
      return `${said} (${counts})${done.length > 0 ? ` ${done.join('; ')}.` : ''}`
    },
  )

const sayCounts = (question: Question, { yes, no }: Verdicts): string =>
  question === 'difference'
    ? `${no} say it made no difference, ${yes} say it did.`
    : `${yes} say it is still a problem, ${no} say it is not.`
