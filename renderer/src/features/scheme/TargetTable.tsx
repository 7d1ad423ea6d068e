import type { ReactElement } from 'react'
import { targetDefinitionOf } from '#shared/domain/scoring/effectiveTarget.ts'
import { quarterOf } from '#shared/domain/period/periodKey.ts'
import type { IndicatorDefinition, TargetDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { SchemeView } from '#shared/ipc/scheme.ts'
import { printNumber } from '../../text/format.ts'
import { schemeText as text } from '../../text/scheme.ts'
import { commonLabel } from './commonLabel.ts'
import { unitName } from './schemeRows.ts'

interface Props {
  view: SchemeView
  period: string
  indicator: IndicatorDefinition
  units: readonly string[]
}

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const

interface Line {
  key: string
  name: string
  effective: { value: string; label: string } | undefined
  target: TargetDefinition | null
}

/** Targets by unit: the value in force this quarter, the phased values beside it. */
export function TargetTable({ view, period, indicator, units }: Props): ReactElement {
  const effective = view.targets[indicator.code] ?? {}
  const now = QUARTERS[quarterOf(period).quarter - 1]!
  const shared = indicator.targets.length === 1 && indicator.targets[0]!.unit === '*'
  const lines: Line[] = (shared ? units.slice(0, 1) : units).map((unit) => ({
    key: unit,
    name: shared ? text.everyUnit : (unitName(view.definition, unit) ?? unit),
    effective: effective[unit],
    target: targetDefinitionOf(indicator, unit)
  }))
  if (lines.every((line) => line.effective === undefined && line.target === null)) {
    return <p className="soft small">{text.noTargets}</p>
  }
  const has = (key: keyof TargetDefinition): boolean => lines.some((line) => line.target?.[key] !== undefined)
  const phased = has('phased')
  const common = commonLabel(view, indicator)
  const labelled = common === null || has('basis')
  return (
    <table className="plain targets">
      <thead>
        <tr>
          <th>{text.targetHead.unit}</th>
          <th className="num">
            {text.targetHead.now}
            {indicator.unit === '' ? '' : `（${indicator.unit}）`}
          </th>
          {phased
            ? QUARTERS.map((quarter, index) => (
                <th key={quarter} className="num">
                  {['一', '二', '三', '四'][index]}季度
                </th>
              ))
            : null}
          {has('base') ? <th className="num">{text.targetHead.base}</th> : null}
          {has('stretch') ? <th className="num">{text.targetHead.stretch}</th> : null}
          {has('rankTarget') ? <th>{text.targetHead.rank}</th> : null}
          {labelled ? <th>{common === null ? text.targetHead.label : text.targetHead.basis}</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, effective: value, target }) => (
          <tr key={key}>
            <td className="nowrap">{name}</td>
            <td className="num bold">{value === undefined ? '/' : printNumber(value.value)}</td>
            {phased
              ? QUARTERS.map((quarter) => (
                  <td key={quarter} className={quarter === now ? 'num targets-now' : 'num soft'}>
                    {target?.phased?.[quarter] === undefined ? '' : printNumber(target.phased[quarter])}
                  </td>
                ))
              : null}
            {has('base') ? (
              <td className="num soft">{target?.base === undefined ? '' : printNumber(target.base)}</td>
            ) : null}
            {has('stretch') ? (
              <td className="num soft">{target?.stretch === undefined ? '' : printNumber(target.stretch)}</td>
            ) : null}
            {has('rankTarget') ? (
              <td className="soft">
                {target?.rankTarget === undefined ? '' : text.rankTarget(target.rankTarget)}
              </td>
            ) : null}
            {labelled ? (
              <td className="soft">
                {[common === null ? value?.label : null, target?.basis].filter(Boolean).join(' · ')}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
