import type { House } from '../../support/house.ts'
import type { Ids } from '../../support/doors/doors.ts'
import { statesOf } from '../../support/doors/states.ts'
import { formsOf, type PageForm } from '../../support/forms.ts'
import { HOST } from './encoded.ts'
import { FILES } from './files.ts'

/** A form as it is sent: who sends it, to which route, and the file that it brings. */
export interface Sending {
  route: string
  /** Whose session; nobody's where residents write, or the link says who. */
  caller: string
  action: string
  fields: Record<string, string[]>
  /** The name of a file, in FILES. */
  file?: string
  cookies?: Record<string, string>
  /** It is sent although another of its route was: something else begins with it. */
  leads?: true
  /** It comes after all else, and these after those. */
  last?: 1 | 2
}
export interface PostRoute {
  url: string
  policy: string
}

/** So many forms of one route are kept: the first may have nothing to change where it stands. */
const MOST = 8

/** Who looks at the pages: the others see less of the same. */
const LOOKING = ['coordinator', 'sergeant', 'approver'] as const

/** Every route that takes a form. */
export const postRoutesOf = (house: House): PostRoute[] =>
  house.routes
    .filter(({ method }) => method === 'POST')
    .map(({ url, policy }) => ({ url, policy: policy! }))

/** The forms of every page that may have one. */
export const formsOfPages = async (
  house: House,
  ids: Ids,
  sessions: Record<string, string>,
  isAsked: (page: string) => boolean = () => true,
): Promise<Sending[]> => {
  const routes = postRoutesOf(house)
  const found: Sending[] = []
  const pages = house.routes.filter(
    ({ method, url }) =>
      method === 'GET' && PAGES.test(url) && !FILES_ONLY.test(url) && isAsked(url),
  )
  for (const page of pages)
    for (const { path } of statesOf(page, ids))
      for (const caller of LOOKING)
        for (const form of await formsOn(house, path, sessions[caller]))
          found.push(...ofRoute(routes, caller, form))
  return fewOfEach(found)
}

const PAGES = /^\/(desk|report|release|answer|sign-in|invitation)/
/** Nothing here has a form, and some are slow to make. */
const FILES_ONLY =
  /\.\w+$|\/(file|picture|news)$|files\/:|recordings\/:|readings\/|photos\/:photoId$/

const fewOfEach = (found: readonly Sending[]): Sending[] =>
  [...Map.groupBy(found, (each) => each.route).values()].flatMap((each) => each.slice(0, MOST))

/** A form of a page, and the route it goes to; nothing where it goes elsewhere. */
export const ofRoute = (
  routes: readonly PostRoute[],
  caller: string,
  { action, fields }: PageForm,
): Sending[] => {
  const route = routeOf(routes, action)
  // Whoever signs out by the way has no session for what comes after.
  if (route === undefined || route === '/sign-out') return []
  return [
    {
      route,
      caller,
      action,
      fields: { ...fields, ...FILLED[route] },
      ...(FILES[route] && { file: route }),
    },
  ]
}

/** The forms of a page as someone sees it. */
export const formsOn = async (
  house: House,
  url: string,
  session: string | undefined,
): Promise<PageForm[]> => {
  const { headers, body } = await house.app.inject({
    url,
    headers: { host: HOST, ...(session && { cookie: `session=${session}` }) },
  })
  return String(headers['content-type']).startsWith('text/html') ? formsIn(body) : []
}

/** The forms of a page, and what else each of their buttons sends. */
export const formsIn = (html: string): PageForm[] => {
  // A form that takes a file is a form as well.
  const plain = html.replaceAll('enctype="multipart/form-data"', '')
  const others = [...plain.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].flatMap(([form]) =>
    [...form.matchAll(/\sformaction="([^"]*)"/g)].map(([, action]) =>
      form.replace(/\saction="[^"]*"/, ` action="${action!}"`),
    ),
  )
  return formsOf(plain + others.join(''))
}

/** The route of an address: the one with the fewest names in it, where several fit. */
const routeOf = (routes: readonly PostRoute[], action: string): string | undefined =>
  routes
    .map(({ url }) => url)
    .filter(
      (url) =>
        !url.startsWith('/:language') &&
        new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}$`).test(action.split('?')[0]!),
    )
    .toSorted((a, b) => a.split(':').length - b.split(':').length)[0]

/** What has to be typed otherwise than it stands there, for something to change. */
const FILLED: Record<string, Record<string, string[]>> = {
  '/desk/seats/:id/title': { title: ['Another title'] },
  '/desk/people/:id/name': { name: ['Another name'] },
  '/desk/organisations': { name: ['The library'], publicName: ['the library'] },
  '/desk/actions/:id/terms': { seatId: [''], by: ['May 2022'] },
  '/desk/bringing-in/rows': {
    'by[]': [''],
    'kind[]': ['concern'],
    'leadId[]': [''],
    'said[]': [''],
    'on[]': [''],
  },
}
