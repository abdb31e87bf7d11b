import { tellWhereItIsTold, withdrawToldTwice } from '../../../work/told.ts'
import type { Desk, Visit } from '../visit.ts'
import { namesOf } from '../../../work/names.ts'
import { z } from 'zod'
import { entriesIn } from '../../../domain/publishing/board.ts'
import { sayWhen } from '../../../domain/day.ts'
import type { Decision, Refusal } from '../../../domain/decision.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import {
  approve,
  draftOf,
  isApproved,
  isPublished,
  languageName,
  nameOf,
  overrule,
  publish,
  withdraw,
  WITHDRAWAL_GROUNDS,
  type Publication,
} from '../../../domain/publishing/publication.ts'
import { typedFor } from '../../../domain/publishing/from-evidence.ts'
import { happenedOn } from '../../../domain/publishing/from-record.ts'
import { may } from '../../../domain/may.ts'
import { filled } from '../../../domain/publishing/placeholders.ts'
import { namedIn, type LeafletWords, type Words } from '../../../domain/publishing/words.ts'
import { refused, saved, show } from '../../answer.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { maybeId, needed, parse, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { EntryPage } from '../../views/desk/publishing.ts'
import { firstWords, plainOf, previewWords, readWords } from './entry-forms.ts'
import { entryLines } from './entry-lines.ts'
import { fieldsOf, privateSource } from './evidence-forms.ts'
import { findPublication, isHeldNow, mayOpen } from './find-publication.ts'
import { linesOf } from '../names.ts'
import { saidByResidents } from '../residents/verdicts.ts'
import { piecesNow, previewTranslation } from './translation-forms.ts'

const BeginForm = z.strictObject({
  kind: z.enum(['entry', 'round-table', 'event', 'leaflet', 'programme', 'year', 'partnership']),
  concernId: maybeId(),
  roundTableId: maybeId(),
  eventId: maybeId(),
  leafletId: maybeId(),
  programmeId: maybeId(),
  year: words(4),
})
const OverruleForm = z.strictObject({ key: words(20), found: words(4000), reason: words(500) })
const ApprovalForm = z.strictObject({ draftId: z.string().transform(Number) })
const WithdrawalForm = z.strictObject({ ground: z.enum(['', ...WITHDRAWAL_GROUNDS]).default('') })
const CommentForm = z.strictObject({
  text: needed('Write what should change, or that it is right', 1000),
})
const EmptyForm = z.strictObject({})

/**
 * Entries and everything else that is told: written from the record, checked, approved by another
 * person, published, corrected, withdrawn.
 */
export const entriesRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/entries', 'read', (visit) => show(visit.reply, indexPage(visit)))

  desk.change('/desk/entries', 'draft', (visit) => {
    const form = parse(BeginForm, visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        indexPage(visit, { form: 'begin', errors: form.refusals, body: {} }),
      )
    const { kind, year } = form.value
    const only = (of: typeof kind, id: number | null): number | null => (kind === of ? id : null)
    const subject = {
      kind,
      concernId: only('entry', form.value.concernId),
      roundTableId: only('round-table', form.value.roundTableId),
      eventId: only('event', form.value.eventId),
      leafletId: only('leaflet', form.value.leafletId),
      programmeId: only('programme', form.value.programmeId),
      year: kind === 'year' ? year : null,
    }
    const there = store.publications.findFor(subject)
    const isAnew =
      there !== undefined &&
      isTakenUpAnew(kind) &&
      (there.withdrawal !== null || isHeldNow(store, there))
    // R11: what may not be known is not told apart from what never was.
    if (there && !isAnew && !mayOpen(store, visit, there)) throw notFound()
    if (there && !isAnew) return saved(visit.request, visit.reply, to('/desk/entries', there.id))
    const first = firstWords(store, subject, visit)
    const id = store.publications.record(subject, first.words, first.coversIds, visit.by)
    return saved(visit.request, visit.reply, to('/desk/entries', id))
  })

  desk.get('/desk/entries/:id', 'matter', (visit) =>
    show(visit.reply, showPage(visit, find(visit))),
  )

  desk.change('/desk/entries/:id/drafts', 'draft', (visit) => {
    const publication = find(visit)
    const read = readWords(store, publication, visit)
    if (!read.accepted) return again(visit, publication, 'words', read)
    const latest = draftOf(publication)!
    if (read.value.basedOn !== latest.id) {
      return refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () =>
        view('errors/conflict', {
          frame: desk.frame(visit, 'Two people changed this', 'entries'),
          reason:
            'Someone else changed these words while you were writing. Nothing of yours is saved yet.',
          theirs: plainOf(latest.words),
          yours: plainOf(read.value.words),
          back: to('/desk/entries', publication.id),
        }),
      )
    }
    store.publications.recordDraft(publication.id, read.value.words, read.value.coversIds, visit.by)
    return savedHere(visit, publication, 'checks')
  })

  desk.change('/desk/entries/:id/overrulings', 'draft', (visit) => {
    const publication = find(visit)
    const form = parse(OverruleForm, visit.body)
    const decision = form.accepted
      ? overrule(
          store.sources.checks(publication),
          form.value.key,
          form.value.found,
          form.value.reason,
        )
      : form
    if (!decision.accepted) return again(visit, publication, 'overrule', decision)
    store.publications.recordOverruling(publication.id, decision.value, visit.by)
    return savedHere(visit, publication, 'checks')
  })

  desk.change('/desk/entries/:id/approval', 'matter', (visit) => {
    const publication = find(visit)
    const alone = store.people.isAlone()
    if (!may.approve(visit.who, draftOf(publication)!.writerId, alone)) throw notAllowed()
    const form = parse(ApprovalForm, visit.body)
    const decision = form.accepted
      ? approve(publication, form.value.draftId, store.sources.checks(publication))
      : form
    if (!decision.accepted) return again(visit, publication, 'approval', decision)
    store.publications.recordApproval(
      publication.id,
      decision.value.id,
      visit.who.personId === decision.value.writerId,
      visit.by,
    )
    return savedHere(visit, publication, 'publish')
  })

  desk.change('/desk/entries/:id/publication', 'publish', (visit) => {
    const publication = find(visit)
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? publish(publication, store.sources.checks(publication)) : form
    if (!decision.accepted) return again(visit, publication, 'publication', decision)
    store.together(() => {
      store.publications.recordPublication(publication, decision.value, visit.by)
      if (publication.kind === 'entry' && publication.concernId !== null) {
        withdrawToldTwice(store, publication.concernId, visit.by)
        tellWhereItIsTold(store, publication.concernId, visit.by)
      }
      const { words } = decision.value
      if (
        words.kind === 'round-table' &&
        words.state !== 'planned' &&
        publication.roundTableId !== null
      )
        store.followers.recordNews(publication.roundTableId, visit.by)
    })
    desk.postLetters()
    return savedHere(visit, publication, 'publish')
  })

  desk.change('/desk/entries/:id/withdrawal', 'publish', (visit) => {
    const publication = find(visit)
    const form = parse(WithdrawalForm, visit.body)
    const decision = form.accepted ? withdraw(publication, form.value.ground) : form
    if (!decision.accepted) return again(visit, publication, 'withdrawal', decision)
    store.publications.recordWithdrawal(publication, decision.value, visit.by)
    return savedHere(visit, publication, 'publish')
  })

  desk.change('/desk/entries/:id/comments', 'comment', (visit) => {
    const publication = find(visit)
    const form = parse(CommentForm, visit.body)
    if (!form.accepted) return again(visit, publication, 'comment', form)
    store.publications.recordComment(
      publication.id,
      draftOf(publication)!.id,
      visit.who.organisationId,
      form.value.text,
      visit.by,
    )
    return savedHere(visit, publication, 'publish')
  })

  /**
   * A round table's page, a year and who we are stand at one address for good; of the others a new
   * one may be told.
   */
  const isTakenUpAnew = (kind: Words['kind']): boolean =>
    ['entry', 'event', 'leaflet', 'programme'].includes(kind)

  const find = (visit: Visit): Publication => findPublication(store, visit)

  const indexPage = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) => {
    const told = store.publications.list()
    const lines = entryLines(store)
    // What was written from something that is private by now is on no list: new words can be begun
    // (R28).
    const listed = new Set(lines.map(({ publication }) => publication.id))
    const years = new Set([
      ...store.concerns.listUnfiltered().map((each) => each.createdAt.slice(0, 4)),
      ...store.actions.listUnfiltered().map((each) => each.agreedAt.slice(0, 4)),
    ])
    return view('desk/publishing/entries/index', {
      frame: desk.frame(visit, 'Public entries', 'entries', failed),
      lines: lines.filter(({ publication }) => publication.kind !== 'translation').toReversed(),
      toDraft: linesOf(store, store.concerns.list(visit.who), visit.who, visit.today).filter(
        ({ concern, publication }) =>
          concern.depth !== 'named' &&
          concern.mergedIntoId === null &&
          (!publication || publication.withdrawal !== null || !listed.has(publication.id)),
      ),
      untoldTables: store.roundTables
        .list()
        .filter(
          (table) =>
            !told.some((each) => each.kind === 'round-table' && each.roundTableId === table.id),
        ),
      closedYears: [...years]
        .filter(
          (year) => year < visit.today.slice(0, 4) && !told.some((each) => each.year === year),
        )
        .toSorted(),
      partnership: told.some((each) => each.kind === 'partnership'),
      mayDraft: may.draft(visit.who),
    })
  }

  const again = (
    visit: Visit,
    publication: Publication,
    form: string,
    decision: Decision<unknown>,
  ) => {
    const errors: Refusal[] = decision.accepted ? [] : decision.refusals
    const failed = { form, errors, body: visit.body }
    return refused(
      visit.request,
      visit.reply,
      errors,
      () => showPage(visit, publication, failed),
      () => view('desk/publishing/entries/_page', pageOf(visit, publication, '', failed)),
    )
  }
  /** The page as it stands now, without leaving it; `at` is where the eyes go on. */
  const savedHere = (visit: Visit, publication: Publication, at: 'checks' | 'publish') =>
    saved(visit.request, visit.reply, `${to('/desk/entries', publication.id)}#${at}`, () =>
      view(
        'desk/publishing/entries/_page',
        pageOf(visit, store.publications.find(publication.id)!, at),
      ),
    )

  const languageOf = (words: Words) => {
    const language =
      words.kind === 'translation'
        ? desk.languages.find((each) => each.code === words.language)
        : undefined
    return language
      ? { name: languageName(language.code), locale: language.locale, dir: language.dir }
      : null
  }

  /**
   * What was counted at the events that belong to a concern and its actions; where there is none,
   * at all of them.
   */
  const numbersFor = ({ concernId, eventId }: Publication, actionIds: number[]) => {
    if (eventId !== null) return store.sources.numbers([eventId])
    const near = store.events
      .listUnfiltered()
      .filter(
        (event) =>
          event.depth !== 'named' &&
          ((concernId !== null && event.concernIds.includes(concernId)) ||
            event.actionIds.some((id) => actionIds.includes(id))),
      )
    return store.sources.numbers(near.length > 0 ? near.map((event) => event.id) : undefined)
  }
  /**
   * R13: whoever approves opens the very file that will be published, and not the page of one that
   * is not there yet.
   */
  const fileAt =
    (publication: Publication) =>
    ({
      language,
      hash,
    }: LeafletWords['files'][number]): [string, ...(string | number)[]] | null => {
      const { leaflet } = store.sources.evidence.find(publication)
      const file = leaflet?.files.find((each) => each.language === language && each.hash === hash)
      return leaflet && file ? ['/desk/leaflets', leaflet.id, 'files', file.id] : null
    }
  const showPage = (
    visit: Visit,
    publication: Publication,
    failed?: Parameters<Desk['frame']>[3],
  ) => view('desk/publishing/entries/show', pageOf(visit, publication, '', failed))
  const pageOf = (
    visit: Visit,
    publication: Publication,
    at: string,
    failed?: Parameters<Desk['frame']>[3],
  ): EntryPage => {
    const draft = draftOf(publication)!
    const concern =
      publication.concernId === null
        ? undefined
        : store.concerns.find(publication.concernId, visit.who)
    const all = concern ? store.sources.actionsOf(concern.id) : []
    const table =
      publication.roundTableId === null
        ? undefined
        : store.roundTables.findById(publication.roundTableId)
    const organisations = store.organisations.list()
    const named = namedIn(draft.words)
    const name = nameOf(publication, concern, table)
    return {
      at,
      frame: desk.frame(visit, name, 'entries', failed),
      names: namesOf(store),
      publication,
      name,
      words: draft.words,
      draftId: draft.id,
      checks: store.sources.checks(publication),
      approved: isApproved(publication),
      published: isPublished(publication),
      source: {
        concern,
        actions: all.filter((action) => action.depth !== 'named'),
        blocked: all.filter((action) => action.depth === 'named').length,
        table,
      },
      steps:
        draft.words.kind === 'entry'
          ? draft.words.trail.map((step) => `${sayWhen(step.on)}: ${step.words}`).join('\n')
          : '',
      said: saidByResidents(store).filter((each) => each.publicationId === publication.id),
      heard:
        may.readMessages(visit.who) && publication.kind === 'entry' && publication.slug
          ? store.verdicts.words(publication.slug)
          : [],
      happened: happenedOn(all),
      standing: store.sources.standingOf(publication) ?? 'unanswered',
      toldOf:
        draft.words.kind === 'entry'
          ? Object.fromEntries(
              draft.words.actions.map((action, i) => [draft.coversIds[i], action.words]),
            )
          : {},
      preview:
        draft.words.kind === 'translation'
          ? previewTranslation(store.published.board(), filled(draft.words), desk.languages)
          : previewWords(store.published.board(), draft.words, visit.today),
      fileAt: fileAt(publication),
      numbers:
        may.draft(visit.who) && ['entry', 'round-table', 'event'].includes(publication.kind)
          ? numbersFor(
              publication,
              all.map((action) => action.id),
            )
          : [],
      fields: fieldsOf(store, publication),
      typed: typedFor(draft.words, draft.coversIds),
      evidence: privateSource(store, publication),
      languages: [...desk.languages],
      entries:
        draft.words.kind === 'event' || draft.words.kind === 'programme'
          ? entriesIn(store.published.board(), draft.words)
          : [],
      pieces:
        draft.words.kind === 'translation' ? piecesNow(store.published.board(), draft.words) : [],
      language: languageOf(draft.words),
      mayDraft: may.draft(visit.who),
      mayApprove: may.approve(visit.who, draft.writerId, store.people.isAlone()),
      isWriter: draft.writerId === visit.who.personId,
      alone: store.people.isAlone(),
      mayComment: may.comment(visit.who),
      commentAs: visit.who.organisationId,
      named: organisations
        .filter((each) => named.includes(each.code))
        .map((each) => each.publicName),
      grounds: GROUNDS,
    }
  }
}
