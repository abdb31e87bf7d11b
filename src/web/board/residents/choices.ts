import { choices as labelsOn } from '../../../domain/publishing/board-query.ts'
import type { Board } from '../../../domain/publishing/board.ts'
import { sayChoice, type Choice } from '../../../domain/residents/following.ts'
import type { Offered } from '../../views/board.ts'
import type { Voice } from '../../words/voice.ts'

/** How long a choice may be in a list. */
const MOST = 120

/** What somebody follows, in the words of the Board; what is not there any more has none (R15). */
export const nameOfChoice = (board: Board, t: Voice, { scope, of }: Choice): string => {
  if (scope === 'all') return t.text('follow.all')
  if (scope === 'entry') {
    const entry = board.entries.find((each) => each.slug === of)
    return entry ? shorten(t.plain(entry.words.said)) : t.text('follow.goneOne')
  }
  const { themes, areas } = labelsOn(board)
  const label = (scope === 'theme' ? themes : areas).find((each) => each.code === of)
  return label
    ? `${t.text(`board.${scope}`)}${t.text('list.colon')}${t.plain(label.name)}`
    : t.text('follow.goneOne')
}

/** All there is to choose: the board, one entry where it was asked for, each theme and area. */
export const offered = (board: Board, t: Voice, entry: string | null): Offered[] => {
  const { themes, areas } = labelsOn(board)
  const all: Choice[] = [
    ...(entry === null ? [] : [{ scope: 'entry' as const, of: entry }]),
    { scope: 'all', of: '' },
    ...themes.map(({ code }) => ({ scope: 'theme' as const, of: code })),
    ...areas.map(({ code }) => ({ scope: 'area' as const, of: code })),
  ]
  return all.map((each) => ({ value: sayChoice(each), words: nameOfChoice(board, t, each) }))
}

const shorten = (words: string): string => {
  const line = words.split('\n')[0] ?? ''
  return line.length <= MOST ? line : `${line.slice(0, MOST - 1).replace(/(?<!\s)\s+\S*$/, '')}…`
}
