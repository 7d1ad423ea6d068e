import JSZip from 'jszip'
import { parse } from '../reports/openPackage.ts'

/** Every part of a package, unpacked by a library that had no part in writing it. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true })
  const parts = new Map<string, Buffer>()
  for (const [path, entry] of Object.entries(zip.files))
    if (!entry.dir) parts.set(path, await entry.async('nodebuffer'))
  return parts
}

/** Names of the parts that differ, with `+` for new and `-` for lost ones. */
export async function changedParts(before: Uint8Array, after: Uint8Array): Promise<string[]> {
  const [old, now] = await Promise.all([partsOf(before), partsOf(after)])
  const changed = [...now].flatMap(([path, part]) => {
    const original = old.get(path)
    if (original === undefined) return [`+${path}`]
    return original.equals(part) ? [] : [path]
  })
  return [...changed, ...[...old.keys()].filter((path) => !now.has(path)).map((path) => `-${path}`)].sort()
}

export async function textPart(bytes: Uint8Array, path: string): Promise<string> {
  return (await partsOf(bytes)).get(path)!.toString('utf8')
}

/** A package of these parts. */
export async function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [path, content] of Object.entries(parts)) zip.file(path, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches'
]

const columnNumber = (letters: string): number =>
  [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0)

const elements = (document: Document, name: string): Element[] => [
  ...document.getElementsByTagNameNS('*', name)
]

function ascending(values: readonly number[], what: string): string[] {
  return values.some((value, index) => index > 0 && value <= values[index - 1]!)
    ? [`${what} not ascending`]
    : []
}

function sheetFaults(path: string, document: Document, styles: number): string[] {
  const rows = elements(document, 'row').filter((row) => row.hasAttribute('r'))
  const faults = ascending(
    rows.map((row) => Number(row.getAttribute('r'))),
    `${path}: rows`
  )
  for (const row of rows) {
    const cells = [...row.children].filter((cell) => cell.localName === 'c' && cell.hasAttribute('r'))
    const columns = cells.map((cell) => columnNumber(/^[A-Z]+/.exec(cell.getAttribute('r')!)![0]))
    faults.push(...ascending(columns, `${path}: cells of row ${row.getAttribute('r')}`))
    for (const cell of cells) {
      const [address, style] = [cell.getAttribute('r')!, Number(cell.getAttribute('s') ?? 0)]
      if (!address.endsWith(row.getAttribute('r')!)) faults.push(`${path}: ${address} in another row`)
      if (styles > 0 && style >= styles) faults.push(`${path}: ${address} has style ${style} of ${styles}`)
      const type = cell.getAttribute('t')
      const has = (name: string): boolean => [...cell.children].some((child) => child.localName === name)
      if (type === 'inlineStr' && !has('is')) faults.push(`${path}: ${address} without its text`)
    }
  }
  return faults
}

/** What is wrong with the structure of a package, as far as filling touches it. */
export async function structuralFaults(bytes: Uint8Array): Promise<string[]> {
  const parts = await partsOf(bytes)
  const faults: string[] = []
  const document = (path: string): Document =>
    parse(
      parts
        .get(path)!
        .toString('utf8')
        .replace(/^\ufeff/, '')
    )
  const find = (pattern: RegExp): string | undefined => [...parts.keys()].find((path) => pattern.test(path))

  const stylesPath = find(/styles\.xml$/i)
  let styles = 0
  if (stylesPath !== undefined) {
    const part = document(stylesPath)
    for (const name of ['cellXfs', 'fills']) {
      const list = elements(part, name)[0]
      if (list === undefined) continue
      const count = list.getAttribute('count')
      if (count !== null && Number(count) !== list.children.length)
        faults.push(`${name}: count ${count}, but ${list.children.length}`)
      if (name === 'cellXfs') styles = list.children.length
    }
    const fills = elements(part, 'fills')[0]?.children.length ?? 0
    for (const format of elements(part, 'cellXfs')[0]?.children ?? []) {
      if (Number(format.getAttribute('fillId') ?? 0) >= Math.max(1, fills)) faults.push('fillId out of range')
    }
  }
  const book = find(/workbook\.xml$/i)
  if (book !== undefined) {
    const order = [...document(book).documentElement.children]
      .map((child) => WORKBOOK_ORDER.indexOf(child.localName))
      .filter((index) => index >= 0)
    faults.push(...ascending(order, 'workbook children'))
  }
  for (const [path, part] of parts) {
    if (!/\.xml$/i.test(path) || !part.subarray(0, 4096).includes('worksheet')) continue
    if (/worksheets\//i.test(path)) faults.push(...sheetFaults(path, document(path), styles))
  }
  return faults
}
