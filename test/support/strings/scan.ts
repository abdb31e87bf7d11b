/**
 * What stands in a page that only somebody's words could have put there. It runs in the browser, on
 * a page that is open or on one that it reads for itself (and then runs nothing of).
 */
export const SCAN = `(html) => {
  const page = html === null ? document : new DOMParser().parseFromString(html, 'text/html')
  const wrong = []
  const say = (what, element) => wrong.push(what + ' ' + element.outerHTML.slice(0, 120))
  const near = /zqrun|evil\\.example/i
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const name = element.localName
      if (name === 'template') walk(element.content)
      for (const { name: called, value } of element.attributes) {
        if (/^on/i.test(called)) say('an event', element)
        if (/^(data-)?hx-/i.test(called) && near.test(value)) say('a part of ours', element)
        if (/^(href|src|action|formaction|data|poster|srcdoc|background|ping|xlink:href|style)$/i.test(called)) {
          if (/^[\\s\\u0000-\\u001f]*(javascript|vbscript):/i.test(value)) say('an address that runs', element)
          if (/^\\s*(https?:)?[/\\\\]{2}evil/i.test(value)) say('an address elsewhere', element)
          if (/^\\s*data:text/i.test(value)) say('an address with a page in it', element)
        }
        // What we make of a name that was typed, behind a word of ours, is letters and dashes.
        const isOurs = /^count-[a-z0-9-]+$/.test(value)
        if (/^(id|name|class|form|target)$/.test(called) && near.test(value) && !isOurs) say('a name', element)
      }
      // Facts for programs, which nothing runs; no tag may end or begin in them.
      const isFacts = element.type === 'application/ld+json' && !/[<>]/.test(element.textContent)
      if (name === 'script' && near.test(element.textContent) && !isFacts) say('a script', element)
      if (name === 'style' && near.test(element.textContent)) say('a style', element)
      if (/^(base|object|embed|applet|portal|frameset|marquee|math|xmp|plaintext|isindex)$/.test(name)) say('an element', element)
      if (name === 'meta' && near.test(element.getAttribute('content') ?? '') && element.hasAttribute('http-equiv')) say('a meta', element)
      if (name === 'iframe' && !/^\\/desk\\/letters/.test(element.getAttribute('src') ?? '')) say('a frame', element)
      if (name === 'form' && !/^\\//.test(element.getAttribute('action') ?? '/')) say('a form', element)
    }
  }
  walk(page)
  const typed = [...page.querySelectorAll('textarea, input, option')].map((each) => each.value ?? '')
  return { wrong, text: [page.title, page.body?.textContent ?? '', ...typed].join('\\n') }
}`

/** Set before any script of a page: what runs says so. */
export const TRAP = `
  window.zqrun = () => { window.zqran = (window.zqran ?? 0) + 1 }
  window.alert = window.confirm = window.prompt = () => { window.zqrun() }
`

export interface Scanned {
  wrong: string[]
  text: string
}
