// Puts a question to the device, and sends its answer with the form it stands on. There is no other
// way to ask a passkey.
const form = document.querySelector('form[data-passkey]')
// The form is for browsers that can ask. Others are told so, and those without scripts by the page
// itself.
if (form)
  (window.PublicKeyCredential ? form : document.querySelector('[data-cannot]')).hidden = false
const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
    letter.charCodeAt(0),
  )
const text = (buffer) =>
  buffer
    ? btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/=+$/, '')
    : undefined

const ask = async () => {
  const options = JSON.parse(form.dataset.options)
  const ids = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }))
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: ids(options.allowCredentials),
    excludeCredentials: ids(options.excludeCredentials),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
  }
  const found = await navigator.credentials[form.dataset.passkey]({ publicKey })
  const { response } = found
  return JSON.stringify({
    id: found.id,
    rawId: text(found.rawId),
    type: found.type,
    clientExtensionResults: found.getClientExtensionResults(),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: text(response.userHandle),
    },
  })
}

let isAsking = false
form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  // A second press while the device asks would end the first question.
  if (isAsking) return
  isAsking = true
  const faults = [...form.querySelectorAll('[role=alert]')]
  for (const each of faults) each.hidden = true
  try {
    form.elements.credential.value = await ask()
    form.submit()
  } catch (error) {
    // The one fault a device tells apart: it holds a passkey for this person already.
    const known =
      error.name === 'InvalidStateError'
        ? faults.find((each) => 'known' in each.dataset)
        : undefined
    ;(known ?? faults[0]).hidden = false
  } finally {
    isAsking = false
  }
})
