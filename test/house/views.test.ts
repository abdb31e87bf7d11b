import { readFileSync } from 'node:fs'
import t from 'tap'
import { KINDS } from '../../src/domain/publishing/kinds/kinds.ts'
import { files, read } from '../support/sources.ts'
import { attributesOf, isMade, markup, OUTPUT, rootsOf, type Attribute } from './views/markup.ts'

const views = files('views/**/*.eta').map((path) => ({
  path,
  name: path.slice('views/'.length, -'.eta'.length),
  text: read(path),
}))
const layouts = views.filter((view) => /^(layouts|parts)\//.test(view.name))
const rest = views.filter((view) => !layouts.includes(view))
const parts = rest.filter((view) => /(^|\/)_[^/]+$/.test(view.name))
const pages = rest.filter((view) => !parts.includes(view))
const named = files('src/web/views/**/*.ts').flatMap((file) =>
  [...read(file).matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1]!),
)
const included = new Set(
  views.flatMap((view) =>
    [...view.text.matchAll(/(?:include|layout)\('\/([^']+)'/g)].map((match) => match[1]!),
  ),
)
const handed = new Set(
  files('src/web/**/*.ts').flatMap((file) =>
    [...read(file).matchAll(/\bview\('([^']+)'/g)].map((match) => match[1]!),
  ),
)
const kinds = Object.values(KINDS)
/** Parts that a kind names: of the desk's page about it, and the page that residents read. */
const partsOfKinds = kinds.flatMap(({ parts, page }) => [
  `desk/publishing/kinds/_words-${parts.words}`,
  ...(parts.source === undefined ? [] : [`desk/publishing/kinds/_source-${parts.source}`]),
  page ? `board/${page.folder}/_page` : `desk/publishing/kinds/_preview-${parts.preview}`,
])
/** A kind's list and its page, where it has no routes of its own. */
const pagesOfKinds = kinds.flatMap(({ page }) =>
  page && !page.isSpecial ? [`board/${page.folder}/index`, `board/${page.folder}/show`] : [],
)
const used = new Set([...included, ...handed, ...partsOfKinds, ...pagesOfKinds])

const broken = (rule: (attribute: Attribute, wrote: string[], text: string) => boolean): string[] =>
  views.flatMap((view) => {
    const { attributes, wrote } = attributesOf(view.text)
    return attributes
      .filter((each) => rule(each, wrote, view.text))
      .map(
        (each) =>
          `${view.path}: <${each.tag}> ${each.name}="${each.value?.replace(/\{(\d+)\}/g, (_, n: string) => `<%= ${wrote[Number(n)]!} %>`) ?? ''}"`,
      )
  })

t.test('each template has a name, each name a file, and each file a use', async (t) => {
  const there = new Set(views.map((view) => view.name))
  const without = (names: Iterable<string>, known: ReadonlySet<string>): string[] =>
    [...names].filter((name) => !known.has(name))
  t.same(without(named, there), [], 'names without a file')
  t.same(without(used, there), [], 'uses of what is not there')
  t.same(
    without(
      rest.map((view) => view.name),
      new Set([...named, ...partsOfKinds]),
    ),
    [],
    'files without a name',
  )
  t.same(
    without(
      rest.map((view) => view.name),
      used,
    ),
    [],
    'files that nothing asks for',
  )
})

t.test('a page stands in a layout, and a part stands in none', async (t) => {
  const framed = (view: { text: string }): boolean =>
    /^<% layout\('\/layouts\/(board|poster|embed|desk|room|report)'/.test(view.text)
  t.same(
    pages
      .filter((view) => !framed(view) && view.name !== 'errors/problem')
      .map((view) => view.path),
    [],
  )
  t.same(
    parts.filter((view) => /\blayout\(/.test(view.text)).map((view) => view.path),
    [],
  )
})

t.test('a part is one element with an id, so that it can take its own place', async (t) => {
  for (const view of parts) {
    for (const roots of rootsOf(view.text))
      t.same(
        roots.map((root) => /\sid="[^"]+"/.test(root)),
        [true],
        `${view.path}: ${roots.join(' ').slice(0, 160)}`,
      )
  }
})

t.test('nothing is written out raw but another template', async (t) => {
  const raw = views.flatMap((view) =>
    [...view.text.matchAll(OUTPUT)]
      .filter(([, kind]) => kind === '~')
      .map(([, , inside]) => ({ view, inside: inside! })),
  )
  t.same(
    raw
      .filter(
        ({ view, inside }) =>
          !/^include\(('\/[\w/-]+'|it\.kind\.(words|source)|preview\.part)/.test(inside) &&
          !(inside === 'it.body' && layouts.includes(view)),
      )
      .map(({ view, inside }) => `${view.path}: ${inside}`),
    [],
  )
  t.same(
    views
      .filter((view) => /\.\s*(unescape|raw)\b|__eta\.res\s*\+=/.test(view.text))
      .map((view) => view.path),
    [],
  )
})

t.test(
  'what stands in a page as markup is made in one place, which escapes what it is given',
  async (t) => {
    t.same(
      files('src/**/*.ts').filter(
        (file) => file !== 'src/web/markup.ts' && /\bnew Markup\(/.test(read(file)),
      ),
      [],
    )
  },
)

t.test('each attribute that has a value has quotes around it', async (t) => {
  t.same(
    broken((each) => !each.quoted),
    [],
  )
  t.same(
    broken((each) => /\{\d+\}/.test(each.name)),
    [],
    'no attribute has a name that is written out',
  )
})

t.test('R24: no script, style or address of another kind stands in a page', async (t) => {
  t.same(
    broken((each) => /^style$/i.test(each.name)),
    [],
    'style attributes',
  )
  t.same(
    broken((each) => /^on/i.test(each.name)),
    [],
    'on…= attributes',
  )
  t.same(
    broken((each) => /hx-on|hx-vals|hx-headers|hx-include-js/i.test(each.name)),
    [],
    'htmx attributes that run code',
  )
  t.same(
    broken(
      (each) =>
        /^\s*(javascript|vbscript|data|blob):/i.test(each.value ?? '') ||
        /\bjs:/i.test(each.value ?? ''),
    ),
    [],
    'addresses that run code',
  )
  t.same(
    views
      .filter((view) => /<style\b|<script\b(?![^>]*\ssrc=)[^>]*>/i.test(markup(view.text).html))
      .map((view) => view.path),
    [],
    'inline script and style',
  )
  t.same(
    broken(
      (each) =>
        ['href', 'src', 'action', 'formaction', 'poster', 'srcset'].includes(each.name) &&
        /^\s*(https?:)?\/\//i.test(each.value ?? '') &&
        each.tag.toLowerCase() !== 'a',
    ),
    [],
    'files of other hosts',
  )
})

t.test('htmx is written as data-hx-, which HTML checkers know', async (t) => {
  t.same(
    broken((each) => /^hx-/i.test(each.name)),
    [],
  )
})

t.test('every address with something written into it is made by to()', async (t) => {
  const ADDRESSES =
    /^(href|src|action|formaction|ping|cite|poster|data-hx-(get|post|put|patch|delete|push-url|replace-url|ws|sse|boost))$/i
  const written = (each: Attribute): boolean =>
    ADDRESSES.test(each.name) && each.value !== null && /\{\d+\}/.test(each.value)
  t.comment(
    `${broken(written).length} addresses with something written into them, among ${broken(() => true).length} attributes in ${views.length} templates`,
  )
  t.same(
    broken((each, wrote, text) => written(each) && !isMade(each.value!, wrote, text)),
    [],
  )
})

t.test('the script that is served is the one that htmx published', async (t) => {
  const served = readFileSync(new URL('../../static/htmx-4.0.1.min.js', import.meta.url))
  t.ok(
    served.equals(
      readFileSync(new URL('../../node_modules/htmx.org/dist/htmx.min.js', import.meta.url)),
    ),
  )
  t.equal(JSON.parse(read('node_modules/htmx.org/package.json')).version, '4.0.1')
})
