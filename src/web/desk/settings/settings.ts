import { nameOf } from '../../../domain/publishing/name.ts'
import { FIRST_GROUPS, groupingsOf } from '../../../domain/evidence/grouping.ts'
import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import type { Refusal } from '../../../domain/decision.ts'
import { refused, saved, show } from '../../answer.ts'
import { notFound } from '../../errors.ts'
import { needed, parse, ticked, words } from '../../forms.ts'
import { view } from '../../views/desk.ts'
import { idIn } from '../names.ts'
import { codeOf } from '../../../domain/short-code.ts'

const LabelForm = z.strictObject({
  kind: z.enum(['theme', 'area']),
  name: needed('Write its name', 80),
})
const GuardForm = z.strictObject({ word: needed('Write the word or the name to guard', 80) })
const AloneForm = z.strictObject({ alone: ticked(), reason: words(500) })
const WordsForm = z.strictObject({
  communities: words(200),
  atRisk: words(2000),
  phrases: words(2000),
  groups: words(1000),
})
const EmptyForm = z.strictObject({})

/**
 * What the partnership keeps: themes, areas, guarded words, its own words for its communities
 * (R19), and who approves.
 */
export const settingsRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/settings', 'keep', (visit) => show(visit.reply, page(visit)))

  desk.change('/desk/settings/labels', 'keep', (visit) => {
    const form = parse(LabelForm, visit.body)
    if (!form.accepted) return again(visit, 'label', form.refusals)
    const code = codeOf(form.value.name)
    if (store.labels.list(form.value.kind).some((each) => each.code === code))
      return again(visit, 'label', [{ field: 'name', reason: 'This name is there already' }])
    store.labels.record(form.value.kind, form.value.name, code, visit.by)
    return back(visit)
  })
  desk.change('/desk/settings/labels/:id/ending', 'keep', (visit) => {
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, 'label', form.refusals)
    const label = store.labels.find(idIn(visit.params.id))
    if (!label || label.endedOn) throw notFound()
    store.labels.end(label.id, visit.today, visit.by)
    return back(visit)
  })
  desk.change('/desk/settings/guarded-words', 'keep', (visit) => {
    const form = parse(GuardForm, visit.body)
    if (!form.accepted) return again(visit, 'guard', form.refusals)
    store.labels.guard(form.value.word, visit.by)
    return back(visit)
  })
  desk.change('/desk/settings/guarded-words/:id/ending', 'keep', (visit) => {
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, 'guard', form.refusals)
    const guarded = store.labels.guarded().find((each) => each.id === idIn(visit.params.id))
    if (!guarded) throw notFound()
    store.labels.unguard(guarded.id, visit.by)
    return back(visit)
  })
  desk.change('/desk/settings/approval', 'keep', (visit) => {
    const form = parse(AloneForm, visit.body)
    if (!form.accepted) return again(visit, 'alone', form.refusals)
    const coordinators = store.people
      .list()
      .filter((each) => each.role === 'coordinator' && !each.endedAt).length
    const errors: Refusal[] = form.value.alone
      ? [
          ...(form.value.reason
            ? []
            : [
                {
                  field: 'reason',
                  reason: 'Say why one person is enough. The journal keeps the reason',
                },
              ]),
          ...(coordinators > 1
            ? [
                {
                  field: 'alone',
                  reason: 'There is more than one coordinator, so another person can approve',
                },
              ]
            : []),
        ]
      : []
    if (errors.length) return again(visit, 'alone', errors)
    store.labels.set('alone', form.value.alone ? 'yes' : 'no', form.value.reason || null, visit.by)
    return back(visit)
  })
  desk.change('/desk/settings/words', 'keep', (visit) => {
    const form = parse(WordsForm, visit.body)
    if (!form.accepted) return again(visit, 'words', form.refusals)
    const groups = groupingsOf(form.value.groups || FIRST_GROUPS)
    if (!groups.accepted) return again(visit, 'words', groups.refusals)
    store.together(() => {
      store.labels.set('communities', form.value.communities, null, visit.by)
      store.labels.set('at-risk', form.value.atRisk, null, visit.by)
      store.labels.set('phrases', form.value.phrases, null, visit.by)
      store.labels.set('groups', form.value.groups || FIRST_GROUPS, null, visit.by)
    })
    return back(visit)
  })

  const back = (visit: Visit) => saved(visit.request, visit.reply, '/desk/settings')
  const again = (visit: Visit, form: string, errors: Refusal[]) =>
    refused(visit.request, visit.reply, errors, () =>
      page(visit, { form, errors, body: visit.body }),
    )
  const page = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) =>
    view('desk/settings/index', {
      frame: desk.frame(visit, 'Settings', 'settings', failed),
      themes: store.labels.list('theme'),
      areas: store.labels.list('area'),
      guarded: store.labels.guarded(),
      live: store.sources
        .liveAlerts(store.publications.list())
        .filter((each) => each.keys.includes('guarded'))
        .map(({ publication }) => ({ id: publication.id, name: nameOf(publication) })),
      alone: store.labels.setting('alone') === 'yes',
      aloneReason: '',
      communities: store.labels.setting('communities') ?? '',
      atRisk: store.labels.setting('at-risk') ?? '',
      phrases: store.labels.setting('phrases') ?? '',
      groups: store.labels.setting('groups') ?? FIRST_GROUPS,
    })
}
