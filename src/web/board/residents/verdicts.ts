import { z } from 'zod'
import { entryAt, type Copy } from '../../../domain/publishing/board.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import { answersTo } from '../../../domain/publishing/related.ts'
import {
  MOST_WORD_LETTERS,
  QUESTIONS,
  questionOf,
  VERDICTS,
} from '../../../domain/residents/verdict.ts'
import { Problem } from '../../errors.ts'
import { parseOrRefuse, words } from '../../forms.ts'
import { keepSome } from '../../limits.ts'
import { view } from '../../views/board.ts'
import { missingPage, withdrawnPage } from '../gone.ts'
import type { Reader } from '../reader.ts'
import type { BoardDoor, Left, PublicPage } from '../room.ts'
import { isOneTooMany } from './too-much.ts'

const VerdictForm = z.strictObject({
  question: z.enum(QUESTIONS),
  verdict: z.enum(VERDICTS),
  word: words(MOST_WORD_LETTERS),
})

/** Each answer is written to the disk while others wait. */
const MOST_AN_HOUR = { caller: 30, line: 120, together: 1000 }
const MOST_KEPT = 50_000

/**
 * “Did this make a difference where you live?”, or “Is this still a problem?”: one tap, no name, and
 * the last one from a phone on a day is the one that counts.
 */
export const verdictsRoutes = (room: BoardDoor): void => {
  const record = keepVerdicts()
  room.leave('/entries/:slug/verdicts', (reader, left) =>
    about(reader, (entry) => take(reader, left, entry, record)),
  )
  // A page that was sent is loaded again, or asked for in another language.
  room.alone('/entries/:slug/verdicts', (reader) => about(reader, (entry) => page(reader, entry)))
  room.page('/entries/:slug/thanks', (reader) => about(reader, (entry) => thanks(reader, entry)))
}

type Verdict = z.output<typeof VerdictForm>
type Entry = Copy<EntryWords>

const take = (
  reader: Reader,
  left: Left,
  entry: Entry,
  record: ReturnType<typeof keepVerdicts>,
): PublicPage | { to: string } => {
  const { t, to } = reader
  const form = parseOrRefuse(VerdictForm, left.body)
  const word = String((left.body as { word?: unknown } | null)?.word ?? '')
  if (!form.accepted) {
    if (form.refusals.some((each) => each.field !== 'word')) throw notWhole()
    const tooLong = t.text('tell.errorLong', { n: MOST_WORD_LETTERS })
    return { ...page(reader, entry, word, tooLong), status: 422 }
  }
  // Another question is asked by now: this answer is not one to it.
  if (form.value.question !== questionOf(entry.words.standing))
    return { ...page(reader, entry, word, t.text('verdict.changedSince')), status: 409 }
  if (isOneTooMany(left, 'verdict', MOST_AN_HOUR))
    return { ...page(reader, entry, word, t.text('tell.errorMany')), status: 429 }
  record(reader, left, entry, form.value)
  return { to: to('/entries', entry.slug, 'thanks') }
}

const notWhole = (): Problem =>
  new Problem(
    400,
    'This did not arrive whole',
    'Nothing was saved. Open the page again and choose one of the four answers.',
  )

/** Writes a verdict down in the place of the one the same caller left of this copy today. */
const keepVerdicts = () => {
  const said = keepSome<Verdict & { id: number }>(MOST_KEPT)
  return ({ today }: Reader, left: Left, { slug, version }: Entry, verdict: Verdict): void => {
    const place = `${today} ${left.caller} ${slug} ${version}`
    const before = said.get(place)
    // A second tap says the same (R31).
    if (before && before.verdict === verdict.verdict && before.word === verdict.word) return
    const id = left.inbox.leaveVerdict(
      { slug, version, ...verdict, replacesId: before?.id ?? null },
      left.at,
      today,
    )
    said.set(place, { ...verdict, id })
  }
}

const page = (reader: Reader, entry: Entry, word = '', error = '') =>
  view('board/publishing/entries/verdict', {
    frame: { ...reader.frame(titleOf(reader, entry, error), ''), found: false },
    entry,
    question: questionOf(entry.words.standing),
    answers: answersTo(reader.board, entry) ?? null,
    word,
    error,
  })

/** A page with a problem says so first, in its title as well. */
const titleOf = ({ t }: Reader, { words }: Entry, error: string): string => {
  const asked = t.text(questionOf(words.standing) === 'still' ? 'verdict.still' : 'verdict.title')
  return error ? `${t.text('tell.errors')}: ${asked}` : asked
}

const thanks = (reader: Reader, entry: Entry) =>
  view('board/publishing/entries/thanks', {
    frame: { ...reader.frame(reader.t.text('verdict.thanks'), ''), found: false },
    entry,
  })

/** Of an entry that is told now; what was withdrawn says so (R15). */
const about = <T extends PublicPage | { to: string }>(
  reader: Reader,
  draw: (entry: Entry) => T,
): T | PublicPage => {
  const entry = entryAt(reader.board, reader.params.slug)
  return entry ? draw(entry) : (withdrawnPage(reader, 'entry') ?? missingPage(reader))
}
