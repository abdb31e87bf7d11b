import type { FastifyInstance } from 'fastify'
import type { Board } from '../domain/publishing/board.ts'
import { KINDS } from '../domain/publishing/kinds/kinds.ts'
import type { FileOf } from '../web/board/room.ts'
import { openFolderOfFiles } from './folder-of-files.ts'
import { fileAt, keepLaid } from './laid.ts'
import { buildReadersApp } from './readers-app.ts'

interface Site {
  board: Board
  fileOf: FileOf
  now: () => Date
  /** Where the files will stand. */
  site: string
  /** The server of the record, where things can be left. */
  home: string
  /** The languages to write; all of them where none are named. */
  languages?: readonly string[]
}

/**
 * Writes the whole public side as files, for any host that serves files: each page that a page leads
 * to, in each language, with the feeds and pictures. Addresses that were withdrawn come first: they
 * say so before anything else is written (R15).
 * @returns what was done, and the links that lead nowhere.
 */
export const writeSite = async (folder: string, { board, site, home, ...rest }: Site) => {
  const { laid, askedFor } = keepLaid()
  const paths: string[] = []
  const app = await buildReadersApp({
    ...rest,
    board: () => board,
    publicUrl: site,
    trustProxy: false,
    logLevel: 'silent',
    copied: { home, laid },
    onPath: (path) => paths.push(path),
  })
  const files = openFolderOfFiles(folder)
  const dead: string[] = []
  const places = new Set([...withdrawnOf(board, paths), ...paths.filter(isWhole), MISSING])
  for (const place of places) {
    const { status, type, bytes } = await read(app, askedFor(place))
    // A file of something that was withdrawn is gone; its page says why.
    if ((status === 404 && !place.endsWith(MISSING)) || (status === 410 && !isPage(place))) {
      dead.push(place)
      continue
    }
    if (![200, 404, 410].includes(status)) continue
    files.put(fileAt(place), bytes)
    for (const link of linksIn(type, bytes, site)) places.add(link)
  }
  // Most hosts show this one for an address that is not there.
  files.put('404.html', (await read(app, MISSING)).bytes)
  await app.close()
  return { ...files.finish(), dead }
}

const read = async (app: FastifyInstance, url: string) => {
  const answer = await app.inject({ url })
  const type = String(answer.headers['content-type'] ?? '')
  return { status: answer.statusCode, type, bytes: answer.rawPayload }
}

/** In each language, as the page itself leads there. */
const MISSING = '/404'

/** An address that is there whatever is told. */
const isWhole = (path: string): boolean => !path.includes(':') && path !== '/healthz'
const isPage = (place: string): boolean => fileAt(place).endsWith('.html')

/** Nothing leads to what was withdrawn any more, but people kept its address. */
const withdrawnOf = ({ withdrawn }: Board, paths: readonly string[]): string[] =>
  withdrawn.flatMap(({ kind, slug }) => {
    const at = `/${KINDS[kind]?.page?.path}/:slug`
    return paths.filter((path) => path.endsWith(at)).map((path) => path.replace(':slug', slug))
  })

/** What a page leads to and is made of on this site, and the parts of a script. */
const linksIn = (type: string, bytes: Buffer, site: string): string[] => {
  if (type.startsWith('text/javascript'))
    return [...bytes.toString().matchAll(/(?:from|import) '\.\/([\w-]+\.js\?v=\w+)'/g)].map(
      ([, name]) => `/static/${name}`,
    )
  if (!type.startsWith('text/html')) return []
  const html = bytes.toString()
  // A picture beside a link is named by its whole address.
  const pictures = [...html.matchAll(/\scontent="([^"]+)"/g)]
    .filter(([, address]) => address!.startsWith(`${site}/`))
    .map(([, address]) => address!.slice(site.length))
  return [...[...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, link]) => link!), ...pictures]
    .map((link) => link.replaceAll('&amp;', '&').replace(/#.*$/s, ''))
    .filter((link) => /^\/(?!\/)/.test(link))
}
