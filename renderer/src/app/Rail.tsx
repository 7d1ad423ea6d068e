import { Tooltip } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import { Icon } from '../components/Icon.tsx'
import { FOLDED, useMedia } from '../components/useMedia.ts'
import { useRoute } from '../ipc/queries.ts'
import { printMoment } from '../text/format.ts'
import { NODE_WORDS, navText } from '../text/nav.ts'
import { NodeMark } from './NodeMark.tsx'
import { paths } from './paths.ts'
import { usePeriod } from './PeriodContext.tsx'
import { stageStates } from './stages.ts'

/** Today's pages of each stage, in the order of the loop. */
export const STAGE_PAGES: readonly (readonly { to: string; label: string }[])[] = [
  [
    { to: paths.scheme, label: navText.scheme },
    { to: paths.races, label: navText.races }
  ],
  [
    { to: paths.gaps, label: navText.gaps },
    { to: paths.selfReview, label: navText.selfReview }
  ],
  [
    { to: paths.registers, label: navText.registers },
    { to: paths.slips, label: navText.slips },
    { to: paths.cadence, label: navText.cadence },
    { to: paths.statements, label: navText.statements },
    { to: paths.submissions, label: navText.submissions },
    { to: paths.templates, label: navText.templates }
  ],
  [
    { to: paths.adjustments, label: navText.adjustments },
    { to: paths.evaluation, label: navText.evaluation },
    { to: paths.honours, label: navText.honours },
    { to: paths.decisions, label: navText.decisions }
  ],
  [
    { to: paths.ranking, label: navText.ranking },
    { to: paths.boards, label: navText.boards },
    { to: paths.units, label: navText.units },
    { to: paths.review, label: navText.review },
    { to: paths.year, label: navText.year }
  ]
]

/** A single unit's page belongs to 单位. */
function shows(page: string, pathname: string): boolean {
  return pathname.startsWith(page) || (page === paths.units && pathname.startsWith(paths.unit('')))
}

function Hint({
  title,
  folded,
  children
}: {
  title: string
  folded: boolean
  children: ReactElement
}): ReactElement {
  return folded ? (
    <Tooltip title={title} placement="right" mouseEnterDelay={0.2}>
      {children}
    </Tooltip>
  ) : (
    children
  )
}

interface ItemProps {
  to: string
  label: string
  icon: ReactNode
  folded: boolean
  badge?: string
  end?: boolean
}

function Item({ to, label, icon, folded, badge, end }: ItemProps): ReactElement {
  return (
    <Hint title={badge === undefined ? label : `${label} · ${badge}`} folded={folded}>
      <NavLink to={to} end={end} className={({ isActive }) => (isActive ? 'rail-item rail-on' : 'rail-item')}>
        {icon}
        <span className="rail-label">{label}</span>
        {badge === undefined ? null : <span className="rail-badge">{badge}</span>}
      </NavLink>
    </Hint>
  )
}

/** Left rail: 总览, the loop as one line with its nodes, the tools, who works and the last backup. */
export function Rail({ lastBackup }: { lastBackup: string | null }): ReactElement {
  const folded = useMedia(FOLDED)
  const { pathname } = useLocation()
  const { period, view } = usePeriod()
  const facts = useRoute('overview.get', period === null ? null : { period }).data ?? null
  const settings = useRoute('settings.get', {}).data
  const states = stageStates(view, facts)
  const missing = facts?.units.missing.length ?? 0
  const open = STAGE_PAGES.findIndex((pages) => pages.some((page) => shows(page.to, pathname)))

  return (
    <nav className="rail" aria-label="主导航">
      <Item to={paths.overview} end label={navText.overview} icon={<Icon name="home" />} folded={folded} />
      <p className="rail-cap">{navText.loop}</p>
      <ol className="rail-loop">
        {STAGE_PAGES.map((pages, index) => {
          const name = navText.stages[index]!
          const state = states[index]!
          return (
            <li key={name}>
              <Hint title={`${name} · ${NODE_WORDS[state]}`} folded={folded}>
                <NavLink
                  to={pages[0]!.to}
                  className={folded && open === index ? 'rail-item rail-on' : 'rail-item'}
                  aria-label={`${name}，${NODE_WORDS[state]}`}
                  aria-keyshortcuts={`Alt+${index + 1}`}
                >
                  <span className="rail-node">
                    <NodeMark state={state} />
                  </span>
                  <span className="rail-label">{name}</span>
                </NavLink>
              </Hint>
              {open === index && !folded ? (
                <ul>
                  {pages.map((page) => (
                    <li key={page.to}>
                      <NavLink
                        to={page.to}
                        className={shows(page.to, pathname) ? 'rail-sub rail-on' : 'rail-sub'}
                      >
                        {page.label}
                      </NavLink>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          )
        })}
        <li className="rail-back">
          <Icon name="loop" />
          <span className="rail-label">{navText.nextQuarter}</span>
        </li>
      </ol>
      <p className="rail-cap">{navText.tools}</p>
      <Item
        to={paths.import}
        label={navText.import}
        icon={<Icon name="import" />}
        folded={folded}
        badge={missing > 0 && !folded ? `缺 ${missing}` : undefined}
      />
      <Item to={paths.report} label={navText.report} icon={<Icon name="report" />} folded={folded} />
      <Item to={paths.trial} label={navText.trial} icon={<Icon name="trial" />} folded={folded} />
      <Item to={paths.settings} label={navText.settings} icon={<Icon name="settings" />} folded={folded} />
      <div className="rail-foot">
        <span className="ellipsis">{settings?.operator ?? ''}</span>
        {lastBackup === null ? (
          <span>{navText.noBackup}</span>
        ) : (
          <span className="row">
            <span className="ellipsis">
              {navText.backupDone} {printMoment(lastBackup)}
            </span>
            <Icon name="box" />
          </span>
        )}
      </div>
    </nav>
  )
}
