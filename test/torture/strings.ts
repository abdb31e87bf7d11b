import t from 'tap'
import { firefoxPath } from '../support/browser/firefox-path.ts'
import { chromiumPath, NO_CHROMIUM } from '../support/chromium.ts'
import { openChromium, openFirefox } from '../support/strings/readers.ts'
import { tryStrings } from '../support/strings/run.ts'

// The house is that of the tests, which would be stopped after a while.
t.setTimeout(0)

// Every string in every text field, and every view of them in both browsers. With `short`, one batch
// of strings for each field, in Chromium.
const isLong = process.argv[2] === 'long'
const began = performance.now()
const browsers = [
  ...(chromiumPath() ? [openChromium] : []),
  ...(isLong && firefoxPath() ? [openFirefox] : []),
]
if (browsers.length === 0) {
  console.log(`SKIPPED strings: ${NO_CHROMIUM}`)
  process.exit(0)
}
const { wrong, figures, unread } = await tryStrings(
  browsers,
  isLong ? { each: Infinity, same: 3 } : { each: 1, same: 1 },
)
for (const each of wrong.slice(0, 50)) console.error(each)
for (const each of unread) console.error(`never read as it was typed: ${each}`)
const isWrong = wrong.length + unread.length > 0
const views = Object.entries(figures.views).map(([name, count]) => `${count} in ${name}`)
console.log(
  `${isWrong ? 'FAILED' : 'ok'} strings: ${figures.strings} strings, ${figures.fields} text fields, ${figures.typed} texts typed, ${figures.saved} forms saved, ${figures.refused} refused, ${figures.told} entries told, views: ${views.join(', ')}, ${figures.shown} strings read as typed, ${wrong.length} ran or stood there, ${Math.round((performance.now() - began) / 1000)} s`,
)
process.exit(isWrong ? 1 : 0)
