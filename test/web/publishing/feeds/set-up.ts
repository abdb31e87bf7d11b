import { parse } from 'csv-parse/sync'
import type { Test } from 'tap'
import { type House, openHouse } from '../../../support/house.ts'
import { type Node, readXml } from '../../../support/xml.ts'

export const SITE = 'https://table.example'

export const opened = (t: Test, prepare?: (store: House['store']) => void) =>
  openHouse({ t, publicUrl: SITE, ...(prepare && { prepare }) })
export const atomOf = async (house: House, path = '/feed.atom'): Promise<Node> =>
  readXml((await house.stranger().get(path)).body)
export const jsonOf = async (house: House, path: string) =>
  (await house.stranger().get(path)).json()
export const rowsOf = async (
  house: House,
  path = '/board.csv',
): Promise<Record<string, string>[]> =>
  parse((await house.stranger().get(path)).body, { bom: true, columns: true })
