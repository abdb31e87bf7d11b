import { readFileSync } from 'node:fs'
import t from 'tap'
import Database from 'better-sqlite3'
import { PEOPLE } from '../../../support/house.ts'
import { ALT, FORM, isGone, open, shown } from './shown-set-up.ts'

t.test(
  'R15, R18: withdrawn by hand, put forward anew and taken out, nothing of any picture is left, in the record or in its log',
  async (t) => {
    const { house, laptop, photoPath, at, ...where } = await shown(t)
    const ground = 'To protect someone’s privacy.'
    t.equal((await laptop.post(`${at}/withdrawal`, { ground })).statusCode, 303)
    await isGone(t, house, where)
    t.equal((await house.signIn(PEOPLE.observer).get(`${at}/picture`)).statusCode, 404)
    const again = { alt: 'Another text for it.', recognised: 'no' }
    t.equal((await laptop.post(`${photoPath}/showing`, again)).statusCode, 303)
    t.equal((await laptop.post(`${photoPath}/ending`)).statusCode, 303)
    const db = new Database(house.file, { readonly: true })
    t.same(db.prepare('select bytes from shown_photos where bytes is not null').all(), [])
    t.notMatch(
      JSON.stringify(db.prepare('select words from drafts').all()),
      /new light|Another text/,
    )
    db.close()
    const log = readFileSync(`${house.file}-wal`)
    for (const words of [ALT, again.alt])
      t.notOk(log.includes(words), 'nor in what SQLite writes first')
  },
)

t.test(
  'R9, R15: a photo goes with its entry, and when its entry tells of its action no more; words typed for it are not lost',
  async (t) => {
    const one = await shown(t)
    const ground = 'To protect someone’s privacy.'
    t.equal(
      (await one.laptop.post(`/desk/entries/${one.entry.id}/withdrawal`, { ground })).statusCode,
      303,
    )
    t.equal((await one.house.stranger().get(one.picture)).statusCode, 410)
    const db = new Database(one.house.file, { readonly: true })
    t.equal(db.prepare(`select count(*) from copy_files where kind = 'photo'`).pluck().get(), 0)
    db.close()

    const two = await open(t)
    const put = await two.laptop.post(`${two.photoPath}/showing`, FORM)
    const at = String(put.headers.location)
    await two.laptop.post(`/desk/entries/${two.entry.id}/withdrawal`, { ground })
    const draftId = two.house.store.publications.find(Number(at.split('/').at(-1)))!.drafts[0]!.id
    const late = await two.laptop.post(`${at}/drafts`, { basedOn: draftId, alt: 'Typed meanwhile' })
    t.equal(late.statusCode, 422)
    t.match(late.body, 'Typed meanwhile', 'R23')
  },
)

t.test('R18: a yes that has run out is not told any more, though it was approved', async (t) => {
  const { house, laptop, photoPath } = await open(t)
  const askedById = house.person(PEOPLE.coordinator).id
  const put = await laptop.post(`${photoPath}/showing`, {
    ...FORM,
    recognised: 'yes',
    askedById,
    use: 'the board',
    until: '28/1/2022',
  })
  const at = String(put.headers.location)
  const draftId = house.store.publications.find(Number(at.split('/').at(-1)))!.drafts[0]!.id
  const approval = await house.signIn(PEOPLE.approver).post(`${at}/approval`, { draftId })
  t.equal(approval.statusCode, 303)
  house.clock.moveTo('2022-01-30T10:00:00.000Z')
  const late = await house.signIn(PEOPLE.coordinator).post(`${at}/publication`)
  t.equal(late.statusCode, 422)
  t.match(late.body, 'The yes for this has run out')
})
