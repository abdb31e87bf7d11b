import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeIn, lookUp, onward } from '../../../support/house/residents.ts'
import type { House } from '../../../support/house.ts'

const blank = { text: '', area: '', name: '', reach: '' }
export const newest = (house: House) => house.store.messages.listUnfiltered().at(-1)!
export const becameOf = async (house: House, reference: string): Promise<string> =>
  (await lookUp(house.stranger(), reference)).body.match(/<ol class="trail">.*?<\/ol>/s)![0]
export const leave = async (house: House, text: string, more: Record<string, string> = {}) => {
  const who = house.stranger()
  const sent = await who.post('/tell-us', { ...blank, text, ...more })
  const number = codeIn(await onward(who, sent))
  return { number, id: newest(house).id, path: `/desk/messages/${newest(house).id}` }
}
/** Everything of the record on the disk: the file, its log, and whatever lies beside it. */
export const onDisk = (house: House): string =>
  readdirSync(house.folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1'))
    .join('\n')

export type Leave = Awaited<ReturnType<typeof leave>>
