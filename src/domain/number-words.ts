/** Numbers as people write them out: the first is `one`, the last `twenty`. */
export const ONE_TO_TWENTY = (
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen twenty'
).split(' ')
