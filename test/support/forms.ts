/** A form of a page as a browser would send it, with every empty field filled in. */
export interface PageForm {
  action: string
  isKeyed: boolean
  fields: Record<string, string[]>
  /** Those of them that someone types words into. */
  texts: string[]
}

/** A page without the keys of its forms, which are others each time it is drawn. */
export const withoutKeys = (html: string): string =>
  html.replace(/(name="once" value=)"[^"]*"/g, '$1""')

/** The forms of a page that are sent, as someone would who fills in each of them. */
export const formsOf = (html: string): PageForm[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, tag]) => /method="post"/.test(tag!) && !/multipart/.test(tag!))
    .map(([, tag, inside]) => ({
      action: plain(attribute(tag!, 'action') ?? ''),
      isKeyed: /name="once"/.test(inside!),
      fields: fieldsIn(inside! + standingApart(html, tag!)),
      texts: textsIn(inside!),
    }))

const textsIn = (html: string): string[] =>
  [...html.matchAll(/<(?:textarea|input)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.startsWith('<textarea') || !/\stype="(?!text"|search")/.test(tag))
    .flatMap((tag) => attribute(tag, 'name') ?? [])

/** What belongs to a form and stands elsewhere on the page. */
const standingApart = (html: string, form: string): string => {
  const id = attribute(form, 'id')
  return id === undefined
    ? ''
    : [...html.matchAll(/<input\b[^>]*>/g)]
        .map(([tag]) => tag)
        .filter((tag) => attribute(tag, 'form') === id)
        .join('')
}

const fieldsIn = (html: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {}
  const put = (name: string, value: string): void => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [whole, name] of html.matchAll(/<(input|textarea|select)\b[^>]*>/g))
    putField(put, html, whole, name!)
  for (const [tag] of html.matchAll(/<input\b[^>]*type="(?:radio|checkbox)"[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (name && !fields[name] && (/"radio"/.test(tag) || ['languages', 'agreed'].includes(name)))
      put(name, plain(attribute(tag, 'value') ?? ''))
  }
  const button = html.match(/<button\b[^>]*\sname="(?!ready")[^"]*"[^>]*>/)?.[0] ?? ''
  const pressed = attribute(button, 'name')
  if (pressed && !fields[pressed]) put(pressed, plain(attribute(button, 'value') ?? ''))
  // One or the other.
  if (fields.concernId && fields.actionId) fields.concernId = ['']
  return fields
}

const putField = (
  put: (name: string, value: string) => void,
  html: string,
  tag: string,
  element: string,
): void => {
  const name = attribute(tag, 'name')
  if (!name) return
  const value = plain(attribute(tag, 'value') ?? '')
  const type = attribute(tag, 'type') ?? ''
  if (element === 'select')
    put(name, LEFT_ALONE.includes(name) ? '' : chosen(html.slice(html.indexOf(tag))))
  else if (element === 'textarea') put(name, typed(html, tag) || wordsFor(name))
  else if (['checkbox', 'radio'].includes(type)) {
    if (/\schecked\b/.test(tag)) put(name, value)
  } else if (type === 'hidden') put(name, value)
  else if (type !== 'file') put(name, value || wordsFor(name))
}

/** What goes with nothing else on its form. */
const LEFT_ALONE = ['toId', 'replacesId', 'every']

const typed = (html: string, tag: string): string => {
  const from = html.indexOf(tag) + tag.length
  return plain(html.slice(from, html.indexOf('</textarea>', from))).trim()
}

/** What is chosen, or the first that says something. */
const chosen = (html: string): string => {
  const inside = html.slice(0, html.indexOf('</select>'))
  const options = [...inside.matchAll(/<option\b([^>]*)>/g)].map(([, tag]) => tag!)
  const on = options.find((tag) => /\sselected\b/.test(tag) && attribute(tag, 'value'))
  return plain(attribute(on ?? options.find((tag) => attribute(tag, 'value')) ?? '', 'value') ?? '')
}

const WORDS: Record<string, string> = {
  replies: 'team@mosaic.example',
  email: 'someone.new@council.example',
  heldOn: '4/1/2022',
  first: '4/7/2022',
  until: '4/5/2023',
  by: '4/5/2022',
  startsAt: '10.30',
  startedOn: '4/1/2022',
  endedOn: '4/1/2022',
  handedOn: '4/1/2022',
  on: '4/1/2022',
  year: '2021',
  'brought-1': '',
  'brought-2': '',
  'brought-3': '',
  'brought-4': '',
  count: '12',
  minutes: '12',
  headCount: '12',
  copies: '12',
  residents: '12',
}
const wordsFor = (name: string): string =>
  WORDS[name] ??
  (name.endsWith('On')
    ? '4/1/2022'
    : /^(hands-|pairings)/.test(name)
      ? '12'
      : 'Hold a stall at the library')

const attribute = (tag: string, name: string): string | undefined =>
  tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
