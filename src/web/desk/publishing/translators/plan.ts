import { createHash } from 'node:crypto'
import type { Board } from '../../../../domain/publishing/board.ts'
import type { HandedRow } from '../../../../domain/publishing/handed-out/po.ts'
import type {
  PlannedDraft,
  PlannedRow,
  TranslatorsPlan,
} from '../../../../domain/publishing/handed-out/planned.ts'
import { wrongInRow } from '../../../../domain/publishing/handed-out/row.ts'
import type { TranslationWords } from '../../../../domain/publishing/kinds/translation.ts'
import { draftOf, type Publication } from '../../../../domain/publishing/publication.ts'
import { FIRST, type Original } from '../../../../domain/publishing/told.ts'
import { NEVER_OVERRULED } from '../../../../domain/publishing/wording/alert.ts'
import type { Visit } from '../../visit.ts'
import { mayOpen } from '../find-publication.ts'
import { namesIn } from '../translation-form.ts'
import { originals, type Translatable } from '../originals.ts'

/**
 * What a file from a translator comes to: each row checked by itself, and a draft for each thing
 * told of which a good row says something new. Nothing is saved here.
 */
export const planOf = (visit: Visit, language: string, rows: HandedRow[]): TranslatorsPlan => {
  const board = visit.store.published.board()
  const there = originals(board)
    .map((each) => standing(visit, board, language, each))
    .filter((each) => each !== null)
  const good = new Map<string, HandedRow>()
  const judged = judge(visit, rows, there)
  judged.forEach(({ state }, i) => {
    if (state === 'new' || state === 'same') good.set(rows[i]!.english, rows[i]!)
  })
  const drafts = there.flatMap((each) => draftFrom(board, language, each, good) ?? [])
  const made = JSON.stringify([
    rows,
    drafts.map(({ of, publication }) => [of, publication && draftOf(publication)!.id]),
  ])
  return { rows: judged, drafts, mark: createHash('sha256').update(made).digest('hex') }
}

interface Standing {
  of: Original
  name: string
  texts: string[]
  publication: Publication | null
  isChecked: boolean
  textOf: (english: string) => string
}

/** What is said now of something told; nothing where this person may not open it (R11). */
const standing = (
  visit: Visit,
  board: Board,
  language: string,
  { of, name, texts }: Translatable,
): Standing | null => {
  const publication = visit.store.publications.findTranslation(of, language) ?? null
  if (publication && !mayOpen(visit.store, visit, publication)) return null
  const draft = publication && (draftOf(publication)!.words as TranslationWords)
  const drafted = new Map(draft?.pieces.map((piece) => [piece.english, piece.text]))
  const tongue = board.tongues.get(language)
  return {
    of,
    name,
    texts,
    publication,
    isChecked: draft?.checked ?? false,
    textOf: (english) => drafted.get(english) || (tongue?.get(english)?.text ?? ''),
  }
}

const judge = ({ store }: Visit, rows: HandedRow[], there: Standing[]): PlannedRow[] => {
  const alerts = store.sources.alertsInRows(rows)
  return rows.map(({ english, text }, i) => {
    const where = there.filter((each) => each.texts.includes(english))
    const now = where[0]?.textOf(english) ?? ''
    const row = { english, text, now }
    if (where.length === 0)
      return { ...row, state: 'refused', reasons: ['The English is not told in these words now'] }
    if (text.trim() === '') return { ...row, state: 'empty', reasons: [] }
    const wrong = wrongInRow(english, text)
    const never = alerts[i]!.filter((each) => NEVER_OVERRULED.includes(each.key))
    const reasons = (never.length > 0 ? never : alerts[i]!).map((each) => each.reason)
    if (wrong !== null || never.length > 0)
      return { ...row, state: 'refused', reasons: wrong === null ? reasons : [wrong] }
    const isNew = where.some((each) => each.textOf(english) !== text)
    return { ...row, state: isNew ? 'new' : 'same', reasons }
  })
}

/** A person has checked it where each of its rows came back without the mark of a doubt. */
const draftFrom = (
  board: Board,
  language: string,
  { of, name, texts, publication, isChecked, textOf }: Standing,
  good: Map<string, HandedRow>,
): PlannedDraft | null => {
  const pieces = texts.map((english) => ({
    english,
    text: good.get(english)?.text ?? textOf(english),
  }))
  const tongue = board.tongues.get(language)
  const isRead = texts.every(
    (english) => good.get(english)?.isDoubtful === false || tongue?.get(english)?.checked,
  )
  const isChanged = pieces.some(({ english, text }) => text !== textOf(english))
  if (!isChanged && (!isRead || isChecked || !texts.some((each) => good.has(each)))) return null
  const isTold = publication !== null && publication.releases.length > 0
  return {
    of,
    name,
    publication,
    missing: pieces.filter(({ text }) => text === '').length,
    words: {
      kind: 'translation',
      change: isTold ? { kind: 'news', words: '' } : FIRST,
      language,
      of,
      checked: isRead,
      names: namesIn(board, of),
      pieces,
    },
  }
}
