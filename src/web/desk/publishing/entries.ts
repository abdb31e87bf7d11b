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
  type Telling,
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
import type { Desk, Visit } from '../door.ts'
import { firstWords, plainOf, previewWords, readWords } from './entry-forms.ts'
import { entryLines } from './entry-lines.ts'
import { fieldsOf, privateSource } from './evidence-forms.ts'
import { findTelling, isHeldNow, mayOpen } from './find-publication.ts'
import { linesOf } from '../names.ts'
import { tellWhereItIsTold, withdrawToldTwice } from '../../../work/hold-in-private.ts'
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
export const entriesRoom = (desk: Desk): void => {
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
    const there = store.tellings.findFor(subject)
    const isAnew =
      there !== undefined &&
      isTakenUpAnew(kind) &&
      (there.withdrawal !== null || isHeldNow(store, there))
    // R11: what may not be known is not told apart from what never was.
    if (there && !isAnew && !mayOpen(store, visit, there)) throw notFound()
    if (there && !isAnew) return saved(visit.request, visit.reply, to('/desk/entries', there.id))
    const first = firstWords(store, subject, visit)
    const id = store.tellings.record(subject, first.words, first.coversIds, visit.by)
    return saved(visit.request, visit.reply, to('/desk/entries', id))
  })

  desk.get('/desk/entries/:id', 'matter', (visit) =>
    show(visit.reply, showPage(visit, find(visit))),
  )

  desk.change('/desk/entries/:id/drafts', 'draft', (visit) => {
    const telling = find(visit)
    const read = readWords(store, telling, visit)
    if (!read.accepted) return again(visit, telling, 'words', read)
    const latest = draftOf(telling)!
    if (read.value.basedOn !== latest.id) {
      return refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () =>
        view('errors/conflict', {
          frame: desk.frame(visit, 'Two people changed this', 'entries'),
          reason:
            'Someone else changed these words while you were writing. Nothing of yours is saved yet.',
          theirs: plainOf(latest.words),
          yours: plainOf(read.value.words),
          back: to('/desk/entries', telling.id),
        }),
      )
    }
    store.tellings.recordDraft(telling.id, read.value.words, read.value.coversIds, visit.by)
    return savedHere(visit, telling, 'checks')
  })

  desk.change('/desk/entries/:id/overrulings', 'draft', (visit) => {
    const telling = find(visit)
    const form = parse(OverruleForm, visit.body)
    const decision = form.accepted
      ? overrule(store.sources.checks(telling), form.value.key, form.value.found, form.value.reason)
      : form
    if (!decision.accepted) return again(visit, telling, 'overrule', decision)
    store.tellings.recordOverruling(telling.id, decision.value, visit.by)
    return savedHere(visit, telling, 'checks')
  })

  desk.change('/desk/entries/:id/approval', 'matter', (visit) => {
    const telling = find(visit)
    const alone = store.people.isAlone()
    if (!may.approve(visit.who, draftOf(telling)!.writerId, alone)) throw notAllowed()
    const form = parse(ApprovalForm, visit.body)
    const decision = form.accepted
      ? approve(telling, form.value.draftId, store.sources.checks(telling))
      : form
    if (!decision.accepted) return again(visit, telling, 'approval', decision)
    store.tellings.recordApproval(
      telling.id,
      decision.value.id,
      visit.who.personId === decision.value.writerId,
      visit.by,
    )
    return savedHere(visit, telling, 'publish')
  })

  desk.change('/desk/entries/:id/publication', 'publish', (visit) => {
    const telling = find(visit)
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? publish(telling, store.sources.checks(telling)) : form
    if (!decision.accepted) return again(visit, telling, 'publication', decision)
    store.together(() => {
      store.tellings.recordPublication(telling, decision.value, visit.by)
      if (telling.kind === 'entry' && telling.concernId !== null) {
        withdrawToldTwice(store, telling.concernId, visit.by)
        tellWhereItIsTold(store, telling.concernId, visit.by)
      }
      const { words } = decision.value
      if (
        words.kind === 'round-table' &&
        words.state !== 'planned' &&
        telling.roundTableId !== null
      )
        store.followers.recordNews(telling.roundTableId, visit.by)
    })
    desk.postLetters()
    return savedHere(visit, telling, 'publish')
  })

  desk.change('/desk/entries/:id/withdrawal', 'publish', (visit) => {
    const telling = find(visit)
    const form = parse(WithdrawalForm, visit.body)
    const decision = form.accepted ? withdraw(telling, form.value.ground) : form
    if (!decision.accepted) return again(visit, telling, 'withdrawal', decision)
    store.tellings.recordWithdrawal(telling, decision.value, visit.by)
    return savedHere(visit, telling, 'publish')
  })

  desk.change('/desk/entries/:id/comments', 'comment', (visit) => {
    const telling = find(visit)
    const form = parse(CommentForm, visit.body)
    if (!form.accepted) return again(visit, telling, 'comment', form)
    store.tellings.recordComment(
      telling.id,
      draftOf(telling)!.id,
      visit.who.organisationId,
      form.value.text,
      visit.by,
    )
    return savedHere(visit, telling, 'publish')
  })

  /**
   * A round table's page, a year and who we are stand at one address for good; of the others a new
   * one may be told.
   */
  const isTakenUpAnew = (kind: Words['kind']): boolean =>
    ['entry', 'event', 'leaflet', 'programme'].includes(kind)

  const find = (visit: Visit): Telling => findTelling(store, visit)

  const indexPage = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) => {
    const told = store.tellings.list()
    const lines = entryLines(store)
    // What was written from something that is private by now is on no list: new words can be begun
    // (R28).
    const listed = new Set(lines.map(({ telling }) => telling.id))
    const years = new Set([
      ...store.concerns.listUnfiltered().map((each) => each.createdAt.slice(0, 4)),
      ...store.actions.listUnfiltered().map((each) => each.agreedAt.slice(0, 4)),
    ])
    return view('desk/publishing/entries/index', {
      frame: desk.frame(visit, 'Public entries', 'entries', failed),
      lines: lines.filter(({ telling }) => telling.kind !== 'translation').toReversed(),
      toDraft: linesOf(store, store.concerns.list(visit.who), visit.who, visit.today).filter(
        ({ concern, telling }) =>
          concern.depth !== 'named' &&
          concern.mergedIntoId === null &&
          (!telling || telling.withdrawal !== null || !listed.has(telling.id)),
      ),
      untoldTables: store.tables
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

  const again = (visit: Visit, telling: Telling, form: string, decision: Decision<unknown>) => {
    const errors: Refusal[] = decision.accepted ? [] : decision.refusals
    const failed = { form, errors, body: visit.body }
    return refused(
      visit.request,
      visit.reply,
      errors,
      () => showPage(visit, telling, failed),
      () => view('desk/publishing/entries/_page', pageOf(visit, telling, '', failed)),
    )
  }
  /** The page as it stands now, without leaving it; `at` is where the eyes go on. */
  const savedHere = (visit: Visit, telling: Telling, at: 'checks' | 'publish') =>
    saved(visit.request, visit.reply, `${to('/desk/entries', telling.id)}#${at}`, () =>
      view('desk/publishing/entries/_page', pageOf(visit, store.tellings.find(telling.id)!, at)),
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
  const numbersFor = ({ concernId, eventId }: Telling, actionIds: number[]) => {
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
    (telling: Telling) =>
    ({
      language,
      hash,
    }: LeafletWords['files'][number]): [string, ...(string | number)[]] | null => {
      const { leaflet } = store.sources.evidence.find(telling)
      const file = leaflet?.files.find((each) => each.language === language && each.hash === hash)
      return leaflet && file ? ['/desk/leaflets', leaflet.id, 'files', file.id] : null
    }
  const showPage = (visit: Visit, telling: Telling, failed?: Parameters<Desk['frame']>[3]) =>
    view('desk/publishing/entries/show', pageOf(visit, telling, '', failed))
  const pageOf = (
    visit: Visit,
    telling: Telling,
    at: string,
    failed?: Parameters<Desk['frame']>[3],
  ): EntryPage => {
    const draft = draftOf(telling)!
    const concern =
      telling.concernId === null ? undefined : store.concerns.find(telling.concernId, visit.who)
    const all = concern ? store.sources.actionsOf(concern.id) : []
    const table =
      telling.roundTableId === null ? undefined : store.tables.findById(telling.roundTableId)
    const organisations = store.organisations.list()
    const named = namedIn(draft.words)
    const name = nameOf(telling, concern, table)
    return {
      at,
      frame: desk.frame(visit, name, 'entries', failed),
      names: namesOf(store),
      telling,
      name,
      words: draft.words,
      draftId: draft.id,
      checks: store.sources.checks(telling),
      approved: isApproved(telling),
      published: isPublished(telling),
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
      said: saidByResidents(store).filter((each) => each.tellingId === telling.id),
      heard:
        may.readMessages(visit.who) && telling.kind === 'entry' && telling.slug
          ? store.verdicts.words(telling.slug)
          : [],
      happened: happenedOn(all),
      standing: store.sources.standingOf(telling) ?? 'unanswered',
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
      fileAt: fileAt(telling),
      numbers:
        may.draft(visit.who) && ['entry', 'round-table', 'event'].includes(telling.kind)
          ? numbersFor(
              telling,
              all.map((action) => action.id),
            )
          : [],
      fields: fieldsOf(store, telling),
      typed: typedFor(draft.words, draft.coversIds),
      evidence: privateSource(store, telling),
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
