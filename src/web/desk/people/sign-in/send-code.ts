import type { Full } from '../../../../store/people/sign-in.ts'
import { hashOf } from '../../../../store/tokens.ts'
import { codeLetter } from '../../../../work/letters/code.ts'
import { envelopeOf } from '../../../../work/letters/whose.ts'
import type { Onward } from '../../../change.ts'
import { HOUR, lineOf, MINUTE } from '../../../limits.ts'
import { browserCookie } from '../../../sign-in/session.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import { arrivalFrame, type Arrival, type ArrivalRoute } from '../../arrival.ts'

interface Known {
  id: number
  email: string
}
interface MadeCode {
  known: Known | undefined
  code: string
  /** Ties the code to the browser that asked. */
  browser: string
  /** Why it does not go, for an address we know or do not know alike. */
  full: Full
}

/**
 * How much goes to one address from browsers that its person never came in with: new browsers of one
 * line in ten minutes, so that one stranger leaves room for others, and codes in a day. Its person's own browser is not counted here.
 */
const FROM_A_LINE = { browsers: 3, aDay: 20 }
const FROM_ALL_A_DAY = 60

/** Makes a code; for an address we do not know as well, in the same time (R25). */
export const makeCode = (arrival: Arrival, typed: string, known: Known | undefined): MadeCode => {
  const { desk, store, request, at } = arrival
  const browser = browserOf(arrival)
  const address = hashOf(typed.toLowerCase())
  const line = `${address} ${lineOf(request.ip)}`
  const mayStrangerAsk = (isNew: boolean): boolean =>
    !(isNew && desk.isTooMuch('browsers on a line', line, FROM_A_LINE.browsers, 10 * MINUTE)) &&
    !desk.isTooMuch('codes on a line in a day', line, FROM_A_LINE.aDay, 24 * HOUR) &&
    !desk.isTooMuch('codes in a day', address, FROM_ALL_A_DAY, 24 * HOUR)
  const from = { address: typed.toLowerCase(), mayStrangerAsk, ...(browser && { browser }) }
  return { known, ...store.signIn.askForCode(known?.id ?? null, at, from) }
}

/** Sends it to who is known, and shows the same page to everyone. */
export const sendCode = (arrival: Arrival, { known, code, browser, full }: MadeCode): Onward => {
  const { desk, store, request, reply } = arrival
  const { demo, publicUrl } = desk.config
  browserCookie(desk.config).set(reply, browser)
  if (demo && !full) desk.shownCodes.set(browser, code)
  if (known && !full)
    store.afterwards(() => {
      void desk.post
        .send(codeLetter(envelopeOf(store, publicUrl), known.email, code))
        .catch(() => request.log.error('a letter with a code could not be sent'))
    })
  const part = () =>
    view('desk/people/sign-in/_code', {
      frame: arrivalFrame(arrival, 'Type your code'),
      shownCode: desk.shownCodes.get(browser) ?? null,
      full,
    })
  return { to: to('/sign-in/code', full ? { full } : {}), part }
}

/**
 * The browser that asks: by its cookie, else by the form it sends, so that one form sent twice at
 * once asks from one browser and not from two. The page of the form sets no cookie (R24).
 */
export const browserOf = ({ desk, request }: Arrival): string | undefined =>
  browserCookie(desk.config).read(request.cookies) ??
  (request.formKey === null ? undefined : hashOf(`browser ${request.formKey}`))

/** A form that asks for a code: whichever of its answers arrives, the browser is marked by it. */
export const markingBrowser = (route: ArrivalRoute): ArrivalRoute => ({
  ...route,
  handler: (arrival) => {
    const browser = browserOf(arrival)
    if (browser !== undefined) browserCookie(arrival.desk.config).set(arrival.reply, browser)
    return route.handler(arrival)
  },
})
