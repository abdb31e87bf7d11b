import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a bucket holds, by its key. */
type Objects = Map<string, Buffer>

/**
 * As much of an S3 store as Litestream speaks with, in memory: put, get, list, delete. Whoever asks is
 * believed. Source: Amazon S3 API 2006-03-01.
 *
 * @returns the address of a place in it, as Litestream writes it.
 */
export const openObjectStore = async (): Promise<{ at: string; close: () => void }> => {
  const objects: Objects = new Map()
  const server = createServer((request, reply) => {
    void answer(objects, request, reply)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    at: `s3://bucket.localhost:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const answer = async (
  objects: Objects,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost')
  // `/bucket/key`
  const key = decodeURIComponent(pathname).split('/').slice(2).join('/')
  const body = Buffer.concat((await request.toArray()) as Buffer[])
  if (request.method === 'PUT') objects.set(key, body)
  else if (request.method === 'POST' && searchParams.has('delete'))
    for (const [, each] of String(body).matchAll(/<Key>([^<]*)<\/Key>/g)) objects.delete(each!)
  else if (request.method === 'GET' && key !== '') {
    const found = objects.get(key)
    reply.statusCode = found ? 200 : 404
    reply.end(found ?? '<Error><Code>NoSuchKey</Code></Error>')
    return
  } else if (request.method === 'GET' && !searchParams.has('location')) {
    reply.end(listing(objects, searchParams.get('prefix') ?? '', searchParams.get('delimiter')))
    return
  }
  reply.end('<?xml version="1.0"?><Done/>')
}

/** What stands under a prefix: its files, and the folders where what is behind a delimiter is folded. */
const listing = (objects: Objects, prefix: string, delimiter: string | null): string => {
  const names = [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted()
  const fold = (key: string): string | undefined => {
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1
    return end < 0 ? undefined : key.slice(0, end + 1)
  }
  const folders = new Set(names.flatMap((key) => fold(key) ?? []))
  const files = names.filter((key) => fold(key) === undefined)
  const at = new Date().toISOString()
  return [
    '<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>',
    ...files.map(
      (key) =>
        `<Contents><Key>${key}</Key><Size>${objects.get(key)!.length}</Size><LastModified>${at}</LastModified></Contents>`,
    ),
    ...[...folders].map((each) => `<CommonPrefixes><Prefix>${each}</Prefix></CommonPrefixes>`),
    '</ListBucketResult>',
  ].join('')
}
