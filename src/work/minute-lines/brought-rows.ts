import type { Status } from '../../domain/actions/action.ts'
import type { GROUNDS } from '../../domain/depth.ts'
import {
  sameWords,
  type BroughtKind,
  type BroughtRow,
} from '../../domain/round-tables/bringing-in/brought.ts'
import {
  findOwner,
  isSeat,
  namesToMention,
  type Names,
} from '../../domain/round-tables/line/mentions.ts'
import type { When } from '../../domain/day.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { choicesOf } from '../names.ts'
import { sayingDates } from '../read-dates.ts'

/**
 * A row that is brought in, as it is understood and can be put right. `private` is its ground;
 * `double` says where it is already.
 */
export interface ReviewRow {
  number: number
  kind: BroughtKind
  text: string
  leadId: number | null
  helperIds: number[]
  by: string
  status: Status | ''
  said: string
  private: '' | (typeof GROUNDS)[number]
  double: string | null
  remarks: string[]
}

/** Who and when as the record knows them; what is not known is said, and left open. */
export const understood = (store: Store, actor: Actor, rows: BroughtRow[]): ReviewRow[] => {
  const { organisations, seats } = choicesOf(store)
  const names = namesToMention(organisations, seats, [], [])
  const ahead = sayingDates(actor.today, null)
  const read = rows.map((row, i): ReviewRow => {
    const { ids, strangers } = ownersIn(row.who, names)
    const by = row.by === '' ? undefined : ahead(row.by)
    return {
      number: i + 1,
      kind: row.kind,
      text: row.text,
      leadId: ids[0] ?? null,
      helperIds: [...new Set(ids.slice(1))].filter((id) => id !== ids[0]),
      by: row.by,
      status: row.status,
      said: row.said,
      private: '',
      double: null,
      remarks: [...row.remarks, ...mayLeadTo(store, row.text), ...strangers, ...remarksOn(row, by)],
    }
  })
  return withDoubles(store, actor, read)
}

/** The organisations that a cell names, and a remark on each name that nobody has. */
const ownersIn = (who: string, names: Names): { ids: number[]; strangers: string[] } => {
  const found = who
    .split(/\s*(?:,|\/|&|\+|\band\b)\s*/)
    .filter(Boolean)
    .map((typed) => ({ typed, owner: findOwner(typed, names) }))
  return {
    ids: found.flatMap(({ owner }) => {
      if (!('one' in owner)) return []
      return [isSeat(owner.one) ? owner.one.organisationId : owner.one.id]
    }),
    strangers: found
      .filter(({ owner }) => !('one' in owner))
      .map(({ typed }) => `We do not know who “${typed}” is. Choose who leads`),
  }
}

const remarksOn = (row: BroughtRow, by: When | undefined): string[] => [
  ...(row.kind === 'concern' && [row.who, row.by, row.status, row.said].some(Boolean)
    ? [
        'A concern has no owner, date or report. What stands there is not written down. ' +
          'Choose “Action” to keep it',
      ]
    : []),
  ...(row.by !== '' && !by ? [`We cannot read the date “${row.by}”`] : []),
]

/**
 * A list that someone kept for themselves may hold what is not for the table. Nothing is held for
 * them: they are asked.
 */
const mayLeadTo = (store: Store, text: string): string[] => {
  const found = store.sources.leadsTo(text)
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

/**
 * What is in the record already, or stands in an earlier row: by its words, among what this person
 * may know.
 */
export const withDoubles = (store: Store, actor: Actor, rows: ReviewRow[]): ReviewRow[] => {
  const known = new Map<string, string>([
    ...store.concerns
      .list(actor.who)
      .flatMap((each) =>
        each.wordings.map((wording): [string, string] => [sameWords(wording.text), 'as a concern']),
      ),
    ...store.actions
      .list(actor.who)
      .flatMap((each) =>
        each.terms.map((terms): [string, string] => [
          sameWords(terms.text),
          `as action ${each.number}`,
        ]),
      ),
  ])
  return rows.map((row) => {
    const there = known.get(sameWords(row.text))
    if (row.kind !== 'skip' && !there) known.set(sameWords(row.text), `in row ${row.number}`)
    return { ...row, double: there ? `This is here already, ${there}. It is left out` : null }
  })
}
