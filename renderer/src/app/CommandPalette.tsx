import { Modal } from 'antd'
import { useMemo, useState, type KeyboardEvent, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { EmptyState } from '../components/EmptyState.tsx'
import { Icon, type IconName } from '../components/Icon.tsx'
import { useRoute } from '../ipc/queries.ts'
import { navText } from '../text/nav.ts'
import { findEntries, type FindEntry } from './findEntries.ts'
import { usePeriod } from './PeriodContext.tsx'

const ICONS: Record<FindEntry['kind'], IconName> = { unit: 'unit', indicator: 'indicator', page: 'page' }
const GROUPS: Record<FindEntry['kind'], string> = {
  unit: navText.groupUnits,
  indicator: navText.groupIndicators,
  page: navText.groupPages
}

/** Ctrl+K: units, indicators and pages by a part of their name. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={560}
      destroyOnHidden
      className="finder"
      title={<span className="visually-hidden">{navText.search}</span>}
    >
      <Finder onClose={onClose} />
    </Modal>
  )
}

function Finder({ onClose }: { onClose: () => void }): ReactElement {
  const navigate = useNavigate()
  const { period } = usePeriod()
  const scheme = useRoute('scheme.get', period === null ? null : { period }).data ?? null
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => findEntries(scheme?.definition ?? null, text), [scheme, text])
  const active = Math.min(at, found.length - 1)

  function go(entry: FindEntry | undefined): void {
    if (entry === undefined) return
    onClose()
    void navigate(entry.to)
  }

  function onKeyDown(event: KeyboardEvent): void {
    // An IME confirms its candidate with Enter; that Enter is not ours.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, active - 1))
    else if (event.key === 'Enter') go(found[active])
    else return
    event.preventDefault()
  }

  return (
    <div className="finder-body">
      <div className="finder-field">
        <Icon name="find" />
        <input
          autoFocus
          value={text}
          placeholder={navText.search}
          aria-label={navText.search}
          role="combobox"
          aria-expanded="true"
          aria-controls="finder-list"
          aria-activedescendant={found.length === 0 ? undefined : `finder-${active}`}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      {found.length === 0 ? (
        <EmptyState title={`${navText.searchNone}「${text.trim()}」`} hint={navText.searchNoneHint} />
      ) : (
        <ul id="finder-list" role="listbox" aria-label={navText.search} className="finder-list">
          {found.map((entry, index) => (
            <li
              key={entry.to + entry.label}
              id={`finder-${index}`}
              role="option"
              aria-selected={index === active}
              className={index === active ? 'finder-item finder-on' : 'finder-item'}
              ref={(node) => {
                if (index === active) node?.scrollIntoView?.({ block: 'nearest' })
              }}
              onMouseMove={() => setAt(index)}
              onClick={() => go(entry)}
            >
              <Icon name={ICONS[entry.kind]} />
              <span className="ellipsis">{entry.label}</span>
              <span className="quiet small ellipsis">{entry.hint}</span>
              <span className="quiet small finder-kind">{GROUPS[entry.kind]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
