/** The lines of a list that are drawn, and how many there are beside them. */
export interface Shown<T> {
  shown: T[]
  more: number
}
