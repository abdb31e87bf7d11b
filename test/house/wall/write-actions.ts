import { termsOf } from '../../../src/domain/actions/action.ts'
import { type House, PEOPLE } from '../../support/house.ts'
import type { Writing } from './write-privately.ts'

/** What owners ask for between tables, and what they are answered. */
export async function ownersAsk(
  house: House,
  { does, coordinator, sergeant }: Pick<Writing, 'does' | 'coordinator' | 'sergeant'>,
) {
  const { organisationId } = house.person(PEOPLE.sergeant)
  const { id } = house.store.actions
    .listUnfiltered()
    .find((each) => each.depth === 'table' && termsOf(each).leadId === organisationId)!
  const action = () => house.store.actions.listUnfiltered([id])[0]!
  const page = `/desk/actions/${id}`
  const wish = { by: 'June 2023', leadId: '', reason: 'zqmarker-verb-because' }
  await does(sergeant, `${page}/steps`, { text: 'zqmarker-verb-step\nzqmarker-verb-out' })
  const [step, out] = action().steps
  const shown = { shown: `${step!.id},${out!.id}`, ticked: '' }
  await does(sergeant, `${page}/steps`, { ...shown, done: [step!.id], text: '' })
  await does(coordinator, `${page}/steps`, { out: out!.id })
  await does(sergeant, `${page}/wishes`, wish)
  await does(sergeant, `${page}/wishes/${action().wishes.at(-1)!.id}/withdrawal`, {})
  house.clock.pass({ minutes: 1 })
  await does(sergeant, `${page}/wishes`, { ...wish, by: 'July 2023' })
  await does(coordinator, `${page}/wishes/${action().wishes.at(-1)!.id}/answer`, {
    answer: 'no',
    words: 'zqmarker-verb-why-not',
  })
}
