import { stripTypeScriptTypes } from 'node:module'
import { parse, type AnyNode, type Program } from 'acorn'
import { read } from '../../support/sources.ts'

interface Found {
  /** Names of the file that something is put into, or that become something else. */
  changed: string[]
  /** Functions called as the file is read whose names say that what they make remembers. */
  made: string[]
}

const PUTS_IN = new Set([
  'set',
  'add',
  'delete',
  'clear',
  'push',
  'unshift',
  'splice',
  'pop',
  'shift',
])
const REMEMBERS = /^(?:keep|remember|preparedOnce|countAnew)/

/** What a file of ours keeps beyond what is handed to its functions. */
export const keptIn = (file: string): Found => {
  const program = parse(stripTypeScriptTypes(read(file)), {
    ecmaVersion: 'latest',
    sourceType: 'module',
  })
  const names = new Set([...broughtIn(program), ...ownNames(program)])
  const changed = new Set<string>()
  walk(program, (node) => {
    const name = changedBy(node)
    if (name !== undefined && names.has(name)) changed.add(name)
  })
  return { changed: [...changed], made: madeAtOnce(program) }
}

const broughtIn = (program: Program): string[] =>
  program.body
    .flatMap((each) => (each.type === 'ImportDeclaration' ? each.specifiers : []))
    .map(({ local }) => local.name)

/** Names that stand on their own in a file, and are there as long as the process is. */
const ownNames = (program: Program): string[] =>
  program.body
    .map((each) => (each.type === 'ExportNamedDeclaration' ? each.declaration : each))
    .flatMap((each) => (each?.type === 'VariableDeclaration' ? each.declarations : []))
    .flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))

/** The name that is given another value, or that something is put into. */
const changedBy = (node: AnyNode): string | undefined => {
  if (node.type === 'AssignmentExpression') return rootOf(node.left)
  if (node.type === 'UpdateExpression') return rootOf(node.argument)
  if (node.type === 'UnaryExpression' && node.operator === 'delete') return rootOf(node.argument)
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
  const { object, property } = node.callee
  return property.type === 'Identifier' && PUTS_IN.has(property.name) ? rootOf(object) : undefined
}

const rootOf = (node: AnyNode): string | undefined => {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' ? rootOf(node.object) : undefined
}

const madeAtOnce = (program: Program): string[] => {
  const made: string[] = []
  const look = (node: AnyNode): void => {
    if (/Function/.test(node.type)) return
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier')
      if (REMEMBERS.test(node.callee.name)) made.push(node.callee.name)
    for (const each of childrenOf(node)) look(each)
  }
  look(program)
  return made
}

const walk = (node: AnyNode, see: (node: AnyNode) => void): void => {
  see(node)
  for (const each of childrenOf(node)) walk(each, see)
}

const childrenOf = (node: AnyNode): AnyNode[] =>
  Object.values(node)
    .flat()
    .filter((each): each is AnyNode => typeof (each as AnyNode | null)?.type === 'string')
