import { signIn, signInByLetter, signOut } from '../../support/browser/pages.ts'
import { PEOPLE } from '../../support/browser.ts'
import { AT, deskOf, look, test } from './set-up.ts'

test(
  'Passkeys, the app and the codes that are kept are within reach of everyone',
  async (t, house) => {
    const wrong: string[] = []
    const page = await house.comeIn()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    const { send, visit } = deskOf(t, page, wrong)
    await visit('/sign-in', 'signing in, with a passkey or a code')
    await send('Use a passkey', 'a passkey is asked for')
    await signInByLetter(page, house, PEOPLE.coordinator)
    await page.getByRole('heading', { level: 1, name: 'Set up your second step' }).waitFor()
    await look(page, 'a second step to set up', wrong)
    const other = await house.comeIn()
    await signInByLetter(other, house, PEOPLE.coordinator)
    await other.getByRole('heading', { level: 1, name: 'Set up your second step' }).waitFor()
    const withApp = deskOf(t, other, wrong)
    await withApp.send('Show me the square to scan', 'the square to scan')
    await other.getByLabel('Six digits').fill('12')
    await withApp.send('Go on', 'digits that are wrong', 422)
    await send('Add a passkey instead', 'a passkey to add')
    await page.getByLabel('What you call this device').fill('d'.repeat(60))
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Keep your recovery codes' }).waitFor()
    await look(page, 'the recovery codes', wrong)
    await visit('/desk/me', 'me, with a passkey')
    await signOut(page)
    await page.waitForURL('**/sign-in')
    await signInByLetter(page, house, PEOPLE.coordinator)
    await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor()
    await look(page, 'one more step', wrong)
    t.same(wrong, [], 'nothing stands in anyone’s way')
  },
  { demo: false, name: 'localhost' },
)

test(
  'A desk with nothing in it yet is within reach of everyone',
  async (t, house) => {
    const wrong: string[] = []
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    const { visit } = deskOf(t, page, wrong)
    for (const path of [
      '/desk',
      '/desk/mine',
      '/desk/me',
      '/desk/letters',
      '/desk/events',
      '/desk/events/new',
      '/desk/leaflets',
      '/desk/leaflets/new',
      '/desk/programmes',
      '/desk/programmes/new',
      '/desk/upwards',
      '/desk/upwards?depth=table',
      '/desk/people',
    ])
      await visit(path, `${path}, empty`)
    t.same(wrong, [], 'nothing stands in anyone’s way')
  },
  {
    sample: false,
    prepare: (store) => {
      const by = { personId: null, at: AT }
      const organisationId = store.organisations.record(
        { code: 'mosaic', name: 'Mosaic Community Trust', publicName: 'Mosaic', expected: true },
        by,
      )
      store.people.record(
        {
          name: 'Coordinator',
          email: PEOPLE.coordinator,
          role: 'coordinator',
          approves: false,
          organisationId,
        },
        by,
      )
    },
  },
)
