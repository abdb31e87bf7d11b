import type { Goes } from '../../../domain/people/erasing.ts'
import type { DeskFrame } from './frame.ts'

/** Every template of erasing, and exactly what it is given. */
export interface ErasingViews {
  'desk/people/erasing/index': {
    frame: DeskFrame
    person: { id: number; name: string; endedAt: string }
    goes: Goes[]
  }
}
