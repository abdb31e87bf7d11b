import { connect, type Socket } from 'node:net'
import type { House, Visitor } from '../../support/house.ts'

/** The house at a port of its own, as the network reaches it. */
export const listening = async (house: House): Promise<number> => {
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  return (house.app.server.address() as { port: number }).port
}

/** A line to it, by hand: what is written is sent as it stands, and all that comes back is kept. */
export const lineTo = (port: number) => {
  const socket: Socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (bytes) => (heard += bytes.toString('latin1')))
  socket.on('error', () => {})
  return {
    socket,
    say: (text: string | Buffer) => socket.write(text),
    heard: () => heard,
    /** What it says to the end of the page; or to the end of the line. */
    answer: async (): Promise<string> => {
      while (!socket.closed && !/\r\n\r\n[^]*(?:<\/html>|$)/.test(heard))
        await new Promise((resolve) => setTimeout(resolve, 10))
      return heard
    },
    ended: async (): Promise<string> => {
      while (!socket.closed) await new Promise((resolve) => setTimeout(resolve, 10))
      return heard
    },
  }
}

export const EDGE = 'edge'
/** The head of a form with a file, of which `length` bytes are said to come. */
export const headOf = (path: string, length: number | 'chunked', who?: Visitor): string =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1:3000',
    'Sec-Fetch-Site: same-origin',
    ...(who ? [`Cookie: ${[...who.cookies].map((each) => each.join('=')).join('; ')}`] : []),
    `Content-Type: multipart/form-data; boundary=${EDGE}`,
    length === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
    '\r\n',
  ].join('\r\n')

/** ... and how a file in it begins. */
export const FILE_BEGINS = `--${EDGE}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n`
