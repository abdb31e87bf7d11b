import { setImmediate as nextRound } from 'node:timers/promises'
import Database from 'better-sqlite3'
import t from 'tap'
import { turnsOf } from '../../../src/web/arriving/turn.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'

const blank = { area: '', name: '', reach: '' }

t.test(
  'R22: while another program holds the record, readers read, and what is sent waits its turn',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const other = new Database(house.file)
    other.exec('begin immediate')
    const done: string[] = []
    const sent = [
      laptop.post('/desk/concerns', { text: 'The lights are out.', originKind: 'stall' }),
      house.stranger().post('/tell-us', { ...blank, text: 'The lights are out.' }),
    ].map((each) =>
      each.then((answer) => {
        done.push('sent')
        return answer.statusCode
      }),
    )
    t.equal((await house.stranger().get('/')).statusCode, 200)
    t.equal((await house.stranger().get('/entries/2021-q3-1')).statusCode, 200)
    t.same(done, [], 'the board was read while they waited')
    other.exec('rollback')
    other.close()
    t.same(await Promise.all(sent), [303, 303], 'and both were saved')
  },
)

t.test('R23: where it does not let go, nothing that was typed is lost', async (t) => {
  const house = await openHouse({ t, turnMs: 100 })
  const laptop = house.signIn(PEOPLE.coordinator)
  const other = new Database(house.file)
  other.exec('begin immediate')
  const refused = await laptop.post('/desk/concerns', {
    text: 'The lights are out by the hall.',
    originKind: 'stall',
  })
  t.equal(refused.statusCode, 503)
  t.match(refused.body, 'This could not be saved just now')
  t.match(refused.body, 'The lights are out by the hall.')
  const told = await house.stranger().post('/ar/tell-us', { ...blank, text: 'The lift is out.' })
  t.match(told.body, 'dir="rtl"')
  t.match(told.body, 'The lift is out.')
  other.exec('rollback')
  other.close()
})

t.test('who reads waits for one of those who write at the same moment, not for all', async (t) => {
  const turn = turnsOf(() => true)
  const order: string[] = []
  const writing = ['first', 'second', 'third'].map(async (name) => {
    t.ok(await turn())
    order.push(name)
  })
  const reading = (async () => {
    for (let round = 0; round < writing.length; round += 1) {
      await nextRound()
      order.push('reads')
    }
  })()
  await Promise.all([...writing, reading])
  const named = order.join(' ')
  t.match(named, /first.* reads .*second.* reads .*third/, named)
})
