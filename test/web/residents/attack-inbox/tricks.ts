import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { blank, form, from } from './set-up.ts'

t.test('no trick with an address or a host puts a link to elsewhere on a page', async (t) => {
  const house = await openHouse({ t })
  for (const path of [
    '//evil.example/tell-us',
    '/%61r/tell-us',
    '/a%72/entries/2021-q3-1',
    '/ar//evil.example',
    '/AR/tell-us',
    '/ar/ar/tell-us',
    '/ar%2ftell-us',
    '/../tell-us',
    '/ar/../../tell-us',
    '/unfollow/%2f%2fevil.example',
    '/follow/%0d%0aset-cookie:a=b',
    '/follow/%22%3E%3Cscript%3E',
    '/entries/%0d%0aset-cookie:a=b/verdicts',
    '/entries/..%2f..%2fdesk/thanks',
    '/\\evil.example',
    `/${'a/'.repeat(300)}`,
  ]) {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await house.stranger().send({
        method,
        url: path,
        ...(method === 'POST' && {
          payload: form({ question: 'difference', verdict: 'no', word: '' }),
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'x-forwarded-host': 'evil.example',
          },
        }),
      })
      t.ok(
        [200, 303, 400, 404, 410, 413, 422].includes(answer.statusCode),
        `${method} ${path}: ${answer.statusCode}`,
      )
      t.notMatch(
        answer.body,
        /(href|src|action|content)="(?:https?:)?[/\\]{2}evil\.example|<script>/,
        `${method} ${path}`,
      )
      t.equal(answer.headers['set-cookie'], undefined)
      t.notMatch(String(answer.headers.location ?? '/'), /evil|\r|\n/)
      for (const [, href] of answer.body.matchAll(/href="([^"#][^"]*)"/g))
        t.match(
          href!,
          /^(\/(?![/\\])|tel:|sms:|mailto:|webcal:|https:\/\/www\.bbc\.co\.uk\/weather|http:\/\/127\.0\.0\.1:3000)/,
          `${method} ${path} links to ${href}`,
        )
    }
  }
})

t.test('R27: words of residents are shown on the desk as text, whatever they hold', async (t) => {
  const house = await openHouse({ t })
  const nasty =
    '</p><script>alert(1)</script><img src=x onerror=alert(1)> <%= it %> {name} ${1} \u202Eevil'
  await house.stranger().post('/tell-us', {
    ...blank,
    text: nasty,
    name: nasty.slice(0, 90),
    reach: 'javascript:alert(1)',
  })
  await house
    .stranger()
    .post('/entries/2021-q3-1/verdicts', { question: 'difference', verdict: 'no', word: nasty })
  const laptop = house.signIn(PEOPLE.coordinator)
  const message = house.store.messages.listUnfiltered().at(-1)!
  const publication = house.store.publications
    .list()
    .find((each) => each.kind === 'entry' && each.slug === '2021-q3-1')!
  for (const path of [
    '/desk/messages',
    `/desk/messages/${message.id}`,
    `/desk/entries/${publication.id}`,
  ]) {
    const { body } = await laptop.get(path)
    t.match(body, '&lt;script&gt;alert(1)', path)
    t.notMatch(body, /<script>alert|<img src=x|href="javascript|\u202E/, path)
  }
})

t.test(
  'behind a proxy the line is the one that the proxy names, and not what the client says of itself',
  async (t) => {
    const house = await openHouse({ t, config: { trustProxy: true } })
    let taken = 0
    for (let i = 0; i < 40; i++)
      taken += Number(
        (
          await from(
            house,
            '/tell-us',
            { ...blank, text: `Flood ${i}` },
            {
              ip: '127.0.0.1',
              agent: `b${i}`,
              more: { 'x-forwarded-for': `198.51.100.${i}, 203.0.113.5` },
            },
          )
        ).statusCode === 303,
      )
    t.equal(taken, 30, 'what a client adds in front of what the proxy says is not believed')
    t.equal(
      (
        await from(
          house,
          '/tell-us',
          { ...blank, text: 'Somebody else' },
          { ip: '127.0.0.1', more: { 'x-forwarded-for': '203.0.113.6' } },
        )
      ).statusCode,
      303,
    )
  },
)
