import type { Kind, Status } from '../../../actions/action.ts'
import type { When } from '../../../day.ts'
import type { Label } from '../../told.ts'

/** An action as it is told. */
export interface ToldAction {
  words: string
  who: Label | null
  helpers: Label[]
  by: When | null
  kind: Kind
  status: Status
  accepted: boolean
  closed: boolean
  lastHeardOn: When
  /** Whose words they are, where whoever leads now did not lead then, and when they were said. */
  saidBefore?: { who: Label; on: When }
  /** How often its date had moved when it was told; nothing where it never had, or before that was told. */
  moved?: number
}
