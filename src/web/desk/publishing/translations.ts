import { z } from 'zod'
import { accept } from '../../../domain/decision.ts'
import { languageName } from '../../../domain/language.ts'
import { may } from '../../../domain/may.ts'
import type { Board } from '../../../domain/publishing/board.ts'
import { TRANSLATED_KINDS } from '../../../domain/publishing/kinds/kinds.ts'
import type { TranslationWords } from '../../../domain/publishing/kinds/translation.ts'
import { FIRST, type Original } from '../../../domain/publishing/told.ts'
import { textsToTranslate, type TranslationState } from '../../../domain/publishing/translations.ts'
import type { Store } from '../../../store/store.ts'
import { byPolicy, nothing, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { needed } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { cappedAnd } from '../capped.ts'
import { change, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { originals, statesIn } from './originals.ts'
import { coversOf, namesIn } from './translation-form.ts'

const BeginForm = z.strictObject({
  language: needed('Choose a language', 10),
  kind: z.enum(TRANSLATED_KINDS),
  slug: needed('Choose what to translate', 40),
})

const begin = change('/desk/translations', 'draft', {
  name: 'begin',
  find: nothing,
  allow: byPolicy,
  form: BeginForm,
  decide: (_visit, _, { language, kind, slug }) => accept({ language, of: { kind, slug } }),
  record: (visit, _, { language, of }) => {
    const { store, by } = visit
    const isOther = othersOf(visit).some((each) => each.code === language)
    const texts = textsToTranslate(store.published.board(), of)
    if (texts.length === 0 || !isOther) throw notFound()
    return (
      store.publications.findTranslation(of, language)?.id ??
      store.publications.record(
        subjectOf(store, of),
        firstWords(store.published.board(), of, language),
        coversOf(store, of),
        by,
      )
    )
  },
  answer: (_visit, _, id) => to('/desk/entries', id),
  again: (visit, _, failed) => listPage(visit, failed),
})

/**
 * What is told, in the other languages: what is translated, what is not, and where the English has
 * changed since.
 */
export const translationsRoutes: readonly Route[] = [
  page('/desk/translations', 'read', (visit) => listPage(visit)),
  begin,
]

/** A translation hangs on what its English hangs on, so that it goes where that goes (R9). */
export const subjectOf = (store: Store, of: Original) => {
  const english = store.publications.findAt(of)
  return {
    kind: 'translation' as const,
    concernId: english?.concernId ?? null,
    roundTableId: english?.roundTableId ?? null,
    eventId: english?.eventId ?? null,
    leafletId: english?.leafletId ?? null,
    programmeId: english?.programmeId ?? null,
  }
}

/** What is said of it in that language already, wherever it was translated. */
const firstWords = (board: Board, of: Original, language: string): TranslationWords => {
  const tongue = board.tongues.get(language)
  return {
    kind: 'translation',
    change: FIRST,
    language,
    of,
    checked: false,
    names: namesIn(board, of),
    pieces: textsToTranslate(board, of).map((english) => ({
      english,
      text: tongue?.get(english)?.text ?? '',
    })),
  }
}

const othersOf = ({ desk }: Visit) => desk.languages.filter((each) => each.code !== 'en')

const listPage = (visit: Visit, failed?: Failed): Drawn => {
  const { store, desk, who, query } = visit
  const board = store.published.board()
  const others = othersOf(visit)
  const language = others.find((each) => each.code === query.language)
  return view('desk/publishing/translations/index', {
    frame: frameOf(visit, 'Translations', 'entries', failed),
    mayDraft: may.draft(who),
    language: language ? { code: language.code, name: languageName(language.code) } : null,
    languages: others.map((each) => ({
      code: each.code,
      name: languageName(each.code),
      own: each.name,
      locale: each.locale,
      dir: each.dir,
      checkedOn: each.checkedOn,
      missing: desk.missingIn(each.code),
      counts: countsOf(statesIn(board, each.code)),
    })),
    lines: language ? linesIn(visit, language.code) : { shown: [], more: 0 },
    saved: Number(query.saved) || 0,
  })
}

/** What a person has checked comes last. */
const linesIn = (visit: Visit, language: string) => {
  const { publications, published } = visit.store
  const board = published.board()
  const states = statesIn(board, language)
  const lines = originals(board).map(({ of, name }, i) => ({ of, name, state: states[i]! }))
  const isChecked = ({ state }: { state: TranslationState }): boolean => state === 'checked'
  return cappedAnd(
    visit,
    [...lines.filter((each) => !isChecked(each)), ...lines.filter(isChecked)],
    (some) =>
      some.map((each) => ({
        ...each,
        publication: publications.findTranslation(each.of, language)?.id ?? null,
      })),
  )
}

const countsOf = (states: readonly TranslationState[]): Record<TranslationState, number> => {
  const counts = { untranslated: 0, machine: 0, checked: 0, changed: 0 }
  for (const state of states) counts[state] += 1
  return counts
}
