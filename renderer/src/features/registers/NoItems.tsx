import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { registersText as text } from '../../text/registers.ts'

/** Nothing is on the register yet. */
export function NoItems({ onAdd }: { onAdd: () => void }): ReactElement {
  const navigate = useNavigate()
  return (
    <Panel>
      <EmptyState title={text.none} hint={text.noneHint}>
        <Button onClick={() => void navigate(paths.import)}>{text.import}</Button>
        <Button onClick={onAdd}>{text.add}</Button>
      </EmptyState>
    </Panel>
  )
}
