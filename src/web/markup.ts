/**
 * Text that is markup already, so that the template writes it as it stands. Made in this file
 * alone, which escapes what is put in.
 */
export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
  toString(): string {
    return this.html
  }
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter]!)

/** What every template writes goes through here: markup as it stands, anything else escaped. */
export const write = (value: unknown): string =>
  value instanceof Markup ? value.html : escape(String(value))

/** A piece of markup with its values escaped: markup`<time datetime="${day}">${words}</time>`. */
export const markup = (pieces: TemplateStringsArray, ...values: unknown[]): Markup =>
  new Markup(pieces.reduce((html, piece, i) => html + write(values[i - 1]) + piece))

/** Pieces one after another, each escaped unless it is markup. */
export const joined = (pieces: readonly unknown[]): Markup => new Markup(pieces.map(write).join(''))

/** JSON for programs that read the page (schema.org): no tag can end inside it. */
export const linkedData = (value: object): Markup => {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, asEscape)
  return new Markup(`<script type="application/ld+json">${json}</script>`)
}

const asEscape = (letter: string): string =>
  `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
