import { entryAt } from '../../../domain/publishing/board.ts'
import { cutShort } from '../../../domain/first-few.ts'
import { aimsToldIn } from '../../../domain/publishing/aims-told.ts'
import { missingPage, withdrawnPage } from '../gone.ts'
import type { Reader } from '../reader.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import type { BoardDoor, Download, FileOf, PublicPage } from '../room.ts'
import {
  answersTo,
  eventsOf,
  leafletsOf,
  photosOf,
  programmesOf,
  quotesOf,
  tableOf,
  tablesOf,
} from '../../../domain/publishing/related.ts'
import { translationState } from '../../../domain/publishing/translations.ts'
import { questionOf } from '../../../domain/residents/verdict.ts'
import { textsOf } from '../../../domain/publishing/pieces.ts'
import { view } from '../../views/board.ts'
import { linkOfPicture, pairOfPicture } from './entry-picture.ts'
import { actionData } from './linked-data.ts'

/**
 * `/entries/{slug}`: one entry and its trail; a withdrawn one answers 410 with its date and ground
 * (R15).
 */
export const entriesRoutes = (room: BoardDoor): void => {
  room.page('/entries/:slug', (reader) => {
    const { board, today, params, t, frame } = reader
    const entry = entryAt(board, params.slug)
    if (entry) {
      const photos = photosOf(board, entry.slug, today)
      const page = view('board/publishing/entries/show', {
        frame: frame(t.plain(entry.words.said), 'board', {
          description: shorten(t.plain(entry.words.did)),
          data: actionData(reader, entry),
          picture: linkOfPicture(reader, entry),
          speaks: true,
        }),
        entry,
        translation: t.isEnglish
          ? null
          : translationState(
              board,
              { kind: 'entry', slug: entry.slug },
              textsOf(entry.words),
              t.language.code,
            ),
        raisedAt: tableOf(board, entry.words) ?? null,
        aims: aimsToldIn(entry.words),
        tables: tablesOf(board, entry),
        events: eventsOf(board, entry.slug),
        leaflets: leafletsOf(board, entry.slug),
        photos: photos.map((each) => ({
          words: each.words,
          at: ['/entries', entry.slug, 'photos', `${each.slug}.jpg`],
          told: { change: each.change, publishedOn: each.publishedOn },
        })),
        programmes: programmesOf(board, entry.slug),
        recording: recordingIn(entry.words, t.language.code) ?? null,
        question: questionOf(entry.words.standing),
        answers: answersTo(board, entry) ?? null,
        byMachine: [
          entry.words,
          ...photos.map(({ words }) => words),
          ...quotesOf(board, entry.slug, today),
        ]
          .flatMap((words) => textsOf(words))
          .some((text) => !t.isChecked(text)),
        today,
      })
      return { ...page, speaks: true }
    }
    return withdrawnPage(reader, 'entry') ?? missingPage(reader)
  })
  room.picture('/entries/:slug/picture.png', (reader) => {
    const entry = entryAt(reader.board, reader.params.slug)
    return entry
      ? pairOfPicture(reader, entry)
      : (withdrawnPage(reader, 'entry') ?? missingPage(reader))
  })
  room.download('/entries/:slug/photos/:photo', photo)
  room.download('/entries/:slug/recordings/:recording', recording)
}

const recordingIn = ({ recordings }: EntryWords, language: string) =>
  recordings?.find((each) => each.language === language)

/** An entry read aloud: gone with the entry, and with the words that it read (R15). */
const recording = (reader: Reader, fileOf: FileOf): Download | PublicPage => {
  const { board, params } = reader
  const { slug = '', recording: name = '' } = params
  const entry = entryAt(board, slug)
  const told = entry && recordingIn(entry.words, name.replace(/\.mp3$/, ''))
  const bytes = told && fileOf('entry', slug, told.hash)
  if (bytes)
    return { type: 'audio/mpeg', bytes, tag: told.hash, name: `${slug}-${told.language}.mp3` }
  return withdrawnPage(reader, 'entry') ?? missingPage(reader)
}

/** A photo beside an entry; nothing where it may not be shown on this day (R15, R18). */
const photo = (reader: Reader, fileOf: FileOf): Download | PublicPage => {
  const { board, params, today } = reader
  const slug = (params.photo ?? '').replace(/\.jpg$/, '')
  const isThere = board.entries.some((each) => each.slug === params.slug)
  const shown = photosOf(board, params.slug ?? '', today).find((each) => each.slug === slug)
  const { hash } = shown?.words.picture ?? {}
  const bytes = isThere && hash ? fileOf('photo', slug, hash) : undefined
  if (bytes) return { type: 'image/jpeg', bytes, tag: hash!, name: `${slug}.jpg` }
  const gone = withdrawnPage({ ...reader, params: { slug } }, 'photo')
  // It was there, for as long as somebody agreed.
  const isOver = board.photos.get(params.slug ?? '')?.some((each) => each.slug === slug)
  return gone ?? { ...missingPage(reader), ...(isOver && { status: 410 }) }
}

/** As much as a preview shows. */
const shorten = (words: string): string => cutShort(words.split('\n')[0] ?? '', 200)
