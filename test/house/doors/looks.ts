import t from 'tap'
import { CALLERS, openDoors } from '../../support/doors/doors.ts'
import { statesOf } from '../../support/doors/states.ts'
import { followLinks, recordOf } from './set-up.ts'

t.test('R11: every look at a named matter is in the journal before it is shown', async (t) => {
  const { house, callers, ids } = await openDoors(t, new Set())
  const looks = (): number =>
    house.store.journal.list(1, 10_000).filter((line) => line.verb === 'looked at').length
  const held = [
    `/desk/actions/${ids.actions.family}`,
    `/desk/concerns/${ids.concerns.police}`,
    `/desk/entries/${ids.entries.police}`,
    `/desk/leaflets/${ids.leaflets.police}`,
    `/desk/leaflets/${ids.leaflets.police}/files/${ids.inLeaflet(ids.leaflets.police, 'files')}`,
    `/desk/programmes/${ids.programmes.police}`,
    ...Object.values(ids.evidence.police).map((id) => `/desk/entries/${id}`),
  ]
  for (const path of held) {
    const before = looks()
    t.equal((await callers.sergeant.get(path)).statusCode, 200)
    t.equal(looks(), before + 1, `a look at ${path}`)
    t.equal((await callers.approver.get(path)).statusCode, 404)
    t.equal(looks(), before + 1, 'and none of someone who was shown nothing')
  }
})

t.test('R21: reading changes no record, whoever reads and whatever they open', async (t) => {
  const doors = await openDoors(t, new Set())
  const { house, callers, ids } = doors
  house.clock.pass({ minutes: 5 })
  const before = recordOf(house.file)
  let read = 0
  for (const route of house.routes.filter(
    ({ method, url }) => method === 'GET' && !url.startsWith('/static/'),
  )) {
    for (const state of statesOf(route, ids))
      for (const caller of CALLERS)
        for (const part of [false, true]) {
          await callers[caller].get(state.path, { part })
          read += 1
        }
  }
  const { seen } = await followLinks(doors)
  t.comment(`${read} readings of routes, and ${seen.size} pages by their links`)
  t.same(recordOf(house.file), before)
})
