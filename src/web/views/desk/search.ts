import type { Path } from '../../to.ts'
import type { DeskFrame } from './frame.ts'

/** One thing that was found, as its line says it. */
export interface Hit {
  title: string
  /** Where it stands, in words. */
  where: string
  path: Path
  /** The words of residents keep their ground. */
  isSaid: boolean
  /** R11: it is held in private, and its words are read on its own page alone. */
  isHeld: boolean
  /** Found by its number. */
  isThis: boolean
}

/** All that was found of one kind, and as much of it as is shown. */
export interface HitGroup {
  key: string
  title: string
  hits: Hit[]
  count: number
}

/** Every template of desk/search, and exactly what it is given. */
export interface SearchViews {
  'desk/search/index': {
    frame: DeskFrame
    q: string
    /** The one kind that is shown, where one was chosen. */
    only: string
    groups: HitGroup[]
    count: number
    /** Looks at what is held in private that this search was. */
    looks: number
    /** More may be found than were read. */
    isCut: boolean
  }
}
