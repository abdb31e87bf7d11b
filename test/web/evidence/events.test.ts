import t from 'tap'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { eventTermsOf } from '../../../src/domain/evidence/event.ts'
import { openHouse, PEOPLE, type Answer, type Fields, type House } from '../../support/house.ts'

const PRIVATE = { depth: 'named', ground: 'A family could be identified.' }
const lastPart = (answer: Answer): number =>
  Number(String(answer.headers.location).split('/').at(-1)!.split(/[?#]/)[0])
/** The text of a page as a person reads it. */
const read = (answer: Answer): string =>
  answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')

/** What a coordinator writes of an event, and what they and an approver do with its numbers. */
const hands = (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  const of = (id: number) => house.store.events.listUnfiltered([id])[0]!
  const write = (fields: Fields = {}) =>
    laptop.post('/desk/events', {
      kind: 'stall',
      name: 'Stall in the square',
      heldOn: '20/1/2022',
      headCount: '42',
      ...fields,
    })
  const rewrite = (id: number, fields: Fields = {}) =>
    laptop.post(`/desk/events/${id}/terms`, {
      kind: 'stall',
      name: 'Stall in the square',
      heldOn: '20/1/2022',
      headCount: '42',
      basedOn: eventTermsOf(of(id)).id,
      ...fields,
    })
  const count = async (id: number, groups: Record<string, number>, grouping = 'gender') => {
    for (const [group, number] of Object.entries(groups)) {
      const answer = await laptop.post(`/desk/events/${id}/counts`, {
        key: house.store.events.newKey(),
        grouping,
        group,
        count: number,
        was: of(id)
          .taps.filter((tap) => tap.grouping === grouping && tap.group === group)
          .reduce((sum, tap) => sum + tap.count, 0),
      })
      if (answer.statusCode !== 303) throw new Error(read(answer))
    }
    house.clock.pass({ minutes: 1 })
  }
  const stall = async (
    fields: Fields = {},
    groups: Record<string, number> = { male: 14, female: 24, 'not-asked': 4 },
  ) => {
    const id = lastPart(await write(fields))
    await count(id, groups)
    return id
  }
  const draft = async () => {
    const concernId = lastPart(
      await laptop.post('/desk/concerns', {
        text: `A matter of the square ${house.store.concerns.listUnfiltered().length}`,
        originKind: 'phone',
      }),
    )
    const id = lastPart(await laptop.post('/desk/entries', { kind: 'entry', concernId }))
    const publication = () => house.store.publications.find(id)!
    const save = (fields: Fields = {}) =>
      laptop.post(`/desk/entries/${id}/drafts`, {
        said: 'The park is dark.',
        did: 'It goes to the next round table.',
        origin: 'Told to us',
        on: '',
        strength: '',
        worked: '',
        trail: '',
        basedOn: draftOf(publication())!.id,
        ...fields,
      })
    const approve = () =>
      manager.post(`/desk/entries/${id}/approval`, { draftId: draftOf(publication())!.id })
    const publish = async () => {
      const answer = await laptop.post(`/desk/entries/${id}/publication`)
      house.clock.pass({ minutes: 1 })
      return answer
    }
    const tell = async (fields: Fields = {}) => {
      await save(fields)
      await approve()
      return publish()
    }
    return {
      id,
      concernId,
      publication,
      save,
      approve,
      publish,
      tell,
      page: () => laptop.get(`/desk/entries/${id}`),
    }
  }
  return { laptop, manager, of, write, rewrite, count, stall, draft }
}

/** Every public address on which a number could stand. */
const PUBLIC = [
  '/',
  '/poster',
  '/round-tables',
  '/about',
  '/feed.atom',
  '/feed.json',
  '/board.json',
  '/board.csv',
  '/priorities.json',
  '/sitemap.xml',
  '/ar/',
  '/?q=stall',
]
const publicText = async (house: House, more: string[] = []): Promise<string> =>
  (
    await Promise.all(
      [...PUBLIC, ...more].map(async (path) => (await house.stranger().get(path)).body),
    )
  ).join('\n')

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
  'R9, R11: an event that hangs on a private matter is as private as that: it is nowhere for others, and each look is written down',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, of, stall } = hands(house)
    const concernId = lastPart(
      await laptop.post('/desk/concerns', {
        text: 'A private worry',
        originKind: 'phone',
        ...PRIVATE,
        list: house.person(PEOPLE.coordinator).id,
      }),
    )
    const openAction = house.store.actions.listUnfiltered().find((each) => each.depth !== 'named')!
    const id = await stall({
      name: 'Zebra stall',
      place: 'Zebra corner',
      topics: 'Zebra talk',
      heldOn: '20/3/2022',
      headCount: '',
    })
    const token = `{stall-${id}.gender.female}`
    const calendar = (await house.signIn(PEOPLE.sergeant).post('/desk/me/calendar')).body.match(
      /\/calendar\/[\w-]+\.ics/,
    )![0]
    t.match(
      (await house.stranger().get(calendar)).body,
      'Zebra stall',
      'before, it is in the calendar',
    )
    await laptop.post(`/desk/events/${id}/links`, {
      actionIds: openAction.id,
      concernIds: concernId,
    })
    t.match(of(id), { depth: 'named', list: [house.person(PEOPLE.coordinator).id] })
    for (const person of [PEOPLE.approver, PEOPLE.sergeant, PEOPLE.observer]) {
      const other = house.signIn(person)
      for (const path of [`/desk/events/${id}`, `/desk/events/${id}/pad`])
        t.equal((await other.get(path)).statusCode, 404, `${person} ${path}`)
      for (const path of [
        '/desk',
        '/desk/events',
        `/desk/actions/${openAction.id}`,
        '/desk/concerns',
        '/desk/actions',
      ])
        t.notMatch((await other.get(path)).body, /zebra/i, `${person} ${path}`)
      t.ok(
        [403, 404].includes(
          (await other.post(`/desk/events/${id}/taps`, { taps: 'key-00000001 gender male +1' }))
            .statusCode,
        ),
      )
    }
    t.notMatch((await house.stranger().get(calendar)).body, /zebra/i)
    t.notMatch((await house.signIn(PEOPLE.approver).get('/desk/journal')).body, /zebra/i)
    const lines = () =>
      house.store.journal.list(1, 1000).filter((line) => line.noun === 'event').length
    for (const see of [
      () => laptop.get(`/desk/events/${id}`),
      () => laptop.get(`/desk/events/${id}/pad`),
      () => laptop.post(`/desk/events/${id}/findings`, { text: '' }),
      () => laptop.post(`/desk/events/${id}/options`, { text: '' }),
      () => laptop.post(`/desk/events/${id}/terms`, { kind: 'stall', name: 'x', basedOn: 1 }),
    ]) {
      const before = lines()
      t.match((await see()).body, /Zebra|What residents choose/)
      t.equal(lines(), before + 1, 'R11: each look is a line')
    }
    t.notMatch(
      (await laptop.get('/desk/events')).body,
      /zebra/i,
      'a list says only that it is held',
    )
    t.notMatch((await laptop.get(`/desk/actions/${openAction.id}`)).body, /zebra/i)
    const { draft } = hands(house)
    const entry = await draft()
    t.notMatch(
      (await entry.page()).body,
      new RegExp(`stall-${id}\\.`),
      'its numbers are not offered',
    )
    t.equal((await entry.tell({ did: `${token} women came.` })).statusCode, 422)
    t.match((await entry.page()).body, 'is no number that we know')
    t.equal(
      (await entry.tell({ did: '{stall-99999.came} came.' })).statusCode,
      422,
      'as for one that never was',
    )
    await write({ name: 'A private stall', ...PRIVATE, list: house.person(PEOPLE.sergeant).id })
    t.equal(
      (await laptop.get(`/desk/events/${house.store.events.listUnfiltered().at(-1)!.id}`))
        .statusCode,
      404,
      'being coordinator gives no way in',
    )
  },
)

t.test(
  'R9: who holds an event in private with others only is shown the list, and not a page that is gone',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, of } = hands(house)
    const id = lastPart(await write())
    for (const [fields, field] of [
      [{ depth: 'named', list: 1 }, 'Choose the ground'],
      [PRIVATE, 'at least one person'],
      [{ ...PRIVATE, list: 9999 }, 'does not sign in'],
    ] as const)
      t.match(await laptop.post(`/desk/events/${id}/depth`, fields), {
        statusCode: 422,
        body: new RegExp(field),
      })
    t.equal(
      (
        await laptop.post(`/desk/events/${id}/depth`, {
          ...PRIVATE,
          list: house.person(PEOPLE.approver).id,
        })
      ).headers.location,
      '/desk/events',
    )
    t.match(of(id), { depth: 'named', list: [house.person(PEOPLE.approver).id] })
  },
)

t.test(
  'R9: what is linked and is not the writer’s to see stays linked and is not shown, and nobody links what they may not see',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, of } = hands(house)
    const hidden = house.store.actions
      .listUnfiltered()
      .find(
        (each) =>
          each.depth === 'named' && !each.list.includes(house.person(PEOPLE.coordinator).id),
      )
    const secretId = lastPart(
      await laptop.post('/desk/concerns', { text: 'Something else', originKind: 'phone' }),
    )
    const id = lastPart(await write())
    const action = house.store.actions.listUnfiltered().find((each) => each.depth !== 'named')!
    await laptop.post(`/desk/events/${id}/links`, { actionIds: action.id, concernIds: secretId })
    t.same([of(id).actionIds, of(id).concernIds], [[action.id], [secretId]])
    await laptop.post(`/desk/events/${id}/links`, {
      actionIds: [action.id, ...(hidden ? [hidden.id] : []), 99999],
      concernIds: secretId,
    })
    t.same(of(id).actionIds, [action.id], 'what is not seen is not linked')
    await laptop.post(`/desk/concerns/${secretId}/depth`, {
      ...PRIVATE,
      list: house.person(PEOPLE.approver).id,
    })
    t.equal((await laptop.get(`/desk/events/${id}`)).statusCode, 404)
    t.equal((await laptop.post(`/desk/events/${id}/links`, {})).statusCode, 404)
    t.same(of(id).concernIds, [secretId])
  },
)

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
  },
)

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

t.test(
  'R17: a token gives its number in every field of an entry, and what is withheld gets out of none',
  async (t) => {
    const house = await openHouse({ t })
    const { stall, draft } = hands(house)
    const id = await stall()
    const [female, male, few] = ['female', 'male', 'not-asked'].map(
      (group) => `{stall-${id}.gender.${group}}`,
    ) as [string, string, string]
    for (const field of ['said', 'did', 'origin', 'worked', 'trail']) {
      const entry = await draft()
      const say = (token: string) =>
        entry.tell({
          strength: 'counted',
          worked: 'It was counted.',
          [field]: field === 'trail' ? `January 2022: ${token} came.` : `${token} came.`,
        })
      for (const token of [male, few]) {
        t.equal((await say(token)).statusCode, 422, `${field} ${token}`)
        t.match(read(await entry.page()), 'cannot be told: it counts fewer than ten people')
        t.equal(
          (
            await house.signIn(PEOPLE.coordinator).post(`/desk/entries/${entry.id}/overrulings`, {
              key: 'complete',
              found: token,
              reason: 'I want to',
            })
          ).statusCode,
          422,
          'nor with a reason',
        )
      }
      const told = await say(female)
      t.equal(told.statusCode, 303, `${field}: ${read(told).slice(0, 300)}`)
      const { body } = await house.stranger().get(`/entries/${entry.publication().slug!}`)
      t.match(body, '24 came')
      t.notMatch(body, /\{stall|gender/)
    }
    const all = await publicText(house)
    t.same(
      all.match(/.{20}(?:\{stall|\.gender\.|not-asked|"counts").{20}/g),
      null,
      'no placeholder, and no word of what was withheld',
    )
  },
)

t.test(
  'R15, R17: the words of a correction hold the number as well, and not its placeholder',
  async (t) => {
    const house = await openHouse({ t })
    const { stall, draft } = hands(house)
    const id = await stall()
    const entry = await draft()
    await entry.tell({ did: 'We counted.' })
    t.equal(
      (
        await entry.tell({
          did: 'We counted again.',
          changeKind: 'correction',
          changeWords: `We left out that {stall-${id}.gender.female} came.`,
        })
      ).statusCode,
      303,
    )
    const { body } = await house.stranger().get(`/entries/${entry.publication().slug!}`)
    t.match(body, 'left out that 24 came')
    t.notMatch(body, '{stall')
    t.equal(
      (
        await entry.tell({
          changeKind: 'correction',
          changeWords: `And {stall-${id}.gender.male}.`,
        })
      ).statusCode,
      422,
    )
  },
)

t.test(
  'R17: a round table’s page holds such numbers, its form offers them, and it keeps the same rule',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, manager, stall } = hands(house)
    const id = await stall()
    const publication = house.store.publications.list().find((each) => each.kind === 'round-table')!
    const now = () => house.store.publications.find(publication.id)!
    const tell = async (agreed: string) => {
      await laptop.post(`/desk/entries/${publication.id}/drafts`, {
        place: '',
        priorities: '',
        agreed,
        changeKind: 'news',
        basedOn: draftOf(now())!.id,
      })
      await manager.post(`/desk/entries/${publication.id}/approval`, {
        draftId: draftOf(now())!.id,
      })
      return laptop.post(`/desk/entries/${publication.id}/publication`)
    }
    t.match(
      (await laptop.get(`/desk/entries/${publication.id}`)).body,
      `{stall-${id}.gender.female}`,
    )
    t.equal((await tell(`{stall-${id}.gender.male} came`)).statusCode, 422)
    t.equal((await tell(`{stall-${id}.gender.female} came`)).statusCode, 303)
    t.match((await house.stranger().get(`/round-tables/${now().slug!}`)).body, '24 came')
  },
)

t.test(
  'R17: a translation holds the numbers of the English: a placeholder is checked as the number it becomes, and what is withheld stops it',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, manager, stall, draft } = hands(house)
    const id = await stall()
    const entry = await draft()
    await entry.tell({
      said: 'We came.',
      did: `{stall-${id}.gender.female} came.`,
      origin: 'Told to us',
    })
    const slug = entry.publication().slug!
    const path = String(
      (await laptop.post('/desk/translations', { language: 'ar', kind: 'entry', slug })).headers
        .location,
    )
    const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
    const words = () =>
      draftOf(publication())!.words as { pieces: { english: string; text: string }[] }
    const save = (text: string) =>
      laptop.post(`${path}/drafts`, {
        checked: 'yes',
        basedOn: draftOf(publication())!.id,
        ...Object.fromEntries(
          words().pieces.flatMap(({ english }, i) => [
            [`english-${i}`, english],
            [`piece-${i}`, english.includes('24') ? text : 'نص'],
          ]),
        ),
      })
    await save(`{stall-${id}.gender.male} رجل`)
    t.match(read(await laptop.get(path)), 'cannot be told')
    t.equal(
      (await manager.post(`${path}/approval`, { draftId: draftOf(publication())!.id })).statusCode,
      422,
    )
    await save('14 رجل')
    t.match(read(await laptop.get(path)), '“14” does not stand in the English')
    await save(`{stall-${id}.gender.female} امرأة`)
    t.match(read(await laptop.get(path)), '24 امرأة', 'the preview is what readers will read')
    t.equal(
      (await manager.post(`${path}/approval`, { draftId: draftOf(publication())!.id })).statusCode,
      303,
    )
    t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
    t.match((await house.stranger().get(`/ar/entries/${slug}`)).body, '24 امرأة')
  },
)

t.test(
  'R17: a changed tally stops an approved draft, and two entries told at two times give nothing away together',
  async (t) => {
    const house = await openHouse({ t })
    const { rewrite, count, stall, draft, of } = hands(house)
    const id = await stall({ headCount: '38' }, { male: 14, female: 24 })
    const token = (what: string): string => `{stall-${id}.${what}}`
    const [first, second] = [await draft(), await draft()]
    t.equal(
      (
        await first.tell({
          did: `${token('came')} came: ${token('gender.male')} and ${token('gender.female')}.`,
        })
      ).statusCode,
      303,
    )
    await second.save({ did: `${token('came')} came.` })
    t.equal((await second.approve()).statusCode, 303)
    await rewrite(id, { headCount: '42' })
    await count(id, { 'not-asked': 4 })
    t.equal((await second.publish()).statusCode, 422, 'current')
    t.equal(
      (await second.tell({ did: `${token('came')} came.` })).statusCode,
      422,
      '42, beside 14 and 24, would tell of the four',
    )
    t.notMatch(await publicText(house, [`/entries/${first.publication().slug!}`]), /\b42 came/)
    await count(id, { 'not-asked': 0, female: 28 })
    t.equal(eventTermsOf(of(id)).headCount, 42)
    t.equal(
      (await second.tell({ did: `${token('came')} came.` })).statusCode,
      303,
      'a tally that agrees again is told',
    )
  },
)

t.test('R17: a group that is renamed or taken out after it was told opens nothing', async (t) => {
  const house = await openHouse({ t })
  const { laptop, stall, draft } = hands(house)
  const id = await stall()
  const token = (group: string): string => `{stall-${id}.gender.${group}}`
  const entry = await draft()
  t.equal((await entry.tell({ did: `${token('female')} came.` })).statusCode, 303)
  const approved = await draft()
  await approved.save({ did: `${token('female')} came.` })
  await approved.approve()
  const group = (groups: string) =>
    laptop.post('/desk/settings/words', { communities: 'x', atRisk: 'x', phrases: 'x', groups })
  for (const groups of [
    'Gender: Male, Women, Not asked',
    'Gender: Male, Other',
    'Gender: Male, Not asked',
  ]) {
    t.equal((await group(groups)).statusCode, 303)
    for (const name of ['male', 'not-asked', 'female']) {
      const other = await draft()
      t.equal(
        (await other.tell({ did: `${token(name)} came.` })).statusCode,
        422,
        `${groups}: ${name}`,
      )
    }
    t.equal((await approved.publish()).statusCode, 422, 'a draft with a group that is gone waits')
    t.match(
      read(await laptop.get(`/desk/events/${id}`)),
      /\d+ of 42 were in no group that is counted here/,
      'and the page says by how much the tally does not agree',
    )
  }
  await group('Gender: Male, Female, Not asked')
  t.equal((await approved.publish()).statusCode, 303, 'put back, it is as it was')
})

t.test(
  'R17: a placeholder split over two fields, in what residents or owners wrote, or written by hand is not filled; numbers typed by hand are stopped',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, stall, draft } = hands(house)
    const id = await stall()
    const token = `{stall-${id}.gender.female}`
    const split = await draft()
    t.equal(
      (await split.tell({ said: `{stall-${id}.`, did: 'gender.female}' })).statusCode,
      422,
      'half a placeholder is no words for residents',
    )
    const concernId = lastPart(
      await laptop.post('/desk/concerns', { text: `Was it ${token}?`, originKind: 'phone' }),
    )
    t.match(
      read(await laptop.get(`/desk/concerns/${concernId}`)),
      `Was it ${token}?`,
      'what residents said stands as they said it',
    )
    await laptop.post(`/desk/concerns/${concernId}/actions`, {
      text: `Ask ${token} women`,
      leadId: house.person(PEOPLE.coordinator).organisationId,
    })
    const action = house.store.actions.listUnfiltered().at(-1)!
    t.match(read(await laptop.get(`/desk/actions/${action.id}`)), `Ask ${token} women`)
    const entryId = lastPart(await laptop.post('/desk/entries', { kind: 'entry', concernId }))
    t.match(
      read(await laptop.get(`/desk/entries/${entryId}`)),
      token,
      'a first draft does not fill it either',
    )
    t.notMatch(
      (await house.stranger().post('/tell-us', { text: `${token} here`, website: '' })).body,
      '24 here',
    )
    for (const words of [
      '9 residents came.',
      'Nine boys came.',
      `${token} came, 4 of them boys.`,
      '14 young people came.',
      `{stall-${id}.came}9 residents came.`,
    ]) {
      const entry = await draft()
      t.equal((await entry.tell({ did: words })).statusCode, 422, words)
      t.match(read(await entry.page()), 'counts people')
    }
  },
)

t.test(
  'R17: an observer sees no list of placeholders, and a writer is offered numbers though a private event hangs on the same concern',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, stall, draft, of } = hands(house)
    const id = await stall()
    const entry = await draft()
    t.match((await entry.page()).body, `{stall-${id}.gender.female}`)
    t.notMatch(
      (await house.signIn(PEOPLE.observer).get(`/desk/entries/${entry.id}`)).body,
      'Numbers of people that you can put in',
    )
    const secret = await stall({ name: 'Secret stall' })
    await laptop.post(`/desk/events/${secret}/links`, { concernIds: entry.concernId })
    await laptop.post(`/desk/events/${secret}/depth`, {
      ...PRIVATE,
      list: house.person(PEOPLE.approver).id,
    })
    t.equal(of(secret).depth, 'named')
    t.match(
      (await entry.page()).body,
      `{stall-${id}.gender.female}`,
      'R11: the list does not change for it',
    )
    t.notMatch((await entry.page()).body, 'Secret stall')
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

t.test(
  'R11, R17: an event that becomes private takes its numbers from the board at once, whether it is held itself or by what it is linked to',
  async (t) => {
    for (const way of ['depth', 'links', 'action'] as const) {
      const house = await openHouse({ t })
      const laptop = house.signIn(PEOPLE.coordinator)
      const me = house.person(PEOPLE.coordinator).id
      const stall = house.store.events
        .listUnfiltered()
        .find((each) => each.terms[0]!.kind === 'stall')!
      const told = house.store.publications
        .list()
        .find(
          (each) =>
            each.kind === 'entry' &&
            each.slug &&
            JSON.stringify(each.drafts.at(-1)!.words).includes(`{stall-${stall.id}.came}`),
        )!
      t.match(
        (await house.stranger().get(`/entries/${told.slug!}`)).body,
        '38 residents came: 14 male, 24 female',
      )
      const hidden = house.store.actions
        .listUnfiltered()
        .find((each) => each.depth === 'named' && each.list.includes(me))!
      const [path, fields] =
        way === 'depth'
          ? [`/desk/events/${stall.id}/depth`, { ...PRIVATE, list: me }]
          : way === 'links'
            ? [`/desk/events/${stall.id}/links`, { actionIds: [hidden.id], concernIds: [] }]
            : [`/desk/actions/${stall.actionIds[0]!}/depth`, { ...PRIVATE, list: me }]
      t.equal((await laptop.post(path, fields)).statusCode, 303, way)
      t.equal((await house.stranger().get(`/entries/${told.slug!}`)).statusCode, 410, way)
      for (const page of ['/', '/feed.json', '/board.json', '/poster?quarter=all', '/ar'])
        t.notMatch((await house.stranger().get(page)).body, /\b38\b/, `${way}: ${page}`)
    }
  },
)
