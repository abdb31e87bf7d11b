import { scriptOf } from '../domain/tongue.ts'
import type { Form, Part } from './form.ts'

/**
 * A letter as HTML for the programs that people have: tables and styles on each element for those
 * that draw as Word does, no picture, nothing from elsewhere, and colours that turn with the
 * reader's own where the program can.
 */
export const inHtml = ({ subject, parts, foot, language }: Form): string =>
  [
    `<!doctype html><html lang="${language?.code ?? 'en-GB'}" dir="${language?.dir ?? 'ltr'}">`,
    `<head><meta charset="utf-8">${META}<title>${safe(subject)}</title>`,
    `<style>${DARK}</style></head>`,
    '<body style="margin:0;padding:0">',
    `<table role="presentation" width="100%" ${BARE}><tr><td class="paper" style="padding:16px">`,
    // Word knows no greatest width: there the letter stands in a table of one width.
    `<!--[if mso]><table role="presentation" width="560" ${BARE}><tr><td><![endif]-->`,
    '<div style="max-width:560px">',
    ...parts.map((part) => drawnPart(part, INK)),
    `<table role="presentation" width="100%" ${BARE}><tr>`,
    `<td class="quiet" style="border-top:1px solid #c9c4b6;padding-top:12px;${SMALL}">`,
    ...foot.map((part) => drawnPart(part, SMALL)),
    '</td></tr></table></div>',
    '<!--[if mso]></td></tr></table><![endif]-->',
    '</td></tr></table></body></html>',
  ].join('\n')

const META =
  '<meta name="viewport" content="width=device-width,initial-scale=1">' +
  '<meta name="color-scheme" content="light dark">' +
  '<meta name="supported-color-schemes" content="light dark">'
const BARE = 'cellpadding="0" cellspacing="0" border="0"'
const FONT = 'font-family:Arial,Helvetica,sans-serif'
const INK = `${FONT};font-size:16px;line-height:24px;color:#20221e`
const SMALL = `${FONT};font-size:14px;line-height:20px;color:#57544b`
const DARK =
  ':root{color-scheme:light dark}' +
  '@media (prefers-color-scheme:dark){' +
  '.paper{background:#171916!important}' +
  '.ink{color:#eceae3!important}.quiet,.quiet p{color:#b9b5aa!important}' +
  '.paper a.line{color:#9fd3c2!important}}'

const drawnPart = (part: Part, style: string): string => {
  switch (part.is) {
    case 'words':
      return paragraph(part.words, style, part.isEnglish)
    case 'heading':
    case 'title':
      return headed(part.words, part.is === 'title' ? 20 : 18, style)
    case 'list':
      return `<ul style="margin:0 0 16px;padding:0 24px">${part.items
        .map((item) => `<li class="ink"${marked(item)} style="${style}">${safe(item)}</li>`)
        .join('')}</ul>`
    case 'code':
      return (
        `<p class="ink" style="margin:0 0 16px;${style}">${safe(part.before)} ` +
        `<strong style="font-size:24px;letter-spacing:2px">${safe(part.code)}</strong></p>`
      )
    case 'press':
      return button(part) + (part.note ? paragraph(part.note, SMALL) : '')
    case 'link':
      return `<p class="ink" style="margin:0 0 12px;${style}">${anchor(part)}</p>`
  }
}

const paragraph = (text: string, style: string, isEnglish?: true): string =>
  `<p class="${style === SMALL ? 'quiet' : 'ink'}"${isEnglish ? ENGLISH : marked(text)} ` +
  `style="margin:0 0 12px;${style}">${safe(text)}</p>`

const headed = (text: string, size: number, style: string): string =>
  `<h2 class="ink"${marked(text)} style="margin:24px 0 4px;${style};` +
  `font-size:${size}px;font-weight:bold">${safe(text)}</h2>`

/** A cell of a table: programs that draw letters as Word does give nothing else an inside. */
const button = ({ words, to }: { words: string; to: string }): string =>
  `<table role="presentation" ${BARE} style="margin:0 0 8px"><tr>` +
  '<td bgcolor="#114438" style="background:#114438;padding:12px 20px">' +
  `<a href="${safe(to)}"${marked(words)} style="display:inline-block;${FONT};font-size:16px;` +
  'line-height:24px;font-weight:bold;color:#ffffff;text-decoration:none">' +
  `<span style="color:#ffffff">${safe(words)}</span></a></td></tr></table>`

const anchor = ({ words, to }: { words: string; to: string }): string =>
  `<a class="line" href="${safe(to)}"${marked(words)} style="color:#114438">${safe(words)}</a>`

const ENGLISH = ' lang="en-GB" dir="ltr"'

/** Words in another script run their own way, and are not read out as English. */
const marked = (text: string): string => {
  const script = scriptOf(text)
  return script ? ` lang="${script.lang}" dir="auto"` : ''
}

const safe = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
