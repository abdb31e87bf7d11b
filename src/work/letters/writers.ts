import type { LetterRow } from '../../store/letters/letters.ts'
import { actionsWriter } from './actions.ts'
import { batonWriter } from './baton.ts'
import { followWriter, movedWriter, newsWriter, type ToFollowers } from './followers.ts'
import { invitationWriter } from './invitation.ts'
import type { LetterWriter, WriterParts } from './letter-writer.ts'
import { minutesWriter } from './round-tables/minutes.ts'
import { tableWriter } from './round-tables/table.ts'

/** Every kind of letter that waits in the letterbox, and who writes it when it goes. */
export const letterWriters = (
  parts: WriterParts,
  toFollowers: ToFollowers,
): Record<LetterRow['kind'], LetterWriter> => ({
  minutes: minutesWriter(parts),
  actions: actionsWriter(parts),
  baton: batonWriter(parts),
  invitation: invitationWriter(parts),
  follow: followWriter(parts, toFollowers),
  news: newsWriter(parts, toFollowers),
  moved: movedWriter(parts, toFollowers),
  table: tableWriter(parts),
})
