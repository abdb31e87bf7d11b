import t from 'tap'
import { tellApart } from '../../../src/domain/round-tables/apart.ts'
import { monthTitleOf, titleOf } from '../../../src/domain/round-tables/round-table.ts'

const at = (
  id: number,
  heldOn: string,
  startsAt: string | null = null,
  over: { plannedAt?: string; finishedAt?: string } = {},
) => ({
  id,
  heldOn,
  startsAt,
  plannedAt: null,
  finishedAt: null,
  ...over,
})
const titles = (...tables: ReturnType<typeof at>[]): string[] => {
  const apart = tellApart(tables)
  return tables.map((each) => titleOf({ heldOn: each.heldOn, apart: apart.get(each.id) }))
}

t.test(
  'R30: two tables of one day are told apart by their times, and by their order where these are the same',
  async (t) => {
    t.same(titles(at(1, '2022-04-28', '10.30'), at(2, '2022-04-28', '18.00')), [
      '28 April 2022 round table (10.30)',
      '28 April 2022 round table (18.00)',
    ])
    t.same(titles(at(1, '2022-04-28', '10.30'), at(2, '2022-04-28')), [
      '28 April 2022 round table (10.30)',
      '28 April 2022 round table (second)',
    ])
    t.same(titles(at(1, '2021-07'), at(2, '2021-07'), at(3, '2021-08')), [
      'July 2021 round table (first)',
      'July 2021 round table (second)',
      'August 2021 round table',
    ])
    t.same(
      titles(at(1, '2022-04-28', '10.30'), at(2, '2022-04-29', '10.30'), at(3, '2022-04')),
      ['28 April 2022 round table', '29 April 2022 round table', 'April 2022 round table'],
      'what does not share its day stays as it was',
    )
    t.equal(
      monthTitleOf({ heldOn: '2022-04-28', apart: '10.30' }),
      'April 2022 round table (10.30)',
    )
  },
)

t.test(
  'R5: minutes that are written keep their title, whatever is written down of that day later',
  async (t) => {
    const written = at(1, '2022-04-28', '10.30', { finishedAt: '2022-04-28T12:00:00.000Z' })
    const later = at(2, '2022-04-28', '18.00', { plannedAt: '2022-06-01T09:00:00.000Z' })
    t.same(titles(written, later), [
      '28 April 2022 round table',
      '28 April 2022 round table (18.00)',
    ])
  },
)
