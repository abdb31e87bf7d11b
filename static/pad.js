// The tally pad without a network: each tap is kept on this phone until the server has it, under a
// key of its own, so that it counts once however often it is sent. Counts only, never a name.
// Without this file each tap is a form.
const pad = document.querySelector('#pad')
const place = `taps ${pad.dataset.taps}`
const state = document.querySelector('#pad-state')
const undo = document.querySelector('#pad-undo')
const BATCH = 200
const REFUSED = 422

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]')
  } catch {
    return []
  }
}
/** False where this browser keeps nothing, or has no room left. */
const write = (queue) => {
  try {
    localStorage.setItem(place, JSON.stringify(queue))
    return true
  } catch {
    return false
  }
}
const key = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

const find = (name, value) => pad.querySelector(`[data-${name}="${CSS.escape(value)}"]`)
const show = (line, by) => {
  const count = find('count', line)
  if (!count) return
  count.textContent = Number(count.textContent) + by
  const was = find('was', line)
  const typed = was.parentElement.querySelector('[name="count"]')
  if (typed.value === was.value) typed.value = count.textContent
  was.value = count.textContent
  const sum = find('sum', line.split(' ')[0])
  sum.textContent = Number(sum.textContent) + by
}
/**
 * What the server has, other phones' taps too, with what waits here on top: a tap that came twice
 * shows once.
 */
const showAll = (page) => {
  for (const count of pad.querySelectorAll('[data-count]')) {
    const there = page.querySelector(`[data-count="${CSS.escape(count.dataset.count)}"]`)
    if (there) show(count.dataset.count, Number(there.textContent) - Number(count.textContent))
  }
  for (const each of read()) show(each.line, each.by)
}
const tell = (words) => {
  state.textContent = words
  state.hidden = words === ''
}
// Someone wants to sign out, and is told again and again that it has to wait.
let leaving = false
const waiting = () => {
  const { length } = read()
  if (length === 0) return ''
  const then = leaving ? ' Sign out when they are sent.' : ''
  return (
    `${length} ${length === 1 ? 'tap waits' : 'taps wait'} for the network. ` +
    `They are kept on this phone.${then}`
  )
}

let last = null
const tap = (line, by) => {
  if (!write([...read(), { key: key(), line, by }])) return false
  show(line, by)
  send()
  return true
}
for (const form of pad.querySelectorAll('form[data-tap]')) {
  form.addEventListener('submit', (event) => {
    // Where nothing can be kept the form goes by itself, as it does without this file.
    if (!tap(form.dataset.tap, 1)) return
    event.preventDefault()
    last = form.dataset.tap
    undo.hidden = false
  })
}
undo.addEventListener('click', () => {
  undo.hidden = true
  find('tap', last)?.querySelector('button').focus()
  tap(last, -1)
})

const post = (some) =>
  fetch(pad.dataset.taps, {
    method: 'POST',
    body: new URLSearchParams({
      taps: some.map((each) => `${each.key} ${each.line} ${each.by > 0 ? '+1' : '-1'}`).join('\n'),
    }),
  })
const forget = (some) => {
  const done = new Set(some.map((each) => each.key))
  write(read().filter((each) => !done.has(each.key)))
}

let sending = false
let refused = 0
const notCounted = () =>
  refused === 0
    ? ''
    : `${refused} ${refused === 1 ? 'tap was' : 'taps were'} not counted: ` +
      'the group is not there any more, or nobody was left in it. Look at the numbers above.'

const send = async () => {
  if (sending) return
  sending = true
  try {
    let size = BATCH
    for (let queue = read(); queue.length > 0; queue = read()) {
      const some = queue.slice(0, size)
      const answer = await post(some)
      if (new URL(answer.url).pathname.startsWith('/sign-in'))
        return tell(
          `${waiting()} Sign in again, and come back to this page: they will be sent then.`,
        )
      if (answer.status === REFUSED && some.length > 1) {
        // One of them cannot be counted, and must not hold up the rest: from here on one at a time.
        size = 1
        continue
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      // Only our own page is a yes: a café’s network may answer in our place.
      if ((!answer.ok && answer.status !== REFUSED) || !page.querySelector('#pad'))
        return tell(`${waiting()} The server did not take them. Open the page again.`)
      if (!answer.ok) refused += 1
      forget(some)
      showAll(page)
    }
    tell(notCounted())
  } catch {
    tell(waiting())
  } finally {
    sending = false
  }
}

// What was tapped and not sent the last time counts on the screen at once.
for (const each of read()) show(each.line, each.by)
addEventListener('online', send)
setInterval(send, 10_000)
send()
// Signing out forgets everything on this phone, so it waits until the taps are gone.
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', (event) => {
  if (read().length === 0) return
  event.preventDefault()
  leaving = true
  tell(waiting())
  send()
})
