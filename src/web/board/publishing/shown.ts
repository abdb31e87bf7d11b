import type { Reader } from '../reader.ts'
import type { BoardQuery } from '../../../domain/publishing/board-query.ts'
import type { Shown } from '../../views/board.ts'

/** What a list is narrowed to, as its heading says it. */
export const shownOf = (asked: BoardQuery, { t, choices }: Reader): Shown[] => {
  const { themes, organisations, areas } = choices()
  const named = (list: { code: string; name: string }[], code: string | undefined): Shown[] =>
    code === undefined ? [] : [{ words: list.find((each) => each.code === code)?.name ?? code }]
  return [
    ...(asked.q ? [{ words: `“${asked.q}”`, isTyped: true as const }] : []),
    ...(asked.state ? [{ words: t.text(`standing.${asked.state}`), state: asked.state }] : []),
    ...named(themes, asked.theme),
    ...named(organisations, asked.by),
    ...named(areas, asked.area),
    ...(asked.quarter ? [{ words: t.quarter(asked.quarter), isTyped: true as const }] : []),
    ...(asked.order ? [{ words: t.text('board.inOrder'), isTyped: true as const }] : []),
  ]
}

/** ... and as the title of its page says it, with how many there are. */
export const titleOf = (shown: readonly Shown[], found: number, { t }: Reader): string =>
  `${shown.map((each) => (each.isTyped || each.state ? each.words : t.plain(each.words))).join(t.text('list.comma'))}${t.text('list.colon')}${t.number(found)}`
