/**
 * Who a column may ever reach (R9). `public`: public words by nature. `desk`: people who sign in,
 * at table depth. `record`: as deep as the record that the row hangs on. `person`: names and
 * addresses of people. `secret`: nobody. A test fails on a column without a class; another fills
 * every column that is not public and looks for it in public.
 */
export type Class = 'public' | 'desk' | 'record' | 'person' | 'secret'

const of =
  <C extends Class>(name: C) =>
  <K extends string>(...columns: K[]): Record<K, C> =>
    Object.fromEntries(columns.map((column) => [column, name])) as Record<K, C>
export const open = of('public')
export const desk = of('desk')
export const record = of('record')
export const person = of('person')
export const secret = of('secret')
