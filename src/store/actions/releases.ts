import { desc, eq } from 'drizzle-orm'
import type { ReleaseRule } from '../../domain/actions/releasing/releasers.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, note, type By } from '../journal.ts'
import { heldEnds, updates } from '../schema/actions.ts'
import { releaseLinks } from '../schema/letters.ts'
import { releaseRules } from '../schema/settings.ts'
import { releasersIn } from './held-rows.ts'
import { hashOf, newToken } from '../tokens.ts'
import { write } from '../transactions.ts'

const KEPT_DAYS = 60

/**
 * What owners say and a seat of theirs releases: the rule of an organisation, what became of each,
 * and the links in letters.
 */
export const releasesStore = (db: Db) => ({
  /** Of each organisation where there is one now. */
  rules: (): ReleaseRule[] =>
    [...releasersIn(db.select().from(releaseRules).orderBy(releaseRules.id).all())].flatMap(
      ([organisationId, seatId]) => (seatId === null ? [] : [{ organisationId, seatId }]),
    ),
  recordRule: (organisationId: number, seatId: number | null, by: By): number =>
    journaled(
      db,
      by,
      seatId === null ? 'let count at once what is said for' : 'set who releases for',
      'organisation',
      () => {
        insert(db, releaseRules, { organisationId, seatId, personId: by.personId!, at: by.at })
        return organisationId
      },
    ),
  recordRelease: (actionId: number, updateId: number, by: By): number =>
    recordEnd(db, actionId, updateId, 'released', null, by),
  recordReturn: (actionId: number, updateId: number, words: string, by: By): number =>
    recordEnd(db, actionId, updateId, 'returned', words, by),
  /** Who released it, for its history. */
  endOf: (updateId: number) =>
    db.select().from(heldEnds).where(eq(heldEnds.updateId, updateId)).get(),
  makeLink: (
    link: { letterId: number; updateId: number; personId: number },
    at: string,
  ): string => {
    const token = newToken()
    const expiresAt = new Date(Date.parse(at) + KEPT_DAYS * 86_400_000).toISOString()
    write(db, () => insert(db, releaseLinks, { ...link, tokenHash: hashOf(token), at, expiresAt }))
    return token
  },
  /** By its token, with the action that it is of; old ones too. */
  findLink: (token: string) =>
    db
      .select({
        updateId: releaseLinks.updateId,
        personId: releaseLinks.personId,
        expiresAt: releaseLinks.expiresAt,
        actionId: updates.actionId,
      })
      .from(releaseLinks)
      .innerJoin(updates, eq(updates.id, releaseLinks.updateId))
      .where(eq(releaseLinks.tokenHash, hashOf(token)))
      .orderBy(desc(releaseLinks.id))
      .get(),
})

const recordEnd = (
  db: Db,
  actionId: number,
  updateId: number,
  verdict: 'released' | 'returned',
  words: string | null,
  by: By,
): number =>
  write(db, () => {
    insert(db, heldEnds, { updateId, verdict, words, personId: by.personId!, at: by.at })
    note(
      db,
      by,
      verdict === 'released' ? 'released an update on' : 'sent back an update on',
      'action',
      actionId,
    )
    return actionId
  })
