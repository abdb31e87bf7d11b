import { SAY_STRENGTH, STRENGTHS, type Strength } from '../../../../domain/publishing/told.ts'
import { z } from 'zod'
import { accept, type Decision } from '../../../../domain/decision.ts'
import {
  addPoint,
  POINT_KINDS,
  seeOutcome,
  sightOf,
  takeOut,
  type Point,
  type Sight,
} from '../../../../domain/evidence/programme.ts'
import { NothingTyped } from '../../../change.ts'
import { maybeId, typedIn, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { change, type Route } from '../../route.ts'
import { bothTexts, partCalled, withPart } from '../matters.ts'
import { lookAtProgramme, ofProgramme } from './programme-page.ts'

const PointForm = z.strictObject({ kind: z.enum(POINT_KINDS), theme: words(80), text: words(1500) })
const SightForm = z.strictObject({
  strength: z.enum(['', ...STRENGTHS]).default(''),
  words: words(400),
  basedOn: maybeId(),
})
type PointForm = z.infer<typeof PointForm>
type NewPoint = Pick<Point, 'kind' | 'theme' | 'text'>
type NewSight = Pick<Sight, 'strength' | 'words'>

const withPoint = withPart(ofProgramme, ({ points }, { params }) =>
  partCalled(points, params.pointId),
)

/** What every change of a point has in common: it goes on at its place on the page. */
export const ofPoint: typeof withPoint = {
  ...withPoint,
  answer: (_visit, { matter, part }) => `${to('/desk/programmes', matter.id)}#point-${part.id}`,
  again: (visit, { matter, part }, failed) =>
    ofProgramme.again(visit, matter, { ...failed, form: `point-${part.id}` }),
}

/** The form stays open: most programmes want several things, and learned more than one. */
const addOne = change('/desk/programmes/:id/points', 'matter', {
  ...ofProgramme,
  name: 'points',
  keepsWords: true,
  form: PointForm,
  decide: (_visit, programme, form): Decision<NewPoint | null> =>
    // The same form again is saved already.
    programme.points.some((each) => isSamePoint(each, form))
      ? accept(null)
      : addPoint(programme, form),
  record: ({ store, by }, { id }, point) => {
    if (point) store.programmes.recordPoint(id, point, by)
  },
  // No place in the address: a browser that is sent to one does not put the keyboard in the field.
  answer: (_visit, { id }, _point, { kind }) => to('/desk/programmes', id, { add: kind }),
  again: (visit, programme, failed) => {
    const { kind = '' } = typedIn(failed.body)
    return ofProgramme.again(visit, programme, { ...failed, form: `points-${String(kind)}` })
  },
})

const isSamePoint = (point: Point, { kind, theme, text }: PointForm): boolean =>
  point.kind === kind &&
  !point.isHeld &&
  point.text === text &&
  (point.theme ?? '') === (kind === 'learning' ? theme : '')

const takeOutPoint = change('/desk/programmes/:id/points/:pointId/ending', 'matter', {
  ...ofPoint,
  name: 'point',
  form: NothingTyped,
  decide: (_visit, { part }) => takeOut(part),
  record: ({ store, by }, { matter }, point) => store.programmes.endPoint(matter.id, point.id, by),
})

const sayWhatIsKnown = change('/desk/programmes/:id/points/:pointId/sights', 'matter', {
  ...ofPoint,
  name: 'point',
  keepsWords: true,
  form: SightForm,
  decide: (_visit, { part }, form): Decision<NewSight | null> => {
    const last = sightOf(part)
    const isSaved = last?.strength === form.strength && last.words === form.words
    // The same form again is saved already, whatever it was based on.
    return isSaved ? accept(null) : seeOutcome(part, form, form.basedOn)
  },
  record: ({ store, by }, { matter, part }, sight) => {
    if (sight) store.programmes.recordSight(matter.id, part.id, sight, by)
  },
  conflict: (visit, { matter, part }, form) => {
    lookAtProgramme(visit, matter)
    const last = sightOf(part)
    return bothTexts(visit, to('/desk/programmes', matter.id), {
      reason:
        'Someone else said what is known of it while you were writing. ' +
        'Nothing of yours is saved yet.',
      theirs: last ? lineOfSight(last) : '',
      yours: lineOfSight(form),
    })
  },
})

const lineOfSight = ({
  strength,
  words: known,
}: {
  strength: Strength | ''
  words: string
}): string => [strength && `${SAY_STRENGTH[strength]}.`, known].filter(Boolean).join(' ')

/** What a programme hopes for, what it learned, and its opportunities. */
export const pointsRoutes: readonly Route[] = [addOne, takeOutPoint, sayWhatIsKnown]
