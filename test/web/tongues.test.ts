import t from 'tap'
import { EVERYONE, openDoors } from '../support/doors/doors.ts'
import { statesOf } from '../support/doors/states.ts'
import { openHouse, PEOPLE } from '../support/house.ts'
import { shownInItsScript } from '../../src/web/words/shown.ts'

const ARABIC = 'المصعد معطل منذ أسبوع'

t.test('every text box of every page takes its direction from what is typed', async (t) => {
  const doors = await openDoors(t, new Set())
  const wrong = new Set<string>()
  let boxes = 0
  for (const route of doors.house.routes.filter(
    ({ method, url }) => method === 'GET' && !url.startsWith('/static/'),
  ))
    for (const state of statesOf(route, doors.ids))
      for (const caller of [...EVERYONE.toReversed(), 'stranger'] as const) {
        const { body, headers } = await doors.callers[caller].get(state.path)
        if (!String(headers['content-type']).startsWith('text/html')) continue
        for (const [tag] of body.matchAll(
          /<textarea\b[^>]*>|<input\b[^>]*type="(?:text|search)"[^>]*>/g,
        )) {
          boxes += 1
          if (!/\sdir="(auto|rtl|ltr)"/.test(tag)) wrong.add(`${route.url}: ${tag}`)
          if (/\sdir="ltr"/.test(tag) && !/\slang=/.test(tag)) wrong.add(`${route.url}: ${tag}`)
        }
      }
  t.ok(boxes > 200)
  t.same([...wrong], [])
})

t.test('what is typed in Arabic on an English page is Arabic wherever it is shown', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  await house.stranger().post('/tell-us', { text: ARABIC, area: '', name: '', reach: '' })
  const message = house.store.messages.listUnfiltered().at(-1)!
  const here = `lang="ar"[^>]*>(<a [^>]*>)?${ARABIC}`
  for (const path of ['/desk/messages', `/desk/messages/${message.id}`])
    t.match((await laptop.get(path)).body, new RegExp(here))
  const to = await laptop.post('/desk/concerns', {
    text: ARABIC,
    raisedOn: '20/1/2022',
    originKind: 'phone',
    originNote: '',
    themeId: '',
    areaId: '',
    depth: 'table',
    ground: '',
  })
  const page = await laptop.get(String(to.headers.location))
  t.match(page.body, new RegExp(`<h1[^>]*lang="ar" dir="auto"[^>]*>${ARABIC}</h1>`))
  const bare = (html: string): string[] =>
    [...html.matchAll(new RegExp(`<(\\w+)([^<>]*)>[^<]*${ARABIC}`, 'g'))]
      .filter(([, name, tag]) => name !== 'title' && !/lang="ar"/.test(tag!))
      // A box that holds lines in both is neither: each line takes its own direction.
      .filter(
        ([whole, name]) => name !== 'textarea' || !/[a-z]/i.test(whole.replace(/^[^>]*>/, '')),
      )
      .map(([whole]) => whole)
  t.same(bare(page.body), [])
  await laptop.post('/desk/round-tables/2022-q1/lines', {
    text: `n ${ARABIC}`,
    key: 'k'.repeat(16),
  })
  await laptop.post('/desk/round-tables/2022-q1/topics', { text: ARABIC })
  for (const path of ['', '/agenda', '/minutes'])
    t.same(bare((await laptop.get(`/desk/round-tables/2022-q1${path}`)).body), [], path)
})

t.test(
  'a template says of a value that stands alone, and of one among words, what it is',
  async (t) => {
    const made = shownInItsScript.processTemplate
    t.equal(
      made('<p class="x"><%= a %></p>'),
      '<p class="x"<%= it.marked(a, it.t, false) %>><%= a %></p>',
    )
    t.equal(made('<p>Said: <%= a -%></p>'), '<p>Said: <%= it.inScript(a, it.t) -%></p>')
    t.equal(made('<p title="<%= a > b %>">x</p>'), '<p title="<%= a > b %>">x</p>')
    t.equal(made('<title><%= a %></title>'), '<title><%= a %></title>')
    t.equal(made('<p lang="<%= c %>"><%= a %></p>'), '<p lang="<%= c %>"><%= a %></p>')
    t.equal(
      made('<% if (a < b) { %><%~ include("x") %><% } %>'),
      '<% if (a < b) { %><%~ include("x") %><% } %>',
    )
    const before = Date.now()
    made('<p "<%= '.repeat(12_000))
    t.ok(Date.now() - before < 1000, 'however long it is')
  },
)
