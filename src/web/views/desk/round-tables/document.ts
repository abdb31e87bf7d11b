import type { Action } from '../../../../domain/actions/action.ts'
import type { Standing } from '../../../../domain/concerns/standing.ts'
import type { MinuteItem, Note } from '../../../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import type { ReadLine } from '../../../../work/minute-lines/read-aloud.ts'
import type { LineOf, WrittenLine } from '../../../../work/put-right/line-of.ts'
import type { Path } from '../../../to.ts'

/** An item while minuting: a link stands beside a gap for those on its list. */
export interface Item extends MinuteItem {
  /** By what the page knows it. */
  key: string
  matter: { noun: 'concern' | 'action'; id: number; at: string }
  standing: Standing
  open: Path | null
}

/** A line of the minutes that is opened to be changed, and what its box is sent with. */
export interface OpenedLine extends Pick<WrittenLine, 'text' | 'basedOn'> {
  of: string
  key: string
  takeOut: Path
  /** How it will be read. */
  reads: ReadLine[]
  errors: string[]
}

/** Something that a table said of an action from before, and by what it can be changed. */
export interface ReviewLine {
  text: string
  what: LineOf | null
}

/** A piece of the minutes as they grow. */
export type Block =
  | { kind: 'item'; key: string; item: Item }
  | { kind: 'note'; key: string; note: Note }
  | { kind: 'plan'; key: string; table: RoundTable }
  | { kind: 'turn'; key: string; id: number; title: string }
  | { kind: 'review'; key: string; action: Action; lines: ReviewLine[] }

/** Where a line stands, and what it is called for those who do not see where. */
export interface LineAt {
  of: string
  /** The piece of the minutes that it stands within, by its key. */
  within: string
  name: string
}
