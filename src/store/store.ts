import { accountsPart } from './people/work-accounts.ts'
import { actionsPart } from './actions/actions.ts'
import { agendasPart } from './round-tables/agendas.ts'
import { batonsPart } from './people/batons.ts'
import { calendarsPart } from './people/calendars.ts'
import { concernsPart } from './concerns/concerns.ts'
import { databaseFile, openDatabase, write, type Db } from './database.ts'
import { doorPart } from './people/sign-in.ts'
import { eventsPart } from './evidence/events.ts'
import { followersPart } from './residents/followers.ts'
import { inboxPart } from './residents/inbox.ts'
import { invitationsPart } from './people/invitations.ts'
import { linksPart } from './actions/report-links.ts'
import { noticesPart } from './actions/reminders.ts'
import { messagesPart } from './residents/messages.ts'
import { verdictsPart } from './residents/verdicts.ts'
import { journalPart } from './journal.ts'
import { labelsPart } from './settings/labels.ts'
import { leafletsPart } from './evidence/leaflets.ts'
import { lettersPart } from './letters.ts'
import { linesPart } from './round-tables/typed-lines.ts'
import { notesPart } from './round-tables/notes.ts'
import { organisationsPart } from './people/organisations.ts'
import { passkeysPart } from './people/passkeys.ts'
import { peoplePart } from './people/people.ts'
import { programmesPart } from './evidence/programmes.ts'
import { publishedPart } from './published.ts'
import { quotesPart } from './evidence/quotes.ts'
import { roundTablesPart } from './round-tables/round-tables.ts'
import { sourcesPart } from './publishing/sources.ts'
import { tellingsPart } from './publishing/publications.ts'
import { tripsPart } from './people/challenges.ts'
import { unrecordedPart } from './evidence/unrecorded-sessions.ts'

/** The record, as one object: a part for each noun. */
export const openStore = (folder: string) => storeOver(openDatabase(folder), databaseFile(folder))

export const storeOver = (db: Db, file: string) => {
  const published = publishedPart(db)
  const parts = {
    published,
    organisations: organisationsPart(db),
    people: peoplePart(db),
    labels: labelsPart(db),
    tables: roundTablesPart(db),
    concerns: concernsPart(db),
    actions: actionsPart(db),
    notes: notesPart(db),
    lines: linesPart(db),
    letters: lettersPart(db),
    agendas: agendasPart(db),
    unrecorded: unrecordedPart(db),
    messages: messagesPart(db),
    verdicts: verdictsPart(db),
    inbox: inboxPart(db),
    followers: followersPart(db),
    notices: noticesPart(db),
    links: linksPart(db),
    batons: batonsPart(db),
    invitations: invitationsPart(db),
    passkeys: passkeysPart(db),
    accounts: accountsPart(db),
    trips: tripsPart(db),
    calendars: calendarsPart(db),
    quotes: quotesPart(db),
  }
  const evidence = {
    events: eventsPart(db, parts),
    leaflets: leafletsPart(db, parts),
    programmes: programmesPart(db, parts),
  }
  const tellings = tellingsPart(db, {
    published,
    isAlone: parts.people.isAlone,
    fileOf: evidence.leaflets.fileByHash,
  })
  return {
    file,
    ...parts,
    ...evidence,
    sources: sourcesPart({
      ...parts,
      ...evidence,
      publishedTokens: tellings.publishedTokens,
      toldAt: tellings.toldAt,
      fileTexts: tellings.fileTexts,
    }),
    tellings,
    journal: journalPart(db),
    door: doorPart(db),
    /** Several verbs as one transaction: all of it is on disk, or none (R22). */
    together: <T>(work: () => T): T => write(db, work),
    close: (): void => {
      db.$client.pragma('optimize')
      db.$client.close()
    },
  }
}

export type Store = ReturnType<typeof storeOver>
