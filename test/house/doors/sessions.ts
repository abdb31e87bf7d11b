import fastify from 'fastify'
import t from 'tap'
import { requirePolicy } from '../../../src/web/policy.ts'
import { openDoors } from '../../support/doors/doors.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { followLinks } from './set-up.ts'

t.test('a route that declares no policy stops the app from starting', async (t) => {
  const app = fastify()
  t.teardown(() => app.close())
  requirePolicy(app)
  t.doesNotThrow(() => app.get('/with', { config: { policy: 'public' } }, async () => 'here'))
  t.throws(() => app.get('/without', async () => 'here'), /GET \/without declares no policy/)
  t.throws(() => app.post('/without', { config: {} }, async () => 'here'), /declares no policy/)
  const behind = fastify()
  requirePolicy(behind)
  behind.register(async (door) => {
    door.get('/deeper', async () => 'here')
  })
  await t.rejects(
    async () => {
      await behind.ready()
    },
    /declares no policy/,
    'behind a door as well',
  )
})

t.test('every link that a coordinator is shown leads somewhere', async (t) => {
  t.same((await followLinks(await openDoors(t, new Set()))).dead, [])
})

t.test(
  'R25: a session ends where the person does, and a role is asked for at every step',
  async (t) => {
    const house = await openHouse({ t })
    const officer = house.signIn(PEOPLE.officer)
    t.equal((await officer.get('/desk')).statusCode, 200)
    house.store.people.end(house.person(PEOPLE.officer).id, {
      personId: house.person(PEOPLE.coordinator).id,
      at: house.clock.at(),
    })
    t.equal((await officer.get('/desk')).headers.location, '/sign-in')
    const listed = house.signIn(PEOPLE.sergeant, { secondFactor: false })
    t.equal(
      (await listed.get('/desk')).headers.location,
      '/sign-in/second-factor',
      'a member on the list of a named matter adds a second factor',
    )
    t.equal(
      (await house.signIn(PEOPLE.observer, { secondFactor: false }).get('/desk')).statusCode,
      200,
      'an observer, who is on none, does not',
    )
    const coordinator = house.signIn(PEOPLE.coordinator)
    t.equal((await coordinator.get('/desk/settings')).statusCode, 200)
    house.store.people.recordRole(house.person(PEOPLE.coordinator).id, 'observer', false, {
      personId: null,
      at: house.clock.at(),
    })
    t.equal((await coordinator.get('/desk/settings')).statusCode, 403)
  },
)
