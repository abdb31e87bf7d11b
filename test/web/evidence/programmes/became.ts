import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type House, type Visitor, type Answer } from '../../../support/house.ts'
import { hands, HUBS, lastPart, PRIVATE, type Hands } from './set-up.ts'

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
      const matter = await becomePrivate(t, {
        way,
        id,
        first,
        name,
        laptop,
        post,
        page,
        privateConcern,
        me,
      })
      t.equal(of(id).points.find((each) => each.id === first)!.isHeld, true, way)
      const other = another().browser
      await nothingToldOfIt(t, { way, house, id, first, matter, other, laptop, post, page, of })
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

async function becomePrivate(
  t: Test,
  {
    way,
    id,
    first,
    name,
    laptop,
    post,
    page,
    privateConcern,
    me,
  }: {
    way: string
    id: number
    first: number
    name: (concernId: number) => Promise<Answer>
  } & Pick<Hands, 'laptop' | 'post' | 'page' | 'privateConcern' | 'me'>,
) {
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
  return matter
}

async function nothingToldOfIt(
  t: Test,
  {
    way,
    house,
    id,
    first,
    matter,
    other,
    laptop,
    post,
    page,
    of,
  }: {
    way: string
    house: House
    id: number
    first: number
    matter: string
    other: Visitor
  } & Pick<Hands, 'laptop' | 'post' | 'page' | 'of'>,
) {
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
      t.notMatch((await browser.get(path)).body, /zebra hubs|about the zebra/i, `${way}: ${path}`)
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
    t.notMatch((await post(id, 'points', { kind: 'outcome', text: '' }, browser)).body, /zebra/i)
  }
  t.equal(
    (await post(id, 'points', { kind: 'opportunity', text: HUBS }, other)).statusCode,
    303,
    'R11: no answer says that these words are there already',
  )
}

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
    t.ok((await sergeant.get(address)).body.includes(point.text))
    await laptop.post(`/desk/concerns/${point.steps[0]!.concernId!}/depth`, {
      ...PRIVATE,
      list: me,
    })
    t.notOk((await sergeant.get(address)).body.includes(point.text))
  },
)
