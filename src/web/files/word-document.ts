import type { Block, Paper } from '../../domain/round-tables/paper.ts'

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Minutes as a Word document: real headings, lists and tables with a repeated head row, in British
 * English.
 * @returns the bytes of a .docx file.
 */
export const wordDocument = async (paper: Paper): Promise<Buffer> => {
  // Read only when someone asks for it: it is the largest library here.
  const {
    Document,
    HeadingLevel,
    Packer,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = await import('docx')
  /** A line that someone broke off stays broken off. */
  const runs = (text: string, look: { strike?: boolean; bold?: boolean } = {}) =>
    printable(text)
      .split(/\r?\n/)
      .map((line, i) => new TextRun({ text: line, ...look, ...(i > 0 && { break: 1 }) }))
  const words = (text: string, struck = false) =>
    new Paragraph({ spacing: { after: 120 }, children: runs(text, { strike: struck }) })
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({
      heading: level,
      spacing: { before: 240, after: 80 },
      keepNext: true,
      children: [new TextRun(printable(text))],
    })
  const cell = (text: string, bold: boolean) =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [new Paragraph({ children: runs(text, { bold }) })],
    })
  const draw = (block: Block) => {
    switch (block.kind) {
      case 'heading':
        return [heading(block.text, HeadingLevel.HEADING_2)]
      case 'words':
        return [words(block.text, block.tone === 'struck')]
      case 'list':
        return block.items.map(
          (item) =>
            new Paragraph({
              bullet: { level: 0 },
              children: runs(item.text, { strike: item.tone === 'struck' }),
            }),
        )
      case 'table':
        return [
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [
              new TableRow({
                tableHeader: true,
                cantSplit: true,
                children: block.head.map((text) => cell(text, true)),
              }),
              ...block.rows.map(
                (row) =>
                  new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) }),
              ),
            ],
          }),
          words(''),
        ]
    }
  }
  const file = new Document({
    title: printable(paper.title),
    creator: 'Round Table',
    description: printable(paper.state),
    lastModifiedBy: 'Round Table',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } },
        title: { run: { size: 36, bold: true } },
        heading1: { run: { size: 28, bold: true } },
        heading2: { run: { size: 24, bold: true } },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            spacing: { after: 80 },
            children: [new TextRun(printable(paper.title))],
          }),
          words(paper.state),
          ...paper.sections.flatMap((section) => [
            heading(section.heading, HeadingLevel.HEADING_1),
            ...section.blocks.flatMap(draw),
          ]),
        ],
      },
    ],
  })
  return Buffer.from(await Packer.toBuffer(file))
}

/** What XML cannot hold is left out, or Word refuses the file. */
const printable = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
