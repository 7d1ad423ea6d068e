import { createHash } from 'node:crypto'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import XLSX from 'xlsx'
import { isAppError } from '#shared/appError.ts'
import { deckReport } from '#shared/domain/report/deck/deckReport.ts'
import { writeDeck } from '#electron/reports/pptx/writeDeck.ts'
import { describeRendered, pdfPages, renderPdf, validate } from '../../../helpers/officeFiles.ts'
import { AT, officeFacts, OPTIONS } from '../../../helpers/reportFacts.ts'
import { changed, generatedMaster, impressMaster } from './masters.ts'
import { readDeck, wordsOf } from './readDeck.ts'

const facts = officeFacts({ units: 23, frozen: false })
const deck = deckReport.deck!(facts, OPTIONS)

/** The library's types do not know its OLE2 containers. */
const { CFB } = XLSX as unknown as {
  CFB: {
    utils: { cfb_new: () => object; cfb_add: (container: object, path: string, content: Buffer) => void }
    write: (container: object, options: { type: 'buffer' }) => Buffer
  }
}

/** Parts that make up a unit's own look. */
const LOOK = /^ppt\/(theme|slideMasters|slideLayouts|media)\//

async function hashes(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes)
  const files = Object.entries(zip.files).filter(([, entry]) => !entry.dir)
  const found = await Promise.all(
    files.map(async ([path, entry]) => {
      const content = await entry.async('uint8array')
      return [path, createHash('sha256').update(content).digest('hex')] as const
    })
  )
  return new Map(found)
}

/** Parts of a package that masters and layouts lead to. */
async function lookOf(bytes: Uint8Array): Promise<[string, string][]> {
  const zip = await JSZip.loadAsync(bytes)
  const all = await hashes(bytes)
  const owners = [...all.keys()].filter((path) => /^ppt\/slide(Masters|Layouts)\/_rels\//.test(path))
  const texts = await Promise.all(owners.map((path) => zip.file(path)!.async('string')))
  const media = new Set(
    texts.flatMap((text) => [...text.matchAll(/media\/[^"]+/g)].map(([name]) => `ppt/${name}`))
  )
  return [...all].filter(([path]) => LOOK.test(path) && (!path.startsWith('ppt/media/') || media.has(path)))
}

describe.each([
  ['4:3, by pptxgenjs', () => generatedMaster('LAYOUT_4x3')],
  ['16:9, by pptxgenjs', () => generatedMaster('LAYOUT_16x9')]
])('a master of the unit’s own, %s', (_name, make) => {
  const master = make()
  const written = master.then((bytes) => writeDeck(deck, bytes, AT))

  it('stays byte for byte, its size too', async () => {
    const after = await hashes(await written)
    const before = await lookOf(await master)
    expect(before.length).toBeGreaterThan(5)
    for (const [path, hash] of before) expect([path, after.get(path)]).toEqual([path, hash])
    const [own, read] = [await readDeck(await written), await sizeOf(await master)]
    expect([own.width, own.height]).toEqual(read)
  })

  it('loses its sample slides with all that belongs to them', async () => {
    const read = await readDeck(await written)
    const text = [...read.opened.parts.values()].join('')
    expect(text).not.toContain('样张')
    const types = read.opened.parts.get('[Content_Types].xml')!
    for (const [, path] of types.matchAll(/PartName="\/([^"]+)"/g))
      expect(read.opened.parts.has(path!)).toBe(true)
  })

  it('has no error for the Open XML SDK', async () => {
    expect(await validate(await written, 'pptx')).toEqual([])
  })

  it('carries all words and numbers of the deck in its own layouts', async () => {
    const read = await readDeck(await written)
    const words = read.slides.map(wordsOf).join('\n')
    for (const slide of deck.slides) {
      expect(read.slides.map((each) => each.title)).toContain(slide.title)
      for (const part of slide.parts) {
        if (part.type === 'bullets') for (const item of part.items) expect(words).toContain(item)
        if (part.type === 'table')
          for (const { cells } of part.table.rows)
            if (typeof cells.name === 'string') expect(words).toContain(cells.name)
      }
    }
    for (const slide of read.slides) {
      expect(slide.layout).toMatch(/^ppt\/slideLayouts\//)
      expect(slide.texts.join('\n')).toContain(deck.provenance)
      expect(slide.texts).toContain('预览，未定稿')
      for (const size of slide.cellSizes) expect(size).toBeGreaterThanOrEqual(12)
      for (const size of slide.bulletSizes) expect(size).toBeGreaterThanOrEqual(18)
      for (const { right, bottom } of slide.edges) {
        expect(right).toBeLessThanOrEqual(read.width)
        expect(bottom).toBeLessThanOrEqual(read.height)
      }
    }
  })

  it('gives the same bytes again', async () => {
    const again = await writeDeck(deck, await master, AT)
    expect(Buffer.from(again).equals(Buffer.from(await written))).toBe(true)
  })
})

async function sizeOf(bytes: Uint8Array): Promise<number[]> {
  const zip = await JSZip.loadAsync(bytes)
  const text = await zip.file('ppt/presentation.xml')!.async('string')
  const [, width, height] = /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(text)!
  return [Number(width), Number(height)]
}

describeRendered('a master drawn in Impress', () => {
  it('is taken, validates and prints every slide with its mark', async () => {
    const master = await impressMaster()
    const bytes = await writeDeck(deck, master, AT)
    expect(await validate(bytes, 'pptx')).toEqual([])
    const after = await hashes(bytes)
    for (const [path, hash] of await lookOf(master)) expect([path, after.get(path)]).toEqual([path, hash])
    const { slides } = await readDeck(bytes)
    const pages = await pdfPages(await renderPdf(bytes, 'pptx'))
    expect(pages).toHaveLength(slides.length)
    for (const page of pages) expect(page).toContain('预览，未定稿')
  })
})

describe('our own slides as a master', () => {
  it('are written over by the new ones', async () => {
    const first = await writeDeck(deck, null, AT)
    const again = await writeDeck(deck, first, AT)
    expect(await validate(again, 'pptx')).toEqual([])
    expect((await readDeck(again)).slides.map((slide) => slide.title)).toEqual(
      deck.slides.map((slide) => slide.title)
    )
  })
})

describe('what presentations bring along', () => {
  it('sections, shows, view state and macros that know the sample slides go with them', async () => {
    const master = await changed(
      await generatedMaster('LAYOUT_16x9'),
      (path, text) => {
        if (path === 'ppt/presentation.xml')
          return text.replace(
            '</p:presentation>',
            '<p:custShowLst><p:custShow name="短" id="0"><p:sldLst><p:sld r:id="rId2"/></p:sldLst></p:custShow></p:custShowLst>' +
              '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="样张节" id="{A0000000-0000-0000-0000-000000000001}"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>'
          )
        if (path === 'ppt/_rels/presentation.xml.rels')
          return text.replace(
            '</Relationships>',
            '<Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>'
          )
        return path === '[Content_Types].xml'
          ? text.replace('presentationml.presentation.main+xml', 'presentationml.template.main+xml')
          : text
      },
      { 'ppt/vbaProject.bin': 'macro' }
    )
    const bytes = await writeDeck(deck, master, AT)
    expect(await validate(bytes, 'pptx')).toEqual([])
    const { parts } = (await readDeck(bytes)).opened
    expect(parts.has('ppt/vbaProject.bin')).toBe(false)
    expect(parts.get('ppt/presentation.xml')).not.toMatch(/sectionLst|custShow/)
    expect(parts.get('[Content_Types].xml')).toContain('presentationml.presentation.main+xml')
  })

  it('a layout without title and body still holds everything', async () => {
    const master = await changed(await generatedMaster('LAYOUT_16x9'), (path, text) =>
      /slideLayouts\/slideLayout\d+\.xml$/.test(path)
        ? text.replace(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*<p:ph[\s\S]*?<\/p:sp>/g, '')
        : text
    )
    const bytes = await writeDeck(deck, master, AT)
    expect(await validate(bytes, 'pptx')).toEqual([])
    const words = (await readDeck(bytes)).slides.map(wordsOf).join('\n')
    for (const slide of deck.slides) expect(words).toContain(slide.title)
  })
})

describe('a file that is no master', () => {
  async function refusal(bytes: Uint8Array): Promise<{ code: string; sentence: string }> {
    try {
      await writeDeck(deck, bytes, AT)
    } catch (error) {
      if (isAppError(error)) return { code: error.code, sentence: error.toSentence() }
      throw error
    }
    throw new Error('was taken')
  }
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)

  it.each([
    ['nothing', new Uint8Array(), 'FILE_EMPTY'],
    ['a text', text('not a presentation'), 'FILE_UNSUPPORTED'],
    ['half a zip', text('PK\u0003\u0004 and no more'), 'FILE_TRUNCATED'],
    [
      'the head of an old file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'FILE_TRUNCATED'
    ]
  ])('%s is refused with what to do', async (_name, bytes, code) => {
    const found = await refusal(bytes)
    expect(found.code).toBe(code)
    expect(found.sentence).toMatch(/请.+。$/)
  })

  it('a workbook is refused', async () => {
    const zip = new JSZip()
    zip.file('[Content_Types].xml', '<Types/>')
    zip.file('xl/workbook.xml', '<workbook/>')
    expect(await refusal(await zip.generateAsync({ type: 'uint8array' }))).toMatchObject({
      code: 'FILE_UNSUPPORTED'
    })
  })

  it('a bomb is refused before it is unpacked', async () => {
    const zip = new JSZip()
    zip.file('[Content_Types].xml', '<Types/>')
    zip.file('ppt/presentation.xml', ' '.repeat(40_000_000))
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
    expect(await refusal(bytes)).toMatchObject({ code: 'FILE_TOO_COMPLEX' })
  })

  it.each([
    ['one with a password', 'EncryptedPackage', 'FILE_ENCRYPTED'],
    ['an old .ppt', 'PowerPoint Document', 'FILE_UNSUPPORTED']
  ])('%s is refused, saying so', async (_name, stream, code) => {
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, `/${stream}`, Buffer.alloc(5000))
    expect(await refusal(new Uint8Array(CFB.write(container, { type: 'buffer' })))).toMatchObject({ code })
  })
})
