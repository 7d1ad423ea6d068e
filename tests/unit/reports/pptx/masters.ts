import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import JSZip from 'jszip'
import pptxgen from 'pptxgenjs'

/** Presentations as offices have them, made by programs that had no part in writing ours. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAQAAAAEAQMAAACTPww9AAAABlBMVEUfUYe/GiCNK2xnAAAADElEQVR4nGNgYGAAAAAEAAHAKsUPAAAAAElFTkSuQmCC'

/** 4:3 or 16:9 by pptxgenjs: a logo, a footer line, sample slides with a chart, a table, a picture and notes. */
export async function generatedMaster(layout: 'LAYOUT_4x3' | 'LAYOUT_16x9'): Promise<Uint8Array> {
  const deck = new pptxgen()
  const height = layout === 'LAYOUT_4x3' ? 7.5 : 5.625
  deck.layout = layout
  deck.theme = { headFontFace: '黑体', bodyFontFace: '仿宋' }
  deck.defineSlideMaster({
    title: '本局母版',
    background: { color: 'FDF7F2' },
    objects: [
      { rect: { x: 0, y: 0, w: '100%', h: 0.35, fill: { color: '9E1B20' } } },
      { image: { x: 0.2, y: 0.4, w: 0.5, h: 0.5, data: PICTURE } },
      {
        text: {
          text: '江澜市体育局内部资料',
          options: { x: 0.4, y: height - 0.35, w: 4, h: 0.25, fontSize: 10 }
        }
      },
      { placeholder: { options: { name: 'title', type: 'title', x: 0.9, y: 0.45, w: 8, h: 0.7 }, text: '' } },
      {
        placeholder: {
          options: { name: 'body', type: 'body', x: 0.5, y: 1.3, w: 9, h: height - 1.8 },
          text: ''
        }
      }
    ],
    slideNumber: { x: 9.2, y: height - 0.35 }
  })
  const slide = deck.addSlide({ masterName: '本局母版' })
  slide.addText('样张标题', { placeholder: 'title' })
  slide.addChart('bar', [{ name: '样张', labels: ['甲', '乙'], values: [1, 2] }], { x: 1, y: 2, w: 4, h: 2 })
  slide.addNotes('样张备注')
  const second = deck.addSlide({ masterName: '本局母版' })
  second.addTable([[{ text: '样张表格' }]], { x: 1, y: 2, w: 4 })
  second.addImage({ x: 6, y: 2, w: 1, h: 1, data: PICTURE })
  return (await deck.write({ outputType: 'uint8array' })) as Uint8Array
}

const FLAT_ODP = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:automatic-styles>
<style:page-layout style:name="PM1"><style:page-layout-properties fo:page-width="33.867cm" fo:page-height="19.05cm" style:print-orientation="landscape" fo:margin-top="0cm" fo:margin-bottom="0cm" fo:margin-left="0cm" fo:margin-right="0cm"/></style:page-layout>
<style:style style:name="band" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#8c1d18"/></style:style>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="机关母版" style:page-layout-name="PM1">
<draw:rect draw:style-name="band" svg:width="33.867cm" svg:height="1.2cm" svg:x="0cm" svg:y="0cm"/>
<draw:frame presentation:style-name="机关母版-title" svg:width="30cm" svg:height="2.4cm" svg:x="1.9cm" svg:y="1.5cm" presentation:class="title" presentation:placeholder="true"><draw:text-box/></draw:frame>
<draw:frame presentation:style-name="机关母版-outline1" svg:width="30cm" svg:height="12.5cm" svg:x="1.9cm" svg:y="4.2cm" presentation:class="outline" presentation:placeholder="true"><draw:text-box/></draw:frame>
<draw:frame svg:width="10cm" svg:height="1cm" svg:x="1.9cm" svg:y="17.6cm" presentation:class="footer"><draw:text-box><text:p><presentation:footer/></text:p></draw:text-box></draw:frame>
</style:master-page>
</office:master-styles>
<office:body><office:presentation>
<draw:page draw:name="样张1" draw:master-page-name="机关母版"><draw:frame svg:width="30cm" svg:height="2.4cm" svg:x="1.9cm" svg:y="1.5cm" presentation:class="title"><draw:text-box><text:p>样张标题</text:p></draw:text-box></draw:frame></draw:page>
<draw:page draw:name="样张2" draw:master-page-name="机关母版"><draw:frame svg:width="20cm" svg:height="5cm" svg:x="3cm" svg:y="6cm"><draw:text-box><text:p>样张正文</text:p></draw:text-box></draw:frame></draw:page>
</office:presentation></office:body></office:document>`

/** A master drawn in LibreOffice Impress and saved as .pptx. */
export async function impressMaster(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'liangji-master-'))
  try {
    const path = join(folder, 'master.fodp')
    await writeFile(path, FLAT_ODP)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await promisify(execFile)('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'pptx',
      '--outdir',
      folder,
      path
    ])
    return await readFile(join(folder, 'master.pptx'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Changes parts of a package: path → new text, null to drop it. */
export async function changed(
  bytes: Uint8Array,
  change: (path: string, text: string) => string | null,
  added: Readonly<Record<string, string>> = {}
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  for (const [path, entry] of Object.entries(zip.files)) {
    if (entry.dir || !/\.(xml|rels)$/.test(path)) continue
    const text = change(path, await entry.async('string'))
    if (text === null) zip.remove(path)
    else zip.file(path, text)
  }
  for (const [path, text] of Object.entries(added)) zip.file(path, text)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
