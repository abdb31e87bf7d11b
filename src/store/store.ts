import { write } from './transactions.ts'
import { databaseFile } from './folder.ts'
import { workAccountsStore } from './people/work-accounts.ts'
import { actionsStore } from './actions/actions.ts'
import { agendasStore } from './round-tables/agendas.ts'
import { batonsStore } from './people/batons.ts'
import { calendarsStore } from './people/calendars.ts'
import { concernsStore } from './concerns/concerns.ts'
import { openDatabase, type Db } from './database.ts'
import { signInStore } from './people/sign-in.ts'
import { eventsStore } from './evidence/events.ts'
import { followersStore } from './residents/followers.ts'
import { inboxStore } from './residents/inbox.ts'
import { invitationsStore } from './people/invitations.ts'
import { reportLinksStore } from './actions/report-links.ts'
import { noticesStore } from './actions/notices.ts'
import { messagesStore } from './residents/messages.ts'
import { verdictsStore } from './residents/verdicts.ts'
import { journalStore } from './journal.ts'
import { labelsStore } from './settings/labels.ts'
import { leafletsStore } from './evidence/leaflets.ts'
import { lettersStore } from './letters.ts'
import { typedLinesStore } from './round-tables/typed-lines.ts'
import { notesStore } from './round-tables/notes.ts'
import { organisationsStore } from './people/organisations.ts'
import { passkeysStore } from './people/passkeys.ts'
import { peopleStore } from './people/people.ts'
import { programmesStore } from './evidence/programmes.ts'
import { publishedStore } from './published.ts'
import { quotesStore } from './evidence/quotes.ts'
import { roundTablesStore } from './round-tables/round-tables.ts'
import { sourcesStore } from './publishing/sources.ts'
import { publicationsStore } from './publishing/publications.ts'
import { challengesStore } from './people/challenges.ts'
import { unrecordedSessionsStore } from './evidence/unrecorded-sessions.ts'

/** The record, as one object: a part for each noun. */
export const openStore = (folder: string) => storeOver(openDatabase(folder), databaseFile(folder))

export const storeOver = (db: Db, file: string) => {
  const published = publishedStore(db)
  const parts = {
    published,
    organisations: organisationsStore(db),
    people: peopleStore(db),
    labels: labelsStore(db),
    roundTables: roundTablesStore(db),
    concerns: concernsStore(db),
    actions: actionsStore(db),
    notes: notesStore(db),
    typedLines: typedLinesStore(db),
    letters: lettersStore(db),
    agendas: agendasStore(db),
    unrecordedSessions: unrecordedSessionsStore(db),
    messages: messagesStore(db),
    verdicts: verdictsStore(db),
    inbox: inboxStore(db),
    followers: followersStore(db),
    notices: noticesStore(db),
    reportLinks: reportLinksStore(db),
    batons: batonsStore(db),
    invitations: invitationsStore(db),
    passkeys: passkeysStore(db),
    workAccounts: workAccountsStore(db),
    challenges: challengesStore(db),
    calendars: calendarsStore(db),
    quotes: quotesStore(db),
  }
  const evidence = {
    events: eventsStore(db, parts),
    leaflets: leafletsStore(db, parts),
    programmes: programmesStore(db, parts),
  }
  const publications = publicationsStore(db, {
    published,
    isAlone: parts.people.isAlone,
    fileOf: evidence.leaflets.fileByHash,
  })
  return {
    file,
    ...parts,
    ...evidence,
    sources: sourcesStore({
      ...parts,
      ...evidence,
      publishedTokens: publications.publishedTokens,
      toldAt: publications.toldAt,
      fileTexts: publications.fileTexts,
    }),
    publications,
    journal: journalStore(db),
    signIn: signInStore(db),
    /** Several verbs as one transaction: all of it is on disk, or none (R22). */
    together: <T>(work: () => T): T => write(db, work),
    close: (): void => {
      db.$client.pragma('optimize')
      db.$client.close()
    },
  }
}

export type Store = ReturnType<typeof storeOver>
