import type { Voice } from '../../../words/voice.ts'
import { firstDayOf } from '../../../../domain/day.ts'
import type { Copy } from '../../../../domain/publishing/board.ts'
import type { EntryWords } from '../../../../domain/publishing/kinds/entry.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import { found, json, sampleTag } from './feed.ts'

/**
 * The shape that police.uk publishes: a day or a month is written as its first moment. It has no
 * place to say that a list is of a sample, so that each issue says it.
 */
export const prioritiesFile = (reader: Reader): PublicFile =>
  json(
    found(reader).map((entry) => {
      const priority = priorityOf(reader.t, entry)
      return { ...priority, issue: priority.issue + sampleTag(reader) }
    }),
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
