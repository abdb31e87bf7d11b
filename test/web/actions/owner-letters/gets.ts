import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { dayOf, timeOf } from '../../../../src/domain/day.ts'
import type { Post } from '../../../../src/mail/post.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeNow, days, lettersTo, linksIn, PATH, rows, start } from './set-up.ts'

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
    t.equal(
      letter!.subject,
      'Mosaic Community Trust round table: “Walk the estate” and one more action (sample)',
    )
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
    t.match(
      letter!.text,
      'needs an owner. No lead is agreed. It was due 10 January 2022, 18 days ago.',
    )
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
  'R21: a letter says from whom it is, for which seat, the words of each action and what is asked; of what is held in private nothing, and nobody’s name',
  async (t) => {
    const house = await openHouse({ t })
    agreeNow(house, 'Walk the estate with <residents> & the school')
    agreeNow(house, 'Visit the Okafor family at number nine', {
      list: [house.person(PEOPLE.sergeant).id, house.person(PEOPLE.coordinator).id],
    })
    await days(house, '2022-02-03')
    house.clock.moveTo('2022-04-13T12:00:00.000Z')
    await days(house, '2022-04-15')
    t.ok(house.letters.length > 4)
    const { actions, concerns } = house.store
    const held = actions.everWritten().filter((each) => each.depth === 'named')
    const never = [
      ...held.flatMap((each) => each.terms.map((one) => one.text)),
      ...concerns.everWritten().flatMap((each) => each.wordings.map((one) => one.text)),
      ...actions.everWritten().flatMap((each) => each.updates.map((one) => one.text)),
    ].filter((text) => text.length > 8)
    t.ok(never.length > 30)
    for (const letter of house.letters) {
      const whole = `${letter.subject}\n${letter.text}\n${letter.html}`
      t.same(
        never.filter((text) => whole.includes(text.slice(0, 24))),
        [],
        letter.to,
      )
      t.same(
        house.store.people
          .list()
          .filter(
            (each) =>
              whole.includes(each.name) ||
              (each.email !== letter.to &&
                JSON.stringify({ ...letter, replyTo: '' }).includes(each.email)),
          )
          .map((each) => each.email),
        [],
      )
      t.notMatch(letter.html, /<script|<img|src=/, 'nothing that tells when it was opened')
      t.equal(letter.fromName, 'Mosaic Community Trust, round table')
    }
    const letter = lettersTo(house, PEOPLE.sergeant).find((each) => each.text.includes('Walk'))
    t.match(
      letter!.text,
      'This is from the round table of Mosaic Community Trust, for the Ward sergeant, Church Street (Metropolitan Police Service).',
    )
    t.match(letter!.text, /“Walk the estate with <residents> & the school”\nAction B\d+ is yours\./)
    t.match(letter!.html, 'Walk the estate with &#60;residents&#62; &#38; the school”</h2>')
    t.match(letter!.text, /Say where “Walk the estate.*” stands:\nhttp\S*/)
    t.match(letter!.text, 'Something that is held in private is waiting for you')
  },
)

t.test('every link of a letter can be pressed, by a name of its own', async (t) => {
  const house = await openHouse({ t })
  await days(house, '2022-01-29')
  house.clock.moveTo('2022-04-14T07:00:00.000Z')
  await days(house, '2022-04-15')
  for (const letter of house.letters.filter((each) => each.html)) {
    const links = [...letter.text.matchAll(/https?:\/\/\S+/g)].map((each) => each[0])
    const pressed = [
      ...letter.html!.matchAll(/<a [^>]*?href="([^"]+)"[^>]*>(?:<span[^>]*>)?(.*?)<\//g),
    ]
    for (const link of links.filter((each) => each !== house.config.publicUrl))
      t.ok(
        pressed.some((each) => each[1] === link),
        `${letter.subject}: ${link}`,
      )
    const names = pressed.map((each) => each[2]!)
    t.same(names.length, new Set(names).size, `${letter.subject}: ${names.join(', ')}`)
  }
})

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
