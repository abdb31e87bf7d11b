import { gunzipSync } from 'node:zlib'
import t from 'tap'
import { PUBLIC_CSP } from '../../../../src/web/page-cache.ts'
import { type House, openHouse } from '../../../support/house.ts'
import { entryWords, tell, withdraw } from '../../../support/publications.ts'

/** How often a page is drawn: the board's own door asks the views for each. */
const drawings = (house: House): { count: () => number } => {
  const app = house.app as unknown as { view: (...args: unknown[]) => Promise<string> }
  const view = app.view
  let drawn = 0
  app.view = (...args) => {
    drawn += 1
    return view(...args)
  }
  return {
    count: () => {
      const now = drawn
      drawn = 0
      return now
    },
  }
}

t.test(
  'R15: an entry that is withdrawn while its page is being drawn is gone for whoever asks next',
  async (t) => {
    let told = { id: 0, slug: '' }
    const house = await openHouse({
      t,
      prepare: (store) => {
        told = tell(store, entryWords())
      },
    })
    const app = house.app as unknown as { view: (...args: unknown[]) => Promise<string> }
    const view = app.view
    const resident = house.stranger()
    app.view = async (...args) => {
      app.view = view
      const html = await view(...args)
      withdraw(house.store, told.id)
      await resident.get('/')
      return html
    }
    await resident.get(`/entries/${told.slug}`)
    t.equal((await resident.get(`/entries/${told.slug}`)).statusCode, 410)
  },
)

t.test('a page is drawn once for one Board and one London day, and in each language', async (t) => {
  let told = { id: 0, slug: '' }
  const house = await openHouse({
    t,
    prepare: (store) => {
      told = tell(store, entryWords({ standing: 'unanswered', on: null }))
    },
  })
  const drawn = drawings(house)
  const resident = house.stranger()
  const path = `/entries/${told.slug}`
  for (const each of ['/', '/', path, path, '/ar', '/ar', '/?q=x', '/?q=x'])
    await resident.get(each)
  t.equal(drawn.count(), 4)
  house.clock.moveTo('2022-01-27T23:59:59.000Z')
  await resident.get('/')
  t.equal(drawn.count(), 0, 'still the same day in London')
  house.clock.pass({ seconds: 2 })
  await resident.get('/')
  await resident.get('/')
  t.equal(drawn.count(), 1, 'R26: days that are counted move on at midnight')
  house.clock.moveTo('2022-07-01T22:59:59.000Z')
  await resident.get('/')
  drawn.count()
  house.clock.pass({ seconds: 2 })
  await resident.get('/')
  t.equal(drawn.count(), 1, 'which in summer is an hour earlier')
  tell(house.store, entryWords({ said: 'Something new.' }))
  t.match((await resident.get('/')).body, 'Something new.')
  t.equal(drawn.count(), 1, 'another Board, another page')
  withdraw(house.store, told.id)
  t.equal((await resident.get(path)).statusCode, 410)
  await resident.get(path)
  t.equal(drawn.count(), 1, 'that it is gone is kept as well')
})

t.test(
  'what is not there, what somebody left and what is one person’s is kept nowhere',
  async (t) => {
    const house = await openHouse({ t })
    const drawn = drawings(house)
    const resident = house.stranger()
    for (const path of ['/entries/none', '/nowhere', '/round-tables/1999-q1', '/ar/entries/none']) {
      for (let i = 0; i < 2; i++) t.equal((await resident.get(path)).statusCode, 404)
      t.equal(drawn.count(), 2, path)
    }
    for (const path of ['/follow/some-key', '/unfollow/some-key', '/ar/follow/some-key']) {
      for (let i = 0; i < 2; i++) {
        const answer = await resident.get(path)
        t.equal(answer.headers['cache-control'], 'no-store')
        t.equal(answer.headers.etag, undefined)
        t.equal(answer.headers['content-security-policy'], PUBLIC_CSP)
        t.equal(answer.headers['set-cookie'], undefined)
      }
      t.equal(drawn.count(), 2, path)
    }
    for (const fields of [{ email: 'not an address' }, { email: 'someone@example.com' }]) {
      const answer = await resident.post('/follow', fields)
      t.equal(answer.headers['cache-control'], 'no-store')
      t.equal(answer.headers.etag, undefined)
    }
    drawn.count()
    const page = await resident.get('/follow')
    t.equal(drawn.count(), 1)
    t.notMatch(page.body, /not an address|someone@example/)
  },
)

t.test('R24: HEAD says what GET says, without the words', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  for (const path of ['/', '/ar', '/entries/2021-q3-1', '/poster', '/entries/none', '/nowhere']) {
    for (const encoding of [undefined, 'gzip']) {
      const asked = { headers: { 'accept-encoding': encoding } }
      const [get, head] = [await resident.get(path, asked), await resident.head(path, asked)]
      t.equal(head.body, '')
      t.equal(head.statusCode, get.statusCode, path)
      for (const name of [
        'content-type',
        'content-length',
        'content-encoding',
        'etag',
        'cache-control',
        'vary',
        'content-security-policy',
      ])
        t.equal(head.headers[name], get.headers[name], `${path}: ${name}`)
      t.equal(get.headers['set-cookie'], undefined)
      if (encoding && get.statusCode === 200)
        t.match(gunzipSync(get.rawPayload).toString(), '<!doctype html>')
    }
  }
})

t.test(
  'a reader who has the page is told so, by one tag, by a list, by a weak one and by a star',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const tag = String((await resident.get('/')).headers.etag)
    const zipped = String(
      (await resident.get('/', { headers: { 'accept-encoding': 'gzip' } })).headers.etag,
    )
    const ask = async (value: string, path = '/', encoding?: string) =>
      await resident.get(path, { headers: { 'if-none-match': value, 'accept-encoding': encoding } })
    for (const value of [
      tag,
      `W/${tag}`,
      `"other", ${tag}`,
      `${tag},"other"`,
      `W/"other" , W/${tag}`,
      '*',
      `${zipped}, ${tag}`,
    ]) {
      const answer = await ask(value)
      t.equal(answer.statusCode, 304, value)
      t.equal(answer.body, '')
      t.match(answer.headers, {
        etag: tag,
        'cache-control': 'public, max-age=30',
        vary: 'Accept-Encoding',
      })
    }
    for (const value of [
      '',
      '"other"',
      tag.slice(1, -1),
      `"x${tag.slice(1)}`,
      zipped,
      tag.slice(0, -2) + '"',
      '"*"',
    ])
      t.equal((await ask(value)).statusCode, 200, value)
    t.equal((await ask(zipped, '/', 'gzip')).statusCode, 304)
    t.equal((await ask(tag, '/', 'gzip')).statusCode, 200, 'other bytes, another tag')
    t.equal(
      (await ask('*', '/entries/none')).statusCode,
      404,
      'what is not there is never unchanged',
    )
    t.equal(
      (await ask(tag, '/', 'gzip;q=0')).statusCode,
      304,
      'a reader who takes no gzip gets none',
    )
  },
)
