import t, { type Test } from 'tap'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { actionsUnder, agree, concernOf, writeDown, writeEntry, isBehind } from './set-up.ts'

t.test(
  'two concerns that were joined by mistake are taken apart again, and both trails say who and why',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const lift = await writeDown(laptop, 'The lift is broken')
    const noise = await writeDown(laptop, 'Noise at night')
    const before = await agree(house, laptop, lift, 'Ask for a new lift')
    house.clock.pass({ minutes: 1 })
    await laptop.post(`/desk/concerns/${lift}/merging`, { into: noise })
    house.clock.pass({ minutes: 1 })
    const goes = await agree(house, laptop, noise, 'Write to the lift firm')
    const stays = await agree(house, laptop, noise, 'Walk round at night')

    const page = (await laptop.get(`/desk/concerns/${lift}`)).body
    t.match(page, 'Take them apart')
    t.match(page, 'Write to the lift firm')
    t.notMatch(page, 'Write the entry', 'R28: it has no entry of its own while it is joined')
    t.match(page, /told with the concern that it was joined to:\s+<a [^>]+>Noise at night/)
    t.notMatch(
      page.split('Agreed since they were joined')[1]!.split('</fieldset>')[0]!,
      'Ask for a new lift',
    )

    const without = await laptop.post(`/desk/concerns/${lift}/parting`, { reason: ' ' })
    t.equal(without.statusCode, 422, 'R23: why must be said')
    t.match(without.body, 'Write why the two are taken apart')
    t.equal(
      (await laptop.post(`/desk/concerns/${lift}/parting`, { reason: 'x', actionIds: [before] }))
        .statusCode,
      422,
      'only what was agreed since can be moved',
    )
    await laptop.post(`/desk/concerns/${lift}/parting`, {
      reason: 'Two different things',
      actionIds: [goes],
    })

    await apart(t, house, { lift, noise })
    t.same(
      actionsUnder(house, lift).map((each) => each.id),
      [before, goes],
    )
    t.same(
      actionsUnder(house, noise).map((each) => each.id),
      [stays],
    )
    t.equal(
      (await laptop.post(`/desk/concerns/${lift}/parting`, { reason: 'again' })).statusCode,
      422,
      'what is apart cannot be taken apart',
    )
  },
)

async function apart(t: Test, house: House, { lift, noise }: { lift: number; noise: number }) {
  const laptop = house.signIn(PEOPLE.coordinator)
  t.equal(concernOf(house, lift).mergedIntoId, null)
  t.same(concernOf(house, noise).mergedIds, [])
  for (const id of [lift, noise]) {
    const trail = (await laptop.get(`/desk/concerns/${id}`)).body
    t.match(trail, /<b>Joined (to|by)<\/b>/)
    t.match(trail, 'Taken apart again')
    t.match(trail, 'Two different things')
  }
  t.ok(
    house.store.journal
      .history('concern', lift)
      .some((line) => line.verb === 'taken apart' && line.personId !== null),
  )
}

t.test(
  'a concern that was taken apart can be joined again, and its trail keeps both',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const lift = await writeDown(laptop, 'The lift is broken')
    const noise = await writeDown(laptop, 'Noise at night')
    for (const reason of ['No', 'No again']) {
      await laptop.post(`/desk/concerns/${lift}/merging`, { into: noise })
      house.clock.pass({ minutes: 1 })
      await laptop.post(`/desk/concerns/${lift}/parting`, { reason })
      house.clock.pass({ minutes: 1 })
    }
    await laptop.post(`/desk/concerns/${lift}/merging`, { into: noise })
    t.equal(concernOf(house, lift).mergedIntoId, noise)
    t.same(
      concernOf(house, lift).joinings.map((each) => each.parted?.reason ?? null),
      ['No', 'No again', null],
    )
  },
)

t.test(
  'R28: what was told while they were one is on the desk as moved on, and a new entry can be written',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const lift = await writeDown(laptop, 'The lift is broken')
    const noise = await writeDown(laptop, 'Noise at night')
    const asked = await agree(house, laptop, lift, 'Ask for a new lift')
    const told = { [`action-${asked}`]: 'Mosaic asks for a new lift' }
    const first = await writeEntry(house, laptop, lift, told)
    const slug = await first.publish()
    const other = await writeEntry(house, laptop, noise, { said: 'It is loud at night.' })
    await other.publish()
    house.clock.pass({ minutes: 1 })
    await laptop.post(`/desk/concerns/${lift}/merging`, { into: noise })
    await other.write({ ...told, changeKind: 'news', changeWords: '' })
    await other.publish()
    t.equal((await house.stranger().get(`/entries/${slug}`)).statusCode, 410)
    t.notOk(isBehind(house, other.publication()))

    await laptop.post(`/desk/concerns/${lift}/parting`, { reason: 'Two different things' })
    t.ok(isBehind(house, other.publication()), 'it tells of what is not its own')
    t.equal(
      (await house.stranger().get(`/entries/${slug}`)).statusCode,
      410,
      'R15: an address that was closed stays closed',
    )
    const again = await writeEntry(house, laptop, lift, told)
    const anew = await again.publish()
    t.not(anew, slug)
    t.equal((await house.stranger().get(`/entries/${anew}`)).statusCode, 200)
  },
)

t.test('R11: whoever may not know of the other one cannot take them apart', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const me = house.person(PEOPLE.coordinator).id
  const held = { depth: 'named', ground: 'A family could be identified.' }
  const one = await writeDown(laptop, 'A family', { ...held, list: [me] })
  const other = await writeDown(laptop, 'Another family', { ...held, list: [me] })
  await laptop.post(`/desk/concerns/${one}/merging`, { into: other })
  const approver = house.person(PEOPLE.approver).id
  house.store.concerns.recordDepth(
    other,
    { depth: 'named', ground: 'A family could be identified.', list: [approver] },
    { personId: me, at: house.clock.at() },
  )
  t.equal(
    (await laptop.post(`/desk/concerns/${one}/parting`, { reason: 'A mistake' })).statusCode,
    403,
  )
})

t.test('R20: nobody but a coordinator takes concerns apart', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const one = await writeDown(laptop, 'The lift')
  await laptop.post(`/desk/concerns/${one}/merging`, { into: 1 })
  const sergeant = house.signIn(PEOPLE.sergeant)
  t.equal(
    (await sergeant.post(`/desk/concerns/${one}/parting`, { reason: 'A mistake' })).statusCode,
    403,
  )
  t.notMatch((await sergeant.get(`/desk/concerns/${one}`)).body, 'Take them apart')
})
