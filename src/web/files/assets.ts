import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { PUBLIC_CSP, SAFE_HEADERS, takesGzip } from '../page-cache.ts'

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** A file that does not change while the server runs. */
interface Asset {
  body: Buffer
  /** Compressed by whoever asks first: a start need not wait for all of them. */
  gzip: () => Buffer
  version: string
  type: string
}
export type Assets = ReadonlyMap<string, Asset>

/** The few files of `static/`, each read and compressed once, and the one style sheet. */
export const readAssets = (folder: string): Assets => {
  const paths = pathsIn(folder)
  return new Map(
    [...paths.keys(), STYLE_SHEET].map((name) => {
      const body = name === STYLE_SHEET ? styleSheet(folder) : bodyOf(paths, name)
      const type = TYPES[endsAs(name)]!
      return [name, { body, gzip: compressed(body), version: versionOf(body), type }]
    }),
  )
}

/** Their addresses carry a version, so a browser may keep them for a year. */
export const serveAssets = (
  app: FastifyInstance,
  files: Assets,
): { at: (file: string) => string } => {
  app.get('/static/:file', { config: { policy: 'public' } }, async (request, reply) => {
    const file = files.get((request.params as { file: string }).file)
    if (!file) return reply.callNotFound()
    const zipped = takesGzip(request)
    const kept =
      (request.query as { v?: string }).v === file.version
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=300'
    reply.headers({
      ...SAFE_HEADERS,
      'content-security-policy': PUBLIC_CSP,
      'content-type': file.type,
      'cache-control': kept,
      vary: 'Accept-Encoding',
      ...(zipped && { 'content-encoding': 'gzip' }),
    })
    return reply.send(zipped ? file.gzip() : file.body)
  })
  return { at: (file) => `/static/${file}?v=${files.get(file)!.version}` }
}

/**
 * What a file holds. A script asks for what it imports by its version too, so that no browser runs
 * an old part with a new one.
 */
const bodyOf = (paths: Map<string, string>, name: string): Buffer => {
  const body = readFileSync(paths.get(name)!)
  return name.endsWith('.js')
    ? Buffer.from(
        body.toString().replace(IMPORTED, (part) => `${part}?v=${versionOf(bodyOf(paths, part))}`),
      )
    : body
}
const IMPORTED = /(?<=(?:from|import) '\.\/)[\w-]+\.js(?=')/g

/** Once, however often it is asked for. */
const compressed = (body: Buffer): (() => Buffer) => {
  let made: Buffer | undefined
  return () => (made ??= gzipSync(body, { level: 9 }))
}

const versionOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 8)

/**
 * Where each file is, by its name. Scripts may stand in a folder of their own; their addresses do
 * not tell which.
 */
const pathsIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.js') || (path === basename(path) && endsAs(path) in TYPES))
      .toSorted()
      .map((path) => [basename(path), `${folder}/${path}`]),
  )

const endsAs = (name: string): string => extname(name).slice(1)

const STYLE_SHEET = 'round-table.css'
/** `static/css/` is one file for the browser: one request, and the cascade in the order of names. */
const styleSheet = (folder: string): Buffer =>
  Buffer.from(
    readdirSync(`${folder}/css`)
      .toSorted()
      .map((name) => readFileSync(`${folder}/css/${name}`, 'utf8'))
      .join('\n'),
  )
