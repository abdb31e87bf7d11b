import type { Desk, Visit } from '../visit.ts'
import { hasBeen, eventTermsOf } from '../../../domain/evidence/event.ts'
import { quarterOf } from '../../../domain/quarter.ts'
import { isPeriod, periodsOf, sayPeriod } from '../../../domain/evidence/briefing.ts'
import { show } from '../../answer.ts'
import { wordDocument, WORD } from '../../files/word-document.ts'
import { view } from '../../views/desk.ts'
import { BRIEFING_DEPTHS, briefingFor } from '../../../work/papers/briefing.ts'

/**
 * Telling upwards: one sheet for a quarter or a year, made from the record, to print or to take as
 * a Word document.
 */
export const briefingRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/upwards', 'read', (visit) => {
    const { period, depth } = asked(visit)
    return show(
      visit.reply,
      view('desk/evidence/briefing/index', {
        frame: desk.frame(visit, `Telling upwards, ${sayPeriod(period)}`, 'events'),
        paper: briefingFor(store, period, depth, visit.today),
        period,
        depth,
        periods: periods(visit),
      }),
    )
  })

  desk.get('/desk/upwards.docx', 'read', async (visit) => {
    const { period, depth } = asked(visit)
    return visit.reply
      .header('content-disposition', `attachment; filename="upwards-${period}-${depth}.docx"`)
      .type(WORD)
      .send(await wordDocument(briefingFor(store, period, depth, visit.today)))
  })

  /**
   * What leaves the house by itself is what everyone may read: the table's own words are asked for.
   */
  const asked = (visit: Visit) => ({
    period: isPeriod(visit.query.period ?? '') ? visit.query.period! : quarterOf(visit.today),
    depth: BRIEFING_DEPTHS.find((each) => each === visit.query.depth) ?? 'public',
  })
  /** As far back as something is known that this person may know. */
  const periods = (visit: Visit) =>
    periodsOf(
      [
        visit.today,
        ...store.concerns
          .list(visit.who)
          .filter((each) => each.depth !== 'named')
          .map((each) => each.raisedOn),
        ...store.roundTables
          .list()
          .filter((each) => each.openedAt !== null)
          .map((each) => each.heldOn),
        ...store.events
          .list(visit.who)
          .filter((each) => each.depth !== 'named' && hasBeen(each, visit.today))
          .map((each) => eventTermsOf(each).heldOn!),
      ].filter((when) => when <= visit.today),
    )
}
