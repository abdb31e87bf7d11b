import { group } from '../group.ts'
import { desc, eq, isNull } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Action } from '../../domain/actions/action.ts'
import type { Concern } from '../../domain/concerns/concern.ts'
import type { Depth } from '../../domain/depth.ts'
import { may } from '../../domain/may.ts'
import type { Who } from '../../domain/people/person.ts'
import {
  programmeTermsOf,
  type Handover,
  type Phase,
  type Point,
  type Programme,
  type ProgrammeWritten,
  type Sight,
  type StepOn,
} from '../../domain/evidence/programme.ts'
import type { Db } from '../database.ts'
import { isSentTwice, journaled, note, type By } from '../journal.ts'
import {
  opportunitySteps,
  outcomeSights,
  phaseHandovers,
  phases,
  programmeAlumni,
  programmePartners,
  programmePeople,
  programmePoints,
  programmes,
  programmeTerms,
} from '../schema/programmes.ts'

interface Parts {
  actions: { listUnfiltered: (ids: number[]) => Action[] }
  concerns: { listUnfiltered: (ids: number[]) => Concern[] }
}

/**
 * Programmes: phases, learning, and what became of their opportunities. Pairs and sessions are
 * numbers, and never people.
 */
export const programmesStore = (db: Db, { actions, concerns }: Parts) => {
  /**
   * @param ever with what was taken out, for the checks: what was ever written in private is never
   * told.
   */
  const load = (ever = false): Programme[] => {
    const still = (column: AnySQLiteColumn) => (ever ? undefined : isNull(column))
    const partners = group(db.select().from(programmePartners).all(), (row) => row.termsId)
    const terms = group(
      db.select().from(programmeTerms).orderBy(programmeTerms.id).all(),
      (row) => row.programmeId,
    )
    const lists = group(
      db.select().from(programmePeople).where(isNull(programmePeople.removedAt)).all(),
      (row) => row.programmeId,
    )
    const handovers = group(
      db
        .select()
        .from(phaseHandovers)
        .where(still(phaseHandovers.endedAt))
        .orderBy(phaseHandovers.id)
        .all(),
      (row) => row.phaseId,
    )
    const rounds = group(
      db.select().from(phases).where(still(phases.endedAt)).orderBy(phases.id).all(),
      (row) => row.programmeId,
    )
    const sights = group(
      db.select().from(outcomeSights).orderBy(outcomeSights.id).all(),
      (row) => row.pointId,
    )
    const all = db
      .select()
      .from(opportunitySteps)
      .where(still(opportunitySteps.endedAt))
      .orderBy(opportunitySteps.id)
      .all()
    const { held, gone } = among(all.filter((each) => each.endedAt === null))
    const taken = all.filter((each) => ever || !gone.has(each.id))
    const steps = group(taken, (row) => row.pointId)
    const points = group(
      db
        .select()
        .from(programmePoints)
        .where(still(programmePoints.endedAt))
        .orderBy(programmePoints.id)
        .all(),
      (row) => row.programmeId,
    )
    const said = db.select().from(programmeAlumni).orderBy(programmeAlumni.id).all()
    return db
      .select()
      .from(programmes)
      .orderBy(programmes.id)
      .all()
      .map((row): Programme => {
        const latest = new Map(
          said
            .filter((each) => each.programmeId === row.id)
            .map((each) => [each.personId, each.agreed]),
        )
        return {
          ...row,
          list: (lists.get(row.id) ?? []).map((each) => each.personId),
          alumniIds: [...latest].filter(([, agreed]) => agreed).map(([id]) => id),
          terms: (terms.get(row.id) ?? []).map(({ programmeId: _of, ...each }) => ({
            ...each,
            partnerIds: (partners.get(each.id) ?? []).map((one) => one.organisationId),
          })),
          phases: (rounds.get(row.id) ?? []).map(({ id, name, startsOn, pairings }) => ({
            id,
            name,
            startsOn,
            pairings,
            handovers: (handovers.get(id) ?? []).map(
              ({ id: handoverId, organisationId, fromRole, toRole, at }): Handover => ({
                id: handoverId,
                organisationId,
                fromRole,
                toRole,
                at,
              }),
            ),
          })),
          points: (points.get(row.id) ?? []).map(({ id, kind, theme, text }): Point => ({
            id,
            kind,
            theme,
            text,
            sights: (sights.get(id) ?? []).map(
              ({ id: sightId, strength, words, personId, at }): Sight => ({
                id: sightId,
                strength,
                words,
                personId,
                at,
              }),
            ),
            steps: (steps.get(id) ?? []).map((step): StepOn => ({
              id: step.id,
              concernId: step.concernId,
              actionId: step.actionId,
              words: step.words,
              at: step.at,
            })),
            isHeld: (steps.get(id) ?? []).some((step) => held.has(step.id)),
          })),
        }
      })
  }
  /**
   * The steps that led to a matter held in private, and those to one that was written down by
   * mistake and taken out: nothing came of it after all.
   */
  const among = (
    steps: { id: number; concernId: number | null; actionId: number | null }[],
  ): { held: Set<number>; gone: Set<number> } => {
    const only = (ids: (number | null)[]): number[] => [
      ...new Set(ids.filter((each) => each !== null)),
    ]
    const became = {
      concerns: new Map(
        concerns
          .listUnfiltered(only(steps.map((each) => each.concernId)))
          .map((each) => [each.id, each]),
      ),
      actions: new Map(
        actions
          .listUnfiltered(only(steps.map((each) => each.actionId)))
          .map((each) => [each.id, each]),
      ),
    }
    const those = (
      is: (matter: { depth: Depth; takenOutAt: string | null }) => boolean,
    ): Set<number> =>
      new Set(
        steps
          .filter((step) =>
            [became.concerns.get(step.concernId ?? 0), became.actions.get(step.actionId ?? 0)].some(
              (matter) => matter && is(matter),
            ),
          )
          .map((step) => step.id),
      )
    return {
      held: those((matter) => matter.depth === 'named'),
      gone: those((matter) => matter.depth !== 'named' && matter.takenOutAt !== null),
    }
  }
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
  const insertTerms = (
    programmeId: number,
    { partnerIds, ...written }: ProgrammeWritten,
    by: By,
  ): void => {
    const termsId = Number(
      db
        .insert(programmeTerms)
        .values({ ...written, programmeId, personId: by.personId!, at: by.at })
        .run().lastInsertRowid,
    )
    for (const organisationId of partnerIds)
      db.insert(programmePartners).values({ termsId, organisationId }).run()
  }
  const addToList = (programmeId: number, personIds: number[], by: By): void => {
    for (const personId of personIds) {
      db.insert(programmePeople)
        .values({ programmeId, personId, addedById: by.personId!, at: by.at })
        .run()
      note(db, by, 'may now see', 'programme', programmeId)
    }
  }
  return {
    find: (id: number, who: Who): Programme | undefined =>
      load()
        .filter((each) => each.id === id && may.see(who, each))
        .map(asSeen)[0],
    list: (who: Who): Programme[] =>
      load()
        .filter((each) => may.see(who, each))
        .map(asSeen),
    /** For what is told and what is checked: never handed to a page. */
    listUnfiltered: (): Programme[] => load(),
    everWritten: (): Programme[] => load(true),
    record: (
      written: ProgrammeWritten,
      matter: { depth: Depth; ground: string | null; list: number[] },
      by: By,
    ): number => {
      const last = db.select().from(programmeTerms).orderBy(desc(programmeTerms.id)).limit(1).get()
      const same =
        last && isSentTwice(last, by)
          ? load().find((each) => each.id === last.programmeId)
          : undefined
      if (
        same &&
        isSame(written, programmeTermsOf(same)) &&
        same.depth === matter.depth &&
        same.ground === matter.ground &&
        sorted(same.list) === sorted(matter.list)
      )
        return same.id
      return journaled(db, by, 'wrote down', 'programme', () => {
        const { list, ...row } = matter
        const id = Number(
          db
            .insert(programmes)
            .values({ ...row, createdAt: by.at })
            .run().lastInsertRowid,
        )
        insertTerms(id, written, by)
        addToList(id, list, by)
        return id
      })
    },
    recordTerms: (id: number, written: ProgrammeWritten, by: By): number =>
      journaled(db, by, 'changed', 'programme', () => {
        insertTerms(id, written, by)
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
          addToList(id, matter.depth === 'named' ? matter.list : [], by)
          return id
        },
      ),
    recordPhase: (
      id: number,
      phase: Pick<Phase, 'name' | 'startsOn' | 'pairings'>,
      by: By,
    ): number =>
      journaled(db, by, 'began a phase of', 'programme', () => {
        db.insert(phases)
          .values({ programmeId: id, ...phase, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    endPhase: (id: number, phaseId: number, by: By): number =>
      journaled(db, by, 'took out a phase of', 'programme', () => {
        db.update(phases).set({ endedAt: by.at }).where(eq(phases.id, phaseId)).run()
        return id
      }),
    recordHandover: (
      id: number,
      phaseId: number,
      handover: Omit<Handover, 'id' | 'at'>,
      by: By,
    ): number =>
      journaled(db, by, 'handed on a phase of', 'programme', () => {
        db.insert(phaseHandovers)
          .values({ phaseId, ...handover, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    endHandover: (id: number, handoverId: number, by: By): number =>
      journaled(db, by, 'took out a handover of', 'programme', () => {
        db.update(phaseHandovers)
          .set({ endedAt: by.at })
          .where(eq(phaseHandovers.id, handoverId))
          .run()
        return id
      }),
    recordPoint: (id: number, point: Pick<Point, 'kind' | 'theme' | 'text'>, by: By): number =>
      journaled(db, by, `wrote ${SAY[point.kind]} of`, 'programme', () => {
        db.insert(programmePoints)
          .values({ programmeId: id, ...point, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    endPoint: (id: number, pointId: number, by: By): number =>
      journaled(db, by, 'took out a point of', 'programme', () => {
        db.update(programmePoints)
          .set({ endedAt: by.at })
          .where(eq(programmePoints.id, pointId))
          .run()
        return id
      }),
    recordSight: (
      id: number,
      pointId: number,
      sight: Pick<Sight, 'strength' | 'words'>,
      by: By,
    ): number =>
      journaled(db, by, 'said what is known of an outcome of', 'programme', () => {
        db.insert(outcomeSights)
          .values({ pointId, ...sight, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    recordStep: (
      id: number,
      pointId: number,
      step: Partial<Pick<StepOn, 'concernId' | 'actionId' | 'words'>>,
      by: By,
    ): number =>
      journaled(db, by, 'took forward an opportunity of', 'programme', () => {
        db.insert(opportunitySteps)
          .values({ pointId, ...step, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    endStep: (id: number, stepId: number, by: By): number =>
      journaled(db, by, 'took out a step of', 'programme', () => {
        db.update(opportunitySteps)
          .set({ endedAt: by.at })
          .where(eq(opportunitySteps.id, stepId))
          .run()
        return id
      }),
    recordAlumnus: (id: number, agreed: boolean, by: By): number =>
      journaled(
        db,
        by,
        agreed ? 'agreed to be named in' : 'took back their name from',
        'programme',
        () => {
          db.insert(programmeAlumni)
            .values({ programmeId: id, personId: by.personId!, agreed, at: by.at })
            .run()
          return id
        },
      ),
  }
}

const sorted = (ids: number[]): string => ids.toSorted((a, b) => a - b).join()
const isSame = ({ partnerIds, ...written }: ProgrammeWritten, there: ProgrammeWritten): boolean =>
  sorted(partnerIds) === sorted(there.partnerIds) &&
  Object.entries(written).every(([key, value]) => there[key as keyof ProgrammeWritten] === value)

const SAY = {
  outcome: 'a desired outcome',
  learning: 'something learned',
  opportunity: 'an opportunity',
} as const
