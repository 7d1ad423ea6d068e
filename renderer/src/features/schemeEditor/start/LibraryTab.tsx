import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { schemeStartText } from '../../../text/schemeStart.ts'
import { DraftList } from './DraftList.tsx'
import { NewSchemeDialog } from './NewSchemeDialog.tsx'
import { useStartDraft } from './useStartDraft.ts'
import { VersionList } from './VersionList.tsx'
import './start.css'

const text = schemeStartText

/** 版本与草稿: what is under way, what was used, and the ways to begin another scheme. */
export function LibraryTab(): ReactElement {
  const starting = useStartDraft()
  const [creating, setCreating] = useState(false)
  return (
    <div className="se-library">
      <Panel
        title={text.drafts}
        hint={text.draftsHint}
        scroll
        extra={
          <>
            <Button
              size="small"
              title={text.importHint}
              loading={starting.busy}
              onClick={starting.importFile}
            >
              {text.import}
            </Button>
            <Button size="small" onClick={() => setCreating(true)}>
              {text.create}
            </Button>
          </>
        }
      >
        <DraftList />
        {starting.error === null || creating ? null : <ErrorPanel error={starting.error} />}
      </Panel>
      <Panel title={text.versions} hint={text.versionsHint} scroll>
        <VersionList starting={starting} />
      </Panel>
      {creating ? <NewSchemeDialog starting={starting} onClose={() => setCreating(false)} /> : null}
    </div>
  )
}
