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
