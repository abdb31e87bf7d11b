import type { FastifyInstance, FastifyReply } from 'fastify'
import { quotesOf } from '../../domain/publishing/related.ts'
import { squareOf } from '../files/qr-code.ts'
import type { Markup } from '../markup.ts'
import { onceField } from '../arriving/form-key.ts'
import {
  letSpeak,
  makePage,
  openToFrames,
  PUBLIC_CSP,
  SAFE_HEADERS,
  type Page,
} from '../page-cache.ts'
import type { Reader } from './reader.ts'
import type { PublicPage } from './room.ts'

/** A public page in the reader's language, ready to be sent and kept. */
export const drawPage = async (
  app: FastifyInstance,
  reader: Reader,
  page: PublicPage,
): Promise<Page> => {
  const address = reader.to.whole(reader.t.language.code)
  // These pages are kept for everyone, so that no form of theirs has a key.
  const drawn = await draw(app, reader, page, { onPaper: address, once: () => '' })
  const made = makePage(drawn, page.status ?? 200)
  return page.isFramed ? openToFrames(made) : page.speaks ? letSpeak(made) : made
}

/**
 * ... and one that no cache may keep. Its address may hold a key, so that paper shows that of the
 * board.
 */
export const sendUnkept = async (
  app: FastifyInstance,
  reply: FastifyReply,
  reader: Reader,
  page: PublicPage,
): Promise<FastifyReply> => {
  const html = await draw(app, reader, page, {
    onPaper: reader.to.site('/'),
    once: page.isKeyed ? onceField : () => '',
  })
  return reply
    .headers({ ...UNKEPT, 'content-type': 'text/html; charset=utf-8' })
    .code(page.status ?? 200)
    .send(html)
}

/** Headers of what no cache may keep. */
export const UNKEPT = {
  ...SAFE_HEADERS,
  'content-security-policy': PUBLIC_CSP,
  'cache-control': 'no-store',
}

const draw = async (
  app: FastifyInstance,
  reader: Reader,
  { name, data }: PublicPage,
  { onPaper, once }: { onPaper: string; once: () => Markup | '' },
): Promise<string> =>
  app.view(name, {
    ...data,
    t: reader.t,
    to: reader.to,
    once,
    languages: reader.languages,
    isCopy: reader.copied !== null,
    isStill: reader.copied?.laid !== undefined,
    printed: printedFor(onPaper),
    quotesOf: (slug: string) => quotesOf(reader.board, slug, reader.today),
  })

/**
 * An address for paper, and its square: of the page as it was asked for, or, where that is longer
 * than one would scan or type, without what was asked, or of the site alone.
 */
const printedFor = (whole: string): { address: string; size: number; path: string } => {
  const address =
    [whole, whole.replace(/\?.*$/s, '')].find((each) => each.length <= LONGEST_PRINTED) ??
    new URL(whole).origin
  return { address, ...squareOf(address) }
}
const LONGEST_PRINTED = 300
