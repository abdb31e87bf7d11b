import t from 'tap'
import { keepPages, makePage } from '../../../../src/web/page-cache.ts'

const MOST = 16 * 1024 * 1024

t.test(
  'kept pages stay within a bound, the oldest go first, and what is kept is what was put there',
  async (t) => {
    const kept = keepPages()
    kept.find('1', '')
    const body = 'x'.repeat(1024 * 1024)
    const pages = Array.from({ length: 40 }, (_, i) =>
      kept.keep('1', `/${i}`, makePage(`${i} ${body}`, 200)),
    )
    const there = pages.flatMap((page, i) => (kept.find('1', `/${i}`) === page ? [i] : []))
    t.equal(there.at(-1), 39, 'the newest is there')
    t.ok(there.length >= 12 && there.length <= 16, `${there.length} of 40 are`)
    t.same(
      there,
      Array.from({ length: there.length }, (_, i) => 40 - there.length + i),
      'and the oldest went first',
    )
    const large = makePage('y'.repeat(MOST + 1), 200)
    t.equal(kept.keep('1', '/large', large), large, 'one that is larger than all of it is sent')
    t.equal(kept.find('1', '/large'), undefined, 'and not kept')
  },
)

t.test(
  'many small pages are bounded as well: nobody fills the memory by asking for one file in a million ways',
  async (t) => {
    const kept = keepPages()
    kept.find('1', '')
    const small = makePage('User-agent: *', 200, 'text/plain')
    for (let i = 0; i < 40_000; i++) kept.keep('1', `/robots.txt?${i}`, small)
    let there = 0
    for (let i = 0; i < 40_000; i++) if (kept.find('1', `/robots.txt?${i}`)) there += 1
    t.ok(there > 5_000 && there < 20_000, `${there} of 40,000`)
  },
)

t.test('a page that is kept again counts once', async (t) => {
  const kept = keepPages()
  kept.find('1', '')
  const body = makePage('z'.repeat(1024 * 1024), 200)
  kept.keep('1', '/first', body)
  for (let i = 0; i < 100; i++) kept.keep('1', '/again', body)
  t.equal(kept.find('1', '/first'), body, 'the other is still there')
})

t.test('R15: a page drawn from an older Board is never kept beside a newer one', async (t) => {
  const kept = keepPages()
  kept.find('1', '/entries/x')
  kept.find('2', '/')
  t.equal(
    kept.keep('1', '/entries/x', makePage('withdrawn', 200)).status,
    200,
    'who asked before gets it',
  )
  t.equal(kept.find('2', '/entries/x'), undefined, 'and nobody after')
})

t.test('a kept page holds its own bytes and no others', async (t) => {
  const { html, gzip } = makePage('A lift that is broken. '.repeat(1000), 200)
  for (const each of [html, gzip]) t.equal(each.buffer.byteLength, each.length)
})
