import type { FastifyReply } from 'fastify'
import type { Photo } from '../../../domain/actions/photo.ts'
import type { Store } from '../../../store/store.ts'
import { notFound } from '../../errors.ts'
import { DOWNLOAD_CSP } from '../../page-cache.ts'

/** A photo for someone who may see it: under a name of ours, and kept by nobody. */
export const sendPhoto = (
  { store, reply }: { store: Store; reply: FastifyReply },
  { id }: Photo,
): FastifyReply => sendPicture(reply, store.photos.bytes(id), `photo-${id}.jpg`)

export const sendPicture = (
  reply: FastifyReply,
  bytes: Buffer | null,
  name: string,
): FastifyReply => {
  if (!bytes) throw notFound()
  return reply
    .headers({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${name}"`,
      'content-security-policy': DOWNLOAD_CSP,
    })
    .send(bytes)
}
