import {
  isOpen,
  isProposed,
  lastHeardOn,
  termsOf,
  type Action,
} from '../../../domain/actions/action.ts'
import { inOrderOf } from '../../../domain/actions/agenda-order.ts'
import { may } from '../../../domain/may.ts'
import { mineOf } from '../../../domain/people/mine.ts'
import { say } from '../../../domain/say.ts'
import { quarterFrom } from '../../../work/due.ts'
import { choicesOf, namesOf, type Names } from '../../../work/names.ts'
import { writeSheet } from '../../files/spreadsheets.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import type { ActionGlance } from '../../../store/glance/glance.ts'
import { cappedAnd, firstOf } from '../capped.ts'
import { saying } from '../names.ts'
import { frameOf, type Handler } from '../route.ts'
import type { Visit } from '../visit.ts'

/** Every action, most pressing first, as the reader filters them. */
export const listPage = (visit: Visit): Drawn => {
  const { store, who } = visit
  const found = inOrder(visit, passing(visit), firstOf(visit))
  const { shown, more } = cappedAnd(visit, found, (some) => inFull(visit, some))
  return view('desk/actions/index', {
    frame: frameOf(visit, 'Actions', 'actions'),
    names: namesOf(store),
    actions: shown,
    more,
    own: mineOf(store.actions.listOpen(who), who, visit.today),
    filter: filterOf(visit),
    choices: choicesOf(store),
    mayWrite: may.write(who),
  })
}

/**
 * The action log as a file, at the reader's depth: what is held in private has its number and its
 * ground.
 */
export const actionLog: Handler = (visit) => {
  const names = namesOf(visit.store)
  const shown = inFull(visit, inOrder(visit, passing(visit)))
  return visit.reply
    .header('content-disposition', `attachment; filename="actions-${visit.today}.csv"`)
    .type('text/csv; charset=utf-8')
    .send(
      writeSheet(
        LOG_HEAD,
        shown.map((action) => logRow(action, names)),
      ),
    )
}

const inOrder = ({ today }: Visit, actions: ActionGlance[], first = Infinity): ActionGlance[] =>
  inOrderOf(actions, { today, dueBefore: quarterFrom(today), first })

/** These in full. */
const inFull = ({ store, who }: Visit, actions: ActionGlance[]): Action[] =>
  store.actions.listOf(
    actions.map((each) => each.id),
    who,
  )

interface Filter {
  status: string
  organisation: string
  kind: string
  q: string
}

const filterOf = ({ query }: Visit): Filter => {
  const { status = '', organisation = '', kind = '', q = '' } = query
  return { status, organisation, kind, q }
}

/** What the filter lets through. */
const passing = (visit: Visit): ActionGlance[] => {
  const { store, who } = visit
  const { status, organisation, kind, q } = filterOf(visit)
  const found = [...store.glances.actions()].filter(
    (each) =>
      !each.isTakenOut &&
      (kind === '' || each.kind === kind) &&
      (status === '' || stands(each, status)) &&
      (organisation === '' || [each.leadId, ...each.helperIds].includes(Number(organisation))) &&
      may.see(who, each),
  )
  return saying(visit, 'action', found, q)
}

const stands = (action: ActionGlance, status: string): boolean => {
  if (status === 'open') return action.isOpen
  return status === 'closed' ? !action.isOpen : action.part.status === status
}

const LOG_HEAD = [
  'No.',
  'Action',
  'Kind',
  'Who leads',
  'Seat',
  'Who helps',
  'By',
  'Where it stands',
  'What was said last',
  'Last heard on',
  'Closed by the round table',
]

const logRow = (action: Action, names: Names): string[] => {
  const { text, kind, leadId, seatId, helperIds, by, review } = termsOf(action)
  if (action.depth === 'named')
    return [
      action.number,
      `Held in private. ${action.ground ?? ''}`.trim(),
      ...LOG_HEAD.slice(2).map(() => ''),
    ]
  return [
    action.number,
    text,
    say.kind(kind),
    leadId === null ? 'Owner not agreed yet' : names.organisation(leadId),
    names.seat(seatId),
    helperIds.map(names.organisation).join(', '),
    by ?? (review ? say.again(action) : say.noDate(kind)),
    isProposed(action) ? `Not yet accepted by ${names.publicName(leadId)}` : say.statusOf(action),
    [say.beforeLead(action, names), say.lastWords(action)].filter(Boolean).join(' '),
    lastHeardOn(action),
    isOpen(action) ? 'No' : 'Yes',
  ]
}
