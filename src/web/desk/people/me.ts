import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import { needsSecondFactor } from '../../../domain/people/person.ts'
import { refused, saved, show } from '../../answer.ts'
import { notFound, Problem } from '../../errors.ts'
import { parse, ticked, words } from '../../forms.ts'
import { view } from '../../views/desk.ts'
import { idIn } from '../names.ts'
import { tellOfWayIn } from './sign-in.ts'

const EmptyForm = z.strictObject({})
/** `since`: which address the page spoke of when the new one was asked for. */
const CalendarForm = z.strictObject({ since: words(40) })
const AlumniForm = z.strictObject({ alumni: ticked() })

/**
 * `/desk/me`: what someone decides for themselves: where they are signed in, by what, and whether
 * they may be named.
 */
export const meRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/me', 'read', (visit) => show(visit.reply, page(visit)))

  const change = (path: string, write: (visit: Visit) => void) =>
    desk.change(path, 'read', (visit) => {
      const form = parse(EmptyForm, visit.body)
      if (!form.accepted)
        return refused(visit.request, visit.reply, form.refusals, () =>
          page(visit, { form: 'me', errors: form.refusals, body: {} }),
        )
      write(visit)
      return saved(visit.request, visit.reply, '/desk/me')
    })

  change('/desk/me/sessions/ending', (visit) => {
    for (const each of others(visit)) store.signIn.endSession(each, visit.by)
  })
  change('/desk/me/sessions/:id/ending', (visit) => {
    const session = others(visit).find((each) => each.id === idIn(visit.params.id))
    if (!session) throw notFound()
    store.signIn.endSession(session, visit.by)
  })
  change('/desk/me/passkeys/:id/ending', (visit) => {
    const key = store.passkeys
      .list(visit.who.personId)
      .find((each) => each.id === idIn(visit.params.id))
    if (!key) throw notFound()
    if (!store.signIn.mayChangeFactors(visit.session))
      throw new Problem(
        403,
        'Use the one you have first',
        'A code from your email alone does not remove a passkey. Give your second step, then come back here.',
      )
    if (!mayRemovePasskey(visit))
      throw new Problem(
        409,
        'This is your only second step',
        'Nothing was changed. Add another passkey or an authenticator app first, then remove this one.',
      )
    store.passkeys.end(key.id, visit.by)
    tellOfWayIn(desk, visit.request, visit.who.personId, 'A passkey was removed from your sign-in.')
  })
  change('/desk/me/accounts/:id/ending', (visit) => {
    const account = store.workAccounts
      .list(visit.who.personId)
      .find((each) => each.id === idIn(visit.params.id))
    if (!account) throw notFound()
    store.workAccounts.end(account.id, visit.by)
  })
  change('/desk/me/calendar/ending', (visit) => {
    store.calendars.end(visit.by)
  })

  /** The address is shown once, on the answer to the form that made it: only its hash is kept. */
  desk.change('/desk/me/calendar', 'read', (visit) => {
    const form = parse(CalendarForm, visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        page(visit, { form: 'me', errors: form.refusals, body: {} }),
      )
    // The page that shows it, loaded again, would send its form again and end the address that is
    // in a calendar by now.
    if (form.value.since !== (store.calendars.since(visit.who.personId) ?? ''))
      return saved(visit.request, visit.reply, '/desk/me')
    const token = store.calendars.make(visit.by)
    return show(
      visit.reply,
      page(visit, undefined, `${desk.config.publicUrl}/calendar/${token}.ics`),
    )
  })

  desk.change('/desk/me/alumni', 'read', (visit) => {
    const form = parse(AlumniForm, visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        page(visit, { form: 'alumni', errors: form.refusals, body: visit.body }),
      )
    store.batons.recordAlumni(form.value.alumni, visit.by)
    return saved(visit.request, visit.reply, '/desk/me')
  })

  const others = (visit: Visit) =>
    store.signIn
      .liveSessions(visit.who.personId, visit.by.at)
      .filter((each) => each.id !== visit.session.id)
  /** R25: whoever needs a second factor keeps one. The mailbox alone could set up the next. */
  const mayRemovePasskey = ({ who }: Visit): boolean =>
    desk.config.demo ||
    !needsSecondFactor(who, store.people.isOnNamedList(who.personId)) ||
    store.people.find(who.personId)!.totpSecret !== null ||
    store.passkeys.list(who.personId).length > 1
  const page = (
    visit: Visit,
    failed?: Parameters<Desk['frame']>[3],
    calendar: string | null = null,
  ) => {
    const { personId } = visit.who
    const person = store.people.find(personId)!
    return view('desk/people/me/index', {
      frame: desk.frame(visit, 'You', 'me', failed),
      name: person.name,
      email: person.email,
      role: visit.who.role,
      seats: store.organisations.seats().filter((seat) => visit.who.seatIds.includes(seat.id)),
      sessions: store.signIn
        .liveSessions(personId, visit.by.at)
        .map(({ id, createdAt, lastSeenAt, device }) => ({
          id,
          createdAt,
          lastSeenAt,
          device,
          isThis: id === visit.session.id,
        })),
      withPasskey: desk.passkeys.isThere,
      passkeys: store.passkeys
        .list(personId)
        .map(({ id, name, at, usedAt }) => ({ id, name, at, usedAt })),
      hasApp: person.totpSecret !== null,
      mayChangeFactors: store.signIn.mayChangeFactors(visit.session),
      mayRemovePasskey: mayRemovePasskey(visit),
      accounts: store.workAccounts.list(personId).map(({ id, at }) => ({ id, at })),
      calendarSince: store.calendars.since(personId),
      calendar,
      isAlumnus: store.batons.alumni().includes(personId),
    })
  }
}
