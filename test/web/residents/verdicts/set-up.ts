import type { House, Visitor } from '../../../support/house.ts'

export const SLUG = '2021-q3-1'
export const say = (
  who: Visitor,
  verdict: string,
  word = '',
  slug = SLUG,
  question = 'difference',
) => who.post(`/entries/${slug}/verdicts`, { question, verdict, word })
export const version = (house: House, slug = SLUG) =>
  house.store.published.board().entries.find((each) => each.slug === slug)!.version
/** What is counted of the copy that is public now, less what the sample holds already. */
export const counter = (house: House, slug = SLUG) => {
  const before = house.store.verdicts.count(slug, 'difference', version(house, slug))
  return () =>
    Object.fromEntries(
      Object.entries(house.store.verdicts.count(slug, 'difference', version(house, slug))).map(
        ([verdict, n]) => [verdict, n - before[verdict as 'yes']],
      ),
    )
}
