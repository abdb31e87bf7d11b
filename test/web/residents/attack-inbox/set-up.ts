import type { House } from '../../../support/house.ts'

export const blank = { text: '', area: '', name: '', reach: '' }
export const form = (fields: Record<string, string>): string =>
  new URLSearchParams(fields).toString()
/** Someone who names another browser, or comes from another address, each time. */
export const from = (
  house: House,
  path: string,
  fields: Record<string, string>,
  {
    ip = '192.0.2.1',
    agent = 'x',
    more = {},
  }: { ip?: string; agent?: string; more?: Record<string, string> } = {},
) =>
  house.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: ip,
    payload: form(fields),
    headers: {
      host: '127.0.0.1:3000',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': agent,
      ...more,
    },
  })
