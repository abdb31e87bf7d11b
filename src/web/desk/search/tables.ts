import type { Note } from '../../../domain/round-tables/minutes.ts'
import { decisionsOf } from '../../../domain/round-tables/table-decisions.ts'
import { SAY_STATE, stateOf, titleOf } from '../../../domain/round-tables/round-table.ts'
import { sayQuarter } from '../../../domain/quarter.ts'
import { to } from '../../to.ts'
import type { Visit } from '../visit.ts'
import { sentences, type Thing, type Things } from './found.ts'

/** Round tables by their day, place and number, and what was put down and decided at each. */
export const tablesFound = (visit: Visit, lines: Note[]): Things[] => {
  const { store } = visit
  const tables = store.roundTables.list()
  return [
    {
      key: 'tables',
      title: 'Round tables',
      things: tables.map((table): Thing => ({
        title: titleOf(table),
        also: [table.place ?? '', SAY_STATE[stateOf(table)], sayQuarter(table.slug.slice(0, 7))],
        numbers: [table.slug, table.heldOn],
        path: to('/desk/round-tables', table.slug),
        where: () => sentences(SAY_STATE[stateOf(table)], table.place),
      })),
    },
    topicsFound(visit, new Map(tables.map((each) => [each.id, each]))),
    decisionsFound(visit, tables, lines),
  ]
}

type Table = ReturnType<Visit['store']['roundTables']['list']>[number]

const topicsFound = ({ store }: Visit, tables: Map<number, Table>): Things => ({
  key: 'topics',
  title: 'Topics on agendas',
  things: store.agendas
    .allTopics()
    .toReversed()
    .flatMap((topic): Thing[] => {
      const table = tables.get(topic.roundTableId)
      return table
        ? [
            {
              title: topic.text,
              also: [titleOf(table)],
              numbers: [],
              path: to('/desk/round-tables', table.slug, 'agenda'),
              where: () => sentences(`Put down for the ${titleOf(table)}`),
            },
          ]
        : []
    }),
})

/** R11: a line about what is held in private is in no list, whoever asks. */
const decisionsFound = ({ store, who }: Visit, tables: Table[], lines: Note[]): Things => ({
  key: 'decisions',
  title: 'Decisions',
  things: decisionsOf({
    tables: tables.filter((each) => each.openedAt !== null),
    concerns: store.concerns.listOf(
      [...new Set(lines.flatMap((line) => line.concernId ?? []))],
      who,
    ),
    actions: [],
    lines,
    dropped: [],
  })
    .filter(({ what }) => what === 'line')
    .map(({ table, text }): Thing => ({
      title: text,
      also: [titleOf(table)],
      numbers: [],
      path:
        table.finishedAt === null
          ? to('/desk/round-tables', table.slug)
          : to('/desk/round-tables', table.slug, 'minutes'),
      where: () => sentences(`Decided at the ${titleOf(table)}`),
    })),
})
