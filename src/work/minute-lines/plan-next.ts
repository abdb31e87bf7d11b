import { typedTime } from '../../domain/dates/read-time.ts'
import { isPast } from '../../domain/day.ts'
import type { Line, SaidNext } from '../../domain/round-tables/line/line.ts'
import {
  changePlan,
  hasRoom,
  plan,
  planMark,
  sayTime,
  type Plan,
} from '../../domain/round-tables/planning/plan.ts'
import { isAhead, titleOf, type RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Above } from './above.ts'
import { keepAsNote, whyNot, type Planned } from './planned.ts'

/**
 * The date of the next table, said in the room (R30): with the time, the place and those expected of
 * this one, where it says no others. One that is planned is moved only where the line says so, and
 * there are never two.
 */
export const planNext = (above: Above, line: Line): Planned => {
  const { store, table, actor } = above
  const said = line.next!
  if (said.heldOn <= table.heldOn || isPast(said.heldOn, actor.today))
    return keepAsNote(
      above,
      line,
      'The next round table comes after this one. Look at its day again',
    )
  const tables = [above.planned ?? [], store.roundTables.list()]
    .flat()
    .filter((each, at, all) => all.findIndex(({ id }) => id === each.id) === at)
  const there = tables
    .filter((each) => isAhead(each, actor.today) && each.id !== table.id)
    .filter((each) => each.heldOn > table.heldOn)
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))
    .at(-1)
  return there ? changeIt(above, line, { ...said, there, tables }) : planIt(above, line, tables)
}

const planIt = (above: Above, line: Line, tables: RoundTable[]): Planned => {
  const { startsAt, place, expectedIds } = above.table
  const planned = plan(typedAs(line.next!, { startsAt, place, expectedIds }))
  if (!planned.accepted) return keepAsNote(above, line, whyNot(planned))
  if (!hasRoom(planned.value, tables))
    return keepAsNote(above, line, 'There are too many round tables in this quarter already')
  return { becomes: 'plan', line, plan: planned.value, there: null, change: null }
}

interface There extends SaidNext {
  there: RoundTable
  tables: RoundTable[]
}

const changeIt = (above: Above, line: Line, { there, tables, ...said }: There): Planned => {
  const typed = typedAs(said, there)
  const planned = plan(typed)
  if (!planned.accepted) return keepAsNote(above, line, whyNot(planned))
  if (isSame(planned.value, there))
    return { becomes: 'plan', line, plan: planned.value, there, change: null }
  if (!said.moves && !fillsIn(said, there))
    return keepAsNote(
      above,
      { ...line, fixes: [{ typed: line.text, insert: `moves to ${line.text}`, name: 'Move it' }] },
      `The next round table is planned for ${sayTime(there)}. To move it, write “moves to” before the day`,
    )
  const wasAsked = above.store.answers.asked(there.id).length > 0
  const changed = changePlan(there, typed, {
    reason: `Said at the ${titleOf(above.table)}`,
    basedOn: planMark(there),
    others: tables,
    today: wasAsked ? above.actor.today : null,
  })
  return changed.accepted
    ? { becomes: 'plan', line, plan: changed.value.plan, there, change: changed.value }
    : keepAsNote(above, line, whyNot(changed))
}

/** As a form would have it: what the line does not say is as it stands. */
const typedAs = (
  { heldOn, startsAt, place }: SaidNext,
  as: Pick<Plan, 'startsAt' | 'place' | 'expectedIds'>,
) => ({
  heldOn,
  startsAt: typedTime(startsAt ?? as.startsAt) || null,
  place: place ?? as.place,
  expectedIds: as.expectedIds,
})

const isSame = (one: Plan, other: Plan): boolean =>
  one.heldOn === other.heldOn && one.startsAt === other.startsAt && one.place === other.place

/** It says what was not agreed yet, and changes nothing else. */
const fillsIn = ({ heldOn, startsAt, place }: SaidNext, there: RoundTable): boolean =>
  heldOn === there.heldOn &&
  (startsAt === null || there.startsAt === null || startsAt === there.startsAt) &&
  (place === null || there.place === null || place === there.place)
