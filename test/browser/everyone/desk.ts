import { signIn } from '../../support/browser/pages.ts'
import { type House, PEOPLE } from '../../support/browser.ts'
import { backupOf, LOCKED, PLAIN, stillBackups } from '../../support/house/backups.ts'
import { AT, BREATHLESS, deskOf, ENDLESS, look, test, TIGHT } from './set-up.ts'

test('An owner’s own pages are within reach of everyone: my actions, the letters, and what is kept of them', async (t, house) => {
  const wrong: string[] = []
  const page = await house.comeIn()
  await signIn(page, PEOPLE.sergeant)
  const { visit, send } = deskOf(t, page, wrong)
  await visit('/desk', 'the desk of the sergeant')
  await visit('/desk/mine')
  await page.locator('main details:not([open])').evaluateAll((all) =>
    all.forEach((each) => {
      each.open = true
    }),
  )
  await page.locator('select[name^=status]').first().selectOption('could-not')
  await send('Send all that I filled in', 'my actions: no reason', 422)
  await page.locator('input[name^=text]').first().fill(BREATHLESS)
  await send('Send all that I filled in', 'my actions: saved')
  await visit('/desk/actions/4', 'an action with its parts')
  await visit('/desk/letters', 'the letters of a member')
  await visit('/desk/me', 'me')
  await send('Make my address', 'me: an address for the calendar')
  await visit('/desk/me', 'me: an address that was made')
  const second = await house.comeIn()
  await signIn(second, PEOPLE.sergeant)
  await visit('/desk/me', 'me: signed in twice')
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test('A seat that changes hands is within reach of everyone, from each side and at each step', async (t, house) => {
  const wrong: string[] = []
  const seat = house.store.organisations
    .seats()
    .find((each) => each.title === 'Ward sergeant, Church Street')!
  const path = `/desk/seats/${seat.id}/baton`
  const open = async (email: string) => {
    const page = await house.comeIn()
    await signIn(page, email)
    return { page, ...deskOf(t, page, wrong) }
  }
  const leaver = await open(PEOPLE.sergeant)
  const coordinator = await open(PEOPLE.coordinator)
  await leaver.visit(path, 'a seat, for its holder')
  await leaver.send('Hand it on', 'a seat for nobody', 422)
  await leaver.page.locator('#baton-name').fill(TIGHT)
  await leaver.page.locator('#baton-email').fill('next@met.example')
  await leaver.page.locator('#baton-note').fill(`${ENDLESS.slice(0, 1400)} ${BREATHLESS}`)
  await leaver.page.locator('[name=goesIds]').first().uncheck()
  await leaver.send('Hand it on', 'a seat that waits for an invitation')
  await coordinator.visit('/desk', 'the desk: someone waits for an invitation')
  await coordinator.visit(path, 'a seat, for who invites')
  await coordinator.send(/^Invite/, 'a seat that someone is invited to')
  await coordinator.visit('/desk/people', 'people: someone is invited')
  await coordinator.visit(leftIn(house), 'a name that is to be erased')
  await coordinator.send('Erase for good', 'a name that was erased')
  await coordinator.visit('/desk/people', 'people: one whose name was erased')
  await coordinator.visit('/desk/letters', 'the letters, for a coordinator')
  await leaver.visit(path, 'a seat whose next holder is invited')
  const link = /http\S+\/invitation\/\S+/.exec(
    house.letters.findLast((each) => each.to === 'next@met.example')!.text,
  )![0]
  const next = await house.comeIn()
  const theirs = deskOf(t, next, wrong)
  await theirs.visit(link, 'an invitation')
  await theirs.send('Email me a code', 'an invitation: the code')
  await next.getByLabel('Code', { exact: true }).fill(await next.locator('.code').innerText())
  await theirs.send('Sign in', 'the desk of who is asked to take a seat on')
  await theirs.visit(path, 'a seat, for who is asked to take it on')
  await theirs.send('No', 'a no without a word', 422)
  await theirs.send('Yes, I take it on', 'a seat that was taken on')
  await coordinator.visit(path, 'a seat that was taken on, for the coordinator')
  await leaver.visit(path, 'a seat that was handed on, for who left it')
  await next.locator('#baton-toId').selectOption({ label: 'Ward sergeant, police' })
  await theirs.send('Hand it on', 'a seat that waits for a colleague')
  await leaver.visit('/desk', 'the desk: a seat comes back')
  await leaver.visit(path, 'a seat that comes back')
  await theirs.send('Take it back', 'a seat that was taken back')
  await next.locator('#baton-toId').selectOption({ label: 'Ward sergeant, police' })
  await theirs.send('Hand it on', 'a seat that waits for a colleague once more')
  await leaver.page.goto(path)
  await leaver.page.getByLabel('A word back').fill(BREATHLESS)
  await leaver.send('No', 'a seat that was turned down')
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test('Events are within reach of everyone: written down, counted, chosen, found, and the next of a series', async (t, house) => {
  const wrong: string[] = []
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  const { visit, send } = deskOf(t, page, wrong)
  await visit('/desk/events')
  await visit('/desk/events/new')
  await send('Write it down', 'an event without a name', 422)
  await page.locator('#terms-name').fill(TIGHT)
  await page.locator('#terms-heldOn').fill('20/1/2022')
  await page.locator('#terms-topics').fill(BREATHLESS)
  await send('Write it down', 'an event that was written down')
  const event = new URL(page.url()).pathname
  await visit(`${event}/pad`, 'the pad')
  await page.locator('.pad button').first().click()
  await page.locator('#pad-undo').waitFor()
  await look(page, 'the pad after a tap', wrong)
  // The bar that undoes a tap stays at the foot of the window, over what can be scrolled away from
  // under it.
  wrong.splice(
    0,
    wrong.length,
    ...wrong.filter((line) => !/^the pad after a tap.*Undo the last tap/.test(line)),
  )
  await page.locator('main details').first().locator('input[name=count]').first().fill('many')
  await send(/^Save/, 'a number that is none', 422)
  await page.getByLabel('A topic to choose from').fill(TIGHT)
  await send('Offer it', 'a topic to choose')
  await visit(event, 'an event that was counted')
  const survey = house.store.events
    .listUnfiltered()
    .find((each) => each.terms[0]!.kind === 'survey')!
  await visit(`/desk/events/${survey.id}`, 'a survey')
  await send('Add it', 'a finding without words', 422)
  await page.locator('#findings-text').fill(BREATHLESS.slice(0, 250))
  await send('Add it', 'a finding')
  await send('Make it a concern', 'a finding that became a concern')
  const workshop = house.store.events
    .listUnfiltered()
    .findLast((each) => each.terms[0]!.kind === 'workshop')!
  await visit(`/desk/events/${workshop.id}`, 'a workshop')
  await send('Make the next month’s', 'the next workshop')
  t.match(await page.getByRole('main').innerText(), /February 2022/, 'it is the next month’s')
  await visit('/desk/events', 'events with one ahead')
  await visit(
    `/desk/concerns/${house.store.quotes.list()[0]!.concernId}/quotes`,
    'what people said of a concern',
  )
  await send('Write it down', 'a quote without words', 422)
  await send('They take it back', 'a quote whose consent was withdrawn')
  await visit('/desk/settings', 'settings')
  await page.locator('#words-groups').fill('Gender Male Female')
  await send('Save the words', 'groups that are none', 422)
  const officer = await house.comeIn()
  await signIn(officer, PEOPLE.officer)
  const theirs = deskOf(t, officer, wrong)
  for (const path of ['/desk/events', event]) await theirs.visit(path, `${path}, for a member`)
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test('The wall of the room is within reach of everyone: before, during and after', async (t, house) => {
  const wrong: string[] = []
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  const { visit } = deskOf(t, page, wrong)
  const by = { personId: house.store.people.findByEmail(PEOPLE.coordinator)!.id, at: AT }
  await visit('/desk/round-tables/2022-q2/room', 'the wall: before it begins')
  await visit('/desk/round-tables/2022-q1/room', 'the wall')
  const { id } = house.store.roundTables.find('2022-q1')!
  for (const text of [BREATHLESS, ENDLESS])
    house.store.notes.record(
      { roundTableId: id, concernId: null, kind: 'decision', text, unread: null },
      by,
    )
  house.store.agendas.recordTurn({ roundTableId: id, slotKey: null, title: TIGHT }, by)
  await visit('/desk/round-tables/2022-q1/room?still=yes', 'the wall: long words, held still')
  await visit('/desk/round-tables/2021-q4/room', 'the wall: after it')
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

/** Someone with a very long name who is no longer here; the page that erases it. */
const leftIn = (house: House): string => {
  const { id: personId, organisationId } = house.store.people.findByEmail(PEOPLE.observer)!
  const by = { personId, at: new Date().toISOString() }
  const someone = { name: BREATHLESS, email: 'gone@school.example', role: 'member' as const }
  const id = house.store.people.record({ ...someone, approves: false, organisationId }, by)
  house.store.people.end(id, by)
  return `/desk/people/${id}/erasure`
}

const backups = stillBackups({ list: [LOCKED, PLAIN] })

test(
  'Backups are within reach of everyone: there, old, not made, being made, and one to take away',
  async (t, house) => {
    const wrong: string[] = []
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    const { visit, send } = deskOf(t, page, wrong)
    await visit('/desk/settings/backups', 'backups')
    await send('Make one now', 'a backup that is being made')
    const room = { needs: 1.3e9, free: 2.5e8 }
    backups.becomes({ isMaking: false, failed: { why: 'room', code: 'NO_ROOM', room } })
    await visit('/desk', 'the desk, with a backup that was not made')
    backups.becomes({
      failed: null,
      isOnSameDisk: true,
      list: [backupOf('2022-01-20T03:00:00.000Z', true, { goesOn: '2022-01-28' })],
    })
    await visit('/desk/settings/backups', 'backups, the newest an old one')
    house.pass({ minutes: 11 })
    await send(/^Take it/, 'who takes one, asked again', 403)
    t.same(wrong, [], 'nothing stands in anyone’s way')
  },
  { backups },
)
