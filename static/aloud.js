// An entry read aloud by the device itself. The button is there only where the device has a voice of
// its own for each language on the pair: others would send the words to whoever made them (R24).
// Nothing is kept, and without this file the page is the same but for the button.

const place = /** @type {HTMLElement | null} */ (document.querySelector('#aloud'))
const button = place?.querySelector('button')
const speech = 'speechSynthesis' in window ? window.speechSynthesis : undefined

/** @param {Element} element */
const languageOf = (element) => element.closest('[lang]')?.getAttribute('lang') ?? ''
/** @param {string} language */
const voiceFor = (language) => {
  const code = language.slice(0, 2).toLowerCase()
  const all = (speech?.getVoices() ?? []).filter(
    (voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === code,
  )
  const whole = language.toLowerCase()
  return all.find((voice) => voice.lang.toLowerCase().replace('_', '-') === whole) ?? all[0]
}

/** Marks for the eye. */
const UNREAD = '.tag, .small, .made-up, svg'

/** @typedef {{ text: string, language: string }} Piece */
/**
 * @param {Node} node
 * @returns {Piece[]}
 */
const textsIn = (node) => {
  if (node instanceof Text) {
    const { data, parentElement } = node
    return [{ text: data, language: parentElement ? languageOf(parentElement) : '' }]
  }
  const isRead = node instanceof Element && !node.matches(UNREAD)
  return isRead ? [...node.childNodes].flatMap(textsIn) : []
}

/** What is read: both halves, each text in its own language. */
const pieces = () =>
  [
    ...document.querySelectorAll(
      'main .pair .said .label, main .pair .said .words, main .pair .did .label, main .pair .did > p:not(.label):not(.noprint)',
    ),
  ].flatMap((element) => {
    /** @type {Piece[]} */
    const all = []
    for (const { text, language } of textsIn(element)) {
      const last = all.at(-1)
      if (last && (last.language === language || text.trim() === '')) last.text += text
      else all.push({ text, language })
    }
    return all
      .map(({ text, language }) => ({ text: text.replace(/\s+/g, ' ').trim(), language }))
      .filter(({ text }) => /\p{L}/u.test(text))
  })

let isReading = false
const say = () => {
  if (button) button.textContent = (isReading ? button.dataset.stop : button.dataset.listen) ?? ''
}
const stop = () => {
  isReading = false
  speech?.cancel()
  say()
}
const read = () => {
  isReading = true
  say()
  const all = pieces()
  all.forEach(({ text, language }, i) => {
    const words = new SpeechSynthesisUtterance(text)
    words.lang = language
    words.voice = voiceFor(language) ?? null
    words.addEventListener('error', stop)
    if (i === all.length - 1) words.addEventListener('end', stop)
    speech?.speak(words)
  })
}

/** Voices come late in some browsers. */
const offer = () => {
  const isThere = pieces().every(({ language }) => voiceFor(language) !== undefined)
  if (place) place.hidden = !isThere
}

if (place && button && speech) {
  button.addEventListener('click', () => (isReading ? stop() : read()))
  speech.addEventListener?.('voiceschanged', offer)
  addEventListener('pagehide', stop)
  offer()
}
