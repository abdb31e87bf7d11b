import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { SAMPLE_NOW } from '../../src/sample/sample.ts'
import { openBrowser, PEOPLE, PHONE, type House } from '../support/browser.ts'
import { openProvider } from '../support/provider.ts'

const { test } = await openBrowser()
t.setTimeout(180_000)

const provider = await openProvider(t, { asks: true })
const options = {
  accounts: provider.settings(),
  expected: new RegExp(`^asked another host: ${provider.home}/(authorize\\?|favicon)`),
}

/** The link of an invitation, as its letter carries it. */
const invite = (house: House): string => {
  const idOf = (email: string): number => house.store.people.findByEmail(email)!.id
  house.store.invitations.record(idOf(PEOPLE.observer), null, {
    personId: idOf(PEOPLE.coordinator),
    at: SAMPLE_NOW,
  })
  // Its letter is gone, or it would make a link of its own.
  for (const each of house.store.letters.due(SAMPLE_NOW))
    if (each.kind === 'invitation') house.store.letters.posted(each.id, SAMPLE_NOW, true)
  return `/invitation/${house.store.invitations.makeLink(1)}`
}

for (const [how, javaScriptEnabled, most] of [
  ['as it comes', true, 2],
  ['without JavaScript', false, 3],
] as const) {
  test(
    `R20, R25: from the invitation to the desk with a work account on a phone, ${how}: ${most} taps, theirs included`,
    async (t, house) => {
      const phone = await house.comeIn({
        viewport: PHONE,
        hasTouch: true,
        isMobile: true,
        javaScriptEnabled,
      })
      let taps = 0
      const tap = async (name: string): Promise<void> => {
        taps += 1
        await phone.getByRole('button', { name }).tap()
      }
      const from = Date.now()
      await phone.goto(invite(house))
      const use = phone.getByRole('button', { name: 'Use my work account' })
      t.ok((await use.boundingBox())!.height >= 44, 'the button is as big as a thumb')
      await tap('Use my work account')
      await phone.waitForURL(`${provider.home}/authorize?**`)
      await tap(provider.who.email)
      if (!javaScriptEnabled) await tap('Go on to your desk')
      await phone.waitForURL('**/desk')
      t.comment(
        `${how}: ${taps} taps and ${((Date.now() - from) / 1000).toFixed(1)} seconds from the invitation to the desk`,
      )
      t.equal(taps, most)
      await phone.goto('/desk/me')
      t.ok(await phone.getByText('Your work account').isVisible())
      t.equal(
        await phone.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        true,
        'nothing runs off the side',
      )

      const next = await house.comeIn({
        viewport: PHONE,
        hasTouch: true,
        isMobile: true,
        javaScriptEnabled,
      })
      await next.goto('/sign-in')
      await next.getByRole('button', { name: 'Use my work account' }).tap()
      await next.getByRole('button', { name: provider.who.email }).tap()
      if (!javaScriptEnabled) await next.getByRole('button', { name: 'Go on to your desk' }).tap()
      await next.waitForURL('**/desk')
      t.same(
        [
          ...new Set(
            provider.asked
              .map(({ referer }) => referer)
              .filter((each) => each !== undefined && !each.startsWith(provider.home)),
          ),
        ],
        [],
        'the provider is never told the address of the invitation',
      )
    },
    options,
  )
}

test(
  'R25: a second tap while the answer is on its way does not spend it twice, and going back from the desk is no dead end',
  async (t, house) => {
    const phone = await house.comeIn({ viewport: PHONE, hasTouch: true, isMobile: true })
    // The page is on its way already when the finger comes down, so it taps from within.
    await phone.addInitScript({
      content: `if (location.pathname === '/sign-in/account/return') setTimeout(() => { document.querySelector('form[data-onward] button')?.click() }, 300)`,
    })
    await phone.goto(invite(house))
    await phone.getByRole('button', { name: 'Use my work account' }).tap()
    provider.asked.length = 0
    provider.wrong.slow = /token/
    await phone.getByRole('button', { name: provider.who.email }).tap({ noWaitAfter: true })
    while (!provider.asked.some(({ path }) => path === '/token')) await wait(20)
    await wait(600)
    provider.wrong.slow = null
    await phone.waitForURL(
      (address) =>
        ['/desk', '/sign-in/account/return'].includes(address.pathname) && !address.search,
    )
    t.match(await phone.title(), /desk/i)
    await phone.goBack()
    t.comment(`back from the desk: ${phone.url().replace(/\?.*/, '')} “${await phone.title()}”`)
    t.notMatch(await phone.title(), /did not let you in/)
    await phone.goto('/desk')
    t.match(await phone.title(), /desk/i, 'and still in')
  },
  options,
)
