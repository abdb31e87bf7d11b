import { report } from '../../domain/actions/reporting.ts'
import { agree, type AgreedAction } from '../../domain/actions/agreement.ts'
import { type Status } from '../../domain/actions/action.ts'
import { sameWords, type BroughtRow } from '../../domain/round-tables/line/bringing-in.ts'
import { raise, type Raised } from '../../domain/concerns/concern.ts'
import type { Decision, Refusal } from '../../domain/decision.ts'
import { findOwner, isSeat, namesToMention } from '../../domain/round-tables/line/mentions.ts'
import { isRepresented, type RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import { sayingDates } from '../read-dates.ts'
import type { GROUNDS } from '../../domain/depth.ts'
import type { BroughtKind } from '../../domain/round-tables/line/bringing-in.ts'
import type { Actor } from '../actor.ts'
import { choicesOf } from '../names.ts'

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

/**
 * How long each field of a row may be; said beside its row, so that what was put right in the
 * others is not lost (R23).
 */
const LONGEST_OF = { text: 1000, by: 60, said: 2000 } as const

/** A row that is ready: what the record will hold, decided by the domain. */
export interface Ready {
  row: ReviewRow
  concern?: Raised
  action?: AgreedAction
  said?: { status: Status; text: string }
}

/** Who and when as the record knows them; what is not known is said, and left open. */
export const understood = (store: Store, actor: Actor, rows: BroughtRow[]): ReviewRow[] => {
  const { organisations, seats } = choicesOf(store)
  const names = namesToMention(organisations, seats, [], [])
  const ahead = sayingDates(actor.today, null)
  return withDoubles(
    store,
    actor,
    rows.map((row, i) => {
      const found = row.who
        .split(/\s*(?:,|\/|&|\+|\band\b)\s*/)
        .filter(Boolean)
        .map((typed) => ({ typed, owner: findOwner(typed, names) }))
      const ids = found.flatMap(({ owner }) =>
        'one' in owner ? [isSeat(owner.one) ? owner.one.organisationId : owner.one.id] : [],
      )
      const strangers = found
        .filter(({ owner }) => !('one' in owner))
        .map(({ typed }) => `We do not know who “${typed}” is. Choose who leads`)
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
        private: '' as const,
        double: null,
        remarks: [
          ...row.remarks,
          ...mayLeadTo(store, row.text),
          ...strangers,
          ...(row.kind === 'concern' && [row.who, row.by, row.status, row.said].some(Boolean)
            ? [
                'A concern has no owner, date or report. What stands there is not written down. Choose “Action” to keep it',
              ]
            : []),
          ...(row.by !== '' && !by ? [`We cannot read the date “${row.by}”`] : []),
        ],
      }
    }),
  )
}

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

/** What the record will hold of a row, or why it cannot, with the number of the row. */
export const decideRow = (
  actor: Actor,
  row: ReviewRow,
  table: RoundTable | undefined,
): { ready?: Ready; refusals: Refusal[] } => {
  const named = row.private !== ''
  const tooLong = (['text', 'by', 'said'] as const).find(
    (field) => row[field].length > LONGEST_OF[field],
  )
  if (tooLong)
    return {
      refusals: [
        {
          field: `row-${row.number}`,
          reason: `Row ${row.number}: ${{ text: 'the words are', by: 'the date is', said: 'what was said of it is' }[tooLong]} too long. ${LONGEST_OF[tooLong]} characters at most`,
        },
      ],
    }
  const from = (decision: Decision<unknown>): Refusal[] =>
    decision.accepted
      ? []
      : decision.refusals.map((each) => ({
          field: `row-${row.number}`,
          reason: `Row ${row.number}: ${each.reason}`,
        }))
  if (row.kind === 'concern') {
    const concern = raise(
      {
        text: row.text,
        raisedOn: actor.today,
        originKind: 'other',
        originNote: 'Brought in from a list',
        themeId: null,
        areaId: null,
        depth: named ? 'named' : 'table',
        ground: row.private || null,
        list: [actor.who.personId],
      },
      actor.today,
    )
    return concern.accepted
      ? { ready: { row, concern: concern.value }, refusals: [] }
      : { refusals: from(concern) }
  }
  const by = row.by === '' ? null : sayingDates(actor.today, null)(row.by)
  if (by === undefined)
    return {
      refusals: [
        {
          field: `row-${row.number}`,
          reason: `Row ${row.number}: write a day like 28/4, or a month like April 2022`,
        },
      ],
    }
  const kind =
    row.kind === 'standing'
      ? ('standing' as const)
      : row.kind === 'question'
        ? ('question' as const)
        : ('one-off' as const)
  const action = agree(
    { text: row.text, kind, leadId: row.leadId, seatId: null, helperIds: row.helperIds, by },
    (id) => (table ? isRepresented(table, id) : id === actor.who.organisationId),
  )
  if (!action.accepted) return { refusals: from(action) }
  if (row.status === '' && row.said === '')
    return { ready: { row, action: action.value }, refusals: [] }
  if (row.status === '')
    return {
      refusals: [
        {
          field: `row-${row.number}`,
          reason: `Row ${row.number}: choose where it stands, since something was said of it`,
        },
      ],
    }
  const { status } = row
  const said = report(
    { ...NOTHING_YET, terms: [{ ...NOTHING_YET.terms[0]!, ...action.value }] },
    { status, text: row.said, waitingFor: status === 'waiting' ? row.said : null, on: null },
  )
  return said.accepted
    ? { ready: { row, action: action.value, said: { status, text: row.said } }, refusals: [] }
    : { refusals: from(said) }
}

/** Writes down a row that is ready, at the table where there is one. */
export const recordRow = (
  store: Store,
  actor: Actor,
  { row, concern, action, said }: Ready,
  table: RoundTable | undefined,
): void => {
  if (concern) {
    const id = store.concerns.record(concern, { roundTableId: null, splitFromId: null }, actor.by)
    if (table) store.roundTables.recordConcern(table.id, id, actor.by)
  }
  if (!action) return
  const id = store.actions.record(
    action,
    {
      roundTableId: table?.id ?? null,
      concernIds: [],
      depth: row.private ? 'named' : 'table',
      ground: row.private || null,
      list: [actor.who.personId],
    },
    actor.by,
  )
  if (said)
    store.actions.recordUpdate(
      id,
      { ...said, waitingFor: said.status === 'waiting' ? said.text : null, on: null },
      { organisationId: action.leadId, seatId: null, roundTableId: table?.id ?? null },
      actor.by,
    )
}

/** An action of which nothing has been said, to ask the domain whether a report on it stands. */
const NOTHING_YET = {
  id: 0,
  number: '',
  roundTableId: null,
  concernIds: [],
  depth: 'table' as const,
  ground: null,
  list: [],
  agreedAt: '',
  updates: [],
  acceptances: [],
  closings: [],
  takenOutAt: null,
  terms: [
    {
      id: 0,
      text: '',
      kind: 'one-off' as const,
      leadId: null,
      seatId: null,
      helperIds: [],
      by: null,
      proposed: false,
      reason: null,
      personId: 0,
      at: '',
    },
  ],
}
