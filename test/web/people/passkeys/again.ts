import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { add, device, open, questionOn } from './set-up.ts'

t.test(
  'R25: whoever has a passkey shows with it again who they are: once, theirs, and in the session that asked',
  async (t) => {
    const house = await open(t)
    const laptop = house.signIn(PEOPLE.coordinator)
    const key = device()
    await add(laptop, key)
    const other = device()
    await add(house.signIn(PEOPLE.approver), other)
    const path = `/desk/people/${house.person(PEOPLE.officer).id}/role`
    const fields = { role: 'observer' }
    house.clock.pass({ minutes: 11 })
    const asked = async () => questionOn(await laptop.post(path, fields))
    const send = async (credential: string, by = laptop) =>
      (await by.post(path, { ...fields, credential })).statusCode
    t.equal(await send(other.get(await asked())), 422, 'another’s passkey')
    const question = await asked()
    const thief = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    thief.cookies.set('__Host-passkey', laptop.cookies.get('__Host-passkey')!)
    await send(key.get(question), thief)
    t.equal(house.person(PEOPLE.officer).role, 'member', 'a question of another session')
    const credential = key.get(await asked())
    t.equal(await send(credential), 303)
    t.equal(house.person(PEOPLE.officer).role, 'observer')
    house.clock.pass({ minutes: 11 })
    t.equal(await send(credential), 422, 'a replay')
  },
)
