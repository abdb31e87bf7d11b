import { formsOf } from '../forms.ts'
import type { Fields } from '../house.ts'
import { ends } from '../workflows/take.ts'
import type { Named, World } from '../workflows/world.ts'
import { ATTACKS } from './attacks.ts'

/** What was typed where, and what came back. */
export interface Filled {
  /** Each text field by its form: `POST /desk/concerns text`. */
  fields: Set<string>
  /** Strings that were typed, and how many forms took them. */
  typed: number
  saved: number
  /** Pages that a form which was refused came back as. */
  refused: string[]
}

/** As much as the smaller fields take; the larger take several of these. */
const SIZES = [1400, 280, 90] as const

/** Strings joined so that each batch is as long as a field may be. */
export const batches = (most: number, strings: readonly string[] = ATTACKS): string[] => {
  const all: string[] = []
  for (const each of strings) {
    const last = all.at(-1)
    if (each.length > most) continue
    if (last !== undefined && last.length + each.length + 1 <= most)
      all[all.length - 1] = `${last}\n${each}`
    else all.push(each)
  }
  return all
}

/**
 * Types them into every text field of every form that anyone of these is shown.
 * @param each how many batches each field is given: all of them where none is said.
 */
export const fillAll = async (
  world: World,
  pages: readonly (readonly [who: Named, path: string])[],
  each = Infinity,
): Promise<Filled> => {
  const filled: Filled = { fields: new Set(), typed: 0, saved: 0, refused: [] }
  const turns = new Map<number, number>()
  const done = new Set<string>()
  for (const [who, path] of pages)
    for (const form of formsOf((await world.get(who, path)).body)) {
      const place = `${form.action.replace(/\d+/g, 'n')} ${form.texts.join(',')}`
      if (form.texts.length === 0 || ends(form.action) || done.has(place)) continue
      done.add(place)
      for (const name of form.texts)
        filled.fields.add(`${form.action.replace(/\d+/g, 'n')} ${name}`)
      await fillOne(world, who, form, { filled, turns, each })
    }
  return filled
}

const fillOne = async (
  world: World,
  who: Named,
  { action, fields, texts }: ReturnType<typeof formsOf>[number],
  { filled, turns, each }: { filled: Filled; turns: Map<number, number>; each: number },
): Promise<void> => {
  for (const size of SIZES) {
    const all = batches(size)
    let isTaken = false
    for (let i = 0; i < Math.min(each, all.length); i++) {
      const turn = turns.get(size) ?? 0
      turns.set(size, turn + 1)
      const words: Fields = { ...fields }
      for (const name of texts) words[name] = all[turn % all.length]!
      const { status, body } = await world.post(who, action, {
        ...words,
        once: `strings-${turn}-${size}`,
      })
      filled.typed += texts.length
      if (status === 303) {
        filled.saved += 1
        isTaken = true
      } else if (body.includes('<html')) filled.refused.push(body)
      // Typed one by one where a form wants some of them to be what they are.
      else if (status >= 500) throw new Error(`${action} answered ${status}`)
    }
    if (!isTaken && each > 1)
      await oneByOne(world, who, { action, fields, texts }, { filled, turns, size })
    if (isTaken) return
  }
}

/** A date or an address beside the words would have them refused: each field by itself. */
const oneByOne = async (
  world: World,
  who: Named,
  {
    action,
    fields,
    texts,
  }: Pick<ReturnType<typeof formsOf>[number], 'action' | 'fields' | 'texts'>,
  { filled, turns, size }: { filled: Filled; turns: Map<number, number>; size: number },
): Promise<void> => {
  const all = batches(size)
  for (const name of texts) {
    const turn = turns.get(size) ?? 0
    turns.set(size, turn + 1)
    const words = { ...fields, [name]: all[turn % all.length]!, once: `string-${turn}-${size}` }
    const { status, body } = await world.post(who, action, words)
    filled.typed += 1
    if (status === 303) filled.saved += 1
    else if (body.includes('<html')) filled.refused.push(body)
  }
}
