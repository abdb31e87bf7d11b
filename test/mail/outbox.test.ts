import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openOutbox } from '../../src/mail/outbox.ts'
import { dropOldLetters } from '../../src/work/clock/dropped.ts'

t.test('R22, R29: a letter as a file is whole on disk, and leaves after 30 days', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-outbox-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const outbox = openOutbox(folder)
  await outbox.write(Buffer.from('old'))
  const [old] = readdirSync(folder)
  const now = new Date()
  const before = (days: number): Date => new Date(now.getTime() - days * 24 * 3_600_000)
  writeFileSync(join(folder, 'kept.txt'), 'not a letter')
  utimesSync(join(folder, 'kept.txt'), before(99), before(99))
  utimesSync(join(folder, old!), before(29), before(29))
  await dropOldLetters(outbox, now)
  t.ok(readdirSync(folder).includes(old!), 'for 29 days it stays')
  utimesSync(join(folder, old!), before(31), before(31))
  await outbox.write(Buffer.from('new'))
  await dropOldLetters(outbox, now)
  t.equal(readdirSync(folder).length, 2)
  t.notOk(readdirSync(folder).includes(old!))
  await dropOldLetters(openOutbox(join(folder, 'none')), now)
})

t.test('R29: letters to one address go, and nobody else’s', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-outbox-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const outbox = openOutbox(folder)
  const letters = {
    theirs: 'From: a@b.example\r\nTo: ann@x.example\r\n\r\nHello',
    named: 'To: "Ann" <Ann@X.example>\r\n\r\nHello',
    folded: 'To: "Somebody With A Long Name"\r\n <ann@x.example>\r\n\r\nHello',
    longer: 'To: joann@x.example\r\n\r\nHello',
    about: 'To: b@x.example\r\n\r\nTo: ann@x.example\r\n',
  }
  for (const [name, text] of Object.entries(letters))
    writeFileSync(join(folder, `${name}.eml`), text)
  outbox.dropTo('ann@x.example')
  t.same(readdirSync(folder).toSorted(), ['about.eml', 'longer.eml'])
  openOutbox(join(folder, 'none')).dropTo('ann@x.example')
})
