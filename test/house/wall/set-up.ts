import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { must } from '../../../src/sample/must.ts'
import { type House, PEOPLE } from '../../support/house.ts'
import { approve, publish } from '../../../src/domain/publishing/approval.ts'
import { overrule } from '../../../src/domain/publishing/checks.ts'
import type { EntryWords } from '../../../src/domain/publishing/kinds/entry.ts'
import type { Words } from '../../../src/domain/publishing/kinds/kinds.ts'

interface Live {
  id: number
  slug: string
  concernId: number
  words: EntryWords
}
/** Entries that residents read now. */
export function live(house: House): Live[] {
  return house.store.published.board().entries.map((entry) => {
    const publication = house.store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug === entry.slug)!
    return {
      id: publication.id,
      slug: entry.slug,
      concernId: publication.concernId!,
      words: entry.words,
    }
  })
}

/** Corrects an entry, then takes it down: its address, and every sentence that stood only there. */
export function withdrawOne(house: House): { slug: string; words: string[] } {
  const { id, slug, words } = live(house).find((entry) => entry.words.worked !== null)!
  publishAgain(house, id, {
    ...words,
    said: `${words.said} They were worried about zqold.`,
    change: { kind: 'correction', words: 'We were wrong about zqwrong.' },
  })
  house.store.publications.recordWithdrawal(house.store.publications.find(id)!, 'It was wrong.', {
    personId: house.person(PEOPLE.coordinator).id,
    at: house.clock.at(),
  })
  const others = JSON.stringify(house.store.published.board())
  const sentences = [
    words.said,
    ...words.did.split('\n'),
    words.worked?.words ?? '',
    ...words.actions.map((action) => action.words),
    ...words.trail.map((step) => step.words),
  ].filter((each) => each.length > 8 && !others.includes(each))
  return { slug, words: [...sentences, 'zqold', 'zqwrong'] }
}

/**
 * The whole way to the public once more: drafted by the coordinator, overruled where it may be,
 * approved by another, published.
 */
export function publishAgain(house: House, id: number, words: Words): void {
  const { store } = house
  const coordinator = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const approver = { personId: house.person(PEOPLE.approver).id, at: house.clock.at() }
  const find = () => store.publications.find(id)!
  const checks = () => store.sources.checks(find())
  store.publications.recordDraft(id, words, draftOf(find())!.coversIds, coordinator)
  for (const each of checks().filter((one) => one.verdict === 'look')) {
    // The same stretch may be found twice; one reason covers both.
    if (
      checks().some(
        (one) => one.verdict === 'look' && one.key === each.key && one.found === each.found,
      )
    )
      store.publications.recordOverruling(
        id,
        must(overrule(checks(), each.key, each.found, 'It is safe, for this test')),
        coordinator,
      )
  }
  store.publications.recordApproval(
    id,
    must(approve(find(), draftOf(find())!.id, checks())).id,
    false,
    approver,
  )
  store.publications.recordPublication(
    find(),
    must(publish(find(), checks(), '2022-01-27')),
    coordinator,
  )
}

/** Words as they stand in HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
