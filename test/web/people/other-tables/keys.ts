import t from 'tap'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { beside, bring, KEY, keyIn, PAGE, THERE } from './set-up.ts'

t.test(
  'R31: a key is shown once, by the form that made it, and ends when its owner says so',
  async (t) => {
    const { house } = await beside(t, () => 'nothing')
    const { store } = house
    const { id } = house.person(PEOPLE.sergeant)
    const keys = () => store.tableKeys.list(id, house.clock.at())
    const ownerOf = (key: string) => store.tableKeys.ownerOf(key, house.clock.at())
    const sergeant = house.signIn(PEOPLE.sergeant)
    const fields = { after: '', once: 'one-form-sent-twice' }
    const key = keyIn((await sergeant.post(`${PAGE}/keys`, fields)).body)!
    t.match(key, /^north\.example\/[\w-]{32}$/)
    t.equal(
      keyIn((await sergeant.post(`${PAGE}/keys`, fields)).body),
      key,
      'a second tap shows it again',
    )
    t.equal(keyIn((await sergeant.get(PAGE)).body), undefined, 'and nothing else does')
    house.clock.pass({ minutes: 5 })
    t.equal((await sergeant.post(`${PAGE}/keys`, { after: '' })).headers.location, PAGE)
    t.equal(keys().length, 1, 'the page that showed it, loaded again, makes no other')
    const token = key.split('/')[1]!
    t.equal(ownerOf(token), id)
    const [made] = keys()
    const officer = house.signIn(PEOPLE.officer)
    t.equal((await officer.post(`${PAGE}/keys/${made!.id}/ending`)).statusCode, 404)
    t.equal(ownerOf(token), id, 'nobody else ends it')
    t.match((await sergeant.get(PAGE)).body, `>${key.slice(-4)}</code>`)
    const ended = await sergeant.post(`${PAGE}/keys/${made!.id}/ending`)
    t.equal(ended.headers.location, `${PAGE}?did=ended`)
    t.match((await sergeant.get(`${PAGE}?did=ended`)).body, 'opens nothing any more')
    t.equal(ownerOf(token), undefined)
    const verbs = store.journal.list(1, 5).map(({ verb }) => verb)
    for (const verb of ['ended a key of', 'made a key for']) t.ok(verbs.includes(verb), verb)
  },
)

t.test('R25: a key ends by itself, there are few of them, and who made one is told', async (t) => {
  const { house } = await beside(t, () => 'nothing')
  const { store, clock } = house
  const { id } = house.person(PEOPLE.sergeant)
  const sergeant = house.signIn(PEOPLE.sergeant)
  const make = () =>
    sergeant.post(`${PAGE}/keys`, { after: store.tableKeys.list(id, clock.at()).at(-1)?.id ?? '' })
  const token = keyIn((await make()).body)!.split('/')[1]!
  t.match(house.letters.at(-1), { to: PEOPLE.sergeant, text: /A key was made/ })
  for (let i = 1; i < 8; i++) await make()
  const ninth = await make()
  t.equal(ninth.statusCode, 422)
  t.match(ninth.body, 'You have 8 keys already')
  clock.pass({ days: 365 })
  t.equal(store.tableKeys.ownerOf(token, clock.at()), id)
  clock.pass({ days: 2 })
  t.equal(store.tableKeys.ownerOf(token, clock.at()), undefined)
  t.same(store.tableKeys.list(id, clock.at()), [])
  const by = { personId: id, at: clock.at() }
  const last = store.tableKeys.make(by)
  store.people.end(id, by)
  t.equal(store.tableKeys.ownerOf(last, clock.at()), undefined, 'or when they leave')
})

t.test(
  'a table that was removed is not brought back by a page that was asked for before',
  async (t) => {
    const { house } = await beside(t, () => THERE)
    const sergeant = house.signIn(PEOPLE.sergeant)
    await bring(sergeant, KEY)
    for (const path of ['/desk/mine', PAGE])
      t.notOk((await sergeant.get(path)).headers['set-cookie'], path)
  },
)

const isThere = async (house: House): Promise<number> =>
  (await house.signIn(PEOPLE.sergeant).get(PAGE)).statusCode

t.test('a round table that is alone speaks of no others', async (t) => {
  const alone = await openHouse({ t, isAlone: true })
  t.equal(await isThere(alone), 404)
  for (const path of ['/desk/me', '/desk/mine'])
    t.notMatch((await alone.signIn(PEOPLE.sergeant).get(path)).body, PAGE)
  t.equal(await isThere(await openHouse({ t })), 200)
})
