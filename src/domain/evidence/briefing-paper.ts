import { SAY_STANDING, STANDINGS } from '../concerns/standing.ts'
import type { Block, Paper, Section } from '../round-tables/paper.ts'
import { sayWhen } from '../day.ts'
import { changed, done, notDone, raised } from './briefing-answers.ts'
import { table, words } from './briefing-blocks.ts'
import { came, events, leaflets, learning, programmes } from './briefing-evidence.ts'
import { raisedIn, type Answered, type Briefing } from './briefing.ts'
import { sayPeriod } from './period.ts'
import { safeSum } from './small-numbers.ts'

/**
 * One sheet for senior officers and councillors: what was raised, done, and not done and why; who
 * came; what changed; what was learned.
 */
export const briefingPaper = (all: Briefing): Paper => ({
  title: `${all.partnership}: ${sayPeriod(all.period)}`,
  state: `Made from the record on ${sayWhen(all.madeOn)}. ${sayForWhom(all)}`,
  sections: [
    short(all),
    came(all),
    raised(all),
    done(all),
    notDone(all),
    changed(all),
    events(all),
    programmes(all),
    leaflets(all),
    learning(all),
  ].filter((section) => section.blocks.length > 0),
})

const sayForWhom = ({ isPublic }: Briefing): string =>
  isPublic
    ? 'Everything here is public already.'
    : 'For people who sign in. Some of it is not public.'

const short = (all: Briefing): Section => ({
  id: 'short',
  heading: 'In short',
  blocks: [
    ...standingsOf(raisedIn(all), all.isPublic),
    ...[sayUntold(all), sayPeople(all), sayPrivately(all)].filter((each) => each !== '').map(words),
  ],
})

/** How many of what was raised stand where today. */
const standingsOf = (raisedHere: Answered[], isPublic: boolean): Block[] => {
  if (raisedHere.length === 0) return []
  const stands = raisedHere.length === 1 ? 'it stands' : 'they stand'
  const rows = STANDINGS.map((standing) => [
    SAY_STANDING[standing],
    String(raisedHere.filter((each) => each.standing === standing).length),
  ])
  return [
    words(`${sayRaised(raisedHere.length, isPublic)} This is where ${stands} today.`),
    table('Where the concerns of this time stand today', ['Where it stands', 'Concerns'], rows),
  ]
}

const sayRaised = (count: number, isPublic: boolean): string =>
  isPublic
    ? `${count === 1 ? '1 concern' : `${count} concerns`} raised in this time ` +
      `${count === 1 ? 'is' : 'are'} told in public.`
    : `${count === 1 ? '1 concern was' : `${count} concerns were`} raised in this time.`

const sayUntold = ({ untold }: Briefing): string =>
  untold === 0 ? '' : `${untold} of them ${untold === 1 ? 'has' : 'have'} no public words yet.`

/** R17: only what is told of each event is added. */
const sayPeople = ({ held }: Briefing): string => {
  const { count, atLeast } = safeSum(held.map((each) => each.came))
  return count === 0
    ? ''
    : `${atLeast ? 'At least ' : ''}${count} people came or answered, all events together. ` +
        'Whoever came twice is counted twice.'
}

const sayPrivately = ({ privately }: Briefing): string => {
  if (privately === null) return ''
  const grounds = privately.map((each) => `${each.count} because: ${each.ground}`)
  return grounds.length === 0
    ? 'No matters were held in private.'
    : `Held in private: ${grounds.join(' ')}`
}
