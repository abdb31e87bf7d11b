import type { Answer, House, Visitor } from '../../../support/house.ts'

export const blank = { text: '', area: '', name: '', reach: '' }
export const numberIn = (answer: Answer): string =>
  answer.body.match(/<b>([0-9A-Z]{5}-[0-9A-Z]{5})<\/b>/)?.[1] ?? ''
export const newest = (house: House) => house.store.messages.listUnfiltered().at(-1)!
export const tell = (
  who: Visitor,
  text: string,
  more: Record<string, string> = {},
  path = '/tell-us',
) => who.post(path, { ...blank, text, ...more })
