/** Rows by the record they hang on, in the order they came. */
export const group = <T, K>(rows: T[], key: (row: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const there = groups.get(key(row))
    if (there) there.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/** Those who stand on every one of these lists; nobody where there is no list. */
export const onEvery = (lists: number[][]): number[] =>
  lists.length === 0
    ? []
    : lists.reduce((some, list) => some.filter((personId) => list.includes(personId)))
