import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { get, nameIn, type Copy, type Maybe } from './copy.ts'

/** Where a page, or a link on it, stands in the new file. */
export type Placed = (old: Maybe) => PDFRef | undefined

/**
 * What is a heading, a list, a picture with its words: for whoever has it read out. Its words are
 * told as those on the page are, and checked like them.
 */
export const tags = (copy: Copy, value: Maybe, placed: Placed): Maybe =>
  copy.once('tag', value, (found) => {
    if (!(found instanceof PDFDict)) return undefined
    return copy.dictOf({
      Type: PDFName.of('StructTreeRoot'),
      K: childrenOf(copy, get(found, 'K'), placed),
      ParentTree: parents(copy, get(found, 'ParentTree'), placed),
      ...copy.numbers(found, 'ParentTreeNextKey'),
      RoleMap: roles(copy, get(found, 'RoleMap')),
    })
  })

const roles = (copy: Copy, value: Maybe): Maybe => {
  const entries = copy.dict(value)?.entries() ?? []
  return copy.dictOf(
    Object.fromEntries(
      entries.map(([own, usual]): [string, Maybe] => {
        const name = copy.look(usual)
        for (const each of [own, name])
          if (each instanceof PDFName) copy.kept.name(each.decodeText())
        return [own.decodeText(), name instanceof PDFName ? name : undefined]
      }),
    ),
  )
}

const childrenOf = (copy: Copy, value: Maybe, placed: Placed): Maybe => {
  const found = copy.look(value)
  if (found instanceof PDFNumber) return PDFNumber.of(found.asNumber())
  if (found instanceof PDFArray)
    return copy.count(() =>
      copy.listOf(found.asArray().map((each) => childrenOf(copy, each, placed))),
    )
  if (!(found instanceof PDFDict)) return undefined
  const page = get(found, 'Pg') && placed(get(found, 'Pg'))
  switch (nameIn(copy, found, 'Type')) {
    case 'MCR':
      return copy.dictOf({ Type: PDFName.of('MCR'), Pg: page, ...copy.numbers(found, 'MCID') })
    case 'OBJR': {
      const thing = placed(get(found, 'Obj'))
      return thing && copy.dictOf({ Type: PDFName.of('OBJR'), Pg: page, Obj: thing })
    }
    default:
      return element(copy, value, placed)
  }
}

const element = (copy: Copy, value: Maybe, placed: Placed): Maybe =>
  copy.once('tag', value, (found) => {
    if (!(found instanceof PDFDict)) return undefined
    const kind = nameIn(copy, found, 'S')
    if (kind === undefined) return undefined
    copy.kept.name(kind)
    return copy.dictOf({
      Type: PDFName.of('StructElem'),
      S: PDFName.of(kind),
      P: get(found, 'P') && parentOf(copy, get(found, 'P'), placed),
      Pg: get(found, 'Pg') && placed(get(found, 'Pg')),
      ...said(copy, found, 'Alt', 'ActualText', 'E'),
      Lang: languageOf(copy, found),
      A: attributes(copy, get(found, 'A')),
      K: childrenOf(copy, get(found, 'K'), placed),
    })
  })

const parentOf = (copy: Copy, value: Maybe, placed: Placed): Maybe => {
  const parent = copy.dict(value)
  if (!parent || !(value instanceof PDFRef)) return undefined
  return nameIn(copy, parent, 'Type') === 'StructTreeRoot'
    ? tags(copy, value, placed)
    : element(copy, value, placed)
}

/** Words that are read out: kept, and checked. */
export const said = (copy: Copy, dict: PDFDict, ...keys: string[]): Record<string, Maybe> =>
  Object.fromEntries(
    keys.map((key) => {
      const found = copy.look(get(dict, key))
      if (!(found instanceof PDFString || found instanceof PDFHexString)) return [key, undefined]
      const text = found.decodeText()
      copy.kept.words(text)
      return [key, PDFHexString.fromText(text)]
    }),
  )

/** The language of words, by its code. */
export const languageOf = (copy: Copy, dict: PDFDict): Maybe => {
  const found = copy.look(get(dict, 'Lang'))
  const code = found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : ''
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,4}){0,3}$/.test(code) ? PDFString.of(code) : undefined
}

/** How a table hangs together. */
const attributes = (copy: Copy, value: Maybe): Maybe => {
  const found = copy.look(value)
  if (found instanceof PDFArray)
    return copy.listOf(
      found
        .asArray()
        .slice(0, 20)
        .map((each) => attributes(copy, each)),
    )
  if (!(found instanceof PDFDict)) return undefined
  return copy.dictOf({
    ...copy.oneOf(found, 'O', 'Layout', 'List', 'Table'),
    ...copy.oneOf(found, 'Scope', 'Row', 'Column', 'Both'),
    ...copy.oneOf(found, 'Placement', 'Block', 'Inline', 'Before', 'Start', 'End'),
    ...copy.oneOf(found, 'ListNumbering', 'None', 'Disc', 'Circle', 'Square', 'Decimal'),
    ...copy.numbers(found, 'ColSpan', 'RowSpan', 'BBox', 'Width', 'Height'),
  })
}

/** Which piece of a page belongs to which element. */
const parents = (copy: Copy, value: Maybe, placed: Placed): Maybe =>
  copy.once('parents', value, (found) => {
    if (!(found instanceof PDFDict)) return undefined
    const kids = copy.array(get(found, 'Kids'))
    const items = copy.array(get(found, 'Nums'))
    return copy.dictOf({
      ...copy.numbers(found, 'Limits'),
      Kids:
        kids.length > 0 ? copy.listOf(kids.map((each) => parents(copy, each, placed))) : undefined,
      Nums:
        items.length > 0
          ? copy.listOf(items.map((each) => owner(copy, each, placed) ?? PDFNumber.of(0)))
          : undefined,
    })
  })

const owner = (copy: Copy, value: Maybe, placed: Placed): Maybe => {
  const found = copy.look(value)
  if (found instanceof PDFNumber) return PDFNumber.of(found.asNumber())
  if (!(found instanceof PDFArray)) return element(copy, value, placed)
  return copy.once('owners', value, () =>
    copy.listOf(found.asArray().map((each) => element(copy, each, placed) ?? copy.dictOf({}))),
  )
}
