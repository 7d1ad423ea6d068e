import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { RegisterDetailView } from '#shared/ipc/register.ts'
import { paths } from '../../../app/paths.ts'
import { SlipTag } from '../../../components/SlipTag.tsx'
import { detailText as text } from '../../../text/registers.ts'
import { StepMarks } from '../StepMarks.tsx'
import { dayWords } from '../itemWords.ts'

/** Parent, parts and 督办单 of an item, each a click away. */
export function Related(props: {
  detail: RegisterDetailView
  today: string
  onItem: (id: number) => void
}): ReactElement | null {
  const { parent, children, slips } = props.detail
  const navigate = useNavigate()
  if (parent === null && children.length === 0 && slips.length === 0) return null
  return (
    <div className="rg-related">
      {parent === null ? null : (
        <p>
          <span className="quiet">{text.parent} </span>
          <button type="button" className="link" onClick={() => props.onItem(parent.id)}>
            {parent.number} {parent.title}
          </button>
        </p>
      )}
      {children.length === 0 ? null : (
        <>
          <b>
            {text.children} {children.length}
          </b>
          <ul>
            {children.map((child) => (
              <li key={child.id}>
                <button
                  type="button"
                  className="link ellipsis"
                  title={child.title}
                  onClick={() => props.onItem(child.id)}
                >
                  {child.number} {child.title}
                </button>
                <span className="grow" />
                <StepMarks state={child.state} />
              </li>
            ))}
          </ul>
        </>
      )}
      {slips.length === 0 ? null : (
        <>
          <b>{text.slips}</b>
          <ul>
            {slips.map((slip) => (
              <li key={slip.id}>
                <SlipTag level={slip.level} over={slip.state === 'CLOSED' || slip.state === 'WITHDRAWN'} />
                <button type="button" className="link" onClick={() => void navigate(paths.slip(slip.id))}>
                  {slip.number}
                </button>
                <span className="quiet small">
                  {dayWords(slip.issuedOn, props.today)} {text.slipStates[slip.state]}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
