import type { FastifyInstance } from 'fastify'
import type { Parts } from './app.ts'
import type { Board } from './domain/publishing/board.ts'
import type { Letter } from './mail/letter.ts'
import { openPostman } from './mail/postman.ts'
import { confirmLetter, movedLetter, newsLetter } from './web/board/residents/letters.ts'
import type { BackupLog } from './work/backups/keeper.ts'
import type { LettersToLookAt } from './web/desk/visit.ts'
import type { Language } from './web/words/languages.ts'
import { examplesOf } from './work/letters/examples.ts'
import type { ToFollowers } from './work/letters/followers.ts'
import type { WriterParts } from './work/letters/letter-writer.ts'
import { letterboxOf } from './work/letters/letterbox.ts'
import { lookingAt } from './work/letters/looked-at.ts'
import { letterWriters } from './work/letters/writers.ts'

/** Letters are written when they go, and go by themselves. @returns what sends the postman round. */
export const openPostOffice = (
  app: FastifyInstance,
  parts: Parts,
  languages: readonly Language[],
): (() => void) => {
  const { store, post, now } = parts
  const writers = letterWriters(...writing(parts, languages))
  const write: (typeof writers)[keyof typeof writers] = (row) => writers[row.kind](row)
  const postman = openPostman({
    box: letterboxOf(store),
    write,
    post,
    now,
    fault: logs(app, 'post'),
  })
  app.addHook('onClose', () => postman.stop())
  const run = (): void => {
    void postman.run()
  }
  // What was written is on disk before its letter goes.
  return () => store.afterwards(run)
}

/** Letters as a coordinator looks at them before they go: each as it will look, and one of each kind. */
export const lettersToLookAt = (
  parts: Parts,
  dress: (letter: Letter) => Letter,
  languages: readonly Language[],
): LettersToLookAt => {
  const [writer, toFollowers] = writing(parts, languages)
  return {
    look: (row, waiting) => {
      const store = lookingAt(writer.store, waiting)
      const write = letterWriters({ ...writer, store, isLook: true }, toFollowers)[row.kind]
      const letter = write(row)
      return letter && dress(letter)
    },
    examples: () =>
      examplesOf(writer, toFollowers).map((each) => ({ ...each, letter: dress(each.letter) })),
  }
}

/** What writes letters is handed, and how residents are written to from behind their own door. */
const writing = (
  { store, now, config: { publicUrl, mailFrom } }: Parts,
  languages: readonly Language[],
): [WriterParts, ToFollowers] => {
  const deskOf = (board: Board) => ({ board, languages, publicUrl })
  return [
    { store, publicUrl, now, from: mailFrom },
    {
      confirm: (board, reader, choice) => confirmLetter(deskOf(board), reader, choice),
      news: (board, reader, news, until) => newsLetter(deskOf(board), reader, news, until),
      moved: (board, reader, slug) => movedLetter(deskOf(board), reader, slug),
    },
  ]
}

/** What goes on by itself has nobody to tell of a fault but the log. */
export const logs =
  (app: FastifyInstance, what: 'clock' | 'post') =>
  (error: unknown): void => {
    app.log.error({ fault: (error as Error).name }, `the ${what} failed`)
  }

/** ... nor has a backup, but whoever looks at the desk. Codes and sizes alone. */
export const logsBackups = ({ log }: Pick<FastifyInstance, 'log'>): BackupLog => ({
  failed: ({ why, code, room }) => log.error({ why, code, ...room }, 'the backup failed'),
  made: ({ name, bytes }) => log.info({ name, bytes }, 'a backup was made'),
})
