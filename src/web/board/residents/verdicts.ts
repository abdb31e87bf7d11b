import { missingPage, withdrawnPage } from '../gone.ts'
import type { Reader } from '../reader.ts'
import type { BoardDoor, PublicPage } from '../room.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import { z } from 'zod'
import type { Copy } from '../../../domain/publishing/board.ts'
import { MOST_WORD_LETTERS, VERDICTS } from '../../../domain/residents/verdict.ts'
import { Problem } from '../../errors.ts'
import { parseOrRefuse, words } from '../../forms.ts'
import { HOUR, keepSome } from '../../limits.ts'
import { view } from '../../views/board.ts'

const VerdictForm = z.strictObject({ verdict: z.enum(VERDICTS), word: words(MOST_WORD_LETTERS) })

/**
 * As many answers as one caller, one line, and all together may leave in an hour: each of them is
 * written to the disk while others wait.
 */
const MOST_AN_HOUR = 30
const MOST_A_LINE = 120
const MOST_TOGETHER = 1000
const MOST_KEPT = 50_000

/**
 * “Did this make a difference where you live?”: one tap, no name, and the last one from a phone on
 * a day is the one that counts.
 */
export const verdictsRoutes = (room: BoardDoor): void => {
  const said = keepSome<number>(MOST_KEPT)

  room.leave('/entries/:slug/verdicts', (reader, left) =>
    about(reader, (entry) => {
      const { t, today, to } = reader
      const form = parseOrRefuse(VerdictForm, left.body)
      const word = String((left.body as { word?: unknown } | null)?.word ?? '')
      if (!form.accepted) {
        if (form.refusals.some((each) => each.field !== 'word'))
          throw new Problem(
            400,
            'This did not arrive whole',
            'Nothing was saved. Open the page again and choose one of the four answers.',
          )
        return {
          ...page(reader, entry, word, t.text('tell.errorLong', { n: MOST_WORD_LETTERS })),
          status: 422,
        }
      }
      if (
        left.isTooMuch('verdict', left.caller, MOST_AN_HOUR, HOUR) ||
        left.isTooMuch('verdict on a line', left.line, MOST_A_LINE, HOUR) ||
        left.isTooMuch('verdict', null, MOST_TOGETHER, HOUR)
      ) {
        return { ...page(reader, entry, word, t.text('tell.errorMany')), status: 429 }
      }
      const place = `${today} ${left.caller} ${entry.slug} ${entry.version}`
      const id = left.inbox.leaveVerdict(
        {
          slug: entry.slug,
          version: entry.version,
          verdict: form.value.verdict,
          word: form.value.word,
          replacesId: said.get(place) ?? null,
        },
        left.at,
        today,
      )
      said.set(place, id)
      return { to: to('/entries', entry.slug, 'thanks') }
    }),
  )

  // A page that was sent is loaded again, or asked for in another language.
  room.alone('/entries/:slug/verdicts', (reader) => about(reader, (entry) => page(reader, entry)))

  room.page('/entries/:slug/thanks', (reader) =>
    about(reader, (entry) =>
      view('board/publishing/entries/thanks', {
        frame: { ...reader.frame(reader.t.text('verdict.thanks'), ''), found: false },
        entry,
      }),
    ),
  )

  const page = (reader: Reader, entry: Copy<EntryWords>, word = '', error = '') =>
    view('board/publishing/entries/verdict', {
      frame: { ...reader.frame(reader.t.text('verdict.title'), ''), found: false },
      entry,
      word,
      error,
    })
}

/** Of an entry that is told now; what was withdrawn says so (R15). */
const about = <T extends PublicPage | { to: string }>(
  reader: Reader,
  draw: (entry: Copy<EntryWords>) => T,
): T | PublicPage => {
  const entry = reader.board.entries.find((each) => each.slug === reader.params.slug)
  return entry ? draw(entry) : (withdrawnPage(reader, 'entry') ?? missingPage(reader))
}
