import { accountsPart } from './accounts.ts'
import { actionsPart } from './actions.ts'
import { agendasPart } from './agendas.ts'
import { batonsPart } from './batons.ts'
import { calendarsPart } from './calendars.ts'
import { concernsPart } from './concerns.ts'
import { databaseFile, openDatabase, write, type Db } from './database.ts'
import { doorPart } from './door.ts'
import { eventsPart } from './events.ts'
import { followersPart } from './followers.ts'
import { inboxPart } from './inbox.ts'
import { invitationsPart } from './invitations.ts'
import { linksPart } from './links.ts'
import { noticesPart } from './notices.ts'
import { messagesPart } from './messages.ts'
import { verdictsPart } from './verdicts.ts'
import { journalPart } from './journal.ts'
import { labelsPart } from './labels.ts'
import { leafletsPart } from './leaflets.ts'
import { lettersPart } from './letters.ts'
import { linesPart } from './lines.ts'
import { notesPart } from './notes.ts'
import { organisationsPart } from './organisations.ts'
import { passkeysPart } from './passkeys.ts'
import { peoplePart } from './people.ts'
import { programmesPart } from './programmes.ts'
import { publishedPart } from './published.ts'
import { quotesPart } from './quotes.ts'
import { roundTablesPart } from './round-tables.ts'
import { sourcesPart } from './sources.ts'
import { tellingsPart } from './tellings.ts'
import { tripsPart } from './trips.ts'
import { unrecordedPart } from './unrecorded.ts'

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
