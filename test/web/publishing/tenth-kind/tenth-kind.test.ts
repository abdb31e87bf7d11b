import './with-notice.ts'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { sampleFile } from '../../../support/sample-file.ts'

/** The one migration that it takes: the record knows the word. */
const migrate = (file: string): void => {
  const db = new Database(file)
  db.unsafeMode(true)
  db.pragma('writable_schema = ON')
  db.prepare(
    "update sqlite_schema set sql = replace(sql, '''answers'')', '''answers'', ''notice'')') where name = 'publications'",
  ).run()
  db.close()
}

/** The one folder of templates: a list, a page, and the part that both are made of. */
const TEMPLATES = {
  'index.eta': `<% layout('/layouts/board') -%>
<div class="wrap main stack">
  <h1>Notices</h1>
  <ul>
<% for (const { slug, words } of it.notices) { -%>
    <li><a href="<%= it.to('/notices', slug) %>"><%= it.t.own(words.street) %></a></li>
<% } -%>
  </ul>
</div>
`,
  'show.eta': `<% layout('/layouts/board') -%>
<div class="wrap main stack">
<%~ include('/board/publishing/notices/_page', it) %>
</div>
`,
  '_page.eta': `<% const { t } = it; const { words, slug } = it.notice; const H = it.level ?? 'h1' -%>
<article class="stack" id="notice-<%= slug %>">
  <<%= H %>><%= t.own(words.street || 'A notice') %></<%= H %>>
  <p>Closed because: <%= t.block(words.why) %></p>
</article>
`,
}

const openWithTenthKind = async (t: Test): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'tenth-kind-'))
  const views = join(folder, 'views')
  cpSync(fileURLToPath(new URL('../../../../views', import.meta.url)), views, { recursive: true })
  mkdirSync(join(views, 'board/publishing/notices'))
  for (const [name, text] of Object.entries(TEMPLATES))
    writeFileSync(join(views, 'board/publishing/notices', name), text)
  const record = join(folder, 'record.db')
  cpSync(sampleFile(), record)
  migrate(record)
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return openHouse({ t, record, views })
}

t.test(
  'a tenth kind is one file, one folder of templates and one migration: it is written, checked, approved, published, translated and withdrawn like the others',
  async (t) => {
    const house = await openWithTenthKind(t)
    const { store } = house
    const coordinator = await house.signIn(PEOPLE.coordinator)
    const manager = await house.signIn(PEOPLE.approver)
    const resident = house.stranger()
    const by = { personId: store.people.list()[0]!.id, at: house.clock.at() }
    const begun = store.sources.begin({ kind: 'notice' }, '2022-01-27')!
    const id = store.publications.record({ kind: 'notice' }, begun.words, begun.coversIds, by)
    const path = `/desk/entries/${id}`
    const find = () => store.publications.find(id)!

    const first = await coordinator.get(path)
    t.equal(first.statusCode, 200)
    for (const label of ['Which street', 'Why it is closed', 'From'])
      t.match(first.body, label, 'its form is drawn from its fields')
    t.match(first.body, 'Say which street', 'and what it lacks is said')

    const write = (fields: Record<string, string>) =>
      coordinator.post(`${path}/drafts`, { basedOn: draftOf(find())!.id, ...fields })
    await write({ street: 'Bell Street', why: 'Ask Mrs Example, 020 7946 0123', from: 'May' })
    t.same(
      [...new Set(store.sources.checks(find()).map((each) => each.key))].toSorted(),
      ['contacts', 'names'],
      'R12: its words are checked as all words are',
    )
    t.equal((await write({ street: 'Bell Street', why: 'x', from: 'whenever' })).statusCode, 422)
    await write({ street: 'Bell Street', why: 'The road is mended.', from: 'May 2021' })
    for (const { key, found } of store.sources.checks(find()))
      await coordinator.post(`${path}/overrulings`, {
        key,
        found,
        reason: 'A street that all know',
      })
    t.match((await coordinator.get(path)).body, 'Closed because', 'its page is shown beforehand')

    t.equal((await coordinator.post(`${path}/publication`)).statusCode, 422, 'R13')
    await manager.post(`${path}/approval`, { draftId: draftOf(find())!.id })
    t.equal((await coordinator.post(`${path}/publication`)).statusCode, 303)
    const { slug } = find()
    t.equal(slug, '2021-q2-1', 'its address is a quarter and a number')
    t.match((await resident.get('/notices')).body, 'Bell Street')
    t.match((await resident.get(`/notices/${slug}`)).body, 'The road is mended.')
    t.match((await resident.get('/sitemap.xml')).body, `/notices/${slug}`)

    t.match(
      (await coordinator.get('/desk/translations?language=fr')).body,
      'Bell Street',
      'there is something to translate',
    )
    await coordinator.post('/desk/translations', { language: 'fr', kind: 'notice', slug: slug! })

    await coordinator.post(`${path}/withdrawal`, { ground: 'It was wrong.' })
    t.equal((await resident.get(`/notices/${slug}`)).statusCode, 410, 'R15')
    t.notMatch((await resident.get('/notices')).body, 'Bell Street')
  },
)
