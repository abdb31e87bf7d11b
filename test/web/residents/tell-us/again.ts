import t from 'tap'
import { openHouse, type Visitor } from '../../../support/house.ts'
import { codeIn, onward } from '../../../support/house/residents.ts'
import { onDisk } from '../messages/set-up.ts'
import { blank } from './set-up.ts'

const keyIn = async (who: Visitor, path = '/tell-us'): Promise<string> =>
  (await who.get(path)).body.match(/action="[^"]*tell-us"[^]*?name="once" value="([\w-]+)"/)![1]!

t.test('R27, R31: a message sent again after the server was killed is there once', async (t) => {
  const house = await openHouse({ t })
  const phone = house.stranger()
  const form = { ...blank, text: 'The lift is broken.', once: await keyIn(phone) }
  const count = () => house.store.messages.listUnfiltered().length
  const send = async (who: Visitor, fields: Record<string, string>, path = '/tell-us') =>
    codeIn(await onward(who, await who.post(path, fields)))
  const before = count()
  const code = await send(phone, form)
  t.match(code, /^\w{5}-\w{5}$/)
  // Whoever a server knew is unknown to the next one: their mark is made with salt of its own.
  const unknown = house.stranger()
  t.equal(await send(unknown, form), code, 'and its writer is shown the code, which they never saw')
  t.equal(count(), before + 1)
  const notIn = [form.once, code, code.replace('-', '')]
  t.same(
    notIn.filter((each) => onDisk(house).includes(each)),
    [],
    'nothing is kept of the form, nor the code',
  )
  const others = [
    await send(unknown, { ...form, text: 'The lift is broken again.' }),
    await send(unknown, { ...form, name: 'Zqname' }),
    await send(house.stranger(), { ...form, once: await keyIn(unknown) }),
    await send(
      house.stranger(),
      { ...form, once: await keyIn(unknown, '/ar/tell-us') },
      '/ar/tell-us',
    ),
  ]
  t.equal(new Set([code, ...others]).size, 5, 'other words, another page, a neighbour: another one')
  t.equal(count(), before + 5)
  house.clock.pass({ days: 1 })
  t.not(await send(house.stranger(), form), code, 'a day later it is told anew')
})

t.test('R24, R31: no page to tell us on is like another, and none is kept', async (t) => {
  const house = await openHouse({ t })
  const page = await house.stranger().get('/tell-us')
  t.equal(page.headers['cache-control'], 'no-store')
  t.equal(page.headers['set-cookie'], undefined)
  t.not(await keyIn(house.stranger()), await keyIn(house.stranger()))
  const forged = { ...blank, text: 'Zqforged', once: '<b>' }
  const sent = await house.stranger().post('/tell-us', forged)
  t.equal(sent.statusCode, 303, 'a key that is none is no reason to lose what was typed')
})
