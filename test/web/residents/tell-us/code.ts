import t from 'tap'
import { openHouse } from '../../../support/house.ts'
import { codeIn, lookUp, onward } from '../../../support/house/residents.ts'
import { blank, newest } from './set-up.ts'

t.test(
  'R27, R31: the code has a page of its own that is loaded again and gone back to, and forgets it on a shared phone',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const sent = await resident.post('/tell-us', { ...blank, text: 'The lift is broken' })
    t.equal(sent.statusCode, 303)
    t.equal(sent.headers['cache-control'], 'no-store')
    const address = String(sent.headers.location)
    const before = house.store.messages.listUnfiltered().length
    const page = await resident.get(address)
    const code = codeIn(page)
    t.match(code, /^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    t.notMatch(address, code)
    t.notMatch(address, code.replace('-', ''))
    t.match(page.body, /class="keep-code"><bdi dir="ltr"><b>/, 'it is the largest thing there')
    t.match(page.body, '127.0.0.1:3000/tell-us/what-became-of-it', 'with where to type it')
    t.equal(page.headers['cache-control'], 'no-store')
    t.notMatch(page.body, 'rel="canonical"')
    for (const again of [address, `/ar${address}`, address])
      t.equal(codeIn(await resident.get(again)), code)
    t.equal(house.store.messages.listUnfiltered().length, before, 'nothing is sent twice')

    house.clock.pass({ minutes: 14 })
    t.equal(codeIn(await resident.get(address)), code)
    house.clock.pass({ minutes: 2 })
    const later = await resident.get(address)
    t.equal(later.statusCode, 200, 'an address that was kept still leads somewhere')
    t.equal(codeIn(later), '')
    t.notMatch(later.body, code)
    t.match(later.body, 'This address does not show the code any more')
    t.match(later.body, 'name="reference"')
    const main = (body: string): string => body.match(/<h1>[\s\S]*?<\/form>/)![0]
    t.equal(
      main((await resident.get(`${address}x`)).body),
      main(later.body),
      'one that never was is answered alike',
    )
    t.equal(newest(house).text, 'The lift is broken')
  },
)

t.test(
  'R20, R27: what became of it has a page of its own, in each language, that can be gone back to',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const code = codeIn(
      await onward(resident, await resident.post('/tell-us', { ...blank, text: 'It is dark' })),
    )
    for (const prefix of ['', '/ar', '/so']) {
      const path = `${prefix}/tell-us/what-became-of-it`
      t.match((await resident.get(path)).body, 'name="reference"', path)
      t.match((await resident.get(`${prefix}/`)).body, `href="${path}"`, 'from every page')
      const sent = await resident.post(path, { reference: code })
      t.equal(sent.statusCode, 303)
      const address = String(sent.headers.location)
      t.ok(address.startsWith(`${path}/`))
      t.notMatch(address, code)
      t.match((await resident.get(address)).body, '<ol class="trail">')
      t.match((await resident.get(address)).body, '<ol class="trail">', 'loaded again')
      house.clock.pass({ minutes: 16 })
      t.notMatch((await resident.get(address)).body, '<ol class="trail">')
    }
    t.equal((await lookUp(resident, 'AAAAA-AAAAA')).statusCode, 422)
    t.match((await lookUp(resident, 'AAAAA-AAAAA')).body, '<title>There is a problem')
  },
)

t.test(
  'how long it may be is said beforehand, and the way out stands with its warning before the words',
  async (t) => {
    const house = await openHouse({ t })
    const { body } = await house.stranger().get('/tell-us')
    t.match(body, /id="text-hint">[^<]*You can write up to 4,000 letters\./)
    const at = (text: string): number => body.indexOf(text)
    t.ok(at('It does not clear') > 0)
    t.ok(
      at('It does not clear') < at('href="https://www.bbc.co.uk/weather"'),
      'the warning is first',
    )
    t.ok(at('href="https://www.bbc.co.uk/weather"') < body.indexOf('</form>', at('<textarea')))
    t.ok(at('<form method="post"') < at('It does not clear'), 'near at hand while typing')
  },
)
