import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Acknowledged } from './look.ts'

/** What a program asked of the disk, in order, and what it said. Names are relative to its folder. */
export type Step =
  | { do: 'make' | 'unlink' | 'sync' | 'sync folder'; name: string }
  | { do: 'write'; name: string; at: number | null; bytes: Buffer }
  | { do: 'cut'; name: string; size: number }
  | { do: 'rename'; name: string; to: string }
  | { do: 'say'; said: Acknowledged }

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const WRITER = 'test/torture/power/writer.ts'

const CALLS =
  'openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,mkdir'

/** Every thread, the bytes of each write, and the path of each file. */
const WATCHED = ['-f', '--seccomp-bpf', '-xx', '-y', '-s', '1000000', '-e', `trace=${CALLS}`]

/** Watches the writer in a folder with strace, until it kills itself. */
export const record = (folder: string, log: string, args: readonly string[]): Step[] => {
  spawnSync(
    'strace',
    [...WATCHED, '-o', log, process.execPath, join(ROOT, WRITER), folder, ...args],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env.PATH },
    },
  )
  return whole(readFileSync(log, 'latin1').split('\n')).flatMap((line) => stepIn(line, folder))
}

/** A call that another thread came between is on two lines. */
const whole = (lines: readonly string[]): string[] => {
  const begun = new Map<string, string>()
  return lines.flatMap((line) => {
    const [pid = '', call = ''] = line.split(/ +(.*)/s)
    const unfinished = /^(.*) <unfinished \.\.\.>$/s.exec(call)
    if (unfinished) {
      begun.set(pid, unfinished[1]!)
      return []
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(call)
    return [resumed ? (begun.get(pid) ?? '') + resumed[1]! : call]
  })
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const textOf = (hex: string): string => (hex.startsWith('\\x') ? bytesOf(hex).toString() : hex)

const stepIn = (line: string, folder: string): Step[] => {
  const [, call, rest] = /^(\w+)\((.*)\) += \d+/s.exec(line) ?? []
  if (!call || rest === undefined) return []
  const onFile = /^(\d+)<([^>]*)>(?:, (.*))?$/s.exec(rest)
  const inFolder = (path: string): string => relative(folder, path)
  const isOurs = (path: string): boolean => path === folder || path.startsWith(`${folder}/`)
  if (onFile) {
    const [, fd, hexPath, more = ''] = onFile
    const path = textOf(hexPath!)
    const data = /^"((?:\\x..)*)", \d+(?:, (\d+))?/.exec(more)
    if (call === 'write' && fd === '1' && data) return saidIn(bytesOf(data[1]!).toString())
    if (!isOurs(path)) return []
    const name = inFolder(path)
    if (data)
      return [
        {
          do: 'write',
          name,
          at: data[2] === undefined ? null : Number(data[2]),
          bytes: bytesOf(data[1]!),
        },
      ]
    if (call === 'ftruncate') return [{ do: 'cut', name, size: Number(more) }]
    if (call.endsWith('sync'))
      return [{ do: name === '' || name === 'outbox' ? 'sync folder' : 'sync', name }]
  }
  const paths = [...rest.matchAll(/"((?:\\x..)*)"/g)].map(([, hex]) => bytesOf(hex!).toString())
  if (paths.length === 0 || !paths.every(isOurs)) return []
  const [name, to] = paths.map(inFolder) as [string, string | undefined]
  if (call === 'openat') return rest.includes('O_CREAT') ? [{ do: 'make', name }] : []
  if (call.startsWith('unlink')) return [{ do: 'unlink', name }]
  return call.startsWith('rename') ? [{ do: 'rename', name, to: to! }] : []
}

const saidIn = (text: string): Step[] =>
  text.startsWith('ACK ') ? [{ do: 'say', said: JSON.parse(text.slice(4)) as Acknowledged }] : []
