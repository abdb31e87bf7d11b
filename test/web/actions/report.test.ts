import { agree, change } from '../../../src/domain/actions/agreement.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import Database from 'better-sqlite3'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { dayOf } from '../../../src/domain/day.ts'
import { must } from '../../../src/sample/must.ts'
import { openHouse, PEOPLE, type Fields, type House, type Visitor } from '../../support/house.ts'

const EVENTS = 'Community events'
const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
}
const find = (house: House, begins = EVENTS) =>
  house.store.actions.everWritten().find((each) => each.terms[0]!.text.startsWith(begins))!
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
/** A link as a letter would carry it, to this person for this action. */
const linkFor = (house: House, actionId: number, email: string = PEOPLE.sergeant): string => {
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
const open = async (
  t: { teardown: (fn: () => unknown) => unknown },
  options: Parameters<typeof openHouse>[0] = {},
) => {
  const house = await openHouse({ t, ...options })
  return { house, phone: house.stranger(), link: linkFor(house, find(house).id) }
}
const UNDER_WAY = { status: 'under-way', text: 'The hall is booked', waitingFor: '' }
/** Every row of every table: what nothing may change that only looks. */
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
const journal = (house: House, id = find(house).id) => house.store.journal.history('action', id)
const proposal = (house: House): number =>
  house.store.actions.record(
    {
      ...must(
        agree(
          {
            text: 'Share the patrol plan',
            kind: 'one-off',
            leadId: house.person(PEOPLE.sergeant).organisationId,
            seatId: null,
            helperIds: [],
            by: null,
          },
          () => false,
        ),
      ),
    },
    { roundTableId: null, concernIds: [], depth: 'table', ground: null, list: [] },
    by(house),
  )

t.test(
  'R21: the page shows what was agreed, for which concern, at which table, and by when, with large choices, and who speaks',
  async (t) => {
    const { house, phone, link } = await open(t)
    const action = find(house)
    const page = await phone.get(link)
    t.equal(page.statusCode, 200)
    t.match(page.body, termsOf(action).text.slice(0, 40))
    t.match(page.body, `Action ${action.number}, July 2021 round table`)
    t.match(page.body, /No date agreed yet\.|By <time/)
    for (const concern of house.store.concerns.listUnfiltered(action.concernIds))
      t.match(page.body, concern.wordings.at(-1)!.text.slice(0, 30))
    for (const label of ['Not started', 'Under way', 'Waiting', 'Done', 'Could not'])
      t.match(page.body, new RegExp(`<label class="choice"[^>]*>.*${label}`, 's'))
    t.match(page.body, 'You speak for Ward sergeant, Church Street')
    t.match(page.body, `<form method="post" action="${link}"`)
    t.notMatch(page.body, /@\w+\.example/, 'nobody’s address')
  },
)

t.test(
  'R21: fifty looks and fifty HEADs of a scanner change no row at all, and the link is still good',
  async (t) => {
    const { house, link } = await open(t)
    const scanner = house.stranger()
    const before = everything(house)
    for (let i = 0; i < 50; i++) {
      t.equal((await scanner.get(link)).statusCode, 200)
      t.equal((await scanner.head(link)).statusCode, 200)
      await scanner.get(`${link}/receipt`)
      await scanner.head(`${link}/receipt`)
    }
    for (const path of ['acceptance', 'declining', 'undoing', 'renewal'])
      t.equal((await scanner.get(`${link}/${path}`)).statusCode, 404, `${path} is no page`)
    t.equal(everything(house), before)
    t.equal((await house.stranger().post(link, UNDER_WAY)).statusCode, 303)
    t.not(everything(house), before, 'and the test sees a change')
  },
)

t.test(
  'R21: one POST saves as said by the seat, with its line in the journal, and gives a receipt',
  async (t) => {
    const { house, phone, link } = await open(t)
    const lines = journal(house).length
    const saved = await phone.post(link, UNDER_WAY)
    t.match([saved.statusCode, saved.headers.location], [303, `${link}/receipt`])
    const seat = seatOf(house, PEOPLE.sergeant)
    t.match(find(house).updates.at(-1), {
      status: 'under-way',
      text: 'The hall is booked',
      personId: house.person(PEOPLE.sergeant).id,
      seatId: seat.id,
      organisationId: seat.organisationId,
      roundTableId: null,
      at: house.clock.at(),
    })
    t.match(journal(house).slice(lines), [
      { verb: 'reported on', personId: house.person(PEOPLE.sergeant).id, at: house.clock.at() },
    ])
    const receipt = (await phone.get(`${link}/receipt`)).body
    t.match(
      receipt,
      /Saved\. Thank you.*Under way.*The hall is booked.*27 January 2022, 10\.40.*Take it back/s,
    )
    t.match(
      (await house.signIn(PEOPLE.coordinator).get(`/desk/actions/${find(house).id}`)).body,
      'Said by Ward sergeant, Church Street',
    )
  },
)

t.test(
  'R21: it can be taken back for an hour and not after, and only what this link’s person said',
  async (t) => {
    const { house, phone, link } = await open(t)
    const undo = (updateId: number) => phone.post(`${link}/undoing`, { updateId })
    await phone.post(link, UNDER_WAY)
    const { id } = find(house).updates.at(-1)!
    house.clock.pass({ minutes: 59, seconds: 59 })
    const lines = journal(house).length
    t.equal((await undo(id)).statusCode, 303)
    t.ok(find(house).updates.at(-1)!.takenBackAt)
    t.match(journal(house).slice(lines), [
      { verb: 'took back an update on', personId: house.person(PEOPLE.sergeant).id },
    ])
    t.equal((await undo(id)).statusCode, 422, 'once')
    t.equal(
      (await phone.get(`${link}/receipt`)).statusCode,
      303,
      'there is no receipt for what was taken back',
    )

    await phone.post(link, UNDER_WAY)
    const again = find(house).updates.at(-1)!
    house.clock.pass({ hours: 1 })
    t.notMatch((await phone.get(`${link}/receipt`)).body, 'Take it back')
    t.equal((await undo(again.id)).statusCode, 422)
    t.notOk(find(house).updates.at(-1)!.takenBackAt)

    house.store.actions.recordUpdate(
      find(house).id,
      { status: 'waiting', text: 'Said at the table', waitingFor: 'x', on: null },
      { organisationId: again.organisationId, seatId: again.seatId, roundTableId: null },
      by(house),
    )
    t.equal(
      (await undo(find(house).updates.at(-1)!.id)).statusCode,
      422,
      'a coordinator typed that',
    )
    t.equal((await undo(find(house).updates[0]!.id)).statusCode, 422)
    t.equal((await undo(99_999)).statusCode, 422)
  },
)

t.test('what was taken back and sent again at once is saved again', async (t) => {
  const { house, phone, link } = await open(t)
  await phone.post(link, UNDER_WAY)
  await phone.post(`${link}/undoing`, { updateId: find(house).updates.at(-1)!.id })
  await phone.post(link, UNDER_WAY)
  t.match(find(house).updates.at(-1), { text: 'The hall is booked', takenBackAt: null })
})

t.test('R22: two taps on Send are one update, one after the other or both at once', async (t) => {
  const { house, phone, link } = await open(t)
  const before = find(house).updates.length
  for (const answer of await Promise.all([
    phone.post(link, UNDER_WAY),
    phone.post(link, UNDER_WAY),
  ]))
    t.equal(answer.statusCode, 303)
  house.clock.pass({ seconds: 2 })
  await phone.post(link, UNDER_WAY)
  t.equal(find(house).updates.length, before + 1)
  await phone.post(link, { ...UNDER_WAY, text: 'And the band' })
  t.equal(find(house).updates.length, before + 2, 'other words are another update')
})

t.test(
  'R6: what was agreed in their absence is accepted, or declined with what would have to change, with its receipt',
  async (t) => {
    const house = await openHouse({ t })
    const id = proposal(house)
    const link = linkFor(house, id)
    const phone = house.stranger()
    const action = () => house.store.actions.listUnfiltered([id])[0]!
    t.match((await phone.get(link)).body, 'This was agreed without you. Do you accept it?')
    const silent = await phone.post(`${link}/declining`, { words: ' ' })
    t.equal(silent.statusCode, 422)
    t.match(silent.body, /href="#words">Say what would have to change/)
    t.same(action().acceptances, [])
    for (let i = 0; i < 2; i++)
      t.equal(
        (await phone.post(`${link}/declining`, { words: 'Not without <two> officers' })).statusCode,
        303,
        'two taps',
      )
    t.match(action().acceptances, [
      {
        accepted: false,
        words: 'Not without <two> officers',
        organisationId: house.person(PEOPLE.sergeant).organisationId,
      },
    ])
    t.equal(action().acceptances.length, 1)
    t.match(
      (await phone.get(link)).body,
      /said no: “Not without &lt;two&gt; officers”.*27 January 2022/s,
    )
    for (let i = 0; i < 2; i++)
      t.equal((await phone.post(`${link}/acceptance`, { words: '' })).statusCode, 303)
    t.same(
      action().acceptances.map((each) => each.accepted),
      [false, true],
    )
    const page = (await phone.get(link)).body
    t.match(page, 'said yes')
    t.notMatch(page, 'Do you accept it')
    t.same(
      journal(house, id)
        .map((line) => [line.verb, line.personId])
        .slice(1),
      [
        ['declined', house.person(PEOPLE.sergeant).id],
        ['accepted', house.person(PEOPLE.sergeant).id],
      ],
    )
    t.match(page, 'Take the yes back')
    t.equal(
      (await phone.post(`${link}/declining`, { words: 'A slip of the thumb' })).statusCode,
      303,
      'R21: a yes can be taken back for an hour',
    )
    t.same(
      action().acceptances.map((each) => each.accepted),
      [false, true, false],
    )
    t.equal((await phone.post(`${link}/acceptance`, { words: '' })).statusCode, 303)
    house.clock.pass({ minutes: 60 })
    t.notMatch((await phone.get(link)).body, 'Take the yes back')
    t.equal(
      (await phone.post(`${link}/declining`, { words: 'After all' })).statusCode,
      422,
      'nothing waits any more',
    )
  },
)

t.test(
  'R23: done needs words, could not a reason, waiting for whom; everything typed is kept beside a plain reason',
  async (t) => {
    const { house, phone, link } = await open(t)
    const before = everything(house)
    for (const [fields, field, words] of [
      [{ status: 'done', text: '', waitingFor: 'x' }, 'text', 'Say what was done'],
      [{ status: 'could-not', text: ' ', waitingFor: '' }, 'text', 'Say why it could not be done'],
      [
        { status: 'waiting', text: 'Typed <b>here</b>', waitingFor: '' },
        'waitingFor',
        'Say who you are waiting for',
      ],
      [{ text: 'Typed here', waitingFor: '' }, 'status', 'Choose where it has got to'],
      [{ status: 'finished', text: 'Typed here' }, 'status', 'Choose where it has got to'],
      [{ status: ['done', 'waiting'], text: 'Typed here' }, 'status', 'Choose where it has got to'],
      [{ status: 'done', text: 'a'.repeat(2001) }, 'text', 'too long'],
    ] as [Fields, string, string][]) {
      const answer = await phone.post(link, fields)
      t.equal(answer.statusCode, 422)
      t.match(answer.body, new RegExp(`href="#${field}">[^<]*${words}`))
      t.match(answer.body, /<title>Error:/)
      t.match(answer.body, new RegExp(`id="${field}"`))
      if (typeof fields.status === 'string' && fields.status !== 'finished')
        t.match(answer.body, `value="${fields.status}" checked`)
      if (fields.waitingFor === 'x') t.match(answer.body, 'name="waitingFor" value="x"')
      if (String(fields.text).startsWith('Typed'))
        t.match(answer.body, String(fields.text).replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    }
    t.equal(
      (await phone.post(link, { ...UNDER_WAY, seatId: 1 })).statusCode,
      400,
      'a field we do not know',
    )
    t.equal((await phone.post(`${link}/undoing`, { updateId: 1, personId: 1 })).statusCode, 400)
    t.equal((await phone.post(link, { ...UNDER_WAY, text: 'a'.repeat(300_000) })).statusCode, 413)
    t.equal(everything(house), before, 'nothing was saved')
  },
)

t.test(
  'R3: after the table closed the action the link says so, and what was typed is shown back and not saved',
  async (t) => {
    const { house, phone, link } = await open(t)
    await phone.post(link, { status: 'done', text: 'It was held', waitingFor: '' })
    const { id } = find(house).updates.at(-1)!
    house.store.actions.recordClosing(find(house).id, null, by(house))
    const page = (await phone.get(link)).body
    t.match(page, 'The round table has closed this action')
    t.notMatch(page, '<button')
    const before = everything(house)
    const late = await phone.post(link, { ...UNDER_WAY, text: 'One more thing' })
    t.equal(late.statusCode, 409)
    t.match(late.body, /was not saved.*One more thing/s)
    t.notMatch(late.body, /href="#status"/, 'no link to a field that is not there')
    t.equal((await phone.post(`${link}/undoing`, { updateId: id })).statusCode, 422)
    t.equal(everything(house), before)
  },
)

t.test('the token is 192 bits of chance, and only its hash is on disk', async (t) => {
  const { house, link } = await open(t)
  const token = link.split('/').at(-1)!
  t.match(token, /^[\w-]{32}$/)
  t.not(linkFor(house, find(house).id), link)
  const disk = readdirSync(house.folder)
    .filter((name) => !name.endsWith('-shm'))
    .map((name) => readFileSync(join(house.folder, name), 'latin1'))
    .join('\n')
  t.match(disk, 'Community events', 'the test reads the right files')
  t.notMatch(disk, token)
})

t.test(
  'R7: the link dies when the seat changes hands, the person leaves or only looks on, the action moves, becomes private or is taken out; each time as if it had never been',
  async (t) => {
    const ends: Record<string, (house: House) => void> = {
      'the seat changes hands': (house) => {
        house.store.organisations.endHolding(
          seatOf(house, PEOPLE.sergeant).holders.find((each) => each.untilOn === null)!.id,
          '2022-01-27',
          by(house),
        )
      },
      'the seat is ended': (house) => {
        house.store.organisations.endSeat(
          seatOf(house, PEOPLE.sergeant).id,
          '2022-01-27',
          by(house),
        )
      },
      'the person has left': (house) => {
        house.store.people.end(house.person(PEOPLE.sergeant).id, by(house))
      },
      'the person only looks on now': (house) => {
        house.store.people.recordRole(
          house.person(PEOPLE.sergeant).id,
          'observer',
          false,
          by(house),
        )
      },
      'the action is moved to another seat': (house) => {
        const { id: basedOn, text, kind } = termsOf(find(house))
        const other = seatOf(house, PEOPLE.officer)
        house.store.actions.recordTerms(
          find(house).id,
          must(
            change(
              find(house),
              {
                text,
                kind,
                leadId: other.organisationId,
                seatId: other.id,
                helperIds: [],
                by: null,
                reason: 'Theirs',
                basedOn,
              },
              () => true,
            ),
          ),
          by(house),
        )
      },
      'it became private': (house) => {
        house.store.actions.recordDepth(
          find(house).id,
          {
            depth: 'named',
            ground: 'A person could be identified.',
            list: [house.person(PEOPLE.sergeant).id],
          },
          by(house),
        )
      },
      'its concern became private': (house) => {
        for (const id of find(house).concernIds)
          house.store.concerns.recordDepth(
            id,
            {
              depth: 'named',
              ground: 'A person could be identified.',
              list: [house.person(PEOPLE.sergeant).id],
            },
            by(house),
          )
      },
      'it was taken out': (house) => {
        house.store.actions.recordTakingOut(find(house).id, find(house).roundTableId!, by(house))
      },
    }
    for (const [name, end] of Object.entries(ends)) {
      const { house, phone, link } = await open(t)
      const never = `/report/${'A'.repeat(32)}`
      t.equal((await phone.get(link)).statusCode, 200)
      end(house)
      const before = everything(house)
      const tries: [string, (visitor: Visitor, path: string) => ReturnType<Visitor['get']>][] = [
        ['get', (visitor, path) => visitor.get(path)],
        ['receipt', (visitor, path) => visitor.get(`${path}/receipt`)],
        ['send', (visitor, path) => visitor.post(path, UNDER_WAY)],
        ['accept', (visitor, path) => visitor.post(`${path}/acceptance`, { words: '' })],
        ['undo', (visitor, path) => visitor.post(`${path}/undoing`, { updateId: 1 })],
        ['renew', (visitor, path) => visitor.post(`${path}/renewal`)],
      ]
      for (const [what, attempt] of tries) {
        const [dead, unknown] = [await attempt(phone, link), await attempt(house.stranger(), never)]
        const same = (answer: typeof dead, path: string) =>
          JSON.stringify([
            answer.statusCode,
            { ...answer.headers, date: '' },
            answer.body.replaceAll(path, ''),
          ])
        t.equal(same(dead, link), same(unknown, never), `${name}: ${what}`)
        t.equal(dead.statusCode, what === 'renew' ? 200 : 404)
        t.notMatch(dead.body, /Community events|Ward sergeant/)
      }
      t.equal(everything(house), before, name)
    }
  },
)

t.test(
  'every token that was never given gets the same answer, whatever it looks like',
  async (t) => {
    const { house, link } = await open(t)
    const token = link.split('/').at(-1)!
    const bodies = new Set<string>()
    for (const each of [
      'A'.repeat(32),
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(),
      '%00',
      '..%2Fdesk',
      `'%20or%201=1--`,
      '1',
      'é'.repeat(40),
      '__proto__',
    ]) {
      const answer = await house.stranger().get(`/report/${encodeURI(each).replaceAll('%25', '%')}`)
      t.equal(answer.statusCode, 404, each)
      bodies.add(answer.body)
    }
    t.equal(bodies.size, 1)
  },
)

t.test(
  'a link is good for sixty days, and then only for asking for a new one, which tells nobody whether it was real',
  async (t) => {
    const { house, phone, link } = await open(t)
    house.clock.pass({ days: 59, hours: 23 })
    t.equal((await phone.get(link)).statusCode, 200)
    house.clock.pass({ hours: 1 })
    const old = await phone.get(link)
    t.equal(old.statusCode, 410)
    t.match(old.body, `action="${link}/renewal"`)
    t.notMatch(old.body, 'Community events')
    t.equal((await phone.post(link, UNDER_WAY)).statusCode, 410)
    t.not(find(house).updates.at(-1)!.text, UNDER_WAY.text)

    const links = () => house.letters.filter((letter) => letter.text.includes('Here is a new link'))
    const unknown = await house.stranger().post(`/report/${'A'.repeat(32)}/renewal`)
    await settle()
    t.same(links(), [])
    const asked = await phone.post(`${link}/renewal`)
    await settle()
    t.same([asked.statusCode, asked.body], [unknown.statusCode, unknown.body])
    t.same(
      links().map((letter) => letter.to),
      [PEOPLE.sergeant],
      'it goes to the person it was for, whoever asked',
    )
    const fresh = new RegExp('http://127\\.0\\.0\\.1:3000(/report/\\S+)').exec(
      links()[0]!.text,
    )![1]!
    t.equal((await phone.get(fresh)).statusCode, 200)
    t.equal((await phone.get(link)).statusCode, 410, 'the old one stays old')

    for (let i = 0; i < 10; i++) await phone.post(`${link}/renewal`)
    await settle()
    t.equal(links().length, 1, 'asking again and again fills nobody’s letterbox')
    house.clock.pass({ days: 2 })
    await phone.post(`${link}/renewal`)
    await settle()
    t.equal(
      links().length,
      2,
      'and another day it can be asked again: the first may have been lost',
    )
  },
)

t.test(
  'R24: no cookie, no script, nothing kept by a cache or a search engine, and no address sent on to another site',
  async (t) => {
    const { house, phone, link } = await open(t)
    await phone.post(link, UNDER_WAY)
    for (const answer of [
      await phone.get(link),
      await phone.get(`${link}/receipt`),
      await phone.post(link, { status: '' }),
      await phone.post(link, UNDER_WAY),
      await phone.get('/report/unknown'),
      await phone.post('/report/unknown/renewal'),
    ]) {
      t.equal(answer.headers['set-cookie'], undefined)
      t.match(answer.headers, {
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        'referrer-policy': 'same-origin',
        'x-frame-options': 'DENY',
      })
      t.match(
        answer.headers['content-security-policy'],
        /^default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'/,
      )
      t.notMatch(answer.body, /<script|\son\w+=|https?:\/\/(?!127\.0\.0\.1)/)
    }
    t.equal(phone.cookies.size, 0)
    // A session that happens to be there is neither asked for nor lent: the update is that of the
    // link's person.
    const coordinator = house.signIn(PEOPLE.coordinator)
    await coordinator.post(link, { ...UNDER_WAY, text: 'From a shared screen' })
    t.equal(find(house).updates.at(-1)!.personId, house.person(PEOPLE.sergeant).id)
  },
)

t.test('a form on another site saves nothing, and no answer sends anyone elsewhere', async (t) => {
  const { house, phone, link } = await open(t)
  const before = everything(house)
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': undefined, origin: 'https://evil.example' },
    { 'sec-fetch-site': undefined, origin: 'null' },
    { 'sec-fetch-site': undefined },
  ]) {
    for (const path of ['', '/acceptance', '/declining', '/undoing', '/renewal'])
      t.equal(
        (await phone.post(`${link}${path}`, UNDER_WAY, { headers })).statusCode,
        403,
        JSON.stringify(headers),
      )
  }
  t.equal(everything(house), before)
  for (const path of ['//evil.example', '/%2F%2Fevil.example', '/https:%2F%2Fevil.example']) {
    for (const answer of [
      await phone.get(`/report${path}`),
      await phone.get(`/report${path}/receipt`),
      await phone.post(`/report${path}`, UNDER_WAY),
    ])
      t.equal(answer.headers.location, undefined, path)
  }
  const saved = await phone.post(link, UNDER_WAY, {
    headers: { host: 'evil.example', 'sec-fetch-site': 'same-origin' },
  })
  t.equal(saved.headers.location, `${link}/receipt`, 'always a path of ours')
})

t.test(
  'a letter that was forwarded lets its reader report on this one action, under the name of its owner, and see nothing else',
  async (t) => {
    const { house, phone, link } = await open(t)
    const page = (await phone.get(link)).body
    for (const other of house.store.actions
      .listUnfiltered()
      .filter((each) => each.id !== find(house).id))
      t.notMatch(page, termsOf(other).text.slice(0, 40))
    t.equal((await phone.get('/desk')).headers.location, '/sign-in')
    t.equal((await phone.get(`/desk/actions/${find(house).id}`)).headers.location, '/sign-in')
    const mine = seatOf(house, PEOPLE.officer)
    const theirs = linkFor(
      house,
      house.store.actions
        .listUnfiltered()
        .find((each) => termsOf(each).seatId === mine.id && each.depth !== 'named')!.id,
      PEOPLE.officer,
    )
    await phone.post(link, UNDER_WAY)
    t.equal(
      (await phone.post(`${theirs}/undoing`, { updateId: find(house).updates.at(-1)!.id }))
        .statusCode,
      422,
      'one link does not reach another’s words',
    )
  },
)

t.test('no token is in the log, even when something breaks', async (t) => {
  let logged = ''
  const { PassThrough } = await import('node:stream')
  const log = new PassThrough()
  log.on('data', (chunk) => {
    logged += String(chunk)
  })
  const { house, phone, link } = await open(t, { logTo: log })
  await phone.get(link)
  await phone.post(link, UNDER_WAY)
  house.store.concerns.listUnfiltered = () => {
    throw new Error(`broken at ${link}`)
  }
  t.equal((await phone.get(link)).statusCode, 500)
  t.ok(logged.length > 0, 'the log is on')
  t.notMatch(logged, link.split('/').at(-1)!)
  t.notMatch(logged, 'hall is booked')
})
