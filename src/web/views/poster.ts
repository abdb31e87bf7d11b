import type { Copy } from '../../domain/publishing/board.ts'
import type { EntryWords } from '../../domain/publishing/kinds/entry.ts'
import type { Markup } from '../markup.ts'

/** A paragraph of a pair on paper: a sheet may end after it, and never within it. */
export interface Block {
  as: 'words' | 'line' | 'late' | 'small'
  said: string | Markup
}
/** A pair as paper tells it: no less than the board does. */
export interface PaperPair {
  entry: Copy<EntryWords>
  label: string | Markup
  tag: string | Markup
  said: Block[]
  did: Block[]
}
/** A pair, or as much of a long one as stands on one sheet. */
export interface Piece extends PaperPair {
  isContinued: boolean
  goesOn: boolean
}
export type TypeName = 'largest' | 'large' | 'usual' | 'small'

/** One page of paper, with its own head and foot: as many pairs as it holds, in its size of type. */
export interface Sheet {
  type: TypeName
  pieces: Piece[]
}
