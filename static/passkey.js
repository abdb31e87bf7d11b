// Puts a question to the device, and sends its answer with the form it stands on. There is no other
// way to ask a passkey.
/** @type {HTMLFormElement | null} */
const form = document.querySelector('form[data-passkey]')
/** @type {HTMLElement | null} */
const cannot = document.querySelector('[data-cannot]')
// The form is for browsers that can ask. Others are told so, and those without scripts by the page
// itself.
const shown = window.PublicKeyCredential ? form : cannot
if (form && shown) shown.hidden = false
/** @param {string} text */
const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
    letter.charCodeAt(0),
  )
/** @param {ArrayBuffer | null | undefined} buffer */
const text = (buffer) =>
  buffer
    ? btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/(?<!=)=+$/, '')
    : undefined

/**
 * What the device answers, as the server reads it.
 * @param {HTMLFormElement} form
 */
const ask = async (form) => {
  const options = JSON.parse(form.dataset.options ?? '')
  /** @param {{ id: string }[] | undefined} list */
  const ids = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }))
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: ids(options.allowCredentials),
    excludeCredentials: ids(options.excludeCredentials),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
  }
  const way = form.dataset.passkey === 'create' ? 'create' : 'get'
  const found = /** @type {PublicKeyCredential} */ (await navigator.credentials[way]({ publicKey }))
  const response =
    /** @type {AuthenticatorAttestationResponse & AuthenticatorAssertionResponse} */ (
      found.response
    )
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
  const faults = [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[role=alert]'))]
  for (const each of faults) each.hidden = true
  try {
    const credential = /** @type {HTMLInputElement} */ (form.elements.namedItem('credential'))
    credential.value = await ask(form)
    form.submit()
  } catch (error) {
    // The one fault a device tells apart: it holds a passkey for this person already.
    const known =
      /** @type {Error} */ (error).name === 'InvalidStateError'
        ? faults.find((each) => 'known' in each.dataset)
        : undefined
    const fault = known ?? faults[0]
    if (fault) fault.hidden = false
  } finally {
    isAsking = false
  }
})
