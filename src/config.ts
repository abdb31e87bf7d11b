import { z } from 'zod'

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .default('3000')
    .transform(Number)
    .pipe(
      z
        .number('a number from 0 to 65535')
        .int('a whole number')
        .min(0, 'a number from 0 to 65535')
        .max(65535, 'a number from 0 to 65535'),
    ),
  DATA_DIR: z.string().min(1).default('./data'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an address like https://roundtable.example' })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'an address like smtp://user:secret@mail.example:587' })
    .optional(),
  MAIL_FROM: z.string().min(3).default('Round Table <round-table@localhost>'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
  TRUST_PROXY: z.stringbool('true or false').default(false),
  OIDC_ISSUER: z
    .url({
      protocol: /^https?$/,
      abort: true,
      error: 'an address like https://login.microsoftonline.com/your-tenant/v2.0',
    })
    .refine(
      (address) =>
        new URL(address).protocol === 'https:' || LOOPBACK.test(new URL(address).hostname),
      'an https address',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().trim().optional(),
  OIDC_CLIENT_SECRET: z.string().trim().optional(),
  // A name such as council.example would fit no account: in an answer a tenant is told by its id.
  OIDC_TENANTS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((each) => each.trim().toLowerCase())
        .filter(Boolean),
    )
    .pipe(
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

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
/** Issuers that let in everyone who has an account anywhere, however they are spelt. */
const isForEveryone = (issuer: string): boolean => {
  const { hostname, pathname } = new URL(issuer)
  return (
    hostname === 'login.microsoftonline.com' &&
    /^\/*(common|organizations|consumers)(\/|$)/i.test(pathname)
  )
}

export interface Config {
  host: string
  port: number
  dataDir: string
  /** The only origin that links and letters are made from. */
  publicUrl: string
  smtpUrl: string | null
  mailFrom: string
  logLevel: string
  trustProxy: boolean
  /** Where work accounts live, for signing in with one; none by default. */
  accounts: { issuer: string; clientId: string; clientSecret: string; tenants: string[] } | null
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
  if (!read.success) {
    return {
      wrong: read.error.issues.map(
        (issue) =>
          `${issue.path[0] as string} is ${JSON.stringify(set[issue.path[0] as string])}. It has to be ${issue.message}.`,
      ),
    }
  }
  const {
    HOST,
    PORT,
    DATA_DIR,
    PUBLIC_URL,
    SMTP_URL,
    MAIL_FROM,
    LOG_LEVEL,
    TRUST_PROXY,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_TENANTS: tenants,
  } = read.data
  if (!issuer !== !clientId || !issuer !== !clientSecret)
    return {
      wrong: [
        'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three, or none.',
      ],
    }
  if (!issuer && tenants.length > 0)
    return {
      wrong: [
        'OIDC_TENANTS is set and OIDC_ISSUER is not. Tenants are let in where work accounts are: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET as well.',
      ],
    }
  if (issuer && isForEveryone(issuer) && tenants.length === 0)
    return {
      wrong: [
        'OIDC_TENANTS is not set. This issuer lets in every organisation: name the tenants of yours, with commas between them.',
      ],
    }
  return {
    config: {
      host: HOST,
      port: PORT,
      dataDir: DATA_DIR,
      publicUrl: (PUBLIC_URL ?? `http://${HOST}:${PORT}`).replace(/\/+$/, ''),
      smtpUrl: SMTP_URL ?? null,
      mailFrom: MAIL_FROM,
      logLevel: LOG_LEVEL,
      trustProxy: TRUST_PROXY,
      demo: false,
      accounts: issuer
        ? { issuer, clientId: clientId!, clientSecret: clientSecret!, tenants }
        : null,
    },
  }
}
