import { createHash } from 'node:crypto'

/**
 * Where the pages of a site lie that is made of files. Nobody answers what is asked of a file, so
 * each list that a page leads to is a file of its own: `/?state=done&page=2` lies at
 * `/state-done/page-2`.
 */
export const keepLaid = () => {
  const asked = new Map<string, string>()
  return {
    laid: (address: string): string => {
      const [path = '/', query] = address.split('?')
      const steps = stepsOf(path, query ?? '')
      if (steps.length === 0) return path
      const place = placeOf(path, steps)
      asked.set(place, address)
      return place
    },
    /** What the server is asked for a page that lies there. */
    askedFor: (place: string): string => asked.get(place) ?? place,
  }
}

/** A form that is not here has nothing to be filled in, and the first page is the list itself. */
const stepsOf = (path: string, query: string): string[] =>
  path.endsWith('/follow')
    ? []
    : [...new URLSearchParams(query)]
        .filter(([name, value]) => value !== '' && !(name === 'page' && value === '1'))
        .map(([name, value]) => `${name}-${/^[\w-]{1,60}$/.test(value) ? value : markOf(value)}`)

/** What would not be the name of a file has one that says nothing. */
const markOf = (value: string): string =>
  createHash('sha256').update(value).digest('hex').slice(0, 12)

const placeOf = (path: string, steps: string[]): string => {
  const [, before, ending] = /^(.*[^/])(\.\w+)$/.exec(path) ?? []
  return ending === undefined
    ? `${path === '/' ? '' : path}/${steps.join('/')}`
    : `${before}-${steps.join('-')}${ending}`
}

/** The file of an address in the folder of the site. */
export const fileAt = (place: string): string => {
  const [path = ''] = place.split(/[?#]/)
  const steps = path
    .split('/')
    .filter(Boolean)
    .map((step) => decodeURIComponent(step))
  if (steps.some((step) => step === '..' || /[/\\\0]/.test(step)))
    throw new Error('an address that leads out of its folder')
  return /\.\w+$/.test(steps.at(-1) ?? '') ? steps.join('/') : [...steps, 'index.html'].join('/')
}
