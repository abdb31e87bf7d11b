import type { Language } from '../../../../src/web/words/languages.ts'
import { readLanguages } from '../../../../src/web/words/read-languages.ts'

export const languages = readLanguages('views/words')
export const english = languages[0]!
export const codes = languages.map((each) => each.code)
export const language = (code: string): Language => languages.find((each) => each.code === code)!
export const words = (code: string): Record<string, string> =>
  language(code).words as Record<string, string>
export const under = (code: string, path: string): string =>
  code === 'en'
    ? path
    : path === '/'
      ? `/${code}`
      : path.startsWith('/?')
        ? `/${code}${path.slice(1)}`
        : `/${code}${path}`

export const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const VOID = /^(area|base|br|col|hr|img|input|link|meta|source|track|wbr|path|rect|use)$/
/** What a reader reads of a page, without what is marked as being in one language. */
export const readable = (html: string, without?: string): string => {
  const body = html
    .slice(html.indexOf('<body'))
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<textarea[\s\S]*?<\/textarea>/g, '')
  const open: { tag: string; gone: boolean }[] = []
  let text = ''
  for (const [, closing, tag, attributes, words] of body.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^"<>])*)>|([^<]+)/g,
  )) {
    const gone = open.some((each) => each.gone)
    if (words !== undefined) text += gone ? '' : words
    else if (closing) {
      const at = open.findLastIndex((each) => each.tag === tag)
      if (at >= 0) open.length = at
    } else if (!VOID.test(tag!) && !attributes!.endsWith('/'))
      open.push({
        tag: tag!,
        gone: without !== undefined && new RegExp(`\\slang="${without}"`).test(attributes!),
      })
    if (words === undefined) text += ' '
  }
  return plain(text).replace(/\s+/g, ' ')
}
export const attributesOf = (html: string, tag: string): Record<string, string>[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b((?:"[^"]*"|[^"<>])*)>`, 'g'))].map(([, inside]) =>
    Object.fromEntries(
      [...inside!.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, plain(value!)]),
    ),
  )

/** An address for paper, where no page is asked for. */
export const PRINTED = { address: '', size: 1, path: '' }
