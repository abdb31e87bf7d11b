export const NEXT = '/desk/round-tables/2022-q2'
export const AGENDA = `${NEXT}/agenda`
export const keysIn = (body: string): string[] =>
  [...body.matchAll(/<li id="slot-([^"]+)"/g)].map((each) => each[1]!)
export const slotIn = (body: string, key: string): string =>
  body.split(`<li id="slot-${key}"`)[1]!.split(/<li id="slot-|<section/)[0]!
