import t, { type Test } from 'tap'
import { type Fields, openHouse, PEOPLE, type House, type Answer } from '../../../support/house.ts'
import { hands, HUBS, lastPart, read, type Hands } from './set-up.ts'
import type { StepOn } from '../../../../src/domain/evidence/programme.ts'
import type { Concern } from '../../../../src/domain/concerns/concern.ts'
import type { Action } from '../../../../src/domain/actions/action.ts'

t.test(
  'R22, R23: an opportunity becomes one concern in one step, however often the button is pressed, and shows what became of it',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, begin, post, chance, of, page } = hands(house)
    const id = await begin()
    const first = await chance(id)
    const before = house.store.concerns.listUnfiltered().length
    const answers = await Promise.all([1, 2, 3].map(() => post(id, `points/${first}/concerns`)))
    house.clock.pass({ minutes: 20 })
    answers.push(await post(id, `points/${first}/concerns`))
    t.equal(new Set(answers.map((each) => each.headers.location)).size, 1)
    t.equal(house.store.concerns.listUnfiltered().length, before + 1)
    const concernId = lastPart(answers[0]!)
    t.match(house.store.concerns.listUnfiltered([concernId])[0], {
      originKind: 'programme',
      originNote: null,
      depth: 'table',
      wordings: [{ text: HUBS }],
    })
    t.match(
      read(await laptop.get(`/desk/concerns/${concernId}`)),
      'Reading scheme',
      'it is walked back to',
    )
    t.match(read(await page(id)), 'No answer yet')
    t.match(await post(id, `points/${first}/ending`), {
      statusCode: 422,
      body: /Something came of this/,
    })
    t.equal(
      (await post(id, `points/${first}/concerns`, { x: 'y' })).statusCode,
      303,
      'what it became is shown, whatever was sent',
    )
    const fresh = await chance(id, 'Another opportunity')
    t.equal((await post(id, `points/${fresh}/concerns`, { x: 'y' })).statusCode, 400)
    await whatBecameOfIt(t, { house, id, concernId, fresh, laptop, post, of, page })
  },
)

async function whatBecameOfIt(
  t: Test,
  {
    house,
    id,
    concernId,
    fresh,
    laptop,
    post,
    of,
    page,
  }: { house: House; id: number; concernId: number; fresh: number } & Pick<
    Hands,
    'laptop' | 'post' | 'of' | 'page'
  >,
) {
  await post(id, `points/${fresh}/ending`)
  t.equal(
    (await post(id, `points/${fresh}/concerns`)).statusCode,
    404,
    'one that someone took out meanwhile becomes nothing',
  )
  t.equal(of(id).points.length, 1)
  const into = lastPart(
    await laptop.post('/desk/concerns', { text: 'It goes on in this one', originKind: 'phone' }),
  )
  await laptop.post(`/desk/concerns/${into}/actions`, {
    text: 'Open one hub',
    kind: 'one-off',
    leadId: house.person(PEOPLE.coordinator).organisationId,
    seatId: '',
    by: '',
  })
  await laptop.post(`/desk/actions/${house.store.actions.listUnfiltered().at(-1)!.id}/updates`, {
    status: 'under-way',
    text: 'It has begun',
    waitingFor: '',
  })
  await laptop.post(`/desk/concerns/${concernId}/merging`, { into })
  t.match(
    /<ol class="list">[\s\S]*?<\/ol>/.exec((await page(id)).body)![0],
    'Under way',
    'R1: what it was joined to goes on for it',
  )
}

t.test(
  'R2, R6: an opportunity becomes one action; another organisation’s is proposed, and who and when may be open',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, chance, page } = hands(house)
    const id = await begin()
    const police = house.person(PEOPLE.sergeant).organisationId
    const first = await chance(id)
    t.match(await post(id, `points/${first}/actions`, { leadId: police, by: 'soonish' }), {
      statusCode: 422,
      body: new RegExp(`id="point-${first}-by-error"`),
    })
    t.match(await post(id, `points/${first}/actions`, { leadId: 'police', by: '' }), {
      statusCode: 422,
      body: new RegExp(`id="point-${first}-leadId-error"`),
    })
    t.equal((await post(id, `points/${first}/actions`, { leadId: 99999, by: '' })).statusCode, 400)
    t.equal(
      (await post(id, `points/${first}/actions`, { leadId: police, by: '', seatId: '1' }))
        .statusCode,
      400,
    )
    const before = house.store.actions.listUnfiltered().length
    const answers = [
      await post(id, `points/${first}/actions`, { leadId: police, by: 'May 2022' }),
      await post(id, `points/${first}/actions`, { leadId: '', by: '' }),
    ]
    t.equal(answers[0]!.headers.location, answers[1]!.headers.location)
    t.equal(house.store.actions.listUnfiltered().length, before + 1)
    t.match(house.store.actions.listUnfiltered().at(-1)!.terms, [
      { text: HUBS, leadId: police, seatId: null, by: '2022-05', proposed: true },
    ])
    t.match(read(await page(id)), /not yet accepted/i)
    const second = await chance(id, 'Share the learning')
    await post(id, `points/${second}/actions`, { leadId: '', by: '' })
    t.match(house.store.actions.listUnfiltered().at(-1)!.terms, [
      { leadId: null, by: null, proposed: false },
    ])
  },
)

t.test(
  'R23: what became of an opportunity may be here already or be said in words; each stands once and can be taken out',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, begin, post, chance, of, page, privateConcern, another } = hands(house)
    const id = await begin()
    const first = await chance(id)
    const steps = () => of(id).points.find((each) => each.id === first)!.steps
    const step = (fields: Fields) => post(id, `points/${first}/steps`, fields)
    t.match(await step({}), {
      statusCode: 422,
      body: new RegExp(`id="point-${first}-words-error"`),
    })
    t.match(await step({ words: 'x'.repeat(401) }), { statusCode: 422, body: /400 characters/ })
    t.equal((await step({ words: 'x', cunning: 'y' })).statusCode, 400)
    for (const _twice of [1, 2]) await step({ words: 'It is done so from now on' })
    t.match(steps(), [{ words: 'It is done so from now on' }])
    t.equal(steps().length, 1, 'sent twice is said once')
    const concern = house.store.concerns.listUnfiltered().find((each) => each.depth === 'table')!
    const action = house.store.actions.listUnfiltered().find((each) => each.depth !== 'named')!
    for (const _twice of [1, 2]) t.equal((await step({ concernId: concern.id })).statusCode, 303)
    t.equal(steps().length, 2)
    t.match(await step({ concernId: concern.id, actionId: action.id, words: 'Typed words' }), {
      statusCode: 422,
      body: /Typed words/,
    })
    await step({ actionId: action.id, words: 'With words' })
    t.match(steps().at(-1), { concernId: null, actionId: action.id, words: 'With words' })
    t.match((await page(id)).body, 'With words')
    await notToldApart(t, { house, id, steps, step, concern, action, of, privateConcern, another })
    const ended = steps()[0]!.id
    t.equal((await post(id, `points/${first}/steps/${ended}/ending`, { x: 'y' })).statusCode, 400)
    t.equal((await post(id, `points/${first}/steps/${ended}/ending`)).statusCode, 303)
    t.equal((await post(id, `points/${first}/steps/${ended}/ending`)).statusCode, 404)
    t.equal((await laptop.get(`/desk/programmes/${id}`)).statusCode, 200)
  },
)

async function notToldApart(
  t: Test,
  {
    house,
    id,
    steps,
    step,
    concern,
    action,
    of,
    privateConcern,
    another,
  }: {
    house: House
    id: number
    steps: () => StepOn[]
    step: (fields: Fields) => Promise<Answer>
    concern: Concern
    action: Action
  } & Pick<Hands, 'of' | 'privateConcern' | 'another'>,
) {
  const other = another()
  const hidden = await privateConcern([other.id])
  const hiddenAction = house.store.actions
    .listUnfiltered()
    .find(
      (each) => each.depth === 'named' && !each.list.includes(house.person(PEOPLE.coordinator).id),
    )?.id
  for (const concernId of [hidden, 99999]) {
    const answers = [
      await step({ concernId }),
      await step({ concernId, actionId: action.id }),
      await step({ concernId, words: 'Typed words' }),
    ]
    for (const answer of answers)
      t.match(
        answer,
        { statusCode: 422, body: /Choose from the list/ },
        'R11: what is not theirs to see is as if it were not there',
      )
  }
  for (const actionId of [hiddenAction ?? 99998, 99999])
    t.match(
      await step({ concernId: concern.id, actionId }),
      { statusCode: 422, body: /Choose from the list/ },
      'not beside one that is theirs either',
    )
  t.equal(steps().length, 3)
  t.equal(of(id).points[0]!.isHeld, false)
}

t.test(
  'R23: a concern that was written down by mistake and taken out is nothing that came of an opportunity',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, chance, of, page } = hands(house)
    const id = await begin()
    const first = await chance(id)
    const concern = house.store.concerns
      .listUnfiltered()
      .find((each) => each.depth === 'table' && each.roundTableId !== null)!
    await post(id, `points/${first}/steps`, { concernId: concern.id })
    house.store.concerns.recordTakingOut(concern.id, concern.roundTableId!, {
      personId: house.person(PEOPLE.coordinator).id,
      at: house.clock.at(),
    })
    t.same(of(id).points[0]!.steps, [])
    t.match(read(await page(id)), 'Nothing has come of it yet')
    t.match(
      String((await post(id, `points/${first}/concerns`)).headers.location),
      /\/desk\/concerns\/\d+$/,
    )
    t.not(of(id).points[0]!.steps[0]!.concernId, concern.id)
    t.match(await post(id, `points/${first}/steps`, { concernId: concern.id }), { statusCode: 422 })
  },
)
