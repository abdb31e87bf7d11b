import { and, eq, isNotNull, isNull, like, ne, or, type SQL } from 'drizzle-orm'
import { EVENT_KINDS } from '../../domain/evidence/event.ts'
import type { CopyKind, Words } from '../../domain/publishing/kinds/kinds.ts'
import { tokensIn } from '../../domain/publishing/placeholders.ts'
import { liveDraftOf, type Publication } from '../../domain/publishing/publication.ts'
import type { Db } from '../database.ts'
import { among, given, idsAs, preparedOnce } from '../group.ts'
import { copyFiles, drafts, publications, releases, withdrawals } from '../schema/publishing.ts'
import { remembered } from '../transactions.ts'
import { fill } from './read-publications.ts'
import type { LiveEntry } from './source.ts'

/** What is public now, or was, as the record has it. */
export const readReleased = (db: Db, isAlone: () => boolean) => ({
  /** Each placeholder that was ever published, and when, oldest first (R17). */
  publishedTokens: remembered(db, (): { token: string; at: string }[] =>
    db
      .select({ words: drafts.words, at: releases.at })
      .from(releases)
      .innerJoin(drafts, eq(drafts.id, releases.draftId))
      .where(or(...EVENT_KINDS.map((kind) => like(drafts.words, `%{${kind}-%`))))
      .orderBy(releases.id)
      .all()
      .flatMap(({ words, at }) => tokensIn(words as Words).map((token) => ({ token, at }))),
  ),
  /** Where the entries of these concerns are told now, in English: by the concern. */
  entriesAt: (concernIds: number[]): Map<number, string> =>
    new Map(
      statementsOf(db)
        .ofConcerns.all(idsAs(concernIds))
        .filter((each) => each.kind === 'entry')
        .map((each) => [each.concernId!, each.slug!]),
    ),
  /** ... and where a leaflet is. */
  leafletAt: (leafletId: number): string | null =>
    statementsOf(db)
      .ofLeaflet.all({ leafletId })
      .find((each) => each.kind === 'leaflet')?.slug ?? null,
  /** What residents read of a concern now, with the actions that its entry covers. */
  liveEntry: (concernId: number): LiveEntry | undefined =>
    fill(db, statementsOf(db).entries.all({ concernId }), isAlone)
      .filter(({ withdrawal, releases: all }) => !withdrawal && all.at(-1)?.blanked === false)
      .flatMap((publication) => liveEntryOf(publication) ?? [])
      .at(-1),
  /** The words of the files that are public with it now. */
  fileTexts: ({ kind, slug }: { kind: CopyKind; slug: string }): string[] =>
    db
      .select({ text: copyFiles.text })
      .from(copyFiles)
      .where(and(eq(copyFiles.kind, kind), eq(copyFiles.slug, slug)))
      .all()
      .map((row) => row.text),
})

/** What has an address and was not withdrawn, in English, the first one first. */
const publicOf = (db: Db, which: SQL) =>
  db
    .select({
      kind: publications.kind,
      slug: publications.slug,
      concernId: publications.concernId,
    })
    .from(publications)
    .leftJoin(
      withdrawals,
      and(eq(withdrawals.kind, publications.kind), eq(withdrawals.slug, publications.slug)),
    )
    .where(
      and(
        which,
        isNotNull(publications.slug),
        ne(publications.kind, 'translation'),
        isNull(withdrawals.id),
      ),
    )
    .orderBy(publications.id)
    .prepare()

const statementsOf = preparedOnce((db: Db) => ({
  ofConcerns: publicOf(db, among(publications.concernId)),
  ofLeaflet: publicOf(db, eq(publications.leafletId, given('leafletId'))),
  entries: db
    .select()
    .from(publications)
    .where(and(eq(publications.concernId, given('concernId')), eq(publications.kind, 'entry')))
    .orderBy(publications.id)
    .prepare(),
}))

const liveEntryOf = (publication: Publication): LiveEntry | undefined => {
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
