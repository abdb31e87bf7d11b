import { inTens } from '../evidence/small-numbers.ts'
import { VERDICTS, type Question, type Verdict, type Verdicts } from './verdict.ts'

/** What readers answered to one question about an entry, since the copy that last brought news. */
export interface Answered {
  slug: string
  since: number
  question: Question
  verdicts: Verdicts
}

/** ... and as much of it as may be told: whole tens, and null where fewer than ten said so. */
export interface ToldAnswers extends Omit<Answered, 'verdicts'> {
  counts: Record<Verdict, number | null>
}

/**
 * R17: each answer in whole tens and no total, so that no small number can be worked out, from one
 * time that they are told or from two. What was told once never grows less: by how little it did
 * would be told. Entries of which nothing can be told are not there at all.
 * @param before what is told until now.
 */
export const tellAnswers = (answered: Answered[], before: ToldAnswers[]): ToldAnswers[] =>
  answered
    .filter(
      (each) =>
        VERDICTS.some((verdict) => inTens(each.verdicts[verdict]) !== null) ||
        before.some((told) => isAbout(told, each)),
    )
    .map(({ slug, since, question, verdicts }): ToldAnswers => {
      const told = before.find((each) => isAbout(each, { slug, since, question }))?.counts
      const counts = Object.fromEntries(
        VERDICTS.map((verdict) => [
          verdict,
          Math.max(inTens(verdicts[verdict]) ?? 0, told?.[verdict] ?? 0) || null,
        ]),
      ) as ToldAnswers['counts']
      return { slug, since, question, counts }
    })
    .filter(({ counts }) => VERDICTS.some((verdict) => counts[verdict] !== null))
    .toSorted((a, b) => a.slug.localeCompare(b.slug, 'en', { numeric: true }))

/** The same question about the same news: answers to any other are never added to it. */
export const isAbout = (
  told: ToldAnswers,
  { slug, since, question }: Omit<Answered, 'verdicts'>,
): boolean => told.slug === slug && told.since === since && told.question === question
