import { type Briefing, type Met, type Run } from '../../../../src/domain/evidence/briefing.ts'
import { briefingPaper } from '../../../../src/domain/evidence/briefing-paper.ts'
import type { Paper } from '../../../../src/domain/round-tables/paper.ts'

export const met = (over: Partial<Met> = {}): Met => ({
  title: 'July 2021 round table',
  heldOn: '2021-07',
  residents: null,
  came: [{ code: 'police', name: 'the police', presence: 'Present', isHere: true }],
  ...over,
})
export const run = (over: Partial<Run> = {}): Run => ({
  name: 'Mentoring',
  aim: 'To learn from each other.',
  startsOn: '2020-09',
  who: [],
  pairings: [],
  sessions: 0,
  wants: [],
  learned: [],
  chances: [],
  ...over,
})
export const sheet = (over: Partial<Briefing> = {}): Paper =>
  briefingPaper({
    period: '2021-q3',
    partnership: 'Mosaic',
    madeOn: '2022-01-27',
    isPublic: false,
    answered: [],
    tables: [],
    held: [],
    runs: [],
    given: [],
    untold: 0,
    privately: null,
    ...over,
  })
export const section = (paper: Paper, id: string): string =>
  (paper.sections.find((each) => each.id === id)?.blocks ?? [])
    .map((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.join(' | ')).join('\n')
        : block.kind === 'list'
          ? block.items.map((item) => item.text).join('\n')
          : block.text,
    )
    .join('\n')
export const all = (paper: Paper): string =>
  paper.sections.map((each) => section(paper, each.id)).join('\n')
