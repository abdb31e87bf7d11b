import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse } from '../../../support/house.ts'
import { boxOf, hands, newest, OPEN } from './set-up.ts'

t.test(
  'R3, R23: a line that a rule refuses is kept as a note with the reason, and reading it again makes it what it is',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, action, notes } = hands(house)
    for (const part of [false, true]) {
      const number = part ? '1.4' : '1.3'
      const before = action(number).updates.length
      const answer = await write(laptop, `u ${number} done`, {}, { part })
      t.equal(action(number).updates.length, before, 'nothing of it was written')
      const note = newest(notes())
      t.match(note, {
        text: `u ${number} done`,
        unread: 'Say what was done, in one or two sentences',
        kind: 'note',
      })
      const page = part ? answer.body : (await laptop.get(OPEN)).body
      t.match(page, 'This line was kept as a note. Say what was done, in one or two sentences.')
      t.match(page, `name="instead" value="note-${note.id}"`)
      await write(
        laptop,
        `u ${number} done: parents met twice`,
        { instead: `note-${note.id}` },
        { part },
      )
      t.match({ ...action(number).updates.at(-1)! }, { status: 'done', text: 'parents met twice' })
      t.same(
        notes().filter((each) => each.unread !== null),
        [],
        'and the note is out',
      )
    }
    for (const [line, why] of [
      ['u 1.2 done: again', /closed this action/],
      ['u 1.3 waiting', /who you are waiting for/],
      ['u 1.9 under way, closed', /First say that it is done/],
      ['u 9.9 done: it', /There is no open action 9\.9/],
      ['a9 Walk', /There is no item 9 yet/],
      ['a @mps', /Say what will be done/],
      ['c #stop', /Write what residents said/],
      ['A man was stopped', /Begin with a letter/],
    ] as const) {
      await write(laptop, line)
      t.match(newest(notes()), { text: line, unread: why }, line)
    }
    const note = newest(notes())
    await laptop.post(`${OPEN}/notes/${note.id}/changes`, { text: note.text, basedOn: '0' })
    t.equal(
      notes().find((each) => each.id === note.id)!.unread,
      null,
      'or it is a note, and stays one',
    )
  },
)

t.test(
  'R23: one note corrected by two people becomes one thing, and the second is told, with what they wrote',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, second, write, notes, action, count } = hands(house)
    const other = second()
    await write(laptop, 'Mend the lamp')
    const note = newest(notes())
    await laptop.post(
      `${OPEN}/reading`,
      { text: 'c We are afr', key: 'a-line-half-typed', last: '', seen: '0' },
      { part: true },
    )
    await write(laptop, 'a Mend the lamp', { instead: `note-${note.id}`, key: 'sent-twice-by-me' })
    const after = count()
    t.equal(
      (
        await write(laptop, 'a Mend the lamp', {
          instead: `note-${note.id}`,
          key: 'sent-twice-by-me',
        })
      ).statusCode,
      303,
      'R22: a double tap is one line',
    )
    t.equal(
      boxOf((await laptop.get(OPEN)).body),
      'c We are afr',
      'R25: and the line that is being typed stays in the box',
    )
    const late = await write(other, 'a Mend the lamp @wcc', { instead: `note-${note.id}` })
    t.equal(late.statusCode, 409)
    t.match(late.body, 'You wrote “a Mend the lamp @wcc”')
    t.equal(boxOf(late.body), 'a Mend the lamp @wcc')
    t.equal(count(), after)
    t.equal(termsOf(action()).leadId, null)
  },
)

t.test('what was not read of who is here stands beside, to be read again', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, notes, table } = hands(house)
  await write(laptop, 'h @mps, the vicar, 7 residents')
  t.equal(table().residents, 7)
  t.match(newest(notes()), {
    text: 'h @mps, the vicar, 7 residents',
    unread: '“the vicar” was not read',
  })
  await write(laptop, 'h @wcc councillor, @wcc planning officer')
  t.same(
    table().attendance.flatMap((each) => each.guestRole ?? []),
    ['councillor', 'planning officer'],
    'two by role from one organisation are two',
  )
})

t.test(
  'R23: two who change one note get a clear conflict with both texts, not a lost change',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, second, write, notes } = hands(house)
    const other = second()
    await write(laptop, 'n- The club is closed in August')
    const [note] = notes()
    const path = `${OPEN}/notes/${note!.id}/changes`
    t.equal(
      (await laptop.post(path, { text: 'The club is closed in July', basedOn: '0' })).headers
        .location,
      `${OPEN}#note-${note!.id}`,
    )
    const late = await other.post(path, { text: 'The club is shut', basedOn: '0' })
    t.equal(late.statusCode, 409)
    t.match(late.body, /now says “The club is closed in July”\. You wrote “The club is shut”/)
    t.match(late.body, />\s*The club is shut<\/textarea>/, 'what was typed is in the field')
    t.equal(notes()[0]!.text, 'The club is closed in July')
    t.equal(
      (await laptop.post(path, { text: '', basedOn: String(notes()[0]!.changeId) })).statusCode,
      422,
    )
    await other.post(path, { text: 'The club is shut', basedOn: String(notes()[0]!.changeId) })
    t.equal(notes()[0]!.text, 'The club is shut')
  },
)
