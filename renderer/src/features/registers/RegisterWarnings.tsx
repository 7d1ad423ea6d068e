import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { Notice } from '../../components/Notice.tsx'
import { registersText as text } from '../../text/registers.ts'

/** Said once above the list: years without a holiday arrangement, evidence that is gone. */
export function RegisterWarnings({ warnings }: { warnings: readonly string[] }): ReactElement | null {
  if (warnings.length === 0) return null
  const calendar = warnings.some((warning) => text.calendarWarning.test(warning))
  return (
    <Notice
      title={text.warning}
      end={calendar ? <Link to={paths.settings}>{text.toSettings}</Link> : undefined}
    >
      <span title={warnings.join('\n')}>{warnings.join(' ')}</span>
    </Notice>
  )
}
