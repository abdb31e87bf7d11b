import { z } from 'zod'
import { MOST_WORD_LETTERS, VERDICTS } from '../../domain/verdict.ts'
import { parseOrRefuse, words } from '../forms.ts'
import { HOUR } from '../limits.ts'
import { view } from '../views.ts'
import { missingPage, type BoardDoor } from './door.ts'

const VerdictForm = z.strictObject({ verdict: z.enum(VERDICTS), word: words(5000) })

const MOST_AN_HOUR = 30
const MOST_KEPT = 50_000

/** “Did this make a difference where you live?”: one tap, no name, and the last one from a phone on a day is the one that counts. */
export const verdictsRoom = (room: BoardDoor): void => {
  const said = new Map<string, number>()

  room.leave('/entries/:slug/verdicts', (reader, left) => {
    const { board, params, today, to } = reader
    const entry = board.entries.find((each) => each.slug === params.slug)
    if (!entry) return missingPage(reader)
    const form = parseOrRefuse(VerdictForm, left.body)
    if (!form.accepted || left.isTooMuch('verdict', left.caller, MOST_AN_HOUR, HOUR)) return { to: to('/entries', entry.slug) }
    const place = `${today} ${left.caller} ${entry.slug} ${entry.version}`
    const id = left.inbox.leaveVerdict({ slug: entry.slug, version: entry.version, verdict: form.value.verdict, word: form.value.word.slice(0, MOST_WORD_LETTERS), replacesId: said.get(place) ?? null }, left.at, today)
    if (said.size > MOST_KEPT) said.clear()
    said.set(place, id)
    return { to: to('/entries', entry.slug, 'thanks') }
  })

  room.page('/entries/:slug/thanks', (reader) => {
    const entry = reader.board.entries.find((each) => each.slug === reader.params.slug)
    return entry ? view('board/entries/thanks', { frame: { ...reader.frame(reader.t.text('verdict.thanks'), ''), found: false }, entry }) : missingPage(reader)
  })
}
