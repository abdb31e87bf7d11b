import type { Verbs } from '../verbs.ts'

/** The first entries of the board: what was heard, before anything was done. */
export const tellWhatWasHeard = (
  { tell }: Verbs,
  concerns: Record<'hesitant' | 'crime' | 'stops' | 'asb' | 'women', number>,
): void => {
  const heard =
    'We heard this at the round table. Nobody has started yet. We will say here what happens.'
  const raised: [string, string][] = [['2021-07', 'Raised at the round table.']]
  tell.entry(concerns.hesitant, {
    said: 'People are hesitant to go to the police with questions and worries.',
    did: heard,
    trail: raised,
  })
  tell.entry(concerns.crime, {
    said: 'Youth crime is rising. It hurts young people and their families.',
    did: heard,
    trail: raised,
  })
  tell.entry(concerns.stops, {
    said: 'Black, Asian and minority ethnic young people are being targeted for stop and search.',
    did: 'This is a priority. There is no answer yet. We will ask the police again at the next round table.',
    trail: [...raised, ['2021-07', 'The round table agreed that this comes first.']],
  })
  tell.entry(concerns.asb, {
    said: 'There is anti-social behaviour in the shared areas where we live.',
    did: 'We heard this. Nothing is agreed yet. It goes to the next round table.',
    trail: raised,
  })
  tell.entry(concerns.women, {
    said: 'Women do not feel safe on the streets. They find it hard to trust male officers.',
    did: heard,
    trail: [...raised, ['2021-07', 'Two questions were put to the police.']],
  })
}
