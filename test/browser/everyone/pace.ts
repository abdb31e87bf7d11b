import { PEOPLE } from '../../support/browser.ts'
import { events, linkOf } from '../../support/browser/links.ts'
import { signIn } from '../../support/browser/pages.ts'
import { BREATHLESS, deskOf, test, TIGHT } from './set-up.ts'

test('What owners ask for, how often something is done, and its steps are within reach of everyone, from the letter, at the desk and at the table', async (t, house) => {
  const wrong: string[] = []
  const link = linkOf(house)
  const page = `/desk/actions/${events(house).id}`
  const letter = await house.comeIn()
  const fromLetter = deskOf(t, letter, wrong)
  await fromLetter.visit(link, 'a link')
  await fromLetter.send('Ask the table', 'a link: nothing is asked for', 422)
  await letter.getByLabel('Could it be').fill('June 2022')
  await letter.getByLabel('Because').fill(`${BREATHLESS.slice(0, 600)} ${TIGHT}`)
  await fromLetter.send('Ask the table', 'a link: what was asked for')
  await fromLetter.visit(link, 'a link: it waits for the table')
  await letter.getByLabel('Steps to add').fill('One\n'.repeat(13))
  await fromLetter.send('Save the steps', 'a link: too many steps', 422)
  await letter.getByLabel('Steps to add').fill(`Find a hall\n${TIGHT}\nPrint the leaflet`)
  await fromLetter.send('Save the steps', 'a link: steps')

  const coordinator = await house.comeIn()
  await signIn(coordinator, PEOPLE.coordinator)
  const atDesk = deskOf(t, coordinator, wrong)
  await atDesk.visit('/desk', 'the desk: an owner asks for another date')
  await atDesk.visit(page, 'an action: its owner asks for another date')
  await atDesk.send('Say no', 'an action: a no without a word', 422)
  await coordinator.getByLabel('Why not').fill(BREATHLESS.slice(0, 300))
  await atDesk.send('Say no', 'an action: what its owner asked for is answered')
  await fromLetter.visit(link, 'a link: it is answered')

  const sergeant = await house.comeIn()
  await signIn(sergeant, PEOPLE.sergeant)
  const theirs = deskOf(t, sergeant, wrong)
  await theirs.visit('/desk', 'the desk of an owner who was answered')
  await theirs.visit(page, 'an action with steps, for its owner')
  await theirs.send('Ask the table', 'an action: nothing is asked for', 422)
  await theirs.send('Take it out', 'an action with a step less')

  const standing = house.store.actions
    .listUnfiltered()
    .find((each) => each.depth !== 'named' && each.terms.at(-1)!.kind === 'standing')!
  await atDesk.visit(`/desk/actions/${standing.id}`, 'a standing action')
  await coordinator.getByLabel('How often it is done').selectOption('month')
  await coordinator.getByLabel('Why it changes').fill('Agreed')
  await atDesk.send('Save the change', 'a standing action with a rhythm')
  t.same(wrong, [], 'nothing stands in anyone’s way')
})
