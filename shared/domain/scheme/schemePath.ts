/** Chinese names of the fields of a scheme file, as a clerk would call them. */
const FIELD_NAMES: Record<string, string> = {
  format: '文件格式',
  formatVersion: '格式版本',
  code: '代码',
  title: '方案名称',
  name: '名称',
  shortName: '简称',
  organisation: '单位全称',
  basisDocument: '依据文件',
  year: '年度',
  from: '起始季度',
  lines: '战线',
  line: '战线',
  units: '单位',
  groups: '组别',
  members: '成员',
  unit: '单位',
  rankMode: '排名方式',
  races: '赛项',
  dimensions: '板块',
  composition: '合成方式',
  indicators: '指标',
  aliases: '别名',
  direction: '方向',
  nature: '口径',
  precision: '数值小数位',
  fullMark: '满分',
  provider: '数据由谁报',
  owner: '责任单位',
  appliesTo: '适用范围',
  exceptUnits: '除外单位',
  missing: '缺报处理',
  clause: '条款',
  rule: '计分方式',
  kind: '种类',
  params: '参数',
  targets: '目标',
  base: '基本目标',
  stretch: '奋斗目标',
  phased: '时序目标',
  rankTarget: '排位目标',
  basis: '依据',
  adjustments: '加减分',
  classes: '类别',
  sign: '加还是减',
  cap: '封顶',
  bonusCap: '加分合计封顶',
  deductionCap: '减分合计封顶',
  tieBreak: '并列先后',
  policies: '通用规则',
  decimals: '小数位数',
  rounding: '取整方式',
  roundAt: '取整位置',
  judgeOn: '名次按哪个数',
  notApplicable: '不适用处理',
  capOrder: '封顶先后',
  tiedRankPoints: '并列名次得分',
  firstQuarter: '首个季度',
  emptyWords: '空缺用语',
  sample: '示例数据'
}

/**
 * A path inside a scheme file as words, with the names of the things on the way:
 * `赛项「季度赛马」› 板块「目标任务」› 指标「资金到位」› 满分`.
 */
export function schemePath(root: unknown, path: readonly PropertyKey[]): string {
  const parts: string[] = []
  let here: unknown = root
  for (const key of path) {
    here = member(here, key)
    if (typeof key === 'number') {
      const named = nameOf(here)
      parts.push(`${parts.pop() ?? ''}${named === null ? `第 ${key + 1} 项` : `「${named}」`}`)
    } else {
      parts.push(FIELD_NAMES[String(key)] ?? String(key))
    }
  }
  return parts.join(' › ')
}

function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined
}

function nameOf(value: unknown): string | null {
  const name = member(value, 'name') ?? member(value, 'unit') ?? member(value, 'code')
  return typeof name === 'string' && name.trim() !== '' ? name : null
}
