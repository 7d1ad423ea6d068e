import type { RawRange } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { xmlAttribute } from '../xmlTokens.ts'
import { parseRange } from './a1Ref.ts'
import { movedFormula, movedRange, movedRefs, movedRow, rangeText, type Insertion } from './rowMap.ts'
import { textSplices } from './textSplices.ts'
import { withoutSparklines } from './movedSparklines.ts'
import {
  applySplices,
  findElement,
  findTags,
  walkTags,
  withAttribute,
  type Splice,
  type TagSpot
} from './xmlEdit.ts'

/** Attributes that hold addresses of the sheet, by element. Those of a view never grow. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  dimension: ['ref'],
  conditionalFormatting: ['sqref'],
  dataValidation: ['sqref'],
  hyperlink: ['ref'],
  autoFilter: ['ref'],
  sortState: ['ref'],
  sortCondition: ['ref'],
  protectedRange: ['sqref'],
  ignoredError: ['sqref'],
  cellWatch: ['r'],
  inputCells: ['r'],
  table: ['ref'],
  location: ['ref']
}
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  sheetView: ['topLeftCell'],
  pane: ['topLeftCell'],
  selection: ['activeCell', 'sqref'],
  comment: ['ref'],
  threadedComment: ['ref']
}

/** A tag with some attributes changed; null where none is. */
function changedTag(tag: TagSpot, changes: Readonly<Record<string, string>>): Splice[] {
  let { attributes } = tag
  for (const [name, value] of Object.entries(changes)) attributes = withAttribute(attributes, name, value)
  if (attributes === tag.attributes) return []
  const slash = tag.kind === 'empty' ? '/' : ''
  return [{ start: tag.start, end: tag.end, text: `<${tag.prefix}${tag.name}${attributes}${slash}>` }]
}

/** Addresses in attributes, outside the cells themselves. */
function addressSplices(xml: string, insertion: Insertion): Splice[] {
  const names = [...Object.keys(ADDRESSES), ...Object.keys(VIEWS)]
  return findTags(xml, names).flatMap((tag) => {
    const grows = tag.name in ADDRESSES
    const changes: Record<string, string> = {}
    for (const name of (grows ? ADDRESSES : VIEWS)[tag.name]!) {
      const value = xmlAttribute(tag.attributes, name)
      if (value === undefined) continue
      const moved = movedRefs(insertion, value, grows)
      if (moved !== value) changes[name] = moved
    }
    return changedTag(tag, changes)
  })
}

/** Elements outside cells whose text is a formula. */
const FORMULAS = ['formula', 'formula1', 'formula2', 'calculatedColumnFormula', 'totalsRowFormula']

/** Formulas of conditional formats, validations, tables and sparklines of a sheet, and targets of its links. */
export function withMovedRules(xml: string, insertion: Insertion, sheet: string): string {
  const change = (text: string): string => movedFormula(insertion, text, { sheet })
  const links = findTags(xml, ['hyperlink']).flatMap((tag) => {
    const location = xmlAttribute(tag.attributes, 'location')
    return location === undefined ? [] : changedTag(tag, { location: change(location) })
  })
  // `f` with a prefix stands in extensions; without one it is a cell's own and already done.
  const extensions = textSplices(xml, ['f'], (text, { prefix }) => (prefix === 'xm:' ? change(text) : text))
  return applySplices(xml, [...textSplices(xml, FORMULAS, change), ...extensions, ...links])
}

function breakSplices(xml: string, { row: at, count }: Insertion): Splice[] {
  const rows = findElement(xml, 'rowBreaks')
  if (rows === null) return []
  return findTags(xml, ['brk'])
    .filter(({ start }) => start > rows.open.start && start < rows.end)
    .flatMap((tag) => {
      const id = Number(xmlAttribute(tag.attributes, 'id'))
      // A break stands behind the row whose 1-based number it has.
      return id - 1 >= at ? changedTag(tag, { id: String(id + count) }) : []
    })
}

function mergeSplices(xml: string, insertion: Insertion): Splice[] {
  const list = findElement(xml, 'mergeCells')
  if (list === null) return []
  const { row: at, count } = insertion
  const copies: RawRange[] = []
  const tags = findTags(xml, ['mergeCell'])
  const splices = tags.flatMap((tag) => {
    const range = parseRange(xmlAttribute(tag.attributes, 'ref') ?? '')
    if (range === null) return []
    const isOneRow = range.top === at && range.bottom === at
    if (isOneRow)
      for (let step = 1; step <= count; step++) copies.push({ ...range, top: at + step, bottom: at + step })
    return changedTag(tag, { ref: rangeText(movedRange(insertion, range, !isOneRow)) })
  })
  if (copies.length === 0) return splices
  const { open } = list
  const added = copies.map((range) => `<${open.prefix}mergeCell ref="${rangeText(range)}"/>`).join('')
  const attributes = withAttribute(open.attributes, 'count', String(tags.length + copies.length))
  return [
    ...splices,
    { start: open.start, end: open.end, text: `<${open.prefix}mergeCells${attributes}>` },
    { start: list.innerEnd, end: list.innerEnd, text: added }
  ]
}

/** Everything of a sheet part around its cells. */
export function withMovedSheet(whole: string, insertion: Insertion): string {
  const { xml, putBack } = withoutSparklines(whole, insertion)
  const moved = applySplices(xml, [
    ...addressSplices(xml, insertion),
    ...breakSplices(xml, insertion),
    ...mergeSplices(xml, insertion),
    ...textSplices(xml, ['sqref'], (text) => movedRefs(insertion, text))
  ])
  return putBack(withMovedAnchors(withMovedRules(moved, insertion, insertion.sheet), insertion))
}

/** A table, comments or a pivot table's place. */
export function withMovedAddresses(xml: string, insertion: Insertion): string {
  return withMovedRules(applySplices(xml, addressSplices(xml, insertion)), insertion, insertion.sheet)
}

const ANCHORS = ['twoCellAnchor', 'oneCellAnchor', 'anchor']

/** Pictures, charts and controls that begin below the pattern row move down; none is stretched. */
export function withMovedAnchors(xml: string, insertion: Insertion): string {
  const splices: Splice[] = []
  let anchor: { fixed: boolean; moves: boolean | null } | null = null
  let row: TagSpot | null = null
  for (const tag of walkTags(xml, [...ANCHORS, 'row'])) {
    if (tag.name !== 'row') {
      const fixed = xmlAttribute(tag.attributes, 'editAs') === 'absolute'
      anchor = tag.kind === 'open' ? { fixed, moves: null } : null
      continue
    }
    if (anchor === null || anchor.fixed) continue
    if (tag.kind === 'open') row = tag
    else if (tag.kind === 'close' && row !== null) {
      const value = Number(xml.slice(row.end, tag.start))
      anchor.moves ??= value > insertion.row
      if (anchor.moves)
        splices.push({ start: row.end, end: tag.start, text: String(value + insertion.count) })
      row = null
    }
  }
  return applySplices(xml, splices)
}

/** Notes and form controls of old kind: `x:Anchor` holds column, offset, row, offset of both corners. */
export function withMovedVml(xml: string, insertion: Insertion): string {
  const shape = /<x:ClientData[\s\S]*?<\/x:ClientData>/g
  return xml.replace(shape, (data) => {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(data)?.[1]
    const anchor = /<x:Anchor>([^<]*)<\/x:Anchor>/.exec(data)?.[1]
    const numbers = anchor?.split(',').map((text) => Number(text.trim()))
    const at = row === undefined ? numbers?.[2] : Number(row)
    if (at === undefined || movedRow(insertion, at) === at) return data
    const moved = data.replace(/(<x:Row>)\s*\d+\s*(<\/x:Row>)/, `$1${at + insertion.count}$2`)
    if (numbers?.length !== 8) return moved
    numbers[2]! += insertion.count
    numbers[6]! += insertion.count
    return moved.replace(/(<x:Anchor>)[^<]*(<\/x:Anchor>)/, `$1${numbers.join(', ')}$2`)
  })
}
