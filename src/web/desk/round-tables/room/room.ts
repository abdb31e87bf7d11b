import { HOMELESS } from '../../../../domain/round-tables/agenda.ts'
import { nextAfter } from '../../../../domain/round-tables/planning/next-after.ts'
import { stateOf, titleOf, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { slotsWithoutLines } from '../../../../work/agenda.ts'
import { namesOf } from '../../../../work/names.ts'
import { agreedAt, roomAt } from '../../../../work/papers/room.ts'
import { show, wantsPart } from '../../../answer.ts'
import { view } from '../../../views/desk.ts'
import type { RoomPage } from '../../../views/desk/planning.ts'
import { frameOf, get, type Handler, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { findTable } from '../find-round-table.ts'

/** As many as are read on a wall. */
const MOST = 8

/**
 * What the room sees on the wall, while someone minutes: it asks by itself whether anything is new,
 * and is told so in a few bytes. It changes nothing (R21).
 */
const showRoom: Handler = (visit) => {
  const { store, request, reply, query } = visit
  const table = findTable(visit)
  const seen = /^\d{1,12}$/.test(query.seen ?? '') ? Number(query.seen) : 0
  if (!wantsPart(request))
    return show(reply, view('desk/round-tables/room/show', roomPage(visit, table)))
  return store.journal.since(seen).length === 0
    ? reply.code(204).send()
    : show(reply, view('desk/round-tables/room/_room', roomPage(visit, table)))
}

const roomPage = (visit: Visit, table: RoundTable): RoomPage => {
  const { store, today, query } = visit
  const state = stateOf(table)
  const isOver = state === 'draft' || state === 'agreed'
  const slots = state === 'planned' ? slotsHere(visit, table) : []
  const agreed = isOver ? agreedAt(store, table) : []
  return {
    frame: frameOf(visit, `In the room, ${titleOf(table)}`, 'round-tables'),
    names: namesOf(store),
    table,
    state: isOver ? 'over' : state,
    isToday: today.startsWith(table.heldOn.slice(0, 10)),
    isStill: query.still === 'yes',
    seen: store.journal.lastId(),
    room: state === 'open' ? roomAt(store, table) : null,
    slots: slots.slice(0, MOST),
    moreSlots: Math.max(0, slots.length - MOST),
    agreed: agreed.slice(0, MOST),
    moreAgreed: Math.max(0, agreed.length - MOST),
    next: isOver ? nextAfter(table, store.roundTables.list()) : undefined,
  }
}

const slotsHere = ({ store, today }: Visit, table: RoundTable): string[] =>
  slotsWithoutLines(store, table, today)
    .filter(({ key }) => key !== HOMELESS)
    .map(({ title }) => title)

export const roomRoutes: readonly Route[] = [
  { ...get('/desk/round-tables/:slug/room', 'read', showRoom), asksByItself: true },
]
