import { z } from 'zod'
import { accept, refuse, type Decision } from '../../../../domain/decision.ts'
import { plannedAlready } from '../../../../domain/round-tables/planned-already.ts'
import {
  endSeries,
  EVERY_MONTHS,
  nextDays,
  planSeries,
  type NewSeries,
  type Next,
  type Series,
} from '../../../../domain/round-tables/planning/series.ts'
import type { Store } from '../../../../store/store.ts'
import { byPolicy, nothing, NothingTyped } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { maybeNumber, someIds, when, words } from '../../../forms.ts'
import { idIn } from '../../names.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { indexPage } from './index-page.ts'

const oneOfNumbers = (options: readonly number[]) =>
  z.enum(options.map(String) as [string, ...string[]], 'Choose from the list').transform(Number)

const SeriesForm = (today: string) =>
  z.strictObject({
    everyMonths: oneOfNumbers(EVERY_MONTHS),
    week: oneOfNumbers([1, 2, 3, 4, 5]),
    weekday: oneOfNumbers([1, 2, 3, 4, 5, 6, 7]),
    first: when(today),
    startsAt: words(60),
    place: words(200),
    expectedIds: someIds(),
    count: maybeNumber(999),
  })

const SERIES = '/desk/round-tables#series'

const begin = change('/desk/series', 'write', {
  name: 'series',
  keepsWords: true,
  find: nothing,
  allow: byPolicy,
  form: ({ today }: Visit) => SeriesForm(today),
  decide: ({ store, today }, _nothing, form) => {
    const planned = planSeries({ ...form, expectedIds: liveIn(store, form.expectedIds) })
    if (!planned.accepted) return planned
    const next = nextDays(planned.value, [], today, planned.value.count)
    return freeDays(store, planned.value, next, 'first', (days) => ({
      series: planned.value,
      days,
    }))
  },
  record: ({ store, by }, _nothing, { series, days }) => {
    const id = store.series.record(series, by)
    for (const day of days) planOne(store, { ...series, id }, day, by)
  },
  answer: () => SERIES,
  again: (visit, _nothing, failed) => indexPage(visit, failed),
})

/** Days of a series that no other table has; what stands there already is said, and nothing is written. */
const freeDays = <T>(
  store: Store,
  { startsAt }: Pick<NewSeries, 'startsAt'>,
  days: Next[],
  field: string,
  value: (days: Next[]) => T,
): Decision<T> => {
  const tables = store.roundTables.list()
  const taken = days.find(({ day }) => plannedAlready({ heldOn: day, startsAt }, tables))
  return taken
    ? refuse(field, 'A round table is planned for one of these days already. Begin after it')
    : accept(value(days))
}

const planOne = (
  store: Store,
  { id, startsAt, place, expectedIds }: Pick<Series, 'id' | 'startsAt' | 'place' | 'expectedIds'>,
  { day, month }: Next,
  by: Visit['by'],
): string => {
  // Whoever left since the series began is expected no more.
  const live = store.organisations.list().filter((each) => each.endedOn === null)
  const expected = expectedIds.filter((each) => live.some((one) => one.id === each))
  return store.roundTables.recordPlan(
    { heldOn: day, startsAt, place, expectedIds: expected, seriesId: id, seriesMonth: month },
    by,
  )
}

/** Those of these organisations that are part of the partnership. */
const liveIn = (store: Store, ids: number[]): number[] => {
  const live = store.organisations.list().filter((each) => each.endedOn === null)
  return ids.filter((id) => live.some((each) => each.id === id))
}

const findSeries = ({ store, params }: Visit): Series => {
  const series = store.series.find(idIn(params.id))
  if (!series) throw notFound()
  return series
}

const planNext = change('/desk/series/:id/round-tables', 'write', {
  name: 'next',
  find: findSeries,
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ store, today }, series) => {
    if (liveIn(store, series.expectedIds).length === 0)
      return refuse(
        'series',
        'Nobody is expected there any more. End this series, and plan another',
      )
    return series.endedAt === null
      ? freeDays(
          store,
          series,
          nextDays(series, store.series.months(series.id), today, 1),
          'series',
          (days) => days[0]!,
        )
      : refuse('series', 'This series has ended')
  },
  record: ({ store, by }, series, day) =>
    planOne(store, { ...series, expectedIds: liveIn(store, series.expectedIds) }, day, by),
  answer: () => SERIES,
  again: (visit, _series, failed) => indexPage(visit, failed),
})

const end = change('/desk/series/:id/ending', 'write', {
  name: 'series',
  find: findSeries,
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, series) => endSeries(series),
  record: ({ store, by }, { id }) => store.series.recordEnd(id, by),
  answer: () => SERIES,
  again: (visit, _series, failed) => indexPage(visit, failed),
})

/** R30: a rhythm of round tables, its next ones, and its end. */
export const seriesRoutes: readonly Route[] = [begin, planNext, end]
