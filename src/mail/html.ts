import { scriptOf } from '../domain/tongue.ts'

/** A piece of a letter as HTML, with all that was put into it escaped. */
export type Piece = string

const HEAD =
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Round Table</title></head>' +
  '<body style="font:16px/1.5 sans-serif;color:#20221e;max-width:36em">'

/** The same letter as simple HTML, for who reads mail that way: no picture, nothing from elsewhere. */
export const inHtml = (pieces: Piece[]): string => `${[HEAD, ...pieces].join('\n')}</body></html>`

/** The first words, before anything is asked. */
export const opening = (words: string): Piece =>
  `<p${marked(words)} style="margin:0 0 12px">${safe(words)}</p>`

/** A heading, what is said under it, and one thing to press where there is something to do. */
export const section = (
  heading: string,
  words: string,
  press: { words: string; to: string } | null,
): Piece =>
  `<h2${marked(heading)} style="font-size:18px;margin:24px 0 4px">${safe(heading)}</h2>` +
  `<p${marked(words)} style="margin:0 0 12px">${safe(words)}</p>${press ? button(press) : ''}`

/** Words with a link behind them. */
export const wordsWithLink = (words: string, link: { words: string; to: string }): Piece =>
  `<p>${safe(words)} ${anchor(link)}</p>`

/** ... in small letters, at the foot. */
export const foot = (words: string, link: { words: string; to: string } | null): Piece =>
  `<p style="color:#57544b;font-size:14px">${safe(words)}${link ? ` ${anchor(link)}` : ''}</p>`

const BUTTON =
  'display:block;padding:12px 20px;color:#fff;font:bold 16px/1.4 sans-serif;text-decoration:none'

/** A cell of a table: programs that draw letters as Word does give nothing else an inside. */
const button = ({ words, to }: { words: string; to: string }): Piece =>
  '<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 8px"><tr>' +
  '<td bgcolor="#114438" style="background:#114438;padding:0">' +
  `<a href="${safe(to)}" style="${BUTTON}"><span style="color:#fff">${safe(words)}</span></a>` +
  '</td></tr></table>'

const anchor = ({ words, to }: { words: string; to: string }): Piece =>
  `<a href="${safe(to)}">${safe(words)}</a>`

/** Words in another script run their own way, and are not read out as English. */
const marked = (words: string): string => {
  const script = scriptOf(words)
  return script ? ` lang="${script.lang}" dir="auto"` : ''
}

const safe = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
