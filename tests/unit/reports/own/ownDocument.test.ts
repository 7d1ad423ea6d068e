import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type ISectionOptions
} from 'docx'
import { describe, expect, it } from 'vitest'
import { isAppError } from '#shared/appError.ts'
import { checkOwnDocument, fillOwnDocument } from '#electron/reports/own/ownDocument.ts'
import type { TemplateData } from '#shared/domain/report/template/templateData.ts'
import { AT, officeFacts } from '../../../helpers/reportFacts.ts'
import { changedParts, partsOf, textPart } from '../../fill/packages.ts'
import { parse } from '../openPackage.ts'
import { dataFor } from './templateBook.ts'

const FILE = '我们的通报.docx'
const BODY = 'word/document.xml'

/** Runs of their own: Word breaks placeholders wherever somebody paused. */
const text = (...runs: string[]): Paragraph =>
  new Paragraph({ children: runs.map((run, index) => new TextRun({ text: run, bold: index % 2 === 1 })) })
const table = (...rows: string[][]): Table =>
  new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [text(cell)] })) })
    )
  })

async function document(
  children: ISectionOptions['children'],
  more: Partial<ISectionOptions> = {}
): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ ...more, children }] })))
}

/** Texts of the paragraphs of a part, read by a browser's parser. */
async function paragraphs(bytes: Uint8Array, path = BODY): Promise<string[]> {
  const xml = parse(await textPart(bytes, path))
  return [...xml.getElementsByTagName('w:p')].map((p) =>
    [...p.getElementsByTagName('w:t')].map((t) => t.textContent).join('')
  )
}

/** Rows of the tables as texts of their cells. */
async function tableRows(bytes: Uint8Array): Promise<string[][]> {
  const xml = parse(await textPart(bytes, BODY))
  return [...xml.getElementsByTagName('w:tr')].map((row) =>
    [...row.getElementsByTagName('w:tc')].map((cell) => cell.textContent)
  )
}

const fill = (bytes: Uint8Array, data: TemplateData): Uint8Array =>
  fillOwnDocument({ bytes, file: FILE }, data, AT).bytes

describe.each([3, 23, 200])('a circular of the unit’s own with %i units', (count) => {
  it('repeats the row of a table without any mark, and fills placeholders across runs', async () => {
    const size = { units: count, hostileNames: true }
    const bytes = await document([
      text('关于{{期', '间}}考核的通报'),
      text('参评｛｛参评单位数｝｝个。'),
      table(['名次', '单位', '得分'], ['{{名次}}', '{{单位}}', '{{总得分}}'])
    ])
    const out = fill(bytes, dataFor(size))
    const said = await paragraphs(out)
    expect(said[0]).toBe('关于2026年第三季度考核的通报')
    expect(said[1]).toBe(`参评${count}个。`)
    const units = officeFacts(size).results.races.flatMap((race) =>
      race.groups.flatMap((group) => group.units)
    )
    expect(await tableRows(out)).toEqual([
      ['名次', '单位', '得分'],
      ...units.map((unit) => [String(unit.rank ?? '/'), unit.name, unit.total?.printed ?? '/'])
    ])
  })
})

it('fills lists and conditions written as loops, and headers and footers', async () => {
  const data = dataFor({ units: 23 })
  const bytes = await document(
    [
      text('{{#未报送}}{{单位}}：{{情况}}；{{/未报送}}'),
      text('{{^红榜}}没有红榜{{/}}'),
      text('{{#预览标记}}只给内部{{/预览标记}}'),
      table(['{{#黑榜}}{{单位}}', '{{上榜理由}}{{/黑榜}}'], ['单位', '事由'])
    ],
    {
      headers: { default: new Header({ children: [text('{{机构}}')] }) },
      footers: { default: new Footer({ children: [text('快照 {{快照}}')] }) }
    }
  )
  const none = {
    ...data,
    list: (name: string) => (name === '红榜' ? { ...data.list(name)!, rows: [] } : data.list(name))
  }
  const out = fill(bytes, none)
  const [first, second, third] = await paragraphs(out)
  expect(first).toBe(`${data.list('未报送')!.rows[0]!.value('单位') as string}：缺项；`)
  expect(second).toBe('没有红榜')
  expect(third).toBe('')
  expect((await tableRows(out)).at(-1)).toEqual(['单位', '事由'])
  const parts = [...(await partsOf(out))].filter(([path]) => /word\/(header|footer)\d*\.xml/.test(path))
  expect(parts.map(([, part]) => part.toString()).join()).toMatch(/江澜市体育局.*快照 2026Q3-r1/s)
})

it('keeps styles, sections, pictures and every other part byte for byte', async () => {
  const bytes = await document([
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('{{标题}}'), new PageBreak()] }),
    table(['{{单位}}'])
  ])
  const data = dataFor({ units: 3 })
  const out = fill(bytes, data)
  expect(await changedParts(bytes, out)).toEqual([BODY])
  expect(fill(bytes, data)).toEqual(out)
  const xml = await textPart(out, BODY)
  expect(xml).toContain('<w:pStyle w:val="Heading1"/>')
  const section = (part: string): string | undefined => /<w:sectPr[\s\S]*<\/w:sectPr>/.exec(part)?.[0]
  expect(section(xml)).toBe(section(await textPart(bytes, BODY)))
})

it('puts the mark of a preview into every header that there is, and makes one where there is none', async () => {
  const data = dataFor({ units: 3, frozen: false })
  const plain = fill(await document([text('{{期间}}')]), data)
  const made = [...(await partsOf(plain)).keys()].find((path) => /headerPreview/.test(path))!
  expect(await paragraphs(plain, made)).toEqual(['预览，未定稿'])
  expect(await textPart(plain, 'word/_rels/document.xml.rels')).toContain(made.slice('word/'.length))
  const own = fill(
    await document([text('{{期间}}')], {
      properties: { titlePage: true },
      headers: { default: new Header({ children: [text('机密')] }) }
    }),
    data
  )
  const heads = [...(await partsOf(own)).keys()].filter((path) => /word\/header/.test(path))
  expect(heads).toHaveLength(2)
  for (const path of heads) expect((await paragraphs(own, path))[0]).toBe('预览，未定稿')
  expect(await textPart(own, BODY)).toMatch(/<w:headerReference[^>]*w:type="first"/)
})

it('writes control characters and markup of names as text', async () => {
  const data = dataFor({ units: 3, hostileNames: true })
  const odd = {
    ...data,
    value: (name: string) => (name === '机构' ? 'a\u0001<b>&\n第二行' : data.value(name))
  }
  const out = fill(await document([text('{{机构}}')]), odd)
  expect((await paragraphs(out))[0]).toBe('a<b>&第二行')
  expect(await textPart(out, BODY)).toContain('<w:br/>')
})

describe('a document with mistakes', () => {
  const problemsOf = async (...children: Parameters<typeof document>[0]) => {
    const bytes = await document(children)
    return checkOwnDocument({ bytes, file: FILE }, dataFor({ units: 3 })).problems
  }

  it('is told in Chinese, with the paragraph, and not filled', async () => {
    const bytes = await document([
      text('合计：{{总得份}}'),
      text('{{总得分}}在这里'),
      text('{{#排名}}{{单位}}')
    ])
    const { problems } = checkOwnDocument({ bytes, file: FILE }, dataFor({ units: 3 }))
    expect(problems[0]!.message).toContain('「合计：{{总得份}}」这一段')
    expect(problems[0]!.suggestion).toContain('{{总得分}}')
    expect(problems[1]!.suggestion).toContain('写在表格的一行里')
    expect(problems[2]!.message).toContain('没有对应的「{{/排名}}」')
    expect(() => fill(bytes, dataFor({ units: 3 }))).toThrow(/没有对应的内容/)
    try {
      fill(await document([text('{{#排名}}{{单位}}')]), dataFor({ units: 3 }))
      expect.unreachable()
    } catch (error) {
      expect(isAppError(error) && error.code).toBe('VALIDATION_FAILED')
    }
  })

  it.each([
    ['{{期间', '没有写完'],
    ['期间}}', '前面少了两个大括号'],
    ['{{#排名}}{{单位}}{{/未报送}}', '不是一对'],
    ['{{#排明}}{{单位}}{{/排明}}', '要重复的清单不存在']
  ])('%s: %s', async (wrong, said) => {
    const messages = (await problemsOf(text(wrong))).map(({ message }) => message)
    expect(messages.join()).toContain(said)
  })
})
