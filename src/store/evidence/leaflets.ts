import { createHash } from 'node:crypto'
import { and, eq, isNull, desc } from 'drizzle-orm'
import type { Leaflet, LeafletWritten } from '../../domain/evidence/leaflet.ts'
import { may } from '../../domain/may.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Db } from '../database.ts'
import { asAsked } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, type By, isSentTwice } from '../journal.ts'
import { leafletFiles, leaflets, leafletTerms } from '../schema/leaflets.ts'
import { forget } from '../transactions.ts'
import { recordHandings } from './leaflet-handings.ts'
import { loadLeaflets, type Questions } from './leaflet-rows.ts'

/** What a file is known by: an approval holds for the very bytes (R13). */
export const fingerprint = (bytes: Buffer): string =>
  createHash('sha256').update(bytes).digest('hex')

/** What there is to hand out: what is written of it, who handed it to whom, and its files. */
export const leafletsStore = (db: Db, questions: Questions) => ({
  find: (id: number, who: Who): Leaflet | undefined =>
    loadLeaflets(db, questions, [id]).find((leaflet) => may.see(who, leaflet)),
  list: (who: Who): Leaflet[] =>
    loadLeaflets(db, questions).filter((leaflet) => may.see(who, leaflet)),
  /** For what is told and what is checked: never handed to a page. */
  listUnfiltered: (ids?: number[]): Leaflet[] => loadLeaflets(db, questions, ids),
  /** Those with these numbers that this person may know of, in the order of the numbers. */
  listOf: (ids: number[], who: Who): Leaflet[] =>
    asAsked(ids, loadLeaflets(db, questions, ids)).filter((leaflet) => may.see(who, leaflet)),
  record: (written: LeafletWritten, by: By): number => {
    const last = db.select().from(leafletTerms).orderBy(desc(leafletTerms.id)).limit(1).get()
    if (last && isSame(last, written) && isSentTwice(last, by)) return last.leafletId
    return journaled(db, by, 'wrote down', 'leaflet', () => {
      const id = insert(db, leaflets, { createdAt: by.at })
      insertTerms(db, id, written, by)
      return id
    })
  },
  recordTerms: (id: number, written: LeafletWritten, by: By): number =>
    journaled(db, by, 'changed', 'leaflet', () => {
      insertTerms(db, id, written, by)
      return id
    }),
  ...recordHandings(db),
  ...filesOfLeaflets(db),
})

const isSame = (
  last: typeof leafletTerms.$inferSelect,
  { languages, ...written }: LeafletWritten,
): boolean =>
  last.languages === languages.join(' ') &&
  (Object.keys(written) as (keyof typeof written)[]).every((name) => last[name] === written[name])

const insertTerms = (
  db: Db,
  leafletId: number,
  { languages, ...written }: LeafletWritten,
  by: By,
): void => {
  insert(db, leafletTerms, {
    ...written,
    leafletId,
    languages: languages.join(' '),
    personId: by.personId!,
    at: by.at,
  })
}

/** The files of leaflets, one in a language: bytes and the text that is read in them. */
const filesOfLeaflets = (db: Db) => ({
  /**
   * Puts a file in the place of the one there was in this language; the bytes of the old one go.
   */
  recordFile: (
    id: number,
    file: { language: string; bytes: Buffer; text: string },
    by: By,
  ): number =>
    journaled(db, by, 'put a file to', 'leaflet', () => {
      endFiles(db, id, file.language, by)
      insert(db, leafletFiles, {
        leafletId: id,
        ...file,
        hash: fingerprint(file.bytes),
        size: file.bytes.length,
        personId: by.personId!,
        at: by.at,
      })
      return id
    }),
  endFile: (id: number, language: string, by: By): number =>
    journaled(db, by, 'took out a file of', 'leaflet', () => {
      endFiles(db, id, language, by)
      return id
    }),
  bytes: (fileId: number): Buffer | undefined =>
    db
      .select({ bytes: leafletFiles.bytes })
      .from(leafletFiles)
      .where(eq(leafletFiles.id, fileId))
      .get()?.bytes ?? undefined,
  fileByHash: (id: number, hash: string): { bytes: Buffer; text: string } | undefined => {
    const row = db
      .select({ bytes: leafletFiles.bytes, text: leafletFiles.text })
      .from(leafletFiles)
      .where(
        and(
          eq(leafletFiles.leafletId, id),
          eq(leafletFiles.hash, hash),
          isNull(leafletFiles.endedAt),
        ),
      )
      .get()
    return row?.bytes ? { bytes: row.bytes, text: row.text } : undefined
  },
})

const endFiles = (db: Db, leafletId: number, language: string, by: By): void => {
  db.update(leafletFiles)
    .set({ endedAt: by.at, bytes: null, text: '' })
    .where(
      and(
        eq(leafletFiles.leafletId, leafletId),
        eq(leafletFiles.language, language),
        isNull(leafletFiles.endedAt),
      ),
    )
    .run()
  forget(db)
}
