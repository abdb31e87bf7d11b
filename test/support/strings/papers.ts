import { parse } from 'csv-parse/sync'
import { unzip } from '../unzip.ts'
import { wordsOfDocument, wrongInXml } from '../xml.ts'
import type { World } from '../workflows/world.ts'
import { stringsShown } from './shown.ts'

/** What is read by other programs than a browser, and what would be wrong in it. */
export const papersWrong = async (world: World): Promise<{ wrong: string[]; shown: number }> => {
  const wrong: string[] = []
  let shown = 0
  for (const path of ['/board.csv', '/desk/actions.csv'])
    for (const row of parse((await world.get('coordinator', path)).body, {
      bom: true,
      relax_column_count: true,
    }) as string[][])
      for (const cell of row) {
        if (/^[=+\-@\t\r]/.test(cell)) wrong.push(`${path}: a cell begins as a formula: ${cell}`)
        shown += stringsShown(cell).length
      }
  for (const path of ['/round-tables.ics', `/calendar/${world.ids.own.calendar}.ics`])
    for (const line of (await world.get(null, path)).body.split('\r\n'))
      if (
        /[\r\n]/.test(line) ||
        !/^$|^ |^[A-Z-]+[:;]/.test(line) ||
        line.startsWith('SUMMARY:forged')
      )
        wrong.push(`${path}: a line that is none of ours: ${line}`)
  for (const path of ['/feed.atom', '/sitemap.xml', '/ar/feed.atom'])
    wrong.push(...wrongInXml((await world.get(null, path)).body).map((each) => `${path}: ${each}`))
  for (const path of ['/feed.json', '/board.json', '/priorities.json'])
    shown += stringsShown(JSON.stringify(JSON.parse((await world.get(null, path)).body))).length
  for (const slug of ['2021-q3', '2022-q1']) {
    const bytes = await world.file('coordinator', `/desk/round-tables/${slug}/minutes.docx`)
    const parts = await unzip(bytes)
    for (const [name, text] of parts)
      if (/\.(xml|rels)$/.test(name))
        wrong.push(...wrongInXml(text).map((each) => `${slug}.docx ${name}: ${each}`))
    for (const [name, text] of parts)
      if (name.endsWith('.rels') && /evil\.example|javascript:/.test(text))
        wrong.push(`${slug}.docx ${name} leads elsewhere`)
    shown += stringsShown(wordsOfDocument(parts.get('word/document.xml')!)).length
  }
  for (const { subject, to } of world.house.letters)
    if (/[\r\n]/.test(subject + to)) wrong.push(`a letter has two lines in its head: ${subject}`)
  return { wrong, shown }
}
