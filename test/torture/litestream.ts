import Database from 'better-sqlite3'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseFile } from '../../src/store/folder.ts'
import { checkRecord } from '../../src/store/sealing/check.ts'
import { keyFile } from '../../src/store/secrets/key-file.ts'
import { putKey, sampleFile } from '../support/sample-file.ts'
import { findLitestream, openCarrier } from './litestream/carrier.ts'
import { openObjectStore } from './litestream/store.ts'
import { openBrowser } from './parts/browser.ts'
import { buildOnce, startServer, type Server } from './parts/server.ts'
import { notRunHere, report, times } from './report.ts'

// The record beyond one machine: the real server with Litestream beside it, as docs/operating says, to
// a folder and to a store of objects by turns.
// While residents write, the server is killed and the disk is gone: the folder is deleted. The record
// is brought back from the replica into another folder, with the key and the list of what was erased,
// which are carried apart, and a server starts there.
// What was acknowledged within the last moments may be missing, and it is said how many seconds and
// how many messages. More than that, a hole among what is there, or a record that is not whole, is a
// fault.

const TRIES = times({ short: 2, long: 20 })
const MESSAGES = 100
/** What may be missing: what was written within so long before the end. */
const MOST_SECONDS = 3

const program =
  findLitestream() ?? notRunHere('no Litestream: npm install --no-save @flydotio/litestream@1.0.1')
buildOnce()

interface Sent {
  number: number
  at: number
}

/** Messages of residents, one after another, until the server is gone. */
const writeUntilGone = async (server: Server, most: number): Promise<Sent[]> => {
  const browser = openBrowser(2)
  const acknowledged: Sent[] = []
  for (let number = 0; number < MESSAGES; number += 1) {
    if (number === most) server.child.kill('SIGKILL')
    const sent = await browser
      .send(server.port, message(number), {}, `10.8.${number >> 2}.1`)
      .catch(() => undefined)
    if (!sent) break
    if (sent.status !== 303) throw new Error(`a message was answered with ${sent.status}`)
    acknowledged.push({ number, at: Date.now() })
    await wait(30)
  }
  browser.close()
  return acknowledged
}

const message = (number: number) => ({
  route: '/tell-us',
  caller: 'nobody',
  action: '/tell-us',
  fields: { text: [`Number ${number} of the trial`], area: [''], name: [''], reach: [''] },
})

const numbersIn = (folder: string): number[] => {
  const record = new Database(databaseFile(folder), { readonly: true })
  const texts = record.prepare('select text from messages').pluck().all() as string[]
  record.close()
  return texts
    .flatMap((text) => /^Number (\d+) of the trial$/.exec(text)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
}

interface Found {
  acknowledged: number
  missing: number
  /** How long before the end the oldest that is missing was acknowledged. */
  secondsLost: number
  secondsAway: number
  wrong: string[]
}

const loseTheDisk = async (place: string, replica: string): Promise<Found> => {
  const [folder, apart, elsewhere] = ['data', 'apart', 'elsewhere'].map((name) => join(place, name))
  for (const each of [folder!, apart!, elsewhere!]) mkdirSync(each, { mode: 0o700 })
  copyFileSync(sampleFile(), databaseFile(folder!))
  putKey(folder!)
  copyFileSync(keyFile(folder!), keyFile(apart!))

  const carrier = await openCarrier(program, replica, place)
  const first = await startServer(folder!)
  const leave = await carrier.follow(folder!)
  const sent = await writeUntilGone(first, 20 + Math.floor(Math.random() * 70))
  await first.ended
  const end = Date.now()
  // Both are of one machine, and the disk goes with it.
  await leave()
  rmSync(folder!, { recursive: true })

  const began = Date.now()
  await carrier.restore(elsewhere!)
  copyFileSync(keyFile(apart!), keyFile(elsewhere!))
  const next = await startServer(elsewhere!)
  const secondsAway = (Date.now() - began) / 1000
  const found = numbersIn(elsewhere!)
  next.child.kill('SIGTERM')
  const [code] = await next.ended
  const lost = sent.filter(({ number }) => !found.includes(number))
  const secondsLost = lost[0] ? (end - lost[0].at) / 1000 : 0
  return {
    acknowledged: sent.length,
    missing: lost.length,
    secondsLost,
    secondsAway,
    wrong: [
      ...(secondsLost > MOST_SECONDS ? [`lost ${secondsLost} s of what was acknowledged`] : []),
      ...(found.some((number, i) => number !== i) ? [`a hole: ${found.join(' ')}`] : []),
      ...checkRecord(databaseFile(elsewhere!), null).faults.map((fault) => JSON.stringify(fault)),
      ...(code !== 0 ? [`the server elsewhere ended with ${code}`] : []),
    ],
  }
}

const objects = await openObjectStore()
const all: Found[] = []
for (let n = 0; n < TRIES; n += 1) {
  const place = mkdtempSync(join(tmpdir(), 'round-table-litestream-'))
  try {
    const replica = n % 2 === 0 ? `file://${place}/replica` : `${objects.at}/replica-${n}`
    all.push(await loseTheDisk(place, replica))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
objects.close()
const wrong = all.flatMap((each) => each.wrong)
for (const each of wrong) process.stderr.write(`WRONG ${each}\n`)
const most = (of: (each: Found) => number): string => Math.max(...all.map(of)).toFixed(1)
const sum = (of: (each: Found) => number): number => all.reduce((n, each) => n + of(each), 0)
report({
  tried: `${TRIES} disks, ${sum((each) => each.acknowledged)} acknowledged`,
  lost: wrong.length,
  more:
    `${sum((each) => each.missing)} of the last moments missing, ${most((each) => each.secondsLost)} s at most; ` +
    `back in ${most((each) => each.secondsAway)} s at most`,
})
