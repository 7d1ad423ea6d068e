import { canonical, dec, sum } from '#shared/domain/number/decimal.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { officeScheme } from './smallQuarter.ts'

type Kind = (typeof RULE_KINDS)[number]

const about = (kind: Kind) => kind.example.case.indicator ?? {}
const markOf = (kind: Kind): string => String(about(kind).fullMark ?? 100)

/** The examples name units of their own; here they are the office's. */
function withUnits(params: unknown): Record<string, unknown> {
  const codes = new Map<string, string>()
  return JSON.parse(JSON.stringify(params), (key, value: unknown) => {
    if (key !== 'unit' || value === '*') return value
    const name = String(value)
    codes.set(name, codes.get(name) ?? 'abcd'[codes.size]!)
    return codes.get(name)
  }) as Record<string, unknown>
}

/** The office with one indicator of every kind of rule, by the kind's worked example; every second one has a target. */
export function everyKind(provider?: string): SchemeDefinition {
  const base = officeScheme()
  const fullMark = canonical(sum(RULE_KINDS.map((kind) => dec(markOf(kind)))))
  const indicators = RULE_KINDS.map((kind, index) => ({
    code: `k${index}`,
    name: `${kind.name}指标`,
    unit: about(kind).unit ?? '',
    direction: about(kind).direction ?? 'UP',
    fullMark: markOf(kind),
    rule: { kind: kind.kind, params: withUnits(kind.example.case.rule.params) },
    targets: index % 2 === 0 ? [{ unit: '*', base: '50' }] : [],
    ...(provider === undefined ? {} : { provider })
  }))
  const race = { ...base.races[0]!, fullMark, grades: undefined, boards: [] }
  const dimensions = [{ code: 'all', name: '重点工作', fullMark, indicators }]
  return schemeDefinition.parse({ ...base, races: [{ ...race, dimensions }] })
}
