import { Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useSearchParams } from 'react-router'
import type { HonourFilter } from '#shared/ipc/honour.ts'
import { FileMenu } from '../../app/FileMenu.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { call } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { honoursText as text } from '../../text/honours.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import '../decisions/decisions.css'
import '../adjustments/adjustments.css'
import { BonusDesk } from './BonusDesk.tsx'
import { HonourDialog } from './HonourDialog.tsx'
import { HonourDrawer } from './HonourDrawer.tsx'
import { HonourTable } from './HonourTable.tsx'
import { ModelDesk } from './ModelDesk.tsx'
import { SettingsDesk } from './SettingsDesk.tsx'
import './honours.css'

type View = keyof typeof text.views

/** 荣誉典型: the register, the bonuses that it earns by rule, and the models that others measure themselves by. */
export function HonoursPage(): ReactElement {
  return <WithScheme title={text.title}>{(period) => <Honours period={period} />}</WithScheme>
}

function Honours({ period }: { period: string }): ReactElement {
  const [params, setParams] = useSearchParams()
  const [filter, setFilter] = useState<HonourFilter>({})
  const [editing, setEditing] = useState<number | 'NEW' | null>(null)
  const list = useRoute('honour.list', { filter })
  const shown =
    (Object.keys(text.views) as View[]).find((value) => value === params.get('view')) ?? 'REGISTER'
  const opened = Number(params.get('honour') ?? 0)
  const open = (id: number): void =>
    setParams({ ...(shown === 'REGISTER' ? {} : { view: shown }), honour: String(id) }, { replace: true })
  const close = (): void => setParams(shown === 'REGISTER' ? {} : { view: shown }, { replace: true })
  return (
    <div className="page">
      <PageHead
        title={text.title}
        note={list.data === undefined ? null : text.note(list.data.total, list.data.proposals)}
      >
        {shown === 'REGISTER' ? (
          <>
            <FileMenu
              kinds={[{ key: 'HONOURS', label: text.exportName }]}
              save={(_, format) => call('honour.export', { period, filter, format })}
            />
            <Button type="primary" disabled={list.data === undefined} onClick={() => setEditing('NEW')}>
              {text.add}
            </Button>
          </>
        ) : null}
      </PageHead>
      <Segmented<View>
        className="hon-views"
        value={shown}
        options={(Object.keys(text.views) as View[]).map((value) => ({
          value,
          label:
            value === 'BONUS' && list.data !== undefined && list.data.proposals > 0
              ? `${text.views.BONUS} ${list.data.proposals}`
              : text.views[value]
        }))}
        onChange={(value) => setParams(value === 'REGISTER' ? {} : { view: value }, { replace: true })}
      />
      <Loaded query={list} rows={12}>
        {(view) => (
          <>
            {shown === 'MODELS' ? (
              <ModelDesk period={period} start={params.get('model')} />
            ) : shown === 'SETTINGS' ? (
              <SettingsDesk view={view} />
            ) : shown === 'BONUS' ? (
              <BonusDesk onOpen={open} onRules={() => setParams({ view: 'SETTINGS' }, { replace: true })} />
            ) : (
              <HonourTable
                view={view}
                filter={filter}
                selected={opened === 0 ? null : opened}
                onFilter={setFilter}
                onOpen={open}
              />
            )}
            {editing === null ? null : (
              <HonourDialog
                view={view}
                id={editing === 'NEW' ? null : editing}
                onClose={() => setEditing(null)}
                onSaved={(id) => {
                  setEditing(null)
                  open(id)
                }}
              />
            )}
          </>
        )}
      </Loaded>
      {opened === 0 ? null : (
        <HonourDrawer
          id={opened}
          onClose={close}
          onEdit={() => {
            close()
            setEditing(opened)
          }}
        />
      )}
    </div>
  )
}
