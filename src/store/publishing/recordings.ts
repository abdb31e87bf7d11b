import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Recording } from '../../domain/publishing/recordings.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { fingerprint } from '../evidence/leaflets.ts'
import { journaled, type By } from '../journal.ts'
import { recordings } from '../schema/publishing.ts'
import { forget } from '../transactions.ts'

/** Entries read aloud, one file in a language: the newest counts, and the bytes of the others go. */
export const recordingsStore = (db: Db) => ({
  list: (): Recording[] =>
    withoutBytes(db).where(isNull(recordings.endedAt)).orderBy(asc(recordings.id)).all(),
  ofConcern: (concernId: number): Recording[] =>
    withoutBytes(db)
      .where(and(eq(recordings.concernId, concernId), isNull(recordings.endedAt)))
      .orderBy(asc(recordings.language))
      .all(),
  /** The very file that was approved, and the words that it reads. */
  byHash: (concernId: number, hash: string): { bytes: Buffer; text: string } | undefined => {
    const row = db
      .select({ bytes: recordings.bytes, text: recordings.reads })
      .from(recordings)
      .where(
        and(
          eq(recordings.concernId, concernId),
          eq(recordings.hash, hash),
          isNull(recordings.endedAt),
        ),
      )
      .get()
    return row?.bytes ? { bytes: row.bytes, text: row.text } : undefined
  },
  record: (
    recording: Pick<Recording, 'concernId' | 'language' | 'seconds' | 'reads'> & { bytes: Buffer },
    by: By,
  ): number =>
    journaled(db, by, 'put a recording to', 'concern', () => {
      end(db, recording.concernId, recording.language, by)
      insert(db, recordings, {
        ...recording,
        hash: fingerprint(recording.bytes),
        size: recording.bytes.length,
        personId: by.personId!,
        at: by.at,
      })
      return recording.concernId
    }),
  /** The sound and the words that it reads go, out of the log as well (R15). */
  recordEnd: ({ concernId, language }: Pick<Recording, 'concernId' | 'language'>, by: By): number =>
    journaled(db, by, 'took out a recording of', 'concern', () => {
      end(db, concernId, language, by)
      return concernId
    }),
})

const withoutBytes = (db: Db) =>
  db
    .select({
      id: recordings.id,
      concernId: recordings.concernId,
      language: recordings.language,
      hash: recordings.hash,
      size: recordings.size,
      seconds: recordings.seconds,
      reads: recordings.reads,
      at: recordings.at,
    })
    .from(recordings)
    .$dynamic()

const end = (db: Db, concernId: number, language: string, by: By): void => {
  db.update(recordings)
    .set({ endedAt: by.at, bytes: null, reads: '' })
    .where(
      and(
        eq(recordings.concernId, concernId),
        eq(recordings.language, language),
        isNull(recordings.endedAt),
      ),
    )
    .run()
  forget(db)
}
