/** A template and what it is given, ready to be drawn. */
export interface Drawn {
  name: string
  data: object
}

/** What draws the templates of one door: the name and exactly what that template is given. */
export const viewOf =
  <Views>() =>
  <N extends keyof Views & string>(name: N, data: Views[N] & object): Drawn => ({ name, data })
