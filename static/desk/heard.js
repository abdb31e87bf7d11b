// What changes on a page is said to whoever does not see it: in one place that stands there from the
// beginning, and only once typing rests. Without this file it stands where it changed.

const heard = document.querySelector('#heard')
const REST = 1200
let last = ''

/**
 * The same words twice are two messages.
 * @param {string} words
 */
const sayAloud = (words) => {
  const text = words.replace(/\s+/g, ' ').trim()
  if (!heard || text === '') return
  heard.textContent = ''
  setTimeout(() => {
    heard.textContent = text
  }, 50)
}

/** @param {Node} node */
const elementOf = (node) => (node instanceof Element ? node : node.parentElement)

// How something is read, as it is typed: what it came to is said, and not each step on the way.
let timer = 0
/** @type {Element | null} */
let reading = null
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    const [added] = [...addedNodes].filter((node) => elementOf(node)?.matches('[data-heard]'))
    const found = elementOf(target)?.closest('[data-heard]') ?? (added && elementOf(added))
    if (found) reading = found
  }
  if (!reading) return
  clearTimeout(timer)
  timer = setTimeout(sayReading, REST)
}).observe(document.body, { childList: true, subtree: true, characterData: true })
document.addEventListener('input', () => {
  if (!reading) return
  clearTimeout(timer)
  timer = setTimeout(sayReading, REST)
})
const sayReading = () => {
  const copy = reading?.isConnected ? /** @type {Element} */ (reading.cloneNode(true)) : null
  reading = null
  for (const each of copy?.querySelectorAll('[data-unheard]') ?? []) each.remove()
  const words = copy?.textContent ?? ''
  if (words !== last) sayAloud(words)
  last = words
}

// The title says what the page is, and that a form of it was refused, though only a part of it was
// drawn anew.
const [name = '', brand = ''] = document.title.replace(/^Error: /, '').split(/ (?=- [^-]*$)/)
const nameIt = () => {
  const of = /** @type {HTMLElement | null} */ (document.querySelector('main [data-title]'))
  const wrong = document.querySelector('main .errors, main .error') ? 'Error: ' : ''
  const title = `${wrong}${of?.dataset.title ?? name} ${brand}`.trim()
  if (document.title !== title) document.title = title
}

document.addEventListener('htmx:after:swap', (event) => {
  nameIt()
  const { ctx } = /** @type {{ ctx?: { target?: Element } }} */ (
    /** @type {CustomEvent} */ (event).detail ?? {}
  )
  const place = ctx?.target?.id ? document.getElementById(ctx.target.id) : null
  const saved = [...(place?.querySelectorAll('.saved') ?? [])].map((each) => each.textContent ?? '')
  sayAloud(saved.findLast((words) => words.trim() !== '') ?? '')
})
