import type { Test } from 'tap'
import Database from 'better-sqlite3'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { openAndTold, photo, sendForm } from './set-up.ts'

export const ALT = 'A new light beside the door of a block of flats.'
export const FORM = { alt: ALT, recognised: 'no' }

/** An action that an entry on the board tells of, with a photo that the council sent. */
export const open = async (t: { teardown: (fn: () => unknown) => unknown }) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const { entry, actionId } = openAndTold(house)
  const path = `/desk/actions/${actionId}`
  const sent = await sendForm(
    laptop,
    `${path}/updates`,
    { status: 'under-way', text: 'The light is up', waitingFor: '', on: '', seatId: '' },
    [await photo()],
  )
  if (sent.statusCode !== 303) throw new Error(sent.body)
  const update = () =>
    house.store.actions
      .listUnfiltered([actionId])[0]!
      .updates.findLast((each) => each.text === 'The light is up')!
  const [kept] = house.store.photos.ofUpdates([update().id])
  return { house, laptop, path, entry, actionId, update, photoPath: `${path}/photos/${kept!.id}` }
}

export const publish = async (house: House, at: string): Promise<void> => {
  const id = Number(at.split('/').at(-1))
  const draftId = house.store.publications.find(id)!.drafts.at(-1)!.id
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  if ((await laptop.post(`${at}/approval`, { draftId })).statusCode !== 403)
    throw new Error('R13: nobody approves what they wrote')
  for (const answer of [
    await manager.post(`${at}/approval`, { draftId }),
    await laptop.post(`${at}/publication`),
  ])
    if (answer.statusCode !== 303) throw new Error(answer.body)
}

/** ... and it is on the board. */
export const shown = async (t: { teardown: (fn: () => unknown) => unknown }, form = {}) => {
  const here = await open(t)
  const { house, laptop, photoPath, entry } = here
  const put = await laptop.post(`${photoPath}/showing`, { ...FORM, ...form })
  const at = String(put.headers.location)
  await publish(house, at)
  const slug = house.store.publications.find(Number(at.split('/').at(-1)))!.slug!
  const page = `/entries/${entry.slug}`
  return { ...here, at, page, picture: `${page}/photos/${slug}.jpg` }
}

export const isGone = async (
  t: Test,
  house: House,
  { page, picture }: { page: string; picture: string },
) => {
  const resident = house.stranger()
  for (const path of [page, `/ar${page}`, '/board.json'])
    t.notMatch((await resident.get(path)).body, ALT, path)
  const answer = await resident.get(picture)
  t.equal(answer.statusCode, 410, 'R15: a withdrawn address says so')
  t.match(answer.body, 'privacy')
  const db = new Database(house.file, { readonly: true })
  t.equal(db.prepare(`select count(*) from copy_files where kind = 'photo'`).pluck().get(), 0)
  db.close()
}
