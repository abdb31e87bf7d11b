import { agree, type AgreedTerms } from '../../../src/domain/actions/agreement.ts'
import { standing as standingOf } from '../../../src/domain/concerns/standing.ts'
import t from 'tap'
import { buildApp } from '../../../src/app.ts'
import {
  lastHeardOn,
  latestOf,
  statusOf,
  termsOf,
  type Status,
} from '../../../src/domain/actions/action.ts'
import { dayOf, instantOf } from '../../../src/domain/day.ts'
import { must } from '../../../src/sample/must.ts'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'

const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
}
const by = (house: House, email: string = PEOPLE.coordinator) => ({
  personId: house.person(email).id,
  at: house.clock.at(),
})
const seatOf = (house: House, email: string) =>
  house.store.organisations
    .seats()
    .find((seat) =>
      seat.holders.some(
        (each) => each.personId === house.person(email).id && each.untilOn === null,
      ),
    )!
const organisation = (house: House, email: string): number => house.person(email).organisationId
const get = (house: House, id: number) => house.store.actions.listUnfiltered([id])[0]!
/**
 * Led by the sergeant's seat and helped by the council, agreed between tables, for a concern that
 * nothing else answers.
 */
const agreeJoint = (
  house: House,
  over: Partial<AgreedTerms> & { proposed?: boolean } = {},
): number => {
  const { proposed = false, ...terms } = over
  const seat = seatOf(house, PEOPLE.sergeant)
  return house.store.actions.record(
    must(
      agree(
        {
          text: 'Hold a day in the park',
          kind: 'one-off',
          leadId: seat.organisationId,
          seatId: seat.id,
          helperIds: [organisation(house, PEOPLE.officer)],
          by: null,
          ...terms,
        },
        () => !proposed,
      ),
    ),
    { roundTableId: null, concernIds: [], depth: 'table', ground: null, list: [] },
    by(house),
  )
}
const change = (house: House, id: number, over: Partial<AgreedTerms>): void => {
  const { text, kind, leadId, seatId, helperIds, by: due } = termsOf(get(house, id))
  house.store.actions.recordTerms(
    id,
    { text, kind, leadId, seatId, helperIds, by: due, proposed: false, reason: 'Moved', ...over },
    by(house),
  )
}
const say = (house: House, id: number, status: Status, email: string, text = 'Said'): void => {
  const seat = seatOf(house, email)
  house.store.actions.recordUpdate(
    id,
    { status, text, waitingFor: null, on: null },
    { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
    by(house, email),
  )
}
/** A link as a letter would carry it to this person. */
const linkFor = (house: House, actionId: number, email: string = PEOPLE.officer): string => {
  const [personId, seatId] = [house.person(email).id, seatOf(house, email).id]
  house.store.notices.record(
    [{ personId, actionId, seatId, why: 'asked', cause: `test ${house.clock.at()}` }],
    dayOf(house.clock.now()),
    by(house),
  )
  const letterId = house.store.notices.recordLetter(
    personId,
    house.store.notices.waiting().filter((each) => each.personId === personId),
    '9999-01-01T00:00:00.000Z',
    by(house),
  )
  return `/report/${house.store.reportLinks.make({ letterId, actionId, seatId, personId }, house.clock.at())}`
}
const DONE = { status: 'done', text: 'We lent the tents', waitingFor: '' }
const open = async (
  t: { teardown: (fn: () => unknown) => unknown },
  over: Parameters<typeof agreeJoint>[1] = {},
) => {
  const house = await openHouse({ t })
  const id = agreeJoint(house, over)
  house.clock.pass({ minutes: 1 })
  return { house, id }
}
const parts = (body: string): string =>
  body
    .match(/<ul class="parts.*?<\/ul>/s)?.[0]
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() ?? ''
/** The days go by as they do: a start at ten past midnight, at eight and at noon. */
const days = async (house: House, to: string): Promise<void> => {
  for (
    let day = dayOf(house.clock.now());
    day <= to;
    day = dayOf(new Date(instantOf(day, '12.00').getTime() + 86_400_000))
  ) {
    for (const time of ['0.10', '8.00', '12.00']) {
      if (instantOf(day, time).getTime() < house.clock.now().getTime()) continue
      house.clock.moveTo(instantOf(day, time).toISOString())
      const app = await buildApp({
        store: house.store,
        post: {
          send: async (letter) => {
            house.letters.push(letter)
          },
        },
        now: () => house.clock.now(),
        config: house.config,
      })
      await settle()
      await app.close()
    }
  }
}
const titles = (house: House, email: string, number: string): string[] =>
  house.letters
    .filter((each) => each.to === email)
    .flatMap((each) => [...each.text.matchAll(/^Action (\S+): (.*)$/gm)])
    .filter((each) => each[1] === number)
    .map((each) => each[2]!)

t.test(
  'R1, R8: a helper says where its part stands, and neither the action, nor its concern, nor its silence moves',
  async (t) => {
    const house = await openHouse({ t })
    const seat = seatOf(house, PEOPLE.sergeant)
    const concern = house.store.concerns.listUnfiltered().find((each) => each.depth === 'table')!
    const id = house.store.actions.record(
      must(
        agree(
          {
            text: 'Hold a day',
            kind: 'one-off',
            leadId: seat.organisationId,
            seatId: seat.id,
            helperIds: [organisation(house, PEOPLE.officer)],
            by: null,
          },
          () => true,
        ),
      ),
      { roundTableId: null, concernIds: [concern.id], depth: 'table', ground: null, list: [] },
      by(house),
    )
    const standing = () => standingOf([get(house, id)])
    const before = [statusOf(get(house, id)), lastHeardOn(get(house, id)), standing()]
    house.clock.pass({ days: 40 })
    const officer = house.signIn(PEOPLE.officer)
    t.equal(
      (
        await officer.post(`/desk/actions/${id}/updates`, {
          status: 'done',
          text: 'We lent the tents',
          waitingFor: '',
          on: '',
          seatId: '',
        })
      ).statusCode,
      303,
    )
    t.match(get(house, id).updates.at(-1), {
      organisationId: organisation(house, PEOPLE.officer),
      seatId: seatOf(house, PEOPLE.officer).id,
    })
    t.same([statusOf(get(house, id)), lastHeardOn(get(house, id)), standing()], before)
    t.match(
      (await house.signIn(PEOPLE.sergeant).get('/desk/mine')).body,
      'Quiet for 40 days',
      'the lead is still asked',
    )
    say(house, id, 'done', PEOPLE.sergeant)
    t.equal(statusOf(get(house, id)), 'done')
  },
)

t.test(
  'the action’s page says who leads, who helps, where each has got to, and whose part waits',
  async (t) => {
    const { house, id } = await open(t)
    const mosaic = organisation(house, PEOPLE.coordinator)
    change(house, id, { helperIds: [organisation(house, PEOPLE.officer), mosaic] })
    const page = async (): Promise<string> =>
      parts((await house.signIn(PEOPLE.observer).get(`/desk/actions/${id}`)).body)
    t.equal(
      await page(),
      'Metropolitan Police Service leads: Not started Mosaic Community Trust helps: Not heard of yet Westminster City Council helps: Not heard of yet',
    )
    house.clock.pass({ minutes: 1 })
    say(house, id, 'done', PEOPLE.officer)
    t.equal(
      await page(),
      'Metropolitan Police Service leads: Not started Its part is waited for. Mosaic Community Trust helps: Not heard of yet Its part is waited for. Westminster City Council helps: Done',
    )
    say(house, id, 'done', PEOPLE.sergeant)
    t.match(
      await page(),
      /leads: Done Mosaic.*Not heard of yet Its part is waited for\. Westminster.*Done$/,
    )
    t.equal(
      parts(
        (
          await house
            .signIn(PEOPLE.observer)
            .get(
              `/desk/actions/${house.store.actions.listUnfiltered().find((each) => termsOf(each).helperIds.length === 0)!.id}`,
            )
        ).body,
      ),
      '',
      'where nobody helps there are no parts',
    )
  },
)

t.test('closing warns whose part has not come, and may be done all the same', async (t) => {
  const { house, id } = await open(t)
  say(house, id, 'done', PEOPLE.sergeant)
  const laptop = house.signIn(PEOPLE.coordinator)
  t.match(
    (await laptop.get(`/desk/actions/${id}`)).body,
    /Does the table agree.*The council has not done their part yet\./s,
  )
  change(house, id, {
    helperIds: [organisation(house, PEOPLE.officer), organisation(house, PEOPLE.observer)],
  })
  t.match(
    (await laptop.get(`/desk/actions/${id}`)).body,
    /The council and a [\w ]*school have not done their part yet\./,
  )
  change(house, id, { helperIds: [organisation(house, PEOPLE.officer)] })
  house.clock.pass({ minutes: 1 })
  say(house, id, 'could-not', PEOPLE.officer)
  t.notMatch((await laptop.get(`/desk/actions/${id}`)).body, 'done their part')
  t.equal((await laptop.post(`/desk/actions/${id}/closing`)).statusCode, 303)
})

t.test(
  'R21: the link in a helper’s letter says that it helps, and saves its own part alone, with a receipt and an hour to take it back',
  async (t) => {
    const { house, id } = await open(t)
    const link = linkFor(house, id)
    const phone = house.stranger()
    say(house, id, 'waiting', PEOPLE.sergeant)
    const page = (await phone.get(link)).body
    t.match(
      page,
      /Where has your part got to\?.*value="not-started" checked.*You speak for .*, who helps with it/s,
    )
    t.equal((await phone.post(link, DONE)).statusCode, 303)
    t.match(
      [get(house, id).updates.at(-1)!.organisationId, statusOf(get(house, id))],
      [organisation(house, PEOPLE.officer), 'waiting'],
    )
    t.match((await phone.get(`${link}/receipt`)).body, /We lent the tents.*Take it back/s)
    t.match((await phone.get(link)).body, /value="done" checked/)
    const updateId = get(house, id).updates.at(-1)!.id
    const theirs = get(house, id).updates.at(-2)!.id
    t.equal(
      (await phone.post(`${link}/undoing`, { updateId: theirs })).statusCode,
      422,
      'not what the lead said',
    )
    house.clock.pass({ minutes: 59 })
    t.equal((await phone.post(`${link}/undoing`, { updateId })).statusCode, 303)
    t.ok(get(house, id).updates.at(-1)!.takenBackAt)
    await phone.post(link, DONE)
    house.clock.pass({ hours: 1 })
    t.equal(
      (await phone.post(`${link}/undoing`, { updateId: get(house, id).updates.at(-1)!.id }))
        .statusCode,
      422,
      'an hour and no more',
    )
  },
)

t.test(
  'R6: a helper is not asked to accept, cannot answer for the lead, and is not told that it did',
  async (t) => {
    const { house, id } = await open(t, { proposed: true })
    const link = linkFor(house, id)
    const phone = house.stranger()
    t.notMatch((await phone.get(link)).body, 'Do you accept it')
    for (const path of ['acceptance', 'declining']) {
      const answer = await phone.post(`${link}/${path}`, { words: 'We would rather not' })
      t.equal(answer.statusCode, 422, path)
      t.match(answer.body, 'Only the organisation that leads can answer this')
    }
    t.same(get(house, id).acceptances, [])
    const officer = house.signIn(PEOPLE.officer)
    for (const path of ['acceptance', 'declining'])
      t.equal(
        (await officer.post(`/desk/actions/${id}/${path}`, { words: 'No' })).statusCode,
        403,
        path,
      )
    house.store.actions.recordAnswer(
      id,
      termsOf(get(house, id)).id,
      {
        accepted: false,
        words: 'Not without officers',
        organisationId: organisation(house, PEOPLE.sergeant),
      },
      by(house, PEOPLE.sergeant),
    )
    t.notMatch((await phone.get(link)).body, /Your organisation said|Not without officers/)
  },
)

for (const [how, act] of [
  [
    'its organisation stops helping',
    (house: House, id: number) => change(house, id, { helperIds: [] }),
  ],
  [
    'it leaves its seat',
    (house: House) => {
      const seat = seatOf(house, PEOPLE.officer)
      house.store.organisations.endHolding(
        seat.holders.find((each) => each.untilOn === null)!.id,
        dayOf(house.clock.now()),
        by(house),
      )
    },
  ],
  [
    'its person leaves',
    (house: House) => {
      house.store.people.end(house.person(PEOPLE.officer).id, by(house))
    },
  ],
  [
    'the matter is held in private',
    (house: House, id: number) => {
      house.store.actions.recordDepth(
        id,
        {
          depth: 'named',
          ground: 'A person could be identified.',
          list: [house.person(PEOPLE.officer).id],
        },
        by(house),
      )
    },
  ],
] as [string, (house: House, id: number) => void][]) {
  t.test(`R21: a helper’s link is over the moment ${how}`, async (t) => {
    const { house, id } = await open(t)
    const link = linkFor(house, id)
    const phone = house.stranger()
    t.equal((await phone.get(link)).statusCode, 200)
    act(house, id)
    const before = get(house, id).updates.length
    t.equal((await phone.get(link)).statusCode, 404)
    t.equal((await phone.post(link, DONE)).statusCode, 404)
    t.equal(get(house, id).updates.length, before)
    t.notMatch((await phone.get(link)).body, 'park')
  })
}

t.test(
  'letters: a helper hears once that its help is agreed, and once when only its part is to come',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.clock.moveTo('2022-01-29T03:00:00.000Z')
    const id = agreeJoint(house)
    const { number } = get(house, id)
    await days(house, '2022-02-01')
    t.same(titles(house, PEOPLE.officer, number), ['needs your help'])
    t.same(titles(house, PEOPLE.sergeant, number), ['is yours'])
    const letter = house.letters.findLast(
      (each) => each.to === PEOPLE.officer && each.text.includes(`Action ${number}`),
    )!
    t.match(
      letter.text,
      'It was agreed between round tables, and your organisation helps with it. No date is agreed yet.',
    )
    t.notMatch(letter.text + letter.html, 'park', 'R21: none of its words')
    const link = letter.text
      .slice(letter.text.indexOf(`Action ${number}`))
      .match(/\/report\/\S+/)![0]
    t.equal(
      (
        await house
          .stranger()
          .post(link, { status: 'under-way', text: 'Tents are found', waitingFor: '' })
      ).statusCode,
      303,
      'the link of a real letter',
    )

    say(house, id, 'done', PEOPLE.sergeant)
    await days(house, '2022-02-03')
    t.same(titles(house, PEOPLE.officer, number), ['needs your help', 'waits for your part'])
    house.clock.pass({ hours: 1 })
    say(house, id, 'done', PEOPLE.sergeant, 'Put better')
    await days(house, '2022-02-06')
    t.same(
      titles(house, PEOPLE.officer, number),
      ['needs your help', 'waits for your part'],
      'the lead puts it better: the letter is not sent again',
    )
    say(house, id, 'done', PEOPLE.officer)
    house.clock.moveTo('2022-04-18T07:00:00.000Z')
    await days(house, '2022-04-19')
    t.same(
      titles(house, PEOPLE.officer, number),
      ['needs your help', 'waits for your part'],
      'and none before the round table once its part is done',
    )
  },
)

t.test(
  'R8: an action that only its helper speaks of is quiet, and its lead is asked, not the helper',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.clock.moveTo('2022-01-29T03:00:00.000Z')
    const id = agreeJoint(house)
    await days(house, '2022-01-29')
    house.clock.moveTo('2022-02-20T12:00:00.000Z')
    say(house, id, 'under-way', PEOPLE.officer)
    house.clock.moveTo('2022-03-01T12:00:00.000Z')
    await days(house, '2022-03-02')
    t.same(titles(house, PEOPLE.sergeant, get(house, id).number), ['is yours', 'has been quiet'])
    t.same(titles(house, PEOPLE.officer, get(house, id).number), ['needs your help'])
  },
)

t.test(
  'several help: each reports its own part, a member with no seat speaks for the organisation, one with no seats at all is only named',
  async (t) => {
    const { house, id } = await open(t)
    const club = house.store.organisations.record(
      { code: 'club', name: 'A youth club', publicName: 'a youth club', expected: false },
      by(house),
    )
    change(house, id, { helperIds: [organisation(house, PEOPLE.officer), club] })
    house.store.people.record(
      {
        name: 'Club leader',
        email: 'leader@club.example',
        role: 'member',
        approves: false,
        organisationId: club,
      },
      by(house),
    )
    house.clock.pass({ minutes: 1 })
    const leader = house.signIn('leader@club.example')
    t.match(
      (await leader.get('/desk/mine')).body,
      /We help with these.*Hold a day in the park.*Your part: not heard of yet\..*Metropolitan Police Service leads/s,
    )
    t.equal(
      (
        await leader.post('/desk/mine', {
          [`status-${id}`]: 'done',
          [`text-${id}`]: 'We brought drums',
        })
      ).statusCode,
      303,
    )
    t.match(get(house, id).updates.at(-1), { organisationId: club, seatId: null })
    t.equal(statusOf(get(house, id)), 'not-started')
    t.match(
      parts((await leader.get(`/desk/actions/${id}`)).body),
      /leads: Not started Its part is waited for\. Westminster City Council helps: Not heard of yet Its part is waited for\. A youth club helps: Done$/,
    )
    t.notMatch((await leader.get('/desk/mine')).body, 'Hold a day in the park', 'its part is done')
    await days(house, '2022-01-30')
    t.same(titles(house, 'leader@club.example', get(house, id).number), [], 'letters go to seats')
  },
)

t.test(
  'a helper whose lead has finished sees first that its part is waited for, on the desk as well',
  async (t) => {
    const { house, id } = await open(t)
    say(house, id, 'done', PEOPLE.sergeant)
    const officer = house.signIn(PEOPLE.officer)
    const mine = (await officer.get('/desk/mine')).body
    t.match(
      mine.match(/<section[^>]*aria-labelledby="helping".*?<\/section>/s)![0],
      /<h3><a [^>]*>Hold a day in the park<[^]*?Your part is waited for\./,
    )
    t.match((await officer.get('/desk')).body, 'Hold a day in the park')
    t.match(
      (await house.signIn(PEOPLE.sergeant).get('/desk/mine')).body,
      /You said these are finished.*Hold a day in the park.*Waits for the council\./s,
    )
    say(house, id, 'done', PEOPLE.officer)
    t.notMatch((await officer.get('/desk')).body, 'Hold a day in the park')
  },
)

t.test(
  'a coordinator’s own organisation helps too: among my actions it is its part, and what is typed for the lead is the lead’s',
  async (t) => {
    const house = await openHouse({ t })
    const [mosaic, police] = [
      organisation(house, PEOPLE.coordinator),
      organisation(house, PEOPLE.sergeant),
    ]
    const owned = agreeJoint(house, { helperIds: [mosaic] })
    const unowned = agreeJoint(house, { text: 'Hold another', seatId: null, helperIds: [mosaic] })
    house.clock.pass({ minutes: 1 })
    const laptop = house.signIn(PEOPLE.coordinator)
    t.match((await laptop.get('/desk/mine')).body, /We help with these.*Hold a day in the park/s)
    for (const id of [owned, unowned]) {
      t.equal(
        (
          await laptop.post('/desk/mine', {
            [`status-${id}`]: 'done',
            [`text-${id}`]: 'Leaflets are out',
          })
        ).statusCode,
        303,
      )
      t.match(
        [
          get(house, id).updates.at(-1)!.organisationId,
          get(house, id).updates.at(-1)!.seatId,
          statusOf(get(house, id)),
        ],
        [mosaic, seatOf(house, PEOPLE.coordinator).id, 'not-started'],
        'never as the sergeant',
      )
      t.equal(
        (
          await laptop.post(`/desk/actions/${id}/updates`, {
            status: 'under-way',
            text: 'The sergeant rang',
            waitingFor: '',
            on: '',
            seatId: '',
          })
        ).statusCode,
        303,
      )
      t.match(
        [latestOf(get(house, id)).text, latestOf(get(house, id)).organisationId],
        ['The sergeant rang', police],
        'typed for the lead, as the form says',
      )
    }
  },
)

t.test(
  'R7: the seat that owns an action is one of its lead: what a helper’s seat says would never count',
  async (t) => {
    const { house, id } = await open(t)
    const terms = (seatId: number) => ({
      text: 'Hold a day',
      kind: 'one-off',
      leadId: organisation(house, PEOPLE.sergeant),
      seatId,
      by: '',
      reason: 'Plainer',
      basedOn: termsOf(get(house, id)).id,
    })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const seatId of [seatOf(house, PEOPLE.officer).id, 99_999]) {
      const refused = await laptop.post(`/desk/actions/${id}/terms`, terms(seatId))
      t.equal(refused.statusCode, 422)
      t.match(refused.body, /href="#terms-seatId">This seat belongs to another organisation/)
    }
    t.equal(
      (await laptop.post(`/desk/actions/${id}/terms`, terms(seatOf(house, PEOPLE.sergeant).id)))
        .statusCode,
      303,
    )
  },
)
