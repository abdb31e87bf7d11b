import Database from 'better-sqlite3'
import t from 'tap'
import { type Answer, type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeNow, by, make, number, read, seatOf } from './set-up.ts'

const everything = (house: House): string => {
  const db = new Database(house.file, { readonly: true })
  const names = db
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%fts%' order by name`,
    )
    .pluck()
    .all() as string[]
  const all = JSON.stringify(
    names.map((name) => [name, db.prepare(`select * from "${name}"`).all()]),
  )
  db.close()
  return all
}
/** What a program sees of an answer, without what changes by itself. */
const seen = ({ statusCode, headers, body }: Answer): string =>
  JSON.stringify([
    statusCode,
    Object.entries(headers)
      .filter(([name]) => !['date', 'x-request-id'].includes(name))
      .toSorted(),
    body,
  ])

t.test(
  'R11: nothing of a private matter and no words of any action or concern are in it, nor the names of people',
  async (t) => {
    const house = await openHouse({ t })
    const id = agreeNow(house, 'Visit the family', {
      by: '2022-05',
      list: [house.person(PEOPLE.sergeant).id, house.person(PEOPLE.coordinator).id],
    })
    agreeNow(house, 'Walk the estate', { by: '2022-05' })
    const path = await make(house)
    const lines = house.store.journal.count()
    const { body } = await house.stranger().get(path)
    const flat = body.replace(/\r\n[ \t]/g, '')
    for (const action of house.store.actions.everWritten())
      for (const terms of action.terms) t.notMatch(flat, terms.text)
    for (const concern of house.store.concerns.listUnfiltered())
      for (const wording of concern.wordings) t.notMatch(flat, wording.text)
    for (const person of house.store.people.list())
      t.notOk(flat.includes(person.name) || flat.includes(person.email))
    t.notOk(flat.includes(`Action ${number(house, id)} `), 'not even its number')
    t.notOk(flat.includes(`/desk/actions/${id}\r\n`))
    t.equal(house.store.journal.count(), lines)
  },
)

t.test(
  'an address is ended, replaced, or gone with its person, and is then to the byte as one that never was',
  async (t) => {
    const house = await openHouse({ t })
    const program = house.stranger()
    const unknown = seen(await program.get(`/calendar/${'A'.repeat(32)}.ics`))
    t.match(unknown, /^\[404,/)
    const gone = async (path: string, why: string): Promise<void> => {
      t.equal(seen(await program.get(path)), unknown, why)
      t.equal((await program.head(path)).statusCode, 404, why)
    }
    const first = await make(house)
    t.equal((await program.get(first)).statusCode, 200)
    const second = await make(house)
    t.not(second, first)
    await gone(first, 'replaced')
    t.equal((await program.get(second)).statusCode, 200)
    t.equal((await house.signIn(PEOPLE.officer).post('/desk/me/calendar/ending')).statusCode, 303)
    t.equal((await program.get(second)).statusCode, 200, 'nobody ends another’s')
    t.equal((await house.signIn(PEOPLE.sergeant).post('/desk/me/calendar/ending')).statusCode, 303)
    await gone(second, 'ended')
    const third = await make(house)
    house.store.people.end(house.person(PEOPLE.sergeant).id, by(house))
    await gone(third, 'the person left')
    for (const token of ['', '.ics', '%00', 'x', 'x.ics', `${third.slice(10, -5)}.ics`])
      t.equal((await program.get(`/calendar/${token}`)).statusCode, 404, `“${token}”`)
  },
)

t.test(
  'R21: fifty programs that ask by GET and HEAD change no row, and only a POST of one’s own makes an address',
  async (t) => {
    const house = await openHouse({ t })
    const path = await make(house)
    const before = everything(house)
    for (let i = 0; i < 25; i++) {
      t.equal((await house.stranger().get(path)).statusCode, 200)
      const head = await house.stranger().head(path)
      t.match([head.statusCode, head.body, head.headers['cache-control']], [200, '', 'no-store'])
      await house.stranger().get('/calendar/nobody.ics')
    }
    t.equal((await house.stranger().post(path)).statusCode, 404)
    t.equal(everything(house), before)
    t.notOk(before.includes(path.slice(10, -4)), 'the address itself is not kept')
    t.match((await house.stranger().post('/desk/me/calendar')).headers.location, '/sign-in')
    t.notMatch((await house.signIn(PEOPLE.sergeant).get('/desk/me')).body, path, 'nor shown again')
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post('/desk/me/calendar', { personId: 1 })).statusCode,
      400,
    )
  },
)

t.test(
  'it follows what is mine now: a seat that is handed on takes its days along, and a date that moves is another event',
  async (t) => {
    const house = await openHouse({ t })
    const id = agreeNow(house, 'Walk the estate', { by: '2022-05-10' })
    const path = await make(house)
    const program = house.stranger()
    const own = async (): Promise<string[]> =>
      read((await program.get(path)).body)
        .filter((each) => each.UID!.startsWith(`action-${id}-`))
        .map((each) => each.UID!)
    t.same(await own(), [`action-${id}-2022-05-10@127.0.0.1`])
    const seat = seatOf(house, PEOPLE.sergeant)
    house.store.actions.recordTerms(
      id,
      {
        text: 'Walk the estate',
        kind: 'one-off',
        leadId: seat.organisationId,
        seatId: seat.id,
        helperIds: [],
        by: '2022-06-10',
        proposed: false,
        reason: 'Rain',
      },
      by(house),
    )
    t.same(await own(), [`action-${id}-2022-06-10@127.0.0.1`])
    house.store.organisations.endHolding(
      seat.holders.find((each) => each.untilOn === null)!.id,
      '2022-01-27',
      by(house),
    )
    t.same(await own(), [])
    t.equal((await program.get(path)).statusCode, 200, 'the round tables stay')
  },
)
