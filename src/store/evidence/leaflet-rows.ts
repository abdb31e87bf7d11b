import { isNull } from 'drizzle-orm'
import type { Action } from '../../domain/actions/action.ts'
import type { Leaflet } from '../../domain/evidence/leaflet.ts'
import type { Db } from '../database.ts'
import { group } from '../group.ts'
import { leafletFiles, leafletHandings, leaflets, leafletTerms } from '../schema/leaflets.ts'

/** What a leaflet may answer, and is never wider than. */
export interface Questions {
  actions: { listUnfiltered: (ids: number[]) => Action[] }
}

/** All leaflets, as they stand. */
export const loadLeaflets = (db: Db, { actions }: Questions): Leaflet[] => {
  const terms = group(
    db.select().from(leafletTerms).orderBy(leafletTerms.id).all(),
    (row) => row.leafletId,
  )
  const handings = handingsOf(db)
  const files = filesOf(db)
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

const handingsOf = (db: Db) =>
  group(
    db
      .select()
      .from(leafletHandings)
      .where(isNull(leafletHandings.endedAt))
      .orderBy(leafletHandings.id)
      .all(),
    (row) => row.leafletId,
  )

const filesOf = (db: Db) => {
  const { id, leafletId, language, hash, size, text, at } = leafletFiles
  return group(
    db
      .select({ id, leafletId, language, hash, size, text, at })
      .from(leafletFiles)
      .where(isNull(leafletFiles.endedAt))
      .orderBy(leafletFiles.id)
      .all(),
    (row) => row.leafletId,
  )
}
