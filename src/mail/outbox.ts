import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
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
  /** Letters to one address, whoever they were written by (R29). */
  dropTo: async (address: string): Promise<void> => {
    if (!existsSync(folder)) return
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.eml')) continue
      const [head = ''] = (await readFile(join(folder, name), 'utf8')).split('\r\n\r\n')
      const isTheirs = head
        .split('\r\n')
        .some((line) => /^to:/i.test(line) && line.toLowerCase().includes(address.toLowerCase()))
      if (isTheirs) await rm(join(folder, name), { force: true })
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
