import { withoutSerial, nameKey, tidy } from '../names/normaliseLabel.ts'
import type { NextTable } from '../extract/values.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { headerTexts, rowKind, type RowScope } from '../header/rowKind.ts'
import type { SheetAnalysis } from '../analysis.ts'
import { problemSourceIn, registerTypeIn } from './readWords.ts'
import { readItemRow, saysSomething, type ReadRow } from './readItem.ts'
import { cellOf, wordsOf, type RegisterScope } from './registerScope.ts'
import type { StagedItem } from './stagedItem.ts'

export interface ExtractedItems {
  items: StagedItem[]
  skippedRows: SheetAnalysis['skippedRows']
  next: NextTable | null
  /** What the last heading said holds for the tables below as well. */
  scope: RegisterScope
  /** Rows whose register nobody knows. */
  untyped: number
}

/** A title with the rows that it is merged over. */
interface Group {
  title: RawCell
  rows: number[]
  scope: RegisterScope
}

/** Reads the body of a register down to the next header or the end of the sheet. */
export function extractItems(start: RegisterScope): ExtractedItems {
  const { grid, header } = start
  const title = start.plans.find((plan) => plan.field === 'title')!
  const rows: RowScope = {
    grid,
    header,
    valueColumns: new Set(
      start.plans.filter(({ field }) => field !== 'serial' && field !== 'title').map(({ col }) => col)
    ),
    known: (text) => start.context.units.match(text).status === 'FOUND',
    isUnit: null,
    headerTexts: headerTexts(grid, header)
  }
  const skippedRows: SheetAnalysis['skippedRows'] = []
  const groups: Group[] = []
  let scope = start
  let next: NextTable | null = null
  for (const row of grid.rows) {
    if (row <= header.last) continue
    const kind = rowKind(row, rows)
    if (kind.kind === 'NEXT_TABLE') {
      next = { first: row, header: row, unit: scope.unit }
      break
    }
    const cell = grid.at(row, title.col)
    const isAlone =
      kind.kind === 'SKIP' && kind.reason.startsWith('小标题') && isOwnTitle(row, title.col, scope)
    if (kind.kind === 'TOTAL') skippedRows.push({ row, reason: `${kind.label}行，不是事项` })
    else if (kind.kind === 'UNIT_LINE') {
      scope = { ...scope, unit: codeIn(kind.pair.value, scope) }
      skippedRows.push({ row, reason: `「${kind.pair.key}」行` })
    } else if (kind.kind === 'SKIP' && !isAlone) {
      if (kind.reason.startsWith('小标题')) scope = underBand(grid.rowCells(row)[0]!, scope)
      skippedRows.push({ row, reason: kind.reason })
    } else if (cell !== null && wordsOf(cell) !== '') {
      const last = groups.at(-1)
      if (last?.title.address === cell.address) last.rows.push(row)
      else groups.push({ title: cell, rows: [row], scope })
    } else if (saysSomething(row, scope) && groups.at(-1)?.rows.at(-1) === row - 1) {
      // CSV files and careless sheets leave the cells under a merged title empty.
      groups.at(-1)!.rows.push(row)
    } else skippedRows.push({ row, reason: '没有写事项' })
  }
  const read = groups.flatMap((group) => itemsOf(group))
  const untyped = read.filter((row) => row.untyped).length
  return { items: withParents(read, scope), skippedRows, next, scope, untyped }
}

/** A lone text in the title column is an item without anything else, unless it is numbered like a heading. */
function isOwnTitle(row: number, col: number, { grid }: RegisterScope): boolean {
  const [only, ...others] = grid.rowCells(row)
  if (only === undefined || others.length > 0 || only.col !== col || grid.mergeAt(row, col) !== null)
    return false
  return !/^[(（]?[一二三四五六七八九十]+[)）、.．]/.test(only.value.trim()) && col > 0
}

function codeIn(text: string, { context }: RegisterScope): string | null {
  const match = context.units.match(text)
  return match.status === 'FOUND' ? match.code : null
}

/** 一、巡视问题: what a heading inside the table says of the rows below it. */
function underBand(cell: RawCell, scope: RegisterScope): RegisterScope {
  const text = tidy(cell.value)
  const plain = withoutSerial(nameKey(text)).replace(/\(?(?:共\d+[项条个]|\d+[项条个])\)?$/, '')
  const unit = codeIn(plain, scope)
  const type = registerTypeIn(plain)
  const source = problemSourceIn(plain)
  const isProblems = (type ?? scope.type) === 'PROBLEM'
  if (unit !== null) return { ...scope, unit, band: null }
  if (isProblems && source !== null) return { ...scope, type: type ?? scope.type, source, band: null }
  if (type !== null && plain.length <= 12) return { ...scope, type, source: null, band: null }
  return { ...scope, band: plain === '' ? text : plain }
}

type Made = ReadRow & { parentAddress: string | null }

function itemsOf({ title, rows, scope }: Group): Made[] {
  const [first, ...others] = rows
  const head = readItemRow(title, first!, scope)
  if (head === null) return []
  if (others.length === 0) return [{ ...head, parentAddress: null }]
  const parts = rows.flatMap((row) => partOf(title, row, scope) ?? [])
  const differs = (['owner', 'due'] as const).some(
    (field) => new Set(parts.map(({ item }) => item.fields[field] ?? '')).size > 1
  )
  return differs && parts.length === rows.length ? asChildren(head, parts, scope) : [joined(head, parts)]
}

/** One of the rows under a merged title: named by what it says itself. */
function partOf(title: RawCell, row: number, scope: RegisterScope): ReadRow | null {
  const own = (['content', 'measures'] as const)
    .map((field) => cellOf(field, row, scope))
    .find((cell) => cell !== null && cell.row === row && wordsOf(cell) !== '')
  return readItemRow(own ?? title, row, scope)
}

/** The rows differ in owner or day: each is an item of its own under the merged one. */
function asChildren(head: ReadRow, parts: readonly ReadRow[], scope: RegisterScope): Made[] {
  const { content: _content, measures: _measures, owner: _owner, due: _due, ...rest } = head.item.fields
  const owners = new Set(parts.map(({ item }) => item.fields.owner ?? null))
  const [owner] = owners
  const due = parts
    .map(({ item }) => item.fields.due ?? '')
    .toSorted()
    .at(-1)!
  const parent: Made = {
    ...head,
    item: {
      ...head.item,
      fields: {
        ...rest,
        ...(owners.size === 1 && owner != null ? { owner } : {}),
        ...(due === '' ? {} : { due })
      },
      progress: [],
      state: null,
      closeOut: null
    },
    parentAddress: null
  }
  scope.sink.add(
    { address: head.item.address, value: head.item.raw },
    {
      code: 'MERGED_ITEM',
      level: 'confirm',
      message: `「${head.item.fields.title}」下面 ${parts.length} 行的责任单位或时限不同：登记为 1 个上级事项和 ${parts.length} 个下级事项。`,
      suggestion: '如果只是一件事，请在原表合并责任单位和时限。',
      group: `MERGED_ITEM:${scope.sheet}`
    }
  )
  const children = parts.map((part): Made => {
    const { content, ...fields } = part.item.fields
    const same = content === undefined || content.replace(/\n/g, '') === fields.title
    return {
      ...part,
      item: { ...part.item, number: null, fields: same ? fields : { ...fields, content } },
      parentAddress: head.item.address
    }
  })
  return [parent, ...children]
}

/** Rows that only go on with the words of one item. */
function joined(head: ReadRow, parts: readonly ReadRow[]): Made {
  const words = (pick: (part: ReadRow) => string | undefined): string =>
    [...new Set(parts.map(pick).filter((text) => text !== undefined && text !== ''))].join('\n')
  const content = words(({ item }) => item.fields.content)
  const measures = words(({ item }) => item.fields.measures)
  const text = words(({ item }) => item.progress.at(-1)?.text)
  const last = head.item.progress.at(-1)
  return {
    ...head,
    bad: head.bad || parts.some(({ bad }) => bad),
    item: {
      ...head.item,
      fields: {
        ...head.item.fields,
        ...(content === '' ? {} : { content }),
        ...(measures === '' ? {} : { measures })
      },
      progress:
        text === ''
          ? head.item.progress
          : [
              ...head.item.progress.slice(0, -1),
              { ...(last ?? { on: null, percent: null, amount: null }), text }
            ]
    },
    parentAddress: null
  }
}

/** 1.1 under 1, (1) under 1; the 编号 of the item above; errors and repeats stay out. */
function withParents(rows: readonly Made[], scope: RegisterScope): StagedItem[] {
  const bySerial = new Map<string, string>()
  let plain: string | null = null
  const seen = new Map<string, StagedItem>()
  const staged: StagedItem[] = []
  for (const { item, bad, serial, parentAddress } of rows) {
    const { parentNumber, ...own } = item
    const key = nameKey(serial).replace(/[.、]$/, '')
    const dotted = /^(\d+(?:[.-]\d+)*)[.-]\d+$/.exec(key)?.[1]
    const inBrackets = /^\(\d+\)$/.test(key)
    const above = dotted !== undefined ? bySerial.get(dotted) : inBrackets ? (plain ?? undefined) : undefined
    if (/^\d+$/.test(key)) plain = item.address
    if (key !== '') bySerial.set(key, item.address)
    const address = parentAddress ?? above ?? null
    const parent =
      parentNumber !== null
        ? { address: null, number: parentNumber }
        : address === null || address === item.address
          ? null
          : { address, number: null }
    if (parentNumber !== null && parentNumber === item.number) {
      tellCycle(item, scope)
      continue
    }
    if (bad) continue
    const one: StagedItem = { ...own, parent }
    if (isRepeated(one, seen, scope)) continue
    staged.push(one)
  }
  return withoutCycles(staged, scope)
}

function isRepeated(item: StagedItem, seen: Map<string, StagedItem>, scope: RegisterScope): boolean {
  const { type, title, owner } = item.fields
  const key = item.number ?? JSON.stringify([type, nameKey(title), owner ?? '', item.parent?.address ?? ''])
  const first = seen.get(key)
  if (first === undefined) {
    seen.set(key, item)
    return false
  }
  if (scope.context.fixes.cells[`${scope.sheet}!${item.address}`]?.as === 'CONFIRMED') return false
  scope.sink.add(
    { address: item.address, value: item.raw },
    {
      code: 'DUPLICATE_ITEM',
      level: 'error',
      message: `与 ${first.address} 是同一事项：${item.number ?? title}。`,
      suggestion: '重复的请不导入这一格；确实是两件事的，请在原表写明区别。'
    }
  )
  return true
}

/** A chain of 上级编号 that comes back to itself. */
function withoutCycles(items: readonly StagedItem[], scope: RegisterScope): StagedItem[] {
  const byNumber = new Map(
    items.flatMap((item) => (item.number === null ? [] : [[item.number, item] as const]))
  )
  return items.filter((item) => {
    const met = new Set<string>()
    let at: StagedItem | undefined = item
    while (at?.parent?.number != null) {
      if (at.number !== null && met.has(at.number)) {
        tellCycle(item, scope)
        return false
      }
      if (at.number !== null) met.add(at.number)
      at = byNumber.get(at.parent.number)
    }
    return true
  })
}

function tellCycle(
  item: { address: string; raw: string; number: string | null },
  { sink }: RegisterScope
): void {
  sink.add(
    { address: item.address, value: item.raw },
    {
      code: 'PARENT_CYCLE',
      level: 'error',
      message: `「${item.number ?? item.raw}」的上级编号绕回到它自己。`,
      suggestion: '请在原表改正上级编号后重新导入，或不导入这一格。'
    }
  )
}
