import t from 'tap'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'

/** The machine stops at the moment that the session would begin. */
const stopping = async (
  house: House,
  verb: 'startSession' | 'passSecondFactor',
  send: () => Promise<{ statusCode: number }>,
): Promise<void> => {
  const { signIn } = house.store
  const begins = signIn[verb]
  Object.assign(signIn, {
    [verb]: () => {
      throw new Error('stopped')
    },
  })
  t.equal((await send()).statusCode, 500)
  Object.assign(signIn, { [verb]: begins })
}

t.test('R22: a code whose session did not begin is not spent', async (t) => {
  const house = await openHouse({ t })
  const browser = house.stranger()
  await browser.post('/sign-in', { email: PEOPLE.sergeant })
  const code = house.letters.at(-1)!.text.match(/code is (\w+)/)![1]!
  const send = () => browser.post('/sign-in/code', { code })
  await stopping(house, 'startSession', send)
  t.equal((await send()).headers.location, '/desk')
})

t.test('R22: nor is a recovery code, where the second step was not taken down', async (t) => {
  const house = await openHouse({ t })
  const by = { personId: house.person(PEOPLE.approver).id, at: house.clock.at() }
  const [code] = house.store.signIn.enrol(by.personId, 'JBSWY3DPEHPK3PXP', 1, by)
  const browser = house.signIn(PEOPLE.approver, { secondFactor: false })
  const send = () => browser.post('/sign-in/second-factor', { code: code! })
  await stopping(house, 'passSecondFactor', send)
  t.equal((await send()).headers.location, '/desk')
})

t.test('R22: a set-up that was cut short can be begun again by the same link', async (t) => {
  const house = await openHouse({ t, sample: false })
  const link = house.store.signIn.makeLink(null, house.clock.at())
  const first = { partnership: 'Mosaic', name: 'First', email: 'first@mosaic.example' }
  const send = () => house.stranger().post(`/set-up/${link}`, first)
  await stopping(house, 'startSession', send)
  t.equal(house.store.organisations.list().length, 0)
  t.equal((await send()).headers.location, '/sign-in/second-factor/app')
})
