import type { Reader } from '../reader.ts'
import type { BoardDoor } from '../room.ts'
import { translationState } from '../../../domain/publishing/translations.ts'
import { textsOf } from '../../../domain/publishing/pieces.ts'
import { KINDS } from '../../../domain/publishing/kinds/kinds.ts'
import { pagesOf, type Board, type Copy } from '../../../domain/publishing/board.ts'
import { write } from '../../markup.ts'

const PAGES = [
  '/',
  '/round-tables',
  '/tell-us',
  '/tell-us/what-became-of-it',
  '/about',
  '/about/honest',
  '/privacy',
  '/complain',
  '/accessibility',
]

/** What there is to find here, for those who search, and where there is nothing for them; and for
 * those who find a fault. */
export const robotsRoutes = (room: BoardDoor): void => {
  room.siteFile('/sitemap.xml', (reader) => ({
    type: 'application/xml; charset=utf-8',
    body: sitemap(reader),
  }))
  room.siteFile('/.well-known/security.txt', (reader) => ({
    type: 'text/plain; charset=utf-8',
    body: securityText(reader),
  }))
  room.siteFile('/robots.txt', ({ to }) => ({
    type: 'text/plain; charset=utf-8',
    body:
      'User-agent: *\nDisallow: /desk\nDisallow: /sign-in\nDisallow: /set-up\nDisallow: /report\n\n' +
      `Sitemap: ${to.site('/sitemap.xml')}\n`,
  }))
}

/** For whoever finds a fault that could hurt someone (RFC 9116): whom to tell, for the next year. */
const securityText = ({ board, languages, today, to }: Reader): string => {
  const email = board.partnership?.email
  return [
    `Contact: ${email ? to.mail(email) : to.site('/complain')}`,
    `Expires: ${Number(today.slice(0, 4)) + 1}-${today.slice(5, 7)}-01T00:00:00Z`,
    `Preferred-Languages: ${languages.map((each) => each.code).join(', ')}`,
    `Canonical: ${to.site('/.well-known/security.txt')}`,
    '',
  ].join('\n')
}

/**
 * Each page once for each language it can be read in. What is not translated stands under English
 * alone.
 */
const sitemap = ({ board, languages, to }: Reader): string => {
  const codes = languages.map((each) => each.code)
  const site = to.site('/').replace(/\/$/, '')
  const under = (code: string, path: string): string =>
    site + (code === 'en' ? path : `/${code}${path === '/' ? '' : path}`)
  const otherOf = (path: string, code: string): string =>
    `<xhtml:link rel="alternate" hreflang="${code}" href="${write(under(code, path))}"/>`
  const page = (path: string, changedOn: string | null, readIn: string[]): string[] => {
    const changed = changedOn ? `<lastmod>${changedOn}</lastmod>` : ''
    const others = readIn.length > 1 ? readIn.map((code) => otherOf(path, code)).join('') : ''
    return readIn.map(
      (code) => `<url><loc>${write(under(code, path))}</loc>${changed}${others}</url>`,
    )
  }
  const told = (kind: string, { slug, words }: Copy): string[] =>
    codes.filter(
      (code) =>
        code === 'en' ||
        translationState(board, { kind, slug }, textsOf(words), code) !== 'untranslated',
    )
  const urls = [
    ...[...PAGES, ...listsOf(board)].flatMap((path) => page(path, null, codes)),
    ...pathsByKind().flatMap(([kind, path]) =>
      currentPages(board, kind).flatMap((copy) =>
        page(`/${path}/${copy.slug}`, copy.publishedOn, told(kind, copy)),
      ),
    ),
  ]
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"' +
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' +
    `${urls.slice(0, MOST_ADDRESSES).join('\n')}\n</urlset>\n`
  )
}
/** As many as one such file may hold. */
const MOST_ADDRESSES = 50_000

/** Kinds with pages of their own, and the first step of their addresses. */
const pathsByKind = (): [kind: string, path: string][] =>
  Object.values(KINDS).flatMap(({ kind, page }) => (page ? [[kind, page.path]] : []))

/** What another has taken the place of is old advice, and on no list. */
const currentPages = (board: Board, kind: string): readonly Copy[] =>
  pagesOf(board, kind).filter(({ slug }) => kind !== 'leaflet' || !board.replacedBy.has(slug))

/** Lists that are there only where something stands on them. */
const listsOf = (board: Board): string[] =>
  pathsByKind()
    .map(([kind, path]) => ({ path: `/${path}`, isEmpty: pagesOf(board, kind).length === 0 }))
    .filter(({ path, isEmpty }) => path !== '/entries' && !PAGES.includes(path) && !isEmpty)
    .map(({ path }) => path)
