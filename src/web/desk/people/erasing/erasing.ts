import { accept } from '../../../../domain/decision.ts'
import type { Person } from '../../../../store/people/people.ts'
import { byPolicy, NothingTyped, type Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { idIn } from '../../names.ts'
import { change, frameOf, page, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'

/** Someone who is no longer here: whoever is here is ended first, and their seats looked after (R7). */
const findLeft = ({ store, params }: Visit): Person & { endedAt: string } => {
  const person = store.people.find(idIn(params.id))
  if (!person?.endedAt) throw notFound()
  return { ...person, endedAt: person.endedAt }
}

const erasingPage = (visit: Visit, failed?: Failed): Drawn => {
  const { store } = visit
  const { id, name, endedAt } = findLeft(visit)
  return view('desk/people/erasing/index', {
    frame: frameOf(visit, 'Erase a name', 'people', failed),
    person: { id, name, endedAt },
    goes: store.erasures.whatGoes('person', id),
  })
}

const erase = change('/desk/people/:id/erasure', 'keep', {
  name: 'erasure',
  asksWho: true,
  find: findLeft,
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, person) => accept(person),
  record: ({ store, by, desk }, { id, email }) => {
    if (email !== '') desk.dropLettersTo(email)
    store.erasures.record('person', id, by)
    store.afterwards(() => desk.backups?.forget())
  },
  answer: (_visit, { id }) => to('/desk/people', id, 'erasure'),
  again: (visit, _person, failed) => erasingPage(visit, failed),
})

/** R29: the name and address of someone who left are taken out of the record, for good. */
export const erasingRoutes: readonly Route[] = [
  page('/desk/people/:id/erasure', 'keep', (visit) => erasingPage(visit)),
  erase,
]
