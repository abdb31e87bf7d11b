import { agree, type AgreedTerms } from '../../../src/domain/actions/agreement.ts'
import { createServer, type AddressInfo } from 'node:net'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { buildApp } from '../../../src/app.ts'
import { dayOf, instantOf, timeOf } from '../../../src/domain/day.ts'
import type { Letter } from '../../../src/mail/letter.ts'
import { openPost, type Post } from '../../../src/mail/post.ts'
import { must } from '../../../src/sample/must.ts'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'

const PATH = '/desk/letters'
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
/**
 * The process is started anew over the same record, runs its clock, posts what is due, and is
 * stopped.
 */
const start = async (
  house: House,
  send: Post['send'] = async (letter) => {
    house.letters.push(letter)
  },
): Promise<void> => {
  const app = await buildApp({
    store: house.store,
    post: { send },
    now: () => house.clock.now(),
    config: house.config,
  })
  await settle()
  await app.close()
}
/** The days go by as they do: a start soon after midnight, one at eight and one at noon. */
const days = async (house: House, to: string): Promise<void> => {
  for (
    let day = dayOf(house.clock.now());
    day <= to;
    day = dayOf(new Date(instantOf(day, '12.00').getTime() + 86_400_000))
  ) {
    for (const time of ['0.10', '8.00', '12.00']) {
      if (instantOf(day, time).getTime() < house.clock.now().getTime()) continue
      house.clock.moveTo(instantOf(day, time).toISOString())
      await start(house)
    }
  }
}
const rows = (house: House, email?: string) =>
  house.store.letters
    .recent(500)
    .filter(
      (row) =>
        row.kind === 'actions' && (email === undefined || row.personId === house.person(email).id),
    )
    .toReversed()
const lettersTo = (house: House, email: string) =>
  house.letters.filter((letter) => letter.to === email)
const linksIn = (letter: Letter): string[] => letter.text.match(/\/report\/\S+/g) ?? []
/** Agreed between tables, by the coordinator, for the sergeant's seat or as a test needs it. */
const agreeNow = (
  house: House,
  text: string,
  over: Partial<AgreedTerms> & { proposed?: boolean; list?: number[] } = {},
): number => {
  const { proposed = false, list = [], ...terms } = over
  const seat = seatOf(house, PEOPLE.sergeant)
  return house.store.actions.record(
    must(
      agree(
        {
          text,
          kind: 'one-off',
          leadId: seat.organisationId,
          seatId: seat.id,
          helperIds: [],
          by: null,
          ...terms,
        },
        () => !proposed,
      ),
    ),
    {
      roundTableId: null,
      concernIds: [],
      depth: list.length ? 'named' : 'table',
      ground: list.length ? 'A person could be identified.' : null,
      list,
    },
    by(house),
  )
}
const say = (
  house: House,
  id: number,
  status: 'done' | 'under-way',
  email: string = PEOPLE.sergeant,
): void => {
  const seat = seatOf(house, email)
  house.store.actions.recordUpdate(
    id,
    { status, text: 'Said', waitingFor: null, on: null },
    { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
    by(house, email),
  )
}

t.test(
  'an owner gets one letter with all that is theirs and a link for each action, not before eight and not within an hour of what it tells',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.letters.length = 0
    house.clock.moveTo('2022-01-29T03:00:00.000Z')
    const ids = ['Walk the estate', 'Write to the school'].map((text) => agreeNow(house, text))
    await start(house)
    t.same(house.letters, [])
    t.equal(rows(house, PEOPLE.sergeant).at(-1)!.tryAt, '2022-01-29T08:00:00.000Z')
    house.clock.moveTo('2022-01-29T07:59:59.000Z')
    await start(house)
    t.same(house.letters, [])
    house.clock.moveTo('2022-01-29T08:00:00.000Z')
    await start(house)
    t.same(
      house.letters.map((letter) => letter.to),
      [PEOPLE.sergeant],
    )
    const [letter] = house.letters
    t.equal(letter!.subject, '2 actions from the round table')
    t.equal(linksIn(letter!).length, 2)
    for (const [i, link] of linksIn(letter!).entries())
      t.match(
        (await house.stranger().get(link)).body,
        termsOf(house.store.actions.listUnfiltered([ids[i]!])[0]!).text,
      )
    t.match(letter!.html, `href="${house.config.publicUrl}${linksIn(letter!)[0]}"`)
  },
)

t.test(
  'R7: where nobody holds the seat, the coordinator is told that it needs an owner, and where to find one',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-27')
    house.letters.length = 0
    house.clock.moveTo('2022-01-28T03:00:00.000Z')
    const id = agreeNow(house, 'Mend the lamps', { leadId: null, seatId: null, by: '2022-01-10' })
    house.clock.moveTo('2022-01-28T09:00:00.000Z')
    await start(house)
    house.clock.moveTo('2022-01-28T10:30:00.000Z')
    await start(house)
    const [letter] = lettersTo(house, PEOPLE.coordinator)
    t.match(letter!.text, 'needs an owner')
    t.match(letter!.text, `${house.config.publicUrl}/desk/actions/${id}`)
    t.notMatch(letter!.text, /it is yours/)
    t.same(linksIn(letter!), [], 'nobody speaks for a seat they do not hold')
  },
)

t.test(
  'one letter a day at most, in London, whatever happens in the day and however often the process starts',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-27')
    house.clock.moveTo('2022-03-24T11:00:00.000Z')
    await days(house, '2022-03-25')
    const before = new Set(rows(house).map((row) => row.id))
    for (const at of [
      '2022-03-26T07:00:00Z',
      '2022-03-26T10:00:00Z',
      '2022-03-26T22:45:00Z',
      '2022-03-26T23:50:00Z',
      '2022-03-27T00:30:00Z',
      '2022-03-27T06:30:00Z',
      '2022-03-27T09:00:00Z',
      '2022-03-27T22:30:00Z',
      '2022-03-28T07:00:00Z',
      '2022-03-28T12:00:00Z',
      '2022-03-28T15:00:00Z',
    ]) {
      house.clock.moveTo(new Date(at).toISOString())
      agreeNow(house, `Agreed at ${at}`)
      for (let i = 0; i < 3; i++) {
        await start(house)
        house.clock.pass({ minutes: 10 })
      }
    }
    await days(house, '2022-03-30')
    const posted = rows(house, PEOPLE.sergeant).filter(
      (row) => !before.has(row.id) && row.postedAt && !row.fault,
    )
    t.ok(posted.length >= 3)
    t.same(
      posted.map((row) => dayOf(row.postedAt!)),
      [...new Set(posted.map((row) => dayOf(row.postedAt!)))],
      'one a day',
    )
    for (const row of posted)
      t.ok(Number(timeOf(row.postedAt!)) >= 8, `${row.postedAt} is not before eight in London`)
    const told = posted
      .flatMap((row) => house.store.notices.inLetter(row.id))
      .filter((each) => each.why === 'agreed')
      .map((each) => each.actionId)
    t.equal(told.length, new Set(told).size)
    t.equal(
      house.store.actions
        .listUnfiltered(told)
        .filter((each) => termsOf(each).text.startsWith('Agreed at')).length,
      11,
      'and everything is told',
    )
  },
)

t.test(
  'R21: no words of an action or a concern and nobody’s name are in a letter, and it is addressed to one person alone',
  async (t) => {
    const house = await openHouse({ t })
    agreeNow(house, 'Visit the Okafor family at number nine')
    await days(house, '2022-02-03')
    house.clock.moveTo('2022-04-13T12:00:00.000Z')
    await days(house, '2022-04-15')
    t.ok(house.letters.length > 4)
    const texts = [
      ...house.store.actions.everWritten().flatMap((each) => each.terms.map((one) => one.text)),
      ...house.store.concerns.everWritten().flatMap((each) => each.wordings.map((one) => one.text)),
      ...house.store.actions.everWritten().flatMap((each) => each.updates.map((one) => one.text)),
    ].filter((text) => text.length > 8)
    t.ok(texts.length > 30)
    for (const letter of house.letters) {
      const whole = `${letter.subject}\n${letter.text}\n${letter.html}`
      t.same(
        texts.filter((text) => whole.includes(text.slice(0, 24))),
        [],
        letter.to,
      )
      t.same(
        house.store.people
          .list()
          .filter(
            (each) =>
              whole.includes(each.name) ||
              (each.email !== letter.to && JSON.stringify(letter).includes(each.email)),
          )
          .map((each) => each.email),
        [],
      )
      t.notMatch(letter.html, /<script|<img|src=/, 'nothing that tells when it was opened')
    }
  },
)

t.test(
  'R11: of a matter held in private a letter says only that something is waiting, with no number and no link, and a letter on its way forgets what became private',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.letters.length = 0
    const held = agreeNow(house, 'Support the family', {
      list: [house.person(PEOPLE.coordinator).id, house.person(PEOPLE.sergeant).id],
    })
    house.clock.pass({ minutes: 1 })
    const open = agreeNow(house, 'Walk the estate')
    await start(house)
    house.store.actions.recordDepth(
      open,
      {
        depth: 'named',
        ground: 'A person could be identified.',
        list: [house.person(PEOPLE.officer).id],
      },
      by(house),
    )
    await days(house, '2022-01-30')
    t.same(
      house.letters.map((letter) => letter.to),
      [PEOPLE.sergeant, PEOPLE.officer],
      'its owner may not know of it any more, so the one on its list is told',
    )
    for (const each of house.letters) t.equal(each.subject, 'Something is waiting for you')
    const [letter] = house.letters
    t.equal(letter!.subject, 'Something is waiting for you')
    t.match(letter!.text, 'Sign in to read it')
    t.same(linksIn(letter!), [])
    const numbers = house.store.actions.listUnfiltered([held, open]).map((each) => each.number)
    for (const number of numbers)
      t.notMatch(`${letter!.subject}${letter!.text}${letter!.html}`, `Action ${number}`)

    // The letters page shows a coordinator neither the number nor the reason.
    house.store.notices.recordFrequency(house.person(PEOPLE.sergeant).id, 'tables', by(house))
    agreeNow(house, 'Another family', { list: [house.person(PEOPLE.sergeant).id] })
    await start(house)
    const page = (await house.signIn(PEOPLE.coordinator).get(PATH)).body
    t.match(page, /<li>[^<]*: held in private<\/li>/)
    for (const each of house.store.actions.listUnfiltered().filter((one) => one.depth === 'named'))
      t.notMatch(page, new RegExp(`\\b${each.number.replace('.', '\\.')}\\b[:,] (is|quiet|a coll)`))
  },
)

t.test(
  'what was dealt with before a letter goes is left out, nothing goes where nothing is left, and what comes back is told after all',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.letters.length = 0
    house.clock.moveTo('2022-02-01T00:30:00.000Z')
    const [first, second] = ['Walk the estate', 'Write to the school'].map((text) =>
      agreeNow(house, text, { by: '2022-01' }),
    ) as [number, number]
    await start(house)
    say(house, first, 'done')
    await days(house, '2022-02-01')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 1)
    t.match(
      lettersTo(house, PEOPLE.sergeant)[0]!.subject,
      house.store.actions.listUnfiltered([second])[0]!.number,
    )

    house.clock.moveTo('2022-02-03T00:30:00.000Z')
    const third = agreeNow(house, 'Ring the council')
    await start(house)
    say(house, third, 'done')
    await days(house, '2022-02-03')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 1, 'nothing was left to say')
    t.match(
      (await house.signIn(PEOPLE.coordinator).get(PATH)).body,
      'Not sent: there was nothing left to say',
    )

    const action = house.store.actions.listUnfiltered([first])[0]!
    house.store.actions.recordTakingBack(
      first,
      action.updates.at(-1)!.id,
      by(house, PEOPLE.sergeant),
    )
    await days(house, '2022-02-05')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 2)
    t.match(
      lettersTo(house, PEOPLE.sergeant)[1]!.text,
      new RegExp(`Action ${action.number.replace('.', '\\.')}: is (late|yours)`),
      'it is late again, and nobody had been told',
    )
  },
)

t.test(
  'a coordinator sees what will be sent, holds a letter back, and lets it go; nobody else may, and each press is in the journal',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const [letter] = rows(house, PEOPLE.sergeant)
    t.match(
      (await laptop.get(PATH)).body,
      new RegExp(`Will be sent.*1\\.4: is late.*${PATH}/${letter!.id}/holding`, 's'),
    )
    for (const email of [PEOPLE.sergeant, PEOPLE.approver, PEOPLE.observer]) {
      t.equal(
        (await house.signIn(email).post(`${PATH}/${letter!.id}/holding`)).statusCode,
        403,
        email,
      )
      t.notMatch((await house.signIn(email).get(PATH)).body, 'Will be sent')
    }
    t.equal((await laptop.post(`${PATH}/${letter!.id}/holding`)).statusCode, 303)
    await days(house, '2022-02-04')
    t.notOk(house.store.letters.find(letter!.id)!.postedAt)
    t.match(
      (await house.signIn(PEOPLE.coordinator).get(PATH)).body,
      /Held since 27 January 2022.*Let it go/s,
    )
    house.letters.length = 0
    const again = house.signIn(PEOPLE.coordinator)
    t.equal((await again.post(`${PATH}/${letter!.id}/letting-go`)).statusCode, 303)
    await settle()
    t.same(
      house.letters.map((each) => [each.to, each.messageId]),
      [[PEOPLE.sergeant, letter!.messageId]],
    )
    await again.post(`${PATH}/${letter!.id}/letting-go`)
    await again.post(`${PATH}/${letter!.id}/holding`)
    await settle()
    t.equal(house.letters.length, 1, 'what has gone is gone')
    t.same(
      house.store.journal.history('letter', letter!.id).map((line) => [line.verb, line.personId]),
      [
        ['wrote', null],
        ['held', house.person(PEOPLE.coordinator).id],
        ['let go', house.person(PEOPLE.coordinator).id],
      ],
    )
    for (const id of ['99999', '0', 'x'])
      t.equal((await again.post(`${PATH}/${id}/holding`)).statusCode, 404)
  },
)

t.test('a letter held while the postman is on his round does not go', async (t) => {
  const house = await openHouse({ t })
  house.clock.moveTo('2022-01-27T12:00:00.000Z')
  const sent: string[] = []
  const [first, ...rest] = house.store.letters.due(house.clock.at())
  t.ok(first && rest.length > 0)
  await start(house, async (letter) => {
    sent.push(letter.to)
    if (sent.length === 1) for (const row of rest) house.store.letters.hold(row.id, by(house))
  })
  t.equal(sent.length, 1)
  t.ok(rest.every((row) => house.store.letters.find(row.id)!.postedAt === null))
})

t.test(
  'each person chooses how often, for themselves alone, and it is in the journal',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    const phone = house.signIn(PEOPLE.sergeant)
    t.match((await phone.get(PATH)).body, 'value="daily" checked')
    t.equal((await phone.post(`${PATH}/choice`, { frequency: 'hourly' })).statusCode, 422)
    t.equal(
      (await phone.post(`${PATH}/choice`, { frequency: 'weekly', personId: 1 })).statusCode,
      400,
      'a field we do not know',
    )
    t.equal((await phone.post(`${PATH}/choice`, { frequency: 'weekly' })).statusCode, 303)
    t.match((await phone.get(PATH)).body, 'value="weekly" checked')
    t.match((await house.signIn(PEOPLE.officer).get(PATH)).body, 'value="daily" checked')
    t.match(house.store.journal.history('person', house.person(PEOPLE.sergeant).id).at(-1), {
      verb: 'chose how often to be written to',
      personId: house.person(PEOPLE.sergeant).id,
    })
    house.letters.length = 0
    for (let day = 29; day <= 31; day++) {
      house.clock.moveTo(`2022-01-${day}T06:00:00.000Z`)
      agreeNow(house, `Agreed on the ${day}th`)
      await days(house, `2022-01-${day}`)
    }
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 0, 'a week has not passed since the last')
    await days(house, '2022-02-05')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 1)
    t.ok(linksIn(lettersTo(house, PEOPLE.sergeant)[0]!).length >= 3, 'all of it in one')
    house.store.notices.recordFrequency(house.person(PEOPLE.sergeant).id, 'tables', by(house))
    house.clock.pass({ minutes: 1 })
    agreeNow(house, 'Agreed after that')
    house.clock.moveTo('2022-04-11T12:00:00.000Z')
    await days(house, '2022-04-13')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 1, 'nothing until a round table is near')
    await days(house, '2022-04-14')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 2)
  },
)

t.test(
  'two weeks before a round table each gets a digest with everything that is theirs',
  async (t) => {
    const house = await openHouse({ t })
    agreeNow(house, 'Walk the estate')
    house.clock.moveTo('2022-04-11T12:00:00.000Z')
    await days(house, '2022-04-13')
    house.letters.length = 0
    await days(house, '2022-04-14')
    const mine = house.store.actions
      .listUnfiltered()
      .filter(
        (each) =>
          termsOf(each).seatId === seatOf(house, PEOPLE.sergeant).id &&
          each.closings.length === 0 &&
          !['done', 'could-not'].includes(each.updates.at(-1)!.status) &&
          each.depth !== 'named',
      )
    t.ok(mine.length > 1)
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 1)
    for (const each of mine)
      t.match(
        lettersTo(house, PEOPLE.sergeant)[0]!.text,
        `Action ${each.number}: is on the next agenda`,
      )
  },
)

t.test(
  'R6, R3: agreed without you asks for a yes or no; closed by the table says thanks, and asks for nothing',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.letters.length = 0
    const id = agreeNow(house, 'Share the patrol plan', { proposed: true })
    await days(house, '2022-01-29')
    const [letter] = lettersTo(house, PEOPLE.sergeant)
    t.match(letter!.subject, 'agreed without you')
    t.match(letter!.text, 'Until then it shows as not yet accepted')
    t.match(
      (await house.stranger().post(`${linksIn(letter!)[0]}/acceptance`, { words: '' })).statusCode,
      303,
    )
    say(house, id, 'done')
    house.store.actions.recordClosing(id, null, by(house))
    await days(house, '2022-01-31')
    const thanks = lettersTo(house, PEOPLE.sergeant).filter((each) =>
      each.subject.includes('closed, with thanks'),
    )
    t.equal(thanks.length, 1)
    t.match(thanks[0]!.text, 'Thank you')
    t.same(linksIn(thanks[0]!), [])
  },
)

t.test(
  'R22: a mail server that is down for days loses nothing, and each letter keeps one Message-ID through every try',
  async (t) => {
    const house = await openHouse({ t })
    const tries = new Map<string, string[]>()
    const down: Post['send'] = async (letter) => {
      tries.set(letter.messageId!, [...(tries.get(letter.messageId!) ?? []), letter.to])
      throw Object.assign(new Error(`no route for ${letter.to}`), { code: 'ECONNREFUSED' })
    }
    for (let hour = 0; hour < 72; hour += 3) {
      await start(house, down)
      house.clock.pass({ hours: 3 })
    }
    t.ok([...tries.values()].some((each) => each.length > 5))
    t.match(
      (await house.signIn(PEOPLE.coordinator).get(PATH)).body,
      'The mail server did not take it (ECONNREFUSED)',
    )
    t.equal(
      rows(house, PEOPLE.sergeant).length,
      1,
      'what comes up meanwhile waits for the next letter',
    )
    const waiting = rows(house)
      .filter((row) => row.postedAt === null)
      .map((row) => row.messageId)
    house.clock.pass({ hours: 6 })
    await start(house)
    t.same(house.letters.map((letter) => letter.messageId).toSorted(), waiting.toSorted())
    t.ok(waiting.every((id) => tries.has(id!)))
    await start(house)
    t.equal(house.letters.length, waiting.length)
  },
)

t.test(
  'R22: a second copy goes in exactly one case: the process dies between the mail server’s yes and our row, and then under the same Message-ID',
  async (t) => {
    const died = new Error('the process died')
    for (const [when, copies] of [
      ['before the row of the letter', 1],
      ['before the mail server was asked', 1],
      ['after its yes', 2],
      ['after our row', 1],
    ] as const) {
      const house = await openHouse({ t })
      const got: Letter[] = []
      house.clock.moveTo('2022-01-27T12:00:00.000Z')
      const to = rows(house, PEOPLE.sergeant)[0]!
      const { posted, failed } = house.store.letters
      const { recordLetter } = house.store.notices
      let dead = false
      const die = (): never => {
        dead = true
        throw died
      }
      // A dead process writes nothing more: not that it was posted, not that it failed.
      house.store.letters.failed = (...given) => {
        if (!dead) failed(...given)
      }
      house.store.letters.posted = (id, at, sent) => {
        if (dead || (id === to.id && when === 'after its yes')) return die()
        posted(id, at, sent)
        if (id === to.id && when === 'after our row') die()
      }
      if (when === 'before the row of the letter') house.store.notices.recordLetter = () => die()
      if (when === 'before the row of the letter') agreeNow(house, 'Walk the estate')
      await start(house, async (letter) => {
        if (dead) throw died
        if (letter.messageId === to.messageId && when === 'before the mail server was asked') die()
        got.push(letter)
      })
      Object.assign(house.store.letters, { posted, failed })
      house.store.notices.recordLetter = recordLetter
      house.clock.pass({ minutes: 10 })
      for (let i = 0; i < 3; i++) {
        await start(house, async (letter) => {
          got.push(letter)
        })
        house.clock.pass({ hours: 1 })
      }
      t.equal(got.filter((letter) => letter.messageId === to.messageId).length, copies, when)
      t.equal(
        new Set(got.map((letter) => letter.messageId)).size,
        rows(house).filter((row) => row.postedAt).length,
        'each letter under its own name',
      )
      for (const row of rows(house).filter((each) => each.id !== to.id))
        t.equal(
          got.filter((letter) => letter.messageId === row.messageId).length,
          row.postedAt ? 1 : 0,
          `${when}: no other letter twice`,
        )
    }
  },
)

t.test(
  'letters go over a real SMTP conversation, plain and HTML, one recipient each, and a server that says no is asked again',
  async (t) => {
    const server = await openSmtp(t)
    const house = await openHouse({ t })
    house.clock.moveTo('2022-01-27T12:00:00.000Z')
    const post = openPost({
      smtpUrl: `smtp://127.0.0.1:${server.port}`,
      mailFrom: house.config.mailFrom,
      outbox: '',
    })
    server.refuse(true)
    await startWith(house, post, rows(house).length, () => server.refused())
    t.equal(server.taken.length, 0)
    t.ok(rows(house).every((row) => row.postedAt === null && row.tries === 1 && row.fault !== null))
    server.refuse(false)
    house.clock.pass({ minutes: 1, seconds: 1 })
    await startWith(house, post, rows(house).length, () => server.taken.length)
    t.equal(server.taken.length, rows(house).length)
    for (const { to, data } of server.taken) {
      t.equal(to.length, 1)
      t.match(data, /^Content-Type: multipart\/alternative/m)
      t.match(data, /^Content-Type: text\/plain; charset=utf-8/m)
      t.match(data, /^Content-Type: text\/html; charset=utf-8/m)
      t.match(data, new RegExp(`^To: ${to[0]}`, 'm'))
      t.equal(data.match(/^Message-ID: /gm)?.length, 1)
      t.notMatch(data, /^Bcc|^Cc/m)
    }
    t.same(
      server.taken.map(({ data }) => /^Message-ID: (.*)$/m.exec(data)![1]).toSorted(),
      rows(house)
        .map((row) => row.messageId)
        .toSorted(),
    )
    t.ok(rows(house).every((row) => row.postedAt !== null && row.fault === null))
  },
)

t.test(
  'without a mail server each letter is one file in the outbox, with the same two parts',
  async (t) => {
    const outbox = mkdtempSync(join(tmpdir(), 'round-table-outbox-'))
    t.teardown(() => rmSync(outbox, { recursive: true, force: true }))
    const house = await openHouse({ t })
    house.clock.moveTo('2022-01-27T12:00:00.000Z')
    const files = () => readdirSync(outbox).filter((name) => name.endsWith('.eml'))
    await startWith(
      house,
      openPost({ smtpUrl: null, mailFrom: house.config.mailFrom, outbox }),
      rows(house).length,
      () => files().length,
    )
    t.equal(files().length, rows(house).length)
    for (const name of files())
      t.match(
        readFileSync(join(outbox, name), 'utf8'),
        /multipart\/alternative.*text\/plain.*text\/html/s,
      )
  },
)

/** As `start`, for a post that takes its time. */
const startWith = async (
  house: House,
  post: Post,
  most: number,
  count: () => number,
): Promise<void> => {
  const app = await buildApp({
    store: house.store,
    post,
    now: () => house.clock.now(),
    config: house.config,
  })
  for (let i = 0; i < 400 && count() < most; i++) await new Promise((done) => setTimeout(done, 10))
  await app.close()
}

/** A small mail server: it takes letters, or says that it is busy. */
const openSmtp = async (t: { teardown: (fn: () => unknown) => unknown }) => {
  const taken: { to: string[]; data: string }[] = []
  let [refusing, refused] = [false, 0]
  const server = createServer((socket) => {
    let [buffer, inData, to, data] = ['', false, [] as string[], '']
    const answer = (line: string): void => {
      socket.write(`${line}\r\n`)
    }
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8')
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        if (inData) {
          if (line !== '.') {
            data += `${line}\n`
            continue
          }
          inData = false
          taken.push({ to, data })
          answer('250 taken')
        } else if (/^(EHLO|HELO)/.test(line)) answer('250 small.example')
        else if (line.startsWith('MAIL')) {
          ;[to, data] = [[], '']
          answer('250 yes')
        } else if (line.startsWith('RCPT')) {
          if (refusing) {
            refused += 1
            answer('451 busy, come again')
          } else {
            to.push(/<(.*)>/.exec(line)![1]!)
            answer('250 yes')
          }
        } else if (line === 'DATA') {
          inData = true
          answer('354 go on')
        } else if (line === 'QUIT') {
          answer('221 bye')
          socket.end()
        } else answer('250 yes')
      }
    })
    answer('220 small.example')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.teardown(() => server.close())
  return {
    taken,
    port: (server.address() as AddressInfo).port,
    refuse: (yes: boolean) => {
      refusing = yes
    },
    refused: () => refused,
  }
}

t.test(
  'what is found late in the evening goes at eight the next morning, and not in the night',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.clock.moveTo('2022-01-29T23:30:00.000Z')
    agreeNow(house, 'Walk the estate')
    await start(house)
    t.equal(rows(house, PEOPLE.sergeant).at(-1)!.tryAt, '2022-01-30T08:00:00.000Z')
  },
)
