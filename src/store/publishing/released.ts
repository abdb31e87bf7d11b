import { and, eq, like, or } from 'drizzle-orm'
import { EVENT_KINDS } from '../../domain/evidence/event.ts'
import type { Words } from '../../domain/publishing/kinds/kinds.ts'
import { tokensIn } from '../../domain/publishing/placeholders.ts'
import { liveDraftOf, type Publication } from '../../domain/publishing/publication.ts'
import type { Db } from '../database.ts'
import { copyFiles, drafts, publications, releases } from '../schema/publishing.ts'
import { fill, withdrawnBy } from './read-publications.ts'
import type { LiveEntry, ToldAt } from './source.ts'

/** What is public now, or was, as the record has it. */
export const readReleased = (db: Db, isAlone: () => boolean) => ({
  /** Each placeholder that was ever published, and when, oldest first (R17). */
  publishedTokens: (): { token: string; at: string }[] =>
    db
      .select({ words: drafts.words, at: releases.at })
      .from(releases)
      .innerJoin(drafts, eq(drafts.id, releases.draftId))
      .where(or(...EVENT_KINDS.map((kind) => like(drafts.words, `%{${kind}-%`))))
      .orderBy(releases.id)
      .all()
      .flatMap(({ words, at }) => tokensIn(words as Words).map((token) => ({ token, at }))),
  /** Where what is public now is told, in English. */
  toldAt: (): ToldAt[] => {
    const gone = withdrawnBy(db)
    return db
      .select()
      .from(publications)
      .orderBy(publications.id)
      .all()
      .flatMap(({ kind, slug, concernId, leafletId }) =>
        slug !== null && kind !== 'translation' && !gone.has(`${kind} ${slug}`)
          ? [{ kind, slug, concernId, leafletId }]
          : [],
      )
  },
  /** What residents read of each concern now, with the actions that its entry covers. */
  liveEntries: (): LiveEntry[] =>
    fill(db, db.select().from(publications).where(eq(publications.kind, 'entry')).all(), isAlone)
      .filter(({ withdrawal, releases: all }) => !withdrawal && all.at(-1)?.blanked === false)
      .flatMap((publication) => liveEntry(publication) ?? []),
  /** The words of the files that are public with it now. */
  fileTexts: ({ kind, slug }: Pick<Publication, 'kind' | 'slug'>): string[] =>
    slug === null
      ? []
      : db
          .select({ text: copyFiles.text })
          .from(copyFiles)
          .where(and(eq(copyFiles.kind, kind), eq(copyFiles.slug, slug)))
          .all()
          .map((row) => row.text),
})

const liveEntry = (publication: Publication): LiveEntry | undefined => {
  const draft = liveDraftOf(publication)
  if (!draft || draft.words.kind !== 'entry' || publication.concernId === null) return undefined
  const { said, actions } = draft.words
  const { coversIds } = draft
  return {
    concernId: publication.concernId,
    said,
    actions: new Map(actions.map(({ words }, i) => [coversIds[i]!, words])),
  }
}
