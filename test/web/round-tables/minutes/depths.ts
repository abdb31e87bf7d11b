import t from 'tap'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { CLUBS, FAMILY, find, newest, OPEN, sections } from './set-up.ts'

const looksAt = (house: House, noun: string, id: number) =>
  house.store.journal.history(noun, id).filter((line) => line.verb === 'looked at')

t.test(
  'R11: minutes are read at three depths, and only the deepest has words of what is held in private',
  async (t) => {
    const house = await openHouse({ t })
    const path = '/desk/round-tables/2021-q3/minutes'
    for (const [email, depth, reads] of [
      [PEOPLE.coordinator, 'table', []],
      [PEOPLE.coordinator, 'public', []],
      [PEOPLE.coordinator, 'named', [FAMILY, CLUBS]],
      [PEOPLE.sergeant, 'named', [FAMILY]],
      [PEOPLE.officer, 'named', [CLUBS]],
      [PEOPLE.approver, 'named', []],
      [PEOPLE.observer, 'named', []],
      [PEOPLE.coordinator, 'anything', []],
      [PEOPLE.sergeant, 'public', []],
    ] as const) {
      const { body } = await house.signIn(email).get(`${path}?depth=${depth}`)
      for (const secret of [FAMILY, CLUBS])
        t.equal(
          body.includes(secret),
          (reads as readonly string[]).includes(secret),
          `${email} at ${depth}: ${secret}`,
        )
      t.match(
        body,
        reads.length === 2 ? 'Held in private' : /Item \d+: held in private\./,
        'a number',
      )
      if (reads.length < 2)
        t.match(body, /A family could be identified|A place or a group could be harmed/)
    }
    const open = (await house.signIn(PEOPLE.coordinator).get(`${path}?depth=public`)).body
    t.match(open, /Item \d+: not told in public yet\./)
    t.match(
      open,
      /Item \d+, as it is told in public/,
      'and what is told stands in its public words',
    )
    t.notMatch(
      sections(open),
      'Pop-up stalls with MPS',
      'R9: what is at table depth is not in the public minutes',
    )
    t.match(
      sections((await house.signIn(PEOPLE.observer).get(path)).body),
      'Pop-up stalls with MPS',
    )
    t.equal((await house.stranger().get(path)).headers.location, '/sign-in')
    t.equal(
      (await house.signIn(PEOPLE.coordinator).get('/desk/round-tables/2022-q2/minutes')).statusCode,
      404,
      'a table that lies ahead has none',
    )
  },
)

t.test(
  'R11: each matter that the deepest minutes open is a look, for that person, on the screen and as a file',
  async (t) => {
    const house = await openHouse({ t })
    const sergeant = house.signIn(PEOPLE.sergeant)
    const [family, clubs] = [find(house, FAMILY), find(house, CLUBS)]
    for (const [path, more] of [
      ['minutes', 0],
      ['minutes?depth=public', 0],
      ['minutes.docx', 0],
      ['minutes.docx?depth=public', 0],
      ['minutes?depth=named', 1],
      ['minutes.docx?depth=named', 1],
    ] as const) {
      const before = looksAt(house, 'action', family.id).length
      t.equal((await sergeant.get(`/desk/round-tables/2021-q3/${path}`)).statusCode, 200)
      t.equal(looksAt(house, 'action', family.id).length - before, more, path)
    }
    t.same(
      looksAt(house, 'action', family.id).map((line) => line.personId),
      [house.person(PEOPLE.sergeant).id, house.person(PEOPLE.sergeant).id],
    )
    t.same(looksAt(house, 'action', clubs.id), [], 'what was not opened was not looked at')
  },
)

t.test('R11: a private action that a table only closed is a look as well', async (t) => {
  const house = await openHouse({ t })
  const family = find(house, FAMILY)
  house.store.actions.recordUpdate(
    family.id,
    { status: 'done', text: 'Two cases were helped', waitingFor: null, on: null },
    { organisationId: null, seatId: null, roundTableId: null },
    { personId: house.person(PEOPLE.sergeant).id, at: house.clock.at() },
  )
  t.equal(
    (await house.signIn(PEOPLE.coordinator).post(`/desk/actions/${family.id}/closing`)).statusCode,
    303,
  )
  const before = looksAt(house, 'action', family.id).length
  t.match((await house.signIn(PEOPLE.sergeant).get(`${OPEN}/minutes?depth=named`)).body, FAMILY)
  t.equal(looksAt(house, 'action', family.id).length, before + 1)
  t.notMatch((await house.signIn(PEOPLE.sergeant).get(`${OPEN}/minutes`)).body, FAMILY)
})

t.test(
  'R11: a private action that was only changed since is a look as well, and one that nobody spoke of is in no minutes',
  async (t) => {
    const house = await openHouse({ t })
    const family = find(house, FAMILY)
    const sergeant = house.signIn(PEOPLE.sergeant)
    const deepest = async () => (await sergeant.get(`${OPEN}/minutes?depth=named`)).body
    const before = looksAt(house, 'action', family.id).length
    t.notMatch(await deepest(), FAMILY, 'it is open and was not spoken of')
    t.equal(looksAt(house, 'action', family.id).length, before, 'so nobody looked at it')
    const { id: _id, at: _at, personId: _who, ...terms } = family.terms.at(-1)!
    house.store.actions.recordTerms(
      family.id,
      { ...terms, by: '2022-05', reason: 'Agreed at the round table' },
      { personId: house.person(PEOPLE.sergeant).id, at: house.clock.at() },
    )
    t.match(await deepest(), FAMILY)
    t.equal(looksAt(house, 'action', family.id).length, before + 1)
    t.notMatch((await sergeant.get(`${OPEN}/minutes`)).body, FAMILY)
  },
)

t.test('R11: a look that cannot be written is not shown', async (t) => {
  const house = await openHouse({ t })
  house.store.journal.recordLook = () => {
    throw new Error('the disk is full')
  }
  for (const path of ['minutes?depth=named', 'minutes.docx?depth=named']) {
    const answer = await house.signIn(PEOPLE.sergeant).get(`/desk/round-tables/2021-q3/${path}`)
    t.equal(answer.statusCode, 500)
    t.notMatch(answer.body, FAMILY)
  }
  t.equal(
    (await house.signIn(PEOPLE.sergeant).get('/desk/round-tables/2021-q3/minutes')).statusCode,
    200,
  )
})

t.test(
  'R11: a private action under a concern that may be told is a line with its number and ground, in public minutes too',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${OPEN}/lines`, {
      text: 'c The park is dark !public\na Mend the lamps @wcc !public\na Visit the mother who asked !family',
      key: 'a-box-of-three',
      last: '',
      seen: '0',
      step: 'save',
    })
    const held = newest(house.store.actions.everWritten())
    t.equal(held.depth, 'named')
    for (const depth of ['public', 'table']) {
      const body = sections((await laptop.get(`${OPEN}/minutes?depth=${depth}`)).body)
      t.match(body, 'Mend the lamps', depth)
      t.match(
        body,
        new RegExp(
          `${held.number.replace('.', '\\.')}[^]*Held in private\\. A family could be identified`,
        ),
        depth,
      )
      t.notMatch(body, 'Visit the mother')
    }
  },
)
