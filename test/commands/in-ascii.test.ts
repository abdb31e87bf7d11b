import { stripTypeScriptTypes } from 'node:module'
import { parse, type AnyNode, type TaggedTemplateExpression, type TemplateLiteral } from 'acorn'
import t from 'tap'
import { inAscii } from '../../src/commands/in-ascii.ts'
import { files, read } from '../support/sources.ts'

/** A pattern with each escape of a letter read. Those of other things stay as they are. */
const lettersOf = (pattern: string): string =>
  pattern.replace(/\\(?:u([\da-f]{4})|[^])/g, (escape, code?: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : escape,
  )

/** What `String.raw` makes of a template: escapes as they stand, and what is put in. */
const rawOf = ({ quasis, expressions }: TemplateLiteral): unknown[] => {
  const parts: unknown[] = ['']
  for (const [place, { value }] of quasis.entries()) {
    parts.push(`${parts.pop() as string}${value.raw}`)
    const next = expressions[place]
    if (next?.type === 'Literal') parts.push(`${parts.pop() as string}${String(next.value)}`)
    else if (next) parts.push(meant(next), '')
  }
  return parts
}
const isRaw = ({ tag }: TaggedTemplateExpression): boolean =>
  tag.type === 'MemberExpression' &&
  tag.property.type === 'Identifier' &&
  tag.property.name === 'raw'

/** A program without its places and ways to write: two that mean the same are the same. */
const meant = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(meant)
  if (typeof value !== 'object' || value === null) return value
  const node = value as AnyNode
  if (node.type === 'Literal' && node.regex)
    return { pattern: lettersOf(node.regex.pattern), flags: node.regex.flags }
  if (node.type === 'TemplateElement') return node.value.cooked
  if (node.type === 'TaggedTemplateExpression' && isRaw(node)) return rawOf(node.quasi)
  return Object.fromEntries(
    Object.entries(node)
      .filter(([name]) => !['start', 'end', 'raw'].includes(name))
      .map(([name, each]) => [name, meant(each)]),
  )
}
const programOf = (text: string): unknown =>
  meant(parse(stripTypeScriptTypes(text), { ecmaVersion: 'latest', sourceType: 'module' }))

t.test('the one file says in ASCII what our files say', async (t) => {
  const others = files('src/**/*.ts').filter((path) => /[^\0-\x7f]/.test(read(path)))
  t.ok(others.length > 20, 'many files have other letters')
  for (const path of others) {
    const ascii = inAscii(read(path))
    t.match(ascii, /^[\0-\x7f]*$/, path)
    t.same(programOf(ascii), programOf(read(path)), path)
  }
})

t.test('a program that says something else is found', async (t) => {
  const stands = 'export const apostrophe = String.raw`won[’]t`'
  t.same(programOf(inAscii(stands)), programOf(stands))
  t.notSame(programOf(stands.replace('’', '\\u2019')), programOf(stands))
  t.notSame(programOf('/\\\\u2019/'), programOf('/\\’/'))
})
