import { pagesOf, type Board } from '../../../domain/publishing/board.ts'
import { kindOf, TRANSLATED_KINDS, type Words } from '../../../domain/publishing/kinds/kinds.ts'
import { currentLeaflets } from '../../../domain/publishing/related.ts'
import type { Original } from '../../../domain/publishing/told.ts'
import {
  textsToTranslate,
  translationState,
  type TranslationState,
} from '../../../domain/publishing/translations.ts'

/** Something told, what it is called, and its texts. */
export interface Translatable {
  of: Original
  name: string
  texts: string[]
}

/** All that is told is gone through once, and once for each language, as long as it is told so. */
const kept = new WeakMap<Board, { all: readonly Translatable[]; states: Map<string, States> }>()
type States = readonly TranslationState[]

const keptOf = (board: Board) => {
  const there = kept.get(board) ?? { all: allIn(board), states: new Map<string, States>() }
  kept.set(board, there)
  return there
}

/** Everything that there is something to translate of, in the order of the list. */
export const originals = (board: Board): readonly Translatable[] => keptOf(board).all

/** How each of them stands in another language, in the same order. */
export const statesIn = (board: Board, language: string): States => {
  const { all, states } = keptOf(board)
  const there =
    states.get(language) ?? all.map(({ of, texts }) => translationState(board, of, texts, language))
  states.set(language, there)
  return there
}

const allIn = (board: Board): Translatable[] => {
  const current = new Set(currentLeaflets(board).map((each) => each.slug))
  const isOld = ({ kind, slug }: Original): boolean => kind === 'leaflet' && !current.has(slug)
  // Who we are comes first: its names stand on every page.
  const rest = TRANSLATED_KINDS.filter((kind) => kind !== 'partnership')
  return ['partnership', ...rest]
    .flatMap((kind) =>
      pagesOf(board, kind).map(({ slug, words }) => ({
        of: { kind, slug },
        name: nameIn(words),
        texts: textsToTranslate(board, { kind, slug }),
      })),
    )
    .filter(({ of, texts }) => !isOld(of) && texts.length > 0)
}

const nameIn = (words: Words): string => {
  const { kind, page, name } = kindOf(words)
  if (kind === 'partnership') return 'Who we are, and the names of organisations, themes and areas'
  return page ? page.title(words) : name(words, { kind })
}
