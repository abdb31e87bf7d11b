import type { Page } from 'playwright-core'
import { test } from './set-up.ts'

interface Spoken {
  text: string
  lang: string
  voice: string | null
}

/** A device with these voices: what it is asked to say is written down, and ends when a test says so. */
const voices = (page: Page, all: { lang: string; localService: boolean }[]): Promise<unknown> =>
  page.addInitScript(`(() => {
    const spoken = (window.spoken = [])
    const queue = []
    class Utterance extends EventTarget { constructor(text) { super(); this.text = text } }
    window.SpeechSynthesisUtterance = Utterance
    window.finish = () => { for (const each of queue.splice(0)) each.dispatchEvent(new Event('end')) }
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => ${JSON.stringify(all)},
      speak: (each) => { queue.push(each); spoken.push({ text: each.text, lang: each.lang, voice: each.voice?.lang ?? null }) },
      cancel: () => { queue.length = 0 },
      asked: () => queue.length,
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
  })()`)
const spoken = (page: Page): Promise<Spoken[]> => page.evaluate<Spoken[]>('window.spoken')

const ENTRY = '/entries/2021-q3-5'

test('An entry is read aloud by a voice of the device, in its language, and stops when it is told to', async (t, house) => {
  const page = await house.comeIn()
  await voices(page, [
    { lang: 'en-US', localService: true },
    { lang: 'en-GB', localService: true },
    { lang: 'ar-SA', localService: true },
  ])
  await page.goto(ENTRY)
  const button = page.getByRole('button', { name: 'Listen' })
  await button.focus()
  await page.keyboard.press('Enter')
  const said = await spoken(page)
  t.equal(said[0]?.text, 'You said')
  t.match(said[1]?.text, /^Women asked how to tell/)
  t.equal(said[2]?.text, 'We did')
  t.ok(said.length > 3)
  t.same([...new Set(said.map((each) => each.voice))], ['en-GB'], 'by the nearest voice')
  t.notMatch(said.map((each) => each.text).join(' '), /\(sample\)|How it happened/)
  const stop = page.getByRole('button', { name: 'Stop' })
  await stop.click()
  t.equal(await page.evaluate('speechSynthesis.asked()'), 0)
  await page.getByRole('button', { name: 'Listen' }).click()
  await page.evaluate('finish()')
  await page.getByRole('button', { name: 'Listen' }).waitFor()
  t.same(
    await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]'),
    [0, 0, ''],
    'R24: nothing is kept',
  )
  await page.goto(`/ar${ENTRY}`)
  await page.locator('#aloud button').click()
  const arabic = await spoken(page)
  t.match(arabic[0]?.lang, /^ar/)
  t.same(
    arabic.map(({ lang, voice }) => lang.slice(0, 2) === voice?.slice(0, 2)),
    arabic.map(() => true),
    'each text by a voice of its own language',
  )
})

test('Where the device has no voice of its own for the words there is no button, and the page is whole (R20, R24)', async (t, house) => {
  for (const all of [
    [],
    [{ lang: 'en-GB', localService: false }],
    [{ lang: 'ar-SA', localService: true }],
  ]) {
    const page = await house.comeIn()
    await voices(page, all)
    await page.goto(ENTRY)
    t.notOk(await page.locator('#aloud').isVisible(), JSON.stringify(all))
  }
  const plain = await house.comeIn({ javaScriptEnabled: false })
  await plain.goto(ENTRY)
  t.notOk(await plain.locator('#aloud').isVisible(), 'nor without scripts')
  t.ok(await plain.getByRole('heading', { level: 1 }).isVisible())
  const other = await house.comeIn()
  const answer = await other.goto('/')
  t.notMatch(
    answer!.headers()['content-security-policy'],
    /script-src/,
    'no other page may run any',
  )
})
