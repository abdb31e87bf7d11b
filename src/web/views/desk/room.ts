import type { RoomLine } from '../../../domain/round-tables/room/room-lines.ts'
import type { RoomNow } from '../../../domain/round-tables/room/room-now.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Names } from '../../../work/names.ts'
import type { DeskFrame } from './frame.ts'

/** What the room sees on the wall: nothing that is held in private (R11), and no name of a person. */
export interface RoomPage {
  frame: DeskFrame
  names: Names
  table: RoundTable
  state: 'planned' | 'cancelled' | 'open' | 'over'
  isToday: boolean
  /** Someone asked it to stand still. */
  isStill: boolean
  seen: number
  room: RoomNow | null
  slots: string[]
  moreSlots: number
  agreed: RoomLine[]
  moreAgreed: number
  next: RoundTable | undefined
}

export interface RoomViews {
  'desk/round-tables/room/show': RoomPage
  'desk/round-tables/room/_room': RoomPage
}
