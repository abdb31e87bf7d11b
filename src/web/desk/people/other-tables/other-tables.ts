import { z } from 'zod'
import {
  accept,
  refuse,
  refuseForNow,
  type Decision,
  type Refusal,
} from '../../../../domain/decision.ts'
import { readKey, sayKey, type Brought } from '../../../../domain/people/own-there.ts'
import { markOf } from '../../../../store/people/carried/table-keys.ts'
import { refused, saved, show } from '../../../answer.ts'
import { byPolicy, NothingTyped, type Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { needed, parse, words } from '../../../forms.ts'
import { HOUR } from '../../../limits.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { idIn } from '../../names.ts'
import { change, frameOf, page, post, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { tellOfWayIn } from '../sign-in/let-in.ts'
import { broughtBy, hostOf, isAmongOthers, keepBrought, MOST_TABLES } from './brought.ts'

const PAGE = '/desk/me/tables'

const KeyForm = z.strictObject({ key: needed('Paste the key from the other table', 400) })
/** `after`: the newest key that the page spoke of. */
const MakeForm = z.strictObject({ after: words(12) })
const HostForm = z.strictObject({ host: words(253) })

/** What a browser keeps is small. */
const LONGEST_NAME = 60

/** A key opens or not; whoever tries many out is slowed down. */
const MOST_TRIES = 20

/** What was just pressed, so that the page says what came of it. */
const DONE = ['removed', 'ended'] as const

const keysOf = ({ store, who, by }: Visit) => store.tableKeys.list(who.personId, by.at)

/** Where somebody sits besides; `made` is a key that was just made, shown once. */
const otherTablesPage = (visit: Visit, failed?: Failed, made: string | null = null): Drawn =>
  view('desk/people/other-tables/index', {
    frame: frameOf(visit, 'Your other round tables', 'me', failed),
    tables: broughtBy(visit).map(({ host, name, token }) => ({ host, name, mark: markOf(token) })),
    keys: keysOf(visit),
    mayMake: mayMake(visit),
    made,
    did: DONE.find((each) => each === visit.query.did) ?? null,
  })

const bringKey = post(`${PAGE}/bringing`, 'read', async (visit) => {
  const { body, request, reply } = visit
  const form = parse(KeyForm, body)
  const decision = form.accepted ? await readBrought(visit, form.value.key) : form
  if (!decision.accepted) {
    const failed = { form: 'bring-key', errors: decision.refusals, body }
    return refused(request, reply, failed.errors, () => otherTablesPage(visit, failed))
  }
  const others = broughtBy(visit).filter(({ host }) => host !== decision.value.host)
  keepBrought(visit, [...others, decision.value])
  return saved(request, reply, '/desk/mine#others')
})

/** The key as it was pasted, where it opens something at a table that is here. */
const readBrought = async (visit: Visit, typed: string): Promise<Decision<Brought>> => {
  const { desk, who } = visit
  const key = readKey(typed)
  if (!key) return refuse('key', WRONG.shape)
  if (key.host === hostOf(desk)) return refuse('key', WRONG.own)
  const brought = broughtBy(visit)
  if (brought.length >= MOST_TABLES && !brought.some(({ host }) => host === key.host))
    return refuse('key', `You have ${MOST_TABLES} tables here already. Remove one first`)
  if (desk.isTooMuch('table keys', String(who.personId), MOST_TRIES, HOUR))
    return refuseForNow('key', 'These were many tries. Wait an hour, then paste it again')
  const answer = await desk.askTable!(key)
  if (answer === 'nothing') return refuse('key', WRONG.nothing)
  if (answer === 'not now') return refuse('key', WRONG.notNow)
  return accept({ ...key, name: answer.table.slice(0, LONGEST_NAME) })
}

const WRONG = {
  shape:
    'This is not a whole key. Copy it again from the other table, from the first letter to the last',
  own: 'This key is from this table. Make one at the other table, and paste that here',
  nothing: 'This key opens nothing. Make a new one at the other table, and paste it here',
  notNow: 'The other table does not answer just now. Try again in a few minutes',
}

const removeTable = post(`${PAGE}/ending`, 'read', (visit) => {
  const { body, request, reply } = visit
  const form = parse(HostForm, body)
  if (!form.accepted) {
    const failed = { form: 'end-table', errors: form.refusals, body: {} }
    return refused(request, reply, failed.errors, () => otherTablesPage(visit, failed))
  }
  keepBrought(
    visit,
    broughtBy(visit).filter(({ host }) => host !== form.value.host),
  )
  return saved(request, reply, to(PAGE, { did: 'removed' }))
})

// The key is shown once, on the answer to the form that made it: only its hash is kept.
const makeKey = post(`${PAGE}/keys`, 'read', (visit) => {
  const { desk, store, by, body, request, reply, once } = visit
  const again = desk.shown.find(once)
  if (again) return show(reply, again)
  const form = parse(MakeForm, body)
  // The page that shows it, loaded again much later, makes no other.
  if (form.accepted && form.value.after !== newestOf(visit)) return saved(request, reply, PAGE)
  const refusals = form.accepted ? tooManyOf(visit) : form.refusals
  if (refusals.length > 0) {
    const failed = { form: 'make-key', errors: refusals, body: {} }
    return refused(request, reply, failed.errors, () => otherTablesPage(visit, failed))
  }
  const token = store.together(() => {
    tellOfWayIn(visit, visit.who.personId, MADE)
    return store.tableKeys.make(by)
  })
  const made = sayKey({ host: hostOf(desk), token })
  return show(reply, desk.shown.keep(once, otherTablesPage(visit, undefined, made)))
})

const MADE = 'A key was made, with which another round table shows what is yours at this one.'

const mayMake = (visit: Visit): boolean => keysOf(visit).length < MOST_TABLES
const tooManyOf = (visit: Visit): Refusal[] =>
  mayMake(visit)
    ? []
    : [{ field: 'after', reason: `You have ${MOST_TABLES} keys already. End one first` }]

const newestOf = (visit: Visit): string => String(keysOf(visit).at(-1)?.id ?? '')

const endKey = change(`${PAGE}/keys/:id/ending`, 'read', {
  name: 'end-key',
  find: (visit: Visit) => {
    const key = keysOf(visit).find(({ id }) => id === idIn(visit.params.id))
    if (!key) throw notFound()
    return key
  },
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, key) => accept(key),
  record: ({ store, by }, { id }) => store.tableKeys.end(id, by),
  answer: () => to(PAGE, { did: 'ended' }),
  again: (visit, _, failed) => otherTablesPage(visit, { ...failed, body: {} }),
})

/**
 * `/desk/me/tables`: what is somebody's own at other round tables of the same server, shown with what
 * is theirs here. Each record gives that out to a key which they carry themselves, and none learns
 * where else they sit.
 */
export const otherTablesRoutes: readonly Route[] = [
  page(PAGE, 'read', (visit) => otherTablesPage(visit)),
  bringKey,
  removeTable,
  makeKey,
  endKey,
].map((route) => ({ ...route, isThere: isAmongOthers }))
