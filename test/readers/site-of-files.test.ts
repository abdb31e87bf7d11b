import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { writeSite } from '../../src/readers/site-of-files.ts'
import { openHouse, PEOPLE } from '../support/house.ts'

const HOME = 'https://roundtable.example'
const SITE = 'https://board.example'

t.test(
  'R15: the public side is written as files, with no dead link, and what was withdrawn says so',
  async (t) => {
    const house = await openHouse({ t })
    const folder = mkdtempSync(join(tmpdir(), 'round-table-site-'))
    t.teardown(() => rmSync(folder, { recursive: true, force: true }))
    const write = () =>
      writeSite(folder, {
        board: house.store.published.board(),
        fileOf: house.store.published.file,
        now: house.clock.now,
        site: SITE,
        home: HOME,
        languages: ['en', 'ar'],
      })
    const first = await write()
    t.same(first.dead, [])
    await followEveryLink(t, folder)
    readsHonestly(t, folder)
    t.same(await write(), { ...first, written: 0 }, 'written again, nothing is new')

    const [entry] = house.store.published.board().entries
    const { id } = house.store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug === entry!.slug)!
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    house.store.publications.recordWithdrawal(
      house.store.publications.find(id)!,
      'It was wrong.',
      by,
    )
    const picture = join(folder, 'entries', entry!.slug, 'picture.png')
    t.ok(existsSync(picture))
    const second = await write()
    t.same(second.dead, [])
    t.ok(second.gone > 0, `${second.gone} files went`)
    t.notOk(existsSync(picture), 'its picture among them')
    for (const path of ['', 'ar/'])
      t.match(
        readFileSync(join(folder, path, 'entries', entry!.slug, 'index.html'), 'utf8'),
        /noindex[^]*(It was wrong|كان خطأ)/,
      )
    const still = filesIn(folder).filter((name) =>
      readFileSync(join(folder, name)).includes(entry!.words.said.slice(0, 40)),
    )
    t.same(still, [], 'its words stand in no file')
    await followEveryLink(t, folder)
  },
)

t.test('a folder that holds what is not ours is left alone', async (t) => {
  const house = await openHouse({ t, sample: false })
  const folder = mkdtempSync(join(tmpdir(), 'round-table-site-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  const { board, file: fileOf } = house.store.published
  await t.rejects(
    writeSite(folder, { board: board(), fileOf, now: house.clock.now, site: SITE, home: HOME }),
    /holds files of somebody else/,
  )
  t.same(readdirSync(folder), ['mine.txt'])
})

/** Every file that a page leads to or is made of, asked of a server that knows only files. */
async function followEveryLink(t: Test, folder: string) {
  const { url, close } = await servingFiles(folder)
  const seen = new Set(['/', '/ar/', '/404.html', '/sitemap.xml'])
  const dead: string[] = []
  for (const path of seen) {
    const answer = await fetch(url + path)
    if (answer.status !== 200) dead.push(path)
    const text = await answer.text()
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/')) continue
    for (const [, link] of text.matchAll(/(?:\s(?:href|src|action|content)="|<loc>)([^"<#]*)/g)) {
      const whole = link!.replaceAll('&amp;', '&').replace(SITE, '')
      if (/^\/(?!\/)/.test(whole)) seen.add(whole)
    }
  }
  await close()
  t.same(dead, [], `${seen.size} links were followed`)
  t.ok(seen.size > 150)
}

/** What cannot be done on a page that is a file is not offered there. */
function readsHonestly(t: Test, folder: string) {
  const pages = filesIn(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ name, html: readFileSync(join(folder, name), 'utf8') }))
  t.same(
    pages.filter(({ html }) => /<form/.test(html)).map(({ name }) => name),
    [],
    'no form',
  )
  t.same(
    pages
      .filter(({ html }) => /(?:href|src)="\/(?!static\/)[^"]*\?/.test(html))
      .map(({ name }) => name),
    [],
    'nothing that is asked of a file',
  )
  const of = (path: string) => pages.find(({ name }) => name === `${path}index.html`)!.html
  t.match(of('tell-us/'), `href="${HOME}/tell-us"`)
  t.match(of('ar/follow/'), `href="${HOME}/ar/follow"`)
  t.match(of(''), /There is no search here/)
  t.match(of(''), 'href="/state-done#found"')
  t.match(of('state-done/'), `<link rel="canonical" href="${SITE}/state-done">`)
  t.match(of(''), `href="${HOME}/sign-in"`)
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )

const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', xml: 'text/xml' }

/** Nothing but files, and the first page of a folder. */
async function servingFiles(folder: string) {
  const server = createServer((asked, answer) => {
    const path = decodeURIComponent(asked.url!.replace(/\?.*$/, ''))
    const there = [path, `${path}/index.html`]
      .map((each) => join(folder, each))
      .find((each) => existsSync(each) && statSync(each).isFile())
    const type = TYPES[there?.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    answer.writeHead(there ? 200 : 404, { 'content-type': type }).end(there && readFileSync(there))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => void server.close(resolve)),
  }
}
