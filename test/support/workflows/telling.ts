import { approve, publish } from '../../../src/domain/publishing/approval.ts'
import { overrule } from '../../../src/domain/publishing/checks.ts'
import { dayOf } from '../../../src/domain/day.ts'
import type { Decision } from '../../../src/domain/decision.ts'
import type { EntryWords } from '../../../src/domain/publishing/kinds/entry.ts'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { PEOPLE } from '../house.ts'
import type { Step } from './steps.ts'
import type { World } from './world.ts'

/** Writes an entry in its own words, and takes it all the way to the public where that is allowed. */
export const tell = async (world: World, { at, choice }: Step): Promise<void> => {
  const { store } = world.house
  const open = store.concerns
    .listUnfiltered()
    .filter((each) => each.depth !== 'named' && each.mergedIntoId === null)
  const concern = open[at % open.length]
  if (!concern) return
  const subject = { kind: 'entry' as const, concernId: concern.id }
  const there = store.publications.findFor(subject)
  const id = there?.id ?? begin(world, concern.id)
  if (id === undefined || store.publications.find(id)!.withdrawal) return
  // Guarded words never get through, whatever reason is given (R12).
  const guarded = choice % 7 === 0 ? store.labels.guarded().at(-1)?.word : undefined
  const marker = world.markers.told()
  const said = `Residents said that ${marker} worries them. ${guarded ?? ''}`.trim()
  const isTold = toThePublic(world, id, said, marker, 'news')
  if (isTold && guarded) isGone(world, id, `it has the guarded words “${guarded}”`)
}

/** ... and once more, with what changed. */
export const correct = async (
  world: World,
  { at }: Step,
  kind: 'correction' | 'privacy',
): Promise<void> => {
  const ids = [...world.live.keys()]
  const id = ids[at % ids.length]
  if (id === undefined) return
  const marker = world.markers.told()
  const before = world.live.get(id)!
  const said = `Residents now say that ${marker} worries them.`
  if (!toThePublic(world, id, said, marker, kind) || kind !== 'privacy') return
  for (const each of before) world.gone.set(each, 'its words were changed for privacy')
  world.live.set(id, [marker])
}

export const withdraw = async (world: World, { at }: Step): Promise<void> => {
  const ids = [...world.live.keys()]
  const id = ids[at % ids.length]
  if (id === undefined) return
  const { status } = await world.post('coordinator', `/desk/entries/${id}/withdrawal`, {
    ground: '',
  })
  if (status === 303 && world.house.store.publications.find(id)!.withdrawal)
    isGone(world, id, 'it was withdrawn')
}

/** From now on its words stand nowhere. */
export const isGone = (world: World, id: number, why: string): void => {
  for (const marker of world.live.get(id) ?? []) world.gone.set(marker, why)
  world.live.delete(id)
}

const begin = (
  { house: { store, clock, person } }: World,
  concernId: number,
): number | undefined => {
  const first = store.sources.begin({ kind: 'entry', concernId }, dayOf(clock.at()))
  const by = { personId: person(PEOPLE.coordinator).id, at: clock.at() }
  return (
    first &&
    store.publications.record({ kind: 'entry', concernId }, first.words, first.coversIds, by)
  )
}

/** What is typed in other fields than the pair itself. */
const TYPED: Record<string, string> = {
  origin: 'Told to us',
  trail: '',
  heard: '',
  on: '2022-01',
  strength: 'early',
  worked: 'It is too early to say.',
}

/** @returns whether it is told now; what a check stops is not. */
export const toThePublic = (
  world: Pick<World, 'house' | 'live'>,
  id: number,
  said: string,
  marker: string,
  change: 'news' | 'correction' | 'privacy',
): boolean => {
  const { store, clock, person } = world.house
  const today = dayOf(clock.at())
  const by = { personId: person(PEOPLE.coordinator).id, at: clock.at() }
  const find = () => store.publications.find(id)!
  const typed = (name: string): string =>
    TYPED[name] ?? (name === 'said' ? said : 'We will say at the next round table.')
  const written = store.sources.write(find(), typed, today) as
    | Decision<{ words: EntryWords; coversIds: number[] }>
    | undefined
  if (!written?.accepted) return false
  const { words, coversIds } = written.value
  const changed = find().slug
    ? { kind: change, words: change === 'correction' ? 'We had this wrong.' : '' }
    : words.change
  store.publications.recordDraft(id, { ...words, change: changed }, coversIds, by)
  const checks = () => store.sources.checks(find())
  for (const each of checks().filter((one) => one.verdict === 'look')) {
    const set = overrule(checks(), each.key, each.found, 'It is safe, for this test')
    if (set.accepted) store.publications.recordOverruling(id, set.value, by)
  }
  const approved = approve(find(), draftOf(find())!.id, checks())
  if (!approved.accepted) return false
  const approver = { personId: person(PEOPLE.approver).id, at: clock.at() }
  store.publications.recordApproval(id, approved.value.id, false, approver)
  const told = publish(find(), checks(), today)
  if (!told.accepted) return false
  store.publications.recordPublication(find(), told.value, by)
  world.live.set(id, [...(world.live.get(id) ?? []), marker])
  return true
}
