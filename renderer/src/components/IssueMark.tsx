import type { ReactElement } from 'react'
import type { ProblemLevel } from '#shared/problem.ts'
import { ISSUE_WORDS } from '../text/status.ts'
import { Icon, type IconName } from './Icon.tsx'

const LOOKS: Record<ProblemLevel, { icon: IconName; tone: string }> = {
  error: { icon: 'triangle', tone: 'ask' },
  confirm: { icon: 'half', tone: 'check' },
  info: { icon: 'box', tone: 'done' }
}

/** △ 必须修 · ◐ 请确认 · ☑ 已规整. */
export function IssueMark(props: { level: ProblemLevel; word?: string; shapeOnly?: boolean }): ReactElement {
  const { icon, tone } = LOOKS[props.level]
  return (
    <span className={`status ${tone}`}>
      <Icon name={icon} />
      <span className={props.shapeOnly === true ? 'visually-hidden' : undefined}>
        {props.word ?? ISSUE_WORDS[props.level]}
      </span>
    </span>
  )
}
