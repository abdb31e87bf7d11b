import t from 'tap'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { sightOf, programmeTermsOf } from '../../../src/domain/evidence/programme.ts'
import { openHouse, PEOPLE, type Answer, type Fields, type House } from '../../support/house.ts'

const PRIVATE = { depth: 'named', ground: 'A family could be identified.' }
const HUBS = 'Bring back the zebra hubs near the old market hall'
const lastPart = (answer: Answer): number =>
  Number(String(answer.headers.location).split(/[?#]/)[0]!.split('/').at(-1))
const read = (answer: Answer): string =>
  answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')

/**
 * A coordinator writes down a programme, and someone else does what may or may not be theirs to do.
 */
const hands = (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  const me = house.person(PEOPLE.coordinator).id
  const of = (id: number) => house.store.programmes.listUnfiltered().find((each) => each.id === id)!
  const WRITTEN = {
    name: 'Reading scheme',
    aim: 'People read together',
    startsOn: 'September 2020',
    length: 'six months',
    agreement: 'What is said stays here',
    support: 'A counsellor',
    partnerIds: [house.person(PEOPLE.officer).organisationId],
  }
  const write = (fields: Fields = {}) => laptop.post('/desk/programmes', { ...WRITTEN, ...fields })
  const begin = async (fields: Fields = {}) => {
    const id = lastPart(await write(fields))
    house.clock.pass({ minutes: 1 })
    return id
  }
  const post = (id: number, noun: string, fields: Fields = {}, browser = laptop) =>
    browser.post(`/desk/programmes/${id}/${noun}`, fields)
  const page = (id: number, browser = laptop) => browser.get(`/desk/programmes/${id}`)
  const point = async (id: number, kind: string, text: string, theme = '') => {
    const answer = await post(id, 'points', { kind, text, theme })
    if (answer.statusCode !== 303) throw new Error(read(answer))
    return of(id).points.at(-1)!.id
  }
  const chance = (id: number, text = HUBS) => point(id, 'opportunity', text)
  const hold = (id: number, list: number | number[] = me) => post(id, 'depth', { ...PRIVATE, list })
  const another = () => {
    const id = house.store.people.record(
      {
        name: 'Another coordinator',
        email: 'second@mosaic.example',
        role: 'coordinator',
        approves: false,
        organisationId: house.person(PEOPLE.coordinator).organisationId,
      },
      { personId: me, at: house.clock.at() },
    )
    return { id, browser: house.signIn('second@mosaic.example') }
  }
  const privateConcern = async (list: number[] = [me]) =>
    lastPart(
      await laptop.post('/desk/concerns', {
        text: `A private worry ${house.store.concerns.everWritten().length}`,
        originKind: 'phone',
        ...PRIVATE,
        list,
      }),
    )
  const looks = () =>
    house.store.journal
      .list(1, 2000)
      .filter((line) => line.verb === 'looked at' && line.noun === 'programme').length
  return {
    laptop,
    manager,
    me,
    of,
    WRITTEN,
    write,
    begin,
    post,
    page,
    point,
    chance,
    hold,
    another,
    privateConcern,
    looks,
  }
}

t.test(
  'R2, R23: a programme is written down with what is known; each field that cannot be so says why beside it, with everything typed still there',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, of, WRITTEN, post, page } = hands(house)
    t.equal((await laptop.get('/desk/programmes/new')).statusCode, 200)
    const all = () => house.store.programmes.listUnfiltered().length
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
  'R14, R17, R23: a phase has pairs as a number, and its baton is handed on by role',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, of, page } = hands(house)
    const id = await begin()
    const organisationId = house.person(PEOPLE.sergeant).organisationId
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
    const phase = of(id).phases[0]!.id
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
    t.equal(
      (await post(id, `phases/${phase}/handovers`, { ...baton, person: 'x' })).statusCode,
      400,
    )
    for (const _twice of [1, 2])
      t.equal((await post(id, `phases/${phase}/handovers`, baton)).statusCode, 303)
    t.equal(of(id).phases[0]!.handovers.length, 1)
    t.match(read(await page(id)), 'an officer hands on to an inspector')
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
      ['heldOn'],
    )
  },
)

t.test(
  'R12, R23: what it wants and what was learned are written down once, each beside what is known of it',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, point, of, page } = hands(house)
    const id = await begin()
    for (const [fields, reason] of [
      [{ kind: 'outcome', text: '' }, 'Write it in a sentence'],
      [{ kind: 'outcome', text: 'x'.repeat(1501) }, '1500 characters'],
      [{ kind: 'learning', text: 'Typed words' }, 'Name the theme'],
      [{ kind: 'party', text: 'Typed words' }, 'Choose from the list'],
    ] as const) {
      const answer = await post(id, 'points', fields)
      t.equal(answer.statusCode, 422)
      t.match(answer.body, reason)
      if (fields.kind !== 'party')
        t.match(answer.body, new RegExp(`id="points-${fields.kind}-(text|theme)-error"`))
      if (fields.kind === 'learning') t.match(answer.body, 'Typed words')
    }
    t.equal((await post(id, 'points', { kind: 'outcome', text: 'x', who: 'y' })).statusCode, 400)
    for (const _twice of [1, 2]) {
      const answer = await post(id, 'points', {
        kind: 'learning',
        theme: 'Agency',
        text: 'Both take part',
      })
      t.match(
        answer,
        { statusCode: 303, headers: { location: `/desk/programmes/${id}?add=learning` } },
        'the form is open for the next one',
      )
    }
    t.equal(of(id).points.length, 1)
    t.match(
      (await hands(house).laptop.get(`/desk/programmes/${id}?add=learning`)).body,
      /<details id="points-learning" open>[\s\S]*value="Agency"/,
    )
    t.match(
      await post(id, 'points', { kind: 'learning', theme: 'Trust', text: 'Both take part' }),
      { statusCode: 422, body: /written down already/ },
    )
    const wanted = await point(id, 'outcome', 'Open dialogue')
    t.match(read(await page(id)), 'Nobody has said what is known of it')
    const see = (fields: Fields) => post(id, `points/${wanted}/sights`, fields)
    for (const [fields, field] of [
      [{ strength: '', words: 'Typed words' }, 'strength'],
      [{ strength: 'told', words: '' }, 'words'],
      [{ strength: 'told', words: 'x'.repeat(401) }, 'words'],
      [{ strength: 'sure', words: 'Typed words' }, 'strength'],
    ] as const) {
      const answer = await see(fields)
      t.equal(answer.statusCode, 422)
      t.match(answer.body, `id="point-${wanted}-${field}-error"`)
      t.ok(answer.body.includes(fields.words))
    }
    t.equal((await see({ strength: 'told', words: 'x', who: 'y' })).statusCode, 400)
    for (const _twice of [1, 2])
      t.equal(
        (await see({ strength: 'told', words: 'Four of them said so', basedOn: '' })).statusCode,
        303,
      )
    const sights = () => of(id).points.find((each) => each.id === wanted)!.sights
    t.equal(sights().length, 1, 'sent twice is said once')
    const late = await see({ strength: 'early', words: 'Ask again in May', basedOn: '' })
    t.equal(late.statusCode, 409)
    for (const words of ['Told to us. Four of them said so', 'Too early to say. Ask again in May'])
      t.match(read(late), words)
    t.equal(
      (await see({ strength: 'early', words: '', basedOn: sights().at(-1)!.id })).statusCode,
      303,
    )
    t.equal(sightOf(of(id).points.find((each) => each.id === wanted)!)!.strength, 'early')
    t.match(read(await page(id)), 'Too early to say.')
    const learned = of(id).points[0]!.id
    t.equal(
      (await post(id, `points/${learned}/sights`, { strength: 'told', words: 'x', basedOn: '' }))
        .statusCode,
      422,
    )
    t.equal((await post(id, `points/${learned}/steps`, { words: 'x' })).statusCode, 404)
    for (const noun of ['concerns', 'actions'])
      t.equal((await post(id, `points/${learned}/${noun}`)).statusCode, 404)
    t.equal((await post(id, `points/${learned}/ending`)).statusCode, 303)
    t.equal((await post(id, `points/${learned}/ending`)).statusCode, 404)
  },
)

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
  },
)

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
    const other = another()
    const hidden = await privateConcern([other.id])
    const hiddenAction = house.store.actions
      .listUnfiltered()
      .find(
        (each) =>
          each.depth === 'named' && !each.list.includes(house.person(PEOPLE.coordinator).id),
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
    const ended = steps()[0]!.id
    t.equal((await post(id, `points/${first}/steps/${ended}/ending`, { x: 'y' })).statusCode, 400)
    t.equal((await post(id, `points/${first}/steps/${ended}/ending`)).statusCode, 303)
    t.equal((await post(id, `points/${first}/steps/${ended}/ending`)).statusCode, 404)
    t.equal((await laptop.get(`/desk/programmes/${id}`)).statusCode, 200)
  },
)

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

t.test('R23: nothing of another programme is changed through this one', async (t) => {
  const house = await openHouse({ t })
  const { begin, post, chance, point, of } = hands(house)
  const [one, other] = [await begin({ name: 'One' }), await begin({ name: 'Other' })]
  const opportunity = await chance(other)
  const wanted = await point(other, 'outcome', 'Open dialogue')
  await post(other, `points/${opportunity}/steps`, { words: 'Done so now' })
  await post(other, 'phases', { name: 'First phase' })
  const phase = of(other).phases[0]!.id
  await post(other, `phases/${phase}/handovers`, {
    organisationId: house.person(PEOPLE.sergeant).organisationId,
    fromRole: 'an officer',
    toRole: 'an inspector',
  })
  await post(one, 'phases', { name: 'Mine' })
  const mine = await chance(one, 'Mine')
  const before = JSON.stringify(of(other))
  const step = of(other).points[0]!.steps[0]!.id
  const handover = of(other).phases[0]!.handovers[0]!.id
  for (const [noun, fields] of [
    [`points/${opportunity}/ending`, {}],
    [`points/${wanted}/sights`, { strength: 'told', words: 'x', basedOn: '' }],
    [`points/${opportunity}/steps`, { words: 'x' }],
    [`points/${opportunity}/steps/${step}/ending`, {}],
    [`points/${mine}/steps/${step}/ending`, {}],
    [`points/${opportunity}/concerns`, {}],
    [`points/${opportunity}/actions`, {}],
    [`phases/${phase}/ending`, {}],
    [
      `phases/${phase}/handovers`,
      { organisationId: 1, fromRole: 'an officer', toRole: 'an inspector' },
    ],
    [`phases/${phase}/handovers/${handover}/ending`, {}],
    [`phases/${of(one).phases[0]!.id}/handovers/${handover}/ending`, {}],
  ] as const)
    t.equal((await post(one, noun, fields)).statusCode, 404, noun)
  t.equal(JSON.stringify(of(other)), before)
})

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

t.test(
  'R9, R11: a programme held in private is nowhere for others, stands in no list by name, and each look is written down; widened again it is as before',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, begin, post, chance, point, page, hold, looks, of, WRITTEN } = hands(house)
    const id = await begin({
      name: 'Zebra scheme',
      aim: 'Zebra aim',
      agreement: 'Zebra agreement',
      support: 'Zebra support',
    })
    const first = await chance(id)
    const wanted = await point(id, 'outcome', 'Zebra outcome')
    await post(id, 'phases', { name: 'Zebra phase', pairings: '11' })
    await post(id, 'sessions', { heldOn: 'November 2020' })
    const session = house.store.unrecordedSessions.ofProgramme(id)[0]!.id
    await laptop.post(`/desk/sessions/${session}/count`, {
      headCount: '11',
      shared: 'Zebra words that they shared',
      agreed: 'yes',
      was: '',
    })
    const made = lastPart(await post(id, `points/${first}/concerns`))
    await hold(id)
    for (const person of [PEOPLE.approver, PEOPLE.sergeant, PEOPLE.observer]) {
      const browser = house.signIn(person)
      t.equal((await page(id, browser)).statusCode, 404)
      for (const noun of [
        'points',
        'alumni',
        'terms',
        'depth',
        'sessions',
        `points/${first}/concerns`,
      ])
        t.equal(
          (await post(id, noun, { agreed: 'yes' }, browser)).statusCode,
          404,
          `${person} ${noun}`,
        )
      for (const path of [
        '/desk',
        '/desk/programmes',
        '/desk/sessions',
        '/desk/concerns',
        `/desk/concerns/${made}`,
        '/desk/journal',
        '/desk/upwards',
      ])
        t.notMatch(
          (await browser.get(path)).body,
          /zebra (scheme|aim|agreement|support|outcome|phase|words)/i,
          `${person} ${path}`,
        )
    }
    for (const path of [
      '/desk',
      '/desk/programmes',
      '/desk/sessions',
      '/desk/concerns',
      `/desk/concerns/${made}`,
    ])
      t.notMatch(
        (await laptop.get(path)).body,
        /zebra (scheme|aim|agreement|support|outcome|phase|words)/i,
        `R11: on no other page, not even for its own list: ${path}`,
      )
    t.equal(
      (await laptop.post(`/desk/sessions/${session}/count`, { headCount: '12', shared: '' }))
        .statusCode,
      404,
    )
    t.match(await post(id, 'sessions', { heldOn: 'May 2021' }), {
      statusCode: 422,
      body: /held in private/,
    })
    for (const see of [
      () => page(id),
      () => post(id, 'points', { kind: 'outcome', text: '' }),
      () => post(id, `points/${wanted}/sights`, { strength: '' }),
      () => post(id, 'phases', { name: '' }),
      () => post(id, 'terms', { ...WRITTEN, basedOn: 1 }),
    ]) {
      const before = looks()
      t.match((await see()).body, /zebra scheme/i)
      t.equal(looks(), before + 1, 'each look is a line')
    }
    t.match(
      read(await page(id)),
      'Zebra words that they shared',
      'its sessions stand on its own page',
    )
    t.notMatch(/<title>.*<\/title>/.exec((await page(id)).body)![0], /zebra/i)
    const gone = await point(
      id,
      'learning',
      'Nobody here may ever repeat this sentence',
      'Zebra theme',
    )
    await post(id, `points/${gone}/ending`)
    const entry = async (did: string) => {
      const concernId = lastPart(
        await laptop.post('/desk/concerns', { text: `A matter ${did}`, originKind: 'phone' }),
      )
      const publicationId = lastPart(
        await laptop.post('/desk/entries', { kind: 'entry', concernId }),
      )
      await laptop.post(`/desk/entries/${publicationId}/drafts`, {
        said: 'The park is dark.',
        did,
        origin: 'Told to us',
        on: '',
        strength: '',
        worked: '',
        trail: '',
        basedOn: draftOf(house.store.publications.find(publicationId)!)!.id,
      })
      return read(await laptop.get(`/desk/entries/${publicationId}`))
    }
    for (const words of [
      'They told us that nobody here may ever repeat this.',
      'We heard the zebra words that they shared.',
    ])
      t.match(await entry(words), 'also stand in a matter held in private', words)
    await post(id, 'depth', { depth: 'table', list: house.person(PEOPLE.coordinator).id })
    t.match(of(id), { depth: 'table', ground: null, list: [] })
    t.equal((await page(id, house.signIn(PEOPLE.observer))).statusCode, 200)
    t.match((await house.signIn(PEOPLE.observer).get('/desk/sessions')).body, 'Zebra scheme')
  },
)

t.test(
  'R9, R11: what an opportunity became may be held in private: then its words stand on that matter’s own page alone',
  async (t) => {
    for (const way of [
      'concern named later',
      'action named later',
      'linked to a private one',
      'concern joined, then named',
      'action whose concern is named later',
    ] as const) {
      const house = await openHouse({ t })
      const { laptop, begin, post, chance, page, of, privateConcern, me, another } = hands(house)
      const id = await begin({ depth: 'public' })
      const first = await chance(id)
      const kept = await chance(id, 'This one stays open to everyone')
      const name = (concernId: number) =>
        laptop.post(`/desk/concerns/${concernId}/depth`, { ...PRIVATE, list: me })
      let matter = ''
      if (way === 'concern named later') {
        const made = lastPart(await post(id, `points/${first}/concerns`))
        await name(made)
        matter = `/desk/concerns/${made}`
      } else if (way === 'action named later') {
        const made = lastPart(await post(id, `points/${first}/actions`, { leadId: '', by: '' }))
        await laptop.post(`/desk/actions/${made}/depth`, { ...PRIVATE, list: me })
        matter = `/desk/actions/${made}`
      } else if (way === 'linked to a private one') {
        const made = await privateConcern()
        t.match(
          (await page(id)).body,
          /Held in private, \d+ \w+ \d+\. A family could be identified/,
          'in the list to choose from it is told apart',
        )
        await post(id, `points/${first}/steps`, { concernId: made, words: 'Words about the zebra' })
        matter = `/desk/concerns/${made}`
      } else if (way === 'concern joined, then named') {
        const made = lastPart(await post(id, `points/${first}/concerns`))
        const into = lastPart(
          await laptop.post('/desk/concerns', { text: 'What it goes on in', originKind: 'phone' }),
        )
        await laptop.post(`/desk/concerns/${made}/merging`, { into })
        await name(into)
        matter = `/desk/concerns/${made}`
      } else {
        const made = lastPart(await post(id, `points/${first}/concerns`))
        await post(id, `points/${first}/actions`, { leadId: '', by: '' })
        await name(made)
        matter = `/desk/concerns/${made}`
      }
      t.equal(of(id).points.find((each) => each.id === first)!.isHeld, true, way)
      const other = another().browser
      for (const browser of [laptop, other, house.signIn(PEOPLE.observer)]) {
        const seen = await page(id, browser)
        t.notMatch(seen.body, /zebra/i, way)
        t.match(seen.body, 'This one stays open to everyone')
        for (const path of [
          '/desk',
          '/desk/programmes',
          '/desk/concerns',
          '/desk/actions',
          '/desk/upwards',
        ])
          t.notMatch(
            (await browser.get(path)).body,
            /zebra hubs|about the zebra/i,
            `${way}: ${path}`,
          )
      }
      t.match((await page(id)).body, `href="${matter}`, 'those on its list go on from there')
      t.notMatch((await page(id, other)).body, `href="${matter}`)
      for (const browser of [laptop, other]) {
        for (const noun of ['concerns', 'actions', 'steps'])
          t.equal(
            (await post(id, `points/${first}/${noun}`, { words: 'x' }, browser)).statusCode,
            noun === 'steps' ? 404 : 404,
            `${way} ${noun}`,
          )
        const step = of(id).points.find((each) => each.id === first)!.steps[0]!.id
        const stays = await post(id, `points/${first}/steps/${step}/ending`, {}, browser)
        t.equal(stays.statusCode, 422)
        t.notMatch(stays.body, /zebra/i)
        t.notMatch((await post(id, `points/${first}/ending`, {}, browser)).body, /zebra/i)
        t.notMatch(
          (await post(id, 'points', { kind: 'outcome', text: '' }, browser)).body,
          /zebra/i,
        )
      }
      t.equal(
        (await post(id, 'points', { kind: 'opportunity', text: HUBS }, other)).statusCode,
        303,
        'R11: no answer says that these words are there already',
      )
      const draft = lastPart(
        await laptop.post('/desk/entries', { kind: 'programme', programmeId: id }),
      )
      const shown = await laptop.get(`/desk/entries/${draft}`)
      t.match(shown.body, 'This one stays open to everyone')
      t.notMatch(shown.body, new RegExp(`point-${first}\\b`), 'it is not offered to be told')
      t.ok(kept)
    }
  },
)

t.test(
  'R11, R15: the public page of a programme goes at once when it, or what it tells of, is held in private',
  async (t) => {
    for (const way of ['programme', 'concern', 'action', 'linked'] as const) {
      const house = await openHouse({ t })
      const { laptop, me, of, privateConcern, post, hold } = hands(house)
      const publication = house.store.publications
        .list()
        .find((each) => each.kind === 'programme' && each.releases.length > 0 && each.slug)!
      const address = `/programmes/${publication.slug!}`
      const id = publication.programmeId!
      t.equal((await house.stranger().get(address)).statusCode, 200, way)
      const point = of(id).points.find(
        (each) =>
          each.kind === 'opportunity' &&
          each.steps.some((step) => step.concernId !== null) &&
          draftOf(publication)!.coversIds.includes(each.id),
      )!
      if (way === 'programme') await hold(id)
      else if (way === 'concern')
        await laptop.post(`/desk/concerns/${point.steps[0]!.concernId!}/depth`, {
          ...PRIVATE,
          list: me,
        })
      else if (way === 'action') {
        const made = lastPart(await post(id, `points/${point.id}/actions`, { leadId: '', by: '' }))
        await laptop.post(`/desk/actions/${made}/depth`, { ...PRIVATE, list: me })
      } else await post(id, `points/${point.id}/steps`, { concernId: await privateConcern() })
      t.equal((await house.stranger().get(address)).statusCode, 410, way)
      for (const path of ['/programmes', '/sitemap.xml', '/board.json', '/feed.json'])
        t.notMatch((await house.stranger().get(path)).body, address, `${way}: ${path}`)
      t.match(house.store.programmes.listUnfiltered().length, Number)
    }
  },
)

t.test(
  'R9: what comes of a private programme is as private as that, for its own list',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, chance, me, of, page, looks } = hands(house)
    const id = await begin({ ...PRIVATE, list: [me, house.person(PEOPLE.approver).id] })
    const [first, second] = [await chance(id), await chance(id, 'Another private chance')]
    const concern = lastPart(await post(id, `points/${first}/concerns`))
    const action = lastPart(
      await post(id, `points/${second}/actions`, {
        leadId: house.person(PEOPLE.sergeant).organisationId,
        by: '',
      }),
    )
    t.match(house.store.concerns.listUnfiltered([concern])[0], {
      depth: 'named',
      ground: PRIVATE.ground,
      list: of(id).list,
    })
    t.match(house.store.actions.listUnfiltered([action])[0], {
      depth: 'named',
      ground: PRIVATE.ground,
      list: of(id).list,
    })
    for (const path of [`/desk/concerns/${concern}`, `/desk/actions/${action}`])
      t.equal((await house.signIn(PEOPLE.sergeant).get(path)).statusCode, 404)
    const before = looks()
    t.notMatch((await page(id)).body, /zebra|Another private chance/i)
    t.equal(looks(), before + 1)
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

t.test(
  'R9, R11: public words that tell of an opportunity are for those alone who may know what it became, and new ones can be written without it',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, another, begin, chance, post, page, of, me } = hands(house)
    const id = await begin({ depth: 'public' })
    const first = await chance(id)
    await chance(id, 'This one stays open to everyone')
    const draft = lastPart(
      await laptop.post('/desk/entries', { kind: 'programme', programmeId: id }),
    )
    const other = another().browser
    t.match((await other.get(`/desk/entries/${draft}`)).body, HUBS)
    const concernId = lastPart(await post(id, `points/${first}/concerns`))
    await laptop.post(`/desk/concerns/${concernId}/depth`, { ...PRIVATE, list: me })
    for (const browser of [other, house.signIn(PEOPLE.observer), house.signIn(PEOPLE.approver)]) {
      t.equal((await browser.get(`/desk/entries/${draft}`)).statusCode, 404)
      for (const noun of ['drafts', 'comments', 'approval', 'publication'])
        t.ok(
          [403, 404].includes(
            (await browser.post(`/desk/entries/${draft}/${noun}`, { text: 'x', basedOn: 1 }))
              .statusCode,
          ),
          noun,
        )
      t.notMatch((await browser.get('/desk/entries')).body, /zebra hubs/i)
      t.notMatch((await page(id, browser)).body, `/desk/entries/${draft}`)
    }
    const lines = () =>
      house.store.journal.history('concern', concernId).filter((line) => line.verb === 'looked at')
        .length
    const before = lines()
    t.match((await laptop.get(`/desk/entries/${draft}`)).body, HUBS)
    t.equal(lines(), before + 1, 'each look is a line')
    t.match((await page(id, other)).body, 'Write it for the public')
    const fresh = lastPart(
      await other.post('/desk/entries', { kind: 'programme', programmeId: id }),
    )
    t.not(fresh, draft)
    t.equal(
      lastPart(await other.post('/desk/entries', { kind: 'programme', programmeId: id })),
      fresh,
    )
    t.notMatch((await other.get(`/desk/entries/${fresh}`)).body, /zebra/i)
    t.match((await page(id, other)).body, `/desk/entries/${fresh}`)
    t.equal(of(id).depth, 'public')
  },
)

t.test(
  'R9, R11: a translation of a programme is as private as the words it was made from',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, of, me } = hands(house)
    const publication = house.store.publications
      .list()
      .find((each) => each.kind === 'programme' && each.slug !== null)!
    const made = await laptop.post('/desk/translations', {
      kind: 'programme',
      slug: publication.slug!,
      language: 'so',
    })
    const point = of(publication.programmeId!).points.find(
      (each) =>
        each.steps.some((step) => step.concernId !== null) &&
        draftOf(publication)!.coversIds.includes(each.id),
    )!
    const address = String(made.headers.location)
    t.match(address, '/desk/entries/')
    const sergeant = house.signIn(PEOPLE.sergeant)
    t.equal((await sergeant.get(address)).statusCode, 200)
    await laptop.post(`/desk/concerns/${point.steps[0]!.concernId!}/depth`, {
      ...PRIVATE,
      list: me,
    })
    t.equal((await sergeant.get(address)).statusCode, 404)
  },
)
