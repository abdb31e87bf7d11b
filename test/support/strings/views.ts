import type { Named, World } from '../workflows/world.ts'
import { toThePublic } from '../workflows/telling.ts'
import { batches } from './fill.ts'

/** Pages of one kind that are opened. */
const SAME_PAGES = 3

/** Pages that someone is led to, a few of each kind. */
export const pagesFrom = async (
  world: World,
  who: Named,
  start: string,
  under: RegExp,
  same = SAME_PAGES,
): Promise<string[]> => {
  const todo = [start]
  const shapes = new Map<string, number>()
  const pages: string[] = []
  for (const path of todo) {
    const shape = path.replace(/[?].*/, '').replace(/\d+/g, 'n')
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
    if (shapes.get(shape)! > same) continue
    const { status, body, headers } = await world.get(who, path)
    // A file may hold a page, as somebody's words.
    if (status !== 200 || !headers.includes('text/html')) continue
    pages.push(path)
    for (const [, link] of body.matchAll(/\bhref="(\/[^"#]*)/g)) {
      const plain = link!.replaceAll('&amp;', '&')
      if (under.test(plain) && !todo.includes(plain)) todo.push(plain)
    }
  }
  return pages
}

/** What an owner holds a link to. */
export const linksOf = ({ ids }: World): string[] => [
  `/report/${ids.report}`,
  `/report/${ids.report}/receipt`,
  `/release/${ids.release}`,
  `/answer/${ids.reply}`,
  `/invitation/${ids.invitation}`,
  `/sign-in/ending/${ids.own.ending}`,
]

export const PUBLIC =
  /^\/(?!desk|static|sign-in|report|(?:bn|ckb|es|fa|fr|pt|so|sq|ur)(?:\/|$)|\w+\.(?!html))/

/** Entries with the strings in them, as far as the checks of wording let them through. */
export const tellAll = (world: World): number => {
  const { store } = world.house
  const open = store.publications
    .list()
    .filter((each) => each.kind === 'entry' && !each.withdrawal && each.concernId !== null)
  let told = 0
  for (const [i, said] of batches(400).entries()) {
    const entry = open[i % open.length]!
    if (told < open.length && toThePublic(world, entry.id, said, `${i}`, 'news')) told += 1
  }
  return told
}
