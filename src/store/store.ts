import { askBeforeWriting, forget, isFree, onceWritten, write } from './transactions.ts'
import { dirname } from 'node:path'
import type { Publication } from '../domain/publishing/publication.ts'
import { databaseFile } from './folder.ts'
import { keyOf } from './secrets/key-file.ts'
import type { Key } from './secrets/key.ts'
import { workAccountsStore } from './people/work-accounts.ts'
import { actionsStore } from './actions/actions.ts'
import { answersStore } from './round-tables/answers.ts'
import { guestsStore } from './round-tables/guests.ts'
import { seriesStore } from './round-tables/plans.ts'
import { agendasStore } from './round-tables/agendas.ts'
import { batonsStore } from './people/batons.ts'
import { calendarsStore } from './people/carried/calendars.ts'
import { tableKeysStore } from './people/carried/table-keys.ts'
import { concernsStore } from './concerns/concerns.ts'
import { openDatabase, orClosed, type Db } from './database.ts'
import { glancesOf, type Glances } from './glance/glances.ts'
import { sentFormsStore } from './sent-forms.ts'
import { signInStore } from './people/sign-in.ts'
import { eraseAgain, erasuresStore } from './erasing/erasures.ts'
import { eventsStore } from './evidence/events.ts'
import { followersStore } from './residents/followers.ts'
import { inboxStore } from './residents/inbox.ts'
import { invitationsStore } from './people/invitations.ts'
import { photosStore } from './actions/photos.ts'
import { keepingStore, refuseUnruled } from './keeping/keeping.ts'
import { releasesStore } from './actions/releases.ts'
import { shownPhotosStore } from './actions/shown-photos.ts'
import { requestsStore } from './residents/requests.ts'
import { reportLinksStore } from './actions/report-links.ts'
import { noticesStore } from './actions/notices.ts'
import { messagesStore } from './residents/messages.ts'
import { saidOf } from './residents/said.ts'
import { verdictsStore } from './residents/verdicts.ts'
import { journalStore } from './journal.ts'
import { healthOf } from './settings/health.ts'
import { labelsStore } from './settings/labels.ts'
import { sampleStore } from './settings/sample.ts'
import { leafletsStore } from './evidence/leaflets.ts'
import { lettersStore } from './letters/letters.ts'
import { typedLinesStore } from './round-tables/typed-lines.ts'
import { notesStore } from './round-tables/notes.ts'
import { organisationsStore } from './people/organisations.ts'
import { privateListsStore } from './people/lists/list-answers.ts'
import { passkeysStore } from './people/passkeys.ts'
import { peopleStore } from './people/people.ts'
import { programmesStore } from './evidence/programmes.ts'
import { publishedStore } from './published.ts'
import { quotesStore } from './evidence/quotes.ts'
import { roundTablesStore } from './round-tables/round-tables.ts'
import { searchStore } from './search/words.ts'
import { sealingStore } from './sealing/sealing.ts'
import { recordingsStore } from './publishing/recordings.ts'
import { sourcesStore } from './publishing/sources.ts'
import { publicationsStore } from './publishing/publications.ts'
import { challengesStore } from './people/challenges.ts'
import { writeBoardFile } from './publishing/board-file.ts'
import { unrecordedSessionsStore } from './evidence/unrecorded-sessions.ts'

/** The record, as one object: a part for each noun. */
export const openStore = (folder: string, isSound = false) => {
  const db = openDatabase(folder, isSound)
  return orClosed(db, () => {
    refuseUnruled(db.$client)
    eraseAgain(db, folder)
    return storeOver(db, databaseFile(folder))
  })
}

/** The same over a connection that is open already. */
export const storeOver = (db: Db, file: string) => {
  const key = keyOf(dirname(file))
  const published = publishedStore(db, (next) => onceWritten(db, next))
  // What falls due is looked at through parts that are made further down.
  const glances = glancesOf(db, () => ({
    messages: parts.messages.listUnfiltered,
    requests: parts.requests.listUnfiltered,
    events: evidence.events.listUnfiltered,
    leaflets: evidence.leaflets.listUnfiltered,
    said: saidOf(db, { board: published.board, verdicts: parts.verdicts }),
    publications: publications.listOf,
    now: sources.now,
  }))
  const parts = {
    published,
    glances,
    ...partnershipOf(db, key),
    ...tablesOf(db, glances),
    ...lettersOf(db),
    ...residentsOf(db, key),
    unrecordedSessions: unrecordedSessionsStore(db),
    quotes: quotesStore(db),
    recordings: recordingsStore(db),
  }
  const evidence = {
    events: eventsStore(db, parts),
    leaflets: leafletsStore(db, parts),
    programmes: programmesStore(db, parts),
  }
  const publications = publicationsStore(db, {
    published,
    isAlone: parts.people.isAlone,
    fileOf: (of, hash) => fileOf({ ...parts, ...evidence }, of, hash),
    roundTable: parts.roundTables.findById,
    madeUp: parts.sample.madeUp,
  })
  const sources = sourcesStore({
    ...parts,
    ...evidence,
    publishedTokens: publications.publishedTokens,
    publicNow: publications,
    fileTexts: publications.fileTexts,
  })
  return {
    file,
    ...parts,
    ...evidence,
    sources,
    publications,
    journal: journalStore(db),
    search: searchStore(db),
    sealing: sealingStore(db),
    erasures: erasuresStore(db, file),
    keeping: keepingStore(db),
    signIn: signInStore(db, key),
    sentForms: sentFormsStore(db),
    health: healthOf(db, file),
    ...wholeOf(db),
  }
}

export type Store = ReturnType<typeof storeOver>

/** The file that is told with a leaflet, a photo or a recording, by its fingerprint. */
const fileOf = (
  { leaflets, shownPhotos, recordings }: Pick<Store, 'leaflets' | 'shownPhotos' | 'recordings'>,
  {
    leafletId,
    shownPhotoId,
    concernId,
  }: Pick<Publication, 'leafletId' | 'shownPhotoId' | 'concernId'>,
  hash: string,
) => {
  if (leafletId !== null) return leaflets.fileByHash(leafletId, hash)
  if (shownPhotoId !== null) return shownPhotos.byHash(shownPhotoId, hash)
  return recordings.byHash(concernId!, hash)
}

/** What is done with the record as a whole. */
const wholeOf = (db: Db) => ({
  /** What was deleted leaves the log of the database as well, once what is being written is on disk. */
  forget: (): void => forget(db),
  /** Asks before each write whether the record is still ours. */
  askBeforeWriting: (ask: () => boolean): void => askBeforeWriting(db, ask),
  /** Whether nobody else writes in it just now. */
  isFree: (): boolean => isFree(db),
  /** Several verbs as one transaction: all of it is on disk, or none (R22). */
  together: <T>(work: () => T): T => write(db, work),
  /** Once what is being written is on disk, and never where it is rolled back. */
  afterwards: (next: () => void): void => onceWritten(db, next),
  /** Writes what is told now into a file of its own, with nothing else in it. */
  copyBoardTo: (file: string): void => writeBoardFile(db, file),
  /** Has SQLite count anew what it plans its queries by, where the record has grown since. */
  optimize: (): void => write(db, () => optimize(db)),
  close: (): void => {
    optimize(db)
    db.$client.close()
  },
})

const optimize = ({ $client: client }: Db): void => void client.pragma('optimize')

/** Who is in the partnership, and how they come in. */
const partnershipOf = (db: Db, key: Key) => ({
  organisations: organisationsStore(db),
  people: peopleStore(db),
  labels: labelsStore(db),
  sample: sampleStore(db),
  batons: batonsStore(db),
  privateLists: privateListsStore(db),
  invitations: invitationsStore(db),
  passkeys: passkeysStore(db),
  workAccounts: workAccountsStore(db),
  challenges: challengesStore(db),
  calendars: calendarsStore(db),
  tableKeys: tableKeysStore(db, key),
})

/** What round tables are about: concerns, actions, and what is minuted. */
const tablesOf = (db: Db, glances: Glances) => ({
  roundTables: roundTablesStore(db, glances),
  concerns: concernsStore(db, glances),
  actions: actionsStore(db, glances),
  photos: photosStore(db),
  shownPhotos: shownPhotosStore(db),
  notes: notesStore(db),
  typedLines: typedLinesStore(db),
  agendas: agendasStore(db),
  series: seriesStore(db),
  answers: answersStore(db),
  guests: guestsStore(db),
})

/** What is sent, why, and the links in it. */
const lettersOf = (db: Db) => ({
  letters: lettersStore(db),
  notices: noticesStore(db),
  reportLinks: reportLinksStore(db),
  releases: releasesStore(db),
})

/** What residents leave. */
const residentsOf = (db: Db, key: Key) => ({
  messages: messagesStore(db),
  verdicts: verdictsStore(db),
  inbox: inboxStore(db, key),
  followers: followersStore(db),
  requests: requestsStore(db),
})
