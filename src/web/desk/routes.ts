import { homeRoutes } from './home/home.ts'
import { readingsRoutes } from './readings.ts'
import { agendaRoutes } from './round-tables/agenda.ts'
import { agendaTopicsRoutes } from './round-tables/agenda-topics.ts'
import { asLastTimeRoutes } from './round-tables/attendance/as-last-time.ts'
import { bringingRoutes } from './round-tables/bringing-in.ts'
import { linesRoutes } from './round-tables/line/typed-lines.ts'
import { minutesLettersRoutes } from './round-tables/minutes-letters.ts'
import { minutesRoutes } from './round-tables/minutes.ts'
import { decisionsRoutes } from './round-tables/decisions.ts'
import { attendanceRoutes } from './round-tables/minuting/attendance.ts'
import { carriedRoutes } from './round-tables/minuting/carried.ts'
import { finishingRoutes } from './round-tables/minuting/finishing.ts'
import { itemsRoutes } from './round-tables/minuting/items.ts'
import { mistakesRoutes } from './round-tables/minuting/mistakes.ts'
import { newConcernsRoutes } from './round-tables/minuting/new-concerns.ts'
import { changePlanRoutes } from './round-tables/planning/change-plan.ts'
import { invitationsRoutes } from './round-tables/planning/invitations.ts'
import { seriesRoutes } from './round-tables/planning/series.ts'
import { prioritiesRoutes } from './round-tables/minuting/priorities.ts'
import { turnsRoutes } from './round-tables/minuting/turns.ts'
import { roomRoutes } from './round-tables/room/room.ts'
import { roundTablesRoutes } from './round-tables/round-tables.ts'
import { concernsRoutes } from './concerns/concerns.ts'
import { aimsRoutes } from './concerns/aims.ts'
import { joiningRoutes } from './concerns/joining.ts'
import { passingOnRoutes } from './concerns/passing-on.ts'
import { priorityRoutes } from './concerns/priority.ts'
import { actionsRoutes } from './actions/actions.ts'
import { lettersRoutes } from './actions/letters/letters.ts'
import { myActionsRoutes } from './actions/my-actions.ts'
import { briefingRoutes } from './evidence/briefing.ts'
import { eventsRoutes } from './evidence/events/events.ts'
import { findingsRoutes } from './evidence/events/findings.ts'
import { padsRoutes } from './evidence/events/tally-pads.ts'
import { leafletsRoutes } from './evidence/leaflets/leaflets.ts'
import { phasesRoutes } from './evidence/programmes/phases.ts'
import { pointsRoutes } from './evidence/programmes/points.ts'
import { programmesRoutes } from './evidence/programmes/programmes.ts'
import { stepsRoutes } from './evidence/programmes/steps.ts'
import { shownPhotosRoutes } from './evidence/shown-photos.ts'
import { quotesRoutes } from './evidence/quotes.ts'
import { unrecordedSessionsRoutes } from './evidence/unrecorded-sessions.ts'
import { publicationsRoutes } from './publishing/publications.ts'
import { translationsRoutes } from './publishing/translations.ts'
import { recordingsRoutes } from './publishing/recordings.ts'
import { translatorsRoutes } from './publishing/translators/file.ts'
import { messagesRoutes } from './residents/messages.ts'
import { erasuresRoutes } from './residents/erasures.ts'
import { requestsRoutes } from './residents/requests.ts'
import { batonsRoutes } from './people/batons.ts'
import { meRoutes } from './people/me.ts'
import { otherTablesRoutes } from './people/other-tables/other-tables.ts'
import { organisationsRoutes } from './people/organisations.ts'
import { organisationReleaseRoutes } from './people/organisation-release.ts'
import { organisationEndingRoutes } from './people/organisation-ending.ts'
import { pastedPeopleRoutes } from './people/bringing-in/pasted.ts'
import { fileRoutes } from './people/erasing/file.ts'
import { erasingRoutes } from './people/erasing/erasing.ts'
import { peopleRoutes } from './people/people.ts'
import { privateListsRoutes } from './people/private-lists.ts'
import { seatEndingRoutes } from './people/seat-ending.ts'
import { seatsRoutes } from './people/seats.ts'
import { authenticatorAppRoutes } from './people/sign-in/authenticator-app.ts'
import { invitationRoutes } from './people/sign-in/invitation.ts'
import { newPasskeyRoutes } from './people/sign-in/new-passkey.ts'
import { passkeysRoutes } from './people/sign-in/passkeys.ts'
import { sessionTimeRoutes } from './people/sign-in/session-time.ts'
import { secondFactorRoutes } from './people/sign-in/second-factor.ts'
import { endingRoutes } from './people/sign-in/ending.ts'
import { setUpRoutes } from './people/sign-in/set-up.ts'
import { signInRoutes } from './people/sign-in/sign-in.ts'
import { workAccountsRoutes } from './people/sign-in/work-accounts.ts'
import { searchRoutes } from './search/search.ts'
import { keepingRoutes } from './settings/keeping.ts'
import { backupsRoutes } from './settings/backups.ts'
import { journalRoutes } from './settings/journal.ts'
import { settingsRoutes } from './settings/settings.ts'
import type { ArrivalRoute } from './arrival.ts'
import type { Route } from './route.ts'

/** Every address behind the desk's door, by area. */
export const deskRoutes: readonly (Route | ArrivalRoute)[] = [
  ...homeRoutes,
  ...searchRoutes,
  ...readingsRoutes,
  ...agendaRoutes,
  ...agendaTopicsRoutes,
  ...turnsRoutes,
  ...bringingRoutes,
  ...linesRoutes,
  ...minutesLettersRoutes,
  ...minutesRoutes,
  ...attendanceRoutes,
  ...asLastTimeRoutes,
  ...carriedRoutes,
  ...finishingRoutes,
  ...itemsRoutes,
  ...mistakesRoutes,
  ...newConcernsRoutes,
  ...prioritiesRoutes,
  ...decisionsRoutes,
  ...roundTablesRoutes,
  ...roomRoutes,
  ...changePlanRoutes,
  ...invitationsRoutes,
  ...seriesRoutes,
  ...concernsRoutes,
  ...aimsRoutes,
  ...joiningRoutes,
  ...passingOnRoutes,
  ...priorityRoutes,
  ...actionsRoutes,
  ...lettersRoutes,
  ...myActionsRoutes,
  ...briefingRoutes,
  ...eventsRoutes,
  ...findingsRoutes,
  ...padsRoutes,
  ...leafletsRoutes,
  ...phasesRoutes,
  ...pointsRoutes,
  ...programmesRoutes,
  ...stepsRoutes,
  ...quotesRoutes,
  ...shownPhotosRoutes,
  ...unrecordedSessionsRoutes,
  ...publicationsRoutes,
  ...recordingsRoutes,
  ...translationsRoutes,
  ...translatorsRoutes,
  ...messagesRoutes,
  ...requestsRoutes,
  ...erasuresRoutes,
  ...batonsRoutes,
  ...meRoutes,
  ...otherTablesRoutes,
  ...sessionTimeRoutes,
  ...organisationsRoutes,
  ...organisationReleaseRoutes,
  ...organisationEndingRoutes,
  ...seatsRoutes,
  ...seatEndingRoutes,
  ...pastedPeopleRoutes,
  ...peopleRoutes,
  ...erasingRoutes,
  ...fileRoutes,
  ...privateListsRoutes,
  ...authenticatorAppRoutes,
  ...invitationRoutes,
  ...newPasskeyRoutes,
  ...passkeysRoutes,
  ...secondFactorRoutes,
  ...setUpRoutes,
  ...endingRoutes,
  ...signInRoutes,
  ...workAccountsRoutes,
  ...journalRoutes,
  ...keepingRoutes,
  ...backupsRoutes,
  ...settingsRoutes,
]
