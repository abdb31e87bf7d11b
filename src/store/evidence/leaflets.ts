import { group } from '../group.ts'
import { createHash } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Action } from '../../domain/actions/action.ts'
import type { Handing, Leaflet, LeafletWritten } from '../../domain/evidence/leaflet.ts'
import { may } from '../../domain/may.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Db } from '../database.ts'
import { isSentTwice, journaled, type By } from '../journal.ts'
import { leafletFiles, leafletHandings, leaflets, leafletTerms } from '../schema/leaflets.ts'

/** What a file is known by: an approval holds for the very bytes (R13). */
export const fingerprint = (bytes: Buffer): string =>
  createHash('sha256').update(bytes).digest('hex')

interface Parts {
  actions: { listUnfiltered: (ids: number[]) => Action[] }
}

/** What there is to hand out: what is written of it, who handed it to whom, and its files. */
export const leafletsStore = (db: Db, { actions }: Parts) => {
  const load = (): Leaflet[] => {
    const terms = group(
      db.select().from(leafletTerms).orderBy(leafletTerms.id).all(),
      (row) => row.leafletId,
    )
    const handings = group(
      db
        .select()
        .from(leafletHandings)
        .where(isNull(leafletHandings.endedAt))
        .orderBy(leafletHandings.id)
        .all(),
      (row) => row.leafletId,
    )
    const { id, leafletId, language, hash, size, text, at } = leafletFiles
    const files = group(
      db
        .select({ id, leafletId, language, hash, size, text, at })
        .from(leafletFiles)
        .where(isNull(leafletFiles.endedAt))
        .orderBy(leafletFiles.id)
        .all(),
      (row) => row.leafletId,
    )
    const asked = new Map(
      actions
        .listUnfiltered([...terms.values()].flatMap((each) => each.at(-1)!.actionId ?? []))
        .map((each) => [each.id, each]),
    )
    return db
      .select()
      .from(leaflets)
      .orderBy(leaflets.id)
      .all()
      .map((row) => {
        // R9: it is as narrow as the question it answers.
        const question = asked.get(terms.get(row.id)!.at(-1)!.actionId ?? 0)
        const held = question?.depth === 'named' ? question : undefined
        return {
          ...row,
          depth: held ? 'named' : 'table',
          ground: held?.ground ?? null,
          list: held?.list ?? [],
          terms: terms.get(row.id)!.map(({ leafletId: _of, languages, ...each }) => ({
            ...each,
            languages: languages.split(' ').filter(Boolean),
          })),
          handings: (handings.get(row.id) ?? []).map((each) => ({
            id: each.id,
            organisationId: each.organisationId,
            toWhom: each.toWhom,
            on: each.on,
            copies: each.copies,
          })),
          files: (files.get(row.id) ?? []).map(({ leafletId: _of, ...each }) => each),
        }
      })
  }
  const isSame = (
    last: typeof leafletTerms.$inferSelect,
    { languages, ...written }: LeafletWritten,
  ): boolean =>
    last.languages === languages.join(' ') &&
    (Object.keys(written) as (keyof typeof written)[]).every((name) => last[name] === written[name])
  const insertTerms = (
    leafletId: number,
    { languages, ...written }: LeafletWritten,
    by: By,
  ): void => {
    db.insert(leafletTerms)
      .values({
        ...written,
        leafletId,
        languages: languages.join(' '),
        personId: by.personId!,
        at: by.at,
      })
      .run()
  }
  return {
    find: (id: number, who: Who): Leaflet | undefined =>
      load().find((leaflet) => leaflet.id === id && may.see(who, leaflet)),
    list: (who: Who): Leaflet[] => load().filter((leaflet) => may.see(who, leaflet)),
    /** For what is told and what is checked: never handed to a page. */
    listUnfiltered: load,
    record: (written: LeafletWritten, by: By): number => {
      const last = db.select().from(leafletTerms).orderBy(desc(leafletTerms.id)).limit(1).get()
      if (last && isSame(last, written) && isSentTwice(last, by)) return last.leafletId
      return journaled(db, by, 'wrote down', 'leaflet', () => {
        const id = Number(db.insert(leaflets).values({ createdAt: by.at }).run().lastInsertRowid)
        insertTerms(id, written, by)
        return id
      })
    },
    recordTerms: (id: number, written: LeafletWritten, by: By): number =>
      journaled(db, by, 'changed', 'leaflet', () => {
        insertTerms(id, written, by)
        return id
      }),
    recordHanding: (id: number, handing: Omit<Handing, 'id'>, by: By): number => {
      const last = db
        .select()
        .from(leafletHandings)
        .where(eq(leafletHandings.leafletId, id))
        .orderBy(desc(leafletHandings.id))
        .limit(1)
        .get()
      const isSame =
        last &&
        last.endedAt === null &&
        last.organisationId === handing.organisationId &&
        last.toWhom === handing.toWhom &&
        last.on === handing.on &&
        last.copies === handing.copies
      return isSame && isSentTwice(last, by)
        ? id
        : journaled(db, by, 'handed out', 'leaflet', () => {
            db.insert(leafletHandings)
              .values({ leafletId: id, ...handing, personId: by.personId!, at: by.at })
              .run()
            return id
          })
    },
    endHanding: (id: number, handingId: number, by: By): number =>
      journaled(db, by, 'took out a handing of', 'leaflet', () => {
        db.update(leafletHandings)
          .set({ endedAt: by.at })
          .where(eq(leafletHandings.id, handingId))
          .run()
        return id
      }),
    /**
     * Puts a file in the place of the one there was in this language; the bytes of the old one go.
     */
    recordFile: (
      id: number,
      file: { language: string; bytes: Buffer; text: string },
      by: By,
    ): number =>
      journaled(db, by, 'put a file to', 'leaflet', () => {
        endFiles(id, file.language, by)
        db.insert(leafletFiles)
          .values({
            leafletId: id,
            ...file,
            hash: fingerprint(file.bytes),
            size: file.bytes.length,
            personId: by.personId!,
            at: by.at,
          })
          .run()
        return id
      }),
    endFile: (id: number, language: string, by: By): number =>
      journaled(db, by, 'took out a file of', 'leaflet', () => {
        endFiles(id, language, by)
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
  }

  function endFiles(leafletId: number, language: string, by: By): void {
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
  }
}
