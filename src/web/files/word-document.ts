import type * as word from 'docx'
import { scriptOf } from '../../domain/tongue.ts'
import { SAMPLE_WORDS } from '../../domain/publishing/told.ts'
import type { Block, Paper, Section } from '../../domain/round-tables/paper.ts'

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Minutes as a Word document: real headings, lists and tables with a repeated head row, in British
 * English. One of a sample partnership says so at the head of each page.
 * @returns the bytes of a .docx file.
 */
export const wordDocument = async (paper: Paper, isSample = false): Promise<Buffer> => {
  // Read only when someone asks for it: it is the largest library here.
  const docx = await import('docx')
  const file = new docx.Document({
    title: printable(paper.title),
    creator: 'Round Table',
    description: printable(paper.state),
    lastModifiedBy: 'Round Table',
    styles: STYLES,
    sections: [
      {
        ...(isSample && {
          headers: { default: new docx.Header({ children: [words(docx, SAMPLE_WORDS)] }) },
        }),
        footers: { default: pageNumbers(docx) },
        children: [
          title(docx, paper.title),
          ...(paper.when ? [words(docx, paper.when)] : []),
          words(docx, paper.state),
          ...paper.sections.flatMap((section) => drawSection(docx, section)),
          ...(paper.foot ?? []).map((line) => words(docx, line)),
        ],
      },
    ],
  })
  return Buffer.from(await docx.Packer.toBuffer(file))
}

type Docx = typeof word

/** `Page 2 of 5`, so that printed sheets are not lost. */
const pageNumbers = ({ Footer, Paragraph, TextRun, AlignmentType, PageNumber }: Docx) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.END,
        children: [
          new TextRun({
            size: 18,
            children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })

const STYLES = {
  default: {
    document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } },
    title: { run: { size: 36, bold: true } },
    heading1: { run: { size: 28, bold: true } },
    heading2: { run: { size: 24, bold: true } },
  },
}

const drawSection = (docx: Docx, section: Section) => [
  heading(docx, section.heading, docx.HeadingLevel.HEADING_1),
  ...section.blocks.flatMap((block) => draw(docx, block)),
]

const draw = (docx: Docx, block: Block) => {
  switch (block.kind) {
    case 'heading':
      return [heading(docx, block.text, docx.HeadingLevel.HEADING_2)]
    case 'words':
      return [words(docx, block.text, block.tone === 'struck')]
    case 'list':
      return block.items.map(
        (item) =>
          new docx.Paragraph({
            ...direction(item.text),
            bullet: { level: 0 },
            children: runs(docx, item.text, { strike: item.tone === 'struck' }),
          }),
      )
    case 'table':
      return [table(docx, block), words(docx, '')]
  }
}

type Table = Extract<Block, { kind: 'table' }>

/** What stands between the margins of a page of A4, in twentieths of a point. */
const PAGE = 9026

/** Each column has room for what stands in it: a number little, and words more. */
const columnsOf = ({ head, rows }: Table): number[] => {
  const cells = head.map((name, i) => [name, ...rows.map((row) => row[i] ?? '')])
  const least = cells.map((texts) => {
    const longest = Math.max(
      ...texts.flatMap((text) => text.split(/\s+/)).map((each) => each.length),
    )
    return Math.min(longest, 14) * LETTER + 200
  })
  const words = cells.map((texts) => {
    const letters = texts.reduce((sum, each) => sum + each.length, 0)
    return Math.min(40, letters / texts.length)
  })
  const fits = Math.min(1, PAGE / total(least))
  const left = Math.max(0, PAGE - total(least))
  return least.map((room, i) =>
    Math.floor(room * fits + (left * words[i]!) / Math.max(1, total(words))),
  )
}

/** About the width of a letter of the text. */
const LETTER = 125
const total = (numbers: number[]): number => numbers.reduce((sum, each) => sum + each, 0)

const table = (docx: Docx, block: Table) => {
  const { head, rows } = block
  const columnWidths = columnsOf(block)
  return new docx.Table({
    width: { size: PAGE, type: docx.WidthType.DXA },
    columnWidths,
    layout: docx.TableLayoutType.FIXED,
    // What a row begins with is what it is about: programs that read aloud say it with each cell.
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, i) => cell(docx, text, columnWidths[i]!, true)),
      }),
      ...rows.map(
        (row) =>
          new docx.TableRow({
            cantSplit: true,
            children: row.map((text, i) => cell(docx, text, columnWidths[i]!, i === 0)),
          }),
      ),
    ],
  })
}

const cell = (docx: Docx, text: string, width: number, bold: boolean) =>
  new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [new docx.Paragraph({ ...direction(text), children: runs(docx, text, { bold }) })],
  })

const title = (docx: Docx, text: string) =>
  new docx.Paragraph({
    ...direction(text),
    heading: docx.HeadingLevel.TITLE,
    spacing: { after: 80 },
    children: runs(docx, text),
  })

const heading = (
  docx: Docx,
  text: string,
  level: (typeof docx.HeadingLevel)[keyof typeof docx.HeadingLevel],
) =>
  new docx.Paragraph({
    ...direction(text),
    heading: level,
    spacing: { before: 240, after: 80 },
    keepNext: true,
    children: runs(docx, text),
  })

const words = (docx: Docx, text: string, struck = false) =>
  new docx.Paragraph({
    ...direction(text),
    spacing: { after: 120 },
    children: runs(docx, text, { strike: struck }),
  })

/** A line that someone broke off stays broken off. */
const runs = (docx: Docx, text: string, look: { strike?: boolean; bold?: boolean } = {}) =>
  printable(text)
    .split(/\r?\n/)
    .map(
      (line, i) =>
        new docx.TextRun({ text: line, ...look, ...tongue(line), ...(i > 0 && { break: 1 }) }),
    )

/** Words in another script run their own way, and are not proofread as English. */
const direction = (text: string) => (scriptOf(text)?.rtl ? { bidirectional: true } : {})
const tongue = (text: string) => {
  const script = scriptOf(text)
  if (!script) return {}
  const { lang, rtl } = script
  return {
    ...(rtl && { rightToLeft: true }),
    ...(lang && { language: rtl ? { bidirectional: lang } : { value: lang } }),
  }
}

/** What XML cannot hold is left out, or Word refuses the file. */
const printable = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
