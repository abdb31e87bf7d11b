import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Letter } from './letter.ts'

/** The one place that sends. */
export interface Post {
  send: (letter: Letter) => Promise<void>
}

/** Sends through a mail server, or writes `.eml` files into a folder where none is set. */
export const openPost = (settings: {
  smtpUrl: string | null
  mailFrom: string
  outbox: string
}): Post =>
  settings.smtpUrl
    ? overSmtp(settings.smtpUrl, settings.mailFrom)
    : intoFolder(settings.outbox, settings.mailFrom)

const overSmtp = (url: string, from: string): Post => {
  const transport = nodemailer.createTransport(url, {
    connectionTimeout: 10_000,
    socketTimeout: 10_000,
  } as object)
  return {
    send: async (letter) => {
      await transport.sendMail({ from, ...letter })
    },
  }
}

const intoFolder = (outbox: string, from: string): Post => {
  mkdirSync(outbox, { recursive: true, mode: 0o700 })
  const transport = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  })
  return {
    send: async (letter) => {
      const { message } = await transport.sendMail({ from, ...letter })
      const name = join(outbox, `${randomUUID()}.eml`)
      writeFileSync(`${name}.partial`, message as Buffer, { mode: 0o600 })
      renameSync(`${name}.partial`, name)
    },
  }
}
