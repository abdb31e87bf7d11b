import { codeIn, onward } from '../../../support/house/residents.ts'
import type { House, Visitor } from '../../../support/house.ts'

export const blank = { text: '', area: '', name: '', reach: '' }
export const numberIn = codeIn
export const newest = (house: House) => house.store.messages.listUnfiltered().at(-1)!
export const tell = async (
  who: Visitor,
  text: string,
  more: Record<string, string> = {},
  path = '/tell-us',
) => onward(who, await who.post(path, { ...blank, text, ...more }))
