import { readFileSync } from 'node:fs'
import { Secret as AppSecret, TOTP } from 'otpauth'
import type { Test } from 'tap'
import { sessionCookie, browserCookie } from '../../../../src/web/sign-in/session.ts'
import { stepOf } from '../../../../src/web/sign-in/app-numbers.ts'
import { openDoors, type Walk } from '../../../support/doors/doors.ts'
import { type House, PEOPLE, type Visitor } from '../../../support/house.ts'

/** A secret that someone holds now, and how to see that a value opens what it does. */
export interface Secret {
  name: string
  plain: string
  opens: (value: string) => boolean
}

/** A house in which one of every secret is live, and what each of them opens. */
export const liveHouse = async (t: Test): Promise<{ walk: Walk; secrets: Secret[] }> => {
  const walk = await openDoors(t, new Set())
  const { house } = walk
  return {
    walk,
    secrets: [
      ...(await waysIn(house)),
      ...letters(walk),
      ...(await residents(house)),
      ...(await apps(house)),
    ],
  }
}

const waysIn = async (house: House): Promise<Secret[]> => {
  const { store, clock } = house
  const { signIn } = store
  const coordinator = house.signIn(PEOPLE.coordinator)
  const session = cookieOf(house, coordinator)
  const halfway = cookieOf(house, house.signIn(PEOPLE.coordinator, { secondFactor: false }))
  const asking = house.stranger()
  await asking.post('/sign-in', { email: PEOPLE.sergeant })
  const browser = asking.cookies.get(browserCookie(house.config).name)!
  const code = house.letters.at(-1)!.text.match(/code is (\w+)/)![1]!
  const officer = house.person(PEOPLE.officer).id
  const known = signIn.knowBrowser(officer, undefined, clock.at()).browser
  const [passkey, account] = (['passkey', 'account'] as const).map((kind) =>
    store.challenges.begin(kind, { purpose: 'in', state: 'x' }, null, clock.at()),
  )
  const uses = (from: string, typed: string): boolean =>
    tried(house, () => signIn.useCode(from, typed, clock.at()) !== undefined)
  const isSession = (value: string): boolean => signIn.findSession(value) !== undefined
  return [
    { name: 'a session', plain: session, opens: isSession },
    { name: 'a session halfway', plain: halfway, opens: isSession },
    { name: 'a code for signing in', plain: code, opens: (value) => uses(browser, value) },
    { name: 'the browser that asked', plain: browser, opens: (value) => uses(value, code) },
    {
      name: 'a browser that is known',
      plain: known,
      opens: (value) =>
        tried(house, () => signIn.knowBrowser(officer, value, clock.at()).browser === value),
    },
    ...(['passkey', 'account'] as const).map((kind, i) => ({
      name: `a question to a ${kind}`,
      plain: [passkey, account][i]!,
      opens: (value: string) => store.challenges.look(kind, value, clock.at()) !== undefined,
    })),
    {
      name: 'a set-up link',
      plain: signIn.makeLink(officer, clock.at()),
      opens: (value) => signIn.findLink(value, clock.at()) !== undefined,
    },
  ]
}

const letters = ({ house, ids }: Walk): Secret[] => {
  const { store, clock } = house
  const { id: letterId } = store.letters.recent(1)[0]!
  const guest = store.guests.makeLink({ letterId, readerId: ids.reader }, clock.at())
  const found: [string, string, (value: string) => unknown][] = [
    ['a link to report', ids.report, (value) => store.reportLinks.find(value)],
    ['a link to release', ids.release, (value) => store.releases.findLink(value)],
    ['a link to answer', ids.reply, (value) => store.answers.findLink(value)],
    ['a link of a guest', guest, (value) => store.guests.findLink(value)],
    ['an invitation', ids.invitation, (value) => store.invitations.findLive(value, clock.at())],
    ['a calendar', ids.own.calendar, (value) => store.calendars.ownerOf(value)],
    [
      'a key to another table',
      ids.own.tableKey,
      (value) => store.tableKeys.ownerOf(value, clock.at()),
    ],
    [
      'a button that ends sessions',
      ids.own.ending,
      (value) => store.signIn.findEnding(value, clock.at()),
    ],
  ]
  return found.map(([name, plain, find]) => ({
    name,
    plain,
    opens: (value) => find(value) !== undefined,
  }))
}

const residents = async (house: House): Promise<Secret[]> => {
  const { store, clock } = house
  const code = store.inbox.leaveMessage(
    { language: 'en', text: 'The lift is broken.', area: null, name: '', reach: '' },
    clock.at(),
    '2022-01-27',
  )
  await house
    .stranger()
    .post('/follow', { email: 'someone@home.example', what: 'all', often: 'week' })
  const [follower] = store.letters.recent(50).flatMap((row) => row.followerId ?? [])
  const key = store.followers.makeLink(follower!, store.followers.asked(follower!)!.id, clock.at())
  store.inbox.confirm(key, clock.at())
  return [
    {
      name: 'the code of a resident',
      plain: code,
      opens: (value) => store.inbox.repliesTo(value).length > 0,
    },
    {
      name: 'the key of a follower',
      plain: key,
      opens: (value) =>
        store.inbox.followed(value) !== undefined || store.inbox.askedBy(value) !== undefined,
    },
  ]
}

/** An authenticator app in use, one that is being set up, and recovery codes. */
const apps = async (house: House): Promise<Secret[]> => {
  const { signIn } = house.store
  const { id } = house.person(PEOPLE.approver)
  const at = { personId: id, at: house.clock.at() }
  const recovery = signIn.enrol(id, APP, 1, at)
  const enrolling = house.signIn(PEOPLE.coordinator, { secondFactor: false })
  const path = '/sign-in/second-factor/app'
  await enrolling.post(path)
  const shown = (await enrolling.get(path)).body.match(/\b[A-Z2-7]{4}(?: ?[A-Z2-7]{4}){7}\b/)![0]
  const half = shown.replaceAll(' ', '')
  const gives = (secret: string) => (value: string) =>
    /^[A-Z2-7]{16,}$/.test(value) &&
    stepOf(value, numberOf(secret, house), house.clock.now()) !== null
  return [
    { name: 'the secret of an app', plain: APP, opens: gives(APP) },
    { name: 'the secret of an app that is being set up', plain: half, opens: gives(half) },
    {
      name: 'a recovery code',
      plain: recovery[0]!,
      opens: (value) => tried(house, () => signIn.useRecoveryCode(id, value, house.clock.at())),
    },
  ]
}
const APP = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXQ'

/** The number that an app with this secret shows now. */
const numberOf = (secret: string, house: House): string =>
  new TOTP({ secret: AppSecret.fromBase32(secret) }).generate({
    timestamp: house.clock.now().getTime(),
  })

/** What a try says, and then it was never made: what it spends is there for the next one. */
const tried = (house: House, isRight: () => boolean): boolean => {
  let said = false
  try {
    house.store.together(() => {
      said = isRight()
      throw UNDONE
    })
  } catch (error) {
    if (error !== UNDONE) throw error
  }
  return said
}
const UNDONE = new Error('undone')

const cookieOf = (house: House, visitor: Visitor): string =>
  visitor.cookies.get(sessionCookie(house.config).name)!

/** The record as a thief has it: the file and its log. */
export const stolenBytes = (house: House): Buffer =>
  Buffer.concat([readFileSync(house.file), readFileSync(`${house.file}-wal`)])
