/**
 * An address as people paste it: from Word with a curly apostrophe, from a letter with a name before
 * it, from a link. What is left is read as an address, or refused beside its field.
 */
export const plainAddress = (typed: string): string => {
  const text = typed
    .normalize('NFKC')
    .replace(/[‘’ʼ′]/g, "'")
    .replace(/[‐–]/g, '-')
    .trim()
  const open = text.lastIndexOf('<')
  const close = text.indexOf('>', open)
  const isNamed = open >= 0 && close > open && !text.slice(0, open).includes('@')
  const inside = isNamed ? text.slice(open + 1, close) : text
  const [address = ''] = inside.trim().replace(LINK, '').split('?')
  return address.trim().replace(/[,;.]$/, '')
}

const LINK = /^mailto:\s*/i
