/** "No such mailbox", for good, as mail servers say it (RFC 3463, and 5.1.10 of RFC 7505). */
const NO_MAILBOX = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])

/**
 * Whether an address is no more. All else, a full mailbox or a word against us ourselves, says
 * nothing about it: such a letter may go again.
 */
export const isNoMailbox = (status: string): boolean => NO_MAILBOX.has(status)

/** A resident whose mailbox is no more was forgotten: there is nothing left to see to. */
export const isToSeeTo = ({
  followerId,
  status,
}: {
  followerId: number | null
  status: string
}): boolean => followerId === null || !isNoMailbox(status)

/** A rule of theirs that turned us away (RFC 3463): of our mail server, hardly of the reader. */
const isPolicy = (status: string): boolean => status.startsWith('5.7.')

interface Back {
  status: string
  at: string
}

const HOUR_MS = 3_600_000

/** Letters that came back, those that one rule turned away within an hour together. */
export const togetherBack = <T extends Back>(returned: readonly T[]): T[][] => {
  const groups: T[][] = []
  for (const each of returned) {
    const group = groups.find(
      ([first]) =>
        isPolicy(each.status) &&
        first!.status === each.status &&
        Date.parse(each.at) - Date.parse(first!.at) <= HOUR_MS,
    )
    if (group) group.push(each)
    else groups.push([each])
  }
  return groups
}
