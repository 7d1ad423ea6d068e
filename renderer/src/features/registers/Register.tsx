import { Button } from 'antd'
import { useCallback, useMemo, useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { RegisterItemView, RegisterListView } from '#shared/ipc/register.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FOLDED, useMedia } from '../../components/useMedia.ts'
import { common } from '../../text/common.ts'
import { registersText as text } from '../../text/registers.ts'
import { useAct } from './act/useAct.tsx'
import { BulkEditDialog } from './bulk/BulkEditDialog.tsx'
import { DetailDrawer } from './detail/DetailDrawer.tsx'
import { DetailPane } from './detail/DetailPane.tsx'
import { FilterBar } from './filter/FilterBar.tsx'
import { ItemForm } from './form/ItemForm.tsx'
import { RegisterFoot } from './RegisterFoot.tsx'
import { RegisterHead } from './RegisterHead.tsx'
import { NoItems } from './NoItems.tsx'
import { RegisterBody } from './RegisterBody.tsx'
import { RegisterWarnings } from './RegisterWarnings.tsx'
import { narrowing, tabOf, typesOfTab } from './registerQuery.ts'
import { NO_CHECKS, stillShown } from './table/checks.ts'
import { useFaceted, useRegisterNames, useRegisterQuery } from './useRegister.ts'

/** The page with its list: tabs, choices, one of three views, and what is done to the chosen items. */
export function Register({ list }: { list: RegisterListView }): ReactElement {
  const { query, go, narrow } = useRegisterQuery()
  const { filter, view, item } = query
  const names = useRegisterNames(list)
  const facets = useFaceted(list, filter, names.vocabulary)
  const folded = useMedia(FOLDED)
  const navigate = useNavigate()
  const [checked, setChecks] = useState(NO_CHECKS)
  // A link to an item opens it where there is no pane under the table.
  const [full, setFull] = useState(folded && item !== null)
  const [form, setForm] = useState<number | 'NEW' | null>(null)
  const [bulk, setBulk] = useState(false)
  const acting = useAct(list.on, () => setChecks(NO_CHECKS))
  const shownIds = useMemo(() => facets.items.map((entry) => entry.id), [facets.items])
  const checks = stillShown(checked, shownIds)
  const selected = list.items.find((entry) => entry.id === item) ?? null
  const chosen =
    checks.ids.size > 0
      ? facets.items.filter((entry) => checks.ids.has(entry.id))
      : selected === null
        ? []
        : [selected]
  const pane = view === 'table' && !folded
  const select = (id: number): void => go({ item: id })
  const open = (id: number): void => {
    go({ item: id })
    setFull(true)
  }
  const propose = useCallback(
    (items: readonly RegisterItemView[]): void =>
      void navigate(`${paths.slips}?propose=${items.map((entry) => entry.id).join(',')}`),
    [navigate]
  )
  const proposeOne = useCallback((entry: RegisterItemView): void => propose([entry]), [propose])
  const clear = (): void => go({ filter: { ...(filter.types === undefined ? {} : { types: filter.types }) } })
  const nothing = list.counts.total === 0 && filter.voided !== true

  return (
    <>
      <RegisterHead
        tab={tabOf(filter)}
        list={list}
        filter={filter}
        view={view}
        onTab={(tab) => narrow({ types: typesOfTab(tab) })}
        onView={(next) => go({ view: next })}
        onAdd={() => setForm('NEW')}
      />
      <RegisterWarnings warnings={list.warnings} />
      {nothing ? (
        <NoItems onAdd={() => setForm('NEW')} />
      ) : (
        <>
          <FilterBar
            filter={filter}
            facets={facets}
            byType={list.counts.byType}
            names={names}
            narrow={narrow}
            onFilter={(next) => go({ filter: next })}
          />
          <section className="panel rg-list">
            {facets.items.length === 0 ? (
              <div className="rg-scroll">
                <EmptyState title={text.filteredNone} hint={text.filteredNoneHint}>
                  {narrowing(filter) === 0 ? null : <Button onClick={clear}>{common.clearFilter}</Button>}
                </EmptyState>
              </div>
            ) : (
              <RegisterBody
                query={query}
                items={facets.items}
                today={list.on}
                vocabulary={names.vocabulary}
                checks={checks}
                onChecks={setChecks}
                onSelect={select}
                onOpen={open}
                onMonth={(month) => go({ month })}
                onUndated={() => go({ view: 'table', filter: { ...filter, incomplete: true } })}
                onSlip={proposeOne}
                onAct={(action, entry) => acting.begin(action, [entry])}
              />
            )}
            <RegisterFoot
              shown={facets.items.length}
              total={list.items.length}
              view={view}
              vocabulary={names.vocabulary}
              chosen={chosen}
              checked={checks.ids.size}
              onUncheck={() => setChecks(NO_CHECKS)}
              onAct={(action) => acting.begin(action, chosen)}
              onEdit={() => setForm(chosen[0]!.id)}
              onBulk={() => setBulk(true)}
              onSlip={() => propose(chosen)}
            />
          </section>
          {pane ? (
            <DetailPane
              id={item}
              today={list.on}
              vocabulary={names.vocabulary}
              onItem={select}
              onFull={() => setFull(true)}
            />
          ) : null}
        </>
      )}
      {full && item !== null ? (
        <DetailDrawer
          id={item}
          today={list.on}
          names={names}
          onItem={select}
          onAct={(action, entry) => acting.begin(action, [entry])}
          onEdit={setForm}
          onSlip={proposeOne}
          onClose={() => setFull(false)}
        />
      ) : null}
      {form === null ? null : (
        <ItemForm
          key={form}
          id={form === 'NEW' ? null : form}
          type={tabOf(filter) === 'ALL' ? null : (filter.types?.[0] ?? null)}
          list={list}
          names={names}
          onSaved={(id) => go({ item: id })}
          onClose={() => setForm(null)}
        />
      )}
      {bulk ? (
        <BulkEditDialog
          items={chosen}
          names={names}
          onDone={() => setChecks(NO_CHECKS)}
          onClose={() => setBulk(false)}
        />
      ) : null}
      {acting.dialog}
    </>
  )
}
