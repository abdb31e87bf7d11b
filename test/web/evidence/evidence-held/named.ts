import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands } from './set-up.ts'

t.test(
  'R11: a matter that is held in private cannot be found out by naming it beside one that is not',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, does, programme, point, heldBy, sergeant } = hands(t, house)
    const id = await does('/desk/programmes', programme)
    const chance = `/desk/programmes/${id}/points/${await point(id, 'Mend the lamps.')}`
    const concern = await does('/desk/concerns', { text: 'The park is dark', originKind: 'phone' })
    const action = house.store.actions
      .listUnfiltered()
      .find((each) => each.depth === 'table' && each.terms.at(-1)!.kind === 'one-off')!.id
    await does(`/desk/actions/${action}/depth`, heldBy(sergeant))
    const [held, missing] = [
      await laptop.post(`${chance}/steps`, { concernId: concern, actionId: action }),
      await laptop.post(`${chance}/steps`, { concernId: concern, actionId: 99_999 }),
    ]
    t.equal(held.statusCode, 422)
    t.equal(missing.statusCode, 422, 'R23: one that is not there is a clear refusal as well')
    t.equal(
      held.body.replaceAll(String(action), 'N').length,
      missing.body.replaceAll(String(action), 'N').replaceAll('99999', 'N').length,
      'and the two answers are alike',
    )
    t.same(
      house.store.programmes.listUnfiltered().find((each) => each.id === id)!.points[0]!.steps,
      [],
    )
  },
)

t.test(
  'An observer’s name stands nowhere: who took part says so, and an observer changes nothing',
  async (t) => {
    const house = await openHouse({ t })
    const id = house.store.programmes.listUnfiltered()[0]!.id
    const observer = house.signIn(PEOPLE.observer)
    t.equal(
      (await observer.post(`/desk/programmes/${id}/alumni`, { agreed: 'yes' })).statusCode,
      403,
    )
    t.same(house.store.programmes.listUnfiltered()[0]!.alumniIds, [])
  },
)

t.test(
  'R5: an action can be taken out of the minutes whatever number a finding or an opportunity that is told has',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop } = hands(t, house)
    const open = house.store.roundTables
      .list()
      .find((table) => table.openedAt && !table.finishedAt)!
    await laptop.post(`/desk/round-tables/${open.slug}/actions`, { text: 'Written by mistake' })
    const action = house.store.actions.listUnfiltered().at(-1)!
    const { programmeId, drafts } = house.store.publications
      .list()
      .find((each) => each.kind === 'programme')!
    house.store.publications.record(
      { kind: 'programme', programmeId },
      drafts[0]!.words,
      [action.id],
      {
        personId: house.person(PEOPLE.coordinator).id,
        at: house.clock.at(),
      },
    )
    t.equal(
      (await laptop.post(`/desk/round-tables/${open.slug}/actions/${action.id}/taking-out`))
        .statusCode,
      303,
    )
  },
)
