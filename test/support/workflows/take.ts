import { GROUNDS } from '../../../src/domain/depth.ts'
import { runClock } from '../../../src/work/clock/reminders.ts'
import { formsOf, type PageForm } from '../forms.ts'
import { type Fields, PEOPLE } from '../house.ts'
import { PEOPLE_OF_STEPS, type Step } from './steps.ts'
import { correct, tell, withdraw, isGone } from './telling.ts'
import type { World } from './world.ts'

/** Takes one step of a workflow, with words of its own wherever something is typed. */
export const take = async (world: World, step: Step): Promise<void> => {
  switch (step.what) {
    case 'form':
      return fillIn(world, step)
    case 'tell':
      return tell(world, step)
    case 'correct':
      return correct(world, step, 'correction')
    case 'correct for privacy':
      return correct(world, step, 'privacy')
    case 'withdraw':
      return withdraw(world, step)
    case 'hold the concern':
      return holdConcern(world, step)
    case 'hold the action':
      return holdAction(world, step)
    case 'take out of the quote':
      return takeBackConsent(world)
    case 'write to us':
      return writeToUs(world, step)
    case 'report':
      return report(world, step)
    case 'end someone':
      return endSomeone(world, step)
    case 'wait':
      return wait(world, step)
  }
}

const pick = <T>(from: readonly T[], by: number): T | undefined => from[by % from.length]

/** What would end the workflow, or is no word of anyone. */
const LEFT_OUT = /^\/sign-out|\/sessions|^\/desk\/people\/\d+\/(ending|role|erasure)|\/opening$/
export const ends = (action: string): boolean => LEFT_OUT.test(action)
/** Names of what everyone may know: organisations, themes, areas, and what the partnership says. */
const PUBLIC_NAMES = /^\/desk\/(organisations|settings(?!\/guarded)|labels)/
/** Where words are typed that are written for the public. */
const PUBLIC_WORDS = /^\/desk\/entries\/\d+\/drafts|\/quotes$/

const fillIn = async (world: World, { who, at, form, choice }: Step): Promise<void> => {
  const named = pick(PEOPLE_OF_STEPS, who)!
  const page = pick(world.pages, at)!
  const { body } = await world.get(named, page)
  const forms = formsOf(body).filter(({ action }) => !LEFT_OUT.test(action))
  const found = pick(forms, form)
  if (!found) return
  const { goes, status } = await world.post(named, found.action, filled(world, found, choice))
  const next = goes.split('#')[0]!
  if (next.startsWith('/desk/') && !world.pages.includes(next)) world.pages.push(next)
  const concern = found.action.match(/^\/desk\/concerns\/(\d+)\/depth/)?.[1]
  if (status < 400 && concern) noteHeld(world)
}

/** Anything that stands on a named matter now is told no more. */
const noteHeld = (world: World): void => {
  for (const id of world.live.keys())
    if (isHeld(world, id)) isGone(world, id, 'it is held in private')
}
const isHeld = ({ house: { store } }: World, id: number): boolean => {
  const { concernId } = store.publications.find(id)!
  return store.concerns.listUnfiltered([concernId!])[0]?.depth === 'named'
}

const filled = (world: World, { action, fields, texts }: PageForm, choice: number): Fields => {
  const words: Fields = { ...fields }
  const mark = (): string =>
    PUBLIC_WORDS.test(action) ? world.markers.told() : world.markers.hidden()
  if (!PUBLIC_NAMES.test(action))
    for (const name of texts) {
      const [value = ''] = fields[name] ?? []
      if (value === 'someone.new@council.example') words[name] = `${mark()}@council.example`
      else if (value === EMPTY || (/[a-z] [a-z]/i.test(value) && choice % 2 === 0))
        words[name] = `${value === EMPTY ? 'About the' : value} ${mark()}`
    }
  if ('depth' in fields) {
    const isHeld = choice % 3 === 0
    words.depth = isHeld ? 'named' : 'table'
    if (isHeld) {
      words.ground = GROUNDS[choice % GROUNDS.length]!
      words.list = [world.idOf('coordinator')]
    }
  }
  return words
}
/** What `formsOf` writes into an empty field. */
const EMPTY = 'Hold a stall at the library'

const held = (world: World, choice: number): Fields => ({
  depth: 'named',
  ground: GROUNDS[choice % GROUNDS.length]!,
  list: [world.idOf('coordinator')],
})

const holdConcern = async (world: World, { at, choice }: Step): Promise<void> => {
  const live = [...world.live.keys()].map(
    (id) => world.house.store.publications.find(id)!.concernId!,
  )
  const all = world.house.store.concerns.listUnfiltered().map((each) => each.id)
  const id = choice % 2 === 0 && live.length > 0 ? pick(live, at)! : pick(all, at)!
  await world.post('coordinator', `/desk/concerns/${id}/depth`, held(world, choice))
  noteHeld(world)
}

const holdAction = async (world: World, { at, choice }: Step): Promise<void> => {
  const { store } = world.house
  const id = pick(
    store.actions.listUnfiltered().map((each) => each.id),
    at,
  )!
  const telling = store.publications
    .list()
    .filter(({ drafts }) => drafts.at(-1)?.coversIds.includes(id))
  await world.post('coordinator', `/desk/actions/${id}/depth`, held(world, choice))
  if (store.actions.listUnfiltered([id])[0]!.depth !== 'named') return
  for (const each of telling) isGone(world, each.id, 'an action of it is held in private')
}

const takeBackConsent = async (world: World): Promise<void> => {
  await world.post('coordinator', `/desk/quotes/${world.ids.quote}/withdrawal`, {})
}

const writeToUs = async ({ markers, post, house }: World, { choice }: Step): Promise<void> => {
  const typed = { text: `About ${markers.hidden()}`, name: markers.hidden() }
  await post(null, choice % 2 ? '/tell-us' : '/ar/tell-us', {
    ...typed,
    area: '',
    reach: `${markers.hidden()}@home.example`,
  })
  const slug = pick(house.store.published.board().entries, choice)?.slug
  if (slug)
    await post(null, `/entries/${slug}/verdicts`, {
      question: 'difference',
      verdict: choice % 2 ? 'no' : 'yes',
      word: markers.hidden(),
    })
  const email = `${markers.hidden()}@home.example`
  await post(null, '/follow', { email, what: 'all', often: 'week' })
}

const report = async (world: World, step: Step): Promise<void> => {
  const path = pick(
    [`/report/${world.ids.report}`, `/answer/${world.ids.reply}`, `/release/${world.ids.release}`],
    step.at,
  )!
  const { body } = await world.get(null, path)
  const form = pick(formsOf(body), step.form)
  if (form) await world.post(null, form.action, filled(world, form, step.choice))
}

const endSomeone = async (world: World, { at, choice }: Step): Promise<void> => {
  const keep: string[] = Object.values(PEOPLE)
  const others = world.house.store.people
    .list()
    .filter((each) => !each.endedAt && !keep.includes(each.email))
  const someone = pick(others, at)
  if (!someone) return
  const path = `/desk/people/${someone.id}`
  await world.post('coordinator', `${path}/ending`, {})
  if (choice % 2 === 0) await world.post('coordinator', `${path}/erasure`, { sure: 'yes' })
}

const wait = async ({ house, signIn }: World, { choice }: Step): Promise<void> => {
  house.clock.pass({ days: 1 + (choice % 20) })
  runClock(house.store, house.clock.now())
  signIn()
}
