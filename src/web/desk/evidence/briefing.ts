import { isPeriod, periodsOf, sayPeriod, type Period } from '../../../domain/evidence/period.ts'
import { hasBeen } from '../../../domain/evidence/event.ts'
import { may } from '../../../domain/may.ts'
import { quarterOf } from '../../../domain/quarter.ts'
import { BRIEFING_DEPTHS, briefingFor, type BriefingDepth } from '../../../work/papers/briefing.ts'
import { WORD, wordDocument } from '../../files/word-document.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf, get, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

/**
 * What leaves the house by itself is what everyone may read: the table's own words are asked for.
 */
const asked = ({ query, today }: Visit): { period: Period; depth: BriefingDepth } => ({
  period: isPeriod(query.period ?? '') ? query.period! : quarterOf(today),
  depth: BRIEFING_DEPTHS.find((each) => each === query.depth) ?? 'public',
})

/** As far back as something is known that this person may know. */
const periodsFor = ({ store, who, today }: Visit): Period[] => {
  const concerns = [...store.glances.concerns()].filter(
    (each) => each.depth !== 'named' && !each.isTakenOut,
  )
  const tables = store.roundTables.list().filter((each) => each.openedAt !== null)
  const events = [...store.glances.events()].filter(
    (each) => each.depth !== 'named' && may.see(who, each) && hasBeen(each, today),
  )
  const known = [
    today,
    ...concerns.map((each) => each.raisedOn),
    ...tables.map((each) => each.heldOn),
    ...events.map((each) => each.heldOn!),
  ]
  return periodsOf(known.filter((when) => when <= today))
}

const showPage = (visit: Visit): Drawn => {
  const { period, depth } = asked(visit)
  return view('desk/evidence/briefing/index', {
    frame: frameOf(visit, `For senior officers, ${sayPeriod(period)}`, 'events'),
    paper: briefingFor(visit.store, period, depth, visit.today),
    period,
    depth,
    periods: periodsFor(visit),
  })
}

const wordFile = get('/desk/upwards.docx', 'read', async (visit) => {
  const { period, depth } = asked(visit)
  const paper = briefingFor(visit.store, period, depth, visit.today)
  return visit.reply
    .header('content-disposition', `attachment; filename="upwards-${period}-${depth}.docx"`)
    .type(WORD)
    .send(await wordDocument(paper, visit.store.sample.is()))
})

/**
 * Telling upwards: one sheet for a quarter or a year, made from the record, to print or to take as
 * a Word document.
 */
export const briefingRoutes: readonly Route[] = [page('/desk/upwards', 'read', showPage), wordFile]
