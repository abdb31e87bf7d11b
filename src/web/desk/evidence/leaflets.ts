import { languageName } from '../../../domain/language.ts'
import type { Desk, Visit } from '../visit.ts'
import { choicesOf, namesOf, titleOfAction } from '../../../work/names.ts'
import { z } from 'zod'
import { termsOf as termsOfAction } from '../../../domain/actions/action.ts'
import { CONFLICT, isConflict, type Refusal } from '../../../domain/decision.ts'
import {
  handOut,
  isCurrent,
  putFile,
  rewriteLeaflet,
  successorOf,
  leafletTermsOf,
  writeLeaflet,
  type Leaflet,
  type LeafletFile,
  type LeafletWritten,
} from '../../../domain/evidence/leaflet.ts'
import { may } from '../../../domain/may.ts'
import { fingerprint } from '../../../store/evidence/leaflets.ts'
import { refused, saved, show } from '../../answer.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { maybeId, maybeNumber, parse, someOf, when, words } from '../../forms.ts'
import { DOWNLOAD_CSP } from '../../page-cache.ts'
import { MOST_PDF_BYTES, readPdf } from '../../files/pdf.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { idIn, look } from '../names.ts'
import { changeLeaflet } from '../../../work/hold-in-private.ts'

const EmptyForm = z.strictObject({})
/**
 * As much as is read of a file, so that one that is too large is told so beside its field (R23).
 */
const MOST_READ = 4 * MOST_PDF_BYTES

/**
 * Leaflets: what there is to hand out, who handed it to whom, and the file that everyone can read.
 */
export const leafletsRoutes = (desk: Desk): void => {
  const { store } = desk
  const languages = desk.languages.map((each) => ({
    code: each.code,
    name: languageName(each.code),
  }))
  const codes = languages.map((each) => each.code)
  const written = {
    title: words(120),
    organisationId: maybeId(),
    version: words(60),
    languages: someOf(codes),
    answers: words(300),
    actionId: maybeId(),
    place: words(200),
    replacesId: maybeId(),
  }
  const HandingForm = (today: string) =>
    z.strictObject({
      organisationId: maybeId(),
      toWhom: words(120),
      on: when(today, 'behind'),
      copies: maybeNumber(999_999),
    })
  const FileForm = z.strictObject({
    language: z.enum(codes as [string, ...string[]], 'Choose its language'),
    seen: z
      .string()
      .regex(/^\d{1,9}$/)
      .default('0')
      .transform(Number),
    file: z.instanceof(Uint8Array).optional(),
  })

  desk.get('/desk/leaflets', 'read', (visit) => {
    const all = store.leaflets.list(visit.who)
    return show(
      visit.reply,
      view('desk/evidence/leaflets/index', {
        frame: desk.frame(visit, 'Leaflets', 'events'),
        names: namesOf(store),
        current: all.filter((each) => isCurrent(each, all)),
        replaced: all.filter((each) => !isCurrent(each, all)),
        languages: called(),
        mayWrite: may.write(visit.who),
      }),
    )
  })

  desk.get('/desk/evidence/leaflets/new', 'write', (visit) => show(visit.reply, newPage(visit)))

  desk.change('/desk/leaflets', 'write', (visit) => {
    const form = parse(z.strictObject(written), visit.body)
    const refusals = form.accepted ? unknownTo(visit, form.value) : []
    const decision = !form.accepted
      ? form
      : refusals.length
        ? { accepted: false as const, refusals }
        : writeLeaflet(form.value, store.leaflets.list(visit.who))
    if (!decision.accepted)
      return refused(visit.request, visit.reply, decision.refusals, () =>
        newPage(visit, decision.refusals),
      )
    const id = store.leaflets.record(decision.value as LeafletWritten, visit.by)
    return saved(visit.request, visit.reply, to('/desk/leaflets', id))
  })

  desk.get('/desk/leaflets/:id', 'matter', (visit) => show(visit.reply, page(visit, find(visit))))

  desk.change('/desk/leaflets/:id/terms', 'matter', (visit) => {
    const leaflet = findToChange(visit)
    const form = parse(
      z.strictObject({ ...written, basedOn: z.string().transform(Number) }),
      visit.body,
    )
    if (!form.accepted) return again(visit, leaflet, 'terms', form.refusals)
    const { basedOn, ...terms } = form.value
    const refusals = unknownTo(visit, terms, leaflet)
    if (refusals.length) return again(visit, leaflet, 'terms', refusals)
    const decision = rewriteLeaflet(leaflet, terms, basedOn, store.leaflets.list(visit.who))
    if (isConflict(decision))
      return inConflict(
        visit,
        leaflet,
        'Someone else changed this while you were writing. Nothing of yours is saved yet.',
        plainOf(visit, leafletTermsOf(leaflet)),
        plainOf(visit, terms),
      )
    if (!decision.accepted) return again(visit, leaflet, 'terms', decision.refusals)
    changeLeaflet(store, leaflet.id, decision.value, visit.by)
    return saved(
      visit.request,
      visit.reply,
      store.leaflets.find(leaflet.id, visit.who)
        ? to('/desk/leaflets', leaflet.id)
        : '/desk/leaflets',
    )
  })

  desk.change('/desk/leaflets/:id/handings', 'matter', (visit) => {
    const leaflet = findToChange(visit)
    const form = parse(HandingForm(visit.today), visit.body)
    const decision = form.accepted ? handOut(form.value, visit.today) : form
    if (!decision.accepted) return again(visit, leaflet, 'handing', decision.refusals)
    store.leaflets.recordHanding(
      leaflet.id,
      decision.value as Parameters<typeof store.leaflets.recordHanding>[1],
      visit.by,
    )
    return saved(visit.request, visit.reply, to('/desk/leaflets', leaflet.id))
  })

  desk.change('/desk/leaflets/:id/handings/:handingId/ending', 'matter', (visit) => {
    const leaflet = findToChange(visit)
    const handing = leaflet.handings.find((each) => each.id === idIn(visit.params.handingId))
    if (!handing) throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, leaflet, 'handing', form.refusals)
    store.leaflets.endHanding(leaflet.id, handing.id, visit.by)
    return saved(visit.request, visit.reply, to('/desk/leaflets', leaflet.id))
  })

  desk.change(
    '/desk/leaflets/:id/files',
    'matter',
    async (visit) => {
      const before = findToChange(visit)
      const form = parse(FileForm, visit.body)
      if (!form.accepted) return again(visit, before, 'file', form.refusals)
      const { language, seen, file } = form.value
      const read = await readPdf(
        file ?? new Uint8Array(),
        store.organisations.list().flatMap((each) => [each.name, each.publicName]),
      )
      // R23: while the file was read, someone else may have put one here, or held the leaflet in
      // private.
      const leaflet = findToChange(visit)
      const there = leaflet.files.find((each) => each.language === language)
      const decision = putFile(leaflet, language, seen)
      if ('wrong' in read)
        return again(visit, leaflet, 'file', [
          ...(decision.accepted || isConflict(decision) ? [] : decision.refusals),
          { field: 'file', reason: read.wrong },
        ])
      if (there?.hash === fingerprint(read.bytes))
        return saved(visit.request, visit.reply, to('/desk/leaflets', leaflet.id))
      if (isConflict(decision))
        return inConflict(
          visit,
          leaflet,
          'Someone else put a file here while you were choosing yours. Yours is not here yet.',
          sayFile(there!),
          sayFile({ language, size: read.bytes.length }),
        )
      if (!decision.accepted) return again(visit, leaflet, 'file', decision.refusals)
      store.leaflets.recordFile(leaflet.id, { language, ...read }, visit.by)
      return saved(visit.request, visit.reply, to('/desk/leaflets', leaflet.id))
    },
    { fileBytes: MOST_READ },
  )

  /**
   * The file as it stands here, for whoever writes of it or approves it: what they read is what is
   * published.
   */
  desk.get('/desk/leaflets/:id/files/:fileId', 'matter', (visit) => {
    const leaflet = find(visit)
    const file = leaflet.files.find((each) => each.id === idIn(visit.params.fileId))
    const bytes = file && store.leaflets.bytes(file.id)
    if (!file || !bytes) throw notFound()
    look(store, visit.by, 'leaflet', leaflet)
    return visit.reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="leaflet-${leaflet.id}-${file.language}.pdf"`,
        'content-security-policy': DOWNLOAD_CSP,
      })
      .send(bytes)
  })

  desk.change('/desk/leaflets/:id/files/:fileId/ending', 'matter', (visit) => {
    const leaflet = findToChange(visit)
    const file = leaflet.files.find((each) => each.id === idIn(visit.params.fileId))
    if (!file) throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, leaflet, 'file', form.refusals)
    store.leaflets.endFile(leaflet.id, file.language, visit.by)
    return saved(visit.request, visit.reply, to('/desk/leaflets', leaflet.id))
  })

  const called = (): Record<string, string> =>
    Object.fromEntries(languages.map((each) => [each.code, each.name]))
  const find = (visit: Visit): Leaflet => {
    const leaflet = store.leaflets.find(idIn(visit.params.id), visit.who)
    if (!leaflet) throw notFound()
    return leaflet
  }
  const findToChange = (visit: Visit): Leaflet => {
    const leaflet = find(visit)
    if (!may.change(visit.who, leaflet)) throw notAllowed()
    return leaflet
  }
  /**
   * A question or a leaflet that this person may not know of is not there for them; one that is
   * linked already stays.
   */
  const unknownTo = (
    visit: Visit,
    { actionId, replacesId }: Pick<LeafletWritten, 'actionId' | 'replacesId'>,
    now?: Leaflet,
  ): Refusal[] => [
    ...(actionId !== null &&
    actionId !== (now && leafletTermsOf(now).actionId) &&
    termsOfQuestion(visit, actionId) === undefined
      ? [{ field: 'actionId', reason: 'Choose from the list' }]
      : []),
    ...(replacesId !== null &&
    replacesId !== (now && leafletTermsOf(now).replacesId) &&
    !store.leaflets.find(replacesId, visit.who)
      ? [{ field: 'replacesId', reason: 'Choose from the list' }]
      : []),
  ]
  const termsOfQuestion = (visit: Visit, id: number) => {
    const action = store.actions.find(id, visit.who)
    return action && termsOfAction(action).kind === 'question' ? action : undefined
  }
  const inConflict = (
    visit: Visit,
    leaflet: Leaflet,
    reason: string,
    theirs: string,
    yours: string,
  ) => {
    look(store, visit.by, 'leaflet', leaflet)
    return refused(visit.request, visit.reply, [{ field: CONFLICT, reason: '' }], () =>
      view('errors/conflict', {
        frame: desk.frame(visit, 'Two people changed this', 'events'),
        reason,
        theirs,
        yours,
        back: to('/desk/leaflets', leaflet.id),
      }),
    )
  }
  const sayFile = ({ language, size }: Pick<LeafletFile, 'language' | 'size'>): string =>
    `${languageName(language)}, PDF, ${Math.max(1, Math.round(size / 1024))} kB`
  const plainOf = (
    visit: Visit,
    {
      title,
      version,
      languages: spoken,
      answers,
      place,
      organisationId,
      actionId,
      replacesId,
    }: LeafletWritten,
  ): string => {
    const question = actionId === null ? undefined : store.actions.find(actionId, visit.who)
    const older = replacesId === null ? undefined : store.leaflets.find(replacesId, visit.who)
    return [
      title,
      namesOf(store).organisation(organisationId),
      version,
      spoken.map(languageName).join(', '),
      answers,
      question && titleOfAction(question),
      place,
      older &&
        `It takes the place of: ${older.depth === 'named' ? 'Held in private' : leafletTermsOf(older).title}`,
    ]
      .filter(Boolean)
      .join('\n')
  }
  const again = (visit: Visit, leaflet: Leaflet, form: string, errors: Refusal[]) =>
    refused(visit.request, visit.reply, errors, () =>
      page(visit, leaflet, { form, errors, body: { ...(visit.body as object), file: undefined } }),
    )
  const offered = (visit: Visit, but?: Leaflet) => ({
    choices: choicesOf(store),
    languages,
    questions: store.actions
      .list(visit.who)
      .filter((each) => termsOfAction(each).kind === 'question')
      .map((each) => ({ id: each.id, text: `${each.number}: ${titleOfAction(each)}` })),
    others: store.leaflets
      .list(visit.who)
      .filter((each) => each.id !== but?.id)
      .map((each) => ({
        id: each.id,
        text:
          each.depth === 'named'
            ? 'Held in private'
            : [leafletTermsOf(each).title, leafletTermsOf(each).version].filter(Boolean).join(', '),
      })),
  })
  const newPage = (visit: Visit, errors: Refusal[] = []) =>
    view('desk/evidence/leaflets/new', {
      frame: desk.frame(visit, 'Write down a leaflet', 'events', {
        form: 'terms',
        errors,
        body: visit.body,
      }),
      ...offered(visit),
    })
  const page = (visit: Visit, leaflet: Leaflet, failed?: Parameters<Desk['frame']>[3]) => {
    look(store, visit.by, 'leaflet', leaflet)
    const all = store.leaflets.list(visit.who)
    const { actionId, replacesId, title } = leafletTermsOf(leaflet)
    return view('desk/evidence/leaflets/show', {
      frame: desk.frame(
        visit,
        leaflet.depth === 'named' ? 'Held in private' : title,
        'events',
        failed,
      ),
      names: namesOf(store),
      leaflet,
      ...offered(visit, leaflet),
      called: called(),
      question: actionId === null ? null : (store.actions.find(actionId, visit.who) ?? null),
      replaces: all.find((each) => each.id === replacesId) ?? null,
      replacedBy: successorOf(leaflet, all) ?? null,
      publication:
        leaflet.depth === 'named'
          ? null
          : (store.publications
              .list()
              .findLast((each) => each.leafletId === leaflet.id && each.kind === 'leaflet') ??
            null),
      mayChange: may.change(visit.who, leaflet),
      mayDraft: may.draft(visit.who),
    })
  }
}
