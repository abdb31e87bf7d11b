// Where the words of a form are kept on a phone: under the digest of the link, since the link is a
// secret, and for a week at most.

const WEEK_MS = 7 * 86_400_000
const PREFIX = 'round-table:'

/** @typedef {{ at: number, tried: boolean, photos: number, fields: [string, string][] }} Kept */

/**
 * The name under which the words of each form of this link are kept, or null where the connection
 * is not safe and there is no digest.
 * @returns {Promise<((form: string) => string) | null>}
 */
export const placeOfLink = async () => {
  if (!globalThis.crypto?.subtle) return null
  const token = new TextEncoder().encode(location.pathname.split('/')[2])
  const digest = await crypto.subtle.digest('SHA-256', token)
  const hex = [...new Uint8Array(digest)].map((each) => each.toString(16).padStart(2, '0')).join('')
  return (form) => `${PREFIX}${hex}:${form}`
}

/**
 * @param {string} name
 * @returns {Kept | null}
 */
export const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

/**
 * @param {string} name
 * @param {Kept} kept
 * @returns {boolean} whether the phone took it.
 */
export const write = (name, kept) => {
  try {
    localStorage.setItem(name, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

/** @param {string} name */
export const forget = (name) => {
  try {
    localStorage.removeItem(name)
  } catch {
    // Then nothing was kept.
  }
}

/** What was never sent does not stay for ever. */
export const forgetOld = () => forgetThose((at) => Date.now() - at > WEEK_MS)

/** Whatever was typed behind any link. */
export const forgetAll = () => forgetThose(() => true)

/** @param {(at: number) => boolean} isOver by when they were typed, in milliseconds. */
const forgetThose = (isOver) => {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(PREFIX) && isOver(read(name)?.at ?? 0)) forget(name)
  } catch {
    // Storage is shut: there is nothing to forget.
  }
}
