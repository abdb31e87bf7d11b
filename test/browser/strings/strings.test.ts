import t from 'tap'
import { figure } from '../../bench/counted.ts'
import { chromiumPath, NO_CHROMIUM } from '../../support/chromium.ts'
import { openChromium } from '../../support/strings/readers.ts'
import { TRAP } from '../../support/strings/scan.ts'
import { tryStrings } from '../../support/strings/run.ts'

const skip = chromiumPath() ? false : NO_CHROMIUM

t.test(
  'R20, R24: whatever is typed into whatever field is shown as it was typed, and runs nowhere',
  { skip },
  async (t) => {
    const { wrong, figures, unread } = await tryStrings([openChromium], { each: 1, same: 1 })
    t.same(wrong, [])
    t.ok(figures.strings >= 150, 'there was something to type')
    t.ok(figures.fields > 100, 'and fields to type it into')
    t.same(unread, [], 'each of them was read somewhere as it had been typed')
    t.comment(JSON.stringify(figures))
    figure('typed', figures.typed)
  },
)

t.test('... and this test would see what runs, and what stands there', { skip }, async (t) => {
  const reader = await openChromium('data:text/html,')
  t.teardown(reader.close)
  const page = `<script>${TRAP}</script><p onclick=zqrun()>x</p><img src=x onerror=zqrun()><base href=//evil.example>`
  const parsed = await reader.parse(page)
  t.equal(parsed.wrong.length, 5, parsed.wrong.join('\n'))
  const opened = await reader.open(
    encodeURIComponent('<svg onload=zqrun()><script>alert(1)</script>'),
  )
  t.match(opened.ran.join(), /ran 2 times/)
})
