import { z } from 'zod'
import { raise, type Raised } from '../../../../domain/concerns/concern.ts'
import type { Day } from '../../../../domain/day.ts'
import { accept, refuse, type Decision } from '../../../../domain/decision.ts'
import { eventTermsOf, type Event, type Finding } from '../../../../domain/evidence/event.ts'
import { NothingTyped } from '../../../change.ts'
import { needed } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { change, type Route } from '../../route.ts'
import { besideField, MadeAlready, partCalled, withPart } from '../matters.ts'
import { ofEvent } from './event-page.ts'

const TextForm = z.strictObject({ text: needed('Write it in a few words', 300) })

const ofFinding = withPart(ofEvent, ({ findings }, { params }) =>
  partCalled(findings, params.findingId),
)

const addFinding = change('/desk/events/:id/findings', 'matter', {
  ...ofEvent,
  name: 'findings',
  keepsWords: true,
  form: TextForm,
  decide: (_visit, _event, form) => accept(form),
  record: ({ store, by }, { id, findings }, { text }) => {
    if (!findings.some((each) => each.text === text)) store.events.recordFinding(id, text, by)
  },
})

const endFinding = change('/desk/events/:id/findings/:findingId/ending', 'matter', {
  ...ofFinding,
  name: 'findings',
  form: NothingTyped,
  // R9: who may know of this event hangs on the concern that came of it, so the two stay together.
  decide: (_visit, { part }) =>
    part.concernIds.length > 0
      ? refuse('text', 'This has become a concern, so it stays')
      : accept(part),
  record: ({ store, by }, { matter }, finding) =>
    store.events.endFinding(matter.id, finding.id, by),
})

/**
 * A finding becomes a concern in one step, raised when the survey was. Which survey it was is said
 * by the link alone, so that it is known to whoever may know of that (R9).
 */
const makeConcern = change('/desk/events/:id/findings/:findingId/concerns', 'matter', {
  ...ofFinding,
  name: 'findings',
  // It becomes one concern, however often the button is pressed.
  form: (_visit, { part }): z.ZodType<object | null> =>
    part.concernIds.length > 0 ? MadeAlready : NothingTyped,
  decide: ({ today }, { matter, part }, form): Decision<Raised | null> =>
    form === null ? accept(null) : besideField('text', raise(saidIn(matter, part, today), today)),
  record: ({ store, by }, { matter, part }, raised) => {
    if (raised === null) return part.concernIds[0]!
    const id = store.concerns.record(raised, { roundTableId: null, splitFromId: null }, by)
    store.events.recordFindingConcern(matter.id, part.id, id, by)
    return id
  },
  answer: (_visit, _found, id) => to('/desk/concerns', id),
})

const saidIn = (event: Event, { text }: Finding, today: Day): Raised => {
  const { kind, heldOn, areaId } = eventTermsOf(event)
  const { depth, ground, list } = event
  const raisedOn = heldOn ?? today
  const originKind = kind === 'survey' || kind === 'stall' || kind === 'workshop' ? kind : 'other'
  return {
    text,
    raisedOn,
    originKind,
    originNote: null,
    themeId: null,
    areaId,
    depth,
    ground,
    list,
  }
}

/** What a survey found, and the concerns that come of it: a chain that can be walked both ways. */
export const findingsRoutes: readonly Route[] = [addFinding, endFinding, makeConcern]
