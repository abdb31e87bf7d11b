import { toldSince } from '../../../domain/publishing/related.ts'
import { termsOf } from '../../../domain/actions/action.ts'
import { saysNo } from '../../../domain/residents/verdict.ts'
import type { Store } from '../../../store/store.ts'
import type { SaidOf } from '../../views/desk/residents.ts'

/**
 * Every public entry that somebody answered, with what was said of it since it last brought news.
 */
export const saidByResidents = (store: Store): SaidOf[] => {
  const board = store.published.board()
  const answered = new Set(store.verdicts.listSlugs())
  const publications =
    answered.size === 0
      ? []
      : store.publications
          .list()
          .filter((each) => each.kind === 'entry' && each.slug !== null && answered.has(each.slug))
  return publications.flatMap((publication) => {
    const entry = board.entries.find((each) => each.slug === publication.slug)
    const draft = publication.drafts.find(
      (each) => each.id === publication.releases.at(-1)?.draftId,
    )
    return entry && draft
      ? [
          {
            slug: entry.slug,
            said: entry.words.said,
            publicationId: publication.id,
            verdicts: store.verdicts.count(entry.slug, entry.version, toldSince(entry)),
            actionIds: draft.coversIds,
          },
        ]
      : []
  })
}

/** Several say that it made no difference: what was done goes back to the table. */
export const madeNoDifference = (store: Store): string[] => {
  const actions = store.actions.listUnfiltered()
  return saidByResidents(store)
    .filter((each) => saysNo(each.verdicts))
    .map(({ said, verdicts, actionIds }) => {
      const done = actions
        .filter((action) => actionIds.includes(action.id) && action.depth !== 'named')
        .map((action) => `${action.number} ${termsOf(action).text.replace(/[.?!…]$/, '')}`)
      const counts = `${verdicts.no} say it made no difference, ${verdicts.yes} say it did.`
      return `${said} (${counts})${done.length > 0 ? ` ${done.join('; ')}.` : ''}`
    })
}
