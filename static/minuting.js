// The quick line: what is typed is kept on the server as it is typed, written down by Enter, and
// sent again until it arrives. Without this file the box is a form like any other.

const form = document.querySelector('#quick-form')
const box = form.elements.text
const state = document.querySelector('#quick-state')
const reading = document.querySelector('#quick-reading')
const SOON = 150
const AGAIN = 3000
const LATE = 500
const MINE = `unsent-${form.dataset.who}-`
// By table as well: what was meant for one is never sent to another.
const HELD = MINE + location.pathname

const say = (words, isLate = false) => {
  if (state.textContent !== words) state.textContent = words
  state.classList.toggle('late', isLate)
}
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
const fieldsOf = (more) =>
  new URLSearchParams({
    who: form.dataset.who,
    key: form.elements.key.value,
    last: form.elements.last.value,
    seen: form.elements.seen.value,
    ...more,
  })

/** Posts as a part. Throws where the server was not reached, or has forgotten who we are. */
const post = async (path, body, signal) => {
  const answer = await fetch(path, {
    method: 'POST',
    body,
    signal,
    headers: { 'hx-request': 'true', 'hx-request-type': 'partial' },
    redirect: 'error',
  })
  if (answer.headers.get('hx-redirect'))
    throw Object.assign(new Error('away'), { to: answer.headers.get('hx-redirect') })
  if (answer.status >= 500) throw new Error('down')
  return { ok: answer.ok, html: await answer.text() }
}

// Lines on their way: one at a time, in the order they were typed, until each has arrived. What the
// server has not got is held for this tab alone, so that it outlives the page; another person's is
// thrown away.
const { queue, text: heldText } = readHeld()
let isSending = false
let unkept = ''

function readHeld() {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith('unsent-') && !key.startsWith(MINE)) sessionStorage.removeItem(key)
  try {
    return { queue: [], text: '', ...JSON.parse(sessionStorage.getItem(HELD)) }
  } catch {
    return { queue: [], text: '' }
  }
}
const hold = () => {
  if (queue.length || unkept) sessionStorage.setItem(HELD, JSON.stringify({ queue, text: unkept }))
  else sessionStorage.removeItem(HELD)
}
const forget = () => {
  queue.length = 0
  unkept = ''
  box.value = ''
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith('unsent-')) sessionStorage.removeItem(key)
}

/**
 * Without a session: run out, and all is held until someone signs in again; or signed out, and
 * nothing stays here.
 */
const away = ({ to }) => {
  if (to === '/sign-in') {
    forget()
    location.assign(to)
    return
  }
  say(
    'You have been signed out. What you typed is kept. Sign in again in another tab, and it goes on by itself',
    true,
  )
  // All of it goes to the server for its writer alone, in case this tab is closed. What is sent on
  // from here is taken out there.
  const all = [...queue.map((line) => line.text), box.value]
    .filter((line) => line.trim())
    .join('\n')
  if (queue.length > 1) post(form.dataset.reading, fieldsOf({ text: all })).catch(() => {})
}

const send = async () => {
  if (isSending || queue.length === 0) return
  isSending = true
  try {
    const [line] = queue
    const { ok, html } = await post(
      form.action,
      new URLSearchParams({
        ...line,
        who: form.dataset.who,
        last: form.elements.last.value,
        seen: form.elements.seen.value,
      }),
    )
    queue.shift()
    hold()
    if (ok) {
      const at = place(html)
      say(queue.length ? sending() : `Saved ${at}`)
    } else refusedLine(line, html)
  } catch (error) {
    hold()
    if (error.to) away(error)
    else say(`Not saved yet, trying. ${sending()}`, true)
    await new Promise((resolve) => {
      setTimeout(resolve, AGAIN)
    })
  } finally {
    isSending = false
  }
  return send()
}
const sending = () =>
  queue.length === 1 ? '1 line is on its way' : `${queue.length} lines are on their way`

/**
 * The minutes were finished, or the line was too long: its words go back into the box, and the page
 * says why.
 */
const refusedLine = (line, html) => {
  box.value = [line.text, box.value].filter(Boolean).join('\n')
  unkept = box.value
  hold()
  say(whyNot(html), true)
}
const whyNot = (html) => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return (
    ['#quick-error', 'main h1 + [role=alert]', 'main h1']
      .map((place) => page.querySelector(place)?.textContent.trim())
      .find(Boolean) ?? 'This was not saved'
  )
}

const write = () => {
  const text = box.value.trim()
  if (text === '') return
  clearTimeout(timer)
  asking?.abort()
  queue.push({ key: form.elements.key.value, text, step: 'save' })
  form.elements.key.value = newKey()
  box.value = ''
  box.defaultValue = ''
  unkept = ''
  hold()
  reading.replaceChildren()
  box.focus()
  // Most lines are there before this could be read.
  setTimeout(() => {
    if (queue.length && !state.classList.contains('late')) say(sending())
  }, LATE)
  send()
}

// As it is typed: kept, and read.
let timer
let asking
const keep = async () => {
  asking?.abort()
  asking = new AbortController()
  const text = box.value
  try {
    const { ok, html } = await post(form.dataset.reading, fieldsOf({ text }), asking.signal)
    if (box.value !== text) return
    if (!ok) {
      unkept = text
      hold()
      say(whyNot(html), true)
      return
    }
    reading.replaceChildren(...parse(html).firstElementChild.childNodes)
    // The bar sticks to the window from 44rem; on a phone a long reading may push the line out of
    // it.
    if (document.activeElement === box && innerWidth < 704) box.scrollIntoView({ block: 'nearest' })
    box.defaultValue = text
    unkept = ''
    hold()
    if (queue.length === 0) say('')
  } catch (error) {
    // Written down or typed on in the meantime: then these are no longer the words to keep.
    if (error.name === 'AbortError' || box.value !== text) return
    unkept = text
    hold()
    if (error.to) away(error)
    else say('Not saved yet, trying', true)
    timer = setTimeout(keep, AGAIN)
  }
}
const keepSoon = () => {
  clearTimeout(timer)
  timer = setTimeout(keep, SOON)
}

const complete = (offer) => {
  const { typed, insert } = offer.dataset
  box.setRangeText(insert, box.value.length - typed.length, box.value.length, 'end')
  box.focus()
  reading.querySelector('.offers')?.remove()
  keepSoon()
}

box.addEventListener('input', keepSoon)
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    write()
  }
  const offer = reading.querySelector('.offers [data-insert]')
  if (event.key === 'Escape') reading.querySelector('.offers')?.remove()
  if (
    event.key === 'Tab' &&
    !event.shiftKey &&
    offer &&
    box.selectionEnd === box.value.length &&
    box.value.endsWith(offer.dataset.typed)
  ) {
    event.preventDefault()
    complete(offer)
  }
})
reading.addEventListener('click', ({ target }) => {
  if (target.dataset.insert !== undefined) complete(target)
})
form.addEventListener('submit', (event) => {
  if (event.submitter?.value !== 'preview') {
    event.preventDefault()
    write()
  }
})
document.querySelector('#quick-preview').hidden = true

const isField = (element) => element.matches('input, textarea, select, [contenteditable]')
document.addEventListener('keydown', (event) => {
  if (
    event.key === '/' &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !isField(event.target)
  ) {
    event.preventDefault()
    box.focus()
  }
  if (event.key === 'Escape' && isField(event.target) && event.target !== box) box.focus()
})

// What changed, put where it stands: never over something that is being typed.
const parse = (html) => {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}
/** @returns the time on the server's clock, `10.42`. */
const place = (html) => {
  const news = parse(html).querySelector('#news')
  if (!news) return ''
  form.elements.seen.value = news.dataset.seen
  form.elements.last.value = news.dataset.last
  const under = document.querySelector('#quick-under')
  under.textContent = news.dataset.under
  under.classList.toggle('late', news.dataset.held === 'yes')
  for (const gone of news.querySelectorAll('[data-gone]'))
    document.getElementById(gone.dataset.gone)?.remove()
  for (const part of Array.from(news.children))
    if (part.id) put(part, document.getElementById(part.id))
  return news.dataset.at
}
const put = (part, there) => {
  if (!there) {
    const into = document.getElementById(part.dataset.into)
    if (!into) return
    into.append(part)
    part.scrollIntoView({ block: 'nearest' })
  } else if (isBeingTyped(there)) {
    for (const live of part.querySelectorAll('[data-live]'))
      there.querySelector(`#${CSS.escape(live.id)}`)?.replaceWith(live)
    return
  } else there.replaceWith(part)
  globalThis.htmx?.process(part)
}
const isBeingTyped = (part) =>
  part.contains(document.activeElement) ||
  [...part.querySelectorAll('textarea, input[type=text]')].some(
    (field) => field.value !== field.defaultValue,
  )

// What others write on the same table, within seconds.
const listen = async () => {
  try {
    if (!isSending && !document.hidden) {
      const answer = await fetch(`${form.dataset.news}?${fieldsOf({})}`, {
        headers: { 'hx-request': 'true', 'hx-request-type': 'partial' },
      })
      const to = answer.headers.get('hx-redirect')
      if (to === '/sign-in') return away({ to })
      if (answer.status === 200 && !to && !isSending) place(await answer.text())
      if (answer.status === 404) return say('These minutes are finished. Open the page again', true)
    }
  } catch {
    /* The next one will say it. */
  }
  setTimeout(listen, AGAIN)
}
setTimeout(listen, AGAIN)

// The other forms of the page are kept as they are typed too.
const kept = document.querySelector('#kept')
const timers = new Map()
const keepForm = async (other) => {
  const fields = Object.fromEntries(
    [...new FormData(other)].filter(([, value]) => typeof value === 'string'),
  )
  try {
    const { ok, html } = await post(
      '/desk/unsent',
      new URLSearchParams({
        who: form.dataset.who,
        place: location.pathname,
        form: other.dataset.form,
        fields: JSON.stringify(fields),
      }),
    )
    if (ok) kept.textContent = parse(html).textContent.trim()
  } catch {
    kept.textContent = 'Not kept yet, trying'
    timers.set(
      other,
      setTimeout(() => keepForm(other), AGAIN),
    )
  }
}
document.addEventListener('input', ({ target }) => {
  const other = target.form
  if (!other?.dataset.form) return
  clearTimeout(timers.get(other))
  timers.set(
    other,
    setTimeout(() => keepForm(other), SOON * 4),
  )
})
for (const sent of ['submit', 'reset'])
  document.addEventListener(
    sent,
    ({ target }) => {
      clearTimeout(timers.get(target))
    },
    true,
  )

// A shared laptop keeps nothing.
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', (event) => {
  const isUnsaved = queue.length > 0 || unkept !== ''
  if (isUnsaved && !confirm('What you typed is not saved yet. Sign out and lose it?'))
    event.preventDefault()
  else forget()
})
addEventListener('beforeunload', (event) => {
  if (queue.length) event.preventDefault()
})
addEventListener('online', send)
// What this tab holds is newer than what the server kept of it.
if (heldText || queue.length) {
  box.value = heldText
  keepSoon()
}
send()
