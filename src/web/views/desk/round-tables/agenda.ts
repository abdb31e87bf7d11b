import type { Slot } from '../../../../domain/round-tables/agenda.ts'
import type { Outcome, Reachable } from '../../../../domain/round-tables/agenda/reached.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import type { DeskFrame } from '../frame.ts'

/** The templates of an agenda, and exactly what each is given. */
export interface AgendaViews {
  'desk/round-tables/agenda': {
    frame: DeskFrame
    table: RoundTable
    slots: Slot[]
    times: string[]
    length: number
    large: boolean
    isAhead: boolean
    mayWrite: boolean
    mayPark: boolean
    holdings: { value: string; label: string }[]
    /** The whole order as it is typed, and which arrangement that is. */
    order: string
    basedOn: number
    /** Who kept the order of every new agenda, and when; nothing where there is none. */
    standing: string | null
    topics: {
      id: number
      text: string
      by: string
      note: string
      mayEnd: boolean
      mayDrop: boolean
      outcome: Outcome | null
    }[]
  }
  'desk/round-tables/_slot': {
    frame: DeskFrame
    table: RoundTable
    slot: Slot
    holdings: { value: string; label: string }[]
  }
  'desk/round-tables/_order': {
    frame: DeskFrame
    table: RoundTable
    slots: Slot[]
    order: string
    basedOn: number
    standing: string | null
  }
  'desk/round-tables/_outcome': {
    frame: DeskFrame
    table: RoundTable
    of: Reachable['of']
    id: number
    text: string
    from: 'agenda' | 'finishing'
  }
}
