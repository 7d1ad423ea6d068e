import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, type ReactElement } from 'react'
import { Loaded } from '../components/Loaded.tsx'
import { STILL, useMedia } from '../components/useMedia.ts'
import { WelcomePage } from '../features/welcome/WelcomePage.tsx'
import { DatabaseFailedPage } from '../features/welcome/DatabaseFailedPage.tsx'
import { useChangedEvents, useRoute } from '../ipc/queries.ts'
import { antdTheme } from '../theme/antdTheme.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { PeriodProvider } from './PeriodContext.tsx'
import { Screens } from './router.tsx'

/** The whole window below a router. */
export function App({ client }: { client: QueryClient }): ReactElement {
  const still = useMedia(STILL)
  // Without animations (base.css) a dialog would wait unseen for the end of one that never runs.
  const theme = useMemo(() => ({ ...antdTheme, token: { ...antdTheme.token, motion: !still } }), [still])
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      componentSize="middle"
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntApp className="app" message={{ maxCount: 2, top: 48 }}>
        <QueryClientProvider client={client}>
          <ErrorBoundary>
            <Gate />
          </ErrorBoundary>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}

/** No database → first start; a failed one → what happened and the backups; otherwise the screens. */
function Gate(): ReactElement {
  useChangedEvents()
  const state = useRoute('app.state', {})
  const library = state.data?.library
  const open = library?.status === 'OPEN'
  const density = useRoute('settings.get', open ? {} : null).data?.density
  const ready = state.data !== undefined || state.error !== null

  useEffect(() => {
    // e2e tests wait for the first real screen, not for an empty root.
    if (ready) document.documentElement.dataset['appReady'] = 'true'
  }, [ready])
  useEffect(() => {
    if (density !== undefined) document.documentElement.dataset['density'] = density
  }, [density])

  return (
    <Loaded query={state} skeleton={<div className="boot" />}>
      {({ library }) => {
        if (library.status === 'NONE') return <WelcomePage />
        if (library.status === 'FAILED') return <DatabaseFailedPage library={library} />
        return (
          <PeriodProvider latest={library.latestPeriod}>
            <Screens lastBackup={library.lastBackup?.at ?? null} warning={library.warning} />
          </PeriodProvider>
        )
      }}
    </Loaded>
  )
}
