import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { concernOf, writeDown, writeEntry, isBehind } from './set-up.ts'

t.test(
  'R28: a priority has an end; the entry tells it, and the file holds it until then',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const id = await writeDown(laptop, 'The lift is broken')
    const past = await laptop.post(`/desk/concerns/${id}/priorities`, {
      agreed: 'yes',
      until: '1/1/2022',
    })
    t.equal(past.statusCode, 422)
    t.match(past.body, 'This is past')
    await laptop.post(`/desk/concerns/${id}/priorities`, { agreed: 'yes', until: 'for 3 months' })
    t.equal(concernOf(house, id).priorities.at(-1)!.until, '2022-04-27')
    t.match((await laptop.get(`/desk/concerns/${id}`)).body, 'Yes, until 27 April 2022')

    const entry = await writeEntry(house, laptop, id)
    const slug = await entry.publish()
    const issues = async (): Promise<string[]> =>
      (await house.stranger().get('/priorities.json'))
        .json()
        .map((each: { issue: string }) => each.issue.replace(' (sample)', ''))
    const page = async () => (await house.stranger().get(`/entries/${slug}`)).body
    t.ok((await issues()).includes('The lift is broken for weeks.'))
    t.match(await page(), /Until (<[^>]+>)?27 April 2022/)

    await laptop.post(`/desk/concerns/${id}/priorities`, { agreed: 'yes', until: 'May 2022' })
    t.ok(isBehind(house, entry.publication()), 'how long is something it tells')
    house.clock.moveTo('2022-04-28T09:00:00.000Z')
    t.notOk(
      (await issues()).includes('The lift is broken for weeks.'),
      'R10: what was told counts, until a new copy says otherwise',
    )
    t.notMatch(await page(), /Until (<[^>]+>)?27 April 2022/)
  },
)

t.test('R4: a priority whose time is over is asked about at the next table', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const id = await writeDown(laptop, 'The lift is broken')
  await laptop.post(`/desk/concerns/${id}/priorities`, { agreed: 'yes', until: 'February 2022' })
  const open = house.store.roundTables.list().find((table) => table.openedAt && !table.finishedAt)!
  const path = `/desk/round-tables/${open.slug}`
  // The table was opened before this was agreed, so it asks at the next one.
  await laptop.post(`${path}/priorities`, { concernId: id, choice: 'keep', until: '1/1/2022' })
  const again = await laptop.post(`${path}/priorities`, {
    concernId: id,
    choice: 'keep',
    into: '',
    reason: '',
    until: 'June 2022',
  })
  t.equal(again.statusCode, 303)
  t.equal(concernOf(house, id).priorities.at(-1)!.until, '2022-06')
  house.clock.moveTo('2022-07-01T09:00:00.000Z')
  t.match(
    (await house.signIn(PEOPLE.coordinator).get(`/desk/concerns/${id}`)).body,
    'It was, until June 2022. The next round table is asked',
  )
})
