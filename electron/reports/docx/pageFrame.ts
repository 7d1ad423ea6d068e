import {
  AlignmentType,
  DocumentGridType,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun as Run,
  type ISectionOptions
} from 'docx'
import type { PaperDocument } from '#shared/domain/report/reportContent.ts'
import type { FontTable } from '../fontTable.ts'
import { LINE, SIZE, twipsOfPt, type PageGeometry } from './paperFormat.ts'
import { paragraph } from './paragraphs.ts'
import { words } from './text.ts'

/** One character from the edge of the 版心 (GB/T 9704 §7.5). */
const PAGE_NUMBER_INDENT = twipsOfPt(SIZE.四号)

/** 「— 1 —」, 4号宋体, in the outer corner; provenance in the inner one. */
function officialFoot(side: 'ODD' | 'EVEN', provenance: string, fonts: FontTable, width: number): Footer {
  const song = fonts.song.name
  const number = new Run({
    children: ['— ', PageNumber.CURRENT, ' —'],
    size: SIZE.四号 * 2,
    font: { ascii: song, hAnsi: song, eastAsia: song }
  })
  const tab = new Run({ children: [new Tab()] })
  const children = side === 'ODD' ? [...words(provenance), tab, number] : [number, tab, ...words(provenance)]
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageFoot',
        indent: side === 'ODD' ? { right: PAGE_NUMBER_INDENT } : { left: PAGE_NUMBER_INDENT },
        tabStops: [
          { type: TabStopType.RIGHT, position: side === 'ODD' ? width - PAGE_NUMBER_INDENT : width }
        ],
        children
      })
    ]
  })
}

/** A table or card that is no part of a 公文: where it comes from, and which page of how many. */
function plainFoot(provenance: string, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageFoot',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          ...words(provenance),
          new Run({
            children: [new Tab(), '第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
            font: { hint: 'eastAsia' }
          })
        ]
      })
    ]
  })
}

function head(mark: string): Header {
  return new Header({ children: [paragraph('PageHead', mark, { alignment: AlignmentType.CENTER })] })
}

/** Whether pages differ by side, as those of a 公文 do. Word knows this for whole documents only. */
export function isOfficial({ sections }: PaperDocument): boolean {
  return sections.some(({ layout }) => layout === 'OFFICIAL')
}

/** Size, margins, text grid, head and foot of a section's pages. */
export function pageFrame(
  document: PaperDocument,
  page: PageGeometry,
  fonts: FontTable
): Pick<ISectionOptions, 'properties' | 'headers' | 'footers'> {
  const official = isOfficial(document)
  const { mark, provenance } = document
  const { textWidth } = page
  return {
    properties: {
      page: {
        size: {
          width: page.width,
          height: page.height,
          orientation: page.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
        },
        margin: page.margins
      },
      ...(page.layout === 'OFFICIAL'
        ? {
            grid: { type: DocumentGridType.LINES, linePitch: LINE }
          }
        : {})
    },
    ...(mark === '' ? {} : { headers: { default: head(mark), ...(official ? { even: head(mark) } : {}) } }),
    footers: official
      ? {
          default: officialFoot('ODD', provenance, fonts, textWidth),
          even: officialFoot('EVEN', provenance, fonts, textWidth)
        }
      : { default: plainFoot(provenance, textWidth) }
  }
}
