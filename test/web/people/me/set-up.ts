import { openHouse, type Visitor } from '../../../support/house.ts'

export const HOST = 'https://board.example'
export const open = (t: { teardown: (fn: () => unknown) => unknown }) =>
  openHouse({ t, publicUrl: HOST })
export const me = async (browser: Visitor): Promise<string> => (await browser.get('/desk/me')).body
