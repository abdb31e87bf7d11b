import type { Session } from '../../../store/people/sessions.ts'
import { needsSecondFactor } from '../../../domain/people/person.ts'
import type { Failed } from '../../change.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'
import { isAmongOthers } from './other-tables/brought.ts'

/** What someone decides for themselves; `calendar` is shown once, when it was just made. */
export const mePage = (visit: Visit, failed?: Failed, calendar: string | null = null): Drawn => {
  const { who, desk, store, session } = visit
  const { personId } = who
  const person = store.people.find(personId)!
  return view('desk/people/me/index', {
    frame: frameOf(visit, 'You', 'me', failed),
    name: person.name,
    email: person.email,
    role: who.role,
    seats: store.organisations.seats().filter((seat) => who.seatIds.includes(seat.id)),
    sessions: liveSessions(visit).map(({ id, createdAt, lastSeenAt, device }) => ({
      id,
      createdAt,
      lastSeenAt,
      device,
      isThis: id === session.id,
    })),
    withPasskey: desk.passkeys.isThere,
    passkeys: store.passkeys
      .list(personId)
      .map(({ id, name, at, usedAt }) => ({ id, name, at, usedAt })),
    hasApp: person.totpSecret !== null,
    mayChangeFactors: store.signIn.mayChangeFactors(session),
    mayRemovePasskey: mayRemovePasskey(visit),
    accounts: store.workAccounts.list(personId).map(({ id, at }) => ({ id, at })),
    calendarSince: store.calendars.since(personId),
    calendar,
    calendarHasWords: store.calendars.hasWords(personId),
    publicCalendar: `${desk.config.publicUrl}/round-tables.ics`,
    isAmongOthers: isAmongOthers(desk),
    isAlumnus: store.batons.alumni().includes(personId),
  })
}

/** Where this person is signed in now. */
export const liveSessions = ({ store, who, by }: Visit): Session[] =>
  store.signIn.liveSessions(who.personId, by.at)

/** R25: whoever needs a second factor keeps one. The mailbox alone could set up the next. */
export const mayRemovePasskey = ({ desk, store, who }: Visit): boolean =>
  desk.config.demo ||
  !needsSecondFactor(who, store.people.isOnNamedList(who.personId)) ||
  store.people.find(who.personId)!.totpSecret !== null ||
  store.passkeys.list(who.personId).length > 1
