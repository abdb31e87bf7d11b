import { sayNoDate, termsOf, type Action } from '../../domain/actions/action.ts'
import { wishOf } from '../../domain/actions/pace/wishes.ts'
import { sayWanted } from '../../domain/actions/pace/say-pace.ts'
import { sayWhen } from '../../domain/day.ts'
import { monthTitleOf } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import { namesOf } from '../names.ts'

/** What the table answered to what an owner asked for, and what is agreed now. */
export const sayAnswer = (store: Store, action: Action): string => {
  const wish = wishOf(action)!
  const { granted, words, roundTableId } = wish.answer!
  const { organisation } = namesOf(store)
  const table = roundTableId === null ? undefined : store.roundTables.findById(roundTableId)
  const who = table ? `The ${monthTitleOf(table)}` : 'The coordinator, between round tables,'
  const answer = `${granted ? 'yes' : 'no'}${words === null ? '' : `: “${words}”`}`
  const { by, kind, leadId } = termsOf(action)
  const due = by === null ? `${sayNoDate(kind)}.` : `It is due ${sayWhen(by)}.`
  return [
    `You asked for ${sayWanted(wish, { organisation })}. ${who} said ${answer}.`,
    granted && wish.leadId !== null ? `${organisation(leadId)} leads it now.` : due,
  ].join(' ')
}
