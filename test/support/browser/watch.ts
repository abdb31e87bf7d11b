import type { BrowserContext } from 'playwright-core'

/**
 * Writes down whatever no page may do: fail in a script or on the console, break its policy, answer
 * 500, ask another host (R24).
 */
export const watch = async (context: BrowserContext, url: string): Promise<() => string[]> => {
  const wrong: string[] = []
  const said: { text: string; about: string; on: string }[] = []
  const refusals = new Set<string>()
  await context.addInitScript({
    content: `document.addEventListener('securitypolicyviolation', (broken) => { console.error('content security policy: ' + broken.violatedDirective + ' ' + broken.blockedURI) })`,
  })
  context.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:'))
      wrong.push(`asked another host: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) wrong.push(`answered ${response.status()}: ${response.url()}`)
    // A form that is refused, or a page that is gone, is an answer in words; Chromium tells of its
    // status on the console as well.
    else if (
      response.status() >= 400 &&
      ['document', 'fetch', 'xhr'].includes(response.request().resourceType())
    )
      refusals.add(response.url())
  })
  context.on('console', (message) => {
    if (message.type() === 'error')
      said.push({
        text: message.text(),
        about: message.location().url,
        on: message.page()?.url() ?? '',
      })
  })
  context.on('weberror', (error) => {
    wrong.push(`script: ${error.error().message} (${error.page()?.url() ?? ''})`)
  })
  return () => [
    ...wrong,
    ...said
      .filter(
        ({ text, about }) => !(text.startsWith('Failed to load resource') && refusals.has(about)),
      )
      .map(({ text, about, on }) => `console: ${text} ${about} (on ${on})`),
  ]
}
