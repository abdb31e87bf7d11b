import type { Test } from 'tap'
import { type Bent, openAuthenticator } from '../../../support/authenticator.ts'
import {
  type Answer,
  type House,
  type HouseOptions,
  openHouse,
  type Visitor,
} from '../../../support/house.ts'

const HOME = { origin: 'https://board.example', rpId: 'board.example' }
export const open = (t: HouseOptions['t'], options: HouseOptions = {}) =>
  openHouse({ t: t!, publicUrl: HOME.origin, ...options })
export const device = (options?: { counts: boolean }) => openAuthenticator(HOME, options)
type Device = ReturnType<typeof device>

/** The question as the page puts it to the device. */
export const questionOn = (page: Answer): any => {
  const held = /data-options="([^"]*)"/.exec(page.body)?.[1]
  if (!held) throw new Error(`no question on the page: ${page.statusCode}`)
  return JSON.parse(
    held
      .replaceAll('&quot;', '"')
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  )
}
export const askToSign = async (browser: Visitor): Promise<any> => {
  const asked = await browser.post('/sign-in/passkey')
  if (asked.headers.location !== '/sign-in/passkey')
    throw new Error(`not asked: ${asked.statusCode}`)
  return questionOn(await browser.get('/sign-in/passkey'))
}
export const askToAdd = async (browser: Visitor): Promise<any> => {
  const asked = await browser.post('/sign-in/passkey/adding')
  if (asked.headers.location !== '/sign-in/passkey/new')
    throw new Error(`not asked: ${asked.statusCode}`)
  return questionOn(await browser.get('/sign-in/passkey/new'))
}
export const answer = (browser: Visitor, credential: string) =>
  browser.post('/sign-in/passkey/answer', { credential })
export const add = async (browser: Visitor, key: Device, bent: Bent = {}, name = 'My phone') =>
  browser.post('/sign-in/passkey/new', {
    credential: key.create(await askToAdd(browser), bent),
    name,
  })
export const use = async (browser: Visitor, key: Device, bent: Bent = {}) =>
  answer(browser, key.get(await askToSign(browser), bent))
export const isIn = async (browser: Visitor): Promise<boolean> =>
  (await browser.get('/desk')).statusCode === 200
export const keysOf = (house: House, email: string) =>
  house.store.passkeys.list(house.person(email).id)
/** Someone with a passkey in the house already. */
export const withKey = async (house: House, email: string, options?: { counts: boolean }) => {
  const key = device(options)
  const browser = house.signIn(email)
  const added = await add(browser, key)
  if (keysOf(house, email).length === 0) throw new Error(`not added: ${added.statusCode}`)
  return { key, browser }
}
export const refusedIn = (t: Test, refusal: Answer, why: string) => {
  t.equal(refusal.statusCode, 422, why)
  t.match(refusal.body, 'This passkey did not let you in', why)
}
