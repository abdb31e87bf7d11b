/** One thing that a list of a form offers. */
export interface Option {
  value: string | number
  label: string
}
type Choice = string | ({ id: number } & ({ name: string } | { title: string } | { text: string }))

/** What a form offers, in the order given; `none` stands first, for nobody and nothing. */
export const optionsOf = (choices: readonly Choice[], none?: string): Option[] => [
  ...(none === undefined ? [] : [{ value: '', label: none }]),
  ...choices.map((each) =>
    typeof each === 'string'
      ? { value: each, label: each }
      : { value: each.id, label: nameOf(each) },
  ),
]

const nameOf = (choice: Exclude<Choice, string>): string =>
  'name' in choice ? choice.name : 'title' in choice ? choice.title : choice.text
