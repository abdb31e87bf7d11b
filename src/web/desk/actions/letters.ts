import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import { may } from '../../../domain/may.ts'
import { FREQUENCIES } from '../../../domain/actions/notices.ts'
import type { NoticeRow } from '../../../store/actions/notices.ts'
import { refused, saved, show } from '../../answer.ts'
import { notFound } from '../../errors.ts'
import { parse } from '../../forms.ts'
import { view } from '../../views/desk.ts'
import { waitingNow, worldOf } from '../../../work/reminders.ts'
import { idIn } from '../names.ts'

const EmptyForm = z.strictObject({})
const ChoiceForm = z.strictObject({ frequency: z.enum(FREQUENCIES, 'Choose how often') })
const MOST_SHOWN = 100
/** Letters to residents who follow the board are nobody's to look at. */
const SHOWN: string[] = ['actions', 'minutes', 'invitation', 'baton']

/**
 * Letters: what will be sent and what became of each; a coordinator can hold one back, and everyone
 * chooses how often they are written to.
 */
export const lettersRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/letters', 'read', (visit) => show(visit.reply, page(visit)))

  desk.change('/desk/letters/choice', 'read', (visit) => {
    const form = parse(ChoiceForm, visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        page(visit, { form: 'choice', errors: form.refusals, body: visit.body }),
      )
    store.notices.recordFrequency(visit.who.personId, form.value.frequency, visit.by)
    return saved(visit.request, visit.reply, '/desk/letters')
  })

  const change = (noun: 'holding' | 'letting-go', write: (id: number, visit: Visit) => void) =>
    desk.change(`/desk/letters/:id/${noun}`, 'keep', (visit) => {
      const form = parse(EmptyForm, visit.body)
      const letter = store.letters.find(idIn(visit.params.id))
      if (!letter || !SHOWN.includes(letter.kind)) throw notFound()
      if (!form.accepted)
        return refused(visit.request, visit.reply, form.refusals, () =>
          page(visit, { form: 'letter', errors: form.refusals, body: {} }),
        )
      if (letter.postedAt === null) write(letter.id, visit)
      return saved(visit.request, visit.reply, '/desk/letters')
    })
  change('holding', (id, visit) => {
    store.letters.hold(id, visit.by)
  })
  change('letting-go', (id, visit) => {
    store.letters.letGo(id, visit.by)
    desk.postLetters()
  })

  const page = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) => {
    const sees = may.keep(visit.who)
    const people = new Map(store.people.list().map((each) => [each.id, each.name]))
    const actions = new Map(store.actions.everWritten().map((each) => [each.id, each]))
    const about = (each: NoticeRow): { why: NoticeRow['why']; number: string } | null =>
      actions.get(each.actionId)?.depth === 'named'
        ? null
        : { why: each.why, number: actions.get(each.actionId)?.number ?? '' }
    const letters = sees
      ? store.letters
          .recent(MOST_SHOWN)
          .filter((row) => SHOWN.includes(row.kind))
          .map((row) => ({
            id: row.id,
            kind: row.kind as 'actions' | 'minutes' | 'invitation' | 'baton',
            name:
              row.personId === null
                ? 'A reader of minutes'
                : (people.get(row.personId) ?? 'Someone'),
            at: row.at,
            tryAt: row.tryAt,
            postedAt: row.postedAt,
            fault: row.fault,
            heldAt: row.heldAt,
            about: store.notices.inLetter(row.id).map(about),
          }))
      : []
    return view('desk/actions/letters/index', {
      frame: desk.frame(visit, 'Letters', 'letters', failed),
      frequency: store.notices.frequencyOf(visit.who.personId),
      mayKeep: sees,
      waiting: letters.filter((each) => each.postedAt === null),
      gone: letters.filter((each) => each.postedAt !== null),
      later: sees
        ? waitingNow(store, worldOf(store, desk.now())).map((each) => ({
            name: people.get(each.personId) ?? 'Someone',
            about: about(each),
          }))
        : [],
    })
  }
}
