import t from 'tap'
import type { TableAnswer } from '../../../../src/domain/people/own-there.ts'
import { PEOPLE } from '../../../support/house.ts'
import { beside, bring, KEY, othersOn, PAGE, THERE, TOKEN } from './set-up.ts'

t.test('what is mine at another table stands with what is mine here, as it tells it', async (t) => {
  const { house, asked } = await beside(t, () => THERE)
  const sergeant = house.signIn(PEOPLE.sergeant)
  t.match(othersOn((await sergeant.get('/desk/mine')).body), 'href="/desk/me/tables"')
  // A phone puts blanks around what is pasted, and a browser what it takes for an address.
  const brought = await bring(sergeant, `“https://South.example/\n${TOKEN} ”.`)
  t.equal(brought.headers.location, '/desk/mine#others')
  const listed = (await sergeant.get(PAGE)).body
  for (const words of ['<b>South Side Together</b>', 'south.example', `>${TOKEN.slice(-4)}</code>`])
    t.match(listed, words)
  const page = othersOn((await sergeant.get('/desk/mine')).body)
  for (const words of [
    'South Side Together',
    'Ward sergeant, South',
    'href="https://south.example/desk/actions/7"',
    'Walk the &lt;estate&gt; at dusk.',
    'Waiting</span>',
    'for the council',
    'January 2022',
    'Quiet for',
    'held in private is shown only at that table',
  ])
    t.match(page, words)
  t.same(asked.at(-1), { host: 'south.example', token: TOKEN })
  t.match(
    (await sergeant.get('/desk/mine')).body,
    /href="#others">Also at\s+South Side Together: 1 \(1 late\)/,
  )
  const removed = await sergeant.post(`${PAGE}/ending`, { host: 'south.example' })
  t.equal(removed.headers.location, `${PAGE}?did=removed`)
  t.match((await sergeant.get(`${PAGE}?did=removed`)).body, 'Its key still works')
  t.notMatch((await sergeant.get('/desk/mine')).body, 'South Side Together')
})

t.test('R23: a key that opens nothing is refused beside its field, and stays in it', async (t) => {
  let told: TableAnswer = 'nothing'
  const { house, asked } = await beside(t, () => told)
  const sergeant = house.signIn(PEOPLE.sergeant)
  const refusedWith = async (key: string, words: string, status = 422): Promise<void> => {
    const { statusCode, body } = await bring(sergeant, key)
    t.equal(statusCode, status, key)
    t.match(body, words, key)
    if (key) t.match(body, `value="${key}"`)
    t.same(
      [...sergeant.cookies.keys()].filter((name) => name.includes('tables')),
      [],
    )
  }
  await refusedWith('', 'Paste the key')
  await refusedWith('south.example', 'not a whole key')
  await refusedWith(`north.example/${TOKEN}`, 'from this table')
  t.same(asked, [], 'nobody is asked for these')
  await refusedWith(KEY, 'This key opens nothing')
  told = 'not now'
  await refusedWith(KEY, 'does not answer just now')
  for (let i = 0; i < 18; i++) await bring(sergeant, KEY)
  t.equal(asked.length, 20)
  await refusedWith(KEY, 'many tries', 429)
  t.equal(asked.length, 20, 'whoever tries many is not asked for')
  house.clock.pass({ hours: 1 })
  told = THERE
  const again = house.signIn(PEOPLE.sergeant)
  t.equal((await bring(again, KEY)).statusCode, 303)
})

t.test('a table that is gone, or that cannot be asked, says so and the others stand', async (t) => {
  const telling: Record<string, TableAnswer> = {
    'south.example': THERE,
    'west.example': { ...THERE, table: 'West', actions: [] },
  }
  const { house } = await beside(t, ({ host }) => telling[host] ?? 'nothing')
  const sergeant = house.signIn(PEOPLE.sergeant)
  for (const host of Object.keys(telling)) await bring(sergeant, `${host}/${TOKEN}`)
  t.match(othersOn((await sergeant.get('/desk/mine')).body), 'Nothing to show from there')
  telling['south.example'] = 'nothing'
  telling['west.example'] = 'not now'
  const page = othersOn((await sergeant.get('/desk/mine')).body)
  t.match(page, /south\.example[\s\S]*opens nothing there any more/)
  t.match(page, /west\.example[\s\S]*does not answer just now/)
  t.match((await sergeant.get('/desk/mine')).body, /opens nothing any more at South Side Together</)
  telling['south.example'] = THERE
  t.match(othersOn((await sergeant.get('/desk/mine')).body), 'Walk the')
})

t.test(
  'R23: while a form of theirs is to be mended, it says where the other tables are',
  async (t) => {
    const { house, asked } = await beside(t, () => THERE)
    const sergeant = house.signIn(PEOPLE.sergeant)
    await bring(sergeant, KEY)
    const mine = (await sergeant.get('/desk/mine')).body
    const field = /name="(status-\d+)"/.exec(mine)![1]!
    const before = asked.length
    const refused = await sergeant.post('/desk/mine', { [field]: 'could-not' })
    t.equal(refused.statusCode, 422)
    t.match(
      othersOn(refused.body),
      /South Side Together[\s\S]*Shown again once your list above is sent/,
    )
    t.notMatch(othersOn(refused.body), 'To answer, open the action')
    t.equal(asked.length, before)
  },
)

t.test('no more tables than a browser keeps, and each of them once', async (t) => {
  const { house } = await beside(t, () => THERE)
  const sergeant = house.signIn(PEOPLE.sergeant)
  for (let i = 1; i <= 8; i++) await bring(sergeant, `table${i}.example/${TOKEN}`)
  t.match((await bring(sergeant, KEY)).body, 'You have 8 tables here already')
  const other = `table1.example/${'y'.repeat(32)}`
  t.equal((await bring(sergeant, other)).statusCode, 303, 'a new key for one of them')
  t.equal((await sergeant.get(PAGE)).body.match(/\btable1\.example\. Key/g)?.length, 1)
})

t.test('R25: one browser keeps the tables of each who signs in there apart', async (t) => {
  const { house, asked } = await beside(t, () => THERE)
  const sergeant = house.signIn(PEOPLE.sergeant)
  await bring(sergeant, KEY)
  const kept = [...sergeant.cookies].find(([name]) => name.includes('tables'))!
  t.notMatch(
    decodeURIComponent(kept[1]),
    /south|xxxx/,
    'sealed: a look at the cookie tells nothing',
  )
  const officer = house.signIn(PEOPLE.officer)
  // As it is in a browser that both use, and as a thief would send it.
  const { id } = house.person(PEOPLE.officer)
  officer.cookies.set(...kept)
  officer.cookies.set(kept[0].replace(/\d+$/, String(id)), kept[1])
  const before = asked.length
  t.notMatch((await officer.get('/desk/mine')).body, 'South Side')
  t.notMatch((await officer.get(PAGE)).body, 'south.example')
  officer.cookies.set(kept[0].replace(/\d+$/, String(id)), 'rubbish')
  t.equal((await officer.get('/desk/mine')).statusCode, 200)
  t.equal(asked.length, before, 'and nobody is asked')
})
