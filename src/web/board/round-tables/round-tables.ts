import type { Day } from '../../../domain/day.ts'
import type { Board } from '../../../domain/publishing/board.ts'
import { shortSeal } from '../../../domain/sealing/seal.ts'
import { missingPage } from '../gone.ts'
import type { BoardDoor } from '../room.ts'
import { entriesOfTable, runOf } from '../../../domain/publishing/related.ts'
import { view } from '../../views/board.ts'
import { eventData } from '../publishing/linked-data.ts'

/**
 * `/round-tables` and `/round-tables/{slug}`: who came, priorities, what was agreed in public,
 * numbered gaps (R6, R11).
 */
export const roundTablesRoutes = (room: BoardDoor): void => {
  room.page('/round-tables', ({ board, today, t, frame }) =>
    view('board/round-tables/index', {
      frame: frame(t.text('tables.title'), 'round-tables'),
      tables: [...board.tables],
      today,
    }),
  )
  room.page('/round-tables/:slug', (reader) => {
    const { board, params, today, t, frame } = reader
    const table = board.tables.find((each) => each.slug === params.slug)
    if (table) {
      return view('board/round-tables/show', {
        frame: frame(t.table(table.words.heldOn, table.words.apart), 'round-tables', {
          data: eventData(reader, table),
        }),
        table,
        seal: board.seal && { on: board.seal.on, short: shortSeal(board.seal.head) },
        entries: entriesOfTable(board, table),
        isComing: isComing(table, today),
        waiting: board.entries.filter(({ words }) => words.standing === 'unanswered'),
        today,
        runs: Object.fromEntries(
          table.words.organisations.map((each) => [
            each.code,
            runOf(board, each.code, table.words.heldOn),
          ]),
        ),
      })
    }
    const gone = board.withdrawn.find(
      (each) => each.kind === 'round-table' && each.slug === params.slug,
    )
    return gone
      ? {
          ...view('board/settings/withdrawn', {
            frame: { ...frame(t.text('gone.title'), ''), found: false },
            gone,
          }),
          status: 410,
        }
      : missingPage(reader)
  })
}

const isComing = ({ words: { state, heldOn } }: Board['tables'][number], today: Day): boolean =>
  state === 'planned' && heldOn >= today.slice(0, heldOn.length)
