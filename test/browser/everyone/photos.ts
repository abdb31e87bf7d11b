import { PEOPLE } from '../../support/browser.ts'
import { signIn } from '../../support/browser/pages.ts'
import { shownPhoto } from '../../support/doors/releases.ts'
import { openAndTold, photo } from '../../web/actions/photos/set-up.ts'
import { deskOf, ENDLESS, look, test } from './set-up.ts'

test('A photo that residents are shown is within reach of everyone: looked at, put forward, shown and taken back', async (t, house) => {
  const wrong: string[] = []
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  const { visit, send } = deskOf(t, page, wrong)
  const { actionId } = openAndTold(house)
  await visit(`/desk/actions/${actionId}`, 'an action that is told of')
  await page.locator('#update-photos').setInputFiles({
    name: 'IMG_0001.JPG',
    mimeType: 'image/jpeg',
    buffer: await photo(800, 600),
  })
  await page.getByLabel('Under way').first().check()
  await page.locator('#update-text').fill('A photo of it')
  await send('Send the update', 'an action with a photo')
  const at = await page
    .getByRole('link', { name: 'Show photo 1 to residents' })
    .getAttribute('href')
  await visit(at!, 'a photo to show')
  await page.locator('#showing-recognised').selectOption('yes')
  await send('Go on to the checks', 'a photo to show, without a yes', 422)
  await page.locator('#showing-alt').fill(ENDLESS.slice(0, 280))
  await page.locator('#showing-recognised').selectOption('no')
  await send('Go on to the checks', 'a photo to approve')
  await visit(at!, 'a photo on its way')
  await send('Take it back', 'a photo that was taken back')

  const by = {
    personId: house.store.people.findByEmail(PEOPLE.coordinator)!.id,
    at: '2022-01-27T10:40:00.000Z',
  }
  shownPhoto(house.store, { by })
  const resident = await house.comeIn()
  for (const path of [`/entries/2021-q3-1`, `/ar/entries/2021-q3-1`]) {
    t.equal((await resident.goto(path))?.status(), 200)
    t.ok(await resident.locator('figure.photo img').count(), `${path} shows it`)
    await look(resident, `${path} with a photo`, wrong)
  }
  await visit(at!, 'a photo that is shown')
  t.same(wrong, [], 'nothing stands in anyone’s way')
})
