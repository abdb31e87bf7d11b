type Piece = string | number

/**
 * Every dynamic address on a page is made here: a path on this site, each piece encoded. A lint test refuses any other
 * way of putting a value into an address, so that `javascript:` and foreign hosts have no way in.
 */
export const to = Object.assign(
  (path: `/${string}`, ...pieces: (Piece | Record<string, Piece | undefined>)[]): string => {
    const steps = pieces.filter((piece): piece is Piece => typeof piece !== 'object').map((piece) => encodeURIComponent(String(piece).toWellFormed()))
    const query = pieces.filter((piece) => typeof piece === 'object').flatMap((piece) => Object.entries(piece))
      .filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`)
    return [path.replace(/\/+$/, ''), ...steps].join('/').replace(/^(?!\/)/, '/').replace(/^\/\/+/, '/') + (query.length ? `?${query.join('&')}` : '')
  },
  {
    tel: (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`,
    mail: (address: string): string => `mailto:${encodeURIComponent(address).replace('%40', '@')}`
  }
)

/** Where this site stands, for cookies and letters. */
export interface Address { publicUrl: string }
