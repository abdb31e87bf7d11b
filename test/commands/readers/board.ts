import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { PEOPLE } from '../../support/house.ts'
import { emptyFolder, finished, run, until } from '../programs.ts'
import { ask, beside, entryIn, folderWithSample } from './set-up.ts'

const HOME = 'https://roundtable.example'
const SLUG = '2021-q3-1'

t.test(
  'R10, R15: a copy of the board is shown where there is no record, and follows it',
  async (t) => {
    const folder = folderWithSample()
    const file = join(emptyFolder(), 'board.db')
    await copied(t, folder, file)
    const board = await showing(t, file)
    const url = board.url

    const entry = await ask(`${url}/entries/${SLUG}`)
    t.equal(entry.status, 200)
    t.match(entry.body, `href="${HOME}/entries/${SLUG}"`, 'it says where the board itself is')
    for (const path of [
      '/tell-us',
      '/ar/follow',
      '/tell-us/what-became-of-it',
      `/entries/${SLUG}`,
    ]) {
      const { body } = await ask(url + path)
      t.notMatch(body, /<form method="post"/, `${path} has no form that goes nowhere`)
      t.match(body, `href="${HOME}${path}"`, 'and leads to where there is one')
    }
    t.match((await ask(`${url}/?q=police`)).body, /role="search"/, 'it can be searched')
    t.equal((await ask(`${url}/desk`)).status, 404)
    t.equal((await ask(`${url}/sign-in`)).status, 404)
    t.same((await ask(`${url}/healthz`)).body, '{"status":"ok"}')
    const leaflet = beside(folder, (store) => store.published.board().leaflets[0]!.slug)
    t.equal((await ask(`${url}/leaflets/${leaflet}/en.pdf`)).status, 200, 'with its files')

    withdraw(folder)
    await copied(t, folder, file)
    await gone(`${url}/entries/${SLUG}`)
    t.match((await ask(`${url}/entries/${SLUG}`)).body, /It was wrong\./)
    const [said] = entry.body.match(/(?<=<title>)[^<]{20,40}/)!
    for (const path of ['/', '/feed.atom', '/board.json'])
      t.notOk((await ask(url + path)).body.includes(said), path)
    t.notOk(readFileSync(file).includes(said), 'nor is it in the file')
    board.child.kill('SIGTERM')
    t.equal(await board.ended, 0)
  },
)

/** What the command says goes with the file. */
const copied = async (t: Test, folder: string, file: string): Promise<void> => {
  const { code, err } = await finished(
    run('src/commands/board-copy.ts', { DATA_DIR: folder }, [file]),
  )
  t.same({ code, err }, { code: 0, err: '' })
}

const showing = async (t: Test, file: string) => {
  const board = run('src/commands/board.ts', { PUBLIC_URL: HOME }, [file])
  t.teardown(() => board.child.kill('SIGKILL'))
  await until(() => board.out().includes('sent to') || board.child.exitCode !== null)
  return { ...board, url: /The board is at (\S+)/.exec(board.out())![1]! }
}

const withdraw = (folder: string): void => {
  const id = entryIn(folder, SLUG)
  beside(folder, (store) => {
    const by = {
      personId: store.people.findByEmail(PEOPLE.coordinator)!.id,
      at: new Date().toISOString(),
    }
    store.publications.recordWithdrawal(store.publications.find(id)!, 'It was wrong.', by)
  })
}

const gone = async (url: string): Promise<void> => {
  let status = 200
  void (async () => {
    while (status === 200) status = (await ask(url)).status
  })()
  await until(() => status === 410)
}
