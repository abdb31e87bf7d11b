import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { get, nameIn, type Copy, type Maybe } from './copy.ts'
import { said, type Placed } from './tags.ts'
import { HAS_FORM, HAS_NOTES, Wrong } from './wrong.ts'

const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:']
const FITS = ['XYZ', 'Fit', 'FitH', 'FitV', 'FitR', 'FitB', 'FitBH', 'FitBV']

/**
 * What lies upon a page: links alone, to where everyone can see and to pages of its own. What else
 * people lay there is shown to readers, or said of those who did, and stops the file.
 */
export const links = (copy: Copy, page: PDFDict, placed: Placed): Maybe => {
  const all = copy.array(get(page, 'Annots'))
  if (all.length === 0) return undefined
  return copy.listOf(all.map((each) => link(copy, each, placed)))
}

export const link = (copy: Copy, value: Maybe, placed: Placed): Maybe =>
  copy.once('link', value, (found) => {
    if (!(found instanceof PDFDict)) return undefined
    const kind = nameIn(copy, found, 'Subtype')
    if (kind === 'Widget') throw new Wrong(HAS_FORM)
    if (kind !== 'Link') throw new Wrong(HAS_NOTES)
    const aim = aimOf(copy, found, placed)
    return (
      aim &&
      copy.dictOf({
        Type: PDFName.of('Annot'),
        Subtype: PDFName.of('Link'),
        ...copy.numbers(found, 'Rect', 'Border', 'C', 'F', 'QuadPoints', 'StructParent'),
        ...copy.oneOf(found, 'H', 'N', 'I', 'O', 'P'),
        ...said(copy, found, 'Contents'),
        ...aim,
      })
    )
  })

const aimOf = (copy: Copy, dict: PDFDict, placed: Placed): Record<string, Maybe> | undefined => {
  const does = copy.dict(get(dict, 'A'))
  const kind = does && nameIn(copy, does, 'S')
  if (does && kind === 'URI') {
    const address = addressOf(copy.look(get(does, 'URI')))
    if (address === undefined) return undefined
    copy.kept.words(address)
    copy.kept.words(unescaped(address))
    return { A: copy.dictOf({ S: PDFName.of('URI'), URI: PDFString.of(escaped(address)) }) }
  }
  const aim = copy.look(kind === 'GoTo' ? get(does!, 'D') : get(dict, 'Dest'))
  if (!(aim instanceof PDFArray)) return undefined
  const page = placed(aim.get(0))
  const how = copy.look(aim.get(1))
  const fit = how instanceof PDFName && FITS.includes(how.decodeText()) ? how : PDFName.of('Fit')
  const rest =
    fit === how
      ? aim
          .asArray()
          .slice(2, 6)
          .map((each) => copy.look(each))
      : []
  const numbers = rest.map((each) => (each instanceof PDFNumber ? each : PDFNumber.of(0)))
  return page && { Dest: copy.listOf([page, fit, ...numbers]) }
}

/** An address as browsers read it; nothing where it leads anywhere but to a page, a letter or a call. */
const addressOf = (found: Maybe): string | undefined => {
  if (!(found instanceof PDFString || found instanceof PDFHexString)) return undefined
  const text = Buffer.from(found.asBytes()).toString('utf8').trim()
  if (text.length > 2000 || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return SCHEMES.includes(url.protocol) && url.username === '' ? url.href : undefined
}

const unescaped = (address: string): string => {
  try {
    return decodeURIComponent(address).replace(/[+_]/g, ' ')
  } catch {
    return ''
  }
}
const escaped = (address: string): string => address.replace(/[\\()]/g, '\\$&')
