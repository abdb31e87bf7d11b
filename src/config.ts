import { join, resolve } from 'node:path'
import { z } from 'zod'
import { readDkim } from './dkim.ts'
import type { Keys } from './mail/post.ts'
import type { AccountSettings } from './web/sign-in/work-accounts.ts'

export interface Config {
  host: string
  port: number
  dataDir: string
  /** The only origin that links and letters are made from. */
  publicUrl: string
  smtpUrl: string | null
  mailFrom: string
  /** The key that letters are signed with; none where the mail server signs them, or nobody does. */
  dkim?: Keys | null
  /** Where a reply to a letter goes, if somebody reads them. */
  replyTo?: string | null
  logLevel: string
  trustProxy: boolean
  /** Processes that answer readers, beside the one that writes; none by default. */
  workers?: number
  /** Where a copy of the board is written at each change; nowhere by default. */
  boardFile?: string | null
  /** Where backups go, and whom they are encrypted for. */
  backups?: { folder: string; isChosen: boolean; isOneOfMany?: boolean; keys: string[] }
  /** The file with the secret half of that key: for a restore alone, and never for a server. */
  backupKeyFile?: string | null
  /** Where work accounts live, for signing in with one; none by default. */
  accounts: AccountSettings | null
  /**
   * The demo shows the code on the page and skips the second factor. Nothing in the environment can
   * switch it on.
   */
  demo: boolean
}

/** Reads the settings, which README.md lists. Answers every wrong one, a line each. */
export const readConfig = (
  environment: Record<string, string | undefined>,
): { config: Config } | { wrong: string[] } => {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(set)
  if (!read.success) return { wrong: read.error.issues.map((issue) => wrongSetting(issue, set)) }
  const dkim = readDkim(read.data)
  const wrong = wrongTogether(read.data) ?? ('wrong' in dkim ? dkim.wrong : null)
  if (wrong !== null || 'wrong' in dkim) return { wrong: [wrong!] }
  return { config: { ...configOf(read.data), dkim: dkim.keys } }
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
const isSafeIssuer = (address: string): boolean =>
  new URL(address).protocol === 'https:' || LOOPBACK.test(new URL(address).hostname)

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const A_PORT = 'a number from 0 to 65535'
const MOST_WORKERS = 64
const SOME = `a number from 0 to ${MOST_WORKERS}`

/** Names with commas between them. */
const names = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((each) => each.trim().toLowerCase())
      .filter(Boolean),
  )

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .default('3000')
    .transform(Number)
    .pipe(z.number(A_PORT).int('a whole number').min(0, A_PORT).max(65535, A_PORT)),
  DATA_DIR: z.string().min(1).default('./data'),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEY: z.string().default(''),
  BACKUP_KEY_FILE: z.string().optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an address like https://roundtable.example' })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'an address like smtp://user:secret@mail.example:587' })
    .optional(),
  MAIL_FROM: z.string().min(3).default('Round Table <round-table@localhost>'),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_KEY_FILE: z.string().optional(),
  REPLY_TO: z.email('an address like team@charity.example').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).default('info'),
  TRUST_PROXY: z.stringbool('true or false').default(false),
  WORKERS: z
    .string()
    .default('0')
    .transform(Number)
    .pipe(z.number(SOME).int('a whole number').min(0, SOME).max(MOST_WORKERS, SOME)),
  BOARD_FILE: z.string().min(1).optional(),
  OIDC_ISSUER: z
    .url({
      protocol: /^https?$/,
      abort: true,
      error: 'an address like https://login.microsoftonline.com/your-tenant/v2.0',
    })
    .refine(isSafeIssuer, 'an https address')
    .optional(),
  OIDC_CLIENT_ID: z.string().trim().optional(),
  OIDC_CLIENT_SECRET: z.string().trim().optional(),
  // A name such as council.example would fit no account: in an answer a tenant is told by its id.
  OIDC_TENANTS: names.pipe(
    z.array(
      z
        .string()
        .regex(
          /^[\w-]{1,100}$/,
          'the ids of tenants, like 3f6d1c2e-8a41-4b0e-9d57-0c1f5a7b9e21, with commas between them',
        ),
    ),
  ),
})
type Settings = z.infer<typeof Environment>

/** The names of all settings of a server with one record. */
export const SETTINGS: ReadonlySet<string> = new Set(Object.keys(Environment.shape))

const wrongSetting = (
  { path, message }: z.core.$ZodIssue,
  set: Record<string, unknown>,
): string => {
  const name = path[0] as string
  return `${name} is ${JSON.stringify(set[name])}. It has to be ${message}.`
}

/** What is wrong between settings that are each well formed. */
const wrongTogether = (settings: Settings): string | null => {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = settings
  if (/AGE-SECRET-KEY/i.test(settings.BACKUP_KEY))
    return (
      'BACKUP_KEY holds the secret half of a key. Keep that away from this machine, ' +
      'and set the public half, which begins with age1.'
    )
  if (settings.BACKUP_DIR && resolve(settings.BACKUP_DIR) === resolve(settings.DATA_DIR))
    return 'BACKUP_DIR is DATA_DIR. Give the backups a folder of their own, best on another disk.'
  const hasTenants = settings.OIDC_TENANTS.length > 0
  if (!issuer !== !id || !issuer !== !secret)
    return 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three, or none.'
  if (!issuer && hasTenants)
    return (
      'OIDC_TENANTS is set and OIDC_ISSUER is not. Tenants are let in where work accounts are: ' +
      'set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET as well.'
    )
  if (issuer && isForEveryone(issuer) && !hasTenants)
    return (
      'OIDC_TENANTS is not set. This issuer lets in every organisation: ' +
      'name the tenants of yours, with commas between them.'
    )
  return null
}

/** Issuers that let in everyone who has an account anywhere, however they are spelt. */
const isForEveryone = (issuer: string): boolean => {
  const { hostname, pathname } = new URL(issuer)
  return (
    hostname === 'login.microsoftonline.com' &&
    /^\/*(common|organizations|consumers)(\/|$)/i.test(pathname)
  )
}

const configOf = (settings: Settings): Config => ({
  host: settings.HOST,
  port: settings.PORT,
  dataDir: settings.DATA_DIR,
  backups: {
    folder: settings.BACKUP_DIR ?? join(settings.DATA_DIR, 'backups'),
    isChosen: settings.BACKUP_DIR !== undefined,
    keys: settings.BACKUP_KEY.split(/[\s,]+/).filter(Boolean),
  },
  backupKeyFile: settings.BACKUP_KEY_FILE ?? null,
  publicUrl: (settings.PUBLIC_URL ?? `http://${settings.HOST}:${settings.PORT}`).replace(
    /(?<!\/)\/+$/,
    '',
  ),
  smtpUrl: settings.SMTP_URL ?? null,
  mailFrom: settings.MAIL_FROM,
  replyTo: settings.REPLY_TO ?? null,
  logLevel: settings.LOG_LEVEL,
  trustProxy: settings.TRUST_PROXY,
  workers: settings.WORKERS,
  boardFile: settings.BOARD_FILE ?? null,
  demo: false,
  accounts: accountsOf(settings),
})

const accountsOf = (settings: Settings): AccountSettings | null =>
  settings.OIDC_ISSUER
    ? {
        issuer: settings.OIDC_ISSUER,
        clientId: settings.OIDC_CLIENT_ID!,
        clientSecret: settings.OIDC_CLIENT_SECRET!,
        tenants: settings.OIDC_TENANTS,
      }
    : null
