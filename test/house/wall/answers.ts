import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { openBoardFile } from '../../../src/store/publishing/board-file.ts'
import { type House, openHouse } from '../../support/house.ts'
import { figure } from '../../bench/counted.ts'
import { mark, MARKER } from './markers.ts'
import { everyPublicAnswer, type Read } from './public-answers.ts'
import { escaped, withdrawOne } from './set-up.ts'
import { writePrivately } from './write-privately.ts'

/**
 * Where a resident may go on from here: to leave at once, to complain, to sign on the telephone.
 * None is told where they come from.
 */
const WAY_OUT =
  /<a\s+(?:class="[^"]*"\s+)?href="https:\/\/(?:www\.bbc\.co\.uk\/weather|www\.policeconduct\.gov\.uk\/[\w/-]*|www\.lgo\.org\.uk\/[\w/-]*|www\.gov\.uk\/[\w/-]*|ico\.org\.uk\/[\w/-]*|999bsl\.co\.uk)"\s+rel="noreferrer"/g

t.test(
  'R9, R10, R11, R24: nothing private is in any public answer, in its words or its headers, or in the log',
  async (t) => {
    const log: string[] = []
    const house = await openHouse({
      t,
      logTo: new Writable({
        write: (chunk, _, done) => {
          log.push(String(chunk))
          done()
        },
      }),
    })
    await writePrivately(t, house)
    const withdrawn = withdrawOne(house)
    const markers = mark(t, house)
    house.store.published.reload()

    holdsNothingPrivate(t, house, withdrawn.words)

    const asked = await everyPublicAnswer(t, house)
    for (const { address, answer, text } of asked) {
      const headers = JSON.stringify(answer.headers)
      if (MARKER.test(text) || MARKER.test(headers))
        t.fail(`${address}: ${(text + headers).match(/.{0,60}zqmarker-[\w-]*.{0,20}/i)![0]}`)
      const old = withdrawn.words.find(
        (words) => text.includes(escaped(words)) || headers.includes(words),
      )
      if (old) t.fail(`${address} still says “${old}”, which was withdrawn (R15)`)
      // Our own whole addresses, and the ways out of here, which are followed by a hand alone.
      const hosts = [
        ...text
          .replaceAll(WAY_OUT, '')
          .matchAll(
            /\b(?:href|src|action|srcset|poster|data)="((?:[a-z][a-z0-9+.-]*:)?\/\/[^"]*)"/gi,
          ),
      ]
        .map((match) => match[1]!)
        // A calendar program is sent to us by a name of its own.
        .map((each) => each.replace(/^webcals?:/, new URL(house.config.publicUrl).protocol))
        .filter((each) => !each.startsWith(`${house.config.publicUrl}/`))
      if (hosts.length) t.fail(`${address} asks something of another host: ${hosts.join(', ')}`)
      if (answer.headers['set-cookie'] !== undefined) t.fail(`${address} sets a cookie`)
    }
    t.notMatch(log.join(''), MARKER, 'nothing private is in the log')
    t.notMatch(log.join(''), /@/, 'no address of a person is in the log')
    const entry = await house.stranger().get(`/entries/${withdrawn.slug}`)
    t.equal(entry.statusCode, 410, 'a withdrawn address says so')
    t.match(entry.body, /It was wrong\./, 'with its ground')
    const statuses = saidOf(t, markers, asked)
    await wouldSeeALeak(t, house)
    for (const status of [200, 303, 304, 400, 403, 404, 410, 413, 415])
      t.ok(statuses.has(status), `an answer with ${status} was among them`)
  },
)

/** The file that a board elsewhere is shown from, byte by byte (R10, R15). */
function holdsNothingPrivate(t: Test, house: House, withdrawn: string[]) {
  const file = join(house.folder, 'board.db')
  house.store.copyBoardTo(file)
  const bytes = readFileSync(file)
  t.notMatch(bytes.toString('latin1'), MARKER, 'no byte of a working table is in a copied board')
  t.same(
    withdrawn.filter((words) => bytes.includes(words)),
    [],
    'nor what was withdrawn, or stood there before it was corrected',
  )
  t.match(readFileSync(house.file).toString('latin1'), MARKER, 'the record would be seen')
  const { board, close } = openBoardFile(file)
  const { version: _version, ...told } = house.store.published.board()
  t.same({ ...board, version: 0 }, { ...told, version: 0 }, 'and it is the same board')
  close()
}

async function wouldSeeALeak(t: Test, house: House) {
  const db = new Database(house.file)
  t.teardown(() => db.close())
  db.prepare(
    "insert into copies (kind, slug, version, published_on, words, change_kind, change_words) select kind, slug, version + 1, published_on, replace(words, '\"said\":\"', '\"said\":\"zqmarker-leak '), change_kind, change_words from copies where kind = 'entry' and words <> '{}' order by id desc limit 1",
  ).run()
  house.store.published.reload()
  t.match((await house.stranger().get('/')).body, MARKER, 'this test would see a leak')
}

function saidOf(t: Test, markers: string[], asked: Read[]) {
  t.ok(markers.length > 80, 'there was something to find')
  t.ok(asked.length > 200, 'and where to look for it')
  t.comment(`${markers.length} columns hold markers (${markers.join(', ')})`)
  t.comment(`${asked.length} public answers were read`)
  figure('private', asked.length)
  const statuses = new Map<number, number>()
  for (const { answer } of asked)
    statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
  t.comment(
    `by status: ${[...statuses]
      .toSorted(([a], [b]) => a - b)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')}`,
  )
  return statuses
}
