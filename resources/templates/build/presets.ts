import { boardDocument, circularDocument } from './documents.ts'
import { displayBook, ledgerBook, rankingBook, summaryBook } from './workbooks.ts'

export interface Preset {
  id: string
  name: string
  description: string
  format: 'xlsx' | 'docx'
  readonly make: () => Promise<Uint8Array>
}

/** The gallery, in the order in which it is shown. */
export const presets: readonly Preset[] = [
  {
    id: 'ranking',
    name: '排名表',
    description: 'A4 横向，各组名次、得分、升降、差距、备注，落款和审签。',
    format: 'xlsx',
    make: rankingBook
  },
  {
    id: 'display',
    name: '晾晒榜',
    description: '大字一页纸，带得分条，适合张贴。',
    format: 'xlsx',
    make: displayBook
  },
  {
    id: 'circular',
    name: '公文通报',
    description: '按公文格式排的通报，附件是排名表。',
    format: 'docx',
    make: circularDocument
  },
  {
    id: 'summary',
    name: '成绩汇总（带图表）',
    description: '按机构顺序列出得分，另有各组平均和柱形图。',
    format: 'xlsx',
    make: summaryBook
  },
  {
    id: 'boards',
    name: '红黑榜',
    description: '上榜单位和理由，两张表。',
    format: 'docx',
    make: boardDocument
  },
  {
    id: 'ledger',
    name: '加减分和未报送',
    description: '加减分明细一张，未报齐单位一张。',
    format: 'xlsx',
    make: ledgerBook
  }
]
