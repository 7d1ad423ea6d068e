import { posix } from 'node:path'
import { fileError, truncated, unreadable } from '../fileError.ts'
import type { ReadLimits } from '../readLimits.ts'
import { isCompleteXml } from '../sheetXml.ts'
import { sniff } from '../sniff.ts'
import { xmlAttribute } from '../xmlTokens.ts'
import { checkZipSizes, readZipDirectory, type ZipEntry } from '../zipDirectory.ts'
import { readZipPart } from '../zipPart.ts'
import { rewriteZip } from './rewriteZip.ts'
import { applySplices, findTags } from './xmlEdit.ts'

export interface Relation {
  id: string
  /** Last segment of the type: `worksheet`, `styles`, `table` … */
  type: string
  /** Path of the part inside the package, without a leading slash; as written for outside targets. */
  target: string
}

export interface SheetPart {
  name: string
  /** Path of the part. */
  path: string
  isWorksheet: boolean
}

const HOW_TO_SAVE =
  '请先在 Excel 里打开它，用「文件 → 另存为」选「Excel 工作簿 (*.xlsx)」；用 WPS 就在「文件 → 另存为」里选「Microsoft Excel 文件 (*.xlsx)」，再用另存的文件。'

function cannotFill(file: string, what: string, action = HOW_TO_SAVE): Error {
  return fileError('FILE_UNSUPPORTED', file, what, action)
}

/**
 * An .xlsx or .xlsm package whose parts are read and replaced as text. Parts nobody replaces keep their bytes,
 * packed as they are.
 */
export class BookPackage {
  readonly file: string
  /** Path of the workbook part. */
  readonly workbook: string
  private readonly bytes: Uint8Array
  private readonly limits: ReadLimits
  private readonly entries: readonly ZipEntry[]
  private readonly byName = new Map<string, ZipEntry>()
  private readonly texts = new Map<string, string>()
  private readonly replaced = new Map<ZipEntry, string>()
  private readonly added = new Map<string, string>()
  private readonly removed = new Set<ZipEntry>()

  /**
   * @throws FILE_UNSUPPORTED (.xls, .et, .xlsb, .ods, text …, with how to save it as .xlsx), FILE_ENCRYPTED,
   *   FILE_TRUNCATED, FILE_UNREADABLE, FILE_TOO_COMPLEX
   */
  constructor(bytes: Uint8Array, file: string, limits: ReadLimits) {
    this.bytes = bytes
    this.file = file
    this.limits = limits
    const container = sniff(bytes, file)
    if (container === 'text')
      throw cannotFill(file, '这是文本或网页表格（.csv、.txt 等），不能在原样上填写。')
    if (container !== 'zip')
      throw cannotFill(file, '这是旧格式（.xls、.et）或设了打开密码的表格，不能在原样上填写。')
    this.entries = readZipDirectory(bytes, file)
    checkZipSizes(this.entries, limits, file)
    for (const entry of this.entries) {
      const key = entry.name.toLowerCase()
      // Of two names that differ only in case the first counts, as for the reader.
      if (!this.byName.has(key)) this.byName.set(key, entry)
    }
    if (this.has('content.xml')) throw cannotFill(file, '这是 .ods 表格，不能在原样上填写。')
    if ([...this.byName.keys()].some((name) => /(^|\/)workbook\d*\.bin$/.test(name)))
      throw cannotFill(file, '这是二进制的 .xlsb 表格，不能在原样上填写。')
    const main = this.relationsOf('').find((relation) => relation.type === 'officeDocument')
    this.workbook = main?.target ?? 'xl/workbook.xml'
    const text = this.text(this.workbook)
    if (!/<(?:\w+:)?workbook[\s>]/.test(text)) throw cannotFill(file, '这不是表格文件。')
    if (!isCompleteXml(text, 'workbook')) throw truncated(file)
  }

  has(path: string): boolean {
    return this.byName.has(path.toLowerCase()) || this.added.has(path)
  }

  paths(): string[] {
    return [...this.kept().map((entry) => entry.name), ...this.added.keys()]
  }

  /** The part as text. @throws FILE_UNREADABLE where there is no such part or it is in an encoding nobody writes */
  text(path: string): string {
    const key = path.toLowerCase()
    const known = this.texts.get(key)
    if (known !== undefined) return known
    const entry = this.byName.get(key)
    if (entry === undefined) throw unreadable(this.file, new Error(`no part ${path}`))
    const text = this.decode(readZipPart(this.bytes, entry, this.limits.maxPartBytes, this.file))
    if (text.slice(0, 4096).includes('<!ENTITY')) throw unreadable(this.file)
    this.texts.set(key, text)
    return text
  }

  replace(path: string, text: string): void {
    const key = path.toLowerCase()
    if (this.text(path) === text) return
    this.texts.set(key, text)
    const entry = this.byName.get(key)
    if (entry === undefined) this.added.set(path, text)
    else this.replaced.set(entry, text)
  }

  add(path: string, text: string): void {
    this.added.set(path, text)
    this.texts.set(path.toLowerCase(), text)
  }

  /** Takes a part out, with its content type and the relations of `owner` to it. */
  remove(path: string, owner: string): void {
    const entry = this.byName.get(path.toLowerCase())
    if (entry === undefined) return
    this.byName.delete(path.toLowerCase())
    this.texts.delete(path.toLowerCase())
    this.replaced.delete(entry)
    this.removed.add(entry)
    const ids = this.relationsOf(owner).flatMap(({ id, target }) => (target === path ? [id] : []))
    this.dropTags(relationsPath(owner), 'Relationship', 'Id', ids)
    this.dropTags('[Content_Types].xml', 'Override', 'PartName', [`/${path}`])
  }

  /** Relations of a part (`''`: of the package), with targets resolved. */
  relationsOf(path: string): Relation[] {
    const relations = relationsPath(path)
    if (!this.has(relations)) return []
    return findTags(this.text(relations), ['Relationship']).flatMap(({ attributes }) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => xmlAttribute(attributes, name))
      if (id === undefined || type === undefined || target === undefined) return []
      const outside = xmlAttribute(attributes, 'TargetMode') === 'External'
      const resolved = posix.join(posix.dirname(`/${path}`), target.replaceAll('\\', '/'))
      const inside = target.startsWith('/') ? target.slice(1) : resolved.replace(/^\//, '')
      return [{ id, type: type.slice(type.lastIndexOf('/') + 1), target: outside ? target : inside }]
    })
  }

  /** Sheets in the order of their tabs. */
  sheets(): SheetPart[] {
    const relations = new Map(this.relationsOf(this.workbook).map((relation) => [relation.id, relation]))
    return findTags(this.text(this.workbook), ['sheet']).flatMap(({ attributes }) => {
      const name = xmlAttribute(attributes, 'name')
      const relation = relations.get(/[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '')
      if (name === undefined || relation === undefined || !this.has(relation.target)) return []
      return [{ name, path: relation.target, isWorksheet: relation.type === 'worksheet' }]
    })
  }

  /** The whole package with what was replaced and added. */
  toBytes(): Uint8Array {
    const encoded = new Map([...this.replaced].map(([entry, text]) => [entry, this.encode(entry, text)]))
    const added = new Map([...this.added].map(([name, text]) => [name, Buffer.from(text, 'utf8')]))
    return rewriteZip(this.bytes, this.kept(), encoded, added, this.file)
  }

  private kept(): readonly ZipEntry[] {
    return this.removed.size === 0 ? this.entries : this.entries.filter((entry) => !this.removed.has(entry))
  }

  /** Empty tags of this name whose attribute is one of these values. */
  private dropTags(path: string, name: string, attribute: string, values: readonly string[]): void {
    const xml = this.text(path)
    const tags = findTags(xml, [name]).filter((tag) =>
      values.includes(xmlAttribute(tag.attributes, attribute) ?? '')
    )
    this.replace(
      path,
      applySplices(
        xml,
        tags.map(({ start, end }) => ({ start, end, text: '' }))
      )
    )
  }

  private decode(part: Buffer): string {
    if (isUtf16(part)) return part.toString('utf16le')
    try {
      // Keeps a byte order mark, so that what nobody touches is written back as it was.
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part)
    } catch (cause) {
      throw unreadable(this.file, cause)
    }
  }

  private encode(entry: ZipEntry, text: string): Uint8Array {
    const original = readZipPart(this.bytes, entry, this.limits.maxPartBytes, this.file)
    return Buffer.from(text, isUtf16(original) ? 'utf16le' : 'utf8')
  }
}

function isUtf16(part: Buffer): boolean {
  return part[0] === 0xff && part[1] === 0xfe
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; `''` → `_rels/.rels`. */
export function relationsPath(path: string): string {
  return posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`)
}
