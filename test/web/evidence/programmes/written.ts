import t, { type Test } from 'tap'
import { programmeTermsOf } from '../../../../src/domain/evidence/programme.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands, HUBS, lastPart, PRIVATE, read, type Hands } from './set-up.ts'

t.test(
  'R2, R23: a programme is written down with what is known; each field that cannot be so says why beside it, with everything typed still there',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, of, WRITTEN, post, page } = hands(house)
    t.equal((await laptop.get('/desk/programmes/new')).statusCode, 200)
    const all = () => house.store.programmes.listUnfiltered().length
    await saysWhyBeside(t, all, { write, WRITTEN })
    const id = lastPart(await write())
    t.match(programmeTermsOf(of(id)), { ...WRITTEN, startsOn: '2020-09' })
    t.match(
      of(id),
      { depth: 'table', ground: null, list: [] },
      'R9: nothing is wider because someone forgot',
    )
    t.equal(lastPart(await write()), id, 'sent twice is written once')
    t.not(
      lastPart(await write({ support: 'More than that' })),
      id,
      'and one that says more is not taken for it',
    )
    t.not(
      lastPart(await write({ ...PRIVATE, list: house.person(PEOPLE.coordinator).id })),
      id,
      'nor one that is held in private',
    )
    const bare = lastPart(
      await write({
        name: 'Bare',
        startsOn: '',
        length: '',
        agreement: '',
        support: '',
        partnerIds: [],
      }),
    )
    t.match(read(await page(bare)), 'No date yet')
    for (const wrong of ['0', 'x', '99999', '1.5'])
      t.equal((await laptop.get(`/desk/programmes/${wrong}`)).statusCode, 404, wrong)
    t.equal((await post(99999, 'points', { kind: 'outcome', text: 'x' })).statusCode, 404)
  },
)

async function saysWhyBeside(
  t: Test,
  all: () => number,
  { write, WRITTEN }: Pick<Hands, 'write' | 'WRITTEN'>,
) {
  for (const [field, value, reason] of [
    ['name', '', 'Give it a name'],
    ['name', 'x'.repeat(121), '120 characters'],
    ['aim', '', 'Say in a sentence'],
    ['aim', 'x'.repeat(601), '600 characters'],
    ['startsOn', 'soonish', 'Write a day'],
    ['length', 'x'.repeat(61), '60 characters'],
    ['agreement', 'x'.repeat(1001), '1000 characters'],
    ['support', 'x'.repeat(401), '400 characters'],
    ['partnerIds', 'police', 'Choose from the list'],
    ['depth', 'named', 'Choose the ground'],
    ['depth', 'secret', 'Choose from the list'],
  ] as const) {
    const before = all()
    const answer = await write({ [field]: value })
    t.equal(answer.statusCode, 422, `${field}: ${value.slice(0, 20)}`)
    t.match(answer.body, reason)
    t.match(answer.body, 'class="error"', 'beside the field')
    for (const [name, words] of Object.entries(WRITTEN))
      if (name !== field && name !== 'partnerIds')
        t.ok(answer.body.includes(String(words)), `${name} is still there after ${field}`)
    if (field !== 'partnerIds')
      t.match(answer.body, new RegExp(`value="${WRITTEN.partnerIds[0]}" checked`))
    t.equal(all(), before)
  }
  t.equal((await write({ cunning: 'x' })).statusCode, 400)
  t.equal((await write({ partnerIds: '99999' })).statusCode, 400)
}

t.test(
  'R23: two people change one programme: both texts are shown, and a form with a mistake in it does not cover the other’s words when it is put right',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, of, WRITTEN } = hands(house)
    const id = await begin()
    const basedOn = programmeTermsOf(of(id)).id
    await post(id, 'terms', { ...WRITTEN, aim: 'What the first one wrote', basedOn })
    const late = await post(id, 'terms', { ...WRITTEN, aim: 'What the second one wrote', basedOn })
    t.equal(late.statusCode, 409)
    for (const words of [
      'What the first one wrote',
      'What the second one wrote',
      'September 2020',
      'six months',
      'What is said stays here',
      'A counsellor',
    ])
      t.match(read(late), words)
    const wrong = await post(id, 'terms', {
      ...WRITTEN,
      aim: 'What the second one wrote',
      startsOn: 'soonish',
      basedOn,
    })
    t.equal(wrong.statusCode, 422)
    t.match(wrong.body, 'What the second one wrote')
    t.match(wrong.body, `name="basedOn" value="${basedOn}"`, 'it still says what it was made from')
    t.equal(programmeTermsOf(of(id)).aim, 'What the first one wrote')
    t.equal((await post(id, 'terms', { ...WRITTEN, basedOn: 'x' })).statusCode, 409)
    t.equal(
      (await post(id, 'terms', { ...WRITTEN, basedOn: programmeTermsOf(of(id)).id, cunning: 'x' }))
        .statusCode,
      400,
    )
    const { store } = house
    store.organisations.recordChange(
      WRITTEN.partnerIds[0]!,
      { endedOn: '2022-01-01' },
      { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
    )
    t.match(
      (await hands(house).page(id)).body,
      new RegExp(
        `id="terms-partnerIds-${WRITTEN.partnerIds[0]}" name="partnerIds" value="${WRITTEN.partnerIds[0]}" checked`,
      ),
      'R2: a partner that has ended is not dropped by saving something else',
    )
  },
)

t.test(
  'R11: members and observers read a programme and change nothing; an observer has no name to put in',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, chance, page, of, WRITTEN } = hands(house)
    const id = await begin()
    const first = await chance(id)
    await post(id, 'phases', { name: 'First phase' })
    const before = JSON.stringify(of(id))
    for (const person of [PEOPLE.sergeant, PEOPLE.approver, PEOPLE.observer]) {
      const browser = house.signIn(person)
      const seen = await page(id, browser)
      t.match(seen.body, HUBS)
      const forms = [
        ...seen.body.matchAll(new RegExp(`action="/desk/programmes/${id}/([^"]+)"`, 'g')),
      ].map((each) => each[1])
      t.same(
        forms,
        person === PEOPLE.observer ? [] : ['alumni'],
        `${person} is shown no form they may not send`,
      )
      for (const [noun, fields] of [
        ['terms', { ...WRITTEN, basedOn: programmeTermsOf(of(id)).id }],
        ['depth', { depth: 'public' }],
        ['phases', { name: 'x' }],
        [`phases/${of(id).phases[0]!.id}/ending`, {}],
        [`phases/${of(id).phases[0]!.id}/handovers`, {}],
        ['sessions', { heldOn: 'May 2021' }],
        ['points', { kind: 'outcome', text: 'x' }],
        [`points/${first}/ending`, {}],
        [`points/${first}/sights`, {}],
        [`points/${first}/steps`, { words: 'x' }],
        [`points/${first}/steps/1/ending`, {}],
        [`points/${first}/concerns`, {}],
        [`points/${first}/actions`, {}],
      ] as const)
        t.equal((await post(id, noun, fields, browser)).statusCode, 403, `${person} ${noun}`)
      t.equal((await browser.post('/desk/programmes', WRITTEN)).statusCode, 403)
      t.equal((await browser.get('/desk/programmes/new')).statusCode, 403)
    }
    t.equal(
      (await post(id, 'alumni', { agreed: 'yes' }, house.signIn(PEOPLE.observer))).statusCode,
      403,
    )
    t.equal(JSON.stringify(of(id)), before)
    t.equal((await post(id, 'alumni', { agreed: 'yes' }, house.stranger())).statusCode, 303)
    t.same(of(id).alumniIds, [], 'a stranger is sent to sign in')
  },
)

t.test(
  'R20, R25: what was typed for a programme survives the end of a session, and what is private or a decision does not',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, begin, post, WRITTEN } = hands(house)
    const id = await begin()
    house.clock.pass({ minutes: 31 })
    await post(id, 'sessions', { heldOn: 'May 2021' })
    await post(id, 'depth', { depth: 'public' })
    await post(id, 'alumni', { agreed: 'yes' })
    t.same(house.store.people.keptForms(house.person(PEOPLE.coordinator).id), [])
    await laptop.post(`/desk/programmes/${id}/terms`, {
      ...WRITTEN,
      aim: 'What I typed',
      basedOn: 1,
    })
    t.match(house.store.people.keptForms(house.person(PEOPLE.coordinator).id), [
      { fields: { aim: 'What I typed' } },
    ])
  },
)
