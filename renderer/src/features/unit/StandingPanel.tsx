import type { ReactElement, ReactNode } from 'react'
import type { UnitView } from '#shared/ipc/results.ts'
import { unitText } from '../../text/unit.ts'

const text = unitText.standing

/** 等次, 名额, 否决, 连续情况, change against last quarter: whatever of it there is, each with its reason. */
export function StandingPanel({ view: { result } }: { view: UnitView }): ReactElement | null {
  const { grade, personQuota, vetoes, streaks, gapToPrevious } = result
  if (
    grade === null &&
    personQuota === null &&
    gapToPrevious === null &&
    vetoes.length + streaks.length === 0
  )
    return null
  return (
    <section className="panel unit-standing">
      <dl>
        {grade === null ? null : (
          <Line term={text.grade}>
            <b>{grade.grade}</b> · {grade.sentence}
            {grade.ruleGrade === null ? null : (
              <span className="soft"> · {text.ruleGrade(grade.ruleGrade)}</span>
            )}
          </Line>
        )}
        {personQuota === null ? null : (
          <Line term={text.personQuota}>
            <b>{text.places(personQuota.places)}</b> · {personQuota.sentence}
          </Line>
        )}
        {gapToPrevious === null ? null : (
          <Line term={text.toPrevious}>
            <span className="num">{gapToPrevious}</span>
          </Line>
        )}
        {vetoes.map((veto) => (
          <Line key={veto.decision} term={text.veto}>
            <b>{veto.name}</b> · {veto.basis}（{veto.decidedBy}）
          </Line>
        ))}
        {streaks.map((streak) => (
          <Line key={`${streak.code}.${streak.indicator ?? ''}`} term={streak.name}>
            {streak.reached ? (
              <span className={streak.tone === 'GOOD' ? 'tag tag-good' : 'tag tag-ask'}>
                {streak.outcome}
              </span>
            ) : null}{' '}
            {streak.sentence}
          </Line>
        ))}
      </dl>
    </section>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt className="soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
