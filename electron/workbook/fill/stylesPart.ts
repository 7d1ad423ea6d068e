import { CHINESE_BUILTIN_FORMATS, meaningOfFormat, type FormatMeaning } from '../numberFormats.ts'
import { xmlAttribute } from '../xmlTokens.ts'
import {
  applySplices,
  escapeXml,
  findElement,
  walkTags,
  withAttribute,
  type Splice,
  type TagSpot
} from './xmlEdit.ts'

/** What a new cell format adds to the one that it comes from. */
export interface FormatChange {
  /** RRGGBB. */
  mark?: string
  wrap?: boolean
  /** Text that begins like a formula stays text when somebody edits the cell. */
  quoted?: boolean
  /** Number format code. */
  format?: string
}

interface Element {
  open: TagSpot
  text: string
}

/** Built-in formats that are dates everywhere (ECMA-376 18.8.30). */
const BUILTIN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])

const BUILTIN_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['0', 1],
  ['0.00', 2]
])
/** Ids below are built in (ECMA-376 18.8.30 and its Chinese additions). */
const FIRST_OWN_FORMAT = 176

/** The direct children of an element, as text. */
function childrenOf(xml: string, list: NonNullable<ReturnType<typeof findElement>>, name: string): Element[] {
  const found: Element[] = []
  let open: TagSpot | null = null
  for (const tag of walkTags(xml, [name], list.open.end, list.innerEnd)) {
    if (tag.kind === 'empty' && open === null) found.push({ open: tag, text: xml.slice(tag.start, tag.end) })
    else if (tag.kind === 'open' && open === null) open = tag
    else if (tag.kind === 'close' && open !== null) {
      found.push({ open, text: xml.slice(open.start, tag.end) })
      open = null
    }
  }
  return found
}

/** The formats of cells (`cellXfs`), to which new ones are added at the end; those in use never change. */
export class StylesPart {
  private readonly xml: string
  private readonly formats: readonly Element[]
  private readonly fills: readonly Element[]
  private readonly fonts: readonly Element[]
  private readonly numberFormats: ReadonlyMap<number, string>
  private readonly newFormats: string[] = []
  private readonly newNumberFormats = new Map<string, number>()
  private readonly newFills: string[] = []
  private readonly made = new Map<string, string>()

  constructor(xml: string) {
    this.xml = xml
    this.formats = this.list('cellXfs', 'xf')
    this.fills = this.list('fills', 'fill')
    this.fonts = this.list('fonts', 'font')
    this.numberFormats = new Map(
      this.list('numFmts', 'numFmt').map(({ open }) => [
        Number(xmlAttribute(open.attributes, 'numFmtId')),
        xmlAttribute(open.attributes, 'formatCode') ?? ''
      ])
    )
  }

  /** False where there is no list of cell formats to add to. */
  get usable(): boolean {
    return this.formats.length > 0 && this.fills.length > 0
  }

  /** What the number format of a cell format does to a number. */
  meaningOf(style: string | null): FormatMeaning {
    const id = Number(xmlAttribute(this.base(style)?.open.attributes ?? '', 'numFmtId') ?? 0)
    const code = this.numberFormats.get(id) ?? CHINESE_BUILTIN_FORMATS[id]
    if (code !== undefined) return meaningOfFormat(code)
    return BUILTIN_DATES.has(id) ? 'date' : 'number'
  }

  /** Without a number format of its own (常规). */
  isGeneral(style: string | null): boolean {
    return Number(xmlAttribute(this.base(style)?.open.attributes ?? '', 'numFmtId') ?? 0) === 0
  }

  /** Whether a cell breaks its text into lines, and the size of its letters in points. */
  looksOf(style: string | null): { wraps: boolean; size: number } {
    const base = this.base(style)
    const alignment = base === undefined ? null : findElement(base.text, 'alignment')
    const wraps = /^(?:1|true)$/.test(xmlAttribute(alignment?.open.attributes ?? '', 'wrapText') ?? '')
    const font = Number(xmlAttribute(base?.open.attributes ?? '', 'fontId') ?? 0)
    const size = findElement(this.fonts[font]?.text ?? '', 'sz')
    return { wraps, size: Number(xmlAttribute(size?.open.attributes ?? '', 'val') ?? 11) }
  }

  isQuoted(style: string | null): boolean {
    const flag = xmlAttribute(this.base(style)?.open.attributes ?? '', 'quotePrefix')
    return flag === '1' || flag === 'true'
  }

  /** Index of a cell format that is `style` with the change; all else of it stays. */
  derive(style: string | null, change: FormatChange): string {
    const key = JSON.stringify([style ?? '0', change.mark, change.wrap, change.quoted, change.format])
    const known = this.made.get(key)
    if (known !== undefined) return known
    const base = this.base(style)!
    this.newFormats.push(this.changed(base, change))
    const index = String(this.formats.length + this.newFormats.length - 1)
    this.made.set(key, index)
    return index
  }

  toXml(): string {
    if (this.newFormats.length === 0) return this.xml
    return applySplices(this.xml, [
      ...this.grownNumberFormats(),
      ...this.grown('fills', this.fills.length, this.newFills),
      ...this.grown('cellXfs', this.formats.length, this.newFormats)
    ])
  }

  private list(name: string, child: string): Element[] {
    const element = findElement(this.xml, name)
    return element === null ? [] : childrenOf(this.xml, element, child)
  }

  /** A style that the list does not have (writers get it wrong) shows as the first one. */
  private base(style: string | null): Element | undefined {
    return this.formats[Number(style ?? 0)] ?? this.formats[0]
  }

  private fillOf(mark: string, prefix: string): string {
    const p = prefix
    const fill = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${mark}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
    let at = this.newFills.indexOf(fill)
    if (at < 0) at = this.newFills.push(fill) - 1
    return String(this.fills.length + at)
  }

  private changed(base: Element, { mark, wrap, quoted, format }: FormatChange): string {
    const { prefix } = base.open
    let { attributes } = base.open
    if (mark !== undefined) {
      attributes = withAttribute(attributes, 'fillId', this.fillOf(mark, prefix))
      attributes = withAttribute(attributes, 'applyFill', '1')
    }
    if (quoted !== undefined) attributes = withAttribute(attributes, 'quotePrefix', quoted ? '1' : null)
    if (format !== undefined) {
      attributes = withAttribute(attributes, 'numFmtId', String(this.numberFormatOf(format)))
      attributes = withAttribute(attributes, 'applyNumberFormat', '1')
    }
    let inner =
      base.open.kind === 'empty'
        ? ''
        : base.text.slice(base.open.end - base.open.start, base.text.lastIndexOf('</'))
    if (wrap === true) {
      attributes = withAttribute(attributes, 'applyAlignment', '1')
      inner = wrapped(inner, prefix)
    }
    return inner === '' ? `<${prefix}xf${attributes}/>` : `<${prefix}xf${attributes}>${inner}</${prefix}xf>`
  }

  /** The id of a format code: built in, in the list, or new. */
  private numberFormatOf(code: string): number {
    const builtin = BUILTIN_NUMBERS.get(code)
    if (builtin !== undefined) return builtin
    const known = [...this.numberFormats].find(([, other]) => other === code)?.[0]
    const id = known ?? this.newNumberFormats.get(code)
    if (id !== undefined) return id
    const taken = Math.max(
      FIRST_OWN_FORMAT - 1,
      ...this.numberFormats.keys(),
      ...this.newNumberFormats.values()
    )
    this.newNumberFormats.set(code, taken + 1)
    return taken + 1
  }

  private grownNumberFormats(): Splice[] {
    const { size } = this.newNumberFormats
    if (size === 0) return []
    const list = findElement(this.xml, 'numFmts')
    const root = findElement(this.xml, 'styleSheet')!.open
    const { prefix } = root
    const added = [...this.newNumberFormats].map(
      ([code, id]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`
    )
    if (list !== null && list.open.kind === 'open')
      return this.grown('numFmts', this.numberFormats.size, added)
    const text = `<${prefix}numFmts count="${size}">${added.join('')}</${prefix}numFmts>`
    return list === null
      ? [{ start: root.end, end: root.end, text }]
      : [{ start: list.open.start, end: list.open.end, text }]
  }

  private grown(name: string, count: number, added: readonly string[]): Splice[] {
    if (added.length === 0) return []
    const { open, innerEnd } = findElement(this.xml, name)!
    const attributes = withAttribute(open.attributes, 'count', String(count + added.length))
    return [
      { start: open.start, end: open.end, text: `<${open.prefix}${name}${attributes}>` },
      { start: innerEnd, end: innerEnd, text: added.join('') }
    ]
  }
}

/** `alignment` is the first child of a format. */
function wrapped(inner: string, prefix: string): string {
  const alignment = findElement(inner, 'alignment')
  if (alignment === null) return `<${prefix}alignment vertical="center" wrapText="1"/>${inner}`
  const { open } = alignment
  const attributes = withAttribute(open.attributes, 'wrapText', '1')
  const tag = `<${prefix}alignment${attributes}${open.kind === 'empty' ? '/' : ''}>`
  return inner.slice(0, open.start) + tag + inner.slice(open.end)
}
