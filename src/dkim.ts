import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Keys } from './mail/post.ts'

/** The settings that say by which key letters are signed. */
interface Named {
  DKIM_DOMAIN?: string | undefined
  DKIM_SELECTOR?: string | undefined
  DKIM_KEY_FILE?: string | undefined
  MAIL_FROM: string
}

/** Reads them and the key (RFC 6376): all three settings or none, and a line that says what is wrong. */
export const readDkim = (set: Named): { keys: Keys | null } | { wrong: string } => {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: file } = set
  if (!domain && !selector && !file) return { keys: null }
  if (!domain || !selector || !file)
    return {
      wrong: 'DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE go together: set all three, or none.',
    }
  const from = set.MAIL_FROM.match(/@([^@>\s]+)>?\s*$/)?.[1]?.toLowerCase() ?? ''
  if (from !== domain.toLowerCase() && !from.endsWith(`.${domain.toLowerCase()}`))
    return { wrong: `DKIM_DOMAIN is "${domain}". It has to be the domain of MAIL_FROM.` }
  try {
    const privateKey = readFileSync(file, 'utf8')
    createPrivateKey(privateKey)
    return { keys: { domainName: domain, keySelector: selector, privateKey } }
  } catch {
    return { wrong: `DKIM_KEY_FILE is "${file}". It has to be a file with a private key (PEM).` }
  }
}
