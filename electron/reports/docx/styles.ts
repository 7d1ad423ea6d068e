import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { FontRole, FontTable } from '../fontTable.ts'
import { LINE, SIZE, SPACING, twipsOfPt } from './paperFormat.ts'

/** Digits and Latin letters. */
export const LATIN = 'Times New Roman'

/** A paragraph style: the clerk sees `name` in Word and may change it there for the whole document. */
interface Format {
  name: string
  role: FontRole
  /** In points. */
  size: number
  bold?: true
  /** Height of a line in twips, exact: pages break alike whatever font stands in. 1.3 of the size if not given. */
  line?: number
  /** In twips. */
  before?: number
  after?: number
  /** First line, in characters. */
  indent?: number
  align?: 'left' | 'center' | 'right' | 'both'
  keepNext?: true
  outline?: number
}

/** Text of the 公文: 3号 on lines of 28.95 pt, 28 characters wide. */
const OFFICIAL = { role: 'body', size: SIZE.三号, line: LINE } as const
const HEADING = { ...OFFICIAL, indent: 2, align: 'both', keepNext: true } as const

const FORMATS = {
  Heading1: { ...HEADING, name: 'heading 1', role: 'head', outline: 0 },
  Heading2: { ...HEADING, name: 'heading 2', role: 'kai', outline: 1 },
  Heading3: { ...HEADING, name: 'heading 3', bold: true, outline: 2 },
  Body: { ...OFFICIAL, name: '公文正文', indent: 2, align: 'both' },
  Flush: { ...OFFICIAL, name: '公文主送', align: 'both' },
  DocNumber: { ...OFFICIAL, name: '公文字号', align: 'center', after: LINE },
  PaperTitle: {
    ...OFFICIAL,
    name: '公文标题',
    role: 'title',
    size: SIZE.二号,
    align: 'center',
    after: LINE,
    keepNext: true
  },
  Attachments: { ...OFFICIAL, name: '公文附件说明', align: 'left' },
  Contact: { ...OFFICIAL, name: '公文附注', indent: 2, align: 'left' },
  Closing: { ...OFFICIAL, name: '公文落款', align: 'right' },
  AttachmentLabel: {
    ...OFFICIAL,
    name: '公文附件',
    role: 'head',
    align: 'left',
    after: LINE,
    keepNext: true
  },
  TableTitle: { name: '表标题', role: 'title', size: SIZE.小二, align: 'center', after: 60, keepNext: true },
  TableMeta: { name: '表说明行', role: 'body', size: SIZE.五号, after: 60, keepNext: true },
  TableHead: { name: '表头', role: 'head', size: SIZE.五号, align: 'center' },
  TableText: { name: '表格文字', role: 'body', size: SIZE.五号 },
  Signatures: { name: '签字行', role: 'body', size: SIZE.小四, before: 160 },
  CardText: { name: '成绩单文字', role: 'body', size: SIZE.五号, indent: 2, align: 'both' },
  Caption: { name: '小标题', role: 'head', size: SIZE.五号, before: 100, after: 40, keepNext: true },
  Note: { name: '注', role: 'body', size: SIZE.小五, before: 40 },
  FigureLabel: { name: '数字说明', role: 'body', size: SIZE.小五, align: 'center' },
  FigureValue: { name: '数字', role: 'head', size: SIZE.小二, align: 'center' },
  Gap: { name: '空行', role: 'body', size: SIZE.小五, line: 120 },
  PageHead: { name: '页首', role: 'head', size: SIZE.小四, align: 'center' },
  PageFoot: { name: '页脚', role: 'song', size: SIZE.小五, line: 360 }
} as const satisfies Record<string, Format>

export type StyleId = keyof typeof FORMATS

/** Latin and East Asian faces of a role, in docx's words; sizes there are half points. */
function face(fonts: FontTable, role: FontRole, size: number): { font: object; size: number } {
  return {
    font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: fonts[role].name },
    size: size * 2
  }
}

function styleOf(id: string, format: Format, fonts: FontTable): IParagraphStyleOptions {
  const {
    name,
    role,
    size,
    bold,
    line,
    before = 0,
    after = 0,
    indent,
    align = 'left',
    keepNext,
    outline
  } = format
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      ...face(fonts, role, size),
      ...(bold === undefined ? {} : { bold }),
      ...(size === SIZE.三号 ? { characterSpacing: SPACING } : {})
    },
    paragraph: {
      alignment: AlignmentType[align === 'both' ? 'JUSTIFIED' : (align.toUpperCase() as 'LEFT')],
      spacing: { before, after, line: line ?? twipsOfPt(size * 1.3), lineRule: LineRuleType.EXACT },
      // Word goes by characters, other programs by twips.
      ...(indent === undefined
        ? {}
        : { indent: { firstLine: twipsOfPt(size * indent), firstLineChars: indent * 100 } }),
      ...(keepNext === undefined ? {} : { keepNext }),
      ...(outline === undefined ? {} : { outlineLevel: outline })
    }
  }
}

export function paperStyles(fonts: FontTable): IStylesOptions {
  return {
    default: {
      document: {
        run: { ...face(fonts, 'body', SIZE.三号), language: { value: 'en-US', eastAsia: 'zh-CN' } }
      }
    },
    paragraphStyles: Object.entries(FORMATS).map(([id, format]) => styleOf(id, format, fonts))
  }
}
