import { isTranslated, pageAt, type Board } from './board.ts'
import { choices } from './board-query.ts'
import { kindOf } from './kinds/kinds.ts'
import { textsOf } from './pieces.ts'
import type { Original } from './told.ts'

/** How something told stands in another language: as readers and the desk see it (R15). */
export type TranslationState = 'untranslated' | 'machine' | 'checked' | 'changed'
export const translationState = (
  board: Board,
  of: Original,
  texts: string[],
  language: string,
): TranslationState => {
  const tongue = board.tongues.get(language)
  const read = texts.map((text) => tongue?.get(text))
  if (read.every((each) => each !== undefined))
    return read.every((each) => each.checked) ? 'checked' : 'machine'
  return isTranslated(board, of, language) ? 'changed' : 'untranslated'
}

/**
 * The English there is to translate of something told, as it stands now; nothing where it is not
 * told.
 */
export const textsToTranslate = (board: Board, of: Original): string[] => {
  const copy = pageAt(board, of)
  if (!copy) return []
  const names = kindOf(copy.words).carriesNames ? namesOn(board) : []
  return [...new Set([...textsOf(copy.words), ...names])]
}
/** Names of organisations, themes and areas that stand on the board. */
const namesOn = (board: Board): string[] => {
  const { themes, areas, organisations } = choices(board)
  return [...organisations, ...themes, ...areas].map((each) => each.name)
}
