import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { signIn } from '../../support/browser/pages.ts'
import { samplePdf } from '../../../src/sample/evidence.ts'
import { PEOPLE, type House } from '../../support/browser.ts'
import { AT, BREATHLESS, deskOf, test, TIGHT, type DeskOf } from './set-up.ts'

test('Leaflets are within reach of everyone: written down, refused, handed out, with a file, and on their way to the public', async (t, house) => {
  const wrong: string[] = []
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  const { visit, send } = deskOf(t, page, wrong)
  const leaflet = await leafletWritten(page, { visit, send })
  await visit('/desk/leaflets', 'leaflets, one of them replaced')
  await visit(
    `/desk/leaflets/${house.store.leaflets.listUnfiltered()[0]!.id}`,
    'a leaflet that was replaced',
  )
  await visit(leaflet, 'a leaflet')
  await send('Write it for the public', 'the public words of a leaflet')
  await leafletHeld(t, { house, wrong, leaflet, visit })
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

async function leafletWritten(page: Page, { visit, send }: Pick<DeskOf, 'visit' | 'send'>) {
  await visit('/desk/leaflets')
  await visit('/desk/leaflets/new')
  await send('Write it down', 'a leaflet without a title', 422)
  await page.locator('#terms-title').fill(TIGHT)
  await page.locator('#terms-answers').fill(BREATHLESS.slice(0, 290))
  await page.locator('#terms-place').fill(TIGHT)
  await page.getByLabel('English').check()
  await page.getByLabel('Arabic').check()
  await page.locator('#terms-replacesId').selectOption({ index: 1 })
  await send('Write it down', 'a leaflet that was written down')
  const leaflet = new URL(page.url()).pathname
  await send('Put it here', 'no file', 422)
  await page.locator('#file-language').selectOption('en')
  await page.locator('#file-file').setInputFiles({
    name: 'leaflet.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('This is not a PDF'),
  })
  await send('Put it here', 'a file that was refused', 422)
  await page.locator('#file-language').selectOption('en')
  await page.locator('#file-file').setInputFiles({
    name: 'leaflet.pdf',
    mimeType: 'application/pdf',
    buffer: samplePdf(['A leaflet']).bytes,
  })
  await send('Put it here', 'a leaflet with its file')
  await send('Write it down', 'handed out to nobody', 422)
  await page.locator('#handing-organisationId').selectOption({ index: 1 })
  await page.locator('#handing-toWhom').fill(TIGHT)
  await page.locator('#handing-copies').fill('4000')
  await send('Write it down', 'a leaflet that was handed out')
  return leaflet
}

async function leafletHeld(
  t: Test,
  {
    house,
    wrong,
    leaflet,
    visit,
  }: { house: House; wrong: string[]; leaflet: string; visit: DeskOf['visit'] },
) {
  const question = house.store.actions
    .listUnfiltered()
    .findLast((each) => each.terms.at(-1)!.kind === 'question' && each.depth !== 'named')!.id
  const id = Number(leaflet.split('/').at(-1))
  const by = { personId: house.store.people.findByEmail(PEOPLE.coordinator)!.id, at: AT }
  const {
    id: _before,
    personId: _who,
    at: _at,
    ...terms
  } = house.store.leaflets
    .listUnfiltered()
    .find((each) => each.id === id)!
    .terms.at(-1)!
  house.store.leaflets.recordTerms(id, { ...terms, actionId: question }, by)
  house.store.actions.recordDepth(
    question,
    { depth: 'named', ground: 'A family could be identified.', list: [by.personId] },
    by,
  )
  await visit(leaflet, 'a leaflet that is held in private')
  await visit('/desk/leaflets', 'leaflets, one of them held in private')
  const observer = await house.comeIn()
  await signIn(observer, PEOPLE.observer)
  const theirs = deskOf(t, observer, wrong)
  for (const path of [
    '/desk/leaflets',
    `/desk/leaflets/${house.store.leaflets.listUnfiltered()[0]!.id}`,
  ])
    await theirs.visit(path, `${path}, for an observer`)
}

test('Programmes, and what is told upwards, are within reach of everyone: begun, refused, handed on, taken forward, held in private', async (t, house) => {
  const wrong: string[] = []
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  const { visit, send } = deskOf(t, page, wrong)
  await visit('/desk/programmes')
  await visit(
    `/desk/programmes/${house.store.programmes.listUnfiltered()[0]!.id}`,
    'the mentoring scheme, each opportunity laid open',
  )
  const programme = await programmeWritten(page, { visit, send })
  await programmeHeld(house, programme, visit)
  for (const path of [
    '/desk/upwards',
    '/desk/upwards?period=2021',
    '/desk/upwards?period=2021&depth=table',
    '/desk/upwards?period=2021-q4&depth=table',
  ])
    await visit(path)
  const observer = await house.comeIn()
  await signIn(observer, PEOPLE.observer)
  const theirs = deskOf(t, observer, wrong)
  for (const path of [
    '/desk/programmes',
    `/desk/programmes/${house.store.programmes.listUnfiltered()[0]!.id}`,
    '/desk/upwards?depth=table&period=2021',
  ])
    await theirs.visit(path, `${path}, for an observer`)
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

async function programmeWritten(page: Page, { visit, send }: Pick<DeskOf, 'visit' | 'send'>) {
  await visit('/desk/programmes/new')
  await send('Write it down', 'a programme without a name', 422)
  await page.locator('#terms-name').fill(TIGHT)
  await page.locator('#terms-aim').fill(BREATHLESS)
  await page.locator('#terms-agreement').fill(BREATHLESS)
  await send('Write it down', 'a programme that was written down')
  const programme = new URL(page.url()).pathname
  await send('Save the phase', 'a phase without a name', 422)
  await page.locator('#phases-name').fill('n'.repeat(75))
  await page.locator('#phases-pairings').fill('9999')
  await send('Save the phase', 'a phase')
  await send('Save who carries on', 'nobody carries on', 422)
  await page.locator('[id^=handover-][name=fromRole]').fill('a'.repeat(70))
  await page.locator('[id^=handover-][name=toRole]').fill('an inspector')
  await page.locator('[id^=handover-][name=organisationId]').selectOption({ index: 1 })
  await send('Save who carries on', 'a phase that is handed on')
  await page.locator('#sessions-heldOn').fill('never')
  await send('Add it', 'a session on no day', 422)
  await send(/^Add it.*An opportunity to take forward/, 'an opportunity without words', 422)
  for (const [kind, name] of [
    ['outcome', 'Something it hopes for'],
    ['learning', 'Something learned'],
    ['opportunity', 'An opportunity to take forward'],
  ] as const) {
    await page.goto(programme)
    await page.locator('main details:not([open])').evaluateAll((all) =>
      all.forEach((each) => {
        each.open = true
      }),
    )
    if (kind === 'learning') await page.locator('#points-learning-theme').fill('t'.repeat(75))
    await page.locator(`#points-${kind}-text`).fill(BREATHLESS)
    await send(new RegExp(`^Add it.*${name}`), `a programme with ${name}`)
  }
  await send(/^Save what became of it/, 'an opportunity of which nothing became', 422)
  await page.locator('[id^=point-][name=words]').last().fill(BREATHLESS.slice(0, 390))
  await send(/^Save what became of it/, 'an opportunity with what became of it')
  await send('I took part', 'a programme with someone who took part')
  await send('Write it for the public', 'the public words of a programme')
  return programme
}

async function programmeHeld(house: House, programme: string, visit: DeskOf['visit']) {
  const id = Number(programme.split('/').at(-1))
  const by = { personId: house.store.people.findByEmail(PEOPLE.coordinator)!.id, at: AT }
  house.store.programmes.recordStep(
    id,
    house.store.programmes
      .listUnfiltered()
      .find((each) => each.id === id)!
      .points.at(-1)!.id,
    { actionId: house.store.actions.listUnfiltered().find((each) => each.depth === 'named')!.id },
    by,
  )
  await visit(programme, 'a programme with an opportunity that is held in private')
  house.store.programmes.recordDepth(
    id,
    { depth: 'named', ground: 'A family could be identified.', list: [by.personId] },
    by,
  )
  await visit(programme, 'a programme that is held in private')
  await visit('/desk/programmes', 'programmes, one of them held in private')
}
