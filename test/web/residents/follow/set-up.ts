import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { writeToFollowers } from '../../../../src/work/clock/following.ts'
import { type House, type HouseOptions, openHouse as open, PEOPLE } from '../../../support/house.ts'

/** The letters of the clock have gone already: these tests are about those who follow. */
export const openHouse = async (options: HouseOptions): Promise<House> => {
  const house = await open(options)
  for (const row of house.store.letters.recent(50))
    house.store.letters.posted(row.id, house.clock.at(), true)
  return house
}

const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
}
export const linkIn = (text: string): string =>
  text.match(/http:\/\/127\.0\.0\.1:3000(\S*\/(?:un)?follow\/\S+)/)![1]!
/** What the form asks for beside an address, as it stands there at first. */
export const WISH = { what: 'all', often: 'table' }
export const ask = async (
  house: House,
  email: string,
  path = '/follow',
  wish: Partial<typeof WISH> = {},
) => {
  const answer = await house.stranger().post(path, { email, ...WISH, ...wish })
  await settle()
  return answer
}
/** Follows the whole way. Gives back the link that ends it. */
export const follow = async (
  house: House,
  email: string,
  path = '/follow',
  wish: Partial<typeof WISH> = {},
): Promise<string> => {
  await ask(house, email, path, wish)
  const link = linkIn(house.letters.at(-1)!.text)
  await house.stranger().post(link)
  return link.replace('/follow/', '/unfollow/')
}
/** So many days go by; the clock and the postman go round, as they do by themselves. */
export const passDays = async (house: House, days: number): Promise<void> => {
  for (let day = 0; day < days; day++) {
    for (let half = 0; half < 2; half++) {
      house.clock.pass({ hours: 12 })
      writeToFollowers(house.store, house.clock.now())
    }
    // Whoever asks for a letter sends the postman round.
    await ask(house, `nobody-${Date.parse(house.clock.at())}@home.example`)
  }
}
/** The letters with news to one address. */
export const newsTo = (house: House, email: string) =>
  house.letters.filter(({ to, headers }) => to === email && headers?.['List-Unsubscribe'])

export const onDisk = (house: House): string =>
  readdirSync(house.folder, { withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1'))
    .join('\n')

/** The page of a round table, told again. */
export const publishTable = async (house: House, slug = '2021-q4'): Promise<void> => {
  const table = house.store.roundTables.find(slug)!
  const laptop = house.signIn(PEOPLE.coordinator)
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'round-table', roundTableId: table.id })).headers
      .location,
  )
  const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const { words, coversIds } = draftOf(publication())!
  house.store.publications.recordDraft(
    publication().id,
    {
      ...words,
      ...(publication().releases.length > 0 && { change: { kind: 'news', words: '' } }),
    } as typeof words,
    coversIds,
    by,
  )
  for (const check of house.store.sources
    .checks(publication())
    .filter((each) => each.verdict === 'look'))
    await laptop.post(`${path}/overrulings`, {
      key: check.key,
      found: check.found,
      reason: 'It is safe',
    })
  await house
    .signIn(PEOPLE.approver)
    .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
  const answer = await laptop.post(`${path}/publication`)
  if (answer.statusCode !== 303)
    throw new Error(`not published: ${answer.body.match(/class="errors.*?<\/div>/s)?.[0]}`)
  await settle()
}
