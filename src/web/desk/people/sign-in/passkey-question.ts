import type { Session } from '../../../../store/people/sessions.ts'
import { NothingTyped } from '../../../change.ts'
import { Problem } from '../../../errors.ts'
import { parse } from '../../../forms.ts'
import { passkeyCookie } from '../../../sign-in/session.ts'
import type { Arrival } from '../../arrival.ts'
import { notWhole, sessionOf } from './let-in.ts'

type Purpose = 'signing' | 'adding'

/** A question to a device, as it is kept until the device has answered. */
export interface Question {
  challenge: string
  /** What the page hands to the device, as JSON. */
  options: string
  /** The id of the session it was asked in; empty where there was none. */
  session: string
}

/**
 * R21: the question is made by a POST, and the page that puts it to the device changes nothing.
 * @returns the options for the device, as JSON.
 */
export const putQuestion = (
  { desk, store, reply }: Arrival,
  purpose: Purpose,
  made: { challenge: string },
  session: Session | undefined,
): string => {
  const options = JSON.stringify(made)
  const secrets = {
    purpose,
    challenge: made.challenge,
    options,
    session: String(session?.id ?? ''),
  }
  const token = store.challenges.begin('passkey', secrets, null, desk.at())
  passkeyCookie(desk.config).set(reply, token)
  return options
}

/** The question that this browser was asked, as it stands. */
export const lookAtQuestion = (arrival: Arrival, purpose: Purpose): Question | undefined => {
  const token = tokenOf(arrival)
  return token
    ? forPurpose(arrival.store.challenges.look('passkey', token, arrival.at)?.secrets, purpose)
    : undefined
}

/** ... spent: an answer counts once, whether it is right or wrong. */
export const spendQuestion = (arrival: Arrival, purpose: Purpose): Question | undefined => {
  const token = tokenOf(arrival)
  return token
    ? forPurpose(arrival.store.challenges.end('passkey', token, arrival.at)?.secrets, purpose)
    : undefined
}

/** ... or a little too late to be answered: who was asked still counts. */
export const lateQuestion = (arrival: Arrival, purpose: Purpose): Question | undefined => {
  const token = tokenOf(arrival)
  return token
    ? forPurpose(arrival.store.challenges.late('passkey', token, arrival.at)?.secrets, purpose)
    : undefined
}

const tokenOf = ({ desk, request }: Arrival): string | undefined =>
  passkeyCookie(desk.config).read(request.cookies)

const forPurpose = (
  secrets: Record<string, string> | undefined,
  purpose: Purpose,
): Question | undefined =>
  secrets?.purpose === purpose
    ? {
        challenge: secrets.challenge!,
        options: secrets.options!,
        session: secrets.session!,
      }
    : undefined

/** The session of someone who still signs in here. */
export const theirSession = (arrival: Arrival): Session | undefined => {
  const found = sessionOf(arrival)
  return found && arrival.store.people.who(found.personId, arrival.today) ? found : undefined
}

/** The button that asks for a passkey brings nothing, and is there at some addresses only. */
export const refuseWithoutPasskeys = ({ desk, body }: Arrival): void => {
  if (!parse(NothingTyped, body).accepted) throw notWhole('Open the page again.')
  if (!desk.passkeys.isThere)
    throw new Problem(
      409,
      'No passkey here',
      'A passkey needs an address with a name and https. Sign in with your email.',
    )
}
