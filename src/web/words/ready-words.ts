import {
  beginWith,
  FIRST_READY_WORDS,
  readyWordsIn,
  type ReadyWords,
} from '../../domain/actions/ready-words.ts'
import type { Store } from '../../store/store.ts'
import { typedIn } from '../forms.ts'

/** What the partnership keeps for owners to begin with; a new one has the first set. */
export const keptReadyWords = ({ labels }: Store): string =>
  labels.setting('phrases') ?? FIRST_READY_WORDS

/** ... as they are offered. */
export const readyWordsOf = (store: Store): ReadyWords[] => readyWordsIn(keptReadyWords(store))

/**
 * The form again with the ready-made words in its box, where a button chose some: nothing is sent
 * (R20). Words that are not kept any more are left out; what was typed stays (R23).
 */
export const withReadyWords = (store: Store, body: unknown): Record<string, unknown> | null => {
  const { ready, ...typed } = typedIn(body)
  if (typeof ready !== 'string') return null
  const isKept = readyWordsOf(store).some((each) => each.words === ready)
  return isKept ? { ...typed, text: beginWith(ready, String(typed.text ?? '')) } : typed
}
