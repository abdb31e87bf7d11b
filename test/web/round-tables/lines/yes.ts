import t from 'tap'
import { isProposed, statusOf, termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse } from '../../../support/house.ts'
import { hands, OPEN } from './set-up.ts'

const minutesOf = async (who: ReturnType<typeof hands>['laptop']) =>
  (await who.get(`${OPEN}/minutes`)).body.replace(/<[^>]*>/g, '')

t.test(
  'R6: a yes that its lead gives at the table is written in a line, and the minutes say so',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, action, notes, organisation } = hands(house)
    const police = organisation('police')
    t.ok(isProposed(action('2.3')), 'the police were away when it was agreed')
    await write(laptop, 'u 2.3 accepted: the police will bring them')
    t.match(notes().at(-1)!.unread, 'Its lead is not here to accept it. First say who is here')
    t.ok(isProposed(action('2.3')))

    await write(laptop, 'h @police')
    await write(laptop, 'u 2.3 done: they brought them, closed: they came')
    await write(laptop, 'u 2.3 closed: they came')
    t.match(notes().at(-1)!.unread, 'if they say yes, write u 2.3 accepted', 'R23: the way on')
    await write(laptop, 'u 2.3 accepted @wcc')
    t.match(notes().at(-1)!.unread, 'Only the one that leads it can accept it')
    await write(laptop, 'u 2.3 yes, but only if the council pays')
    t.ok(isProposed(action('2.3')), 'a yes on a condition is no yes')

    const before = action('2.3').updates.length
    const seen = (await write(laptop, 'u 2.3 accepted: they come', { step: 'preview' })).body
    t.match(seen.replace(/<[^>]*>/g, ''), 'Accepted by Metropolitan Police Service')
    const status = statusOf(action('2.3'))
    await write(laptop, 'u 2.3 accepted by @police: the police will bring them')
    const taken = action('2.3')
    t.notOk(isProposed(taken))
    t.match(taken.acceptances.at(-1), {
      accepted: true,
      words: 'the police will bring them',
      organisationId: police,
    })
    t.equal(taken.updates.length, before, 'R2: a yes is no update')
    t.equal(statusOf(taken), status)
    t.equal(termsOf(taken).leadId, police)
    t.match(
      await minutesOf(laptop),
      /Accepted by Metropolitan Police Service: “the police will bring them”\. At this round table, written down by Mosaic/,
    )
    await write(laptop, 'u 2.3 yes: they come')
    t.match(action('2.3').updates.at(-1)!.text, 'yes: they come', 'nothing waits: only words')
  },
)

t.test('R6: one line says yes, that it is done, and that it is closed', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, action } = hands(house)
  await write(laptop, 'h @police\nu 2.3 accepted by @sergeant, done: they brought them !closed')
  const taken = action('2.3')
  t.match(taken.acceptances.at(-1), { accepted: true, words: 'Ward sergeant, Church Street' })
  t.match(taken.updates.at(-1), { status: 'done', text: 'they brought them' })
  t.equal(taken.closings.length, 1)
})

t.test('R6, R20: a tick beside the action says that its lead accepts it', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, action } = hands(house)
  const { id } = action('2.3')
  const tick = `id="carried-${id}-accepted-yes"`
  const say = (fields: Record<string, string>) =>
    laptop.post(`${OPEN}/actions/${id}/updates`, { text: '', waitingFor: '', ...fields })
  const status = statusOf(action('2.3'))
  const opened = `${OPEN}?open=carried-${id}`
  t.notMatch((await laptop.get(opened)).body, tick, 'not while its lead is away')
  const away = await say({ status, accepted: 'yes' })
  t.equal(away.statusCode, 422)
  await write(laptop, 'h @police')
  t.match((await laptop.get(opened)).body, tick)
  const closed = await say({ status: 'done', text: 'They came', closed: 'yes' })
  t.match(closed.body, 'If its lead says yes here, tick that as well', 'R23')
  const before = action('2.3').updates.length
  t.equal((await say({ status, accepted: 'yes', text: 'We bring them' })).statusCode, 303)
  t.match(action('2.3').acceptances.at(-1), { accepted: true, words: 'We bring them' })
  t.equal(action('2.3').updates.length, before)
})
