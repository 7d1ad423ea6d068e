import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IRunOptions
} from 'docx'
import JSZip from 'jszip'
import { AT } from './office.ts'

/** GB/T 9704—2012 (domain.md §3.4): sizes in half points, lengths in twentieths of a point. */
const SIZE = { title: 44, body: 32, small: 28, table: 24 }
const LINE = { line: 560, lineRule: LineRuleType.EXACT }
const MM = 56.7
const MARGIN = {
  top: Math.round(37 * MM),
  left: Math.round(28 * MM),
  right: Math.round(26 * MM),
  bottom: Math.round(35 * MM)
}

const text = (content: string, font: string, size: number, more: Partial<IRunOptions> = {}): TextRun =>
  new TextRun({ text: content, font: { ascii: font, hAnsi: font, eastAsia: font }, size, ...more })

const body = (content: string): Paragraph =>
  new Paragraph({
    children: [text(content, '仿宋_GB2312', SIZE.body)],
    indent: { firstLine: SIZE.body * 20 },
    spacing: LINE
  })

const flush = (content: string): Paragraph =>
  new Paragraph({ children: [text(content, '仿宋_GB2312', SIZE.body)], spacing: LINE })

const heading = (content: string): Paragraph =>
  new Paragraph({
    children: [text(content, '黑体', SIZE.body)],
    indent: { firstLine: SIZE.body * 20 },
    spacing: LINE,
    keepNext: true
  })

const title = (content: string): Paragraph =>
  new Paragraph({
    // Lines end where the sense does.
    children: content
      .split('\n')
      .map((line, index) => text(line, '方正小标宋简体', SIZE.title, index === 0 ? {} : { break: 1 })),
    alignment: AlignmentType.CENTER,
    spacing: { line: 640, lineRule: LineRuleType.EXACT, after: 280 }
  })

/** 落款: organisation and date at the right, the date four characters in. */
const closing = (): Paragraph[] => [
  new Paragraph({ children: [], spacing: LINE }),
  ...['{{落款}}', '{{日期}}'].map(
    (content) =>
      new Paragraph({
        children: [text(content, '仿宋_GB2312', SIZE.body)],
        alignment: AlignmentType.RIGHT,
        indent: { right: SIZE.body * 10 * 4 },
        spacing: LINE,
        keepNext: content === '{{落款}}'
      })
  )
]

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER }

function cell(content: string, width: number, font: string, align: 'left' | 'center' | 'right'): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: BORDERS,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60, top: 40, bottom: 40 },
    children: [new Paragraph({ children: [text(content, font, SIZE.table)], alignment: align })]
  })
}

/** Head, fields, width in mm, alignment. */
type Column = readonly [string, string, number, 'left' | 'center' | 'right']

function table(columns: readonly Column[]): Table {
  const widths = columns.map(([, , width]) => Math.round(width * MM))
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(([head], index) => cell(head, widths[index]!, '黑体', 'center'))
      }),
      new TableRow({
        cantSplit: true,
        children: columns.map(([, field, , align], index) =>
          cell(field, widths[index]!, '仿宋_GB2312', align)
        )
      })
    ]
  })
}

const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new TextRun({
          children: ['－ ', PageNumber.CURRENT, ' －'],
          font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' },
          size: SIZE.small
        })
      ]
    }),
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      children: [text('快照 {{快照}}', '宋体', 16)]
    })
  ]
})

async function packed(children: readonly (Paragraph | Table)[]): Promise<Uint8Array> {
  const document = new Document({
    creator: '亮绩赛马',
    title: '报告模板',
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: MARGIN } },
        footers: { default: footer },
        children: [...children]
      }
    ]
  })
  const zip = await JSZip.loadAsync(await Packer.toBuffer(document))
  // The library writes the moment of writing into the properties and the entries.
  const core = await zip.file('docProps/core.xml')!.async('string')
  zip.file(
    'docProps/core.xml',
    core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${AT.toISOString().slice(0, 19)}Z`)
  )
  for (const entry of Object.values(zip.files)) entry.date = AT
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** 通报 as a red-headed document without its head: what the office pastes under its own. */
export function circularDocument(): Promise<Uint8Array> {
  return packed([
    new Paragraph({
      children: [text('{{发文字号}}', '仿宋_GB2312', SIZE.body)],
      alignment: AlignmentType.CENTER,
      spacing: { ...LINE, after: 280 }
    }),
    title('关于{{期间}}“赛马”\n考核情况的通报'),
    flush('{{主送}}'),
    body(
      '根据{{方案}}，{{机构}}对{{期间}}工作进行了考核。参加考核的单位{{参评单位数}}个，其中参加排名{{参加排名单位数}}个。现将有关情况通报如下。'
    ),
    heading('一、总体情况'),
    body('平均分：{{平均分}}。最高分：{{最高分}}。最低分：{{最低分}}。'),
    body('第一名：{{最高分单位}}。'),
    body('各单位的得分、名次和升降见附件。'),
    heading('二、数据报送情况'),
    body('没有报齐数据的单位{{未报送单位数}}个。{{#未报送}}{{单位}}（{{情况}}）；{{/未报送}}'),
    heading('三、下一步工作要求'),
    body('请各单位对照差距，认真分析原因，采取措施，补齐短板，按时报送下一季度数据。'),
    ...closing(),
    new Paragraph({
      pageBreakBefore: true,
      children: [text('附件', '黑体', SIZE.body)],
      spacing: LINE
    }),
    title('{{期间}}考核排名表'),
    table([
      ['名次', '{{名次}}', 14, 'center'],
      ['单位', '{{单位}}', 52, 'left'],
      ['组别', '{{组别}}', 26, 'center'],
      ['总得分', '{{总得分}}', 22, 'right'],
      ['升降', '{{升降}}', 14, 'center'],
      ['备注', '{{备注}}', 28, 'left']
    ]),
    new Paragraph({ children: [text('{{说明}}', '仿宋_GB2312', 20)], spacing: { before: 120 } })
  ])
}

/** 红黑榜 as a document: two short lists with the reason of each unit (domain.md §3.1). */
export function boardDocument(): Promise<Uint8Array> {
  const columns: readonly Column[] = [
    ['序号', '{{序号}}', 14, 'center'],
    ['单位', '{{单位}}', 46, 'left'],
    ['组别', '{{组别}}', 26, 'center'],
    ['上榜理由', '{{上榜理由}}', 70, 'left']
  ]
  const of = (list: string): readonly Column[] =>
    columns.map(([head, field, width, align], index) => {
      const start = index === 0 ? `{{#${list}}}` : ''
      const end = index === columns.length - 1 ? `{{/${list}}}` : ''
      return [head, start + field + end, width, align]
    })
  return packed([
    title('{{期间}}“赛马”红黑榜'),
    heading('一、红榜'),
    table(of('红榜')),
    body('{{^红榜}}本季度没有单位上红榜。{{/红榜}}'),
    heading('二、黑榜'),
    table(of('黑榜')),
    body('{{^黑榜}}本季度没有单位上黑榜。{{/黑榜}}'),
    ...closing()
  ])
}
