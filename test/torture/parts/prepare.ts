import { copyFileSync, renameSync, writeFileSync } from 'node:fs'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import type { Store } from '../../../src/store/store.ts'
import { EVERYONE } from '../../support/doors/doors.ts'
import { lookupsIn } from '../../support/doors/lookups.ts'
import { prepare } from '../../support/doors/record.ts'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'
import { recordFile } from '../../support/sample-file.ts'
import { byHand } from './by-hand.ts'
import { waysOf, type Ways } from './ways.ts'
import { HOST } from './encoded.ts'
import { formsOfPages, postRoutesOf, type Sending } from './forms.ts'
import type { Prepared, Sessions } from './record.ts'
import { scriptOf } from './script.ts'

// A program of its own (`record.ts` starts it): makes the record that trials begin with, and finds
// the forms that are sent to it.

type Made = ReturnType<typeof prepare>

/** The record as everything begins, who is signed in, and the links that open something. */
const recordOf = (): { file: string; ids: Made; ways: Ways; sessions: Sessions } => {
  let made: { ids: Made; ways: Ways; sessions: Sessions } | undefined
  const file = recordFile((store) => {
    made = { ids: prepare(store), ways: waysOf(store), sessions: sessionsOf(store) }
  }, 'sample')
  return { file, ...made! }
}

/** A session for each, as it stands after signing in, and two that stopped halfway. */
const sessionsOf = (store: Store): Sessions => {
  const begin = (email: string, isWhole = true): string =>
    store.signIn.startSession(store.people.findByEmail(email)!.id, isWhole, SAMPLE_NOW)
  return {
    ...Object.fromEntries(EVERYONE.map((name) => [name, begin(PEOPLE[name])])),
    leaving: begin(PEOPLE.observer),
    halfway: begin(PEOPLE.coordinator, false),
    'halfway approver': begin(PEOPLE.approver, false),
  }
}

/** A house over a copy of it, closed again. */
const inHouse = async <T>(record: string, work: (house: House) => Promise<T>): Promise<T> => {
  const closing: (() => unknown)[] = []
  const t = { teardown: (close: () => unknown) => closing.push(close) }
  const house = await openHouse({ t, record, publicUrl: `http://${HOST}` })
  try {
    return await work(house)
  } finally {
    for (const close of closing) await close()
  }
}

/** What ends somebody's way in, or takes words out for good, comes after all else. */
const LAST =
  /^\/sign-in\/ending|\/me\/(sessions|passkeys|accounts)|\/people\/:id\/(ending|role|erasure)|\/(organisations|seats|holdings)\/:id\/ending|\/erasure|\/settings\/approval|finishing/

/** One form of each route, then another of each, and so on. */
const inTurn = (sendings: readonly Sending[]): Sending[] => {
  const groups = [...Map.groupBy(sendings, (each) => each.route).values()]
  const most = Math.max(0, ...groups.map((each) => each.length))
  const all = Array.from({ length: most }, (_, i) => groups.flatMap((each) => each[i] ?? [])).flat()
  const lastOf = ({ last, route }: Sending): number => last ?? (LAST.test(route) ? 1 : 0)
  return [0, 1, 2].flatMap((when) => all.filter((each) => lastOf(each) === when))
}

/** As many records are begun, and pages are looked at again in each, as it takes. */
const MOST_SCRIPTS = 3
const MOST_LOOKS = 2

const make = async (to: string): Promise<void> => {
  const { file, ids, ways, sessions } = recordOf()
  const done = new Set<string>()
  const first = await inHouse(file, (house) => formsOfPages(house, idsOf(house, ids), sessions))
  const sendings = [...byHand(ids, ways), ...first]
  const scripts: Sending[][] = []
  for (let i = 0; i < MOST_SCRIPTS; i++) {
    const script = await inHouse(file, (house) => scriptIn(house, ids, sessions, sendings, done))
    if (script.length === 0) break
    scripts.push(script)
  }
  const routes = await inHouse(file, async (house) => postRoutesOf(house))
  const prepared: Omit<Prepared, 'file'> = { sessions, routes, scripts }
  copyFileSync(file, `${to}.db.partial`)
  renameSync(`${to}.db.partial`, `${to}.db`)
  writeFileSync(`${to}.json.partial`, JSON.stringify(prepared))
  renameSync(`${to}.json.partial`, `${to}.json`)
}

const idsOf = (house: House, ids: Made) => ({ ...ids, ...lookupsIn(house.store) })

/** What can be sent to a new record, and then what its pages offer as they stand by now. */
const scriptIn = async (
  house: House,
  ids: Made,
  sessions: Sessions,
  sendings: readonly Sending[],
  done: Set<string>,
): Promise<Sending[]> => {
  const routes = postRoutesOf(house)
  const isLeft = ({ route, leads }: Sending): boolean => leads === true || !done.has(route)
  const script = await scriptOf(house, sessions, routes, inTurn(sendings.filter(isLeft)), done)
  for (let look = 0; look < MOST_LOOKS; look++) {
    const areas = new Set(
      routes
        .filter(({ url }) => !done.has(url))
        .map(({ url }) => url.split('/').slice(0, 3).join('/')),
    )
    const now = await formsOfPages(house, idsOf(house, ids), sessions, (page) =>
      [...areas].some((area) => page.startsWith(area)),
    )
    const more = await scriptOf(house, sessions, routes, inTurn(now.filter(isLeft)), done)
    if (more.length === 0) break
    script.push(...more)
  }
  return script
}

await make(process.argv[2]!)
