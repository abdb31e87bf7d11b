import { toldSince } from '../../../domain/publishing/related.ts'
import { termsOf } from '../../../domain/actions/action.ts'
import {
  questionOf,
  saysNo,
  type Question,
  type Verdicts,
} from '../../../domain/residents/verdict.ts'
import type { Store } from '../../../store/store.ts'
import type { SaidOf } from '../../views/desk/residents.ts'

/**
 * Every public entry that somebody answered, with what was said of it since it last brought news.
 */
export const saidByResidents = (store: Store): SaidOf[] => {
  const board = store.published.board()
  const answered = new Set(store.verdicts.listSlugs())
  const told = [...store.glances.told()].filter(
    (each) => each.kind === 'entry' && each.slug !== null && answered.has(each.slug),
  )
  return store.publications.listOf(told.map((each) => each.id)).flatMap((publication) => {
    const entry = board.entries.find((each) => each.slug === publication.slug)
    const draft = publication.drafts.find(
      (each) => each.id === publication.releases.at(-1)?.draftId,
    )
    const question = questionOf(entry?.words.standing ?? 'unanswered')
    return entry && draft
      ? [
          {
            slug: entry.slug,
            said: entry.words.said,
            publicationId: publication.id,
            question,
            verdicts: store.verdicts.count(entry.slug, question, entry.version, toldSince(entry)),
            actionIds: draft.coversIds,
          },
        ]
      : []
  })
}

/**
 * Several say that it made no difference, or that it is still a problem: it goes back to the table.
 */
export const madeNoDifference = (store: Store): string[] => {
  return saidByResidents(store)
    .filter((each) => saysNo(each.question, each.verdicts))
    .map(({ said, question, verdicts, actionIds }) => {
      const done = store.actions
        .listUnfiltered(actionIds)
        .filter((action) => action.depth !== 'named' && action.takenOutAt === null)
        .map((action) => `${action.number} ${termsOf(action).text.replace(/[.?!…]$/, '')}`)
      const counts = sayCounts(question, verdicts)
      return `${said} (${counts})${done.length > 0 ? ` ${done.join('; ')}.` : ''}`
    })
}

const sayCounts = (question: Question, { yes, no }: Verdicts): string =>
  question === 'difference'
    ? `${no} say it made no difference, ${yes} say it did.`
    : `${yes} say it is still a problem, ${no} say it is not.`
