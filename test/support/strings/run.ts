import type { AddressInfo } from 'node:net'
import { closing } from '../workflows/closing.ts'
import { type Named, openWorld, type World } from '../workflows/world.ts'
import { ATTACKS } from './attacks.ts'
import { fillAll } from './fill.ts'
import { papersWrong } from './papers.ts'
import type { Reader } from './readers.ts'
import { stringsShown } from './shown.ts'
import { linksOf, pagesFrom, PUBLIC, tellAll } from './views.ts'

export interface StringFigures {
  strings: number
  fields: number
  typed: number
  saved: number
  refused: number
  told: number
  /** Pages that were opened, in each browser. */
  views: Record<string, number>
  /** How often one of the strings was read as it had been typed. */
  shown: number
  /** How many of the strings were read at all. */
  read: number
}

/** Types all strings into all fields, and opens every view of them in these browsers. */
export const tryStrings = async (
  browsers: readonly ((site: string) => Promise<Reader>)[],
  { each, same }: { each: number; same: number },
): Promise<{ wrong: string[]; figures: StringFigures; unread: string[] }> => {
  const end = closing()
  try {
    const world = await openWorld(end)
    const { app } = world.house
    await app.listen({ host: '127.0.0.1', port: 0 })
    const site = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    const forms = await formsFor(world)
    // Told first: once every field has the strings they are words of private matters too, and no
    // check of wording lets them through.
    const told = tellAll(world)
    const filled = await fillAll(world, forms, each)
    const views = await viewsOf(world, same)
    const papers = await papersWrong(world)
    const wrong = papers.wrong
    const read = new Set<string>()
    const figures: StringFigures = {
      strings: ATTACKS.length,
      fields: filled.fields.size,
      typed: filled.typed,
      saved: filled.saved,
      refused: filled.refused.length,
      told,
      views: {},
      shown: papers.shown,
      read: 0,
    }
    for (const openBrowser of browsers) {
      const reader = await openBrowser(site)
      try {
        const seen = await readAll(world, reader, { views, refused: filled.refused })
        wrong.push(...seen.wrong)
        figures.views[reader.name] = seen.opened
        figures.shown += seen.shown
        for (const string of seen.read) read.add(string)
      } finally {
        await reader.close()
      }
    }
    figures.read = read.size
    return { wrong: [...new Set(wrong)], figures, unread: ATTACKS.filter((one) => !read.has(one)) }
  } finally {
    await end.close()
  }
}

type View = readonly [who: Named, path: string]

/** Every page with a form, as those who are shown it. */
const formsFor = async (world: World): Promise<View[]> => [
  ...world.pages.map((path): View => ['coordinator', path]),
  ...(['sergeant', 'approver'] as const).flatMap((who) =>
    ['/desk', '/desk/mine', '/desk/me', '/desk/entries/3'].map((path): View => [who, path]),
  ),
  ...[
    '/tell-us',
    '/ar/tell-us',
    '/follow',
    '/entries/2021-q3-1',
    '/tell-us/what-became-of-it',
    '/sign-in',
    ...linksOf(world),
  ].map((path): View => [null, path]),
]

const viewsOf = async (world: World, same: number): Promise<View[]> => [
  ...(await pagesFrom(world, 'coordinator', '/desk', /^\/desk/, same)).map((path): View => [
    'coordinator',
    path,
  ]),
  ...[
    ...(await pagesFrom(world, null, '/', PUBLIC, same)),
    '/poster',
    '/embed',
    ...linksOf(world),
  ].map((path): View => [null, path]),
]

const readAll = async (
  world: World,
  reader: Reader,
  { views, refused }: { views: View[]; refused: string[] },
) => {
  const wrong: string[] = []
  const read = new Set<string>()
  let [opened, shown] = [0, 0]
  const note = (at: string, scanned: { wrong: string[]; text: string }): void => {
    opened += 1
    for (const each of scanned.wrong) wrong.push(`${reader.name}: ${at}: ${each}`)
    const here = stringsShown(scanned.text)
    shown += here.length
    for (const each of here) read.add(each)
  }
  let who: Named = null
  await reader.as(null)
  for (const [as, path] of views) {
    if (as !== who) await reader.as(as && world.sessionOf(as))
    who = as
    const scanned = await reader.open(path)
    note(path, scanned)
    for (const each of scanned.ran) wrong.push(`${reader.name}: ${path}: ${each}`)
  }
  for (const [i, html] of refused.entries())
    note(`a form that was refused (${i})`, await reader.parse(html))
  return { wrong, opened, shown, read }
}
