import type { Notice } from './notices.ts'
import { heldIn } from './releasing/release-notices.ts'

/** Someone asked for a new link, which goes at once; what the table or a seat says goes as others do. */
export const isLinkAsked = (notice: Pick<Notice, 'why' | 'cause'>): boolean =>
  notice.why === 'asked' && !isAnswerTo(notice.cause) && heldIn(notice) === null

/** The occasion is an answer to what an owner asked for. */
export const isAnswerTo = (cause: string): boolean => cause.startsWith(ANSWER_TO)
export const ANSWER_TO = 'answer to wish '
