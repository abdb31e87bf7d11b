import type { Store } from '../store/store.ts'
import type { Sample } from './partnership.ts'
import { entriesOf } from './publishing/entries.ts'
import { pagesOf } from './publishing/pages.ts'
import { pressOf } from './publishing/press.ts'

/**
 * The way to the public, as the sample goes it: written by the coordinator, approved by the
 * manager, published.
 */
export const tellerOf = (store: Store, sample: Sample, at: () => string) => {
  const press = pressOf(store, sample, at)
  return { ...entriesOf(press), ...pagesOf(press) }
}
