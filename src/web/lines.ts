/**
 * The line that someone comes in on, by their address: whoever has one new address has all that
 * begin with the same four groups.
 */
export const lineOf = (ip: string): string => {
  if (ip.includes('.') || !ip.includes(':')) return ip
  const [head = '', tail] = ip.split('::')
  const groups = (text = ''): string[] => (text === '' ? [] : text.split(':'))
  const missing =
    tail === undefined ? 0 : Math.max(0, 8 - groups(head).length - groups(tail).length)
  return [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)]
    .slice(0, 4)
    .join(':')
}
