import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { connect } from '../../src/store/database.ts'
import { databaseFile } from '../../src/store/folder.ts'
import { emptyFolder, serving } from './programs.ts'

const LONG = 'Nobody came to look at the lights. '.repeat(100)

/** A disk of a few megabytes, in memory; taken away at the end. */
const smallDisk = (): string | undefined => {
  const folder = emptyFolder()
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder])
  if (made.status !== 0) return undefined
  t.teardown(() => execFileSync('umount', ['-l', folder]))
  return folder
}
const disk = smallDisk()
const skip = disk === undefined && 'not run here: only root can mount a small disk'

/** All that is free but a few pages, taken by a file beside the record. */
const fillUp = (folder: string): string => {
  const file = join(folder, 'filler')
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail - 24) * bsize))
  return file
}

t.test('R22: a disk that fills up loses nothing acknowledged, and says so', { skip }, async (t) => {
  const folder = disk!
  const { url } = await serving(t, folder)
  let line = 0
  const tell = async (text: string): Promise<{ status: number; body: string }> => {
    const answer = await fetch(`${url}/tell-us`, {
      method: 'POST',
      body: new URLSearchParams({ text, area: '', name: '', reach: '' }),
      headers: { origin: url, 'user-agent': `browser ${line++}` },
      redirect: 'manual',
    })
    return { status: answer.status, body: await answer.text() }
  }
  const health = async () => (await fetch(`${url}/healthz`)).json()
  const filler = fillUp(folder)
  const kept: string[] = []
  let refused: string | undefined
  for (let n = 0; n < 25 && refused === undefined; n++) {
    const { status, body } = await tell(`Message ${n}. ${LONG}`)
    if (status === 303) kept.push(`Message ${n}.`)
    else {
      t.equal(status, 507)
      refused = body
    }
  }
  t.match(refused, 'Nobody came to look', 'what was typed is on the page')
  t.match(await health(), { status: 'full' })
  rmSync(filler)
  t.match(await health(), { status: 'ok' }, 'seen as soon as there is room')
  t.equal((await tell('There is room now.')).status, 303)
  await wait(50)
  const { $client: client } = connect(databaseFile(folder))
  const there = client.prepare('select text from messages order by id').pluck().all() as string[]
  client.close()
  t.same(
    there.map((text) => text.match(/^(Message \d+|There is room now)\./)?.[0]),
    [...kept, 'There is room now.'],
  )
})
