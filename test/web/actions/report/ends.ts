import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { must } from '../../../../src/sample/must.ts'
import { formsOf } from '../../../support/forms.ts'
import { type House, PEOPLE, type Visitor } from '../../../support/house.ts'
import { by, everything, find, open, seatOf, UNDER_WAY } from './set-up.ts'
import { change } from '../../../../src/domain/actions/agreement.ts'

const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
}

/** What may end a link. */
const ENDS: Record<string, (house: House) => void> = {
  'the seat changes hands': (house) => {
    house.store.organisations.endHolding(
      seatOf(house, PEOPLE.sergeant).holders.find((each) => each.untilOn === null)!.id,
      '2022-01-27',
      by(house),
    )
  },
  'the seat is ended': (house) => {
    house.store.organisations.endSeat(seatOf(house, PEOPLE.sergeant).id, '2022-01-27', by(house))
  },
  'the person has left': (house) => {
    house.store.people.end(house.person(PEOPLE.sergeant).id, by(house))
  },
  'the person only looks on now': (house) => {
    house.store.people.recordRole(house.person(PEOPLE.sergeant).id, 'observer', false, by(house))
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

t.test(
  'R7: the link dies when the seat changes hands, the person leaves or only looks on, the action moves, becomes private or is taken out; each time as if it had never been',
  async (t) => {
    for (const [name, end] of Object.entries(ENDS)) {
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

    const links = () => house.letters.filter((letter) => letter.text.includes('has a new link'))
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

t.test('R23: no link takes updates without end, and what was typed stays', async (t) => {
  const { house, link, phone } = await open(t)
  for (let i = 0; i < 20; i++)
    t.equal((await phone.post(link, { ...UNDER_WAY, text: `Turn ${i}` })).statusCode, 303)
  const before = find(house).updates.length
  const stopped = await phone.post(link, { ...UNDER_WAY, text: 'And one more' })
  t.equal(stopped.statusCode, 422)
  t.match(stopped.body, 'Very much was sent by this link today')
  t.match(stopped.body, 'And one more</textarea>')
  t.equal(find(house).updates.length, before)
  house.clock.pass({ days: 1 })
  t.equal((await phone.post(link, { ...UNDER_WAY, text: 'Another day' })).statusCode, 303)
})

t.test('R31: a new link that is asked for with five taps at once is one letter', async (t) => {
  const { house, phone, link } = await open(t)
  house.clock.pass({ days: 60 })
  const [form] = formsOf((await phone.get(link)).body)
  const letters = () => house.store.letters.recent(1000).length
  const before = letters()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => phone.post(form!.action, form!.fields)),
  )
  t.equal(letters(), before + 1)
  t.equal(new Set(answers.map(({ body }) => body)).size, 1, 'and each tap has the same answer')
})
