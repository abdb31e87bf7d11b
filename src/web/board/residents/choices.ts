import { cutShort } from '../../../domain/first-few.ts'
import { choices as labelsOn } from '../../../domain/publishing/board-query.ts'
import { entryAt, type Board } from '../../../domain/publishing/board.ts'
import { sayChoice, type Choice, type Scope } from '../../../domain/residents/following.ts'
import type { Offered } from '../../views/board.ts'
import type { Voice } from '../../words/voice.ts'

/** How long a choice may be in a list. */
const MOST = 120

/** What somebody follows, in the words of the Board; what is not there any more has none (R15). */
export const nameOfChoice = (board: Board, t: Voice, choice: Choice): string =>
  offer(board, t, choice).words

/** ... and marked where its words are English still: those stand alone, in one language. */
export const offer = (board: Board, t: Voice, choice: Choice): Offered => {
  const { scope, of } = choice
  const value = sayChoice(choice)
  if (scope === 'all') return { value, words: t.text('follow.all'), isEnglish: false }
  const own = ownWordsOf(board, scope, of)
  if (own === undefined) return { value, words: t.text('follow.goneOne'), isEnglish: false }
  const isEnglish = !t.isEnglish && !t.isTranslated(own)
  const words = scope === 'entry' ? shorten(t.plain(own)) : t.plain(own)
  return scope === 'entry' || isEnglish
    ? { value, words, isEnglish }
    : { value, words: `${t.text(`board.${scope}`)}${t.text('list.colon')}${words}`, isEnglish }
}

const ownWordsOf = (board: Board, scope: Exclude<Scope, 'all'>, of: string): string | undefined => {
  if (scope === 'entry') return entryAt(board, of)?.words.said
  const { themes, areas } = labelsOn(board)
  return (scope === 'theme' ? themes : areas).find((each) => each.code === of)?.name
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
  return all.map((each) => offer(board, t, each))
}

const shorten = (words: string): string => cutShort(words.split('\n')[0] ?? '', MOST)
