import { codeOf } from '../../../domain/short-code.ts'
import { FIRST_GROUPS, groupingsOf } from '../../../domain/evidence/grouping.ts'
import { sameWords } from '../../../domain/same-words.ts'
import { nameOf } from '../../../domain/publishing/name.ts'
import { z } from 'zod'
import { accept, decide, refuse } from '../../../domain/decision.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { maybeEmail, needed, ticked, words } from '../../forms.ts'
import type { Store } from '../../../store/store.ts'
import { keptReadyWords } from '../../words/ready-words.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { idIn } from '../names.ts'
import { newestBackup } from './backups.ts'
import { change, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

const LabelForm = z.strictObject({
  kind: z.enum(['theme', 'area']),
  name: needed('Write its name', 80),
})
const GuardForm = z.strictObject({ word: needed('Write the word or the name to guard', 80) })
const AloneForm = z.strictObject({ alone: ticked(), reason: words(500) })
const WordsForm = z.strictObject({
  communities: words(200),
  atRisk: words(2000),
  replies: maybeEmail(),
  phrases: words(2000),
  places: words(4000),
  groups: words(1000),
})

/** What every change here has in common: one page, for whoever keeps the settings. */
const ofSettings = {
  find: nothing,
  allow: byPolicy,
  answer: () => '/desk/settings',
  again: (visit: Visit, _found: unknown, failed: Failed) => settingsPage(visit, failed),
}

const addLabel = change('/desk/settings/labels', 'keep', {
  ...ofSettings,
  name: 'label',
  keepsWords: true,
  form: LabelForm,
  decide: ({ store }, _, { kind, name }) => {
    const code = codeOf(name)
    return store.labels.list(kind).some((each) => each.code === code)
      ? refuse('name', 'This name is there already')
      : accept({ kind, name, code })
  },
  record: ({ store, by }, _, { kind, name, code }) => store.labels.record(kind, name, code, by),
})

const endLabel = change('/desk/settings/labels/:id/ending', 'keep', {
  ...ofSettings,
  name: 'label',
  find: ({ store, params }) => {
    const label = store.labels.find(idIn(params.id))
    if (!label || label.endedOn) throw notFound()
    return label
  },
  form: NothingTyped,
  decide: (_visit, label) => accept(label),
  record: ({ store, today, by }, { id }) => store.labels.end(id, today, by),
})

const guardWord = change('/desk/settings/guarded-words', 'keep', {
  ...ofSettings,
  name: 'guard',
  keepsWords: true,
  form: GuardForm,
  decide: ({ store }, _, { word }) =>
    store.labels.guarded().some((each) => sameWords(each.word, word))
      ? refuse('word', 'This word is guarded already')
      : accept(word),
  record: ({ store, by }, _, word) => store.labels.guard(word, by),
})

const stopGuarding = change('/desk/settings/guarded-words/:id/ending', 'keep', {
  ...ofSettings,
  name: 'guard',
  find: ({ store, params }) => {
    const id = idIn(params.id)
    const guarded = store.labels.guarded().find((each) => each.id === id)
    if (!guarded) throw notFound()
    return guarded
  },
  form: NothingTyped,
  decide: (_visit, guarded) => accept(guarded),
  record: ({ store, by }, { id }) => store.labels.unguard(id, by),
})

/** R13: one person alone may approve, where there is only one, and with a reason. */
const setWhoApproves = change('/desk/settings/approval', 'keep', {
  ...ofSettings,
  name: 'alone',
  asksWho: true,
  form: AloneForm,
  decide: ({ store }, _, { alone, reason }) => {
    const coordinators = store.people
      .list()
      .filter((each) => each.role === 'coordinator' && !each.endedAt)
    return decide(
      [
        alone &&
          !reason && {
            field: 'reason',
            reason: 'Say why one person is enough. The journal keeps the reason',
          },
        alone &&
          coordinators.length > 1 && {
            field: 'alone',
            reason: 'There is more than one coordinator, so another person can approve',
          },
      ],
      () => ({ alone, reason }),
    )
  },
  record: ({ store, by }, _, { alone, reason }) =>
    store.labels.set('alone', alone ? 'yes' : 'no', reason || null, by),
})

const setWords = change('/desk/settings/words', 'keep', {
  ...ofSettings,
  name: 'words',
  keepsWords: true,
  form: WordsForm,
  decide: (_visit, _, form) => {
    const groups = form.groups || FIRST_GROUPS
    const read = groupingsOf(groups)
    return read.accepted ? accept({ ...form, groups }) : read
  },
  record: ({ store, by }, _, { communities, atRisk, replies, phrases, places, groups }) => {
    store.labels.set('communities', communities, null, by)
    store.labels.set('at-risk', atRisk, null, by)
    store.labels.set('replies', replies, null, by)
    store.labels.set('phrases', phrases, null, by)
    store.labels.set('places', places, null, by)
    store.labels.set('groups', groups, null, by)
  },
})

/**
 * What the partnership keeps: themes, areas, guarded words, its own words for its communities
 * (R19), and who approves.
 */
export const settingsRoutes: readonly Route[] = [
  page('/desk/settings', 'keep', (visit) => settingsPage(visit)),
  addLabel,
  endLabel,
  guardWord,
  stopGuarding,
  setWhoApproves,
  setWords,
]

const settingsPage = (visit: Visit, failed?: Failed): Drawn => {
  const { labels } = visit.store
  return view('desk/settings/index', {
    frame: frameOf(visit, 'Settings', 'settings', failed),
    themes: labels.list('theme'),
    areas: labels.list('area'),
    newTheme: asName(visit.query.theme ?? ''),
    guarded: labels.guarded(),
    live: holdingGuarded(visit.store),
    alone: labels.setting('alone') === 'yes',
    aloneReason: '',
    communities: labels.setting('communities') ?? '',
    atRisk: labels.setting('at-risk') ?? '',
    replies: labels.setting('replies') ?? '',
    repliesElsewhere: visit.desk.config.replyTo ?? null,
    phrases: keptReadyWords(visit.store),
    places: labels.setting('places') ?? '',
    groups: labels.setting('groups') ?? FIRST_GROUPS,
    newestBackup: newestBackup(visit),
  })
}

/** What residents read now that holds a guarded word. */
const holdingGuarded = ({
  sources,
  glances,
  publications,
}: Store): { id: number; name: string }[] => {
  const holding = sources.holdingGuarded()
  const ids = [...glances.told()]
    .filter((told) => holding.some((at) => told.kind === at.kind && told.slug === at.slug))
    .map((each) => each.id)
  return publications.listOf(ids).map((each) => ({ id: each.id, name: nameOf(each) }))
}

/** `womens-safety`, as it was typed after a sign, as the name of a theme. */
const asName = (typed: string): string => {
  const name = typed.slice(0, 80).replace(/-/g, ' ').trim()
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}
