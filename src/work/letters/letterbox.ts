import type { Letterbox } from '../../mail/postman.ts'
import type { LetterRow } from '../../store/letters/letters.ts'
import type { Store } from '../../store/store.ts'
import { endWhereNoMailbox } from './came-back.ts'
import { mayGoNow } from '../clock/reminders.ts'

/** The letters that wait and may go now: one to an owner does not go before the day begins. */
export const letterboxOf = (store: Store): Letterbox<LetterRow> => ({
  ...store.letters,
  refused: (id, status, at) => {
    endWhereNoMailbox(store, store.letters.find(id)!.followerId, status, at)
    store.letters.refused(id, status, at)
  },
  due: (at) => store.letters.due(at).filter((row) => mayGoNow(store, row, new Date(at))),
})
