import t from 'tap'
import { FLOOR } from '../support/floor/browsers.ts'
import { faultsOf } from '../support/floor/faults.ts'
import { openHouse } from '../support/house.ts'
import { read } from '../support/sources.ts'

/** What a browser of the floor does not read, and that would break a page there. */
const BROKEN: Record<string, string> = {
  'rules in a layer': '@layer base { p { margin: 0 } }',
  'a rule within a rule': '.pair { margin: 0; .said { margin: 0 } }',
  'a place that depends on the writing': '.skip { inset-inline-start: 0 }',
  'a corner that depends on the writing': '.disc { border-start-start-radius: 1rem }',
  'two margins in one': '.pair { margin-inline: 1rem }',
  'all four edges': '.over { inset: 0 }',
  'a gap in a row': '.row { display: flex; gap: 1rem }',
  'a list of selectors within one': '.rows :is(h2, h3) { margin: 0 }',
  'a list within :not': '.rows p:not(.a, .b) { margin: 0 }',
  'a selector that takes others with it': '.list:empty, .list:not(:has(li)) { display: none }',
  'a size that cannot fall back': ':root { --size: clamp(1rem, 2vw, 2rem) }',
  'a size with nothing before it': 'h1 { font-size: clamp(1rem, 2vw, 2rem) }',
  'the larger of two': 'p { width: max(1rem, 50%) }',
  'the height of a small window': '.room { min-height: 100dvh }',
  'columns of the parent': '.pair { display: grid; grid-template-columns: subgrid }',
}

t.test('browsers of the floor read every rule of the style sheet that is served', async (t) => {
  const { app } = await openHouse({ t })
  const [, address] = /href="(\/static\/[^"]+\.css[^"]*)"/.exec((await app.inject('/')).body)!
  const served = await app.inject(address!)
  t.equal(served.statusCode, 200)
  t.ok(served.body.length > 30_000, `${served.body.length} letters of style`)
  t.same(faultsOf(served.body), [])
})

t.test('a rule that they do not read is found', async (t) => {
  for (const [what, css] of Object.entries(BROKEN)) {
    let faults: string[]
    try {
      faults = faultsOf(css)
    } catch (error) {
      faults = [String(error)]
    }
    t.not(faults.length, 0, what)
  }
  t.same(faultsOf('h1 { font-size: 2rem; font-size: clamp(1rem, 2vw, 2rem) }'), [])
  t.same(faultsOf('@supports (inset: 0) { .over { inset: 0 } }'), [])
})

t.test('the floor is written down as it is held', async (t) => {
  const told = read('docs/accessibility.md')
  for (const [name, key] of [
    ['Chrome', 'chrome'],
    ['Firefox', 'firefox'],
    ['Safari', 'safari'],
  ] as const)
    t.match(told, `${name} ${FLOOR[key]}`)
})
