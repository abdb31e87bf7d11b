import { nextTable } from '../../../domain/publishing/related.ts'
import { MOST_LETTERS } from '../../../domain/residents/message.ts'
import { view } from '../../views/board.ts'
import type { SmallSum } from './small-sum.ts'
import type { Reader } from '../reader.ts'

/** The page with the form to tell something, and how to reach a person instead. */
export const tellPage = (
  { board, today, t, choices, frame }: Reader,
  values: Record<string, string> = {},
  errors: Record<string, string> = {},
  sum: SmallSum | null = null,
  found = Object.keys(errors).length === 0,
) => ({
  ...view('board/residents/tell-us/index', {
    frame: {
      ...frame(
        Object.keys(errors).length > 0
          ? `${t.text('tell.errors')}: ${t.text('tell.title')}`
          : t.text('tell.title'),
        'tell-us',
      ),
      found,
    },
    values,
    errors,
    sum,
    areas: choices().areas,
    next: nextTable(board, today) ?? null,
    most: MOST_LETTERS,
  }),
  isKeyed: true as const,
})
