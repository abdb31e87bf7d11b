import { isOverdue, silence, termsOf, type Action } from '../../domain/actions/action.ts'
import { daysBetween, sayDays, sayWhen, type Day } from '../../domain/day.ts'
import { stillHolds, WHYS, type Why } from '../../domain/actions/notices.ts'
import { monthTitle } from '../../domain/round-tables/round-table.ts'
import { ownerLetter, type OwnerLine } from '../../mail/owner-letter.ts'
import type { Letter } from '../../mail/letters.ts'
import type { LetterRow } from '../../store/letters.ts'
import type { Store } from '../../store/store.ts'
import { worldOf } from '../reminders.ts'

/**
 * One letter with all that waits for an owner, made when it goes: what was dealt with since is left
 * out, and where nothing is left there is no letter. No words of an action or a concern are in it
 * (R21); a matter held in private is only said to be waiting.
 */
export const ownerLetterWriter =
  (store: Store, publicUrl: string, now: () => Date) =>
  (row: LetterRow): Letter | undefined => {
    const world = worldOf(store, now())
    const person = store.people.find(row.personId!)
    if (!person || person.endedAt !== null) return undefined
    const rows = store.notices.inLetter(row.id)
    const actions = new Map(
      store.actions
        .listUnfiltered([...new Set(rows.map((each) => each.actionId))])
        .map((each) => [each.id, each]),
    )
    const held = rows.filter((each) => actions.get(each.actionId)!.depth === 'named')
    const live = rows.filter(
      (each) =>
        actions.get(each.actionId)!.depth !== 'named' &&
        stillHolds(each, actions.get(each.actionId)!, world),
    )
    const lines = [...new Set(live.map((each) => each.actionId))]
      .map((id): OwnerLine & { rank: number } => {
        const mine = live
          .filter((each) => each.actionId === id)
          .toSorted((a, b) => WHYS.indexOf(a.why) - WHYS.indexOf(b.why))
        const action = actions.get(id)!
        const { why, seatId } = mine[0]!
        // Where nobody leads it or sits in its seat, the coordinator is told that, and not that it
        // is theirs.
        if (seatId === null)
          return {
            rank: WHYS.indexOf(why),
            number: action.number,
            why: 'nobody',
            words: `No lead is agreed, or nobody holds the seat. Find who will take it on: ${publicUrl}/desk/actions/${id}`,
            link: null,
          }
        const link =
          why === 'closed' || why === 'colleague'
            ? null
            : `${publicUrl}/report/${store.reportLinks.make({ letterId: row.id, actionId: id, seatId, personId: person.id }, now().toISOString())}`
        return {
          rank: WHYS.indexOf(why),
          number: action.number,
          why,
          words: wordsFor(store, action, why, world.today),
          link,
        }
      })
      .toSorted((a, b) => a.rank - b.rank)
    const waiting = held.filter((each) => stillHolds(each, actions.get(each.actionId)!, world))
    store.notices.putBack(
      row.id,
      rows.filter((each) => !live.includes(each) && !waiting.includes(each)),
      { personId: null, at: now().toISOString() },
    )
    const waits = waiting.length > 0
    return lines.length === 0 && !waits
      ? undefined
      : ownerLetter(person.email, lines, waits, publicUrl)
  }

const wordsFor = (store: Store, action: Action, why: Why, today: Day): string => {
  const { by } = termsOf(action)
  const table =
    action.roundTableId === null ? undefined : store.roundTables.findById(action.roundTableId)
  const agreed = table ? `at the ${monthTitle(table.heldOn)}` : 'between round tables'
  const due = by
    ? isOverdue(action, today)
      ? `It was due ${sayWhen(by)}.`
      : `It is due ${sayWhen(by)}.`
    : 'No date is agreed yet.'
  switch (why) {
    case 'absent':
      return `It was agreed ${agreed}, without you. Say yes to it, or say what would have to change. Until then it shows as not yet accepted.`
    case 'agreed':
      return `It was agreed ${agreed}, and it is yours. ${due}`
    case 'late':
      return `It is late. ${due} Say where it stands, or what stands in the way.`
    case 'due':
      return `It is coming due. ${due}`
    case 'quiet':
      return `Nobody has heard of it for ${sayDays(silence(action, today))}. One line is enough.`
    case 'colleague':
      return `A colleague’s action has been quiet for ${sayDays(silence(action, today))}. Can you ask them, or take it on?`
    case 'helping':
      return `It was agreed ${agreed}, and your organisation helps with it. ${due}`
    case 'part':
      return `The others have done their part. Yours is still to come. ${due}`
    case 'table':
      return `It stands on the next agenda. ${due}`
    case 'closed':
      return 'The round table has agreed that it is closed. Thank you.'
    case 'asked':
      return `Here is a new link. ${due} It was agreed ${daysBetween(action.agreedAt.slice(0, 10), today)} days ago.`
  }
}
