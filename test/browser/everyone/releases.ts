import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { runClock } from '../../../src/work/clock/reminders.ts'
import { photo } from '../../web/actions/photos/set-up.ts'
import { PEOPLE, PHONE, type House } from '../../support/browser.ts'
import { signIn } from '../../support/browser/pages.ts'
import { AT, BREATHLESS, deskOf, look, test } from './set-up.ts'

const OFFICER = 'ward.officer@met.example'

test('R8, R20: an officer reports from the letter on a phone with ready words, the sergeant sends it back and then releases it from a letter, and the coordinator sees it; each page within reach of everyone', async (t, house) => {
  const wrong: string[] = []
  const officer = newOfficer(house)
  const coordinator = await house.comeIn()
  await signIn(coordinator, PEOPLE.coordinator)
  const desk = deskOf(t, coordinator, wrong)
  await desk.visit(officer.rulePage, 'who releases: nobody')
  await coordinator.locator('#release-seatId').selectOption({ label: officer.sergeantSeat })
  await desk.send('Save who releases', 'who releases: saved')

  const phone = await house.comeIn({
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  })
  await phone.goto(linkTo(house, OFFICER, 'report'))
  await look(phone, 'the link, where a seat releases', wrong)
  await phone.getByText('Under way', { exact: true }).tap()
  await phone.getByRole('button', { name: 'It is going as planned.' }).tap()
  await phone.getByText('It is going as planned.', { exact: true }).first().waitFor()
  await phone.waitForURL('**/report/**#text')
  t.equal(await phone.locator('#text').inputValue(), 'It is going as planned.')
  await look(phone, 'the link, with ready words in the box', wrong)
  await phone.locator('#photos').setInputFiles({
    name: 'IMG_0001.JPG',
    mimeType: 'image/jpeg',
    buffer: await photo(800, 600),
  })
  await phone.getByRole('button', { name: 'Send' }).tap()
  await phone.getByRole('heading', { name: 'Saved. It waits for Ward sergeant' }).waitFor()
  await look(phone, 'the receipt of what waits', wrong)
  await phone.getByRole('link', { name: 'Say something else' }).tap()
  await phone.locator('#status').waitFor()
  await phone.waitForLoadState()
  await look(phone, 'the link, where something waits', wrong)

  await desk.visit(officer.action, 'an action on which something waits, for others')
  await desk.visit(officer.rulePage, 'who releases: an update waits')
  await coordinator.locator('#release-seatId').selectOption('')
  await desk.send('Save who releases', 'who releases: not asked yet', 422)

  await sentBackAndReleased({ t, house, wrong, officer, desk, phone, coordinator })
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

/** The sergeant's side of it: back with a word, and then released. */
const sentBackAndReleased = async ({
  t,
  house,
  wrong,
  officer,
  desk,
  phone,
  coordinator,
}: {
  t: Test
  house: House
  wrong: string[]
  officer: ReturnType<typeof newOfficer>
  desk: ReturnType<typeof deskOf>
  phone: Page
  coordinator: Page
}): Promise<void> => {
  const sergeant = await house.comeIn({ viewport: PHONE, hasTouch: true, isMobile: true })
  const theirs = deskOf(t, sergeant, wrong)
  await theirs.visit(linkTo(house, PEOPLE.sergeant, 'release'), 'a link to release')
  await theirs.send('Send it back', 'a link to release: no word', 422)
  await sergeant.getByLabel('What has to change').fill(BREATHLESS)
  await theirs.send('Send it back', 'a link to release: sent back')
  await phone.goto(linkTo(house, OFFICER, 'report'))
  await look(phone, 'the link, where something came back', wrong)
  t.equal(await phone.locator('#text').inputValue(), 'It is going as planned.')
  await phone.locator('#text').fill('It is going as planned, on the first floor.')
  await phone.getByRole('button', { name: 'Send' }).tap()
  await phone.getByRole('heading', { name: 'Saved. It waits for Ward sergeant' }).waitFor()
  await signIn(sergeant, PEOPLE.sergeant)
  await theirs.visit('/desk', 'the desk of a seat that releases')
  await theirs.visit('/desk/mine', 'my actions of a seat that releases')
  await theirs.visit(officer.action, 'an action with something to release')
  await theirs.visit(
    linkTo(house, PEOPLE.sergeant, 'release'),
    'a link to release what was changed',
  )
  await theirs.send('Release it', 'a link to release: released')
  await desk.visit(officer.action, 'an action with what was released')
  t.match(
    await coordinator.locator('#action-history').innerText(),
    /on the first floor.*released on/s,
  )
}

/** An officer of the police with an action, beside the sergeant. */
const newOfficer = (house: House) => {
  const { store } = house
  const by = { personId: store.people.findByEmail(PEOPLE.coordinator)!.id, at: AT }
  const { organisationId } = store.people.findByEmail(PEOPLE.sergeant)!
  const personId = store.people.record(
    { name: 'Ward officer', email: OFFICER, role: 'member', approves: false, organisationId },
    by,
  )
  const seatId = store.organisations.recordSeat(organisationId, 'Ward officer, Church Street', by)
  store.organisations.recordHolding(seatId, personId, '2022-01-01', by)
  const action = store.actions
    .listUnfiltered()
    .find((each) => each.depth !== 'named' && each.terms.at(-1)!.leadId === organisationId)!
  const { helperIds, text, kind, proposed } = action.terms.at(-1)!
  store.actions.recordTerms(
    action.id,
    { helperIds, text, kind, proposed, leadId: organisationId, seatId, by: null, reason: 'Theirs' },
    by,
  )
  return {
    action: `/desk/actions/${action.id}`,
    rulePage: `/desk/organisations/${organisationId}/release`,
    sergeantSeat: 'Ward sergeant, Church Street',
  }
}

/** The newest link of this kind in a letter to someone; the clock runs until there is one. */
const linkTo = (house: House, email: string, door: 'report' | 'release'): string => {
  const { store } = house
  const person = store.people.findByEmail(email)!
  runClock(store, new Date(AT))
  const rows = store.notices.waiting().filter((each) => each.personId === person.id)
  const letterId = store.notices.recordLetter(person.id, rows, '9999-01-01T00:00:00.000Z', {
    personId: null,
    at: AT,
  })
  store.letters.posted(letterId, AT, true)
  const action = store.actions
    .listUnfiltered()
    .find((each) => each.held.length > 0 || each.terms.at(-1)!.reason === 'Theirs')!
  const { seatId } = action.terms.at(-1)!
  return door === 'report'
    ? `/report/${store.reportLinks.make({ letterId, actionId: action.id, seatId: seatId!, personId: person.id }, AT)}`
    : `/release/${store.releases.makeLink({ letterId, updateId: action.held.at(-1)!.id, personId: person.id }, AT)}`
}
