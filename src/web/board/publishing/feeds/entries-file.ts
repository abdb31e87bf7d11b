import type { Voice } from '../../../words/voice.ts'
import type { Copy } from '../../../../domain/publishing/board.ts'
import type { EntryWords } from '../../../../domain/publishing/kinds/entry.ts'
import { textsOf } from '../../../../domain/publishing/pieces.ts'
import { photosOf, quotesOf } from '../../../../domain/publishing/related.ts'
import type { Label } from '../../../../domain/publishing/told.ts'
import { translationState } from '../../../../domain/publishing/translations.ts'
import { Markup } from '../../../markup.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import { aboutOf, found, isTold, json, sealOf, titleOf } from './feed.ts'

/** Every entry with all that its page tells. */
export const entriesFile = (reader: Reader): PublicFile =>
  json({
    title: titleOf(reader),
    ...(reader.board.sample && { sample: true, about: aboutOf(reader) }),
    language: reader.t.language.code,
    url: reader.to.site('/'),
    seal: sealOf(reader),
    entries: found(reader).map((entry) => plainOf(reader, entry)),
  })

/**
 * An entry as a program reads it. Where `language` is not that of the file, it is not translated
 * yet.
 */
const plainOf = (
  { board, t, to, today }: Reader,
  { slug, version, publishedOn, publishedAt, words, earlier, change }: Copy<EntryWords>,
) => ({
  id: slug,
  url: to.site('/entries', slug),
  version,
  publishedOn,
  publishedAt,
  standing: words.standing,
  standingWords: t.text(`standing.${words.standing}`),
  said: t.plain(words.said),
  did: t.plain(words.did),
  language: isTold(t, words) ? t.language.code : 'en',
  translation: t.isEnglish
    ? null
    : translationState(board, { kind: 'entry', slug }, textsOf(words), t.language.code),
  raisedOn: words.raisedOn,
  on: words.on,
  origin: originOf(t, words),
  heard: t.plain(words.heard ?? ''),
  raisedAt: words.raisedAt ?? null,
  theme: labelOf(t, words.theme),
  alsoAbout: (words.alsoAbout ?? []).map((theme) => labelOf(t, theme)),
  area: labelOf(t, words.area),
  who: words.who.map((who) => labelOf(t, who)),
  worked: words.worked && { ...words.worked, words: t.plain(words.worked.words) },
  quotes: quotesOf(board, slug, today).map((quote) => ({
    words: t.plain(quote.words),
    role: t.plain(quote.role),
    until: quote.until,
  })),
  photos: photosOf(board, slug, today).map(({ slug: photo, words: { alt, who, until } }) => ({
    url: to.site('/entries', slug, 'photos', `${photo}.jpg`),
    words: t.plain(alt),
    who: labelOf(t, who),
    until,
  })),
  notYetClosed: words.notYetClosed,
  actions: words.actions.map((action) => ({
    ...action,
    words: t.plain(action.words),
    who: labelOf(t, action.who),
    helpers: action.helpers.map((helper) => labelOf(t, helper)),
  })),
  priority: words.priority ?? null,
  passedOn: (words.passedOn ?? []).map(({ isPublicContact: _given, ...each }) => ({
    ...each,
    to: t.plain(each.to),
    answer: t.plain(each.answer),
  })),
  trail: words.trail.map((step) => ({ ...step, words: t.plain(step.words) })),
  change,
  earlier,
  ...(words.sample && { madeUp: words.sample }),
})

const labelOf = (t: Voice, label: Label | null): Label | null =>
  label && { ...label, name: t.plain(label.name) }

const originOf = (t: Voice, { origin, raisedOn }: EntryWords): string => {
  const there = t.origin(origin, raisedOn)
  return there instanceof Markup ? origin : there
}
