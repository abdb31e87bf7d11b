import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { Decrypter, Encrypter } from 'age-encryption'
import { CannotStart } from '../../store/cannot-start.ts'
import { rename } from '../../store/copies.ts'

// Files of the format age (age-encryption.org/v1): what is encrypted here is opened by its own tool
// on any machine as well. A key has two halves, and the server is given the public one alone.

/** What is wrong with a public half, in words for whoever set it; null where nothing is. */
export const wrongKey = async (keys: readonly string[]): Promise<string | null> => {
  for (const key of keys)
    try {
      await encrypterFor([key])
    } catch {
      return `BACKUP_KEY is ${JSON.stringify(key)}. It has to be the public half of a key, which begins with age1: \`npm run backup-key -- FILE\` makes one.`
    }
  return null
}

/** Encrypts a file for whoever holds one of the keys. It has its name when it is whole (R22). */
export const encryptFile = async (
  from: string,
  to: string,
  keys: readonly string[],
): Promise<void> => {
  const encrypter = await encrypterFor(keys)
  const stream = await encrypter.encrypt(reading(from))
  await writeWhole(stream, to, stream.size((await stat(from)).size))
}

const encrypterFor = async (keys: readonly string[]): Promise<Encrypter> => {
  const age = await import('age-encryption')
  const encrypter = new age.Encrypter()
  for (const key of keys) encrypter.addRecipient(key)
  return encrypter
}

/** Opens one with the secret half of its key, in a file as `age-keygen` or ours writes it. */
export const decryptFile = async (from: string, to: string, keyFile: string): Promise<void> => {
  const decrypter = await decrypterWith(keyFile)
  const stream = await decrypter.decrypt(reading(from)).catch((error: unknown) => {
    if (isOfDisk(error)) throw error
    throw new CannotStart(
      `The key in ${keyFile} does not open ${from}. Take the key that it was made for.`,
    )
  })
  await writeWhole(stream, to).catch((error: unknown) => {
    if (isOfDisk(error)) throw error
    throw new CannotStart(`${from} is damaged or not whole. Take another backup.`)
  })
}

const decrypterWith = async (keyFile: string): Promise<Decrypter> => {
  const age = await import('age-encryption')
  const decrypter = new age.Decrypter()
  try {
    const lines = readFileSync(keyFile, 'utf8').split(/\r?\n/)
    const secrets = lines
      .map((line) => line.trim())
      .filter((line) => line.startsWith('AGE-SECRET-KEY-'))
    for (const secret of secrets) decrypter.addIdentity(secret)
    if (secrets.length > 0) return decrypter
  } catch {
    // Said below, and without a word of what is in the file.
  }
  throw new CannotStart(
    `BACKUP_KEY_FILE is ${JSON.stringify(keyFile)}. It has to be a file with the secret half of the key, a line that begins with AGE-SECRET-KEY-.`,
  )
}

/** The two halves of a new key. */
export const newKey = async (): Promise<{ secret: string; open: string }> => {
  const age = await import('age-encryption')
  const secret = await age.generateX25519Identity()
  return { secret, open: await age.identityToRecipient(secret) }
}

const FIRST_LINE = 'age-encryption.org/v1\n'

/** Whether a file is encrypted, by how it begins and not by its name. */
export const isEncrypted = async (file: string): Promise<boolean> => {
  const opened = await open(file, 'r').catch(() => undefined)
  if (!opened) return false
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(FIRST_LINE.length))
    return buffer.toString('latin1', 0, bytesRead) === FIRST_LINE
  } finally {
    await opened.close()
  }
}

/** As much is held at once: a record of any size needs no more memory than this a few times over. */
const reading = (file: string): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(file, { highWaterMark: 64 * 1024 }))

/** Readable by its owner alone, on disk, and as long as it has to be before it has its name. */
const writeWhole = async (
  stream: ReadableStream<Uint8Array>,
  file: string,
  bytes?: number,
): Promise<void> => {
  const partial = `${file}.partial`
  try {
    await rm(partial, { force: true })
    await pipeline(
      Readable.fromWeb(stream),
      createWriteStream(partial, { mode: 0o600, flags: 'wx', flush: true }),
    )
    if (bytes !== undefined && (await stat(partial)).size !== bytes)
      throw new Error('it was not written whole')
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  rename(partial, file)
}

const isOfDisk = (error: unknown): boolean =>
  ['ENOSPC', 'EIO', 'ENOENT', 'EACCES', 'EROFS', 'EDQUOT', 'EISDIR'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  )
