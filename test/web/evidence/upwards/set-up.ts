import { type BriefingDepth, briefingFor } from '../../../../src/work/papers/briefing.ts'
import { type Answer, type House, PEOPLE } from '../../../support/house.ts'
import type { Paper } from '../../../../src/domain/round-tables/paper.ts'

const TODAY = '2022-01-27'
export const PERIODS = [
  '2020',
  '2021',
  '2021-q1',
  '2021-q2',
  '2021-q3',
  '2021-q4',
  '2022',
  '2022-q1',
  '1999',
]
export const PRIVATE = { depth: 'named' as const, ground: 'A family could be identified.' }
export const mainOf = (answer: Answer): string => /<main[\s\S]*<\/main>/.exec(answer.body)![0]
const unescape = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
/** The text of a page as a person reads it. */
export const read = (html: string): string =>
  unescape(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
export const paperOf = (house: House, period: string, depth: BriefingDepth): Paper =>
  briefingFor(house.store, period, depth, TODAY)
/** Every cell and every line of a sheet. */
export const piecesOf = (paper: Paper): string[] =>
  paper.sections.flatMap((each) =>
    each.blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.flat()
        : block.kind === 'list'
          ? block.items.map((item) => item.text)
          : [block.text],
    ),
  )
export const textOf = (paper: Paper): string =>
  [paper.title, paper.state, ...piecesOf(paper)].join('\n')
export const sheets = (house: House, depth: BriefingDepth): Record<string, string> =>
  Object.fromEntries(PERIODS.map((period) => [period, textOf(paperOf(house, period, depth))]))
export const sectionOf = (paper: Paper, id: string): string =>
  textOf({ ...paper, sections: paper.sections.filter((each) => each.id === id) })
export const by = (house: House, at = house.clock.at()) => ({
  personId: house.person(PEOPLE.coordinator).id,
  at,
})

/**
 * Writes a concern and an action under it straight to the record, at the table's depth unless it
 * says otherwise.
 */
export const raise = (
  house: House,
  text: string,
  over: { raisedOn?: string; private?: boolean } = {},
): number => {
  const list = over.private ? [house.person(PEOPLE.coordinator).id] : []
  return house.store.concerns.record(
    {
      text,
      raisedOn: over.raisedOn ?? '2021-08',
      originKind: 'phone',
      originNote: null,
      themeId: null,
      areaId: null,
      ...(over.private ? PRIVATE : { depth: 'table', ground: null }),
      list,
    },
    { roundTableId: null, splitFromId: null },
    by(house),
  )
}
export const agree = (
  house: House,
  concernId: number,
  text: string,
  over: { proposed?: boolean; private?: boolean } = {},
): number => {
  const leadId = house.person(PEOPLE.sergeant).organisationId
  const list = over.private ? [house.person(PEOPLE.coordinator).id] : []
  return house.store.actions.record(
    {
      text,
      kind: 'one-off',
      leadId,
      seatId: null,
      helperIds: [],
      by: null,
      proposed: over.proposed ?? false,
      first: { status: 'not-started', text: '' },
    },
    {
      roundTableId: null,
      concernIds: [concernId],
      ...(over.private ? PRIVATE : { depth: 'table' as const, ground: null }),
      list,
    },
    by(house),
  )
}
export const report = (
  house: House,
  actionId: number,
  status: 'done' | 'under-way' | 'could-not',
  text: string,
  at = house.clock.at(),
): void => {
  house.store.actions.recordUpdate(
    actionId,
    { status, text, waitingFor: null, on: null },
    {
      organisationId: house.person(PEOPLE.sergeant).organisationId,
      seatId: null,
      roundTableId: null,
    },
    by(house, at),
  )
}
export const hold = (
  house: House,
  name: string,
  heldOn: string,
  headCount: number | null,
  isPrivate = false,
): number =>
  house.store.events.record(
    {
      kind: 'stall',
      name,
      heldOn,
      startsAt: null,
      place: null,
      areaId: null,
      headCount,
      topics: `${name} topics`,
      tookAway: null,
      organisations: [],
    },
    {
      ...(isPrivate ? PRIVATE : { depth: 'table' as const, ground: null }),
      list: isPrivate ? [house.person(PEOPLE.coordinator).id] : [],
      seriesId: null,
    },
    by(house),
  )
