import t, { type Test } from 'tap'
import { type Answer, openHouse, PEOPLE } from '../../../support/house.ts'
import { hands, read, type Hands } from './set-up.ts'

t.test(
  'R14, R17, R23: a phase has pairs as a number, and its baton is handed on by role',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, of, page } = hands(house)
    const id = await begin()
    const organisationId = house.person(PEOPLE.sergeant).organisationId
    await beginPhase(t, id, { post, of })
    const phase = of(id).phases[0]!.id
    await handOn(t, { id, organisationId, phase, post, of, page })
    const kept = await post(id, `phases/${phase}/ending`)
    t.match(kept, { statusCode: 422, body: /Take out who carries on first/ })
    t.match(
      kept.body,
      new RegExp(`href="#handover-${phase}-name"[\\s\\S]*id="handover-${phase}-name"`),
      'the summary leads to the phase',
    )
    const handover = of(id).phases[0]!.handovers[0]!.id
    t.equal(
      (await post(id, `phases/${phase}/handovers/${handover}/ending`, { x: 'y' })).statusCode,
      400,
    )
    t.equal((await post(id, `phases/${phase}/handovers/${handover}/ending`)).statusCode, 303)
    t.equal((await post(id, `phases/${phase}/handovers/${handover}/ending`)).statusCode, 404)
    t.equal((await post(id, `phases/${phase}/ending`)).statusCode, 303)
    t.same(of(id).phases, [])
  },
)

async function beginPhase(t: Test, id: number, { post, of }: Pick<Hands, 'post' | 'of'>) {
  for (const [fields, reason] of [
    [{ name: '' }, 'Call it something'],
    [{ name: 'x'.repeat(81) }, '80 characters'],
    [{ name: 'A', pairings: 'many' }, 'whole number'],
    [{ name: 'A', pairings: '0' }, 'or leave it empty'],
    [{ name: 'A', pairings: '10000' }, 'too large'],
    [{ name: 'A', startsOn: 'soonish' }, 'Write a day'],
  ] as const) {
    const answer = await post(id, 'phases', { pairings: '11', ...fields })
    t.match(answer, { statusCode: 422, body: /class="error"/ }, reason)
    t.match(answer.body, reason)
    for (const value of Object.values(fields)) t.ok(answer.body.includes(value))
  }
  for (const name of ['who', 'names', 'mentor'])
    t.equal(
      (await post(id, 'phases', { name: 'A', pairings: '11', [name]: 'Someone' })).statusCode,
      400,
      'R17: there is nowhere to say who',
    )
  const first = { name: 'First phase', startsOn: 'September 2020', pairings: '11' }
  for (const _twice of [1, 2]) t.equal((await post(id, 'phases', first)).statusCode, 303)
  t.match(of(id).phases, [{ name: 'First phase', startsOn: '2020-09', pairings: 11 }])
  t.equal(of(id).phases.length, 1, 'sent twice is one')
  t.match(
    await post(id, 'phases', { ...first, pairings: '12' }),
    { statusCode: 422, body: /a phase of this name already/ },
    'another number is not dropped without a word',
  )
}

async function handOn(
  t: Test,
  {
    id,
    organisationId,
    phase,
    post,
    of,
    page,
  }: { id: number; organisationId: number; phase: number } & Pick<Hands, 'post' | 'of' | 'page'>,
) {
  const baton = { organisationId, fromRole: 'an officer', toRole: 'an inspector' }
  for (const [fields, reason] of [
    [{ organisationId: '' }, 'Choose the organisation'],
    [{ fromRole: '' }, 'Say who hands on'],
    [{ toRole: '' }, 'Say who carries on'],
    [{ toRole: 'Inspector Jane Sample' }, 'looks like a name'],
    [{ fromRole: 'Jane Sample' }, 'looks like a name'],
    [{ toRole: 'jane@met.example' }, 'looks like a name'],
    [{ organisationId: 'police' }, 'Choose from the list'],
  ] as const) {
    const answer = await post(id, `phases/${phase}/handovers`, { ...baton, ...fields })
    t.match(answer, { statusCode: 422 }, reason)
    t.match(answer.body, reason)
    const [field] = Object.keys(fields)
    t.match(answer.body, `id="handover-${phase}-${field}-error"`, 'beside its own field')
  }
  t.equal(
    (await post(id, `phases/${phase}/handovers`, { ...baton, organisationId: 99999 })).statusCode,
    400,
  )
  t.equal((await post(id, `phases/${phase}/handovers`, { ...baton, person: 'x' })).statusCode, 400)
  for (const _twice of [1, 2])
    t.equal((await post(id, `phases/${phase}/handovers`, baton)).statusCode, 303)
  t.equal(of(id).phases[0]!.handovers.length, 1)
  t.match(read(await page(id)), 'an officer hands on to an inspector')
}

t.test(
  'R16: a session has a day and nothing else; two in one month are two, and one form sent twice is one',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, page } = hands(house)
    const id = await begin()
    const all = () => house.store.unrecordedSessions.ofProgramme(id)
    t.match(await post(id, 'sessions', { heldOn: 'soonish' }), {
      statusCode: 422,
      body: /value="soonish"/,
    })
    t.match(await post(id, 'sessions', { heldOn: '' }), {
      statusCode: 422,
      body: /id="sessions-heldOn-error"/,
    })
    for (const name of ['notes', 'text', 'said', 'shared', 'headCount'])
      t.equal(
        (await post(id, 'sessions', { heldOn: 'November 2020', [name]: 'He said his brother' }))
          .statusCode,
        400,
        name,
      )
    for (const _twice of [1, 2])
      t.equal((await post(id, 'sessions', { heldOn: 'November 2020' })).statusCode, 303)
    t.equal(all().length, 1)
    house.clock.pass({ minutes: 1 })
    await post(id, 'sessions', { heldOn: 'November 2020' })
    t.equal(all().length, 2, 'the second one of that month is not dropped without a word')
    t.match(all()[0], {
      programmeId: id,
      heldOn: '2020-11',
      name: 'Reading scheme',
      headCount: null,
      shared: null,
    })
    const { body } = await page(id)
    const section = /<section[^>]*aria-labelledby="sessions"[\s\S]*?<\/section>/.exec(body)![0]
    t.same(
      [...section.matchAll(/<(?:input|textarea|select)[^>]*\bname="([^"]+)"/g)].map(
        (each) => each[1],
      ),
      ['heldOn', 'once'],
    )
  },
)

t.test(
  'R14: who took part is named by their own consent alone, takes it back as easily, and is named in nothing public',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, page, of, hold, me, laptop } = hands(house)
    const id = await begin()
    const sergeant = house.signIn(PEOPLE.sergeant)
    const { name, id: sergeantId } = house.person(PEOPLE.sergeant)
    const alumni = (answer: Answer) =>
      /<section[^>]*aria-labelledby="alumni"[\s\S]*?<\/section>/.exec(answer.body)![0]
    for (const bad of [{ agreed: 'perhaps' }])
      t.equal((await post(id, 'alumni', bad, sergeant)).statusCode, 422)
    t.equal(
      (await post(id, 'alumni', { agreed: 'yes', personId: me }, sergeant)).statusCode,
      400,
      'nobody says it for another',
    )
    for (const _twice of [1, 2])
      t.equal((await post(id, 'alumni', { agreed: 'yes' }, sergeant)).statusCode, 303)
    t.same(of(id).alumniIds, [sergeantId])
    t.match(alumni(await page(id)), name)
    await post(id, 'alumni', {}, sergeant)
    t.notMatch(alumni(await page(id)), name)
    await post(id, 'alumni', { agreed: 'yes' }, sergeant)
    await hold(id)
    t.notMatch(alumni(await page(id)), name, 'they could not take it back where they may not go')
    await post(id, 'depth', { depth: 'table' })
    t.match(alumni(await page(id)), name)
    house.store.people.end(sergeantId, { personId: me, at: house.clock.at() })
    t.notMatch(alumni(await page(id)), name, 'nor when they have left')
    t.notMatch(
      JSON.stringify(
        house.store.sources.begin({ kind: 'programme', programmeId: id }, house.clock.at()),
      ),
      name,
    )
    t.equal((await laptop.get('/desk/programmes')).statusCode, 200)
  },
)
