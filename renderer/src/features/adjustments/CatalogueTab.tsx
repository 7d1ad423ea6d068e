import { App, Button, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { EVIDENCE_WORDS, type CatalogueEntry } from '#shared/domain/incentive/catalogue.ts'
import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import type { LedgerView } from '#shared/ipc/incentive.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { catalogueText as text } from '../../text/adjustments.ts'
import { CatalogueDialog } from './CatalogueDialog.tsx'

/** 目录: what gives or costs how many points, checked against the scheme's classes and caps. */
export function CatalogueTab({ view }: { view: LedgerView }): ReactElement {
  const catalogue = useRoute('incentive.catalogue', { period: view.period })
  const pick = useCall('incentive.pickCatalogue')
  const { message } = App.useApp()
  const [editing, setEditing] = useState<CatalogueEntry | 'NEW' | null>(null)

  function importFile(): void {
    pick.mutate(
      { period: view.period },
      {
        onSuccess: (done) => {
          if (done !== null)
            void message.success(text.imported(done.fileName, done.created, done.changed, done.same))
        }
      }
    )
  }
  const buttons = (
    <>
      <Button size="small" loading={pick.isPending} onClick={importFile}>
        {text.import}
      </Button>
      <Button size="small" onClick={() => setEditing('NEW')}>
        {text.add}
      </Button>
    </>
  )
  return (
    <Panel title={text.title} hint={text.hint} extra={buttons} className="adj-ledger">
      {pick.error === null ? null : <ErrorPanel error={pick.error} />}
      <Loaded query={catalogue} rows={8}>
        {({ entries, problems, used }) =>
          entries.length === 0 ? (
            <EmptyState title={text.none} hint={text.noneHint} />
          ) : (
            <div className="adj-catalogue">
              {problems.slice(0, 3).map((problem) => (
                <Notice
                  key={problem.message}
                  tone={problem.level === 'error' ? 'ask' : 'check'}
                  title={problem.message}
                >
                  {problem.suggestion}
                </Notice>
              ))}
              <CatalogueTable view={view} entries={entries} used={used} onEdit={setEditing} />
            </div>
          )
        }
      </Loaded>
      {editing === null ? null : (
        <CatalogueDialog
          view={view}
          entry={editing === 'NEW' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  )
}

interface TableProps {
  view: LedgerView
  entries: readonly CatalogueEntry[]
  used: Readonly<Record<string, number>>
  onEdit: (entry: CatalogueEntry) => void
}

function CatalogueTable({ view, entries, used, onEdit }: TableProps): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(entries.length)
  const end = useCall('incentive.endCatalogue')
  const move = useCall('incentive.moveCatalogue')
  const actions = {
    end: (entry: CatalogueEntry) => end.mutate({ id: entry.id, ended: entry.endedAt === null }),
    move: (entry: CatalogueEntry, by: -1 | 1) => move.mutate({ id: entry.id, by }),
    edit: onEdit
  }
  return (
    <div className="fill" ref={attach} style={style}>
      <DataTable
        label={text.title}
        rows={entries}
        columns={columns(view, used, actions)}
        rowKey={(row) => String(row.id)}
        selected={selected}
        onSelect={setSelected}
        onOpen={onEdit}
        rowClassName={(row) => (row.endedAt === null ? '' : 'adj-ended')}
        scroll={{ x: 1040, y: height }}
      />
    </div>
  )
}

interface RowActions {
  end: (entry: CatalogueEntry) => void
  move: (entry: CatalogueEntry, by: -1 | 1) => void
  edit: (entry: CatalogueEntry) => void
}

function columns(
  view: LedgerView,
  used: Readonly<Record<string, number>>,
  actions: RowActions
): TableColumnsType<CatalogueEntry> {
  const { head } = text
  const className = (code: string): string => view.classes.find((one) => one.code === code)?.name ?? code
  return [
    { title: head.code, dataIndex: 'code', width: 76, ellipsis: true },
    {
      title: head.class,
      key: 'class',
      width: 96,
      ellipsis: true,
      render: (_, row) => className(row.classCode)
    },
    {
      title: head.name,
      key: 'name',
      ellipsis: true,
      render: (_, row) => (
        <span title={row.name}>
          {row.name}
          {row.instant ? <span className="tag adj-tag">{text.instant}</span> : null}
        </span>
      )
    },
    { title: head.points, key: 'points', width: 84, align: 'right', render: (_, row) => pointsText(row) },
    {
      title: head.levels,
      key: 'levels',
      width: 250,
      ellipsis: true,
      render: (_, row) => (
        <span className="soft">
          {row.levels.map(({ level, points }) => `${LEVEL_WORDS[level]} ${points}`).join('，')}
        </span>
      )
    },
    {
      title: head.evidence,
      key: 'evidence',
      width: 96,
      render: (_, row) => <span className="soft">{EVIDENCE_WORDS[row.evidence]}</span>
    },
    { title: head.clause, dataIndex: 'clause', width: 120, ellipsis: true },
    {
      title: head.used,
      key: 'used',
      width: 60,
      align: 'right',
      render: (_, row) => <span className="soft">{text.usedTimes(used[row.code] ?? 0)}</span>
    },
    {
      title: '',
      key: 'actions',
      width: 178,
      render: (_, row) => (
        <span className="row">
          <Button size="small" onClick={() => actions.edit(row)}>
            {text.edit}
          </Button>
          <Button size="small" onClick={() => actions.end(row)}>
            {row.endedAt === null ? text.end : text.restore}
          </Button>
          <Button
            size="small"
            type="text"
            aria-label={`${text.up} ${row.name}`}
            icon={<Icon name="down" className="adj-up" />}
            onClick={() => actions.move(row, -1)}
          />
          <Button
            size="small"
            type="text"
            aria-label={`${text.down} ${row.name}`}
            icon={<Icon name="down" />}
            onClick={() => actions.move(row, 1)}
          />
        </span>
      )
    }
  ]
}

function pointsText({ points, least, most }: CatalogueEntry): string {
  return least === null || most === null ? points : `${least}–${most}`
}
