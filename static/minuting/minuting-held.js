// What the server has not got is held for this tab alone, so that it outlives the page; another
// person's is thrown away.

import { known } from './minuting-page.js'

const MINE = `unsent-${known('who')}-`
// By table as well: what was meant for one is never sent to another.
const HELD = MINE + location.pathname

/**
 * @typedef {{ key: string, text: string, step: string, instead?: string, basedOn?: string }}
 *   QueuedLine
 */

/** @returns {{ queue: QueuedLine[], text: string }} */
export const readHeld = () => {
  for (const key of heldKeys()) if (!key.startsWith(MINE)) sessionStorage.removeItem(key)
  try {
    return { queue: [], text: '', ...JSON.parse(sessionStorage.getItem(HELD) ?? '{}') }
  } catch {
    return { queue: [], text: '' }
  }
}

/**
 * @param {QueuedLine[]} queue
 * @param {string} text
 */
export const holdHere = (queue, text) => {
  if (queue.length || text) sessionStorage.setItem(HELD, JSON.stringify({ queue, text }))
  else sessionStorage.removeItem(HELD)
}

export const forgetHeld = () => {
  for (const key of heldKeys()) sessionStorage.removeItem(key)
}

const heldKeys = () => Object.keys(sessionStorage).filter((key) => key.startsWith('unsent-'))
