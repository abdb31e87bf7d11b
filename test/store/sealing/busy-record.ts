import { copyFileSync } from 'node:fs'
import { FIRST } from '../../../src/domain/publishing/told.ts'
import { partnershipOf } from '../../../src/sample/partnership.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { openStore, type Store } from '../../../src/store/store.ts'
import { entryWords, tell, tellAgain, translate, withdraw } from '../../support/publications.ts'
import { sampleFile } from '../../support/sample-file.ts'

const AT = '2022-01-26T10:00:00.000Z'

/**
 * The people of the sample or all of it, and then all that may rightly be taken out of what the
 * chain covers: a withdrawal, a correction for privacy, a quote whose yes is taken back, files that
 * go, a resident and someone who left erased.
 */
export const busyRecord = (folder: string, from: 'people' | 'sample'): void => {
  if (from === 'sample') copyFileSync(sampleFile(), databaseFile(folder))
  const store = openStore(folder)
  if (from === 'people') partnershipOf(store)
  const by = { personId: store.people.list()[0]!.id, at: AT }
  const first = tell(store, entryWords(), AT)
  translate(store, first.slug, 'ar', { 'The park is dark.': 'الحديقة مظلمة.' })
  store.publications.recordOverruling(
    first.id,
    { key: 'plain', found: 'dark', reason: 'A plain word' },
    by,
  )
  const draft = store.publications.find(first.id)!.drafts.at(-1)!
  const [organisation] = store.organisations.list()
  store.publications.recordApproval(first.id, draft.id, false, by)
  store.publications.recordComment(first.id, draft.id, organisation!.id, 'So it was.', by)
  const change = { kind: 'privacy' as const, words: 'To protect someone.' }
  tellAgain(store, first.id, entryWords({ change, said: 'A place is dark.' }), AT)
  const second = tell(store, entryWords({ said: 'The stairs are dark.' }), AT)
  translate(store, second.slug, 'so', { 'The stairs are dark.': 'Jaranjarada waa mugdi.' })
  withdraw(store, second.id, AT)
  takeBackWhatWasAgreed(store, by)
  erase(store, by)
  store.close()
}

type By = { personId: number; at: string }

const takeBackWhatWasAgreed = (store: Store, by: By): void => {
  const quote = tellQuote(store, by)
  store.publications.forget('quoteId', quote, 'The consent was withdrawn.', by)
  store.quotes.recordWithdrawal(quote, by)
  tellLeaflet(store, 'Know your rights', by)
  const leaflet = tellLeaflet(store, 'Stay safe', by)
  store.publications.dropFile(leaflet, leaflet.hash, by)
  withdraw(store, leaflet.id, AT)
}

const tellQuote = (store: Store, by: By): number => {
  const concern = store.concerns.record(CONCERN, { roundTableId: null, splitFromId: null }, by)
  const said = { words: 'It was good.', role: 'a mother', until: '2023-01-01' }
  const consent = { ...said, use: 'the board', askedById: by.personId }
  const quoteId = store.quotes.record(concern, consent, by)
  const subject = { kind: 'quote' as const, concernId: concern, roundTableId: null, year: null }
  const words = { kind: 'quote' as const, change: FIRST, entry: '2021-q2-1', ...said }
  const id = store.publications.record({ ...subject, quoteId }, words, [], by)
  const check = { key: 'names', found: 'a mother', reason: 'A role' }
  store.publications.recordOverruling(id, check, by)
  const publication = store.publications.find(id)!
  store.publications.recordPublication(publication, publication.drafts.at(-1)!, by)
  return quoteId
}

/** One of which a file is told. */
const tellLeaflet = (store: Store, title: string, by: By) => {
  const leafletId = store.leaflets.record({ ...LEAFLET, title }, by)
  store.leaflets.recordFile(leafletId, { language: 'en', bytes: Buffer.from('%PDF'), text: '' }, by)
  const [file] = store.leaflets.listUnfiltered().find(({ id }) => id === leafletId)!.files
  const subject = { kind: 'leaflet' as const, concernId: null, roundTableId: null, year: null }
  const files = [{ language: 'en', hash: file!.hash, size: 4 }]
  const id = store.publications.record({ ...subject, leafletId }, { ...TOLD, title, files }, [], by)
  const publication = store.publications.find(id)!
  store.publications.recordPublication(publication, publication.drafts.at(-1)!, by)
  return { ...store.publications.find(id)!, hash: file!.hash }
}

const CONCERN = {
  text: 'The bus stop is dark.',
  raisedOn: '2021-07',
  originKind: 'phone' as const,
  originNote: null,
  themeId: null,
  areaId: null,
  depth: 'table' as const,
  ground: null,
  list: [],
}
const LEAFLET = {
  organisationId: null,
  version: '',
  languages: ['en'],
  answers: 'How do I stay safe?',
  actionId: null,
  place: 'The library',
  replacesId: null,
}
const TOLD = {
  kind: 'leaflet' as const,
  change: FIRST,
  who: null,
  version: '',
  languages: ['en'],
  copies: null,
  answers: 'How do I stay safe?',
  place: 'The library',
  handed: '',
  replaces: null,
}

const erase = (store: Store, by: By): void => {
  const words = { language: 'en', text: 'Our street', area: null, name: 'A', reach: 'a@b.example' }
  store.inbox.leaveMessage(words, AT, AT.slice(0, 10))
  store.erasures.record('message', store.messages.listUnfiltered().at(-1)!.id, by)
  const leaver = store.people.list().at(-1)!
  store.erasures.record('person', leaver.id, by)
}
