import { tidy } from '#shared/domain/importing/names/normaliseLabel.ts'
import { unitMatcher } from '#shared/domain/importing/names/matchUnit.ts'
import type { UnitKind } from '#shared/domain/scheme/schemeDefinition.ts'
import { UNIT_KINDS } from '../../../../text/scheme.ts'
import type { Draft } from '../../editorTab.ts'
import { readDecimal } from '../readDecimal.ts'

export interface PastedUnit {
  /** 1-based line of the pasted text. */
  line: number
  name: string
  shortName?: string
  kind?: UnitKind
  staff?: number
  /** Name of a group as pasted, and its code where the scheme has one of that name; else it is made. */
  groupName?: string
  group?: string
  /** NEW is added; KNOWN stands in the scheme already; TWICE stood above in the same list. */
  status: 'NEW' | 'KNOWN' | 'TWICE'
}

type Column = 'name' | 'shortName' | 'kind' | 'staff' | 'group'

const HEADS: Record<Column, RegExp> = {
  name: /^((参评|被考核|考核)?单位|(单位|处室|部门)?名称|考核对象|处室|部门|科室|部室|乡镇|镇乡|镇街|乡镇街道|县市区|县区|区县|市州|(单位)?全称|姓名)$/,
  shortName: /^(简称|单位简称)$/,
  kind: /^(性质|类别|单位性质|类型)$/,
  staff: /^(在编人数|在编|人数|编制|编制数)$/,
  group: /^(组别|分组|所在组|赛道)$/
}

/** Other words of offices for the kinds; the words of the screen count as well. */
const KIND_WORDS: readonly (readonly [RegExp, UnitKind])[] = [
  [/^(处室|机关处室|科室|部室|部门|内设机构)$/, 'DEPARTMENT'],
  [/^(直属单位|事业单位|直属事业单位|所属单位)$/, 'AFFILIATE'],
  [/^(子企业|企业|公司|子公司|所属企业)$/, 'SUBSIDIARY'],
  [/^(乡镇|街道|镇街|乡镇街道|镇|乡)$/, 'TOWNSHIP'],
  [/^(专班|工作专班|指挥部)$/, 'TASK_FORCE'],
  [/^(工作|工作项目)$/, 'WORK'],
  [/^(服务|服务项目)$/, 'SERVICE'],
  [/^(个人|人员|干部)$/, 'PERSON']
]

export function kindOfWord(text: string): UnitKind | undefined {
  const word = tidy(text)
  const shown = (Object.keys(UNIT_KINDS) as UnitKind[]).find((kind) => UNIT_KINDS[kind] === word)
  return shown ?? KIND_WORDS.find(([pattern]) => pattern.test(word))?.[1]
}

/**
 * A list of units as it comes from Excel or a text: one a line, columns by tabs. A head line (单位, 简称, 性质, 在编人数,
 * 组别) names the columns; without one the first column that is no serial number holds the names.
 */
export function parseUnitList(text: string, draft: Draft): PastedUnit[] {
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, cells: line.split('\t').map((cell) => tidy(cell)) }))
    .filter((row) => row.cells.some((cell) => cell !== ''))
  const head = headOf(rows[0]?.cells ?? [])
  const columns = head ?? { name: nameColumn(rows.map((row) => row.cells)) }
  const known = matcherOf(draft)
  const seen = new Set<string>()
  return (head === null ? rows : rows.slice(1)).flatMap(({ line, cells }) => {
    const name = cells[columns.name ?? 0] ?? ''
    if (name === '') return []
    const status = seen.has(name) ? 'TWICE' : known(name) ? 'KNOWN' : 'NEW'
    seen.add(name)
    return [{ line, name, status, ...restOf(cells, columns, draft) } satisfies PastedUnit]
  })
}

function headOf(cells: readonly string[]): Partial<Record<Column, number>> | null {
  const found: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(HEADS) as Column[]) {
    const at = cells.findIndex((cell) => HEADS[column].test(cell))
    if (at >= 0) found[column] = at
  }
  return found.name === undefined ? null : found
}

/** A first column of serial numbers is passed over. */
function nameColumn(rows: readonly (readonly string[])[]): number {
  const serial = rows.length > 0 && rows.every((cells) => /^\d*$/.test(cells[0] ?? '') && cells.length > 1)
  return serial ? 1 : 0
}

function restOf(
  cells: readonly string[],
  columns: Partial<Record<Column, number>>,
  draft: Draft
): Omit<PastedUnit, 'line' | 'name' | 'status'> {
  const cell = (column: Column): string => {
    const at = columns[column]
    return at === undefined ? '' : (cells[at] ?? '')
  }
  const kind = kindOfWord(cell('kind'))
  const staff = readDecimal(cell('staff'))
  const groupName = cell('group')
  const group = (draft.groups ?? []).find((item) => item.name !== undefined && tidy(item.name) === groupName)
  return {
    ...(cell('shortName') === '' ? {} : { shortName: cell('shortName') }),
    ...(kind === undefined ? {} : { kind }),
    ...(staff === null || !/^\d+$/.test(staff) ? {} : { staff: Number(staff) }),
    ...(groupName === '' ? {} : { groupName }),
    ...(group?.code === undefined ? {} : { group: group.code })
  }
}

function matcherOf(draft: Draft): (name: string) => boolean {
  const units = (draft.units ?? []).flatMap(({ code, name, shortName, aliases }) =>
    code === undefined || name === undefined
      ? []
      : [{ code, name, shortName: shortName ?? null, aliases: aliases ?? [], groups: [] }]
  )
  const matcher = unitMatcher(units, draft.organisation ?? '', { units: {} })
  return (name) => matcher.match(name).status === 'FOUND'
}
