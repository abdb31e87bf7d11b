import type { BroughtRow } from '../../domain/round-tables/bringing-in/brought.ts'
import type { Store } from '../../store/store.ts'

/** What is said above each row: what was left out of it, and whom it may lead to. */
export const remarksOn = (store: Store, rows: readonly BroughtRow[]): string[][] => {
  const texts = rows.map((row) => [row.text, row.concern].filter(Boolean).join(' '))
  const found = store.sources.leadsToEach(texts)
  return rows.map((row, i) => [
    ...row.remarks,
    ...mayLeadTo(texts[i]!, found[i]!),
    ...wontKeep(row),
  ])
}

const wontKeep = (row: BroughtRow): string[] =>
  row.kind === 'concern' && [row.who, row.by, row.status, row.said].some(Boolean)
    ? [
        'A concern has no owner, date or report. What stands there is not written down. ' +
          'Choose “Action” to keep it',
      ]
    : []

/**
 * A list that someone kept for themselves may hold what is not for the table. Nothing is held for
 * them: they are asked.
 */
const mayLeadTo = (text: string, found: string[]): string[] => {
  if (found.length > 0)
    return [
      `“${found.join('”, “')}” may lead to a person or a place. Choose who may know, or write the role`,
    ]
  return /\b(family|child(ren)?)('s|’s)? (case|matter)s?\b|\b(his|her|their) (son|daughter|mother|father)\b/i.test(
    text,
  )
    ? ['It speaks of a family. Choose who may know']
    : []
}
