import { copyFileSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { PEOPLE } from '../../support/house.ts'
import { putKey, sampleFile } from '../../support/sample-file.ts'
import { connectBeside } from '../../../src/store/database.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { storeOver, type Store } from '../../../src/store/store.ts'
import { emptyFolder } from '../programs.ts'

/** A folder with the sample partnership. */
export const folderWithSample = (): string => {
  const folder = emptyFolder()
  copyFileSync(sampleFile(), databaseFile(folder))
  putKey(folder)
  return folder
}

/** Something done to the record by a program beside the server. */
export const beside = <T>(folder: string, work: (store: Store) => T): T => {
  const store = storeOver(connectBeside(folder), databaseFile(folder))
  try {
    return work(store)
  } finally {
    store.close()
  }
}

/** The cookie of someone who signed in, second factor and all. */
export const sessionOf = (folder: string, email: string = PEOPLE.coordinator): string =>
  beside(folder, (store) => {
    const { id } = store.people.findByEmail(email)!
    return `session=${store.signIn.startSession(id, true, new Date().toISOString())}`
  })

/** The publication of the entry that has these words on its page. */
export const entryIn = (folder: string, slug: string): number =>
  beside(
    folder,
    (store) =>
      store.publications.list().find((each) => each.kind === 'entry' && each.slug === slug)!.id,
  )

export interface Came {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}
interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** One request on a line of its own, so that any of the processes may get it. */
export const ask = (url: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
  new Promise<Came>((resolve, reject) => {
    const asked = request(url, { method, headers, agent: new Agent() }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        text += part
      })
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: text }),
      )
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })

/** ... again and again where nobody listens for a moment. */
export const askAnyway = async (url: string): Promise<Came> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask(url)
    } catch (error) {
      if (tries > 600) throw error
      await wait(100)
    }
  }
}

/** As many as there are, and as often as makes it sure that each of them was asked. */
export const askAll = (url: string): Promise<Came[]> =>
  Promise.all(Array.from({ length: 40 }, () => askAnyway(url)))

/** What a form of ours is sent with. */
export const form = (url: string, path: string, fields: object, cookie = ''): Promise<Came> =>
  ask(url + path, {
    method: 'POST',
    headers: {
      origin: url,
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ ...fields }).toString(),
  })

/** The processes for readers that a server has begun, as the system knows them. */
export const readersOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
    .filter((each) => /reader\.(ts|js)/.test(lineOf(each)))

const lineOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
