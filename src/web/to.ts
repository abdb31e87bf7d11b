type Piece = string | number
/** An address on this site. */
export type Path = `/${string}`
/** ... and one by its steps, for `to()` to put together. */
export type Steps = [Path, ...Piece[]]

/**
 * Every dynamic address on a page is made here: a path on this site, each piece encoded. A lint
 * test refuses any other way of putting a value into an address, so that `javascript:` and foreign
 * hosts have no way in.
 */
export const to = Object.assign(
  (path: Path, ...pieces: (Piece | Record<string, Piece | undefined>)[]): Path => {
    const steps = pieces
      .filter((piece): piece is Piece => typeof piece !== 'object')
      .map((piece) => encodeURIComponent(String(piece).toWellFormed()))
    const query = pieces
      .filter((piece) => typeof piece === 'object')
      .flatMap((piece) => Object.entries(piece))
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`)
    return ([path.replace(/(?<!\/)\/+$/, ''), ...steps]
      .join('/')
      .replace(/^(?!\/)/, '/')
      .replace(/^\/\/+/, '/') + (query.length ? `?${query.join('&')}` : '')) as Path
  },
  {
    tel: (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`,
    sms: (phone: string): string => `sms:${phone.replace(/[^\d+]/g, '')}`,
    /** Away from here, to an address that the settings named. */
    away: (address: string): string => {
      const { protocol, href } = new URL(address)
      if (protocol !== 'https:' && protocol !== 'http:') throw new Error('not an address of a page')
      return href
    },
    /** A calendar that a program follows, by its whole address. */
    webcal: (address: string): string => {
      const { host, pathname } = new URL(address)
      return `webcal://${host}${pathname}`
    },
    mail: (address: string): string => `mailto:${encodeURIComponent(address).replace('%40', '@')}`,
  },
)

/** Where a copy of the board stands, for those who only read. */
export interface Copied {
  /** The server that it is a copy of, where things can be left. */
  home: string
  /** Where a page lies that is a file: an address cannot ask anything of a file. */
  laid?: (address: string) => string
}

/**
 * The addresses of a public page: in its own language, the same page in another, and whole ones for
 * feeds and letters.
 */
export const linksOf = (
  language: string,
  asked: string,
  search: string,
  site: string,
  copied?: Copied,
) => {
  // Two strokes at the beginning would be another host.
  const path = asked.replace(/^[/\\]+/, '/')
  const under = (code: string, address: string): string =>
    code === 'en'
      ? address
      : address === '/'
        ? `/${code}`
        : address.startsWith('/?')
          ? `/${code}${address.slice(1)}`
          : `/${code}${address}`
  const laid = copied?.laid ?? asItIs
  // What other programs are told is where the site itself has it.
  const laidOnSite = site === copied?.home ? asItIs : laid
  const plain = (...pieces: Parameters<typeof to>): string => under(language, to(...pieces))
  const here = (...pieces: Parameters<typeof to>): string => laid(plain(...pieces))
  return Object.assign(here, {
    tel: to.tel,
    mail: to.mail,
    webcal: to.webcal,
    /** This page in another language. */
    in: (code: string): string => laid(under(code, path) + search),
    whole: (code: string): string => site + laidOnSite(under(code, path) + search),
    /** The board narrowed by a query, at the place where its answer begins. */
    found: (query: Record<string, string | undefined> = {}): string => `${here('/', query)}#found`,
    /** A whole address in this language. */
    site: (...pieces: Parameters<typeof to>): string => site + laidOnSite(plain(...pieces)),
    /** On the server that keeps the record, which is this one unless the page is a copy. */
    main: (path: string): string => (copied?.home ?? '') + to(path as Path),
  })
}
const asItIs = (address: string): string => address
export type Links = ReturnType<typeof linksOf>

/** Where this site stands, for cookies and letters. */
export interface Address {
  publicUrl: string
}
