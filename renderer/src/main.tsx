// Shared looks come first, so that a page's own rules win.
import './theme/tokens.css'
import './theme/base.css'
import './components/components.css'
import './app/shell.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { HashRouter } from 'react-router'
import { App } from './app/App.tsx'
import { createQueryClient } from './ipc/queries.ts'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <HashRouter>
      <App client={createQueryClient()} />
    </HashRouter>
  </StrictMode>
)
