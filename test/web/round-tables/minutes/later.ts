import { sayWhoIsHere } from '../minuting/set-up.ts'
import t, { type Test } from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { find, newest, OPEN, sections } from './set-up.ts'
import type { Concern } from '../../../../src/domain/concerns/concern.ts'

t.test(
  'R4: earlier minutes stay word for word, whatever is said, changed, answered, closed, joined, split or made a priority later',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const read = async () =>
      Promise.all(
        ['2021-q3', '2021-q4'].flatMap((slug) =>
          ['table', 'public', 'named'].map(async (depth) => {
            const path = `/desk/round-tables/${slug}/minutes?depth=${depth}`
            const minutes = sections((await laptop.get(path)).body)
            return depth === 'public' ? withoutTold(minutes) : minutes
          }),
        ),
      )
    const before = await read()
    const post = async (path: string, fields: Record<string, string | number>) =>
      t.equal((await laptop.post(path, fields)).statusCode, 303, path)
    const concern = (begins: string) =>
      house.store.concerns.everWritten().find((each) => each.wordings[0]!.text.includes(begins))!
    const [stops, asb, safer, crime, knife] = [
      'stop and search',
      'anti-social',
      'safer neighbourhoods',
      'Youth crime',
      'knife crime',
    ].map(concern)

    await moveOn(t, { house, post, stops, asb, safer, crime, knife })
    t.same(await read(), before)
    t.match(
      sections((await laptop.get(`${OPEN}/minutes`)).body),
      'Fewer than last year',
      'and it stands where it was said',
    )
  },
)

/** What residents are told is theirs now: it is taken down at once where it is withdrawn (R15). */
const withoutTold = (minutes: string): string =>
  minutes
    .replace(
      /(<h3>Item \d+), as it is told in public<\/h3>\s*<p class="words">[^<]*<\/p>/g,
      '$1: not told in public yet.</h3>',
    )
    .replace(/<section[^>]*paper-priorities"[\s\S]*?<\/section>/, '')
    .replace(/\s+/g, ' ')

async function moveOn(
  t: Test,
  {
    house,
    post,
    stops,
    asb,
    safer,
    crime,
    knife,
  }: {
    house: House
    post: (path: string, fields: Record<string, string | number>) => Promise<boolean>
    stops: Concern | undefined
    asb: Concern | undefined
    safer: Concern | undefined
    crime: Concern | undefined
    knife: Concern | undefined
  },
) {
  await changeActions(t, house, post)
  await post(`/desk/concerns/${stops!.id}/wordings`, {
    text: 'Stops are worse now',
    themeId: '',
    areaId: '',
    basedOn: stops!.wordings.at(-1)!.id,
    reason: 'Clearer',
  })
  await post(`/desk/concerns/${asb!.id}/priorities`, {
    agreed: 'yes',
    tableId: house.store.roundTables.find('2021-q3')!.id,
  })
  await post(`/desk/concerns/${safer!.id}/priorities`, { agreed: 'yes', tableId: '' })
  await post(`${OPEN}/priorities`, {
    concernId: crime!.id,
    choice: 'drop',
    into: '',
    reason: 'It is in hand',
  })
  await post(`/desk/concerns/${crime!.id}/merging`, { into: knife!.id })
  await post(`/desk/concerns/${safer!.id}/splitting`, { text: 'And the stairs are dark' })
  await post(`${OPEN}/finishing`, {})
}

async function changeActions(
  t: Test,
  house: House,
  post: (path: string, fields: Record<string, string | number>) => Promise<boolean>,
) {
  const figures = find(house, 'What do the stop and search figures')
  t.equal(
    (
      await house
        .signIn(PEOPLE.sergeant)
        .post(`/desk/actions/${figures.id}/acceptance`, { words: 'Yes' })
    ).statusCode,
    303,
  )
  await post(`/desk/actions/${figures.id}/updates`, {
    status: 'done',
    text: 'Fewer than last year',
    waitingFor: '',
    on: '',
    seatId: house.store.organisations
      .seats()
      .find((each) => each.title.startsWith('Ward sergeant'))!.id,
  })
  await post(`/desk/actions/${figures.id}/closing`, {})
  const schools = find(house, 'Ensure better engagement')
  await post(`/desk/actions/${schools.id}/terms`, {
    text: 'Meet every school',
    kind: 'one-off',
    leadId: '',
    seatId: '',
    by: 'May 2022',
    reason: 'It was vague',
    basedOn: termsOf(schools).id,
  })
}

t.test(
  'R4: a report that is taken back when the table is over still stands in its minutes',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const walk = find(house, 'Walk through the communal areas')
    await laptop.post(`/desk/actions/${walk.id}/updates`, {
      status: 'under-way',
      text: 'A day is set',
      waitingFor: '',
      on: '',
      seatId: '',
    })
    house.clock.pass({ minutes: 1 })
    await laptop.post(`${OPEN}/finishing`)
    const before = sections((await laptop.get(`${OPEN}/minutes`)).body)
    t.match(before, 'Under way')
    house.clock.pass({ minutes: 1 })
    t.equal(
      (
        await laptop.post(
          `/desk/actions/${walk.id}/updates/${newest(house.store.actions.listUnfiltered([walk.id])[0]!.updates).id}/taking-back`,
        )
      ).statusCode,
      303,
    )
    t.equal(sections((await laptop.get(`${OPEN}/minutes`)).body), before)
  },
)

t.test(
  'R5: minutes are drafts until the next table agrees them; a correction has its date and reason, and the first wording stays',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${OPEN}/finishing`)
    t.match(
      (await laptop.get(`${OPEN}/minutes`)).body,
      'Draft minutes. The next round table agrees them.',
    )
    for (const [text, reason] of [
      ['', 'x'],
      ['x', ''],
    ])
      t.equal(
        (await laptop.post(`${OPEN}/corrections`, { text: text!, reason: reason! })).statusCode,
        422,
      )
    t.equal((await laptop.post(`${OPEN}/agreement`)).statusCode, 422, 'not by themselves')
    house.clock.moveTo('2022-04-28T09:30:00.000Z')
    const later = house.signIn(PEOPLE.coordinator)
    await later.post('/desk/round-tables/2022-q2/opening')
    t.equal((await house.signIn(PEOPLE.sergeant).post(`${OPEN}/agreement`)).statusCode, 403)
    await sayWhoIsHere(house, later, '2022-q2')
    t.equal((await later.post(`${OPEN}/agreement`)).statusCode, 303)
    const agreed = sections((await later.get(`${OPEN}/minutes`)).body)
    await later.post(`${OPEN}/corrections`, {
      text: 'It was the council <who> said it',
      reason: 'Heard wrong',
    })
    const { body } = await later.get(`${OPEN}/minutes`)
    t.match(body, /Agreed at the 28 April 2022 round table\. They are locked\./)
    t.match(
      body,
      'Corrected on 28 April 2022. It was the council &lt;who&gt; said it Why: Heard wrong',
    )
    t.ok(sections(body).endsWith(agreed), 'nothing else changed')
    t.notMatch((await later.get(`${OPEN}/minutes?depth=public`)).body, 'Heard wrong')
    t.match(
      (await later.get('/desk/round-tables/2022-q2/minutes')).body,
      'The table agreed the minutes of the 27 January 2022 round table.',
    )
    for (const path of ['concerns', 'lines', 'priorities', 'attendance', 'reopening'])
      t.notOk((await later.post(`${OPEN}/${path}`, { reason: 'x' })).statusCode < 400, path)
  },
)

t.test(
  'R4: a table that is planned later does not change what earlier minutes say of the next one',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const before = sections((await laptop.get('/desk/round-tables/2021-q4/minutes')).body)
    t.match(before, 'No date agreed yet.', 'in October nobody had said when they would meet again')
    house.clock.pass({ minutes: 5 })
    t.equal(
      (
        await laptop.post('/desk/round-tables', {
          heldOn: 'December 2021',
          startsAt: '',
          place: '',
          expectedIds: house.store.organisations.list()[0]!.id,
        })
      ).statusCode,
      303,
    )
    t.equal(sections((await laptop.get('/desk/round-tables/2021-q4/minutes')).body), before)
  },
)
