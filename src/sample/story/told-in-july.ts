import { SAYS } from '../made-up.ts'
import type { Verbs } from '../verbs.ts'

/** What the actions of July are called in public, from their first entry on. */
export const CALLED = {
  parents: 'Work with parents to keep young people from gangs',
  football: 'Football with the police',
  stalls: 'Pop-up stalls with the police, Mosaic advocates and the council',
  abuse: 'How to recognise an abuse of powers',
  safe: 'How to stay safe',
}

/** The concern about stop and search, as a resident says it. */
export const STOPS =
  'Black, Asian and minority ethnic young people are being targeted for stop and search.'

/** The first entries of the board: what was heard, before anything was done. */
export const tellWhatWasHeard = (
  { tell }: Verbs,
  concerns: Record<'hesitant' | 'crime' | 'stops' | 'asb' | 'women', number>,
  actions: Record<keyof typeof CALLED, number>,
): void => {
  const raised: [string, string][] = [['2021-07', 'Raised at the round table.']]
  const called = (...names: (keyof typeof CALLED)[]): Record<number, string> =>
    Object.fromEntries(names.map((name) => [actions[name], CALLED[name]]))
  tell.entry(concerns.hesitant, {
    said: 'People are hesitant to go to the police with questions and worries.',
    did: SAYS.heard,
    trail: raised,
    actions: called('stalls'),
  })
  tell.entry(concerns.crime, {
    said: 'Youth crime is rising. It hurts young people and their families.',
    did: SAYS.heard,
    trail: raised,
    actions: called('parents', 'football'),
  })
  tell.entry(concerns.stops, {
    said: STOPS,
    did: SAYS.stopsPriority,
    trail: [...raised, ['2021-07', SAYS.stopsFirst]],
  })
  tell.entry(concerns.asb, {
    said: 'There is anti-social behaviour in the shared areas where we live.',
    did: SAYS.asbHeard,
    trail: raised,
  })
  tell.entry(concerns.women, {
    said: 'Women do not feel safe on the streets. They find it hard to trust male officers.',
    did: SAYS.heard,
    trail: [...raised, ['2021-07', 'Two questions were put to the police.']],
    actions: called('abuse', 'safe'),
  })
}
