import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { withHeaders, type Sender } from './headers.ts'
import type { Letter } from './letter.ts'

/** The one place that sends. */
export interface Post {
  send: (letter: Letter) => Promise<void>
}

/** Sends through a mail server, or writes `.eml` files into a folder where none is set. */
export const openPost = (
  settings: Sender & {
    smtpUrl: string | null
    outbox: string
  },
): Post =>
  settings.smtpUrl ? overSmtp(settings.smtpUrl, settings) : intoFolder(settings.outbox, settings)

const overSmtp = (url: string, sender: Sender): Post => {
  const transport = nodemailer.createTransport(url, {
    connectionTimeout: 10_000,
    socketTimeout: 10_000,
  } as object)
  return {
    send: async (letter) => {
      await transport.sendMail(withHeaders(letter, sender))
    },
  }
}

const intoFolder = (outbox: string, sender: Sender): Post => {
  mkdirSync(outbox, { recursive: true, mode: 0o700 })
  const transport = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  })
  return {
    send: async (letter) => {
      const { message } = await transport.sendMail(withHeaders(letter, sender))
      const name = join(outbox, `${randomUUID()}.eml`)
      writeFileSync(`${name}.partial`, message as Buffer, { mode: 0o600 })
      renameSync(`${name}.partial`, name)
    },
  }
}
