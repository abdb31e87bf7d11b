import t from 'tap'
import { firefoxPath } from '../support/browser/firefox-path.ts'
import { chromiumPath, NO_CHROMIUM } from '../support/chromium.ts'
import { openChromium, openFirefox } from '../support/strings/readers.ts'
import { tryStrings } from '../support/strings/run.ts'
import { isLong, notRunHere, report } from './report.ts'

// The house is that of the tests, which would be stopped after a while.
t.setTimeout(0)

// Every string in every text field, and every view of them in both browsers; in short, one batch
// of strings for each field, in Chromium.
const browsers = [
  ...(chromiumPath() ? [openChromium] : []),
  ...(isLong && firefoxPath() ? [openFirefox] : []),
]
if (browsers.length === 0) notRunHere(NO_CHROMIUM)
const { wrong, figures, unread } = await tryStrings(
  browsers,
  isLong ? { each: Infinity, same: 3 } : { each: 1, same: 1 },
)
for (const each of wrong.slice(0, 50)) console.error(each)
for (const each of unread) console.error(`never read as it was typed: ${each}`)
const views = Object.entries(figures.views).map(([name, count]) => `${count} in ${name}`)
report({
  tried: `${figures.strings} strings in ${figures.fields} fields`,
  lost: wrong.length + unread.length,
  more: `${figures.typed} typed, ${figures.told} entries told, views: ${views.join(', ')}, ${figures.shown} read as typed`,
})
process.exit()
