import { stretches, type Reading, type Stretch } from '../folding/reading.ts'

/** A spot on the map: in figures, or as three words with dots between. */
export const coordinates = ({ low }: Reading): Stretch[] => [
  ...stretches(low, /(?<![\p{N}.])[+-]?\d{1,2}\.\d{3,9}[,; /]{1,3}-?\d{1,3}\.\d{3,9}(?!\d)/gu),
  ...stretches(low, /(?<!\p{N})\d{1,3} ?° ?\d{1,2}(?:[.,]\d{1,6})?/gu),
  ...stretches(
    low,
    /(?<![\p{L}\p{N}.@/-])\/{0,3}(?!www\.)[a-z]{3,14}\.[a-z]{3,14}\.[a-z]{3,14}(?![\p{L}\p{N}@/]|\.\p{L})/gu,
  ),
]
