import t, { type Test } from 'tap'
import { eventTermsOf } from '../../../../src/domain/evidence/event.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { hands, lastPart, PRIVATE, read, type Hands } from './set-up.ts'

t.test(
  'a monthly series makes the next from the last: an event of its own, one for each month, and the first stays as it was',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, of, stall } = hands(house)
    const police = house.person(PEOPLE.sergeant).organisationId
    const id = lastPart(
      await write({
        name: 'Monthly talk',
        kind: 'workshop',
        topics: 'Rights',
        tookAway: 'Much',
        place: 'The library',
        cameIds: police,
        [`brought-${police}`]: 'Two officers',
      }),
    )
    const before = of(id)
    const made = lastPart(await laptop.post(`/desk/events/${id}/next`))
    t.not(made, id)
    t.same(of(id), before)
    t.match(of(made), {
      seriesId: id,
      terms: [
        {
          name: 'Monthly talk',
          heldOn: '2022-02',
          place: 'The library',
          headCount: null,
          topics: null,
          tookAway: null,
          organisations: [{ organisationId: police, brought: '' }],
        },
      ],
    })
    t.match(read(await laptop.get(`/desk/events/${made}`)), 'Who will take part')
    await eachMonthOnce(t, { house, id, made, laptop, write, of })
    await heldOfASeries(t, { house, id, made, laptop, of, stall })
  },
)

async function eachMonthOnce(
  t: Test,
  {
    house,
    id,
    made,
    laptop,
    write,
    of,
  }: { house: House; id: number; made: number } & Pick<Hands, 'laptop' | 'write' | 'of'>,
) {
  house.clock.pass({ minutes: 10 })
  t.match(await laptop.post(`/desk/events/${id}/next`), {
    statusCode: 422,
    body: /is there already/,
  })
  t.equal(
    eventTermsOf(of(lastPart(await laptop.post(`/desk/events/${made}/next`)))).heldOn,
    '2022-03',
  )
  t.match(read(await laptop.get(`/desk/events/${id}`)), 'February 2022')
  t.match(
    await laptop.post(
      `/desk/events/${lastPart(await write({ name: 'No date', heldOn: '', headCount: '' }))}/next`,
    ),
    { statusCode: 422, body: /Say first when/ },
  )
}

async function heldOfASeries(
  t: Test,
  {
    house,
    id,
    made,
    laptop,
    of,
    stall,
  }: { house: House; id: number; made: number } & Pick<Hands, 'laptop' | 'of' | 'stall'>,
) {
  await laptop.post(`/desk/events/${id}/depth`, {
    ...PRIVATE,
    list: house.person(PEOPLE.coordinator).id,
  })
  t.notMatch(
    read(await laptop.get(`/desk/events/${made}`)),
    '42 came',
    'R11: the series says only that one is held',
  )
  const heldNext = of(
    lastPart(
      await laptop.post(
        `/desk/events/${await stall({ name: 'Held', ...PRIVATE, list: house.person(PEOPLE.coordinator).id }).catch(async () => house.store.events.listUnfiltered().at(-1)!.id)}/next`,
      ),
    ),
  )
  t.equal(heldNext.depth, 'named', 'R9: the next of a private one is private')
}

t.test(
  'R9: a finding becomes one concern in one step, raised when the survey was, which is said by a link alone, and stays with it',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, of } = hands(house)
    const id = lastPart(
      await write({ kind: 'survey', name: 'Survey of mothers', heldOn: 'December 2021' }),
    )
    t.match(await laptop.post(`/desk/events/${id}/findings`, { text: ' ' }), {
      statusCode: 422,
      body: /Write it in a few words/,
    })
    for (let i = 0; i < 2; i++)
      await laptop.post(`/desk/events/${id}/findings`, { text: 'Mothers feel unheard' })
    t.equal(of(id).findings.length, 1, 'sent twice is found once')
    const finding = of(id).findings[0]!
    const concern = await laptop.post(`/desk/events/${id}/findings/${finding.id}/concerns`)
    house.clock.pass({ minutes: 10 })
    t.equal(
      (await laptop.post(`/desk/events/${id}/findings/${finding.id}/concerns`)).headers.location,
      concern.headers.location,
      'however often it is pressed',
    )
    t.match(house.store.concerns.listUnfiltered([lastPart(concern)])[0], {
      raisedOn: '2021-12',
      originKind: 'survey',
      originNote: null,
      depth: 'table',
    })
    t.match(await laptop.post(`/desk/events/${id}/findings/${finding.id}/ending`), {
      statusCode: 422,
      body: /so it stays/,
    })
    await laptop.post(`/desk/concerns/${lastPart(concern)}/depth`, {
      ...PRIVATE,
      list: house.person(PEOPLE.approver).id,
    })
    t.equal(of(id).depth, 'named', 'R9')
    t.equal((await laptop.get(`/desk/events/${id}`)).statusCode, 404)
    const ahead = lastPart(
      await write({ kind: 'survey', name: 'Survey to come', heldOn: '20/5/2022', headCount: '' }),
    )
    await laptop.post(`/desk/events/${ahead}/findings`, { text: 'Found before it was' })
    const refused = await laptop.post(
      `/desk/events/${ahead}/findings/${of(ahead).findings[0]!.id}/concerns`,
    )
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'class="error"')
    await laptop.post(`/desk/events/${ahead}/findings/${of(ahead).findings[0]!.id}/ending`)
    t.equal(of(ahead).findings.length, 0)
    for (const path of ['findings/999/concerns', 'findings/999/ending', 'options/999/ending'])
      t.equal((await laptop.post(`/desk/events/${ahead}/${path}`)).statusCode, 404)
  },
)
