import { setTimeout as wait } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import type { Test } from 'tap'
import {
  type Answer,
  type House,
  type HouseOptions,
  openHouse,
  PEOPLE,
  type Visitor,
} from '../../../support/house.ts'
import { openProvider, type Provider } from '../../../support/provider.ts'

export const RETURN = '/sign-in/account/return'
export const plain = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** A house whose people may sign in with an account of this provider. */
export const open = async (t: Test, options: HouseOptions & { tenants?: string[] } = {}) => {
  const provider = await openProvider(t)
  const house = await openHouse({
    t,
    ...options,
    config: { accounts: provider.settings(options.tenants), ...options.config },
  })
  return { provider, house }
}
/** The coordinator invites someone, and this is the link in the letter. */
export const invite = async (house: House, email: string): Promise<string> => {
  // The same person twice within ten seconds is one form sent twice.
  house.clock.pass({ seconds: 11 })
  const before = house.letters.length
  const sent = await house
    .signIn(PEOPLE.coordinator)
    .post(`/desk/people/${house.person(email).id}/invitation`)
  if (sent.statusCode !== 303) throw new Error(`nobody was invited: ${sent.statusCode}`)
  for (let i = 0; i < 500; i++) {
    const link = house.letters
      .slice(before)
      .filter((letter) => letter.to === email)
      .map((letter) => letter.text.match(/\/invitation\/[\w-]+/)?.[0])
      .find((found) => found !== undefined)
    if (link) return link
    await wait(10)
  }
  throw new Error('the letter did not come')
}
/** Leaves for the provider: the address that the page sends the browser to. */
export const leave = async (browser: Visitor, from = '/sign-in'): Promise<string> => {
  const page = await browser.post(`${from}/account`)
  const address = page.body.match(/<a class="button" href="([^"]+)"/)?.[1]
  if (page.statusCode !== 200 || !address)
    throw new Error(`there was nowhere to go: ${page.statusCode}`)
  return plain(address)
}
/** Where the provider sends the browser back to, as a path here. */
export const visit = async (provider: Provider, address: string): Promise<string> =>
  (await provider.visit(address)).replace('http://127.0.0.1:3000', '')
/** What the page on the way back sends on. */
export const answerIn = (page: Answer): string =>
  plain(page.body.match(/name="answer" value="([^"]*)"/)![1]!)
export const goBack = async (browser: Visitor, path: string): Promise<Answer> =>
  browser.post(RETURN, { answer: answerIn(await browser.get(path)) })
/** All of it: there, back, and the form on the way. */
export const comeIn = async (
  provider: Provider,
  browser: Visitor,
  from?: string,
): Promise<Answer> => goBack(browser, await visit(provider, await leave(browser, from)))
export const join = async (house: House, provider: Provider, email: string): Promise<Visitor> => {
  const browser = house.stranger()
  const answer = await comeIn(provider, browser, await invite(house, email))
  if (answer.headers.location !== '/desk')
    throw new Error(`the account was not joined: ${answer.statusCode}`)
  return browser
}
export const isIn = async (browser: Visitor): Promise<boolean> =>
  (await browser.get('/desk/me')).statusCode === 200
export const joinedTo = (house: House, email: string): { tenant: string; object: string }[] =>
  house.store.workAccounts
    .list(house.person(email).id)
    .map(({ tenant, object }) => ({ tenant, object }))
export const everyRow = (record: Database.Database): string =>
  record
    .prepare("select name from sqlite_schema where type = 'table'")
    .pluck()
    .all()
    .map((name) => JSON.stringify(record.prepare(`select * from "${String(name)}"`).all()))
    .join('\n')
