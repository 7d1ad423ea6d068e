import { describe, expect, it } from 'vitest'
import type { PaperDocument } from '#shared/domain/report/reportContent.ts'
import { fontsAmong, OFFICIAL_FONTS } from '#electron/reports/fontTable.ts'
import { writeDocx } from '#electron/reports/docx/writeDocx.ts'
import { validate } from '../../../helpers/officeFiles.ts'
import { AT, officeFacts } from '../../../helpers/reportFacts.ts'
import { parse } from '../openPackage.ts'
import { everyBlock, rankingTable, tableOnly } from './fixture.ts'
import { readDocx } from './readDocx.ts'

const facts = officeFacts({ units: 23, hostileNames: true })
const documents: Record<string, PaperDocument> = {
  'every block': everyBlock(facts),
  '3 units, preview': { ...tableOnly(rankingTable(officeFacts({ units: 3 }))), mark: '预览，未定稿' },
  '200 units': tableOnly(rankingTable(officeFacts({ units: 200 }))),
  '30 columns': tableOnly(rankingTable(officeFacts({ units: 23, dimensions: 8 }), 3)),
  'nothing to say': { ...everyBlock(facts), sections: [] }
}

describe('the package', () => {
  it.each(Object.keys(documents))(
    'has nothing that the Open XML SDK minds: %s',
    async (name) => {
      expect(await validate(await writeDocx(documents[name]!, OFFICIAL_FONTS, AT), 'docx')).toEqual([])
    },
    60_000
  )

  it('is the same to the last byte for the same input, its parts dated from it', async () => {
    const first = await writeDocx(documents['every block']!, OFFICIAL_FONTS, AT)
    const again = await writeDocx(documents['every block']!, OFFICIAL_FONTS, AT)
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true)
    const { dates, parts } = await readDocx(first)
    // Zip entries are dated to two seconds.
    for (const date of dates) expect(Math.abs(date.getTime() - AT.getTime())).toBeLessThanOrEqual(2000)
    expect(parts.get('docProps/core.xml')!.match(/2026-10-15T04:00:00Z/g)).toHaveLength(2)
  })

  it('names title and program, and its language is Chinese', async () => {
    const { parts } = await readDocx(await writeDocx(documents['every block']!, OFFICIAL_FONTS, AT))
    const core = parse(parts.get('docProps/core.xml')!)
    expect(core.getElementsByTagName('dc:title')[0]!.textContent).toBe('2026年第三季度考核情况通报')
    expect(core.getElementsByTagName('dc:creator')[0]!.textContent).toBe('亮绩赛马')
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="zh-CN"')
  })

  it('names the fonts and what may stand in for them, and embeds none', async () => {
    const alternatives = async (fonts: typeof OFFICIAL_FONTS): Promise<Record<string, string | null>> => {
      const { parts } = await readDocx(await writeDocx(documents['3 units, preview']!, fonts, AT))
      expect([...parts.keys()].filter((path) => path.includes('fonts/'))).toEqual([])
      const table = parse(parts.get('word/fontTable.xml')!)
      return Object.fromEntries(
        [...table.getElementsByTagName('w:font')].map((font) => [
          font.getAttribute('w:name')!,
          font.getElementsByTagName('w:altName')[0]?.getAttribute('w:val') ?? null
        ])
      )
    }
    expect(await alternatives(OFFICIAL_FONTS)).toMatchObject({
      方正小标宋简体: '华文中宋',
      仿宋_GB2312: '仿宋',
      楷体_GB2312: '楷体'
    })
    expect(
      await alternatives(fontsAmong(new Set(['仿宋', '楷体', '黑体', '宋体', '华文中宋'])))
    ).toMatchObject({
      华文中宋: '方正小标宋简体',
      仿宋: '仿宋_GB2312',
      楷体: '楷体_GB2312',
      黑体: 'SimHei'
    })
  })

  it('shows charts as SVG with a PNG for programs that do not draw it, and tells them in words', async () => {
    const { document, parts } = await readDocx(await writeDocx(documents['every block']!, OFFICIAL_FONTS, AT))
    const pictures = [...document.getElementsByTagName('w:drawing')]
    expect(
      pictures.map((picture) => picture.getElementsByTagName('wp:docPr')[0]!.getAttribute('descr'))
    ).toEqual(['机关处室组总得分', '总得分走势'])
    const targets = new Map(
      [...parse(parts.get('word/_rels/document.xml.rels')!).getElementsByTagName('Relationship')].map(
        (each) => [each.getAttribute('Id')!, each.getAttribute('Target')!]
      )
    )
    for (const picture of pictures) {
      const png = picture.getElementsByTagName('a:blip')[0]!.getAttribute('r:embed')!
      const svg = picture.getElementsByTagName('asvg:svgBlip')[0]!.getAttribute('r:embed')!
      expect(targets.get(png)).toMatch(/\.png$/)
      expect(parts.get(`word/${targets.get(svg)!}`)).toMatch(/^<svg /)
    }
  })
})
