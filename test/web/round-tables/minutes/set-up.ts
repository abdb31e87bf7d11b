import type { House } from '../../../support/house.ts'

export const OPEN = '/desk/round-tables/2022-q1'
export const FAMILY = 'Any specific family cases to be supported'
export const CLUBS = 'Raise the issue of the youth clubs with which'
export const newest = <T extends { id: number }>(rows: T[]): T =>
  rows.reduce((last, each) => (each.id > last.id ? each : last))
export const sections = (body: string): string =>
  [...body.matchAll(/<section class="stack section" aria-labelledby="paper-[\s\S]*?<\/section>/g)]
    .map(([found]) => found)
    .join('\n')
export const find = (house: House, begins: string) =>
  house.store.actions.everWritten().find((each) => each.terms[0]!.text.startsWith(begins))!
