import t, { type Test } from 'tap'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { hands, lastPart, PRIVATE, type Hands } from './set-up.ts'
import type { Action } from '../../../../src/domain/actions/action.ts'

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
    await nowhereForOthers(t, { house, openAction, id, calendar })
    await eachLookIsWritten(t, house, id, laptop)
    t.notMatch(
      (await laptop.get('/desk/events')).body,
      /zebra/i,
      'a list says only that it is held',
    )
    t.notMatch((await laptop.get(`/desk/actions/${openAction.id}`)).body, /zebra/i)
    await noNumberOfIt(t, house, id, token)
    await write({ name: 'A private stall', ...PRIVATE, list: house.person(PEOPLE.sergeant).id })
    t.equal(
      (await laptop.get(`/desk/events/${house.store.events.listUnfiltered().at(-1)!.id}`))
        .statusCode,
      404,
      'being coordinator gives no way in',
    )
  },
)

async function nowhereForOthers(
  t: Test,
  {
    house,
    openAction,
    id,
    calendar,
  }: { house: House; openAction: Action; id: number; calendar: string },
) {
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
}

async function eachLookIsWritten(t: Test, house: House, id: number, laptop: Hands['laptop']) {
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
}

async function noNumberOfIt(t: Test, house: House, id: number, token: string) {
  const { draft } = hands(house)
  const entry = await draft()
  t.notMatch((await entry.page()).body, new RegExp(`stall-${id}\\.`), 'its numbers are not offered')
  t.equal((await entry.tell({ did: `${token} women came.` })).statusCode, 422)
  t.match((await entry.page()).body, 'is no number that we know')
  t.equal(
    (await entry.tell({ did: '{stall-99999.came} came.' })).statusCode,
    422,
    'as for one that never was',
  )
}

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
