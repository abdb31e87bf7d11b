import type { Strength } from '../../domain/publishing/told.ts'
import {
  handOut,
  writeLeaflet,
  type Handing,
  type LeafletWritten,
} from '../../domain/evidence/leaflet.ts'
import {
  addPoint,
  beginPhase,
  handOver,
  seeOutcome,
  writeProgramme,
  type Phase,
  type PointKind,
  type ProgrammeWritten,
} from '../../domain/evidence/programme.ts'
import { must } from '../must.ts'
import type { Pen } from './pen.ts'

/** A phase, and who carried it on. */
export interface Phased extends Pick<Phase, 'name' | 'startsOn' | 'pairings'> {
  handovers: [organisationId: number, fromRole: string, toRole: string][]
}
interface More {
  phases: Phased[]
  wants: [string, Strength?, string?][]
  learned: [theme: string, text: string][]
}

/** Programmes, and the leaflets that came of them. */
export const programmeVerbs = (pen: Pen) => ({
  /** A programme that may be told: its phases, what it wants, and what was learned. */
  begin: (written: ProgrammeWritten, more: More): number => beginProgramme(pen, written, more),
  /** An opportunity of a programme, and the concern it became. */
  seize: (programmeId: number, text: string, concernId: number): void => {
    const pointId = writePoint(pen, programmeId, 'opportunity', text)
    pen.store.programmes.recordStep(programmeId, pointId, { concernId }, pen.coordinator())
  },
  /** A leaflet, who handed it out, and its file in English. */
  print: (
    written: LeafletWritten,
    handings: Omit<Handing, 'id'>[],
    file: { bytes: Buffer; text: string },
  ): number => {
    const id = pen.store.leaflets.record(
      must(writeLeaflet(written, pen.store.leaflets.listUnfiltered())),
      pen.coordinator(),
    )
    for (const handing of handings)
      pen.store.leaflets.recordHanding(id, must(handOut(handing, pen.today())), pen.coordinator())
    pen.store.leaflets.recordFile(id, { language: 'en', ...file }, pen.coordinator())
    return id
  },
})

const findProgramme = ({ store }: Pen, id: number) =>
  store.programmes.listUnfiltered().find((each) => each.id === id)!

const beginProgramme = (pen: Pen, written: ProgrammeWritten, more: More): number => {
  const { store, coordinator } = pen
  const id = store.programmes.record(
    must(writeProgramme(written)),
    { depth: 'public', ground: null, list: [] },
    coordinator(),
  )
  for (const phase of more.phases) beginPhaseOf(pen, id, phase)
  for (const want of more.wants) writeWant(pen, id, want)
  for (const [theme, text] of more.learned) writePoint(pen, id, 'learning', text, theme)
  return id
}

const beginPhaseOf = (pen: Pen, id: number, { handovers, ...phase }: Phased): void => {
  const { store, coordinator } = pen
  const now = () => findProgramme(pen, id)
  store.programmes.recordPhase(id, must(beginPhase(now(), phase)), coordinator())
  for (const [organisationId, fromRole, toRole] of handovers)
    store.programmes.recordHandover(
      id,
      now().phases.at(-1)!.id,
      must(handOver({ organisationId, fromRole, toRole })),
      coordinator(),
    )
}

const writeWant = (pen: Pen, id: number, [text, strength, words]: More['wants'][number]): void => {
  const { store, coordinator } = pen
  const pointId = writePoint(pen, id, 'outcome', text)
  if (!strength) return
  const outcome = findProgramme(pen, id).points.at(-1)!
  const seen = must(seeOutcome(outcome, { strength, words: words ?? '' }, null))
  store.programmes.recordSight(id, pointId, seen, coordinator())
}

const writePoint = (pen: Pen, id: number, kind: PointKind, text: string, theme = ''): number => {
  const { store, coordinator } = pen
  const point = must(addPoint(findProgramme(pen, id), { kind, theme, text }))
  store.programmes.recordPoint(id, point, coordinator())
  return findProgramme(pen, id).points.at(-1)!.id
}
