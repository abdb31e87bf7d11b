import t from 'tap'
import { sayPassed, topicsAt } from '../../../../src/domain/round-tables/agenda/reached.ts'
import type { RoundTable } from '../../../../src/domain/round-tables/round-table.ts'
import { topic } from './set-up.ts'

const table = (id: number, heldOn: string, over: Partial<RoundTable> = {}): RoundTable =>
  ({
    id,
    heldOn,
    openedAt: null,
    finishedAt: null,
    agreedAt: null,
    ...over,
  }) as RoundTable
const finished = { openedAt: '2021-07-15T10:00', finishedAt: '2021-07-15T12:00' }
const july = table(1, '2021-07', finished)
const october = table(2, '2021-10-14')
const january = table(3, '2022-01-13')
const today = '2021-09-01'
const at = (one: RoundTable, all: RoundTable[], isReached = false, day = today) =>
  topicsAt(one, all, [topic(4)], () => isReached, day)

t.test(
  'R4: a topic that a table did not reach comes to the next one, and to that one alone',
  async (t) => {
    const all = [january, july, october]
    t.match(at(october, all), [{ id: 4, passed: [{ id: 1 }] }])
    t.same(at(january, all), [])
    t.same(at(october, all, true), [], 'spoken of or dropped, it does not')
    t.match(at(july, all, true), [{ id: 4, passed: [] }], 'on its own it stays')
  },
)

t.test('R4, R30: a table that never met hands its topics on', async (t) => {
  const planned = table(1, '2021-07-15')
  t.match(at(october, [planned, october, january]), [{ id: 4, passed: [{ id: 1 }] }])
  t.same(at(october, [planned, october], false, '2021-07-15'), [], 'not on its own day')
  const open = table(1, '2021-07-15', { openedAt: '2021-07-15T10:00' })
  t.same(at(october, [open, october]), [], 'nor while it meets')
})

t.test(
  'R4: it goes past as many tables as do not reach it, and waits where none is planned',
  async (t) => {
    const second = table(2, '2021-10-14', finished)
    t.match(at(january, [july, second, january]), [{ passed: [{ id: 1 }, { id: 2 }] }])
    t.same(at(second, [july, second]), [])
    const say = ({ heldOn }: RoundTable) => heldOn
    t.equal(sayPassed([july, second], say), 'not reached in 2021-10-14')
    t.equal(sayPassed([july, october], say), 'not reached in 2021-07')
    t.equal(sayPassed([october], say), 'put down for 2021-10-14, which did not meet')
    t.equal(sayPassed([], say), '')
  },
)
