import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { begun, key, tap } from './set-up.ts'

t.test(
  'R17, R22: each tap counts once, however often and in whatever order the letters with it come',
  async (t) => {
    const house = await openHouse({ t })
    const { send, groups, of } = await begun(house)
    const some = [tap(), tap(), tap('female'), tap('male', '-1')]
    for (let i = 0; i < 3; i++) t.equal((await send(some)).statusCode, 303)
    t.same(groups(), { male: 1, female: 1, 'not-asked': 0 })
    t.equal(
      (await send([...some.slice(2), tap('female')])).statusCode,
      303,
      'half of it again, with one that is new',
    )
    t.same(groups(), { male: 1, female: 2, 'not-asked': 0 })
    const [one, two] = [[tap(), tap()], [tap('male', '-1')]]
    await send(two)
    await send(one)
    t.equal(groups().male, 2, 'an undo of another phone’s tap comes first')
    t.equal(of().taps.length, 8)
    t.equal((await send([])).statusCode, 303, 'nothing is nothing')
  },
)

t.test(
  'R17: taps that did not arrive whole, or count what nobody set, or take away whom nobody counted, are refused together',
  async (t) => {
    const house = await openHouse({ t })
    const { send, groups, of } = await begun(house)
    await send([tap()])
    for (const bad of [
      ['x gender male +1'],
      [`${key()} gender male`],
      [`${key()} gender male +2`],
      [`${key()} gender male 1`],
      [`${key()} gender`],
      ['<script> gender male +1'],
      [tap('men')],
      [`${key()} sex male +1`],
      [tap('constructor')],
      [tap('male', '-1'), tap('male', '-1')],
      [tap(), tap('female', '-1')],
      Array.from({ length: 501 }, () => tap()),
    ]) {
      const answer = await send(bad)
      t.ok([400, 422].includes(answer.statusCode), `${answer.statusCode}: ${bad[0]!}`)
      t.same(groups(), { male: 1, female: 0, 'not-asked': 0 })
    }
    t.equal(
      (await send(Array.from({ length: 500 }, () => tap('female')))).statusCode,
      303,
      'five hundred are a good day',
    )
    t.equal(groups().female, 500)
    const own = key()
    t.equal(
      (
        await send([
          tap('not-asked', '+1', own),
          tap('not-asked', '+1', own),
          tap('not-asked', '+1', own),
          tap('not-asked', '-1'),
          tap('not-asked', '-1'),
          tap('not-asked', '-1'),
        ])
      ).statusCode,
      422,
      'one key three times over is one tap, and hides no taking away',
    )
    t.ok(
      of().taps.reduce((sum, each) => sum + (each.group === 'not-asked' ? each.count : 0), 0) >= 0,
    )
  },
)

t.test(
  'a pad is for those who take part: the police count at their stall, the council and observers do not',
  async (t) => {
    const house = await openHouse({ t })
    const { send, groups, path } = await begun(house)
    const sergeant = house.signIn(PEOPLE.sergeant)
    t.equal((await sergeant.get(`${path}/pad`)).statusCode, 200)
    t.notMatch((await sergeant.get(`${path}/pad`)).body, 'A topic to choose from')
    t.equal((await send([tap()], sergeant)).statusCode, 303)
    for (const other of [PEOPLE.officer, PEOPLE.observer]) {
      t.equal((await house.signIn(other).get(`${path}/pad`)).statusCode, 403)
      t.equal((await send([tap()], house.signIn(other))).statusCode, 403)
    }
    t.equal((await sergeant.post(`${path}/options`, { text: 'Mine' })).statusCode, 403)
    t.match((await send([tap()], house.stranger())).headers.location, /^\/sign-in/)
    t.same(groups().male, 1)
  },
)

t.test(
  'R21, R20: looking at a pad counts nobody, and each button is a form that works by itself and counts once',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, path, groups, of } = await begun(house)
    const { body } = await laptop.get(`${path}/pad`)
    t.equal(of().taps.length, 0)
    const line = body.match(/name="taps" value="([^"]+ gender female \+1)"/)![1]!
    for (let i = 0; i < 2; i++)
      t.equal((await laptop.post(`${path}/taps`, { taps: line })).headers.location, `${path}/pad`)
    t.equal(groups().female, 1, 'a button pressed twice on one page')
    t.not(
      (await laptop.get(`${path}/pad`)).body.match(
        /name="taps" value="([^"]+ gender female \+1)"/,
      )![1],
      line,
      'the next page has another key',
    )
    t.notMatch(body, /name="(name|person|email|who)"/, 'R17: there is no field for who it was')
  },
)
