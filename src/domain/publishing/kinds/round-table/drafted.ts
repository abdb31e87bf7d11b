import { isDeclined, isProposed, termsOf, type Action } from '../../../actions/action.ts'
import { wordingOf, type Concern } from '../../../concerns/concern.ts'
import { prioritiesAt } from '../../../concerns/priorities.ts'
import { sayWhen } from '../../../day.ts'
import { asAt, cutoffOf } from '../../../round-tables/as-it-stood.ts'
import { isFinished, type RoundTable } from '../../../round-tables/round-table.ts'
import { withStop } from '../../../same-words.ts'
import type { Source } from '../kind.ts'

/** Something a table came to: with the words that may stand in public, where there are any (R9). */
export interface ToldLine {
  own: string
  told: string | null
}

/**
 * What a page of a round table begins with, read from its minutes: what comes first, and what was
 * agreed. Only words that are public already, or of a record that may be drafted from; nothing of
 * the table's own, and nothing at all of what is held in private (R9, R11, R12).
 */
export const draftedFrom = (
  table: RoundTable,
  source: Source,
): { priorities: ToldLine[]; agreed: ToldLine[] } => {
  if (!isFinished(table)) return { priorities: [], agreed: [] }
  const { concerns, actions } = source.matters()
  const isOpenToAll = new Set(
    concerns.filter((each) => each.depth === 'public').map((each) => each.id),
  )
  const { kept, added } = prioritiesAt(table, concerns)
  return {
    priorities: [...kept, ...added]
      .filter(mayBeRead)
      .map((concern) => priorityLine(concern, source)),
    agreed: actions
      .filter((action) => action.roundTableId === table.id && mayBeRead(action))
      .filter((action) => !isHanging(action, concerns))
      .map((action) => asAt(action, cutoffOf(table)))
      .filter((action) => !isDeclined(action))
      .map((action) => agreedLine(action, isOpenToAll, source)),
  }
}

const mayBeRead = ({ depth, takenOutAt }: Concern | Action): boolean =>
  depth !== 'named' && takenOutAt === null

/** R11: it hangs on something that is held in private. */
const isHanging = ({ concernIds }: Action, concerns: Concern[]): boolean =>
  concerns.some((each) => each.depth === 'named' && concernIds.includes(each.id))

const priorityLine = (concern: Concern, source: Source): ToldLine => {
  const own = wordingOf(concern).text
  const told = source.toldOf(concern.id)?.said || (concern.depth === 'public' ? own : '')
  return { own, told: told || null }
}

/** R2: who, and by when, as the table agreed it, beside the words. */
const agreedLine = (action: Action, isOpenToAll: Set<number>, source: Source): ToldLine => {
  const own = termsOf(action).text
  const isPublic = action.depth === 'public' && action.concernIds.every((id) => isOpenToAll.has(id))
  const told = toldOf(action, source) || (isPublic ? own : '')
  const terms = sayTerms(action, source)
  const line = (words: string): string => `${withStop(words)} ${terms}`
  return { own: line(own), told: told ? line(told) : null }
}

const toldOf = (action: Action, source: Source): string | undefined =>
  action.concernIds
    .map((id) => source.toldOf(id)?.actions.get(action.id))
    .find((words) => words !== undefined && words !== '')

const sayTerms = (action: Action, source: Source): string => {
  const { leadId, by, kind } = termsOf(action)
  const isQuestion = kind === 'question'
  const lead = leadId === null ? null : source.organisation(leadId).name
  const nobody = isQuestion ? 'Not said yet who answers' : 'Owner not agreed yet'
  const who = lead === null ? nobody : `${lead.slice(0, 1).toUpperCase()}${lead.slice(1)}`
  return [
    who,
    ...(isProposed(action) ? ['not yet accepted'] : []),
    ...(by ? [`by ${sayWhen(by)}`] : kind === 'standing' ? [] : ['no date agreed yet']),
  ]
    .join(', ')
    .concat('.')
}
