import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFParser,
  PDFRawStream,
  PDFWriter,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { copyFrom, get, nameIn, type Copy, type Maybe } from './copy.ts'
import { link, links } from './links.ts'
import { drawing, group, resources } from './resources.ts'
import { languageOf, tags, type Placed } from './tags.ts'
import { HAS_FORM, HAS_LAYERS, LOCKED, NOT_WHOLE, TOO_MUCH, Wrong } from './wrong.ts'

/** More pages than any leaflet has. */
const MOST_PAGES = 100

/** A file made anew, and everything in it that can be read. */
export interface Rewritten {
  bytes: Buffer
  /** What readers are told beside what they see: behind links, in place of pictures. */
  words: string[]
  /** What only someone who looks inside would find: names, and letters as they are kept. */
  beneath: string[]
  letters: string
}

/**
 * Writes a PDF anew, from nothing: its pages, what they are drawn with, their links and their tags,
 * each by name (`docs/decisions/`). Whatever is not named here is not copied: no properties, no
 * programs, no other files, no forms, bookmarks, layers or labels, no older version and nothing
 * behind the end. Source of the format: ISO 32000-1.
 */
export const rewrite = async (bytes: Uint8Array): Promise<Rewritten> => {
  const from = await parsed(bytes)
  if (from.trailerInfo.Encrypt) throw new Wrong(LOCKED)
  const copy = copyFrom(from)
  const catalog = copy.dict(from.trailerInfo.Root)
  if (!catalog) throw new Wrong(NOT_WHOLE)
  refuseHidden(copy, catalog)
  copy.to.trailerInfo.Root = copy.to.register(book(copy, catalog))
  for (const task of copy.later) await task()
  const { words, beneath, letters } = copy.kept.all()
  const written = await PDFWriter.forContext(copy.to, Infinity).serializeToBuffer()
  return { bytes: Buffer.from(written), words, beneath, letters }
}

const parsed = async (bytes: Uint8Array): Promise<PDFContext> => {
  try {
    return await PDFParser.forBytesWithOptions(bytes, Infinity, false, false).parseDocument()
  } catch (error) {
    if (error instanceof Wrong || error instanceof RangeError) throw error
    throw new Wrong(NOT_WHOLE)
  }
}

/** What would be seen by some and not by others, and so not by those who check it. */
const refuseHidden = (copy: Copy, catalog: PDFDict): void => {
  const form = copy.dict(get(catalog, 'AcroForm'))
  if (form && (copy.array(get(form, 'Fields')).length > 0 || get(form, 'XFA')))
    throw new Wrong(HAS_FORM)
  const layers = copy.dict(get(catalog, 'OCProperties'))
  const usual = layers && copy.dict(get(layers, 'D'))
  if (!usual) return
  const base = nameIn(copy, usual, 'BaseState') ?? 'ON'
  const off = copy.array(get(usual, 'OFF')).length > 0
  if (base !== 'ON' || off || copy.array(get(usual, 'AS')).length > 0) throw new Wrong(HAS_LAYERS)
}

const book = (copy: Copy, catalog: PDFDict): PDFDict => {
  const found = pagesIn(copy, get(catalog, 'Pages'))
  if (found.length === 0) throw new Wrong(NOT_WHOLE)
  const all = copy.to.nextRef()
  const refs = new Map<PDFObject, PDFRef>(found.map(({ page }) => [page, copy.to.nextRef()]))
  const placed: Placed = (old) => {
    const thing = copy.look(old)
    const page = thing && refs.get(thing)
    if (page || !(thing instanceof PDFDict)) return page
    return nameIn(copy, thing, 'Subtype') === 'Link'
      ? (link(copy, old, placed) as PDFRef)
      : undefined
  }
  for (const { page, lent } of found)
    copy.to.assign(
      refs.get(page)!,
      copy.count(() => pageAnew(copy, page, lent, all, placed)),
    )
  const kids = [...refs.values()]
  copy.to.assign(
    all,
    copy.dictOf({
      Type: PDFName.of('Pages'),
      Kids: copy.listOf(kids),
      Count: PDFNumber.of(kids.length),
    }),
  )
  const tree = tags(copy, get(catalog, 'StructTreeRoot'), placed)
  return copy.dictOf({
    Type: PDFName.of('Catalog'),
    Pages: all,
    Lang: languageOf(copy, catalog),
    StructTreeRoot: tree,
    MarkInfo:
      tree && copy.dictOf(copy.numbers(copy.dict(get(catalog, 'MarkInfo')) ?? catalog, 'Marked')),
  })
}

interface Page {
  page: PDFDict
  /** What it takes from those it stands under. */
  lent: Record<string, Maybe>
}
const LENT = ['Resources', 'MediaBox', 'CropBox', 'Rotate']

const pagesIn = (copy: Copy, root: Maybe): Page[] => {
  const pages: Page[] = []
  const seen = new Set<PDFDict>()
  const walk = (value: Maybe, above: Record<string, Maybe>): void => {
    const node = copy.dict(value)
    if (!node || seen.has(node)) return
    seen.add(node)
    const lent = { ...above }
    for (const key of LENT) lent[key] = get(node, key) ?? lent[key]
    const kids = copy.look(get(node, 'Kids'))
    if (kids instanceof PDFArray) {
      copy.count(() => {
        for (const kid of kids.asArray()) walk(kid, lent)
      })
      return
    }
    pages.push({ page: node, lent })
    if (pages.length > MOST_PAGES)
      throw new Wrong(`This file has more than ${MOST_PAGES} pages. ${SHORTER}`)
  }
  walk(root, {})
  return pages
}
const SHORTER = TOO_MUCH.slice(TOO_MUCH.indexOf('Make'))

const pageAnew = (
  copy: Copy,
  page: PDFDict,
  lent: Record<string, Maybe>,
  parent: PDFRef,
  placed: Placed,
): PDFDict => {
  const under = copy.dictOf(lent)
  const parts = copy.look(get(page, 'Contents'))
  const streams = parts instanceof PDFArray ? parts.asArray().map(copy.look) : [parts]
  // A page may be drawn in parts, cut wherever a blank may stand.
  const bytes = streams.flatMap((each) =>
    each instanceof PDFRawStream ? [copy.unpack(each).bytes, Buffer.from('\n')] : [],
  )
  return copy.dictOf({
    Type: PDFName.of('Page'),
    Parent: parent,
    ...copy.numbers(under, 'MediaBox', 'CropBox', 'Rotate'),
    ...copy.numbers(page, 'UserUnit', 'StructParents'),
    ...copy.oneOf(page, 'Tabs', 'S', 'R', 'C'),
    Resources: resources(copy, lent.Resources) ?? copy.dictOf({}),
    Contents: copy.to.register(
      copy.stream({}, drawing(copy, Buffer.concat(bytes), lent.Resources)),
    ),
    Group: group(copy, get(page, 'Group')),
    Annots: links(copy, page, placed),
  })
}
