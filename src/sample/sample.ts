import type { Store } from '../store/store.ts'
import { partnershipOf } from './partnership.ts'
import { answerBack } from './residents.ts'
import { tellTheStory } from './story.ts'
import { verbsOf } from './verbs.ts'

/** The instant the sample's calendar stands at: the third round table is open. */
export const SAMPLE_NOW = '2022-01-27T10:40:00.000Z'

/**
 * Builds the sample partnership from its two sources by the domain's own verbs, so that it is also
 * a test of them.
 */
export const buildSample = (store: Store): void => {
  const sample = partnershipOf(store)
  tellTheStory(sample, verbsOf(store, sample))
  answerBack(store, sample)
}
