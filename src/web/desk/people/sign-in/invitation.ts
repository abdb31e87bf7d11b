import { accept } from '../../../../domain/decision.ts'
import type { Invitation } from '../../../../store/people/invitations.ts'
import { seatOffered } from '../../../../work/letters/invitation.ts'
import { byPolicy, NothingTyped } from '../../../change.ts'
import { Problem } from '../../../errors.ts'
import { view } from '../../../views/desk.ts'
import {
  arrivalChange,
  arrivalFrame,
  arrivalPage,
  type Arrival,
  type ArrivalRoute,
} from '../../arrival.ts'
import { notWhole } from './let-in.ts'
import { makeCode, markingBrowser, sendCode } from './send-code.ts'

/** The invitation of an address, while it is good. */
export const findInvitation = ({ store, params, at }: Arrival, goOn: string): Invitation => {
  const invitation = store.invitations.findLive(params.token!, at)
  if (!invitation) throw new Problem(410, 'This invitation is used or too old', goOn)
  return invitation
}

const findInvited = (arrival: Arrival) => {
  const { store, today } = arrival
  const invitation = findInvitation(
    arrival,
    'If you were here before, sign in with your work email. ' +
      'If not, ask a coordinator to invite you again.',
  )
  return {
    person: store.people.find(invitation.personId)!,
    seat: seatOffered(store, invitation.batonId, today),
  }
}

const invitationPage = arrivalPage('/invitation/:token', (arrival) => {
  const { person, seat } = findInvited(arrival)
  return view('desk/people/sign-in/invitation', {
    frame: arrivalFrame(arrival, 'You are asked to the round table'),
    token: arrival.params.token!,
    organisation: arrival.store.organisations.find(person.organisationId)!.name,
    seat,
    withAccount: arrival.desk.accounts !== null,
  })
})

const askForCode = arrivalChange('/invitation/:token', 30, {
  name: 'invitation',
  find: findInvited,
  allow: byPolicy,
  form: NothingTyped,
  decide: (_arrival, { person }) => accept(person),
  record: (arrival, _, person) => makeCode(arrival, person.email, person),
  answer: (arrival, _, made) => sendCode(arrival, made),
  again: () => {
    throw notWhole('Open the letter again.')
  },
})

/**
 * An invitation is a way in for the address it was sent to: the same code, typed into the same
 * browser.
 */
export const invitationRoutes: readonly ArrivalRoute[] = [
  invitationPage,
  markingBrowser(askForCode),
]
