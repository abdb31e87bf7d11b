import type { Words } from '../../domain/publishing/kinds/kinds.ts'
import { overruleAll } from '../../domain/publishing/checks.ts'
import { approve, publish } from '../../domain/publishing/approval.ts'
import { draftOf } from '../../domain/publishing/publication.ts'
import type { Store } from '../../store/store.ts'
import { must } from '../must.ts'
import type { Sample } from '../partnership.ts'

type Subject = Parameters<Store['publications']['findFor']>[0]

/** What everything that is told goes through: words saved, checked, approved and published. */
export interface Press {
  store: Store
  today: () => string
  coordinator: () => { personId: number; at: string }
  manager: () => { personId: number; at: string }
}

/** A press that stands at an instant of the story. */
export const pressOf = (store: Store, sample: Sample, at: () => string): Press => ({
  store,
  today: () => at().slice(0, 10),
  coordinator: () => ({ personId: sample.people.coordinator, at: at() }),
  manager: () => ({ personId: sample.people.manager, at: at() }),
})

/**
 * Saves the words as a draft, overrules what the reason covers, and goes as far as the story
 * says.
 */
export const publishWords = (
  press: Press,
  id: number,
  reason: string | undefined,
  stop?: 'draft' | 'approved',
  checksOf = press.store.sources.checks,
): void => {
  const { store, coordinator, manager } = press
  const find = () => store.publications.find(id)!
  const written = find()
  const open = checksOf(written).filter((one) => one.verdict === 'look')
  for (const [key, each] of Map.groupBy(open, (one) => one.key)) {
    if (!reason) throw new Error(`the sample's words need a reason: ${each[0]!.reason}`)
    const found = each.map((one) => one.found)
    for (const one of must(overruleAll(open, key, found, reason)))
      store.publications.recordOverruling(id, one, coordinator())
  }
  if (stop === 'draft') return
  const seen = open.length ? find() : written
  const checks = checksOf(seen)
  store.publications.recordApproval(
    id,
    must(approve(seen, draftOf(seen)!.id, checks)).id,
    false,
    manager(),
  )
  if (stop === 'approved') return
  const approved = find()
  store.publications.recordPublication(
    approved,
    must(publish(approved, checks, press.today())),
    coordinator(),
  )
}

/** The first words of something told, or a newer draft of them. */
export const save = (
  { store, coordinator }: Press,
  subject: Subject,
  words: Words,
  coversIds: number[],
): number => {
  const there = store.publications.findFor(subject)
  if (!there)
    return store.publications.record(
      subject,
      store.sources.withCounts(words, subject),
      coversIds,
      coordinator(),
    )
  return store.publications.recordDraft(
    there.id,
    { ...store.sources.withCounts(words, subject), change: { kind: 'news', words: '' } },
    coversIds,
    coordinator(),
  )
}
