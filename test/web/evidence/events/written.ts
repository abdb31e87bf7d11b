import t, { type Test } from 'tap'
import { eventTermsOf } from '../../../../src/domain/evidence/event.ts'
import { openHouse, PEOPLE, type House, type Fields } from '../../../support/house.ts'
import { hands, lastPart, PRIVATE, read, type Hands } from './set-up.ts'

t.test(
  'R2, R23: an event is written down with what is known; each field that cannot be so says why beside it, with everything typed still there',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, of } = hands(house)
    const organisationId = house.person(PEOPLE.sergeant).organisationId
    const typed = {
      kind: 'workshop',
      name: 'Typed name',
      heldOn: '20/1/2022',
      startsAt: '10.30am',
      place: 'Typed place',
      headCount: '12',
      topics: 'Typed topics',
      tookAway: 'Typed lessons',
      cameIds: organisationId,
      [`brought-${organisationId}`]: 'Typed leaflets',
    }
    await reasonBeside(t, { house, organisationId, typed, write })
    const made = await write(typed)
    t.match(eventTermsOf(of(lastPart(made))), {
      kind: 'workshop',
      name: 'Typed name',
      heldOn: '2022-01-20',
      startsAt: '10.30',
      headCount: 12,
      organisations: [{ organisationId, brought: 'Typed leaflets' }],
    })
    t.equal(lastPart(await write(typed)), lastPart(made), 'sent twice is written once')
    const open = read(
      await laptop.get(
        `/desk/events/${lastPart(await write({ name: 'Only a name', heldOn: '', headCount: '' }))}`,
      ),
    )
    t.match(open, 'No date yet')
  },
)

async function reasonBeside(
  t: Test,
  {
    house,
    organisationId,
    typed,
    write,
  }: {
    house: House
    organisationId: number
    typed: Fields
    write: Hands['write']
  },
) {
  for (const [field, value, reason] of [
    ['name', '', 'Give it a name'],
    ['name', 'x'.repeat(121), '120 characters'],
    ['heldOn', 'soonish', 'Write a day'],
    ['startsAt', 'late', 'Write a time'],
    ['place', '12 Upper Church Street', 'never a home'],
    ['headCount', '-3', 'whole number'],
    ['headCount', 'many', 'whole number'],
    ['headCount', '100000', 'too large'],
    ['heldOn', '20/3/2022', 'lies ahead'],
    ['topics', 'x'.repeat(1001), '1000 characters'],
    ['tookAway', 'x'.repeat(1001), '1000 characters'],
    [`brought-${organisationId}`, 'x'.repeat(201), '200 characters'],
    ['kind', 'party', 'Choose what it is'],
    ['depth', 'named', 'Choose the ground'],
  ] as const) {
    const before = house.store.events.listUnfiltered().length
    const answer = await write({ ...typed, [field]: value })
    t.equal(answer.statusCode, 422, `${field}: ${value.slice(0, 20)}`)
    t.match(answer.body, reason)
    t.match(answer.body, 'class="error"', 'beside the field')
    for (const [name, words] of Object.entries(typed))
      if (name !== field && !['kind', 'cameIds'].includes(name))
        t.ok(answer.body.includes(String(words)), `${name} is still there after ${field}`)
    t.match(answer.body, new RegExp(`value="${organisationId}" checked`))
    t.equal(house.store.events.listUnfiltered().length, before)
  }
  t.match(
    await write({ ...typed, cameIds: [] }),
    { statusCode: 422, body: /Tick it as well/ },
    'what was brought is not dropped because its box is not ticked',
  )
  t.equal((await write({ ...typed, cunning: 'x' })).statusCode, 400)
  t.equal((await write({ ...typed, areaId: '99999' })).statusCode, 400)
}

t.test(
  'R9: the same form sent again, now held in private, is not taken for the one before',
  async (t) => {
    const house = await openHouse({ t })
    const { write, of } = hands(house)
    const first = lastPart(await write())
    const second = lastPart(await write({ ...PRIVATE, list: house.person(PEOPLE.coordinator).id }))
    t.not(second, first)
    t.equal(of(second).depth, 'named')
    t.not(lastPart(await write({ tookAway: 'More was said' })), first, 'nor one that says more')
  },
)

t.test(
  'R23: two people change one event: both texts are shown with all that was typed, and nothing is lost',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, rewrite, write, of } = hands(house)
    const police = house.person(PEOPLE.sergeant).organisationId
    const id = lastPart(await write())
    const basedOn = eventTermsOf(of(id)).id
    await rewrite(id, { tookAway: 'What the first one wrote' })
    const answer = await laptop.post(`/desk/events/${id}/terms`, {
      kind: 'workshop',
      name: 'Other name',
      heldOn: '21/1/2022',
      startsAt: '9am',
      place: 'The library',
      headCount: '40',
      topics: 'Other topics',
      tookAway: 'Other lessons',
      cameIds: police,
      [`brought-${police}`]: 'Two officers',
      basedOn,
    })
    t.equal(answer.statusCode, 409)
    for (const words of [
      'What the first one wrote',
      'Workshop: Other name',
      '21 January 2022',
      '9am',
      'The library',
      '40 came',
      'Other topics',
      'Other lessons',
      'Two officers',
    ])
      t.match(read(answer), words)
    t.equal(eventTermsOf(of(id)).tookAway, 'What the first one wrote')
    t.match(await rewrite(id, { name: '', tookAway: 'Kept' }), { statusCode: 422, body: /Kept/ })
  },
)

t.test(
  'R19, R23: the groups are set in one place; a line that cannot be read is refused with all that was typed',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop } = hands(house)
    const save = (groups: string) =>
      laptop.post('/desk/settings/words', {
        communities: 'Typed communities',
        atRisk: 'Typed steps',
        phrases: 'Typed phrase',
        groups,
      })
    for (const bad of [
      'Gender Male Female',
      'Gender: Male',
      'Gender: Male, male',
      'Gender: A, B\nGender: C, D',
      Array.from({ length: 7 }, (_, i) => `G${i}: A, B`).join('\n'),
    ]) {
      const answer = await save(bad)
      t.equal(answer.statusCode, 422, bad)
      for (const words of ['Typed communities', 'Typed steps', 'Typed phrase', bad])
        t.ok(answer.body.includes(words), words)
      t.match(answer.body, 'id="words-groups-error"')
    }
    t.equal((await save('')).statusCode, 303)
    t.match(
      (await laptop.get('/desk/settings')).body,
      'Gender: Male, Female, Not asked',
      'empty is the first ones again',
    )
  },
)
