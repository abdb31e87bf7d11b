import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { fieldsOf, PATH, row, rowsIn } from './set-up.ts'

t.test(
  'R11: words held in private where this person may not look are not known to be there',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const secret = 'Write to the aunt of the oldest son'
    const by = { personId: house.person(PEOPLE.officer).id, at: house.clock.at() }
    house.store.actions.record(
      {
        text: secret,
        kind: 'one-off',
        leadId: null,
        seatId: null,
        helperIds: [],
        by: null,
        proposed: false,
        first: { status: 'not-started', text: '' },
      },
      {
        roundTableId: null,
        concernIds: [],
        depth: 'named',
        ground: 'A family could be identified.',
        list: [by.personId],
      },
      by,
    )
    house.store.concerns.record(
      {
        text: `${secret}, they said`,
        raisedOn: '2022-01',
        originKind: 'phone',
        originNote: null,
        themeId: null,
        areaId: null,
        depth: 'named',
        ground: 'A family could be identified.',
        list: [by.personId],
      },
      { roundTableId: null, splitFromId: null },
      by,
    )
    const text = `1. ${secret}\n2. ${secret}, they said\n3. Something new`
    const rows = rowsIn((await laptop.post(PATH, { text })).body)
    t.same(
      rows.map((each) => [each.kind, each.remarks]),
      [
        ['action', ''],
        ['action', ''],
        ['action', ''],
      ],
    )
    t.equal(
      (await laptop.post(`${PATH}/rows`, fieldsOf(rows))).headers.location,
      `${PATH}?made=3&doubles=0`,
      'nor when they are written down',
    )
    t.same(
      house.store.journal.list(1).filter((line) => line.verb === 'looked at'),
      [],
    )
  },
)

t.test(
  'R11: a private row is held for who brought it, and a gap in the minutes of the table it came to',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const secrets = ['The oldest son was moved', 'Write to the aunt']
    await laptop.post(
      `${PATH}/rows`,
      fieldsOf(
        [
          row({ kind: 'concern', text: secrets[0]!, private: 'A family could be identified.' }),
          row({ text: secrets[1]!, private: 'It is being looked into.' }),
          row({ text: 'Mend the lamp' }),
        ],
        house.store.roundTables.find('2022-q1')!.id,
      ),
    )
    const minutes = (await house.signIn(PEOPLE.approver).get('/desk/round-tables/2022-q1/minutes'))
      .body
    t.match(minutes, /A family could be identified.*It is being looked into/s)
    t.match(minutes, 'Mend the lamp')
    for (const email of [PEOPLE.coordinator, PEOPLE.approver, PEOPLE.observer])
      for (const path of [
        '/desk/actions',
        '/desk/concerns',
        '/desk/actions.csv',
        '/desk/round-tables/2022-q1/minutes',
        '/desk/round-tables/2022-q2/agenda',
      ])
        for (const secret of secrets)
          t.notMatch((await house.signIn(email).get(path)).body, secret, `${email} ${path}`)
    t.same(house.store.concerns.everWritten().at(-1)!.list, [house.person(PEOPLE.coordinator).id])
    const again = rowsIn(
      (await laptop.post(PATH, { text: secrets.map((each, i) => `${i + 1}. ${each}`).join('\n') }))
        .body,
    )
    t.ok(
      again.every((each) => /here already/.test(each.remarks)),
      'its own writer is told',
    )
  },
)

t.test(
  'R11: the action log is at its reader’s depth, and no filter tells what is held in private',
  async (t) => {
    const house = await openHouse({ t })
    const log = async (email: string, query = '') =>
      (await house.signIn(email).get(`/desk/actions.csv${query}`)).body
    t.match(
      await log(PEOPLE.coordinator),
      /1\.5,Held in private\. A family could be identified\.,,,/,
    )
    for (const email of Object.values(PEOPLE))
      t.notMatch(await log(email), /specific family|with which we have concerns/, email)
    t.notMatch(
      await log(PEOPLE.observer),
      'Held in private',
      'who may not know of it has no line for it',
    )
    const empty = await log(PEOPLE.coordinator, '?q=nothing-is-called-so')
    t.equal(
      await log(PEOPLE.coordinator, '?q=specific+family'),
      empty,
      'and a search for its words finds nothing',
    )
    t.match(await log(PEOPLE.observer, '?q=pop-up'), /Pop-up stalls/)
    t.equal(
      (await log(PEOPLE.observer, '?q=pop-up')).trim().split('\r\n').length,
      2,
      'the file has what the page shows',
    )
    t.equal((await house.stranger().get('/desk/actions.csv')).headers.location, '/sign-in')
  },
)

t.test(
  'R11: a row that may lead to a person or a family says so, and holds nothing by itself',
  async (t) => {
    const house = await openHouse({ t })
    const rows = rowsIn(
      (
        await house.signIn(PEOPLE.coordinator).post(PATH, {
          text: '1. Speak to Mrs Halloway about the lift\n2. Any family cases to be supported\n3. Look at Lantern Lane Youth Club\n4. Mend the lamps',
        })
      ).body,
    )
    for (const [i, words] of [
      [0, /may lead to a person/],
      [1, /It speaks of a family\. Choose who may know/],
      [2, /Lantern Lane Youth Club.*may lead/],
    ] as const)
      t.match(rows[i]!.remarks, words)
    t.equal(rows[3]!.remarks, '')
    t.ok(
      rows.every((each) => each.private === ''),
      'R2: nobody chose yet',
    )
    const heads =
      'Date Letter Updated To Patrol Survey Minutes No Owner Status Comments Action Due'.split(' ')
    const log = rowsIn(
      (
        await house.signIn(PEOPLE.coordinator).post(PATH, {
          text: [...heads.map((each) => `- ${each} of the Survey`), '- Ring 07700.900.123'].join(
            '\n',
          ),
        })
      ).body,
    )
    t.same(
      log.filter((each) => /may lead/.test(each.remarks)).map((each) => each.remarks),
      [log.at(-1)!.remarks],
      'ordinary words raise no alarm, so that the real one is seen',
    )
  },
)
