import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { concernOf, writeDown, writeEntry } from './set-up.ts'
import { wordingOf } from '../../../../src/domain/concerns/concern.ts'

t.test(
  'a concern is about more than one theme; the first one stays the main one, and the board finds it under each',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const [one, two, three] = house.store.labels.list('theme')
    const id = await writeDown(laptop, 'The lift is broken', {
      themeId: one!.id,
      furtherThemeIds: [one!.id, two!.id],
    })
    t.same(wordingOf(concernOf(house, id)).furtherThemeIds, [two!.id], 'the main theme counts once')
    const entry = await writeEntry(house, laptop, id)
    await entry.publish()
    const found = async (theme: string): Promise<boolean> =>
      (await house.stranger().get(`/?theme=${theme}`)).body.includes('The lift is broken for weeks')
    t.same(await Promise.all([one!, two!, three!].map((each) => found(each.code))), [
      true,
      true,
      false,
    ])
    const told = house.store.published
      .board()
      .entries.find(({ words }) => words.said.startsWith('The lift'))!
    t.equal(told.words.theme!.code, one!.code)
    const page = (await house.stranger().get(`/entries/${told.slug}`)).body
    t.match(page, two!.name)
    const heard = async (path: string) =>
      Number((await house.stranger().get(path)).body.match(/<b>(\d+)<\/b>/)![1])
    t.equal(
      await heard('/'),
      house.store.published.board().entries.length,
      'each concern counts once in the sum of all',
    )
    const { themes } = (await import('../../../../src/domain/publishing/figures.ts')).figures(
      house.store.published.board().entries,
    )
    t.equal(
      themes.reduce((sum, each) => sum + each.heard, 0),
      house.store.published.board().entries.length,
      '... and in the sum of the themes',
    )
    const [row] = (await house.stranger().get(`/board.json?theme=${two!.code}`)).json().entries
    t.ok(row)
  },
)

t.test('R23: a further theme without a main one is refused beside the field', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const [one, two] = house.store.labels.list('theme')
  const refused = await laptop.post('/desk/concerns', {
    text: 'The lift is broken',
    originKind: 'phone',
    furtherThemeIds: [one!.id],
  })
  t.equal(refused.statusCode, 422)
  t.match(refused.body, 'Choose the main theme first')
  t.match(refused.body, 'The lift is broken', 'what was typed is still there')
  const id = await writeDown(laptop, 'The lift is broken')
  const basedOn = wordingOf(concernOf(house, id)).id
  const words = { text: 'The lift is broken', basedOn, reason: '' }
  t.equal(
    (await laptop.post(`/desk/concerns/${id}/wordings`, { ...words, furtherThemeIds: [two!.id] }))
      .statusCode,
    422,
  )
  await laptop.post(`/desk/concerns/${id}/wordings`, {
    ...words,
    themeId: one!.id,
    furtherThemeIds: [two!.id],
  })
  t.same(wordingOf(concernOf(house, id)).furtherThemeIds, [two!.id])
  const split = await laptop.post(`/desk/concerns/${id}/splitting`, { text: 'And the stairs' })
  const part = Number(String(split.headers.location).split('/').at(-1))
  t.same(wordingOf(concernOf(house, part)).furtherThemeIds, [two!.id], 'a part keeps them')
})

t.test('R4: a trail says that themes changed where the words did not', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const [one, two] = house.store.labels.list('theme')
  const id = await writeDown(laptop, 'The lift is broken', { themeId: one!.id })
  const change = (fields: { text?: string }) =>
    laptop.post(`/desk/concerns/${id}/wordings`, {
      text: 'The lift is broken',
      themeId: one!.id,
      furtherThemeIds: [two!.id],
      basedOn: String(wordingOf(concernOf(house, id)).id),
      reason: 'Said at the stall',
      ...fields,
    })
  await change({})
  const page = async () => (await laptop.get(`/desk/concerns/${id}`)).body
  t.match(await page(), 'Themes changed')
  t.notMatch(await page(), 'Words changed')
  t.match(await page(), `Before: ${one!.name}<`)
  await change({ text: 'Both lifts are broken' })
  t.match(await page(), 'Words changed')
  t.match(await page(), 'Before: The lift is broken<')
})
