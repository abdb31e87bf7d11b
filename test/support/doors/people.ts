import type { Store } from '../../../src/store/store.ts'
import { LEFT } from './makers.ts'
import { saidByLink } from './releases.ts'
import type { Makers, WhoAndWhere } from './makers.ts'

export function leftAndSaid(
  store: Store,
  {
    organisation,
    by,
    open,
    coordinator,
    sergeant,
  }: Pick<WhoAndWhere, 'organisation' | 'by' | 'open' | 'coordinator' | 'sergeant'>,
) {
  const left = store.people.record(
    {
      name: 'Someone who left',
      email: LEFT,
      role: 'member',
      approves: false,
      organisationId: organisation('police'),
    },
    by,
  )
  const note = store.notes.record(
    {
      roundTableId: open.id,
      concernId: null,
      kind: 'note',
      text: 'Said at the table.',
      unread: null,
    },
    by,
  )
  const agreedHere = store.actions
    .listUnfiltered()
    .find((each) => each.roundTableId === open.id)!.id
  const leave = (text: string): number => {
    store.inbox.leaveMessage(
      { language: 'so', text, area: null, name: '', reach: '' },
      by.at,
      '2022-01-27',
    )
    return store.messages.listUnfiltered().at(-1)!.id
  }
  const messages = {
    read: leave('The lift is broken again.'),
    police: leave('Someone is hurt.'),
    both: leave('Someone is afraid.'),
  }
  store.messages.recordAtRisk(messages.police, [sergeant], by)
  store.messages.recordAtRisk(messages.both, [coordinator, sergeant], by)
  const ask = (message: number): number =>
    store.requests.recordOfMessage(message, 'complaint', '2022-01-27', by)
  const requests = { read: ask(messages.read), police: ask(messages.police) }
  return { messages, requests, note, agreedHere, left }
}

export function letterAndLink(store: Store, who: WhoAndWhere) {
  const { by, sergeant, planned } = who
  const held = store.organisations
    .seats()
    .find((seat) =>
      seat.holders.some((holding) => holding.personId === sergeant && holding.untilOn === null),
    )!
  const mine = store.actions
    .listUnfiltered()
    .find(
      (each) =>
        each.depth !== 'named' &&
        each.closings.length === 0 &&
        each.terms.at(-1)!.seatId === held.id,
    )!
  store.notices.record(
    [{ personId: sergeant, actionId: mine.id, seatId: held.id, why: 'asked', cause: 'doors' }],
    '2022-01-27',
    by,
  )
  const letter = store.notices.recordLetter(
    sergeant,
    store.notices.waiting().filter((each) => each.cause === 'doors'),
    '2022-02-27T10:31:00.000Z',
    by,
  )
  const report = store.reportLinks.make(
    { letterId: letter, actionId: mine.id, seatId: held.id, personId: sergeant },
    by.at,
  )
  const wanted = { by: '2022-06', leadId: null, reason: 'The hall is shut.' }
  const from = { organisationId: held.organisationId, seatId: held.id }
  store.actions.recordWish(mine.id, wanted, from, { personId: sergeant, at: by.at })
  store.answers.ask(planned.id, [sergeant], by)
  const reply = store.answers.makeLink(
    { letterId: letter, roundTableId: planned.id, personId: sergeant },
    by.at,
  )
  const reported = saidByLink(store, who, { actionId: mine.id, seat: held })
  const lost = store.notices.recordLetter(sergeant, [], '2022-02-27T10:31:00.000Z', by)
  store.letters.recordReturned(lost, '5.1.1', by.at)
  const [returned] = store.letters.returned()
  const links = { report, reply, reported, returned: returned!.id }
  return { held, letter, links }
}

export function handedOn(
  store: Store,
  { organisation, by, sergeant }: Pick<WhoAndWhere, 'organisation' | 'by' | 'sergeant'>,
) {
  // A seat handed on to the sergeant, one that waits for an invitation, and what the sergeant
  // keeps.
  const leaver = store.people.record(
    {
      name: 'Someone who hands on',
      email: 'leaver@met.example',
      role: 'member',
      approves: false,
      organisationId: organisation('police'),
    },
    by,
  )
  const seatAt = (title: string): number =>
    store.organisations.seats().find((each) => each.title === title)!.id
  const baton = (seatId: number, toId: number | null): void => {
    store.organisations.recordHolding(seatId, leaver, '2022-01-01', by)
    const holdingId = store.organisations.findSeat(seatId)!.holders.at(-1)!.id
    store.batons.record(
      seatId,
      {
        toId,
        name: 'Someone new',
        email: 'new@met.example',
        note: 'Ask at the desk.',
        keeps: [],
        holdingId,
      },
      { personId: leaver, at: by.at },
    )
  }
  const waiting = store.organisations.recordSeat(organisation('police'), 'Schools officer', by)
  baton(seatAt('Community engagement officer'), sergeant)
  baton(waiting, null)
  store.invitations.record(leaver, null, by)
  // Its letter is gone, or it would make a link of its own.
  for (const each of store.letters.due(by.at))
    if (each.kind === 'invitation') store.letters.posted(each.id, by.at, true)
  const invitation = store.invitations.makeLink(1)
  return { seatAt, waiting, invitation }
}

export function waysIn(store: Store, { by, sergeant }: Pick<WhoAndWhere, 'by' | 'sergeant'>) {
  const sergeants = { personId: sergeant, at: by.at }
  store.signIn.startSession(sergeant, true, by.at)
  // Two, since whoever needs a second factor keeps one.
  for (const credentialId of ['doors', 'windows'])
    store.passkeys.record(
      { credentialId, publicKey: 'doors', counter: 0, name: 'A phone' },
      sergeants,
    )
  store.workAccounts.record({ tenant: 'doors', object: 'doors' }, sergeants)
  const own = {
    session: store.signIn.liveSessions(sergeant, by.at)[0]!.id,
    passkey: store.passkeys.list(sergeant)[0]!.id,
    account: store.workAccounts.list(sergeant)[0]!.id,
    calendar: store.calendars.make(sergeants),
    tableKey: store.tableKeys.make(sergeants),
    tableKeyId: store.tableKeys.list(sergeant, by.at)[0]!.id,
    ending: store.signIn.makeEnding(sergeant, by.at),
  }
  return own
}

/** Someone who left a seat, and is still on the list of a matter that the sergeant knows. */
export function leftOnAList(
  store: Store,
  { concern }: Makers,
  { organisation, by, sergeant }: WhoAndWhere,
) {
  const leaver = store.people.record(
    {
      name: 'Someone who moved on',
      email: 'moved@met.example',
      role: 'member',
      approves: false,
      organisationId: organisation('police'),
    },
    by,
  )
  const seat = store.organisations.recordSeat(organisation('police'), 'Licensing officer', by)
  store.organisations.recordHolding(seat, leaver, '2022-01-01', by)
  const matter = concern('Known to one who moved on.', 'named', [leaver, sergeant], null)
  const holding = store.organisations.findSeat(seat)!.holders[0]!.id
  store.organisations.endHolding(holding, '2022-01-27', by)
  store.organisations.endSeat(seat, '2022-01-27', by)
  return { matter, leaver, seat }
}
