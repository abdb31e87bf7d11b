import type { Voice } from '../../../words/voice.ts'
import { firstDayOf } from '../../../../domain/day.ts'
import type { Copy } from '../../../../domain/publishing/board.ts'
import type { EntryWords } from '../../../../domain/publishing/kinds/entry.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import { found, json } from './feed.ts'

/** The shape that police.uk publishes: a day or a month is written as its first moment. */
export const prioritiesFile = (reader: Reader): PublicFile =>
  json(
    found(reader).map((entry) => ({
      ...priorityOf(reader.t, entry),
      ...(reader.board.sample && { sample: true }),
    })),
  )

const priorityOf = (t: Voice, { words, publishedOn }: Copy<EntryWords>) => {
  const moment = (on: string): string => `${firstDayOf(on)}T00:00:00`
  const answered = words.standing !== 'unanswered'
  return {
    issue: t.plain(words.said),
    'issue-date': moment(words.raisedOn),
    action: answered ? t.plain(words.did) : null,
    'action-date': answered ? moment(words.on ?? publishedOn) : null,
  }
}
