import { z } from 'zod'
import { accept, refuse } from '../../../domain/decision.ts'
import { draftOf, type Publication } from '../../../domain/publishing/publication.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import { putRecording, type Recording } from '../../../domain/publishing/recordings.ts'
import { endRecording, recordRecording } from '../../../work/publishing/recordings.ts'
import { byPolicy, NothingTyped, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { MOST_RECORDING_BYTES, readRecording } from '../../files/sound/recording.ts'
import { DOWNLOAD_CSP } from '../../page-cache.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { change, get, type Route } from '../route.ts'
import type { Desk, Visit } from '../visit.ts'
import { findPublication } from './find-publication.ts'
import { publicationPage } from './publication-page.ts'

/** An entry that is not off the board: only that is read aloud. */
const findEntry = (visit: Visit): Publication & { concernId: number } => {
  const publication = findPublication(visit.store, visit)
  const { kind, concernId, withdrawal } = publication
  if (kind !== 'entry' || concernId === null || withdrawal) throw notFound()
  return { ...publication, concernId }
}

const recordingForm = ({ languages }: Desk) =>
  z.strictObject({
    language: z.enum(
      languages.map(({ code }) => code),
      'Choose its language',
    ),
    agreed: z.literal('yes').optional(),
    file: z.instanceof(Uint8Array).optional(),
  })

const wordsOf = (publication: Publication): EntryWords => draftOf(publication)!.words as EntryWords

const again = (visit: Visit, publication: Publication, failed: Failed) => {
  const body = { ...(failed.body as object), file: undefined }
  return view(
    'desk/publishing/entries/show',
    publicationPage(visit, publication, '', { ...failed, body }),
  )
}
const onward = (_visit: Visit, { id }: Publication) => `${to('/desk/entries', id)}#recordings`

/**
 * The same mechanism as a leaflet's file: it is part of what is approved (R13), and is told with the
 * words when they are saved, approved and published again.
 */
const putItHere = change('/desk/entries/:id/recordings', 'draft', {
  name: 'recording',
  find: findEntry,
  allow: byPolicy,
  form: ({ desk }) => recordingForm(desk),
  decide: ({ store }, publication, { language, agreed, file }) => {
    const read = readRecording(file ?? new Uint8Array())
    if ('wrong' in read) return refuse('file', read.wrong)
    const { concernId } = publication
    const text = store.sources.source().readIn(concernId, wordsOf(publication))(language)
    return putRecording(text, language, agreed === 'yes', read)
  },
  record: ({ store, by }, { concernId }, { reads, read }, { language }) => {
    recordRecording(store, { concernId, language, reads, ...read }, by)
  },
  answer: onward,
  again,
  fileBytes: 2 * MOST_RECORDING_BYTES,
})

const findRecording = (visit: Visit) => {
  const publication = findEntry(visit)
  const recording = visit.store.recordings
    .ofConcern(publication.concernId)
    .find((each) => each.language === visit.params.language)
  if (!recording) throw notFound()
  return { publication, recording }
}

/** Whoever approves listens to the very file that will be published. */
const listen = get('/desk/entries/:id/recordings/:language', 'matter', (visit) => {
  const { recording } = findRecording(visit)
  const { bytes } = visit.store.recordings.byHash(recording.concernId, recording.hash) ?? {}
  if (!bytes) throw notFound()
  return visit.reply
    .headers({
      'content-type': 'audio/mpeg',
      'content-disposition': `attachment; filename="${fileName(recording)}"`,
      'content-security-policy': DOWNLOAD_CSP,
    })
    .send(bytes)
})

const fileName = ({ concernId, language }: Recording): string =>
  `entry-${concernId}-${language}.mp3`

const takeItOut = change('/desk/entries/:id/recordings/:language/ending', 'draft', {
  name: 'recording',
  find: findRecording,
  allow: byPolicy,
  form: NothingTyped,
  decide: () => accept(undefined),
  record: ({ store, by }, { recording }) => endRecording(store, recording, by),
  answer: (visit, { publication }) => onward(visit, publication),
  again: (visit, { publication }, failed) => again(visit, publication, failed),
})

/** An entry read aloud in a language, for those who do not read. */
export const recordingsRoutes: readonly Route[] = [putItHere, listen, takeItOut]
