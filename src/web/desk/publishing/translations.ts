import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import {
  currentLeaflets,
  textsToTranslate,
  translationState,
  type Board,
} from '../../../domain/publishing/board.ts'
import { languageName } from '../../../domain/publishing/publication.ts'
import { may } from '../../../domain/may.ts'
import { monthTitle } from '../../../domain/round-tables/round-table.ts'
import {
  FIRST,
  ORIGINAL_KINDS,
  type Original,
  type TranslationWords,
} from '../../../domain/publishing/words.ts'
import { refused, saved, show } from '../../answer.ts'
import { notFound } from '../../errors.ts'
import { needed, parse } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { coversOf, namesOf } from './translation-forms.ts'

const BeginForm = z.strictObject({
  language: needed('Choose a language', 10),
  kind: z.enum(ORIGINAL_KINDS),
  slug: needed('Choose what to translate', 40),
})

/**
 * What is told, in the other languages: what is translated, what is not, and where the English has
 * changed since.
 */
export const translationsRoutes = (desk: Desk): void => {
  const { store } = desk
  const others = desk.languages.filter((each) => each.code !== 'en')

  desk.get('/desk/translations', 'read', (visit) => show(visit.reply, page(visit)))

  desk.change('/desk/translations', 'draft', (visit) => {
    const form = parse(BeginForm, visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () =>
        page(visit, { form: 'begin', errors: form.refusals, body: visit.body }),
      )
    const { language, kind, slug } = form.value
    const of = { kind, slug }
    const board = store.published.board()
    const texts = textsToTranslate(board, of)
    if (texts.length === 0 || !others.some((each) => each.code === language)) throw notFound()
    const there = store.publications.findTranslation(of, language)
    if (there) return saved(visit.request, visit.reply, to('/desk/entries', there.id))
    const tongue = board.tongues.get(language)
    const words: TranslationWords = {
      kind: 'translation',
      change: FIRST,
      language,
      of,
      checked: false,
      names: namesOf(board, of),
      pieces: texts.map((english) => ({ english, text: tongue?.get(english)?.text ?? '' })),
    }
    return saved(
      visit.request,
      visit.reply,
      to(
        '/desk/entries',
        store.publications.record(subjectOf(of), words, coversOf(store, of), visit.by),
      ),
    )
  })

  /** A translation hangs on what its English hangs on, so that it goes where that goes (R9). */
  const subjectOf = (of: Original) => {
    const publication = store.publications
      .list()
      .find((each) => each.kind === of.kind && each.slug === of.slug)
    return {
      kind: 'translation' as const,
      concernId: publication?.concernId ?? null,
      roundTableId: publication?.roundTableId ?? null,
      eventId: publication?.eventId ?? null,
      leafletId: publication?.leafletId ?? null,
      programmeId: publication?.programmeId ?? null,
    }
  }

  const page = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) => {
    const board = store.published.board()
    const asked = visit.query.language ?? ''
    const language = others.find((each) => each.code === asked)
    return view('desk/publishing/translations/index', {
      frame: desk.frame(visit, 'Translations', 'entries', failed),
      mayDraft: may.draft(visit.who),
      language: language ? { code: language.code, name: languageName(language.code) } : null,
      languages: others.map((each) => ({
        code: each.code,
        name: languageName(each.code),
        own: each.name,
        locale: each.locale,
        dir: each.dir,
        checkedOn: each.checkedOn,
        missing: desk.missingIn(each.code),
        counts: countsOf(board, each.code),
      })),
      lines: language
        ? originals(board).map(({ of, name }) => ({
            of,
            name,
            state: translationState(board, of, textsToTranslate(board, of), language.code),
            publication: store.publications.findTranslation(of, language.code)?.id ?? null,
          }))
        : [],
    })
  }
}

const originals = (board: Board): { of: Original; name: string }[] => [
  ...(board.partnership
    ? [
        {
          of: { kind: 'partnership' as const, slug: 'partnership' },
          name: 'Who we are, and the names of organisations, themes and areas',
        },
      ]
    : []),
  ...board.entries.map((entry) => ({
    of: { kind: 'entry' as const, slug: entry.slug },
    name: entry.words.said,
  })),
  ...board.tables
    .filter((table) => table.words.priorities.length + table.words.agreed.length > 0)
    .map((table) => ({
      of: { kind: 'round-table' as const, slug: table.slug },
      name: monthTitle(table.words.heldOn),
    })),
  ...board.events.map((event) => ({
    of: { kind: 'event' as const, slug: event.slug },
    name: event.words.name,
  })),
  ...board.programmes.map((programme) => ({
    of: { kind: 'programme' as const, slug: programme.slug },
    name: programme.words.name,
  })),
  ...currentLeaflets(board).map((leaflet) => ({
    of: { kind: 'leaflet' as const, slug: leaflet.slug },
    name: leaflet.words.title,
  })),
]

const countsOf = (
  board: Board,
  language: string,
): Record<ReturnType<typeof translationState>, number> => {
  const counts = { untranslated: 0, machine: 0, checked: 0, changed: 0 }
  for (const { of } of originals(board))
    counts[translationState(board, of, textsToTranslate(board, of), language)] += 1
  return counts
}
