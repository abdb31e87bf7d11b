import type { Seat } from '../../../src/domain/people/seat.ts'
import { type House, PEOPLE } from '../../support/house.ts'
import type { Writing } from './write-privately.ts'

export async function seatsAndWaysIn(
  house: House,
  { me, does, coordinator, sergeant }: Pick<Writing, 'me' | 'does' | 'coordinator' | 'sergeant'>,
) {
  // Seats handed on, people asked in, and what lets someone in.
  const seat = house.store.organisations
    .seats()
    .find((each) =>
      each.holders.some((holding) => holding.personId === house.person(PEOPLE.sergeant).id),
    )!
  await does(sergeant, `/desk/seats/${seat.id}/baton`, {
    name: 'zqmarker-verb-successor',
    email: 'zqmarker-verb-successor@met.example',
    note: 'zqmarker-verb-note',
    alumni: 'yes',
  })
  const batonId = house.store.batons.ofSeat(seat.id).at(-1)!.id
  await does(coordinator, `/desk/seats/${seat.id}/baton/invitation`, { batonId })
  await does(sergeant, `/desk/seats/${seat.id}/baton/withdrawal`, { batonId })
  house.store.passkeys.record(
    {
      credentialId: 'zqmarker-verb-credential',
      publicKey: 'zqmarker-verb-key',
      counter: 0,
      name: 'zqmarker-verb-phone',
    },
    { personId: me, at: house.clock.at() },
  )
  house.store.workAccounts.record(
    { tenant: 'zqmarker-verb-tenant', object: 'zqmarker-verb-object' },
    { personId: me, at: house.clock.at() },
  )
  house.store.sentForms.record('zqmarker-verb-mark', '/desk/zqmarker-verb', house.clock.at())
  calledAnew(house, seat, me)
  house.store.challenges.begin(
    'passkey',
    { challenge: 'zqmarker-verb-challenge' },
    null,
    house.clock.at(),
  )
  // The button of a letter about a new device, pressed by someone who is not signed in by it.
  const ending = house.store.signIn.makeEnding(house.person(PEOPLE.observer).id, house.clock.at())
  await does(house.stranger(), `/sign-in/ending/${ending}`, {}, 303)
  await does(sergeant, '/desk/me/calendar', {}, 200)
  await does(sergeant, '/desk/me/calendar/words', { words: 'yes' })
  await does(sergeant, '/desk/me/tables/keys', {}, 200)
}

/** What was called something else before, and a place on a list that was kept. */
function calledAnew(house: House, seat: Seat, me: number): void {
  const school = house.store.organisations.list().find((each) => each.code === 'school')!
  for (const name of ['zqmarker-verb-school', school.name])
    house.store.organisations.recordChange(
      school.id,
      { name },
      { personId: me, at: house.clock.at() },
    )
  for (const title of ['zqmarker-verb-seat', seat.title])
    house.store.organisations.recordTitle(seat.id, title, { personId: me, at: house.clock.at() })
  const { name } = house.person(PEOPLE.observer)
  for (const each of ['Zqmarker-verb-renamed', name])
    house.store.people.recordName(house.person(PEOPLE.observer).id, each, {
      personId: me,
      at: house.clock.at(),
    })
  const [listed] = house.store.privateLists.matters()
  house.store.privateLists.recordAnswer(
    { noun: listed!.noun, nounId: listed!.nounId, leaverId: listed!.list[0]!.personId },
    { kind: 'kept', toId: null },
    { personId: me, at: house.clock.at() },
  )
}

export async function residentsLeave(
  house: House,
  { me, does, coordinator }: Pick<Writing, 'me' | 'does' | 'coordinator'>,
) {
  // What residents leave, and what is made of it.
  const resident = house.stranger()
  await does(
    resident,
    '/tell-us',
    {
      text: 'zqmarker-verb-message of a family',
      area: '',
      name: 'zqmarker-verb-resident',
      reach: 'zqmarker-verb-reach',
    },
    303,
  )
  await does(
    house.stranger(),
    '/ar/tell-us',
    { text: 'zqmarker-verb-risk', area: 'church-street', name: '', reach: '' },
    303,
  )
  await does(
    house.stranger(),
    '/tell-us',
    { text: 'zqmarker-verb-answered', area: '', name: '', reach: '' },
    303,
  )
  const [, risky, answered] = house.store.messages.listUnfiltered().slice(-3)
  await does(coordinator, `/desk/messages/${risky!.id}/risk`, { list: [me] })
  await does(coordinator, `/desk/messages/${answered!.id}/answer`, {
    words: 'zqmarker-verb-answer',
  })
  await requestsWritten(house, { does, coordinator })
  await does(resident, '/entries/2021-q3-1/verdicts', {
    question: 'difference',
    verdict: 'no',
    word: 'zqmarker-verb-word',
  })
  await does(
    resident,
    '/follow',
    { email: 'zqmarker-verb-follower@home.example', what: 'all', often: 'week' },
    200,
  )
  const [follower] = house.store.letters.recent(50).flatMap((row) => row.followerId ?? [])
  const key = house.store.followers.makeLink(
    follower!,
    house.store.followers.asked(follower!)!.id,
    house.clock.at(),
  )
  await does(resident, `/follow/${key}`, {}, 200)
  await does(resident, `/unfollow/${key}/choices`, { keep: 'all', more: '', often: 'table' }, 200)
}

async function requestsWritten(
  house: House,
  { does, coordinator }: Pick<Writing, 'does' | 'coordinator'>,
) {
  const request = await does(coordinator, '/desk/requests', {
    kind: 'complaint',
    text: 'zqmarker-verb-request',
    receivedOn: house.clock.at().slice(0, 10),
    name: 'zqmarker-verb-asker',
    reach: 'zqmarker-verb-asker@home.example',
  })
  const told = { words: 'zqmarker-verb-told', on: house.clock.at().slice(0, 10) }
  await does(coordinator, `${request}/steps`, { kind: 'acknowledged', ...told })
}
