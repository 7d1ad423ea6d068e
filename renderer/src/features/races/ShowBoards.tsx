import type { ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { CompareBoard } from './CompareBoard.tsx'
import { ExposeBoard } from './ExposeBoard.tsx'
import { ShineBoard } from './ShineBoard.tsx'

/** 比看, 亮晒 or 曝光 of the quarter. */
export function ShowBoards(props: {
  period: PeriodKey
  board: 'compare' | 'shine' | 'expose'
}): ReactElement {
  const boards = useRoute('race.show', { period: props.period })
  return (
    <Loaded query={boards} rows={12}>
      {(data) => {
        if (props.board === 'compare') return <CompareBoard rows={data.compare} />
        if (props.board === 'shine') return <ShineBoard rows={data.shine} />
        return <ExposeBoard rows={data.expose} />
      }}
    </Loaded>
  )
}
