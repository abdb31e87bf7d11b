import type { Session } from '../../../store/people/sessions.ts'
import { z } from 'zod'
import { accept } from '../../../domain/decision.ts'
import type { Passkey } from '../../../store/people/passkeys.ts'
import type { Account } from '../../../store/people/work-accounts.ts'
import { refused, saved, show } from '../../answer.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../change.ts'
import { notFound, Problem } from '../../errors.ts'
import { parse, ticked, words } from '../../forms.ts'
import { idIn } from '../names.ts'
import { change, page, post, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { liveSessions, mayRemovePasskey, mePage } from './me-page.ts'
import { tellOfWayIn } from './sign-in/let-in.ts'

/** `since`: which address the page spoke of when the new one was asked for. */
const CalendarForm = z.strictObject({ since: words(40) })
const WordsForm = z.strictObject({ words: ticked() })
const AlumniForm = z.strictObject({ alumni: ticked() })

/** A button on the page: what it ends is this person's own. */
const button = {
  name: 'me',
  allow: byPolicy,
  form: NothingTyped,
  decide: () => accept(null),
  answer: () => '/desk/me',
  again: (visit: Visit, _found: unknown, failed: Failed) => mePage(visit, { ...failed, body: {} }),
}

const otherSessions = (visit: Visit): Session[] =>
  liveSessions(visit).filter((each) => each.id !== visit.session.id)

/** One of someone's own things, by the id in the address. */
const theirs = <Thing extends { id: number }>({ params }: Visit, things: Thing[]): Thing => {
  const thing = things.find((each) => each.id === idIn(params.id))
  if (!thing) throw notFound()
  return thing
}

const endOtherSessions = change('/desk/me/sessions/ending', 'read', {
  ...button,
  find: otherSessions,
  record: ({ store, by }, sessions) => {
    for (const each of sessions) store.signIn.endSession(each, by)
  },
})

const endSession = change('/desk/me/sessions/:id/ending', 'read', {
  ...button,
  find: (visit: Visit): Session => theirs(visit, otherSessions(visit)),
  record: ({ store, by }, session) => store.signIn.endSession(session, by),
})

const refuseByMailbox = ({ store, session }: Visit): void => {
  if (!store.signIn.mayChangeFactors(session))
    throw new Problem(
      403,
      'Use the one you have first',
      'A code from your email alone does not remove a passkey. ' +
        'Give your second step, then come back here.',
    )
}

const removePasskey = change('/desk/me/passkeys/:id/ending', 'read', {
  ...button,
  asksWho: true,
  // Before they are asked: a number typed now would not make up for it.
  first: refuseByMailbox,
  find: (visit: Visit): Passkey => theirs(visit, visit.store.passkeys.list(visit.who.personId)),
  decide: (visit) => {
    if (!mayRemovePasskey(visit))
      throw new Problem(
        409,
        'This is your only second step',
        'Nothing was changed. ' +
          'Add another passkey or an authenticator app first, then remove this one.',
      )
    return accept(null)
  },
  record: ({ store, by }, key) => store.passkeys.end(key.id, by),
  answer: (visit) => {
    tellOfWayIn(visit, visit.who.personId, 'A passkey was removed from your sign-in.')
    return '/desk/me'
  },
})

const leaveAccount = change('/desk/me/accounts/:id/ending', 'read', {
  ...button,
  asksWho: true,
  find: (visit: Visit): Account => theirs(visit, visit.store.workAccounts.list(visit.who.personId)),
  record: ({ store, by }, account) => store.workAccounts.end(account.id, by),
})

const endCalendar = change('/desk/me/calendar/ending', 'read', {
  ...button,
  find: nothing,
  record: ({ store, by }) => store.calendars.end(by),
})

const chooseCalendarWords = change('/desk/me/calendar/words', 'read', {
  name: 'calendar-words',
  find: nothing,
  allow: byPolicy,
  form: WordsForm,
  decide: (_visit, _, { words: chosen }) => accept(chosen),
  record: ({ store, by }, _, chosen) => store.calendars.recordWords(chosen, by),
  answer: () => '/desk/me#calendar',
  again: (visit, _, failed) => mePage(visit, failed),
})

// The address is shown once, on the answer to the form that made it: only its hash is kept.
const makeCalendar = post('/desk/me/calendar', 'read', (visit) => {
  const { desk, store, who, by, request, reply, once } = visit
  const again = desk.shown.find(once)
  if (again) return show(reply, again)
  const form = parse(CalendarForm, visit.body)
  if (!form.accepted)
    return refused(request, reply, form.refusals, () =>
      mePage(visit, { form: 'me', errors: form.refusals, body: {} }),
    )
  // The page that shows it, loaded again, would send its form again and end the address that is in
  // a calendar by now.
  if (form.value.since !== (store.calendars.since(who.personId) ?? ''))
    return saved(request, reply, '/desk/me')
  const token = store.calendars.make(by)
  const page = mePage(visit, undefined, `${desk.config.publicUrl}/calendar/${token}.ics`)
  return show(reply, desk.shown.keep(once, page))
})

const agreeToBeNamed = change('/desk/me/alumni', 'read', {
  name: 'alumni',
  find: nothing,
  allow: byPolicy,
  form: AlumniForm,
  decide: (_visit, _, { alumni }) => accept(alumni),
  record: ({ store, by }, _, agreed) => store.batons.recordAlumni(agreed, by),
  answer: () => '/desk/me',
  again: (visit, _, failed) => mePage(visit, failed),
})

/**
 * `/desk/me`: what someone decides for themselves: where they are signed in, by what, and whether
 * they may be named.
 */
export const meRoutes: readonly Route[] = [
  page('/desk/me', 'read', (visit) => mePage(visit)),
  endOtherSessions,
  endSession,
  removePasskey,
  leaveAccount,
  endCalendar,
  makeCalendar,
  chooseCalendarWords,
  agreeToBeNamed,
]
