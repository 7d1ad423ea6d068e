import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { EmptyState } from '../components/EmptyState.tsx'
import { Panel } from '../components/Panel.tsx'
import { paths } from './paths.ts'

/** An address that no screen has, e.g. from an older link. */
export function NotFoundPage(): ReactElement {
  return (
    <div className="page">
      <Panel>
        <EmptyState title="没有这一页" hint="链接可能来自旧版本。按 Ctrl+K 可以查找单位、指标和页面。">
          <Link to={paths.overview}>回到总览</Link>
        </EmptyState>
      </Panel>
    </div>
  )
}
