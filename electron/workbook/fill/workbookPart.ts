import { xmlAttribute } from '../xmlTokens.ts'
import { applySplices, findElement, findTags, walkTags, withAttribute } from './xmlEdit.ts'

/** Elements that the schema puts behind `calcPr` in a workbook part. */
const AFTER_CALC = [
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst'
]

/** Asks office programs to calculate everything when the workbook is opened. */
export function withFullCalculation(xml: string): string {
  const [calc] = findTags(xml, ['calcPr'])
  if (calc !== undefined) {
    const attributes = withAttribute(calc.attributes, 'fullCalcOnLoad', '1')
    const text = `<${calc.prefix}calcPr${attributes}${calc.kind === 'empty' ? '/' : ''}>`
    return applySplices(xml, [{ start: calc.start, end: calc.end, text }])
  }
  // Those of the workbook itself stand behind its sheets.
  const sheets = findElement(xml, 'sheets')
  const from = sheets?.end ?? 0
  const next = [...walkTags(xml, [...AFTER_CALC, 'workbook'], from)][0]
  if (next === undefined) return xml
  const text = `<${sheets?.open.prefix ?? ''}calcPr fullCalcOnLoad="1"/>`
  return applySplices(xml, [{ start: next.start, end: next.start, text }])
}

/** Puts another sheet behind the others. */
export function withSheet(xml: string, sheet: { name: string; relation: string }): string {
  const list = findElement(xml, 'sheets')!
  const tags = findTags(xml, ['sheet'])
  const ids = tags.map(({ attributes }) => Number(xmlAttribute(attributes, 'sheetId')))
  const { prefix } = tags[0] ?? list.open
  const id = Math.max(0, ...ids.filter(Number.isFinite)) + 1
  const attributes = withAttribute(withAttribute('', 'name', sheet.name), 'sheetId', String(id))
  // The namespace is declared on the spot: the workbook's own prefix for it may be any.
  const text = `<${prefix}sheet${attributes} r:id="${sheet.relation}" xmlns:r="${relationsNamespace(xml)}"/>`
  return applySplices(xml, [{ start: list.innerEnd, end: list.innerEnd, text }])
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

/** Strict workbooks have namespaces of their own. */
export function relationsNamespace(xml: string): string {
  return xml.includes(STRICT) ? STRICT : TRANSITIONAL
}

export function mainNamespace(xml: string): string {
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
  return xml.includes(strict) ? strict : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
}
