import t, { type Test } from 'tap'
import { wordingOf } from '../../../../src/domain/concerns/concern.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../../../support/house.ts'
import { hands, newest, OPEN, SECOND, type Hands } from './set-up.ts'

t.test('R11: what is held in private is nowhere but on its own page', async (t) => {
  const house = await openHouse({ t })
  const { laptop, second, write, ids, concern, action, notes } = hands(house)
  const other = second()
  const seen = house.store.journal.lastId()
  const SECRET = /oldest son|aunt/i
  await writeAll(t, seen, SECRET, { laptop, write, ids })
  t.notMatch(concern(), { depth: 'table' })
  await nowhereElse(t, { house, other, seen, SECRET, laptop, notes })
  const first = ids()[2]!
  const own = (await laptop.get(`/desk/concerns/${first}`)).body
  for (const words of [
    'The oldest son was moved',
    'Write to the aunt',
    'The aunt is willing',
    'We help the aunt',
    'The aunt came herself',
    'Does the aunt know?',
  ])
    t.match(own, words, 'what went under it stands on its page')
  t.equal(
    house.store.journal.history('concern', first).filter((line) => line.verb === 'looked at')
      .length,
    1,
  )
  t.equal((await other.get(`/desk/concerns/${first}`)).statusCode, 404)
  t.same(
    house.store.concerns.listUnfiltered([first])[0]!.list,
    [house.person(PEOPLE.coordinator).id],
    'only its writer can open it',
  )
  t.equal(action('1.5').updates.length, 1, 'an update at the table is no way into a private action')
})

async function writeAll(
  t: Test,
  seen: number,
  SECRET: RegExp,
  { laptop, write, ids }: Pick<Hands, 'laptop' | 'write' | 'ids'>,
) {
  const lines = [
    'c The oldest son was moved !private',
    'a Write to the aunt about the oldest son @mosaic',
    'n The aunt is willing',
    'd We help the aunt',
    'The aunt came herself',
    'q Does the aunt know?',
    'u 1.3 done: the aunt came !privte',
    'h @mps, the aunt !family',
    'n The oldest son was there!private',
    'A oldest son was seen 1private',
    'a2 Fetch the oldest son !person',
    'u 1.5 done: the aunt has the oldest son',
    'u 1.8 done: the oldest son goes there',
  ]
  let last: number | '' = ''
  for (const line of lines) {
    const answer = await write(laptop, line, { last, seen }, { part: true })
    t.equal(answer.statusCode, 200)
    t.notMatch(answer.body, SECRET, `the part that comes back for “${line}”`)
    last = ids()[2]!
  }
  await write(laptop, lines.map((line) => line.replaceAll('oldest', 'Oldest')).join('\n'))
}

async function nowhereElse(
  t: Test,
  {
    house,
    other,
    seen,
    SECRET,
    laptop,
    notes,
  }: { house: House; other: Visitor; seen: number; SECRET: RegExp } & Pick<
    Hands,
    'laptop' | 'notes'
  >,
) {
  for (const [name, who] of Object.entries({
    laptop,
    other,
    observer: house.signIn(PEOPLE.observer),
    sergeant: house.signIn(PEOPLE.sergeant),
    approver: house.signIn(PEOPLE.approver),
    stranger: house.stranger(),
  })) {
    for (const path of [
      OPEN,
      `${OPEN}/minutes`,
      `${OPEN}/minutes?depth=public`,
      `${OPEN}/news?seen=0`,
      `${OPEN}/finishing`,
      '/desk',
      '/desk/concerns',
      '/desk/actions',
      '/desk/journal',
      '/',
      '/board.json',
      '/feed.atom',
      '/round-tables',
    ])
      t.notMatch((await who.get(path)).body, SECRET, `${name} on ${path}`)
  }
  t.notMatch(
    (await other.get(`${OPEN}/news?seen=${seen}`, { part: true })).body,
    SECRET,
    'nor in what is new',
  )
  t.match(
    (await house.signIn(PEOPLE.observer).get(`${OPEN}/minutes`)).body,
    /Item 3: held in private/,
  )
  t.same(
    notes().filter((each) => each.concernId === null),
    [],
    'nothing of it is a note of the table',
  )
}

t.test(
  'R11: a coordinator who is not on the list of a private item cannot write under it, and what they typed is held too',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, second, write, ids, concern, notes, count } = hands(house)
    const other = second()
    await write(laptop, 'c The oldest son was moved !private')
    const held = ids().at(-1)!
    const before = house.store.actions.everWritten().length
    for (const line of [
      'a3 Write to the aunt',
      'n3 The aunt is willing',
      'u 1.5 the aunt is willing',
    ]) {
      await write(other, line, { last: held })
      t.match(concern(), { depth: 'named', list: [house.person(SECOND).id] }, line)
      t.equal(wordingOf(concern()).text, line)
    }
    await write(other, 'a Mend the lamp', { last: held })
    t.equal(house.store.actions.everWritten().length, before + 1)
    t.same(newest(house.store.actions.everWritten()).concernIds.includes(held), false)
    t.same(notes(), [])
    t.notMatch((await laptop.get(OPEN)).body, 'aunt')
    await write(laptop, 'n3 The aunt is willing')
    const note = newest(notes())
    const now = count()
    for (const path of ['taking-out', 'changes'])
      t.equal(
        (
          await other.post(
            `${OPEN}/notes/${note.id}/${path}`,
            path === 'changes' ? { text: 'x', basedOn: '0' } : {},
          )
        ).statusCode,
        404,
      )
    t.equal((await write(other, 'n x', { instead: `note-${note.id}` })).statusCode, 409)
    t.equal((await other.post(`${OPEN}/concerns/${held}/taking-out`)).statusCode, 404)
    t.equal(count(), now)
  },
)

t.test(
  'R9, R11: a number that was said in the room is never another item’s, even when an item is taken out while a line is typed',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, ids, concern, notes } = hands(house)
    await write(laptop, 'c Typed by mistake')
    const mistake = concern()
    await write(laptop, 'c The family upstairs is afraid !family')
    const held = concern()
    const number =
      house.store.roundTables
        .itemIds(house.store.roundTables.find('2022-q1')!.id)
        .indexOf(held.id) + 1
    t.equal((await laptop.post(`${OPEN}/concerns/${mistake.id}/taking-out`)).statusCode, 303)
    t.notOk(ids().includes(mistake.id))
    await write(laptop, `n${number} They asked for a new lock`)
    t.match(
      notes().at(-1),
      { concernId: held.id, text: 'They asked for a new lock' },
      'it still goes where it was meant',
    )
    t.match((await laptop.get(OPEN)).body, new RegExp(`Item ${number}\\. Held in private`))
    await write(laptop, `a${number - 1} Hang up a lamp`)
    t.match(notes().at(-1), { concernId: null, unread: `Item ${number - 1} was taken out` })
    t.match((await laptop.get(`${OPEN}/minutes`)).body, new RegExp(`Item ${number - 1}: taken out`))
    t.equal((await write(laptop, Array(201).fill('n x').join('\n'))).statusCode, 422)
  },
)

t.test(
  'R11: what is held because of a slip takes no later line with it, and the bar says when lines go where few can read',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, concern, notes } = hands(house)
    await write(laptop, 'c The lift is broken')
    const lift = concern()
    await write(laptop, 'n The neighbour told us why !private')
    t.equal(concern().depth, 'named')
    await write(laptop, 'n It was reported twice\na Ask the landlord')
    t.equal(notes().at(-1)!.concernId, lift.id, 'the note is under the lift')
    t.same(house.store.actions.listUnfiltered().at(-1)!.concernIds, [lift.id])
    t.notMatch((await laptop.get(OPEN)).body, /id="quick-under" class="late"/)
    await write(laptop, 'c The boy on the third floor !family')
    const held = concern()
    await write(laptop, 'a Visit him', { last: held.id })
    t.equal(
      house.store.actions.listUnfiltered().at(-1)!.depth,
      'named',
      'what follows a matter that was meant to be held is held',
    )
    t.match(
      (await laptop.get(`${OPEN}?last=${held.id}`)).body,
      /id="quick-under" class="late">item \d+, Held in private/,
    )
  },
)

t.test(
  'R11: whoever gives a private action to someone who is not on its list is told that they cannot open it',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write } = hands(house)
    const seen = async (text: string) =>
      (await write(laptop, text, { step: 'preview' })).body.replace(/<[^>]*>/g, ' ')
    const warned = /Its owner cannot open it yet\. Put them on its list/
    t.match(await seen('a Visit the family @sergeant !private'), warned)
    t.notMatch(await seen('a Visit the family !private'), warned)
    t.notMatch(await seen('a Visit the estate @sergeant'), warned)
  },
)
