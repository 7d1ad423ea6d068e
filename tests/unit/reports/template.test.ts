import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import type { AskedCell, TemplateSheet, TemplateWorkbook } from '#electron/reports/template/templateSheet.ts'
import { writeTemplateWorkbook } from '#electron/reports/template/templateWorkbook.ts'
import { readBytes } from '#electron/workbook/readBytes.ts'
import { DEFAULT_READ_LIMITS } from '#electron/workbook/readLimits.ts'
import { KEY_SHEET, keyLines, readKey } from '#shared/domain/importing/template/templateKey.ts'
import { sha256 } from '#shared/domain/importing/template/sha256.ts'

const AT = new Date('2026-09-25T01:30:00Z')

const asked = (over: Partial<AskedCell> = {}): AskedCell => ({
  unit: 'industry',
  indicator: 'money',
  name: '到位资金',
  field: 'actual',
  rater: null,
  measure: '万元',
  blank: 'MISSING',
  prompt: '只填数，单位万元；没有发生填 0，不适用填 /。',
  range: null,
  isWhole: false,
  ...over
})

const text = (content: string) => ({ kind: 'text', text: content }) as const

function workbook(over: Partial<TemplateSheet> = {}): TemplateWorkbook {
  return {
    head: {
      kind: 'head',
      formatVersion: 1,
      id: '1f0c0f5e-8a3a-4a4e-9d5b-0d8f2f5d7c11',
      schemeCode: 'bureau',
      schemeVersion: 2,
      schemeTitle: '季度赛马办法',
      period: '2026Q3',
      unit: { code: 'industry', name: '体育产业处' },
      issuedAt: AT.toISOString()
    },
    sheets: [
      {
        name: '考核填报表',
        title: '2026年第三季度考核填报表',
        left: '填报单位：体育产业处',
        right: '只填白底格子',
        columns: [
          { path: ['指标'], width: 24, align: 'left' },
          { path: ['到位资金（万元）', '目标'], width: 12, align: 'right' },
          { path: ['到位资金（万元）', '完成'], width: 12, align: 'right' },
          { path: ['备注'], width: 20, align: 'left' }
        ],
        rows: [
          [
            text('=到位资金'),
            { kind: 'number', value: '0.1234567890123456789', target: null },
            { kind: 'input', asked: asked() },
            { kind: 'remark' }
          ],
          [
            text('名次'),
            { kind: 'none' },
            {
              kind: 'input',
              asked: asked({ indicator: 'rank', range: { min: '1', max: null }, isWhole: true })
            },
            { kind: 'remark' }
          ]
        ],
        labels: [0],
        remark: 3,
        pinned: 1,
        unit: { code: 'industry', name: '体育产业处' },
        ...over
      }
    ],
    notes: { title: '填表说明', paragraphs: ['1．只填白底的格子。'] }
  }
}

async function parts(template = workbook()) {
  const { bytes, checksum } = await writeTemplateWorkbook(template, AT)
  const zip = await JSZip.loadAsync(bytes)
  const part = (name: string): Promise<string> => zip.file(name)!.async('string')
  return {
    bytes,
    checksum,
    sheet: await part('xl/worksheets/sheet1.xml'),
    book: await part('xl/workbook.xml')
  }
}

describe('a workbook to be filled in', () => {
  it('is the same for the same content', async () => {
    const [one, other] = await Promise.all([parts(), parts()])
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
  })

  it('lets only the cells to fill in, remarks and signatures be typed into, without a password', async () => {
    const { bytes, sheet } = await parts()
    const protection = /<sheetProtection [^>]*>/.exec(sheet)![0]
    expect(protection).toContain('sheet="1"')
    expect(protection).not.toMatch(/hash|password|saltValue/i)
    const zip = await JSZip.loadAsync(bytes)
    const styles = await zip.file('xl/styles.xml')!.async('string')
    const xfs = /<cellXfs[\s\S]*?<\/cellXfs>/
      .exec(styles)![0]
      .match(/<xf [^>]*\/>|<xf [^>]*[^/]>[\s\S]*?<\/xf>/g)!
    const open = [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)]
      .filter(([, , style]) => xfs[Number(style)]!.includes('locked="0"'))
      .map(([, address]) => address)
    expect(open.filter((address) => /[1-6]$/.test(address!))).toEqual(['C5', 'D5', 'C6', 'D6'])
    expect(open.some((address) => address!.endsWith('8'))).toBe(true)
  })

  it('checks what is typed and says what to type', async () => {
    const { sheet } = await parts()
    const checks = [...sheet.matchAll(/<dataValidation [\s\S]*?<\/dataValidation>/g)].map(([xml]) => xml)
    expect(checks).toHaveLength(2)
    expect(checks[0]).toContain('<formula1>OR(C5="/",ISNUMBER(C5))</formula1>'.replace(/"/g, '&quot;'))
    expect(checks[0]).toContain('单位万元')
    expect(checks[1]).toContain('C6=INT(C6)')
    expect(checks[1]).toContain('C6&gt;=1')
  })

  it('prints on A4 landscape with its head on every page', async () => {
    const { sheet, book } = await parts()
    expect(sheet).toMatch(
      /<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"|<pageSetup [^>]*orientation="landscape"[^>]*paperSize="9"/
    )
    expect(sheet).toContain('ySplit="4"')
    expect(sheet).toMatch(/<oddFooter>[^<]*第 &amp;P 页/)
    expect(book).toContain('考核填报表&apos;!$1:$4')
  })

  it('hides its key deeper than a menu reaches, and the key is read back', async () => {
    const { bytes, book, checksum } = await parts()
    expect(book).toMatch(/<sheet [^>]*name="亮绩模板"[^>]*state="veryHidden"/)
    const raw = await readBytes({ file: '表.xlsx', bytes, limits: DEFAULT_READ_LIMITS })
    const reading = readKey(raw.sheets.find((sheet) => sheet.name === KEY_SHEET)!)
    expect(reading?.status).toBe('OK')
    if (reading?.status !== 'OK') return
    expect(keyLines(reading.key).checksum).toBe(checksum)
    expect(reading.key.cells.map(({ row, col, path }) => [row, col, path])).toEqual([
      [4, 2, '到位资金（万元）/完成'],
      [5, 2, '到位资金（万元）/完成']
    ])
  })

  it('keeps text that looks like a formula, and digits that a double loses', async () => {
    const { bytes } = await parts()
    const sheet = XLSX.read(bytes).Sheets['考核填报表']!
    expect(sheet['A5']).toMatchObject({ t: 's', v: '=到位资金' })
    expect((sheet['A5'] as XLSX.CellObject).f).toBeUndefined()
    expect(sheet['B5']).toMatchObject({ t: 's', v: '0.1234567890123456789' })
  })
})

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'
  ]
])('hashes %j as FIPS 180-4 says', (message, digest) => {
  expect(sha256(message)).toBe(digest)
})
