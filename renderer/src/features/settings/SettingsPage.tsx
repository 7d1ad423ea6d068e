import type { ReactElement } from 'react'
import { PageHead } from '../../components/PageHead.tsx'
import { settingsText as text } from '../../text/settings.ts'
import { AboutPanel } from './AboutPanel.tsx'
import { AliasPanel } from './AliasPanel.tsx'
import { AuditPanel } from './AuditPanel.tsx'
import { BackupPanel } from './BackupPanel.tsx'
import { BasicPanel } from './BasicPanel.tsx'
import { CalendarPanel } from './CalendarPanel.tsx'
import { MemoryPanel } from './MemoryPanel.tsx'
import './settings.css'

export function SettingsPage(): ReactElement {
  return (
    <div className="page">
      <PageHead title={text.title} />
      <div className="settings">
        <div className="settings-side">
          <BasicPanel />
          <AboutPanel />
        </div>
        <BackupPanel />
        <CalendarPanel />
        <AliasPanel />
        <MemoryPanel />
        <AuditPanel />
      </div>
    </div>
  )
}
