import type { ReactElement } from 'react'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { Panel } from '../../components/Panel.tsx'
import { printNumber } from '../../text/format.ts'
import { emptyWordLines, policyLines, tieBreakLine, type PolicyLine } from '../../text/policies.ts'
import { schemeText as text } from '../../text/scheme.ts'
import { raceLines, wholeSchemeLines } from '../../text/schemeLines.ts'

/** Every switch with what it means, what each race settles beside its indicators, and the classes of bonuses and deductions with their caps. */
export function PolicyTab({ scheme }: { scheme: SchemeDefinition }): ReactElement {
  return (
    <div className="scheme-groups">
      <Panel title={text.tabs.POLICIES} scroll>
        <Lines
          lines={[
            ...policyLines(scheme.policies),
            ...scheme.races.map(tieBreakLine),
            ...wholeSchemeLines(scheme)
          ]}
        />
      </Panel>
      <div className="scheme-stack policy-stack">
        {scheme.races.map((race) => (
          <Panel
            key={race.code}
            title={text.adjustments.title(race.name)}
            hint={text.adjustments.cap(race.adjustments.bonusCap)}
            scroll
          >
            <table className="plain">
              <thead>
                <tr>
                  <th>{text.adjustments.head.name}</th>
                  <th>{text.adjustments.head.sign}</th>
                  <th className="num">{text.adjustments.head.cap}</th>
                  <th>{text.adjustments.head.aliases}</th>
                </tr>
              </thead>
              <tbody>
                {race.adjustments.classes.map((line) => (
                  <tr key={line.code}>
                    <td>{line.name}</td>
                    <td className="soft">{text.adjustments.signs[line.sign]}</td>
                    <td className="num">
                      {line.cap === undefined ? (
                        <span className="soft">{text.adjustments.noCap}</span>
                      ) : (
                        printNumber(line.cap)
                      )}
                    </td>
                    <td className="quiet small">{line.aliases.join('、')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Panel>
        ))}
        {scheme.races.map((race) => (
          <Panel key={race.code} title={text.raceRules(race.name)} scroll>
            <Lines lines={raceLines(race, scheme)} />
          </Panel>
        ))}
        <Panel title={text.emptyWords.title} hint={text.emptyWords.hint} scroll>
          <Lines lines={emptyWordLines(scheme.emptyWords)} head={text.wordHead} wide />
        </Panel>
      </div>
    </div>
  )
}

interface LinesProps {
  lines: readonly PolicyLine[]
  head?: PolicyLine
  /** The first column may wrap. */
  wide?: boolean
}

function Lines({ lines, head = text.policyHead, wide = false }: LinesProps): ReactElement {
  return (
    <table className={wide ? 'plain policies policies-wide' : 'plain policies'}>
      <thead>
        <tr>
          <th>{head.name}</th>
          <th>{head.choice}</th>
          <th>{head.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.name} ${line.choice}`}>
            <td>{line.name}</td>
            <td className="bold">{line.choice}</td>
            <td className="soft">{line.meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
