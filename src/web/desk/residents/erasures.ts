import { z } from 'zod'
import { accept } from '../../../domain/decision.ts'
import { show } from '../../answer.ts'
import { byPolicy, nothing, type Failed } from '../../change.ts'
import { email, parse } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { change, frameOf, page, post, type Handler, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

const PLACE = '/desk/erasures'
const AddressForm = z.strictObject({
  address: email(),
  step: z.enum(['look', 'erase']).default('look'),
})

const erasePage = (visit: Visit, address: string | null, failed?: Failed): Drawn => {
  const { store, query } = visit
  const same = (each: { email: string }): boolean => each.email.toLowerCase() === address
  const person = address === null ? undefined : store.people.list().find(same)
  return view('desk/residents/erasures/index', {
    frame: frameOf(visit, 'Erase an address', 'requests', failed),
    address: address ?? '',
    goes: address === null ? null : store.erasures.whatGoesOf(address),
    person: person ? { id: person.id, isHere: person.endedAt === null } : null,
    isDone: address === null && query.done === 'yes',
  })
}

const erase = change(PLACE, 'readMessages', {
  name: 'address',
  find: nothing,
  allow: byPolicy,
  form: AddressForm,
  decide: (_visit: Visit, _nothing, { address }) => accept(address),
  record: ({ store, by, desk }, _nothing, address) => {
    desk.dropLettersTo(address)
    store.erasures.recordAddress(address, by)
  },
  answer: () => to(PLACE, { done: 'yes' }),
  again: (visit, _nothing, failed) => erasePage(visit, null, failed),
})

const isErasing = (body: unknown): boolean => (body as { step?: unknown } | null)?.step === 'erase'

/** Looking changes nothing, and nobody is asked who they are; an address never stands in an address. */
const lookOrErase: Handler = (visit) => {
  const form = parse(AddressForm, visit.body)
  if (!form.accepted || form.value.step === 'erase') return erase.handler(visit)
  return show(visit.reply, erasePage(visit, form.value.address.toLowerCase()))
}

/** R29: what stands under an address of someone who does not sign in, taken out for good. */
export const erasuresRoutes: readonly Route[] = [
  page(PLACE, 'readMessages', (visit) => erasePage(visit, null)),
  post(PLACE, 'readMessages', lookOrErase, { asksWho: isErasing }),
]
