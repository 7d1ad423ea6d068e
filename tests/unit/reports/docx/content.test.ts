import { describe, expect, it } from 'vitest'
import { cellText } from '#shared/domain/report/cellText.ts'
import type { PaperBlock } from '#shared/domain/report/reportContent.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { OFFICIAL_FONTS } from '#electron/reports/fontTable.ts'
import { writeDocx } from '#electron/reports/docx/writeDocx.ts'
import { AT, officeFacts } from '../../../helpers/reportFacts.ts'
import { everyBlock, rankingTable, tableOnly } from './fixture.ts'
import { readDocx, type ReadDocx, type ReadTable } from './readDocx.ts'

const write = async (...args: Parameters<typeof tableOnly>): Promise<ReadDocx> =>
  readDocx(await writeDocx(tableOnly(...args), OFFICIAL_FONTS, AT))

/** What each row of a table says, its merged text in place of the cells it covers. */
function said({ columns, rows, foot }: ReportTable, ids: readonly string[]): string[][] {
  const order = columns.map(({ id }) => id)
  return [...rows, ...foot].map((row) => {
    if (row.band !== undefined) return [row.band]
    const { merged } = row
    const covered = (id: string): boolean =>
      merged !== undefined &&
      order.indexOf(id) >= order.indexOf(merged.from) &&
      order.indexOf(id) <= order.indexOf(merged.to)
    return ids.flatMap((id, index) => {
      if (!covered(id)) return [cellText(row.cells[id])]
      return index > 0 && covered(ids[index - 1]!) ? [] : [merged!.text]
    })
  })
}

const texts = ({ rows }: ReadTable): string[][] => rows.map((row) => row.map(({ text }) => text))

describe('tables', () => {
  const sizes = [{ units: 3 }, { units: 23, hostileNames: true }, { units: 200, dimensions: 8 }]
  it.each(sizes)('says every cell as the report does: %j', async (size) => {
    const table = rankingTable(officeFacts(size))
    const { tables } = await write(table)
    expect(tables).toHaveLength(1)
    expect(texts(tables[0]!)).toEqual(
      said(
        table,
        table.columns.map(({ id }) => id)
      )
    )
  })

  it('has two rows of heads, bands over their columns, full marks beneath', async () => {
    const table = rankingTable(officeFacts({ units: 23 }))
    const [upper, lower] = (await write(table)).tables[0]!.heads
    expect(upper!.map(({ text, span }) => [text, span])).toEqual([
      ['名次', 1],
      ['单位', 1],
      ['基础分(100)', 1],
      ['重点工作', 2],
      ...table.columns
        .slice(5)
        .map(({ head, fullMark }) => [fullMark == null ? head : `${head}(${fullMark})`, 1])
    ])
    expect(lower!.filter(({ merge }) => merge === null).map(({ text }) => text)).toEqual([
      '目标任务(10)',
      '承诺事项(10)'
    ])
    expect(upper!.filter(({ merge }) => merge === 'restart')).toHaveLength(lower!.length - 2)
  })

  it('covers with the merged text what it replaces, and prints first places in red and bold', async () => {
    const table = rankingTable(officeFacts({ units: 23 }))
    const { rows } = (await write(table)).tables[0]!
    const blocked = rows.find((row) => row.some(({ text }) => text.startsWith('缺报，暂不计分')))!
    const ids = table.columns.map(({ id }) => id)
    expect(blocked.find(({ span }) => span > 1)!.span).toBe(ids.indexOf('TOTAL') - ids.indexOf('BASE') + 1)
    const first = rows.find((row) => row[0]!.text === '1')!
    expect(first[0]).toMatchObject({ colour: 'BF1A20', bold: true })
    expect(first[1]).toMatchObject({ colour: null, bold: false, align: 'left' })
    expect(first[2]).toMatchObject({ colour: null, align: 'right' })
  })

  it('splits thirty columns into parts that repeat rank and name and say everything once', async () => {
    const table = rankingTable(officeFacts({ units: 23, dimensions: 8 }), 3)
    const { tables, paragraphs } = await write(table)
    expect(tables.length).toBeGreaterThan(1)
    const order = table.columns.map(({ id }) => id)
    let next = 2
    for (const part of tables) {
      const ids = [...order.slice(0, 2), ...order.slice(next, next + part.widths.length - 2)]
      next += part.widths.length - 2
      expect(texts(part)).toEqual(said(table, ids))
    }
    expect(next).toBe(order.length)
    expect(paragraphs.filter(({ style }) => style === 'TableTitle').map(({ text }) => text)).toEqual([
      table.title,
      ...tables.slice(1).map((_, index) => `${table.title}（续表 ${index + 2}/${tables.length}）`)
    ])
    // Remarks and signatures stand once, behind the last part.
    expect(paragraphs.filter(({ style }) => style === 'Note').map(({ text }) => text)).toEqual(table.remarks)
    expect(paragraphs.filter(({ style }) => style === 'Signatures').map(({ text }) => text)).toEqual([
      table.signatures.join('\t')
    ])
  })

  it('sets the tables of the groups in one size', async () => {
    const facts = officeFacts({ units: 23, hostileNames: true })
    const whole = rankingTable(facts)
    const small: ReportTable = { ...rankingTable(officeFacts({ units: 3 })), orientation: 'LANDSCAPE' }
    const sizesOf = async (...tables: ReportTable[]): Promise<Set<string>> => {
      const document = { ...tableOnly(whole), sections: tables.flatMap((table) => tableOnly(table).sections) }
      const { document: xml } = await readDocx(await writeDocx(document, OFFICIAL_FONTS, AT))
      const cells = [...xml.getElementsByTagName('w:tc')]
      return new Set(
        cells.flatMap((cell) =>
          [...cell.getElementsByTagName('w:sz')].map((size) => size.getAttribute('w:val')!)
        )
      )
    }
    const [alone, beside] = [await sizesOf(small), await sizesOf(whole)]
    expect(alone).not.toEqual(beside)
    expect(await sizesOf(whole, small)).toEqual(beside)
  })
})

describe('text', () => {
  const paper = everyBlock(officeFacts({ units: 23 }))
  const blocks = paper.sections.flatMap((section) => section.blocks)
  const only = <T extends PaperBlock['type']>(type: T): Extract<PaperBlock, { type: T }>[] =>
    blocks.filter((block): block is Extract<PaperBlock, { type: T }> => block.type === type)

  it('says every heading, paragraph and line in its order and style', async () => {
    const { paragraphs } = await readDocx(await writeDocx(paper, OFFICIAL_FONTS, AT))
    const official = paragraphs.filter(
      ({ style }) => style === 'Body' || style?.startsWith('Heading') === true
    )
    expect(official).toEqual(
      blocks.flatMap((block) => {
        if (block.type === 'heading') return [{ style: `Heading${block.level}`, text: block.text }]
        if (block.type === 'paragraph')
          return [{ style: 'Body', text: block.runs.map(({ text }) => text).join('') }]
        return []
      })
    )
    const styled = (style: string): string[] =>
      paragraphs.filter((each) => each.style === style).map(({ text }) => text)
    expect(styled('DocNumber')).toEqual(only('docNumber').map(({ text }) => text))
    expect(styled('PaperTitle')).toEqual(['关于2026年第三季度“亮绩赛马”考核情况的通报', '未报送单位名单'])
    expect(styled('Flush')).toEqual(['各处室、各直属单位：'])
    expect(styled('AttachmentLabel')).toEqual(['附件1', '附件2'])
    expect(styled('Closing')).toEqual(['江澜市体育局考核办', '2026年10月15日'])
    expect(styled('Attachments')).toEqual(
      only('attachments')[0]!.items.map(
        (item, index) => `${index === 0 ? '附件：' : ''}${index + 1}.\t${item}`
      )
    )
  })

  it('says every figure of a card', async () => {
    const { tables } = await readDocx(await writeDocx(paper, OFFICIAL_FONTS, AT))
    const figures = only('figures')[0]!.items.map(({ label, value, note }) => label + value + note)
    expect(tables.find(({ heads }) => heads.length === 0)!.rows[0]!.map(({ text }) => text)).toEqual(figures)
  })

  it('leaves markup, formulas and control characters text', async () => {
    const text = '=1+1 @SUM <w:p>&amp;"\'\u0000\u0007\ud800 ]]> 完'
    const hostile = {
      ...paper,
      title: text,
      mark: text,
      provenance: text,
      sections: [{ ...paper.sections[0]!, blocks: [{ type: 'paragraph', runs: [{ text }] } as const] }]
    }
    const { paragraphs, parts } = await readDocx(await writeDocx(hostile, OFFICIAL_FONTS, AT))
    const clean = '=1+1 @SUM <w:p>&amp;"\' ]]> 完'
    expect(paragraphs.map((each) => each.text)).toContain(clean)
    for (const path of ['word/header1.xml', 'word/footer1.xml', 'docProps/core.xml'])
      expect(parts.get(path)).toContain('@SUM &lt;w:p&gt;&amp;amp;')
  })
})
