// The tally pad without a network: each tap is kept on this phone until the server has it, under a key of its own, so that it counts once however
// often it is sent. Counts only, never a name. Without this file each tap is a form.
const pad = document.querySelector('#pad')
const place = `taps ${pad.dataset.taps}`
const state = document.querySelector('#pad-state')
const undo = document.querySelector('#pad-undo')
const BATCH = 200

const read = () => { try { return JSON.parse(localStorage.getItem(place) ?? '[]') } catch { return [] } }
const write = (queue) => localStorage.setItem(place, JSON.stringify(queue))
const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const show = (line, by) => {
  const count = document.querySelector(`[data-count="${CSS.escape(line)}"]`)
  if (!count) return
  count.textContent = Number(count.textContent) + by
  const sum = document.querySelector(`[data-sum="${CSS.escape(line.split(' ')[0])}"]`)
  sum.textContent = Number(sum.textContent) + by
}
const tell = (words) => { state.textContent = words; state.hidden = words === '' }
const waiting = () => { const { length } = read(); return length === 0 ? '' : `${length} ${length === 1 ? 'tap waits' : 'taps wait'} for the network. They are kept on this phone.` }

let last = null
const tap = (line, by) => {
  write([...read(), { key: key(), line, by }])
  show(line, by)
  send()
}
for (const form of pad.querySelectorAll('form[data-tap]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    last = form.dataset.tap
    undo.hidden = false
    tap(last, 1)
  })
}
undo.addEventListener('click', () => {
  undo.hidden = true
  if (last) tap(last, -1)
})

let sending = false
const send = async () => {
  if (sending) return
  sending = true
  try {
    for (let queue = read(); queue.length > 0; queue = read()) {
      const some = queue.slice(0, BATCH)
      const taps = some.map((each) => `${each.key} ${each.line} ${each.by > 0 ? '+1' : '-1'}`).join('\n')
      const answer = await fetch(pad.dataset.taps, { method: 'POST', body: new URLSearchParams({ taps }) })
      if (new URL(answer.url).pathname.startsWith('/sign-in')) return tell(`${waiting()} Sign in again, and come back to this page: they will be sent then.`)
      if (!answer.ok) return tell(`${waiting()} The server did not take them. Open the page again.`)
      const done = new Set(some.map((each) => each.key))
      write(read().filter((each) => !done.has(each.key)))
    }
    tell('')
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
  tell(`${waiting()} Sign out when they are sent.`)
  send()
})
