import type { AddressInfo } from 'node:net'
import { appOver } from './app.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { openStore } from '../../../src/store/store.ts'

// One record, and what each page of the desk costs on it: milliseconds of processor in the middle of
// some rounds, for asking and answering, and kilobytes. Its figures are the one line of JSON that it
// writes.
const WARM = 3
const ROUNDS = 15

const [folder = ''] = process.argv.slice(2)
const store = openStore(folder)
const app = await appOver(store, folder)
await app.listen({ host: '127.0.0.1', port: 0 })
const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const cookieOf = (email: string): string =>
  `session=${store.signIn.startSession(store.people.findByEmail(email)!.id, true, SAMPLE_NOW)}`
const coordinator = cookieOf('coordinator@mosaic.example')
const sergeant = cookieOf('sergeant@met.example')
const newest = store.roundTables.list()
const told = newest.find((each) => each.agreedAt !== null)!
const open = [...store.glances.actions()].filter((each) => each.isOpen)
const entry = [...store.glances.told()].findLast((each) => each.kind === 'entry')!
const PAGES: Record<string, [path: string, cookie: string]> = {
  'the desk': ['/desk', coordinator],
  'the desk of an owner': ['/desk', sergeant],
  'my actions': ['/desk/mine', sergeant],
  actions: ['/desk/actions', coordinator],
  concerns: ['/desk/concerns', coordinator],
  entries: ['/desk/entries', coordinator],
  'an entry': [`/desk/entries/${entry.id}`, coordinator],
  'an action': [`/desk/actions/${open.at(-1)!.id}`, coordinator],
  'a concern': [`/desk/concerns/${open.at(-1)!.concernIds[0] ?? 1}`, coordinator],
  'round tables': ['/desk/round-tables', coordinator],
  agenda: ['/desk/round-tables/2022-q1/agenda', coordinator],
  minuting: ['/desk/round-tables/2022-q1', coordinator],
  minutes: [`/desk/round-tables/${told.slug}`, coordinator],
  decisions: ['/desk/decisions', coordinator],
  people: ['/desk/people', coordinator],
  'actions by words': ['/desk/actions?q=walk', coordinator],
  'a search': ['/desk/search?q=lights', coordinator],
  messages: ['/desk/messages', coordinator],
  'a message': ['/desk/messages/1', coordinator],
  requests: ['/desk/requests', coordinator],
  'what people said': [`/desk/concerns/${entry.concernId}/quotes`, coordinator],
  events: ['/desk/events', coordinator],
  'an event': ['/desk/events/1', coordinator],
  leaflets: ['/desk/leaflets', coordinator],
  programmes: ['/desk/programmes', coordinator],
  'a programme': ['/desk/programmes/1', coordinator],
  aims: ['/desk/aims', coordinator],
  'for senior officers': ['/desk/upwards', coordinator],
  translations: ['/desk/translations', coordinator],
  'in one language': ['/desk/translations?language=ar', coordinator],
  settings: ['/desk/settings', coordinator],
  'how long it is kept': ['/desk/settings/keeping', coordinator],
  letters: ['/desk/letters', coordinator],
  'one’s own page': ['/desk/me', coordinator],
  journal: ['/desk/journal', coordinator],
}

const middle = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!
/** Milliseconds of processor so far: other work on the machine does not count. */
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const ask = async (path: string, cookie: string): Promise<{ ms: number; kb: number }> => {
  const began = spent()
  const answer = await fetch(`${url}${path}`, { headers: { cookie }, redirect: 'manual' })
  const body = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return { ms: spent() - began, kb: body.length / 1024 }
}

const first = await ask('/desk', coordinator)
const pages: Record<string, { ms: number; kb: number }> = {}
for (const [name, [path, cookie]] of Object.entries(PAGES)) {
  const rounds: { ms: number; kb: number }[] = []
  for (let i = 0; i < WARM + ROUNDS; i += 1) rounds.push(await ask(path, cookie))
  const counted = rounds.slice(WARM)
  pages[name] = { ms: middle(counted.map((each) => each.ms)), kb: counted[0]!.kb }
}

/** An update as its owner sends it; and what the same rows cost by themselves. */
const updates: number[] = []
const { id } = open.at(-1)!
for (let i = 0; i < 60; i += 1) {
  const began = spent()
  const answer = await fetch(`${url}/desk/actions/${id}/updates`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: coordinator,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    body: new URLSearchParams({ status: 'under-way', text: `Said for the ${i}. time`, on: '' }),
  })
  await answer.text()
  if (answer.status !== 303) throw new Error(`an update answered ${answer.status}`)
  updates.push(spent() - began)
  // The desk is looked at between, as it is on the day.
  await ask('/desk', coordinator)
}
const figures = {
  actions: [...store.glances.actions()].length,
  firstDesk: first.ms,
  pages,
  update: { middle: middle(updates), most: Math.max(...updates) },
}
await app.close()
store.close()
process.stdout.write(`${JSON.stringify(figures)}\n`)
