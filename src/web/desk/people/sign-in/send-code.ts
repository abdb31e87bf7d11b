import { codeLetter } from '../../../../work/letters/code.ts'
import type { Onward } from '../../../change.ts'
import { browserCookie } from '../../../sign-in/session.ts'
import { view } from '../../../views/desk.ts'
import { arrivalFrame, type Arrival } from '../../arrival.ts'

interface Known {
  id: number
  email: string
}
interface MadeCode {
  known: Known | undefined
  code: string
  /** Ties the code to the browser that asked. */
  browser: string
  /** False where too many are on their way already. */
  sends: boolean
}

/** Makes a code; for an address we do not know as well, in the same time (R25). */
export const makeCode = ({ store, at }: Arrival, known: Known | undefined): MadeCode => ({
  known,
  ...store.signIn.askForCode(known?.id ?? null, at),
})

/** Sends it to who is known, and shows the same page to everyone. */
export const sendCode = (arrival: Arrival, { known, code, browser, sends }: MadeCode): Onward => {
  const { desk, request, reply } = arrival
  const { demo, publicUrl } = desk.config
  browserCookie(desk.config).set(reply, browser)
  if (demo && sends) desk.shownCodes.set(browser, code)
  if (known && sends)
    arrival.store.afterwards(() => {
      void desk.post
        .send(codeLetter(known.email, code, publicUrl))
        .catch(() => request.log.error('a letter with a code could not be sent'))
    })
  const part = () =>
    view('desk/people/sign-in/_code', {
      frame: arrivalFrame(arrival, 'Type your code'),
      shownCode: desk.shownCodes.get(browser) ?? null,
    })
  return { to: '/sign-in/code', part }
}
