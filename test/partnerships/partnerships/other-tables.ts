import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { PEOPLE } from '../../support/house.ts'
import { markAll } from './marked.ts'
import { beside, folderOf, NORTH, openMany, type Many, sessionAt, SOUTH } from './set-up.ts'

const [OWN, OTHER] = ['zqnorth', 'zqsouth']
const PAGE = '/desk/me/tables'
/** One line of what is told. */
const THEIRS = `https://${SOUTH}/desk/actions/`

/** Two tables at which the same people sit, each with a word of its own in all that it holds. */
const openTwo = async (t: Test): Promise<Many> => {
  const folder = folderOf([NORTH, SOUTH])
  markAll(join(folder, NORTH), OWN)
  markAll(join(folder, SOUTH), OTHER)
  return openMany(t, { folder })
}

const makeKey = async (many: Many): Promise<string> => {
  const headers = sessionAt(many, SOUTH, PEOPLE.sergeant)
  const made = await many.ask(SOUTH, `${PAGE}/keys`, { headers, form: { after: '' } })
  return /id="to-copy"[^>]*>\s*([^<\s]+)</.exec(made.body.toString())![1]!
}

/** Their browser at the one, with what it keeps. */
const browserAt = (many: Many, host: string, email: string) => {
  const kept = [sessionAt(many, host, email).cookie!]
  const ask = async (path: string, form?: Record<string, string>) => {
    const said = await many.ask(host, path, {
      headers: { cookie: kept.join('; ') },
      ...(form && { form }),
    })
    for (const cookie of said.headers['set-cookie'] ?? []) kept.push(cookie.split(';')[0]!)
    return { ...said, text: said.body.toString() }
  }
  return { ask, kept }
}

/** The sergeant at the one, with the key of the other. */
const atBoth = async (t: Test) => {
  const many = await openTwo(t)
  const key = await makeKey(many)
  const sergeant = browserAt(many, NORTH, PEOPLE.sergeant)
  t.equal((await sergeant.ask(`${PAGE}/bringing`, { key })).status, 303)
  return { many, key, token: key.split('/')[1]!, sergeant }
}

/** All that lies in the folder of one, as it is on disk. */
const onDisk = (folder: string): string =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n')

t.test(
  'R10: what is mine at two tables is on one page, and in no record but its own',
  async (t) => {
    const { many, token, sergeant } = await atBoth(t)
    const { text } = await sergeant.ask('/desk/mine')
    const [own, others] = text.split('At your other round tables')
    t.match(own, OWN)
    t.notMatch(
      own!.replace(/<a href="#others">[\s\S]*?<\/a>/, ''),
      OTHER,
      'but how many, at the top',
    )
    t.match(others, THEIRS)
    t.match(others, OTHER)
    const south = beside(many.at(SOUTH), (store) =>
      store.actions.openUnfiltered().map((action) => termsOf(action).text),
    )
    t.ok(south.filter((words) => others!.includes(words)).length > 2, 'the words of what is theirs')
    const ended = await many.ask(NORTH, '/desk/mine', {
      headers: sessionAt(many, NORTH, PEOPLE.coordinator),
    })
    t.notMatch(ended.body.toString(), OTHER, 'and on nobody else’s page')
    const north = onDisk(many.at(NORTH))
    for (const never of [OTHER, token, SOUTH])
      t.equal(north.includes(never), false, `${never} is nowhere in the folder of ${NORTH}`)
    for (const never of [OWN, token, NORTH])
      t.equal(onDisk(many.at(SOUTH)).includes(never), false, `and ${never} not in that of ${SOUTH}`)
    t.notMatch(JSON.stringify(many.log()), token)
    t.equal(
      (await many.ask(SOUTH, '/desk', { headers: { cookie: sergeant.kept.join('; ') } })).status,
      303,
    )
  },
)

t.test('R11: what is held in private at one is not at the other, and not counted', async (t) => {
  const { many, sergeant } = await atBoth(t)
  const before = (await sergeant.ask('/desk/mine')).text
  const held = beside(many.at(SOUTH), (store) => {
    const { id } = store.people.findByEmail(PEOPLE.sergeant)!
    const action = store.actions
      .openUnfiltered()
      .find((each) => before.includes(`https://${SOUTH}/desk/actions/${each.id}"`))!
    const by = { personId: id, at: many.now().toISOString() }
    store.actions.recordDepth(action.id, { depth: 'named', ground: GROUNDS[0], list: [id] }, by)
    return action
  })
  const { text } = await sergeant.ask('/desk/mine')
  const others = text.split('At your other round tables')[1]!
  t.notMatch(others, termsOf(held).text)
  t.notMatch(others, `/desk/actions/${held.id}"`)
  t.notMatch(others, /Held in private/)
  const lines = (page: string): number => page.split(THEIRS).length - 1
  t.equal(lines(text), lines(before) - 1)
})

t.test(
  'R21: asking another table writes nothing there, and opens it where it is closed',
  async (t) => {
    const { many, sergeant } = await atBoth(t)
    const rows = (): unknown => beside(many.at(SOUTH), ({ journal }) => journal.list(1, 5))
    many.pass({ minutes: 29 })
    await sergeant.ask('/desk/mine')
    const before = rows()
    many.pass({ minutes: 29 })
    t.match((await sergeant.ask('/desk/mine')).text, OTHER)
    t.same(rows(), before)
    many.pass({ minutes: 31 })
    await many.settle()
    const again = browserAt(many, NORTH, PEOPLE.sergeant)
    again.kept.push(...sergeant.kept.slice(1))
    t.same(many.openHosts(), [])
    t.match((await again.ask('/desk/mine')).text, OTHER)
    t.same(many.openHosts().toSorted(), [NORTH, SOUTH])
  },
)

t.test('a table that cannot be opened holds up no other', async (t) => {
  const { many, sergeant } = await atBoth(t)
  many.pass({ minutes: 31 })
  await many.settle()
  // Another machine says that it keeps this record: whoever opens it waits and looks again.
  const holds = (at: string): void =>
    writeFileSync(
      join(many.at(SOUTH), 'lease.json'),
      JSON.stringify({ holder: 'other', machine: 'another', host: 'elsewhere', at }),
    )
  holds('2022-01-27T12:00:00.000Z')
  const again = browserAt(many, NORTH, PEOPLE.sergeant)
  again.kept.push(...sergeant.kept.slice(1))
  const { status, text } = await again.ask('/desk/mine')
  t.equal(status, 200)
  t.match(text, 'does not answer just now')
  holds('2022-01-27T12:00:05.000Z')
})

t.test(
  'R6, R8: another table says of an action what its own says, sentence by sentence',
  async (t) => {
    const { many, sergeant } = await atBoth(t)
    beside(many.at(SOUTH), (store) => {
      const { id } = store.people.findByEmail(PEOPLE.sergeant)!
      for (const seat of store.organisations.seats())
        for (const held of seat.holders.filter((each) => each.personId === id))
          store.organisations.endHolding(held.id, '2022-01-27', {
            personId: id,
            at: many.now().toISOString(),
          })
    })
    many.pass({ hours: 24 * 70 })
    const again = browserAt(many, NORTH, PEOPLE.sergeant)
    again.kept.push(...sergeant.kept.slice(1))
    const others = (await again.ask('/desk/mine')).text.split('id="others-title"')[1]!
    const own = (await browserAt(many, SOUTH, PEOPLE.sergeant).ask('/desk/mine')).text
    const saidIn = (page: string): string[] =>
      [...page.matchAll(/<p class="small">\s*(\d+\.\d+\.[\s\S]*?)<\/p>/g)].map(([, said]) =>
        said!
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    const there = saidIn(
      own.split('<form method="post" action="/desk/mine"')[1]!.split('</form>')[0]!,
    )
    t.ok(there.length > 2, `${there.length} actions`)
    t.same(saidIn(others), there)
    t.match(there.join('\n'), 'Not yet accepted by')
    t.match(there.join('\n'), 'Quiet for')
  },
)

t.test('a table that is taken off, and one where someone is no more, tell nothing', async (t) => {
  const { many, key, sergeant } = await atBoth(t)
  const mark = join(many.at(SOUTH), 'closed')
  writeFileSync(mark, '')
  await many.look()
  const off = (await sergeant.ask('/desk/mine')).text
  t.match(off, 'does not answer just now')
  t.notMatch(off, THEIRS)
  rmSync(mark)
  await many.look()
  t.match((await sergeant.ask('/desk/mine')).text, OTHER)
  beside(many.at(SOUTH), (store) => {
    const idOf = (email: string): number => store.people.findByEmail(email)!.id
    const by = { personId: idOf(PEOPLE.coordinator), at: many.now().toISOString() }
    store.people.end(idOf(PEOPLE.sergeant), by)
  })
  const gone = (await sergeant.ask('/desk/mine')).text
  t.match(gone, 'opens nothing there any more')
  t.notMatch(gone, THEIRS)
  const officer = browserAt(many, NORTH, PEOPLE.officer)
  for (const tried of [key, `nowhere.example/${key.split('/')[1]}`, `${SOUTH}/${'x'.repeat(32)}`]) {
    const { status, text } = await officer.ask(`${PAGE}/bringing`, { key: tried })
    t.equal(status, 422)
    t.match(
      text,
      'This key opens nothing',
      'a host that is not here is answered as a key that is not',
    )
  }
})
