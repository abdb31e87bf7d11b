import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import { raise } from '../../../domain/concerns/concern.ts'
import type { Refusal } from '../../../domain/decision.ts'
import { eventTermsOf, type Event } from '../../../domain/evidence/event.ts'
import { saved } from '../../answer.ts'
import { notFound } from '../../errors.ts'
import { needed, parse, TAMPERED } from '../../forms.ts'
import { to } from '../../to.ts'
import { findEventToChange, refusedEvent } from './event-page.ts'
import { idIn } from '../names.ts'

const TextForm = z.strictObject({ text: needed('Write it in a few words', 300) })
const EmptyForm = z.strictObject({})

/** What a survey found, and the concerns that come of it: a chain that can be walked both ways. */
export const findingsRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.change('/desk/events/:id/findings', 'matter', (visit) => {
    const event = findEventToChange(store, visit)
    const form = parse(TextForm, visit.body)
    if (!form.accepted) return again(visit, event, form.refusals)
    if (!event.findings.some((each) => each.text === form.value.text))
      store.events.recordFinding(event.id, form.value.text, visit.by)
    return back(visit, event)
  })

  desk.change('/desk/events/:id/findings/:findingId/ending', 'matter', (visit) => {
    const event = findEventToChange(store, visit)
    const finding = event.findings.find((each) => each.id === idIn(visit.params.findingId))
    if (!finding) throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, event, form.refusals)
    // R9: who may know of this event hangs on the concern that came of it, so the two stay
    // together.
    if (finding.concernIds.length > 0)
      return again(visit, event, [
        { field: 'text', reason: 'This has become a concern, so it stays' },
      ])
    store.events.endFinding(event.id, finding.id, visit.by)
    return back(visit, event)
  })

  /**
   * A finding becomes a concern in one step, raised when the survey was. Which survey it was is
   * said by the link alone, so that it is known to whoever may know of that (R9).
   */
  desk.change('/desk/events/:id/findings/:findingId/concerns', 'matter', (visit) => {
    const event = findEventToChange(store, visit)
    const finding = event.findings.find((each) => each.id === idIn(visit.params.findingId))
    if (!finding) throw notFound()
    // It becomes one concern, however often the button is pressed.
    if (finding.concernIds.length > 0)
      return saved(visit.request, visit.reply, to('/desk/concerns', finding.concernIds[0]!))
    const form = parse(EmptyForm, visit.body)
    const { kind, heldOn } = eventTermsOf(event)
    const decision = form.accepted
      ? raise(
          {
            text: finding.text,
            raisedOn: heldOn ?? visit.today,
            originKind:
              kind === 'survey' || kind === 'stall' || kind === 'workshop' ? kind : 'other',
            originNote: null,
            themeId: null,
            areaId: eventTermsOf(event).areaId,
            depth: event.depth,
            ground: event.ground,
            list: event.list,
          },
          visit.today,
        )
      : form
    if (!decision.accepted)
      return again(
        visit,
        event,
        decision.refusals.map(({ field, reason }) => ({
          field: field === TAMPERED ? field : 'text',
          reason,
        })),
      )
    const id = store.together(() => {
      const made = store.concerns.record(
        decision.value as Parameters<typeof store.concerns.record>[0],
        { roundTableId: null, splitFromId: null },
        visit.by,
      )
      store.events.recordFindingConcern(event.id, finding.id, made, visit.by)
      return made
    })
    return saved(visit.request, visit.reply, to('/desk/concerns', id))
  })

  const back = (visit: Visit, event: Event) =>
    saved(visit.request, visit.reply, to('/desk/events', event.id))
  const again = (visit: Visit, event: Event, errors: Refusal[]) =>
    refusedEvent(desk, visit, event, 'findings', errors)
}
