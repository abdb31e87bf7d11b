import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { appOver } from './desk/app.ts'
import { buildSample, SAMPLE_NOW } from '../../src/sample/sample.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { fillWithYears, YEARS } from './desk/years.ts'

// From Enter to the line being back on the screen, in a browser, over a record of twenty years.
const LINES = 60
/**
 * Lines before the clock starts: a server that has run since yesterday has met each kind before.
 */
const WARM = 8
const WANTED_MS = 70
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const browserPath = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path))

const folder = mkdtempSync(join(tmpdir(), 'round-table-bench-'))
const store = openStore(folder)
fillWithYears(withSample())
function withSample(): Store {
  buildSample(store)
  return store
}
const app = await appOver(store, folder)
await app.listen({ host: '127.0.0.1', port: 0 })
const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const at = (all: number[], share: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))]!

if (!browserPath) say('No Chromium was found, so from Enter to the screen cannot be measured here.')
else {
  const browser = await chromium.launch({ executablePath: browserPath, args: FLAGS })
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } })
  await context.addCookies([
    {
      name: 'session',
      value: store.signIn.startSession(
        store.people.findByEmail('coordinator@mosaic.example')!.id,
        true,
        SAMPLE_NOW,
      ),
      url,
    },
  ])
  const page = await context.newPage()
  await page.goto('/desk/round-tables/2022-q1')
  const measured: number[] = []
  for (let i = 0; i < WARM + LINES; i += 1) {
    const words = `Line ${i} of the table, as it is spoken in the room`
    const line = [
      `c ${words} #stop`,
      `a ${words} @mps +wcc by Sept`,
      `n ${words}`,
      `u 1.3 ${words}`,
    ][i % 4]!
    await page.locator('#quick-text').fill(line)
    // About as long as a quick typist takes from the last letter to Enter.
    await page.waitForTimeout(120)
    // In the page's own words: it runs there, where there is a document.
    measured.push(
      (await page.evaluate(`new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('Not on the screen after 20 seconds: ' + wanted)), 20_000)
      const wanted = ${JSON.stringify(words)}
      const started = performance.now()
      const watch = new MutationObserver(() => {
        if (!document.querySelector('#added').textContent.includes(wanted)) return
        watch.disconnect()
        requestAnimationFrame(() => resolve(performance.now() - started))
      })
      watch.observe(document.querySelector('main'), { childList: true, subtree: true })
      document.querySelector('#quick-text').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    })`)) as number,
    )
  }
  measured.splice(0, WARM)
  const { concerns, actions } = {
    concerns: store.concerns.listUnfiltered().length,
    actions: store.actions.listUnfiltered().length,
  }
  say(
    `From Enter to the screen, ${LINES} lines over a record of ${YEARS} years (${concerns} concerns, ${actions} actions): median ${at(measured, 0.5).toFixed(0)} ms, p95 ${at(measured, 0.95).toFixed(0)} ms, most ${Math.max(...measured).toFixed(0)} ms. Wanted: p95 below ${WANTED_MS} ms.`,
  )
  await browser.close()
}
await app.close()
store.close()
rmSync(folder, { recursive: true, force: true })
