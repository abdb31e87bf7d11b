import { scriptOf, type Script } from '../../domain/tongue.ts'
import { joined, markup, type Markup } from '../markup.ts'
import { piecesOf } from './template-pieces.ts'
import type { Voice } from './voice.ts'

/**
 * What was typed in another script stands on an English page as what it is: in its own direction,
 * and never read out as English. Every place where a template of the desk writes a value out is one
 * where it may stand, so that it is done where templates are read and not in each of them.
 */
export const shownInItsScript = {
  processTemplate: (template: string): string => inItsScript(piecesOf(template)).join(''),
}

/** A value as it stands among other words. On a page in another language the voice marks it. */
export const inScript = (value: unknown, page: Voice): unknown => {
  const script = scriptIn(value, page)
  return script ? markup`<bdi lang="${script.lang}">${value}</bdi>` : value
}

/** ... and for the element that holds nothing else. */
export const marked = (value: unknown, page: Voice, hasDirection: boolean): Markup | string => {
  const script = scriptIn(value, page)
  if (!script) return ''
  return joined([markup` lang="${script.lang}"`, hasDirection ? '' : markup` dir="auto"`])
}

const scriptIn = (value: unknown, { isEnglish }: Voice): Script | null =>
  isEnglish && typeof value === 'string' ? scriptOf(value) : null

const VALUE = /^<%=\s{0,99}([\s\S]*?)([-_]?%>)$/
const OPENING = /^<([a-z][\w-]{0,40})[^]*>$/i
/** They hold text alone, so that no element can stand in them. */
const HOLDS_TEXT = ['textarea', 'option', 'title', 'script', 'style']

const inItsScript = (pieces: string[]): string[] => {
  const made = [...pieces]
  let holder = ''
  pieces.forEach((piece, i) => {
    const name = OPENING.exec(piece)?.[1]?.toLowerCase()
    if (name && HOLDS_TEXT.includes(name)) holder = name
    if (holder && piece === `</${holder}>`) holder = ''
    const value = VALUE.exec(piece)?.[1]?.trimEnd()
    if (value === undefined) return
    const around = elementAround(pieces, i)
    if (around !== undefined && mayBeMarked(pieces[around]!)) {
      const hasDirection = /\bdir=/.test(pieces[around]!)
      made[around] =
        `${pieces[around]!.slice(0, -1)}<%= it.marked(${value}, it.t, ${hasDirection}) %>>`
    } else if (!holder && around === undefined)
      made[i] = piece.replace(
        VALUE,
        (_, __, end: string) => `<%= it.inScript(${value}, it.t) ${end}`,
      )
  })
  return made
}

/** The place of the tag that holds this value and nothing else. */
const elementAround = (pieces: string[], i: number): number | undefined => {
  const isBlank = (at: number): boolean => pieces[at]?.trim() === ''
  const before = isBlank(i - 1) ? i - 2 : i - 1
  const after = isBlank(i + 1) ? i + 2 : i + 1
  const name = OPENING.exec(pieces[before] ?? '')?.[1]
  return name !== undefined && pieces[after] === `</${name}>` ? before : undefined
}

const mayBeMarked = (tag: string): boolean => !/\blang=|^<title/.test(tag)
