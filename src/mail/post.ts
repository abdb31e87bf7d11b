import type { Transporter } from 'nodemailer'
import { withHeaders, type Sender } from './headers.ts'
import type { Letter } from './letter.ts'
import { openOutbox } from './outbox.ts'

/** The one place that sends. */
export interface Post {
  send: (letter: Letter) => Promise<void>
}

/** The key that letters are signed with, and where its other half stands (DKIM, RFC 6376). */
export interface Keys {
  domainName: string
  keySelector: string
  privateKey: string
}

/** Sends through a mail server, or writes `.eml` files into a folder where none is set. */
export const openPost = (
  settings: Sender & {
    smtpUrl: string | null
    outbox: string
    dkim?: Keys | null
  },
): Post =>
  settings.smtpUrl ? overSmtp(settings.smtpUrl, settings) : intoFolder(settings.outbox, settings)

type Signed = Sender & { dkim?: Keys | null }

const overSmtp = (url: string, sender: Signed): Post => {
  const transport = transportOf({
    url,
    connectionTimeout: 10_000,
    socketTimeout: 10_000,
    ...(sender.dkim && { dkim: sender.dkim }),
  })
  return {
    send: async (letter) => {
      await (await transport()).sendMail(withHeaders(letter, sender))
    },
  }
}

const intoFolder = (outbox: string, sender: Signed): Post => {
  const { write } = openOutbox(outbox)
  const transport = transportOf({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...(sender.dkim && { dkim: sender.dkim }),
  })
  return {
    send: async (letter) => {
      const { message } = await (await transport()).sendMail(withHeaders(letter, sender))
      await write(message as Buffer)
    },
  }
}

/** Read with the first letter: a server that starts sends none. */
const transportOf = (settings: object): (() => Promise<Transporter>) => {
  let transport: Transporter | undefined
  return async () => {
    const { createTransport } = await import('nodemailer')
    return (transport ??= createTransport(settings))
  }
}
