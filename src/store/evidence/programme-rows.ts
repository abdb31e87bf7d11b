import { isNull } from 'drizzle-orm'
import type { Handover, Phase, Point, Programme, Sight } from '../../domain/evidence/programme.ts'
import type { Db } from '../database.ts'
import { group } from '../group.ts'
import {
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
import { stepOf, stepsOf, type Parents, type Still } from './programme-steps.ts'

/**
 * All programmes, as they stand.
 * @param ever with what was taken out, for the checks: what was ever written in private is never
 * told.
 */
export const loadProgrammes = (db: Db, parents: Parents, ever = false): Programme[] => {
  const still: Still = (column) => (ever ? undefined : isNull(column))
  const terms = termsOf(db)
  const phasesOfEach = phasesOf(db, still)
  const points = pointsOf(db, parents, still, ever)
  const lists = group(
    db.select().from(programmePeople).where(isNull(programmePeople.removedAt)).all(),
    (row) => row.programmeId,
  )
  const alumni = alumniOf(db)
  return db
    .select()
    .from(programmes)
    .orderBy(programmes.id)
    .all()
    .map((row): Programme => ({
      ...row,
      list: (lists.get(row.id) ?? []).map((each) => each.personId),
      alumniIds: alumni(row.id),
      terms: terms(row.id),
      phases: phasesOfEach(row.id),
      points: points(row.id),
    }))
}

/** What was written of each programme, and the partners in it. */
const termsOf = (db: Db) => {
  const partners = group(db.select().from(programmePartners).all(), (row) => row.termsId)
  const terms = group(
    db.select().from(programmeTerms).orderBy(programmeTerms.id).all(),
    (row) => row.programmeId,
  )
  return (programmeId: number): Programme['terms'] =>
    (terms.get(programmeId) ?? []).map(({ programmeId: _of, ...each }) => ({
      ...each,
      partnerIds: (partners.get(each.id) ?? []).map((one) => one.organisationId),
    }))
}

/** The phases of each programme, and who carried them on. */
const phasesOf = (db: Db, still: Still) => {
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
  return (programmeId: number): Phase[] =>
    (rounds.get(programmeId) ?? []).map(({ id, name, startsOn, pairings }) => ({
      id,
      name,
      startsOn,
      pairings,
      handovers: (handovers.get(id) ?? []).map(handoverOf),
    }))
}

const handoverOf = ({
  id,
  organisationId,
  fromRole,
  toRole,
  at,
}: typeof phaseHandovers.$inferSelect): Handover => ({ id, organisationId, fromRole, toRole, at })

/** What each programme wanted, learned and opened the way to, and what came of it. */
const pointsOf = (db: Db, parents: Parents, still: Still, ever: boolean) => {
  const sights = group(
    db.select().from(outcomeSights).orderBy(outcomeSights.id).all(),
    (row) => row.pointId,
  )
  const { steps, held } = stepsOf(db, parents, still, ever)
  const points = group(
    db
      .select()
      .from(programmePoints)
      .where(still(programmePoints.endedAt))
      .orderBy(programmePoints.id)
      .all(),
    (row) => row.programmeId,
  )
  return (programmeId: number): Point[] =>
    (points.get(programmeId) ?? []).map(({ id, kind, theme, text }) => {
      const mine = steps.get(id) ?? []
      return {
        id,
        kind,
        theme,
        text,
        sights: (sights.get(id) ?? []).map(sightOf),
        steps: mine.map(stepOf),
        isHeld: mine.some((step) => held.has(step.id)),
      }
    })
}

const sightOf = ({
  id,
  strength,
  words,
  personId,
  at,
}: typeof outcomeSights.$inferSelect): Sight => ({ id, strength, words, personId, at })

/** Who agreed to be named as having been in each programme, as they said last. */
const alumniOf = (db: Db) => {
  const said = db.select().from(programmeAlumni).orderBy(programmeAlumni.id).all()
  return (programmeId: number): number[] => {
    const latest = new Map(
      said
        .filter((each) => each.programmeId === programmeId)
        .map((each) => [each.personId, each.agreed]),
    )
    return [...latest].filter(([, agreed]) => agreed).map(([id]) => id)
  }
}
