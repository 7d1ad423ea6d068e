import type { ReactElement } from 'react'
import { unitsOfIndicator, unitsOfRace } from '#shared/domain/scheme/appliesTo.ts'
import type { SchemeView } from '#shared/ipc/scheme.ts'
import { IssueMark } from '../../components/IssueMark.tsx'
import { listNames } from '../../text/format.ts'
import { DIRECTIONS, NATURES, schemeText as text } from '../../text/scheme.ts'
import { paramLines } from './paramLines.ts'
import { problemsOf, unitName, type SchemeRow } from './schemeRows.ts'
import { commonLabel } from './commonLabel.ts'
import { TargetTable } from './TargetTable.tsx'

interface Props {
  view: SchemeView
  period: string
  row: Extract<SchemeRow, { kind: 'indicator' }>
  /** Only this unit's target when the tree is narrowed to it. */
  unit: string | null
}

/** One indicator: the rule as a sentence first, then its parameters, targets, basis and who answers for it. */
export function IndicatorPane({ view, period, row, unit }: Props): ReactElement {
  const { definition } = view
  const { indicator, race, dimension } = row
  const rule = view.rules[indicator.code]
  const units = unitsOfIndicator(definition, race, indicator)
  const everyone = units.length === unitsOfRace(definition, race).length
  const lines = paramLines(indicator)
  return (
    <div className="indicator">
      <div className="indicator-head">
        <h2>{indicator.name}</h2>
        <span className="tag">满分 {indicator.fullMark}</span>
        <span className="tag">{DIRECTIONS[indicator.direction]}</span>
        <span className="tag">
          {NATURES[indicator.nature]}
          {indicator.unit === '' ? '' : ` · ${indicator.unit}`}
        </span>
        <span className="quiet small indicator-kind">
          {dimension.name} · {rule?.kindName ?? indicator.rule.kind}
        </span>
      </div>
      <div className="indicator-body">
        <div className="plain-words">
          <p className="quiet small">{text.words}</p>
          <p>{rule?.words}</p>
        </div>
        {problemsOf(view.problems, indicator).map((problem) => (
          <p key={problem.code + problem.message} className="indicator-problem">
            <IssueMark level={problem.level} /> {problem.message}
            {problem.suggestion ?? ''}
          </p>
        ))}
        <div className="indicator-columns">
          <section>
            <h3>{text.params}</h3>
            {lines.length === 0 ? <p className="soft small">{text.noParams}</p> : null}
            <dl className="pairs">
              {lines.map((line) => (
                <div key={line.label} title={line.help ?? undefined}>
                  <dt>{line.label}</dt>
                  <dd>{line.value}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h3>{text.basis}</h3>
            <dl className="pairs">
              <Pair
                name={text.clause}
                value={[definition.basisDocument, indicator.clause].filter(Boolean).join(' ')}
              />
              <Pair
                name={text.provider}
                value={unitName(definition, indicator.provider) ?? text.noProvider}
              />
              <Pair name={text.owner} value={unitName(definition, indicator.owner)} />
              <Pair
                name={text.appliesTo}
                value={
                  everyone
                    ? text.appliesAll
                    : text.appliesSome(
                        units.length,
                        listNames(units.map((code) => unitName(definition, code) ?? code))
                      )
                }
              />
              <Pair name={text.aliases} value={indicator.aliases.join('、')} />
            </dl>
          </section>
        </div>
        <h3>
          {text.targets}
          <span className="quiet small">{text.targetsHint(commonLabel(view, indicator))}</span>
        </h3>
        <TargetTable
          view={view}
          period={period}
          indicator={indicator}
          units={unit === null ? units : [unit]}
        />
      </div>
    </div>
  )
}

function Pair({ name, value }: { name: string; value: string | null }): ReactElement | null {
  if (value === null || value === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
