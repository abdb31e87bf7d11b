import { forget, write } from '../transactions.ts'
import { and, eq, like, or, sql } from 'drizzle-orm'
import { dayOf } from '../../domain/day.ts'
import type { Subject } from '../../domain/publishing/kinds/kind.ts'
import { kindOf, type CopyKind, type Words } from '../../domain/publishing/kinds/kinds.ts'
import { translationSlug } from '../../domain/publishing/kinds/translation.ts'
import { subjectOf, type Draft, type Publication } from '../../domain/publishing/publication.ts'
import { madeUpIn, type Original, type Told } from '../../domain/publishing/told.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import { type Db } from '../database.ts'
import { preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, note, type By } from '../journal.ts'
import {
  approvals,
  comments,
  drafts,
  overrulings,
  publications,
  releases,
} from '../schema/publishing.ts'
import { closeAddress, dropFile, insertCopy, nextSlug, type FileOf } from './copies.ts'
import { fill, type Row } from './read-publications.ts'
import { findSome, rowsOfConcerns, rowsWith } from './some-publications.ts'
import { readReleased } from './released.ts'

interface Parts {
  published: { reload: () => void }
  isAlone: () => boolean
  fileOf: FileOf
  roundTable: (id: number) => RoundTable | undefined
  madeUp: () => ReadonlySet<string> | undefined
}

/** Everything on its way to the public, and the one place that writes the public tables. */
export const publicationsStore = (db: Db, parts: Parts) => ({
  ...findPublications(db, parts.isAlone),
  ...readReleased(db, parts.isAlone),
  ...recordOnTheWay(db, parts.madeUp),
  ...recordInPublic(db, parts),
})

const findPublications = (db: Db, isAlone: () => boolean) => ({
  list: (): Publication[] =>
    fill(db, db.select().from(publications).orderBy(publications.id).all(), isAlone),
  ...findSome(db, isAlone),
  find: (id: number): Publication | undefined => fill(db, rowsWith(db, [id]), isAlone)[0],
  /** The newest of one subject, and all of it with the oldest first. */
  findFor: (subject: Of): Publication | undefined =>
    fill(db, rowsFor(db, subject).slice(-1), isAlone)[0],
  listFor: (subject: Of): Publication[] => fill(db, rowsFor(db, subject), isAlone),
  /**
   * The one that is not withdrawn: what was withdrawn stays closed, and a new one takes its place.
   */
  findTranslation: (of: Original, language: string): Publication | undefined =>
    fill(db, translationRows(db, of, language), isAlone).findLast((each) => !each.withdrawal),
})

type Of = Partial<Subject> & { kind: CopyKind }
const rowsFor = (db: Db, subject: Of): Row[] => {
  const isOf = (row: Row): boolean =>
    (Object.entries(subject) as [keyof Subject, unknown][]).every(
      ([name, value]) => value === undefined || row[name] === value,
    )
  const rows = subject.concernId
    ? rowsOfConcerns(db, [subject.concernId])
    : db.select().from(publications).where(eq(publications.kind, subject.kind)).all()
  return rows.filter(isOf).toSorted((a, b) => a.id - b.id)
}

const recordOnTheWay = (db: Db, madeUp: Parts['madeUp']) => ({
  record: (subject: Subject, words: Words, coversIds: number[], by: By): number =>
    journaled(db, by, 'drafted', 'entry', () => {
      const slug = 'of' in words ? nextTranslationSlug(db, words.of, words.language) : null
      const id = insert(db, publications, {
        ...(subject as Subject & { kind: CopyKind }),
        slug,
        createdAt: by.at,
      })
      insertDraft(db, id, marked(words, madeUp()), coversIds, by)
      return id
    }),
  recordDraft: (id: number, words: Words, coversIds: number[], by: By) =>
    journaled(db, by, 'wrote', 'entry', () => {
      insertDraft(db, id, marked(words, madeUp()), coversIds, by)
      return id
    }),
  recordOverruling: (
    id: number,
    overruling: { key: string; found: string; reason: string },
    by: By,
  ) =>
    journaled(db, by, 'overruled a check on', 'entry', () => {
      insert(db, overrulings, {
        publicationId: id,
        ...overruling,
        personId: by.personId!,
        at: by.at,
      })
      return id
    }),
  recordApproval: (id: number, draftId: number, alone: boolean, by: By) =>
    journaled(db, by, alone ? 'approved alone' : 'approved', 'entry', () => {
      insert(db, approvals, { draftId, alone, personId: by.personId!, at: by.at })
      return id
    }),
  recordComment: (id: number, draftId: number, organisationId: number, text: string, by: By) =>
    journaled(db, by, 'commented on', 'entry', () => {
      insert(db, comments, { draftId, organisationId, text, personId: by.personId!, at: by.at })
      return id
    }),
})

const recordInPublic = (db: Db, { published, isAlone, fileOf, roundTable }: Parts) => {
  const recordWithdrawal = (publication: Publication, ground: string, by: By): void => {
    journaled(db, by, 'withdrew', 'entry', () => {
      closeAddress(db, publication.kind, publication.slug!, ground, by)
      return publication.id
    })
    published.reload()
  }
  return {
    recordWithdrawal,
    /** A file of what is public goes before its words do (R15, R18). */
    dropFile: ({ id, kind, slug }: Publication, hash: string, by: By): void => {
      if (slug === null) return
      journaled(db, by, 'took a file off', 'entry', () => {
        dropFile(db, { kind, slug }, hash)
        return id
      })
      published.reload()
    },
    /** Freezes an approved draft as the next copy. @returns its address. */
    recordPublication: (publication: Publication, draft: Draft, by: By): string => {
      const slug = write(db, () => {
        const at = publication.slug ?? slugFor(db, publication, draft.words, by, roundTable)
        if (!publication.slug) addressing(db).run({ id: publication.id, slug: at })
        const copyId = insertCopy(db, publication, at, draft, by, fileOf)
        insert(db, releases, { draftId: draft.id, copyId, personId: by.personId!, at: by.at })
        note(db, by, 'published', 'entry', publication.id)
        return at
      })
      published.reload()
      return slug
    },
    /**
     * R18: a quote or a photo whose consent is withdrawn leaves its drafts and what a check found in
     * them, in every language; what is public of it is taken down.
     */
    forget: (of: 'quoteId' | 'shownPhotoId', id: number, ground: string, by: By): void => {
      const rows = db.select().from(publications).where(eq(publications[of], id)).all()
      const [publication] = fill(db, rows, isAlone)
      if (!publication) return
      const { kind, slug } = publication
      const others = slug === null ? [] : fill(db, rowsInLanguages(db, { kind, slug }), isAlone)
      write(db, () => {
        for (const each of [publication, ...others]) blankDrafts(db, each, by)
      })
      forget(db)
      if (publication.releases.length > 0 && !publication.withdrawal)
        recordWithdrawal(publication, ground, by)
    },
  }
}

const addressing = preparedOnce((db: Db) =>
  db
    .update(publications)
    .set({ slug: sql`${sql.placeholder('slug')}` })
    .where(eq(publications.id, sql.placeholder('id')))
    .prepare(),
)

const insertDraft = (
  db: Db,
  publicationId: number,
  words: Words,
  coversIds: number[],
  by: By,
): void => {
  insert(db, drafts, { publicationId, words, coversIds, writerId: by.personId!, at: by.at })
}

/** Whatever comes in, only the record itself says that it is a sample, and what is made up. */
const marked = <W extends Told>(words: W, madeUp: ReadonlySet<string> | undefined): W => {
  const { sample: _, ...rest } = words
  return { ...(rest as W), ...(madeUp && { sample: madeUpIn(rest, madeUp) }) }
}

const slugFor = (
  db: Db,
  publication: Publication,
  words: Words,
  by: By,
  roundTable: Parts['roundTable'],
): string => {
  const slug = kindOf(words).slug(words, subjectOf(publication), dayOf(by.at), {
    roundTable: (id) => (id === null || id === undefined ? undefined : roundTable(id)),
  })
  return 'at' in slug ? slug.at : nextSlug(db, publication.kind, slug.in)
}

/** What was withdrawn stays closed, and another takes an address of its own. */
const nextTranslationSlug = (db: Db, of: Original, language: string): string => {
  const before = translationRows(db, of, language).length
  return translationSlug(of, language) + (before > 0 ? `.${before + 1}` : '')
}

const translationRows = (db: Db, of: Original, language: string): Row[] => {
  const slug = translationSlug(of, language)
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

/** What is said of it in every language, told or not. */
const rowsInLanguages = (db: Db, { kind, slug }: Original): Row[] =>
  db
    .select()
    .from(publications)
    .where(and(eq(publications.kind, 'translation'), like(publications.slug, `${kind}.${slug}.%`)))
    .all()

const blankDrafts = (db: Db, publication: Publication, by: By): void => {
  for (const { id, words } of publication.drafts)
    db.update(drafts)
      .set({ words: kindOf(words).forgotten?.(words) ?? words })
      .where(eq(drafts.id, id))
      .run()
  db.update(overrulings)
    .set({ found: '', reason: '' })
    .where(eq(overrulings.publicationId, publication.id))
    .run()
  note(db, by, 'forgot the words of', 'entry', publication.id)
}
