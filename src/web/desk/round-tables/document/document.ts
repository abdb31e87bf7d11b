import type { Action } from '../../../../domain/actions/action.ts'
import type { Note } from '../../../../domain/round-tables/minutes.ts'
import type { Called } from '../../../../domain/round-tables/paper.ts'
import {
  closingLines,
  saidLines,
  termsLines,
} from '../../../../domain/round-tables/review-section.ts'
import { isTouched, reviewsOf, type MinuteReview } from '../../../../domain/round-tables/reviews.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import type { TypedLine } from '../../../../store/round-tables/typed-lines.ts'
import { calledIn } from '../../../../work/papers/minutes.ts'
import type { Block, ReviewLine } from '../../../views/desk/round-tables/document.ts'
import type { Visit } from '../../visit.ts'
import { minuteItems } from './minute-items.ts'

/**
 * The minutes as they grow: what the table turned to, the items, what was said of actions from
 * before, and what stands under no concern, in the order in which each first came up.
 */
export const documentOf = (visit: Visit, table: RoundTable, carried: Action[]): Block[] => {
  const lines = visit.store.typedLines.ofTable(table.id)
  const notes = visit.store.notes.ofTable(table.id)
  const typed = firstTyped(lines)
  const orderOf = ({ came }: Placed): number => typed.get(`${came.noun} ${came.id}`) ?? LAST
  return [
    ...itemBlocks(visit, table, notes),
    ...noteBlocks(notes),
    ...turnBlocks(visit, table),
    ...planBlocks(visit, lines),
    ...reviewBlocks(visit, table, carried),
  ]
    .toSorted((a, b) => a.came.at.localeCompare(b.came.at) || orderOf(a) - orderOf(b))
    .map(({ block }) => block)
}
const LAST = Number.MAX_SAFE_INTEGER

/** A block, and when which record of it first came up. */
interface Placed {
  came: { noun: string; id: number; at: string }
  block: Block
}

/** Lines that were sent at once came at one instant: they stand in the order they were typed. */
const firstTyped = (lines: TypedLine[]): Map<string, number> =>
  new Map(
    lines
      .toReversed()
      .map(({ noun, nounId, id }) => [`${noun === 'held' ? 'concern' : noun} ${nounId}`, id]),
  )

const itemBlocks = (visit: Visit, table: RoundTable, notes: Note[]): Placed[] => {
  const came = visit.store.roundTables.cameAt(table.id)
  return minuteItems(visit, table, notes).map((item) => {
    const { noun, id, at } = item.matter
    return {
      came: { noun, id, at: (noun === 'concern' ? came.get(id) : undefined) ?? at },
      block: { kind: 'item', key: item.key, item },
    }
  })
}

const noteBlocks = (notes: Note[]): Placed[] =>
  notes
    .filter((note) => note.concernId === null)
    .map((note) => ({
      came: { noun: 'note', id: note.id, at: note.at },
      block: { kind: 'note', key: `note-${note.id}`, note },
    }))

const turnBlocks = ({ store }: Visit, table: RoundTable): Placed[] =>
  store.agendas.turns(table.id).map(({ id, title, at }) => ({
    came: { noun: 'turn', id, at },
    block: { kind: 'turn', key: `turn-${id}`, id, title },
  }))

/** When the table meets next, where a line said so. */
const planBlocks = ({ store }: Visit, lines: TypedLine[]): Placed[] => {
  const plans = lines.filter(({ noun }) => noun === 'plan')
  return [...new Map(plans.map((line) => [line.nounId, line])).values()].flatMap(
    ({ nounId, at }): Placed[] => {
      const next = store.roundTables.findById(nounId)
      return next
        ? [
            {
              came: { noun: 'plan', id: nounId, at },
              block: { kind: 'plan', key: `plan-${nounId}`, table: next },
            },
          ]
        : []
    },
  )
}

/** What is held in private is said on its own page (R11). */
const reviewBlocks = ({ store }: Visit, table: RoundTable, carried: Action[]): Placed[] => {
  const called = calledIn(store)
  return reviewsOf(table, table.openedAt ?? '', carried, 'table')
    .filter((review) => isSpokenOf(review) && review.action.depth !== 'named')
    .map((review) => {
      const { action } = review
      return {
        came: firstSaid(review),
        block: {
          kind: 'review',
          key: `review-${action.id}`,
          action,
          lines: linesOf(review, called),
        },
      }
    })
}

/** What its owner only asked for stands beside it until the table answers, and is no line yet. */
const isSpokenOf = (review: MinuteReview): boolean =>
  isTouched({ ...review, asked: review.asked?.wish.answer ? review.asked : null })

const firstSaid = ({ action, lines, changes, answers }: MinuteReview): Placed['came'] => {
  const [said] = lines
  const rest = [...changes.map(({ now }) => now.at), ...answers.map(({ at }) => at)]
  const other = rest.toSorted()[0] ?? action.closings.at(-1)?.at ?? ''
  return said && (rest.length === 0 || said.at <= other)
    ? { noun: 'report', id: said.id, at: said.at }
    : { noun: 'update', id: action.id, at: other }
}

const linesOf = (review: MinuteReview, called: Called): ReviewLine[] => {
  const { action, lines, changes } = review
  const terms = termsLines(review, called).map(({ text }) => text)
  // A yes, or a no, is not typed better: only terms are.
  const what = changes.length > 0 ? (`terms-${action.id}` as const) : null
  return [
    ...(terms.length > 0 ? [{ text: terms.join(' '), what }] : []),
    ...lines.map((line) => ({
      text: saidLines(action, [line], called)[0]!.text,
      what: line.takenBackAt === null ? (`report-${line.id}` as const) : null,
    })),
    ...closingLines(review).map(({ text }) => ({ text, what: `closing-${action.id}` as const })),
  ]
}
