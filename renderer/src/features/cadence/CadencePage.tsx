import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { cadenceTitle, nextCadence, type Cadence } from '#shared/domain/cadence/cadenceKey.ts'
import type { RouteOutput } from '#shared/ipc/contract.ts'
import { FileMenu } from '../../app/FileMenu.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { call } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { cadenceText as text } from '../../text/cadence.ts'
import { ContentView } from './ContentView.tsx'
import { DayPanel } from './DayPanel.tsx'
import { useCadence, useCadenceKeys } from './useCadence.ts'
import './cadence.css'

/** 日清盘 周统筹 月比拼 季交流 中调研 年总结: six views of what is on record, each with its export. */
export function CadencePage(): ReactElement {
  const now = useRoute('cadence.now', {})
  return (
    <div className="page">
      <Loaded query={now} rows={12}>
        {(data) => <Cadences now={data} />}
      </Loaded>
    </div>
  )
}

function Cadences({ now }: { now: RouteOutput<'cadence.now'> }): ReactElement {
  const choice = useCadence(now.at)
  useCadenceKeys(choice)
  const { asked, choose, turnTo } = choice
  return (
    <>
      <PageHead
        title={text.title}
        tags={
          <Segmented<Cadence>
            aria-label={text.switch}
            value={asked.cadence}
            options={[...text.options]}
            onChange={turnTo}
          />
        }
        note={<span className="cd-keys">{text.keys}</span>}
      >
        <FileMenu
          kinds={[{ key: 'cadence', label: text.title }]}
          save={(_, format) => call('cadence.export', { of: asked, format })}
        />
      </PageHead>
      <div className="cd-when">
        <Button size="small" aria-label={text.previous} onClick={() => choose(nextCadence(asked, -1))}>
          ←
        </Button>
        <h2>{cadenceTitle(asked)}</h2>
        <Button size="small" aria-label={text.next} onClick={() => choose(nextCadence(asked, 1))}>
          →
        </Button>
        <Button size="small" type="text" onClick={() => turnTo(asked.cadence)}>
          {text.now[asked.cadence]}
        </Button>
      </div>
      {asked.cadence === 'DAY' ? (
        <DayPanel key={asked.at} date={asked.at} onDate={(date) => choose({ cadence: 'DAY', at: date })} />
      ) : (
        <ContentView key={`${asked.cadence}.${asked.at}`} asked={asked} />
      )}
    </>
  )
}
