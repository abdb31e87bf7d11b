import { pagesOf, type Board, type Copy, type Tongue } from '../../../domain/publishing/board.ts'
import { themesIn } from '../../../domain/publishing/kinds/entry.ts'
import { KINDS, type Words } from '../../../domain/publishing/kinds/kinds.ts'
import { textsOf } from '../../../domain/publishing/pieces.ts'

const kept = new WeakMap<Board, ReadonlyMap<string, Copy>>()

/** Every page that can be found, by its kind and address; old advice is not among them. */
export const foundByPage = (board: Board): ReadonlyMap<string, Copy> => {
  const there = kept.get(board)
  if (there) return there
  const pages = new Map(
    Object.values(KINDS)
      .filter(({ page }) => page !== null)
      .flatMap(({ kind }) =>
        pagesOf(board, kind)
          .filter(({ slug }) => kind !== 'leaflet' || !board.replacedBy.has(slug))
          .map((copy): [string, Copy] => [`${kind} ${copy.slug}`, copy]),
      ),
  )
  kept.set(board, pages)
  return pages
}

/** All that a page says, in each language that it is told in. */
export const textOf = ({ words }: Copy, tongues: Board['tongues']): string => {
  const texts = [...textsOf(words), ...labelsIn(words)]
  return [
    ...texts,
    ...[...tongues.values()].flatMap((tongue: ReadonlyMap<string, Tongue>) =>
      texts.flatMap((text) => tongue.get(text)?.text ?? []),
    ),
  ].join(' ')
}

const labelsIn = (words: Words): string[] =>
  words.kind === 'entry'
    ? [
        words.origin,
        ...[
          ...themesIn(words),
          words.area,
          ...words.who,
          ...words.actions.map((action) => action.who),
        ].flatMap((label) => label?.name ?? []),
      ]
    : []
