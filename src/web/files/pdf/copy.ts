import {
  PDFArray,
  PDFBool,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { deflateSync } from 'node:zlib'
import { keepWords } from './kept.ts'
import { keepUnpacking } from './unpacked.ts'
import { NOT_READ, TOO_MUCH, Wrong } from './wrong.ts'

/** How many things one file may be made of, and how deep they may stand in one another. */
const MOST_THINGS = 60_000
const DEEPEST = 200

export type Maybe = PDFObject | undefined

/** What is copied from one file into another: every key by name, and nothing that is not named. */
export const copyFrom = (from: PDFContext) => {
  const to = PDFContext.create()
  const made = new Map<string, PDFRef>()
  const later: (() => Promise<void>)[] = []
  let [things, depth] = [0, 0]
  const { look, ...reads } = readsOf(from)
  const { dictOf, listOf, stream } = writesTo(to)
  const count = <T>(make: () => T): T => {
    if (++things > MOST_THINGS || depth > DEEPEST) throw new Wrong(TOO_MUCH)
    depth++
    const done = make()
    depth--
    return done
  }
  const bare = (value: Maybe, deep: number): Maybe => {
    const found = look(value)
    if (found instanceof PDFNumber) return PDFNumber.of(found.asNumber())
    if (found instanceof PDFBool) return found
    if (!(found instanceof PDFArray) || deep > 3) return undefined
    if (found.size() > MOST_THINGS) throw new Wrong(TOO_MUCH)
    return listOf(found.asArray().map((each) => bare(each, deep + 1)))
  }
  return {
    to,
    kept: keepWords(),
    ...keepUnpacking(),
    ...reads,
    dictOf,
    listOf,
    stream,
    look,
    /** Whatever waits: pictures, which take longer. */
    later,
    count,
    /**
     * One thing of a kind, made once, wherever it is spoken of; it may speak of itself.
     * @returns where it stands in the new file; nothing where it is left out.
     */
    once: (kind: string, value: Maybe, make: (value: PDFObject) => Maybe): PDFRef | undefined => {
      const key = value instanceof PDFRef ? `${kind} ${value.tag}` : undefined
      const before = key === undefined ? undefined : made.get(key)
      if (before) return before
      const found = look(value)
      if (!found) return undefined
      const ref = to.nextRef()
      if (key !== undefined) made.set(key, ref)
      const copy = count(() => make(found))
      if (copy) to.assign(ref, copy)
      else if (key !== undefined) made.delete(key)
      return copy ? ref : undefined
    },
    /** Numbers, yes and no, and lists of them: nothing that could be read. */
    numbers: (dict: PDFDict, ...keys: string[]): Record<string, Maybe> =>
      Object.fromEntries(keys.map((key) => [key, bare(dict.get(PDFName.of(key)), 0)])),
  }
}
export type Copy = ReturnType<typeof copyFrom>

/** Reads what was brought: whatever a thing is called by leads to the thing. */
const readsOf = (from: PDFContext) => {
  const look = (value: Maybe): Maybe => {
    let found = value
    for (let i = 0; found instanceof PDFRef; i++) {
      if (i > 8) throw new Wrong(NOT_READ)
      found = from.lookup(found)
    }
    return found
  }
  return {
    look,
    dict: (value: Maybe): PDFDict | undefined => {
      const found = look(value)
      if (found instanceof PDFRawStream) return found.dict
      return found instanceof PDFDict ? found : undefined
    },
    array: (value: Maybe): PDFObject[] => {
      const found = look(value)
      return found instanceof PDFArray ? found.asArray() : []
    },
    /** One of these names, and no other. */
    oneOf: (dict: PDFDict, key: string, ...names: string[]): Record<string, Maybe> => {
      const found = look(dict.get(PDFName.of(key)))
      const name = found instanceof PDFName ? found.decodeText() : ''
      return names.includes(name) ? { [key]: PDFName.of(name) } : {}
    },
  }
}

/** Writes what is new. */
const writesTo = (to: PDFContext) => {
  const dictOf = (entries: Record<string, Maybe>): PDFDict => {
    const dict = PDFDict.withContext(to)
    for (const [key, value] of Object.entries(entries)) if (value) dict.set(PDFName.of(key), value)
    return dict
  }
  return {
    dictOf,
    listOf: (items: readonly Maybe[]): PDFArray => {
      const list = PDFArray.withContext(to)
      for (const item of items) if (item) list.push(item)
      return list
    },
    stream: (entries: Record<string, Maybe>, bytes: Buffer, isPacked = false): PDFRawStream => {
      const packed = isPacked ? bytes : deflateSync(bytes, { level: 9 })
      const filter = isPacked ? {} : { Filter: PDFName.of('FlateDecode') }
      const heads = dictOf({ ...entries, ...filter, Length: PDFNumber.of(packed.length) })
      return PDFRawStream.of(heads, packed)
    },
  }
}

export const get = (dict: PDFDict, key: string): Maybe => dict.get(PDFName.of(key))

export const nameIn = (copy: Copy, dict: PDFDict, key: string): string | undefined => {
  const found = copy.look(get(dict, key))
  return found instanceof PDFName ? found.decodeText() : undefined
}
