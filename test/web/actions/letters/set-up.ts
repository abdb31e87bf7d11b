import { buildApp } from '../../../../src/app.ts'
import { type House, PEOPLE } from '../../../support/house.ts'
import type { Letter } from '../../../../src/mail/letter.ts'

export const PATH = '/desk/round-tables/2021-q4'
export const EVERYONE = [PEOPLE.coordinator, PEOPLE.approver, PEOPLE.sergeant, PEOPLE.officer]
export const GUEST = 'guest@council.example'
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
}
export const tableOf = (house: House, slug = '2021-q4') => house.store.roundTables.find(slug)!
export const find = (house: House, begins: string) =>
  house.store.actions.everWritten().find((each) => each.terms[0]!.text.startsWith(begins))!
export const ids = (house: House, ...emails: string[]) =>
  emails.map((email) => house.person(email).id)
export const rows = (house: House, slug = '2021-q4') =>
  house.store.letters.ofTable(tableOf(house, slug).id)

/** A post that the test can stop, and another house over the same record. */
export const secondApp = async (house: House, send: (letter: Letter) => Promise<void>) =>
  buildApp({
    store: house.store,
    post: { send },
    now: () => house.clock.now(),
    config: house.config,
  })
