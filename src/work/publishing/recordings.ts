import { filled } from '../../domain/publishing/placeholders.ts'
import { draftOf, liveDraftOf, type Publication } from '../../domain/publishing/publication.ts'
import { readIn, type Recording } from '../../domain/publishing/recordings.ts'
import type { By } from '../../store/journal.ts'
import type { Store } from '../../store/store.ts'

/** Whoever reads may say no, and words may change: the recording is gone everywhere in one step (R18). */
export const endRecording = (store: Store, recording: Recording, by: By): void =>
  store.together(() => {
    const { concernId, hash } = recording
    store.recordings.recordEnd(recording, by)
    const entry = store.publications.findFor({ kind: 'entry', concernId })
    if (entry) store.publications.dropFile(entry, hash, by)
  })

/** One is put here in place of the one before, which is heard no more. */
export const recordRecording = (
  store: Store,
  recording: Parameters<Store['recordings']['record']>[0],
  by: By,
): void =>
  store.together(() => {
    for (const each of store.recordings.ofConcern(recording.concernId))
      if (each.language === recording.language) endRecording(store, each, by)
    store.recordings.record(recording, by)
  })

/** R11, R15: what becomes private, or leaves the board, is not kept as a voice either. */
export const endRecordings = (store: Store, concernId: number, by: By): void => {
  for (const each of store.recordings.ofConcern(concernId)) endRecording(store, each, by)
}

/**
 * R15: a recording goes with the words that it reads: its language's, when what is told in it has
 * changed or was withdrawn, as much as the English.
 */
export const endUnread = (store: Store, by: By): void => {
  const all = store.recordings.list()
  if (all.length === 0) return
  const { tongues } = store.published.next()
  const entries = store.publications.entriesOf(all.map((each) => each.concernId))
  const isRead = ({ language, reads }: Recording, entry: Publication): boolean =>
    [liveDraftOf(entry), draftOf(entry)].some(
      (draft) =>
        draft?.words.kind === 'entry' && readIn(filled(draft.words), tongues)(language) === reads,
    )
  for (const each of all) {
    const entry = entries.get(each.concernId)
    if (!entry || !isRead(each, entry)) endRecording(store, each, by)
  }
}
