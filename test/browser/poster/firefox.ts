import { extractText, getDocumentProxy } from 'unpdf'
import { launchFirefox } from '../../support/browser/firefox.ts'
import { firefoxPath, NO_FIREFOX } from '../../support/browser/firefox-path.ts'
import { test } from './set-up.ts'

const QUARTERS = ['all', '2021-q3', '2021-q4']

test('each sheet that Firefox prints has the way to reach us, in four scripts', async (t, house) => {
  if (firefoxPath() === undefined) {
    t.comment(NO_FIREFOX)
    return
  }
  const browser = await launchFirefox()
  try {
    const page = await browser.newPage()
    for (const language of ['', '/ar', '/bn', '/so'])
      for (const quarter of QUARTERS) {
        const sheet = `${language}/poster?quarter=${quarter}`
        await page.goto(`${house.url}${sheet}`)
        const sheets = await page.$$eval('.sheet', (all) => all.length)
        const printed = await page.pdf({ format: 'A4', margin: MARGIN })
        const { text } = await extractText(await getDocumentProxy(new Uint8Array(printed)))
        t.equal(text.length, sheets, `${sheet}: no page but the sheets`)
        for (const words of ['999', '101', '020 7946 0000', new URL(house.url).host])
          t.ok(
            text.every((each) => each.includes(words)),
            `${sheet}: each sheet says ${words}`,
          )
      }
  } finally {
    await browser.close()
  }
})

const MARGIN = { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' }
