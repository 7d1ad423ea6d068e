import { App, Button, Drawer } from 'antd'
import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { KeyHint } from '../../../../components/KeyHint.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { NARROW, useMedia } from '../../../../components/useMedia.ts'
import { listNames } from '../../../../text/format.ts'
import { unitsText as text } from '../../../../text/schemeSettings.ts'
import type { EditorTabProps } from '../../editorTab.ts'
import { PasteUnits } from './PasteUnits.tsx'
import { addUnits, moveUnit, removeUnits, targetsOf, type NewUnit } from './unitEdits.ts'
import { UnitForm } from './UnitForm.tsx'
import { UnitTable } from './UnitTable.tsx'

/** All units in the organisation's order left, the chosen one's particulars right (a drawer where there is no room). */
export function UnitsSection({ draft, change, names }: EditorTabProps): ReactElement {
  const { message } = App.useApp()
  const narrow = useMedia(NARROW)
  const [chosen, setChosen] = useState<string | null>(null)
  const [marked, setMarked] = useState<readonly string[]>([])
  const [pasting, setPasting] = useState(false)
  const units = draft.units ?? []
  const known = marked.filter((code) => units.some((unit) => unit.code === code))
  const selected = units.some((unit) => unit.code === chosen)
    ? chosen
    : narrow
      ? null
      : (units[0]?.code ?? null)

  function add(): void {
    const after = units.findIndex((unit) => unit.code === selected)
    const last = units[after >= 0 ? after : units.length - 1]
    const place = [
      [{ name: '', kind: last?.kind ?? 'DEPARTMENT' }],
      after >= 0 ? after : undefined
    ] satisfies [NewUnit[], number | undefined]
    change((before) => addUnits(before, ...place).draft, text.added)
    setChosen(addUnits(draft, ...place).codes[0]!)
  }
  function remove(codes: readonly string[]): void {
    const targets = targetsOf(draft, codes)
    const at = units.findIndex((unit) => unit.code === codes[0])
    change((before) => removeUnits(before, codes), text.removedLabel)
    setMarked([])
    setChosen(units.filter((unit) => !codes.includes(unit.code ?? ''))[Math.max(0, at - 1)]?.code ?? null)
    void message.success(text.removed(listNames(codes.map((code) => `「${names.unit(code)}」`)), targets))
  }
  function move(code: string, by: number): void {
    change((before) => moveUnit(before, code, by), text.moved)
  }
  function onKeys(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || selected === null) return
    event.preventDefault()
    event.stopPropagation()
    move(selected, event.key === 'ArrowUp' ? -1 : 1)
  }

  const form =
    selected === null ? null : (
      <UnitForm
        key={selected}
        draft={draft}
        code={selected}
        change={change}
        onMove={(by) => move(selected, by)}
        onRemove={() => remove([selected])}
      />
    )
  return (
    <div className={narrow ? 'split' : 'split split-side'}>
      <Panel
        title={text.title}
        hint={known.length > 0 ? text.selected(known.length) : text.hint(units.length)}
        extra={
          <>
            {known.length === 0 ? null : (
              <Button size="small" onClick={() => remove(known)}>
                {text.remove}
              </Button>
            )}
            <Button size="small" onClick={() => setPasting(true)}>
              {text.paste}
            </Button>
            <Button size="small" onClick={add}>
              {text.add}
            </Button>
          </>
        }
      >
        {units.length === 0 ? (
          <EmptyState title={text.none.title} hint={text.none.hint}>
            <Button type="primary" onClick={() => setPasting(true)}>
              {text.paste}
            </Button>
            <Button onClick={add}>{text.add}</Button>
          </EmptyState>
        ) : (
          <div className="set-table" onKeyDownCapture={onKeys}>
            <UnitTable
              draft={draft}
              names={names}
              selected={selected}
              onSelect={setChosen}
              marked={known}
              onMark={setMarked}
            />
            <div className="set-foot">
              <KeyHint keys="Alt ↑↓">{text.moved}</KeyHint>
            </div>
          </div>
        )}
      </Panel>
      {narrow ? (
        <Drawer
          open={form !== null}
          onClose={() => setChosen(null)}
          size={360}
          title={text.pane}
          mask={false}
          rootClassName="below-bar"
          closable={{ placement: 'end' }}
        >
          {form}
        </Drawer>
      ) : (
        <Panel title={text.pane} scroll pad>
          {form ?? <p className="soft small">{text.choose}</p>}
        </Panel>
      )}
      <PasteUnits draft={draft} change={change} open={pasting} onClose={() => setPasting(false)} />
    </div>
  )
}
