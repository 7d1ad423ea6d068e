import type { Problem } from '../../../problem.ts'
import type { SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import { repeatedIn } from './checkWords.ts'

/** Codes that stand twice. Indicators are unique in the whole scheme: readings name them without their race. */
export function checkCodes(scheme: SchemeDefinition): Problem[] {
  const dimensions = scheme.races.flatMap((race) => race.dimensions)
  return [
    ...repeated('单位', scheme.units),
    ...repeated('战线', scheme.lines),
    ...repeated('组别', scheme.groups),
    ...repeated('赛项', scheme.races),
    ...repeated('赛项总分', scheme.totals),
    ...repeated('否决事项', scheme.vetoKinds),
    ...sameNames(scheme),
    ...scheme.races.flatMap((race) => [
      ...repeated(`赛项「${race.name}」的板块`, race.dimensions),
      ...repeated(`赛项「${race.name}」的加减分类别`, race.adjustments.classes),
      ...repeated(`赛项「${race.name}」的榜单`, race.boards),
      ...repeated(`赛项「${race.name}」的连续情形`, race.streaks)
    ]),
    ...repeated(
      '指标',
      dimensions.flatMap((dimension) => dimension.indicators)
    )
  ]
}

function repeated(what: string, things: readonly { code: string; name: string }[]): Problem[] {
  const names = new Map<string, string[]>()
  for (const { code, name } of things) names.set(code, [...(names.get(code) ?? []), name])
  return [...names]
    .filter(([, list]) => list.length > 1)
    .map(([code, list]) =>
      schemeProblem(
        'error',
        'DUPLICATE_CODE',
        code,
        `${what}的代码 ${code} 用了 ${list.length} 次：${list.join('、')}。`,
        '请给每一个不同的代码。'
      )
    )
}

/** Sheets name units and groups, so two of the same name cannot be told apart. A renamed unit has a new name. */
function sameNames(scheme: SchemeDefinition): Problem[] {
  return [
    { what: '单位', names: scheme.units.map((unit) => unit.name) },
    { what: '组别', names: scheme.groups.map((group) => group.name) }
  ].flatMap(({ what, names }) =>
    repeatedIn(names).map((name) =>
      schemeProblem(
        'confirm',
        'DUPLICATE_NAME',
        `${what}:${name}`,
        `有两个${what}都叫「${name}」，报表里分不清是哪一个。`,
        '请改其中一个的名称，或删去多写的一个。'
      )
    )
  )
}
