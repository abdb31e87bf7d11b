import type { Voice } from '../../../words/voice.ts'
import { firstDayOf, type When } from '../../../../domain/day.ts'
import type { EntryWords } from '../../../../domain/publishing/kinds/entry.ts'
import { comesFirstOn, doneOn } from '../../../../domain/publishing/kinds/entry/comes-first.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import { found, json, sampleTag } from './feed.ts'

/**
 * The shape that police.uk publishes: the priorities, for as long as they are, as the entries tell
 * of them (R10). A day or a month is written as its first moment. It has no place to say that a list
 * is of a sample, so that each issue says it.
 */
export const prioritiesFile = (reader: Reader): PublicFile =>
  json(
    found(reader)
      .filter(({ words }) => comesFirstOn(words, reader.today))
      .map(({ words }) => priorityOf(reader.t, words))
      .map((each) => ({ ...each, issue: each.issue + sampleTag(reader) })),
  )

const priorityOf = (t: Voice, words: EntryWords) => {
  const answered = words.standing !== 'unanswered'
  return {
    issue: t.plain(words.said),
    'issue-date': moment(words.raisedOn),
    action: answered ? t.plain(words.did) : null,
    'action-date': answered ? moment(doneOn(words)) : null,
  }
}

const moment = (on: When | null): string | null =>
  on === null ? null : `${firstDayOf(on)}T00:00:00`
