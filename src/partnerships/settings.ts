import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { readConfig, type Config } from '../config.ts'

export type Environment = Record<string, string | undefined>

/** What a partnership may set for itself, in `settings.env` of its folder. */
const OWN = new Set([
  'PUBLIC_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'REPLY_TO',
  'DKIM_DOMAIN',
  'DKIM_SELECTOR',
  'DKIM_KEY_FILE',
  'BACKUP_DIR',
  'BACKUP_KEY',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_TENANTS',
])

/** Settings of the whole process: those of one record have no meaning there. */
const OF_ONE = ['DATA_DIR', 'PUBLIC_URL', 'BACKUP_KEY_FILE'] as const
/** Readers of one board alone are served by more processes, or from a copy of it. */
const OF_ONE_BOARD = ['WORKERS', 'BOARD_FILE'] as const

/** What keeps many partnerships from being served with these settings, a line each. */
export const wrongForMany = (environment: Environment): string[] => {
  const wrong = OF_ONE.filter((name) => environment[name]).map(
    (name) =>
      `PARTNERSHIPS and ${name} are both set. Each partnership in PARTNERSHIPS has its own: unset ${name}.`,
  )
  for (const name of OF_ONE_BOARD)
    if (environment[name] && environment[name] !== '0')
      wrong.push(
        `PARTNERSHIPS and ${name} are both set. ${name} is for a server with one record: unset it.`,
      )
  const folder = environment.PARTNERSHIPS!
  if (!isFolder(folder))
    wrong.push(
      `PARTNERSHIPS is ${JSON.stringify(folder)}. There is no such folder: make it, or mount its disk first.`,
    )
  const { BACKUP_DIR: backups } = environment
  if (backups && !isFolder(backups))
    wrong.push(
      `BACKUP_DIR is ${JSON.stringify(backups)}. There is no such folder: make it, or mount its disk first.`,
    )
  return wrong
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/**
 * The settings of one partnership: its own, and for what it leaves open those that were set for all.
 * Its address is its host name, and among the backups of all it has a folder of its own.
 */
export const configFor = (
  environment: Environment,
  host: string,
): { config: Config } | { wrong: string[] } => {
  const own = ownSettings(join(environment.PARTNERSHIPS!, host))
  if ('wrong' in own) return own
  const { PUBLIC_URL = `https://${host}`, BACKUP_DIR = environment.BACKUP_DIR } = own.set
  const read = readConfig({
    ...environment,
    ...own.set,
    DATA_DIR: join(environment.PARTNERSHIPS!, host),
    PUBLIC_URL,
    BACKUP_DIR: BACKUP_DIR && join(BACKUP_DIR, host),
  })
  if ('wrong' in read) return read
  const { config } = read
  if (new URL(config.publicUrl).hostname !== host)
    return {
      wrong: [
        `PUBLIC_URL is ${JSON.stringify(PUBLIC_URL)}, and the folder is ${JSON.stringify(host)}. The host has to be the same.`,
      ],
    }
  return { config: { ...config, backups: { ...config.backups!, isOneOfMany: true } } }
}

/**
 * The settings of one record by itself, and of commands on it: what stands in its folder counts
 * there as well, so that a backup by hand is encrypted as the server's are.
 */
export const configOfOne = (environment: Environment): { config: Config } | { wrong: string[] } => {
  const folder = environment.DATA_DIR || './data'
  const { PARTNERSHIPS: all } = environment
  // With the folder of all of them a restore would put one beside the others.
  if (all && (!environment.DATA_DIR || resolve(folder) === resolve(all)))
    return {
      wrong: [`Say which partnership is meant: DATA_DIR=${join(all, 'roundtable.example')}`],
    }
  const isOneOfMany = !!all && resolve(dirname(folder)) === resolve(all)
  if (isOneOfMany && !isFolder(folder))
    return {
      wrong: [`There is no partnership in ${folder}. Check DATA_DIR, or make its folder first.`],
    }
  const own = ownSettings(folder)
  if ('wrong' in own) return own
  return readConfig({
    ...(isOneOfMany && { PUBLIC_URL: `https://${basename(resolve(folder))}` }),
    ...environment,
    ...own.set,
  })
}

const FILE = 'settings.env'

const ownSettings = (folder: string): { set: Environment } | { wrong: string[] } => {
  const file = join(folder, FILE)
  if (!existsSync(file)) return { set: {} }
  const text = read(file)
  if (text === undefined)
    return {
      wrong: [`${file} cannot be read. It has to belong to the user that the server runs as.`],
    }
  const set = parseEnv(text) as Environment
  const others = Object.keys(set).filter((name) => !OWN.has(name))
  const wrong = [
    // Never the line itself: it may be half of a secret.
    ...unreadLines(text).map((line) => `Line ${line} of ${file} is no setting. Write NAME=value.`),
    ...others.map(
      (name) =>
        `${name} stands in ${file}. A partnership may set ${[...OWN].join(', ')} for itself.`,
    ),
  ]
  return wrong.length > 0 ? { wrong } : { set }
}

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** The numbers of lines that would say nothing, and that somebody meant to count. */
const unreadLines = (text: string): number[] =>
  text
    .split(/\r?\n/)
    .flatMap((line, i) => (/^\s*(?:#.*|(?:export\s+)?[A-Z_]+\s*=.*)?$/i.test(line) ? [] : [i + 1]))
