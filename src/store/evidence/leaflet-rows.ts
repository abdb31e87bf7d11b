import { and, isNull } from 'drizzle-orm'
import type { Action } from '../../domain/actions/action.ts'
import type { Leaflet } from '../../domain/evidence/leaflet.ts'
import type { Db } from '../database.ts'
import { amongIds, group } from '../group.ts'
import { leafletFiles, leafletHandings, leaflets, leafletTerms } from '../schema/leaflets.ts'

/** What a leaflet may answer, and is never wider than. */
export interface Questions {
  actions: { listUnfiltered: (ids: number[]) => Action[] }
}

/** All leaflets, or those with these numbers, as they stand. */
export const loadLeaflets = (db: Db, { actions }: Questions, some?: number[]): Leaflet[] => {
  const rows = db
    .select()
    .from(leaflets)
    .where(some && amongIds(leaflets.id, some))
    .orderBy(leaflets.id)
    .all()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const terms = termsOf(db, ids)
  const handings = handingsOf(db, ids)
  const files = filesOf(db, ids)
  const asked = new Map(
    actions
      .listUnfiltered([...terms.values()].flatMap((each) => each.at(-1)!.actionId ?? []))
      .map((each) => [each.id, each]),
  )
  return rows.map((row) => {
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

const termsOf = (db: Db, ids: number[]) =>
  group(
    db
      .select()
      .from(leafletTerms)
      .where(amongIds(leafletTerms.leafletId, ids))
      .orderBy(leafletTerms.id)
      .all(),
    (row) => row.leafletId,
  )

const handingsOf = (db: Db, ids: number[]) =>
  group(
    db
      .select()
      .from(leafletHandings)
      .where(and(isNull(leafletHandings.endedAt), amongIds(leafletHandings.leafletId, ids)))
      .orderBy(leafletHandings.id)
      .all(),
    (row) => row.leafletId,
  )

const filesOf = (db: Db, ids: number[]) => {
  const { id, leafletId, language, hash, size, text, at } = leafletFiles
  return group(
    db
      .select({ id, leafletId, language, hash, size, text, at })
      .from(leafletFiles)
      .where(and(isNull(leafletFiles.endedAt), amongIds(leafletFiles.leafletId, ids)))
      .orderBy(leafletFiles.id)
      .all(),
    (row) => row.leafletId,
  )
}
