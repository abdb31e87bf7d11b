import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { PUBLIC_CSP, SAFE_HEADERS, takesGzip } from '../page-cache.ts'

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/**
 * The few files of `static/`, read and compressed once, and the one style sheet. Their addresses
 * carry a version, so a browser may keep them for a year.
 */
export const serveAssets = (
  app: FastifyInstance,
  folder: string,
): { at: (file: string) => string } => {
  const files = new Map(
    [...filesOf(folder), ['round-table.css', styleSheet(folder)] as const].map(([name, body]) => [
      name,
      {
        body,
        gzip: gzipSync(body, { level: 9 }),
        version: createHash('sha256').update(body).digest('hex').slice(0, 8),
        type: TYPES[name.split('.').at(-1)!]!,
      },
    ]),
  )
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
    return reply.send(zipped ? file.gzip : file.body)
  })
  return { at: (file) => `/static/${file}?v=${files.get(file)!.version}` }
}

const filesOf = (folder: string): [name: string, body: Buffer][] =>
  globSync(`*.{${Object.keys(TYPES).join(',')}}`, { cwd: folder })
    .toSorted()
    .map((name) => [name, readFileSync(`${folder}/${name}`)])

/** `static/css/` is one file for the browser: one request, and the cascade in the order of names. */
const styleSheet = (folder: string): Buffer =>
  Buffer.from(
    globSync('css/*.css', { cwd: folder })
      .toSorted()
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
      .join('\n'),
  )
