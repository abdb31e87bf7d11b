import { and, eq, like, or } from 'drizzle-orm'
import { dayOf, type Day, type When } from '../../domain/day.ts'
import { EVENT_KINDS } from '../../domain/evidence/event.ts'
import type { Draft, Publication } from '../../domain/publishing/publication.ts'
import type { Change, CopyKind, Original, Words } from '../../domain/publishing/words.ts'
import { filled, tokensIn } from '../../domain/publishing/placeholders.ts'
import { entrySlug, quarterOf } from '../../domain/quarter.ts'
import { group } from '../concerns/concerns.ts'
import { write, type Db } from '../database.ts'
import { journaled, note, type By } from '../journal.ts'
import {
  approvals,
  comments,
  copies,
  copyFiles,
  drafts,
  overrulings,
  releases,
  publications,
  withdrawals,
} from '../schema/publishing.ts'
import { roundTables } from '../schema/round-tables.ts'

/** What something told is of: one of these, or nothing where it is of the partnership itself. */
export interface Subject {
  kind: CopyKind
  concernId?: number | null
  roundTableId?: number | null
  quoteId?: number | null
  eventId?: number | null
  leafletId?: number | null
  programmeId?: number | null
  year?: string | null
}

/** A translation is known by what it is of, and its language. */
const slugOfTranslation = ({ kind, slug }: Original, language: string): string =>
  `${kind}.${slug}.${language}`

/** Everything on its way to the public, and the one place that writes the public tables. */
export const publicationsStore = (
  db: Db,
  {
    published,
    isAlone,
    fileOf,
  }: {
    published: { reload: () => void }
    isAlone: () => boolean
    fileOf: (leafletId: number, hash: string) => { bytes: Buffer; text: string } | undefined
  },
) => {
  const fill = (rows: (typeof publications.$inferSelect)[]): Publication[] => {
    const one = rows.length === 1 ? rows[0]!.id : undefined
    const written = db
      .select()
      .from(drafts)
      .where(one === undefined ? undefined : eq(drafts.publicationId, one))
      .orderBy(drafts.id)
      .all() as (Draft & { publicationId: number })[]
    const ofDraft = new Map(written.map((draft) => [draft.id, draft.publicationId]))
    const byPublication = <T extends { draftId: number }>(found: T[]) =>
      group(
        found.filter((each) => ofDraft.has(each.draftId)),
        (each) => ofDraft.get(each.draftId)!,
      )
    const draftsOf = group(written, (draft) => draft.publicationId)
    // R13: an approval by the writer alone holds only while one person is enough.
    const alone = isAlone()
    const approved = byPublication(
      db
        .select()
        .from(approvals)
        .orderBy(approvals.id)
        .all()
        .filter((each) => alone || !each.alone),
    )
    const said = byPublication(db.select().from(comments).orderBy(comments.id).all())
    const copied = byPublication(
      db
        .select({
          draftId: releases.draftId,
          copyId: releases.copyId,
          at: releases.at,
          kind: copies.changeKind,
          words: copies.changeWords,
          told: copies.words,
        })
        .from(releases)
        .innerJoin(copies, eq(copies.id, releases.copyId))
        .orderBy(releases.id)
        .all(),
    )
    const overruled = group(
      db.select().from(overrulings).orderBy(overrulings.id).all(),
      (each) => each.publicationId,
    )
    const withdrawn = new Map(
      db
        .select()
        .from(withdrawals)
        .all()
        .map((each) => [`${each.kind} ${each.slug}`, each]),
    )
    return rows.map((row) => {
      const gone = withdrawn.get(`${row.kind} ${row.slug}`)
      return {
        ...row,
        drafts: draftsOf.get(row.id) ?? [],
        approvals: approved.get(row.id) ?? [],
        overrulings: overruled.get(row.id) ?? [],
        comments: said.get(row.id) ?? [],
        releases: (copied.get(row.id) ?? []).map(({ draftId, copyId, at, kind, words, told }) => ({
          draftId,
          copyId,
          at,
          change: { kind, words },
          blanked: row.kind === 'translation' && !gone && !(told as Partial<Words>).kind,
        })),
        withdrawal: gone ? { at: gone.on, ground: gone.ground } : null,
      }
    })
  }
  /** Quarter and number, never words. */
  const nextIn = (kind: CopyKind, on: When): string => {
    const quarter = quarterOf(on)
    const taken = db
      .selectDistinct({ slug: copies.slug })
      .from(copies)
      .where(eq(copies.kind, kind))
      .all()
      .map((row) => row.slug)
    return entrySlug(
      quarter,
      taken.filter((slug) => slug.startsWith(`${quarter}-`)),
    )
  }
  const slugFor = (publication: Publication, words: Words, on: Day): string => {
    if (publication.slug) return publication.slug
    switch (words.kind) {
      case 'entry':
        return nextIn(words.kind, words.raisedOn)
      case 'event':
        return nextIn(words.kind, words.heldOn ?? on)
      case 'programme':
        return nextIn(words.kind, words.startsOn ?? on)
      case 'leaflet':
        return nextIn(words.kind, on)
      case 'round-table':
        return db
          .select({ slug: roundTables.slug })
          .from(roundTables)
          .where(eq(roundTables.id, publication.roundTableId!))
          .get()!.slug
      case 'year':
        return words.year
      case 'partnership':
        return 'partnership'
      case 'quote':
        return `quote-${publication.quoteId}`
      case 'translation':
        return slugOfTranslation(words.of, words.language)
    }
  }
  return {
    list: (): Publication[] => fill(db.select().from(publications).orderBy(publications.id).all()),
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
    /** Where what is public now is told. */
    toldAt: (): {
      kind: string
      slug: string
      concernId: number | null
      leafletId: number | null
    }[] => {
      const gone = new Set(
        db
          .select()
          .from(withdrawals)
          .all()
          .map((each) => `${each.kind} ${each.slug}`),
      )
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
    /** The words of the files that are public with it now. */
    fileTexts: (publication: Pick<Publication, 'kind' | 'slug'>): string[] =>
      publication.slug === null
        ? []
        : db
            .select({ text: copyFiles.text })
            .from(copyFiles)
            .where(and(eq(copyFiles.kind, publication.kind), eq(copyFiles.slug, publication.slug)))
            .all()
            .map((row) => row.text),
    find: (id: number): Publication | undefined =>
      fill(db.select().from(publications).where(eq(publications.id, id)).all())[0],
    findFor: (subject: Partial<Subject> & { kind: CopyKind }): Publication | undefined =>
      fill(
        db.select().from(publications).where(eq(publications.kind, subject.kind)).all(),
      ).findLast((each) =>
        (Object.entries(subject) as [keyof Subject, unknown][]).every(
          ([name, value]) => value === undefined || each[name] === value,
        ),
      ),
    /**
     * The one that is not withdrawn: what was withdrawn stays closed, and a new one takes its
     * place.
     */
    findTranslation: (of: Original, language: string): Publication | undefined =>
      fill(translationRows(of, language)).findLast((each) => !each.withdrawal),
    record: (subject: Subject, words: Words, coversIds: number[], by: By): number =>
      journaled(db, by, 'drafted', 'entry', () => {
        const before =
          words.kind === 'translation' ? translationRows(words.of, words.language).length : 0
        const slug =
          words.kind === 'translation'
            ? slugOfTranslation(words.of, words.language) + (before > 0 ? `.${before + 1}` : '')
            : null
        const id = Number(
          db
            .insert(publications)
            .values({ ...subject, slug, createdAt: by.at })
            .run().lastInsertRowid,
        )
        db.insert(drafts)
          .values({ publicationId: id, words, coversIds, writerId: by.personId!, at: by.at })
          .run()
        return id
      }),
    recordDraft: (id: number, words: Words, coversIds: number[], by: By) =>
      journaled(db, by, 'wrote', 'entry', () => {
        db.insert(drafts)
          .values({ publicationId: id, words, coversIds, writerId: by.personId!, at: by.at })
          .run()
        return id
      }),
    recordOverruling: (
      id: number,
      overruling: { key: string; found: string; reason: string },
      by: By,
    ) =>
      journaled(db, by, 'overruled a check on', 'entry', () => {
        db.insert(overrulings)
          .values({ publicationId: id, ...overruling, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    recordApproval: (id: number, draftId: number, alone: boolean, by: By) =>
      journaled(db, by, alone ? 'approved alone' : 'approved', 'entry', () => {
        db.insert(approvals).values({ draftId, alone, personId: by.personId!, at: by.at }).run()
        return id
      }),
    recordComment: (id: number, draftId: number, organisationId: number, text: string, by: By) =>
      journaled(db, by, 'commented on', 'entry', () => {
        db.insert(comments)
          .values({ draftId, organisationId, text, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    /**
     * Freezes an approved draft as the next copy. After a correction for privacy the earlier words
     * are blanked where they stood.
     */
    recordPublication: (publication: Publication, draft: Draft, by: By): string => {
      const words = filled(draft.words)
      const change: Change =
        publication.releases.length === 0 ? { kind: 'first', words: '' } : words.change
      const slug = write(db, () => {
        const slug = slugFor(publication, draft.words, dayOf(by.at))
        if (!publication.slug)
          db.update(publications).set({ slug }).where(eq(publications.id, publication.id)).run()
        if (change.kind === 'privacy') {
          blank(publication.kind, slug)
          for (const each of translationsOf(publication.kind, slug)) blank('translation', each)
        }
        const version =
          db
            .select()
            .from(copies)
            .where(eq(copies.slug, slug))
            .all()
            .filter((copy) => copy.kind === publication.kind).length + 1
        const copyId = Number(
          db
            .insert(copies)
            .values({
              kind: publication.kind,
              slug,
              version,
              publishedOn: dayOf(by.at),
              standing: draft.words.kind === 'entry' ? draft.words.standing : null,
              words,
              changeKind: change.kind,
              changeWords: change.words,
            })
            .run().lastInsertRowid,
        )
        keepFiles(publication, slug, draft.words)
        db.insert(releases)
          .values({ draftId: draft.id, copyId, personId: by.personId!, at: by.at })
          .run()
        note(db, by, 'published', 'entry', publication.id)
        return slug
      })
      published.reload()
      return slug
    },
    /**
     * R18: a quote whose consent is withdrawn leaves its drafts and what a check found in them;
     * what is public of it is taken down.
     */
    forgetQuote: (quoteId: number, ground: string, by: By): void => {
      const publication = fill(
        db.select().from(publications).where(eq(publications.quoteId, quoteId)).all(),
      )[0]
      if (!publication) return
      write(db, () => {
        for (const { id, words } of publication.drafts)
          db.update(drafts)
            .set({ words: { ...words, words: '', role: '' } })
            .where(eq(drafts.id, id))
            .run()
        db.update(overrulings)
          .set({ found: '', reason: '' })
          .where(eq(overrulings.publicationId, publication.id))
          .run()
        note(db, by, 'forgot the words of', 'entry', publication.id)
      })
      if (publication.releases.length > 0 && !publication.withdrawal)
        withdraw(publication, ground, by)
    },
    recordWithdrawal: withdraw,
  }

  function withdraw(publication: Publication, ground: string, by: By): void {
    journaled(db, by, 'withdrew', 'entry', () => {
      blank(publication.kind, publication.slug!)
      db.insert(withdrawals)
        .values({ kind: publication.kind, slug: publication.slug!, on: dayOf(by.at), ground })
        .onConflictDoNothing()
        .run()
      for (const slug of translationsOf(publication.kind, publication.slug!)) {
        blank('translation', slug)
        db.insert(withdrawals)
          .values({ kind: 'translation', slug, on: dayOf(by.at), ground })
          .onConflictDoNothing()
          .run()
      }
      return publication.id
    })
    published.reload()
  }
  function translationRows(of: Original, language: string): (typeof publications.$inferSelect)[] {
    const slug = slugOfTranslation(of, language)
    return db
      .select()
      .from(publications)
      .where(
        and(
          eq(publications.kind, 'translation'),
          or(eq(publications.slug, slug), like(publications.slug, `${slug}.%`)),
        ),
      )
      .orderBy(publications.id)
      .all()
  }
  /** What is told of it in other languages goes where its English goes. */
  function translationsOf(kind: CopyKind, slug: string): string[] {
    return kind === 'translation'
      ? []
      : db
          .selectDistinct({ slug: copies.slug })
          .from(copies)
          .where(eq(copies.kind, 'translation'))
          .all()
          .map((row) => row.slug)
          .filter((each) => each.startsWith(`${kind}.${slug}.`))
  }
  /**
   * The files of a copy stand beside it: the very bytes that were approved, and none of an older
   * copy (R13, R15).
   */
  function keepFiles(publication: Publication, slug: string, words: Words): void {
    const files = words.kind === 'leaflet' ? words.files : []
    dropFiles(
      publication.kind,
      slug,
      files.map((each) => each.hash),
    )
    for (const { hash } of files) {
      const file = fileOf(publication.leafletId!, hash)
      if (!file) throw new Error('the file that was approved is not there any more')
      db.insert(copyFiles)
        .values({ kind: publication.kind, slug, hash, ...file })
        .onConflictDoNothing()
        .run()
    }
  }
  function dropFiles(kind: CopyKind, slug: string, but: string[] = []): void {
    for (const each of db
      .select({ id: copyFiles.id, hash: copyFiles.hash })
      .from(copyFiles)
      .where(and(eq(copyFiles.kind, kind), eq(copyFiles.slug, slug)))
      .all())
      if (!but.includes(each.hash)) db.delete(copyFiles).where(eq(copyFiles.id, each.id)).run()
  }
  function blank(kind: CopyKind, slug: string): void {
    dropFiles(kind, slug)
    for (const copy of db
      .select({ id: copies.id, kind: copies.kind })
      .from(copies)
      .where(eq(copies.slug, slug))
      .all()) {
      if (copy.kind === kind)
        db.update(copies).set({ words: {}, changeWords: '' }).where(eq(copies.id, copy.id)).run()
    }
  }
}
