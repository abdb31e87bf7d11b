import type { CDPSession, Locator, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { type House, openBrowser } from '../../support/browser.ts'

export const { test } = await openBrowser()
t.setTimeout(300_000)

export const HERE = { demo: false, name: 'localhost' } as const
/** A device in the page that can say who holds it, as long as it is told to know them. */
export const withDevice = async (
  page: Page,
): Promise<{
  knows: (isUserVerified: boolean) => Promise<unknown>
  holds: () => Promise<number>
  cdp: CDPSession
}> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    cdp,
    knows: (isUserVerified) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    holds: async () =>
      (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  }
}
export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true })
export const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name, level: 1 }).waitFor()
export const keysOf = (house: House, email: string) =>
  house.store.passkeys.list(house.store.people.findByEmail(email)!.id)
export const fits = async (t: Test, page: Page): Promise<void> => {
  t.equal(
    await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
    true,
    `nothing runs off the side of ${new URL(page.url()).pathname}`,
  )
}
