import { currentLeaflets } from '../../../domain/publishing/related.ts'
import { translationState } from '../../../domain/publishing/translations.ts'
import { textsOf } from '../../../domain/publishing/pieces.ts'
import type { PageKind } from '../../../domain/publishing/kinds/kinds.ts'
import { type Copy } from '../../../domain/publishing/board.ts'
import { write } from '../../markup.ts'
import type { BoardDoor, Reader } from '../door.ts'

const PAGES = ['/', '/round-tables', '/tell-us', '/about', '/privacy', '/accessibility'] as const

/** What there is to find here, for those who search; and where there is nothing for them. */
export const robotsRoutes = (room: BoardDoor): void => {
  room.siteFile('/sitemap.xml', (reader) => ({
    type: 'application/xml; charset=utf-8',
    body: sitemap(reader),
  }))
  room.siteFile('/robots.txt', ({ to }) => ({
    type: 'text/plain; charset=utf-8',
    body: `User-agent: *\nDisallow: /desk\nDisallow: /sign-in\nDisallow: /set-up\nDisallow: /report\n\nSitemap: ${to.site('/sitemap.xml')}\n`,
  }))
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
  const page = (path: string, changedOn: string | null, readIn: string[]): string[] =>
    readIn.map(
      (code) =>
        `<url><loc>${write(under(code, path))}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ''}${readIn.length > 1 ? readIn.map((other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${write(under(other, path))}"/>`).join('') : ''}</url>`,
    )
  const told = (kind: PageKind, { slug, words }: Copy): string[] =>
    codes.filter(
      (code) =>
        code === 'en' ||
        translationState(board, { kind, slug }, textsOf(words), code) !== 'untranslated',
    )
  const urls = [
    ...[
      ...PAGES,
      ...(board.events.length ? ['/events'] : []),
      ...(board.leaflets.length ? ['/leaflets'] : []),
      ...(board.programmes.length ? ['/programmes'] : []),
    ].flatMap((path) => page(path, null, codes)),
    ...board.entries.flatMap((entry) =>
      page(`/entries/${entry.slug}`, entry.publishedOn, told('entry', entry)),
    ),
    ...board.events.flatMap((event) =>
      page(`/events/${event.slug}`, event.publishedOn, told('event', event)),
    ),
    ...currentLeaflets(board).flatMap((leaflet) =>
      page(`/leaflets/${leaflet.slug}`, leaflet.publishedOn, told('leaflet', leaflet)),
    ),
    ...board.programmes.flatMap((programme) =>
      page(`/programmes/${programme.slug}`, programme.publishedOn, told('programme', programme)),
    ),
    ...board.tables.flatMap((table) =>
      page(`/round-tables/${table.slug}`, table.publishedOn, told('round-table', table)),
    ),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.slice(0, MOST_ADDRESSES).join('\n')}\n</urlset>\n`
}
/** As many as one such file may hold. */
const MOST_ADDRESSES = 50_000
