import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { needsSecondFactor } from '../../../../domain/people/person.ts'
import { codeOf } from '../../../../domain/short-code.ts'
import { refused, saved } from '../../../answer.ts'
import type { Failed } from '../../../change.ts'
import { Problem } from '../../../errors.ts'
import { email, needed, parse } from '../../../forms.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import {
  arrivalFrame,
  arrivalPage,
  arrivalPost,
  type Arrival,
  type ArrivalRoute,
} from '../../arrival.ts'
import { letIn } from './let-in.ts'

const SetUpForm = z.strictObject({
  partnership: needed('Write the name of the organisation that keeps this board'),
  name: needed('Write your name'),
  email: email(),
})
type SetUp = z.infer<typeof SetUpForm>

const tooOld = (goOn: string): Problem => new Problem(410, 'This link is used or too old', goOn)

const findLink = ({ store, params, at }: Arrival) => {
  const link = store.signIn.findLink(params.token!, at)
  if (!link) throw tooOld('Make a new one on the server: npm run invite -- ADDRESS')
  return link
}

const setUpPage = (arrival: Arrival, failed?: Failed): Drawn =>
  view('desk/people/sign-in/set-up', {
    frame: arrivalFrame(arrival, 'Set up', failed),
    token: arrival.params.token!,
    first: findLink(arrival).personId === null,
  })

const setUp = arrivalPost('/set-up/:token', 30, (arrival) => {
  const { request, reply, body } = arrival
  const link = findLink(arrival)
  // A link for someone who is here already asks nothing of them.
  const { personId } = link
  if (personId !== null) return begin(arrival, link.id, () => personId)
  const form = parse(SetUpForm, body)
  if (!form.accepted)
    return refused(request, reply, form.refusals, () =>
      setUpPage(arrival, { form: 'set-up', errors: form.refusals, body }),
    )
  return begin(arrival, link.id, () => recordFirst(arrival, form.value))
})

/** The first coordinator, and the organisation that keeps the board. */
const recordFirst = ({ store, at }: Arrival, { partnership, name, email }: SetUp): number => {
  if (!store.signIn.nobodyCanSignIn())
    throw new Problem(
      409,
      'This is set up already',
      'Someone can sign in here. Ask a coordinator to add you.',
    )
  const by = { personId: null, at }
  const code = codeOf(partnership)
  const organisationId = store.organisations.record(
    { code, name: partnership, publicName: partnership, expected: true },
    by,
  )
  return store.people.record(
    { name, email, role: 'coordinator', approves: true, organisationId },
    by,
  )
}

/** R22: who comes by the link is there, and it is used, and they are in; or nothing of it. */
const begin = (arrival: Arrival, linkId: number, whoComes: () => number): FastifyReply => {
  const { store, at, today, request, reply } = arrival
  const { who, personId } = store.together(() => {
    const personId = whoComes()
    const who = store.people.who(personId, today)
    if (!who) throw tooOld('This person does not sign in here any more.')
    store.signIn.useLink(linkId, personId, { personId, at })
    letIn(arrival, personId, false)
    return { who, personId }
  })
  const isHalfway = needsSecondFactor(who, store.people.isOnNamedList(personId))
  return saved(request, reply, isHalfway ? '/sign-in/second-factor/app' : '/desk')
}

/** The link that lets the first one in, and anyone whom the server's keeper makes one for. */
export const setUpRoutes: readonly ArrivalRoute[] = [
  arrivalPage('/set-up/:token', (arrival) => setUpPage(arrival)),
  setUp,
]
