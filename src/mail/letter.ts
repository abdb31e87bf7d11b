/** A letter to one person. Nobody ever sees another's address. */
export interface Letter {
  to: string
  subject: string
  text: string
  html?: string
  messageId?: string
  /** Who reads an answer to it. */
  replyTo?: string
  /** Who writes, by name; the address is the server’s own. */
  fromName?: string
  headers?: Record<string, string>
  /** A meeting for the calendar of whoever reads it (RFC 5546). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
}
