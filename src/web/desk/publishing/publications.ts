import { z } from 'zod'
import { accept, conflict } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import {
  approve,
  publish,
  withdraw,
  WITHDRAWAL_GROUNDS,
} from '../../../domain/publishing/approval.ts'
import { overruleAll } from '../../../domain/publishing/checks.ts'
import type { Subject } from '../../../domain/publishing/kinds/kind.ts'
import { BEGUN_KINDS, kindOf, type Words } from '../../../domain/publishing/kinds/kinds.ts'
import { plainOf } from '../../../domain/publishing/pieces.ts'
import { draftOf, type Publication } from '../../../domain/publishing/publication.ts'
import { takeDown } from '../../../work/publishing/take-down.ts'
import { publishDraft } from '../../../work/publishing/publish.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { maybeId, needed, someWords, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { change, conflictPage, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { findPublication, isHeldNow, mayOpen } from './find-publication.ts'
import { listPage } from './list-page.ts'
import { publicationPage } from './publication-page.ts'
import { wordsForm, wordsFrom } from './words-form.ts'

const BeginForm = z.strictObject({
  kind: z.enum(BEGUN_KINDS),
  concernId: maybeId(),
  roundTableId: maybeId(),
  eventId: maybeId(),
  leafletId: maybeId(),
  programmeId: maybeId(),
  year: words(4),
})
const OverruleForm = z.strictObject({ key: words(20), found: someWords(4000), reason: words(500) })
const ApprovalForm = z.strictObject({ draftId: z.string().transform(Number) })
const WithdrawalForm = z.strictObject({ ground: z.enum(['', ...WITHDRAWAL_GROUNDS]).default('') })
const CommentForm = z.strictObject({
  text: needed('Write what should change, or that it is right', 1000),
})

const begin = change('/desk/entries', 'draft', {
  name: 'begin',
  find: nothing,
  allow: byPolicy,
  form: BeginForm,
  decide: (_visit, _, form) => accept(subjectIn(form)),
  record: (visit, _, subject) => {
    const { store, who, today, by } = visit
    const there = store.publications.findFor(subject as Subject & { kind: Words['kind'] })
    if (there && !isBegunAnew(visit, there)) {
      // R11: what may not be known is not told apart from what never was.
      if (!mayOpen(store, visit, there)) throw notFound()
      return there.id
    }
    const isUnknown = subject.concernId !== null && !store.concerns.find(subject.concernId, who)
    const first = isUnknown ? undefined : store.sources.begin(subject, today)
    if (!first) throw notFound()
    return store.publications.record(subject, first.words, first.coversIds, by)
  },
  answer: (_visit, _, id) => to('/desk/entries', id),
  again: (visit, _, { errors }) => listPage(visit, { form: 'begin', errors, body: {} }),
})

/** The one id that its kind is of; whatever else was sent says nothing. */
const subjectIn = (form: z.infer<typeof BeginForm>): Required<Subject> => {
  const { of } = kindOf(form as unknown as Words)
  const only = (name: keyof typeof form & keyof Subject) =>
    (of === name ? form[name] : null) as number | null
  return {
    kind: form.kind,
    concernId: only('concernId'),
    roundTableId: only('roundTableId'),
    quoteId: null,
    shownPhotoId: null,
    eventId: only('eventId'),
    leafletId: only('leafletId'),
    programmeId: only('programmeId'),
    year: of === 'year' ? form.year : null,
  }
}

/** Some stand at one address for good; of the others a new one may be told. */
const isBegunAnew = ({ store }: Visit, there: Publication): boolean =>
  kindOf(there).isToldAnew && (there.withdrawal !== null || isHeldNow(store, there))

/** What every change of one publication has in common. */
const ofPublication = {
  find: (visit: Visit) => findPublication(visit.store, visit),
  allow: byPolicy,
  again: (visit: Visit, publication: Publication, failed: Failed) => {
    const data = () => publicationPage(visit, publication, '', failed)
    return {
      page: () => view('desk/publishing/entries/show', data()),
      part: () => view('desk/publishing/publication/_page', data()),
    }
  },
}

/** The page as it stands now, without leaving it; `at` is where the eyes go on. */
const onwardAt =
  (at: 'checks' | 'publish') =>
  (visit: Visit, { id }: Publication) => ({
    to: `${to('/desk/entries', id)}#${at}`,
    part: () =>
      view(
        'desk/publishing/publication/_page',
        publicationPage(visit, visit.store.publications.find(id)!, at),
      ),
  })

const saveWords = change('/desk/entries/:id/drafts', 'draft', {
  ...ofPublication,
  name: 'words',
  keepsWords: true,
  form: wordsForm,
  decide: (visit, publication, form) => {
    const written = wordsFrom(visit, publication, form)
    return written.accepted && form.basedOn !== draftOf(publication)!.id ? conflict('') : written
  },
  record: ({ store, by }, { id }, drafted) =>
    store.publications.recordDraft(id, drafted.words, drafted.coversIds, by),
  answer: onwardAt('checks'),
  conflict: (visit, publication, form) => {
    const written = wordsFrom(visit, publication, form)
    return conflictPage(visit, 'entries', {
      reason:
        'Someone else changed these words while you were writing. Nothing of yours is saved yet.',
      theirs: plainOf(draftOf(publication)!.words),
      yours: written.accepted ? plainOf(written.value.words) : '',
      back: to('/desk/entries', publication.id),
    })
  },
})

const overruleCheck = change('/desk/entries/:id/overrulings', 'draft', {
  ...ofPublication,
  name: 'overrule',
  form: OverruleForm,
  decide: ({ store }, publication, { key, found, reason }) =>
    overruleAll(store.sources.checks(publication), key, found, reason),
  record: ({ store, by }, { id }, all) => {
    for (const each of all) store.publications.recordOverruling(id, each, by)
  },
  answer: onwardAt('checks'),
})

const approveWords = change('/desk/entries/:id/approval', 'matter', {
  ...ofPublication,
  name: 'approval',
  allow: ({ store, who }, publication) =>
    may.approve(who, draftOf(publication)!.writerId, store.people.isAlone()),
  form: ApprovalForm,
  decide: ({ store }, publication, { draftId }) =>
    approve(publication, draftId, store.sources.checks(publication)),
  record: ({ store, who, by }, publication, draft) =>
    store.publications.recordApproval(
      publication.id,
      draft.id,
      who.personId === draft.writerId,
      by,
    ),
  answer: onwardAt('publish'),
})

const publishWords = change('/desk/entries/:id/publication', 'publish', {
  ...ofPublication,
  name: 'publication',
  form: NothingTyped,
  decide: ({ store, today }, publication) =>
    publish(publication, store.sources.checks(publication), today),
  record: ({ store, by }, publication, draft) => publishDraft(store, publication, draft, by),
  answer: (visit, publication) => {
    visit.desk.postLetters()
    return onwardAt('publish')(visit, publication)
  },
})

const withdrawIt = change('/desk/entries/:id/withdrawal', 'publish', {
  ...ofPublication,
  name: 'withdrawal',
  form: WithdrawalForm,
  decide: (_visit, publication, { ground }) => withdraw(publication, ground),
  record: ({ store, by }, publication, ground) => takeDown(store, publication, ground, by),
  answer: onwardAt('publish'),
})

const comment = change('/desk/entries/:id/comments', 'comment', {
  ...ofPublication,
  name: 'comment',
  keepsWords: true,
  form: CommentForm,
  decide: (_visit, _publication, { text }) => accept(text),
  record: ({ store, who, by }, publication, text) => {
    const { id: draftId } = draftOf(publication)!
    const { organisationId } = who
    if (!publication.comments.some((each) => isSame(each, { draftId, organisationId, text })))
      store.publications.recordComment(publication.id, draftId, organisationId, text, by)
  },
  answer: onwardAt('publish'),
})

type Comment = Publication['comments'][number]
type Said = Omit<Comment, 'at'>
/** An organisation that says the same of the same words has said it. */
const isSame = (one: Comment, other: Said): boolean =>
  one.draftId === other.draftId &&
  one.organisationId === other.organisationId &&
  one.text === other.text

/**
 * Everything that is told in public: written from the record, checked, approved by another person,
 * published, corrected, withdrawn. The addresses say entries, since most are.
 */
export const publicationsRoutes: readonly Route[] = [
  page('/desk/entries', 'read', (visit) => listPage(visit)),
  begin,
  page('/desk/entries/:id', 'matter', (visit) =>
    view(
      'desk/publishing/entries/show',
      publicationPage(visit, findPublication(visit.store, visit), ''),
    ),
  ),
  saveWords,
  overruleCheck,
  approveWords,
  publishWords,
  withdrawIt,
  comment,
]
