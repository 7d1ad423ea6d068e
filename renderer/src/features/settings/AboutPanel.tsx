import type { ReactElement } from 'react'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { settingsText as text } from '../../text/settings.ts'

export function AboutPanel(): ReactElement {
  const state = useRoute('app.state', {})
  return (
    <Panel title={text.about} className="settings-about" pad scroll>
      <Loaded query={state} rows={3}>
        {({ version, library }) => (
          <dl className="facts">
            <dt>{text.version(version)}</dt>
            <dd>{text.offline}</dd>
            {library.status === 'OPEN' ? (
              <>
                <dt>{text.organisation}</dt>
                <dd>
                  {library.organisation ?? '—'}
                  {library.sample ? <span className="tag">{text.sample}</span> : null}
                </dd>
                <dt>{text.database}</dt>
                <dd className="facts-path">{library.path}</dd>
              </>
            ) : null}
          </dl>
        )}
      </Loaded>
    </Panel>
  )
}
