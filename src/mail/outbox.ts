import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The folder that letters are written into as files, where no mail server is set. */
export const openOutbox = (folder: string) => ({
  /** On disk when it is done, and so is its name (R22). */
  write: async (message: Buffer): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, `${randomUUID()}.eml`)
    const file = await open(`${path}.partial`, 'w', 0o600)
    try {
      await file.writeFile(message)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.partial`, path)
    const place = await open(folder, 'r')
    try {
      await place.sync()
    } finally {
      await place.close()
    }
  },
  /**
   * Letters to one address, whoever they were written by (R29). Done when it returns: afterwards
   * nobody may know the address any more.
   */
  dropTo: (address: string): void => {
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (name.endsWith('.eml') && isTo(readFileSync(path, 'utf8'), address))
        rmSync(path, { force: true })
    }
  },
  /** Files hold addresses, codes and minutes. */
  dropOlder: async (than: Date): Promise<void> => {
    if (!existsSync(folder)) return
    for (const name of await readdir(folder)) {
      if (!/\.eml(?:\.partial)?$/.test(name)) continue
      const path = join(folder, name)
      if ((await stat(path)).mtime < than) await rm(path, { force: true })
    }
  },
})

export type Outbox = ReturnType<typeof openOutbox>

/** Whether a letter's head names just this address, on however many lines. */
const isTo = (letter: string, address: string): boolean =>
  letter
    .split('\r\n\r\n', 1)[0]!
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .filter((line) => /^to:/i.test(line))
    .flatMap((line) => line.slice('to:'.length).split(','))
    .some(
      (one) => (/<([^<>]*)>/.exec(one)?.[1] ?? one).trim().toLowerCase() === address.toLowerCase(),
    )
