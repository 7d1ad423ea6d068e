import { Drawer } from 'antd'
import { useMemo, useState, type KeyboardEvent, type ReactElement } from 'react'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { NARROW, useMedia } from '../../../components/useMedia.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { EditorTabProps } from '../editorTab.ts'
import { problemsByRow } from '../checks/problemPlace.ts'
import { allIndicators, pathOfKey } from '../draft/rowPath.ts'
import { RowPanel } from '../panel/RowPanel.tsx'
import { TreeTable } from './TreeTable.tsx'
import { TreeToolbar } from './TreeToolbar.tsx'
import type { TreeSpot } from './treeKeys.ts'
import { treeRows } from './treeRows.ts'
import { useTreeEdits } from './useTreeEdits.ts'
import './tree.css'

const text = schemeEditorText.tree

interface Props extends EditorTabProps {
  spot: TreeSpot
  onSpot: (spot: TreeSpot) => void
  /** Grows when the tree should take the focus. */
  focusWish: number
  onTargets: () => void
}

/** 指标与规则: the tree on the left, what the chosen row means on the right (a drawer where there is no room). */
export function TreeTab(props: Props): ReactElement {
  const { draft, change, problems, names, spot, onSpot } = props
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [wish, setWish] = useState(0)
  const [open, setOpen] = useState(false)
  const narrow = useMedia(NARROW)
  const rows = useMemo(() => treeRows(draft, folded), [draft, folded])
  const byRow = useMemo(() => problemsByRow(draft, problems), [draft, problems])
  const chosen = rows.some((row) => row.key === spot.key)
    ? spot
    : { ...spot, key: nearestRow(rows, spot.key) }

  function goTo(key: string): void {
    const { race, dimension } = pathOfKey(key)
    setFolded(
      (old) => new Set([...old].filter((one) => one !== String(race) && one !== `${race}/${dimension}`))
    )
    onSpot({ key, column: 'name' })
    setWish((count) => count + 1)
  }
  const edits = useTreeEdits(draft, chosen.key, change, goTo)

  function onKeyDown(event: KeyboardEvent): void {
    // Keys in a field belong to the field.
    if (event.target instanceof HTMLInputElement) return
    const ctrl = event.ctrlKey || event.metaKey
    if (event.key === 'Insert') edits.add()
    else if (ctrl && event.key.toLowerCase() === 'd') edits.duplicate()
    else if (ctrl && event.key === 'Delete') edits.remove()
    else if (event.altKey && event.key === 'ArrowUp') edits.move(-1)
    else if (event.altKey && event.key === 'ArrowDown') edits.move(1)
    else return
    event.preventDefault()
  }

  const dimensions = (draft.races ?? []).flatMap((race) => race.dimensions ?? [])
  const indicators = allIndicators(draft).length
  const pane = (
    <RowPanel
      key={chosen.key}
      {...props}
      path={pathOfKey(chosen.key)}
      problems={byRow.get(chosen.key) ?? []}
    />
  )
  return (
    <div className={narrow ? 'split' : 'split se-split'}>
      <Panel
        title={text.title}
        hint={text.hint(dimensions.length, indicators)}
        extra={
          <>
            {narrow && rows.length > 0 ? (
              <button type="button" className="link" onClick={() => setOpen(true)}>
                {schemeEditorText.pane.title}
              </button>
            ) : null}
            <TreeToolbar edits={edits} empty={rows.length === 0} />
          </>
        }
      >
        {rows.length === 0 ? (
          <EmptyState title={text.empty} hint={text.emptyHint} />
        ) : (
          <div className="fill" onKeyDown={onKeyDown}>
            <TreeTable
              draft={draft}
              names={names}
              rows={rows}
              active={chosen}
              problems={byRow}
              onActive={onSpot}
              onFold={(key) => setFolded((old) => toggled(old, key))}
              onChange={change}
              focusWish={wish + props.focusWish}
            />
          </div>
        )}
      </Panel>
      {narrow ? (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          size={520}
          title={schemeEditorText.pane.title}
          closable={{ placement: 'end' }}
          rootClassName="below-bar"
          mask={false}
          classNames={{ body: 'se-drawer' }}
        >
          {pane}
        </Drawer>
      ) : (
        <Panel className="se-pane">{pane}</Panel>
      )}
    </div>
  )
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}

/** After an undo the chosen row may be gone: then the one it stood in. */
function nearestRow(rows: readonly { key: string }[], key: string): string {
  const parts = key.split('/')
  while (parts.length > 1) {
    parts.pop()
    const above = parts.join('/')
    if (rows.some((row) => row.key === above)) return above
  }
  return rows[0]?.key ?? '0'
}
