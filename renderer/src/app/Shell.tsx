import { useEffect, useState, type ReactElement } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { Notice } from '../components/Notice.tsx'
import { cancelJob, onEvent } from '../ipc/client.ts'
import { FreezeDialogs } from '../features/freeze/FreezeDialogs.tsx'
import { navText } from '../text/nav.ts'
import { CommandPalette } from './CommandPalette.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Rail, STAGE_PAGES } from './Rail.tsx'
import { chord } from './shortcuts.ts'
import { TitleBar } from './TitleBar.tsx'
import { useProgress } from './useProgress.ts'

/** Title bar, rail, page; Ctrl+K and Alt+1…5; the progress of long work. */
export function Shell(props: { lastBackup: string | null; warning: string | null }): ReactElement {
  const [finding, setFinding] = useState(false)
  const navigate = useNavigate()
  const location = useLocation()
  const jobs = useProgress()

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const keys = chord(event)
      const stage = /^Alt\+([1-5])$/.exec(keys)?.[1]
      if (keys === 'Ctrl+K') setFinding((open) => !open)
      else if (stage !== undefined) void navigate(STAGE_PAGES[Number(stage) - 1]![0]!.to)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [navigate])

  useEffect(
    () =>
      onEvent((event) => {
        if (event.event === 'navigate') void navigate(event.to)
      }),
    [navigate]
  )

  return (
    <div className="shell">
      <a className="skip" href="#page" onClick={(event) => skipToPage(event)}>
        {navText.skip}
      </a>
      <TitleBar onSearch={() => setFinding(true)} />
      <div className="shell-body">
        <Rail lastBackup={props.lastBackup} />
        <main id="page" className="shell-main" tabIndex={-1}>
          {props.warning === null ? null : (
            <div className="shell-warning">
              <Notice title={props.warning} />
            </div>
          )}
          <ErrorBoundary resetKey={location.pathname}>
            <Outlet />
          </ErrorBoundary>
          {jobs.length === 0 ? null : (
            <div className="shell-jobs">
              {jobs.map((job) => (
                <ProgressPanel
                  key={job.job}
                  label={job.label}
                  done={job.done}
                  total={job.total}
                  onCancel={() => cancelJob(job.job)}
                />
              ))}
            </div>
          )}
        </main>
      </div>
      <FreezeDialogs />
      <CommandPalette open={finding} onClose={() => setFinding(false)} />
    </div>
  )
}

// The hash is the router's: following the anchor would leave the page.
function skipToPage(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('page')?.focus()
}
