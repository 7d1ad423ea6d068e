import { Fragment, type ReactElement } from 'react'
import type { ImportSessionView } from '#shared/ipc/importViews.ts'
import { Icon } from '../../components/Icon.tsx'
import { importText } from '../../text/import.ts'
import { isReachable, STEPS, type Step } from './wizardSteps.ts'

interface Props {
  step: Step
  session: ImportSessionView | null
  onStep: (step: Step) => void
}

/** 选文件 → 认表头 → 检查 → 确认: where the clerk is; steps that can be opened are links. */
export function StepTrail({ step, session, onStep }: Props): ReactElement {
  const at = STEPS.indexOf(step)
  return (
    <ol className="ip-trail">
      {STEPS.map((name, index) => (
        <Fragment key={name}>
          {index === 0 ? null : <li className="ip-trail-line" aria-hidden="true" />}
          <li>
            <button
              type="button"
              className={index === at ? 'ip-step ip-step-on' : 'ip-step'}
              aria-current={index === at ? 'step' : undefined}
              disabled={!isReachable(name, session)}
              onClick={() => onStep(name)}
            >
              <Icon name={index === at ? 'now' : index < at ? 'disc' : 'ring'} />
              {importText.steps[name]}
            </button>
          </li>
        </Fragment>
      ))}
    </ol>
  )
}
