import { desc, eq } from 'drizzle-orm'
import type { Depth } from '../../domain/depth.ts'
import {
  programmeTermsOf,
  type Programme,
  type ProgrammeWritten,
} from '../../domain/evidence/programme.ts'
import { may } from '../../domain/may.ts'
import { isThereFor } from '../people/lists/seen.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { isSentTwice, journaled, note, type By } from '../journal.ts'
import {
  programmeAlumni,
  programmePartners,
  programmePeople,
  programmes,
  programmeTerms,
} from '../schema/programmes.ts'
import { recordPhases } from './programme-phases.ts'
import { recordPoints } from './programme-points.ts'
import { loadProgrammes } from './programme-rows.ts'
import type { Parents } from './programme-steps.ts'

/**
 * Programmes: phases, learning, and what became of their opportunities. Pairs and sessions are
 * numbers, and never people.
 */
export const programmesStore = (db: Db, parents: Parents) => ({
  ...readProgrammes(db, parents),
  ...recordProgrammes(db, parents),
  ...recordPhases(db),
  ...recordPoints(db),
})

const readProgrammes = (db: Db, parents: Parents) => ({
  find: (id: number, who: Who): Programme | undefined =>
    isThereFor(db, 'programme', id, who)
      ? loadProgrammes(db, parents)
          .filter((each) => each.id === id && may.see(who, each))
          .map(asSeen)[0]
      : undefined,
  list: (who: Who): Programme[] =>
    loadProgrammes(db, parents)
      .filter((each) => may.see(who, each))
      .map(asSeen),
  /** For what is told and what is checked: never handed to a page. */
  listUnfiltered: (ids?: number[]): Programme[] =>
    loadProgrammes(db, parents).filter((each) => ids?.includes(each.id) ?? true),
  everWritten: (): Programme[] => loadProgrammes(db, parents, true),
})

/**
 * R9, R11: the words of what was carried into a matter held in private stand on that matter's own
 * page alone.
 */
const asSeen = (programme: Programme): Programme => ({
  ...programme,
  points: programme.points.map((point) =>
    point.isHeld
      ? {
          ...point,
          theme: null,
          text: '',
          steps: point.steps.map((step) => ({ ...step, words: null })),
        }
      : point,
  ),
})

/** What a programme is written down with: who may know of it. */
interface Matter {
  depth: Depth
  ground: string | null
  list: number[]
}

const recordProgrammes = (db: Db, parents: Parents) => ({
  record: (written: ProgrammeWritten, matter: Matter, by: By): number =>
    writtenTwice(db, parents, written, matter, by) ?? insertProgramme(db, written, matter, by),
  recordTerms: (id: number, written: ProgrammeWritten, by: By): number =>
    journaled(db, by, 'changed', 'programme', () => {
      insertTerms(db, id, written, by)
      return id
    }),
  recordDepth: (
    id: number,
    matter: { depth: Depth; ground: string | null; list: number[] },
    by: By,
  ): number =>
    journaled(
      db,
      by,
      matter.depth === 'named' ? 'held in private' : `set to ${matter.depth} depth`,
      'programme',
      () => {
        db.update(programmes)
          .set({ depth: matter.depth, ground: matter.depth === 'named' ? matter.ground : null })
          .where(eq(programmes.id, id))
          .run()
        db.update(programmePeople)
          .set({ removedAt: by.at })
          .where(eq(programmePeople.programmeId, id))
          .run()
        addToList(db, id, matter.depth === 'named' ? matter.list : [], by)
        return id
      },
    ),
  recordAlumnus: (id: number, agreed: boolean, by: By): number =>
    journaled(
      db,
      by,
      agreed ? 'agreed to be named in' : 'took back their name from',
      'programme',
      () => {
        insert(db, programmeAlumni, { programmeId: id, personId: by.personId!, agreed, at: by.at })
        return id
      },
    ),
})

/** The programme that this one was sent for already. */
const writtenTwice = (
  db: Db,
  parents: Parents,
  written: ProgrammeWritten,
  matter: Matter,
  by: By,
): number | undefined => {
  const last = db.select().from(programmeTerms).orderBy(desc(programmeTerms.id)).limit(1).get()
  const same =
    last && isSentTwice(last, by)
      ? loadProgrammes(db, parents).find((each) => each.id === last.programmeId)
      : undefined
  return same &&
    isSame(written, programmeTermsOf(same)) &&
    same.depth === matter.depth &&
    same.ground === matter.ground &&
    sorted(same.list) === sorted(matter.list)
    ? same.id
    : undefined
}

const isSame = ({ partnerIds, ...written }: ProgrammeWritten, there: ProgrammeWritten): boolean =>
  sorted(partnerIds) === sorted(there.partnerIds) &&
  Object.entries(written).every(([key, value]) => there[key as keyof ProgrammeWritten] === value)
const sorted = (ids: number[]): string => ids.toSorted((a, b) => a - b).join()

const insertProgramme = (db: Db, written: ProgrammeWritten, matter: Matter, by: By): number =>
  journaled(db, by, 'wrote down', 'programme', () => {
    const { list, ...row } = matter
    const id = insert(db, programmes, { ...row, createdAt: by.at })
    insertTerms(db, id, written, by)
    addToList(db, id, list, by)
    return id
  })

const insertTerms = (
  db: Db,
  programmeId: number,
  { partnerIds, ...written }: ProgrammeWritten,
  by: By,
): void => {
  const termsId = insert(db, programmeTerms, {
    ...written,
    programmeId,
    personId: by.personId!,
    at: by.at,
  })
  for (const organisationId of partnerIds)
    insert(db, programmePartners, { termsId, organisationId })
}

const addToList = (db: Db, programmeId: number, personIds: number[], by: By): void => {
  for (const personId of personIds) {
    insert(db, programmePeople, { programmeId, personId, addedById: by.personId!, at: by.at })
    note(db, by, 'may now see', 'programme', programmeId)
  }
}
