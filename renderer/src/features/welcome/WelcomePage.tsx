import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Brand } from '../../app/TitleBar.tsx'
import { useProgress } from '../../app/useProgress.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { ProgressPanel } from '../../components/ProgressPanel.tsx'
import { cancelJob } from '../../ipc/client.ts'
import { useCall } from '../../ipc/queries.ts'
import { welcomeText as text } from '../../text/welcome.ts'
import { EmptyDrawing, SampleDrawing } from './drawings.tsx'
import './welcome.css'

/** First start: the sample quarter or an empty database. */
export function WelcomePage(): ReactElement {
  const create = useCall('app.create')
  const jobs = useProgress()
  const wanted = create.variables?.with
  return (
    <div className="welcome">
      <header className="bar">
        <Brand />
      </header>
      <main className="welcome-body">
        <h1>{text.title}</h1>
        <p className="soft">{text.lead}</p>
        <div className="welcome-choices">
          <section className="panel">
            <SampleDrawing label={text.sample.drawing} />
            <h2>{text.sample.title}</h2>
            <p className="soft">{text.sample.text}</p>
            <Button
              type="primary"
              autoFocus
              loading={create.isPending && wanted === 'SAMPLE'}
              disabled={create.isPending}
              onClick={() => create.mutate({ with: 'SAMPLE' })}
            >
              {create.isPending && wanted === 'SAMPLE' ? text.creating : text.sample.verb}
            </Button>
          </section>
          <section className="panel">
            <EmptyDrawing label={text.empty.drawing} />
            <h2>{text.empty.title}</h2>
            <p className="soft">{text.empty.text}</p>
            <Button
              loading={create.isPending && wanted === 'EMPTY'}
              disabled={create.isPending}
              onClick={() => create.mutate({ with: 'EMPTY' })}
            >
              {create.isPending && wanted === 'EMPTY' ? text.creating : text.empty.verb}
            </Button>
          </section>
        </div>
        {jobs.map((job) => (
          <ProgressPanel
            key={job.job}
            label={job.label}
            done={job.done}
            total={job.total}
            onCancel={() => cancelJob(job.job)}
          />
        ))}
        {create.error === null ? null : (
          <section className="panel">
            <ErrorPanel error={create.error} />
          </section>
        )}
      </main>
    </div>
  )
}
