import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, type ReactElement, type ReactNode, type RefObject } from 'react'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { IssueMark } from '../../../components/IssueMark.tsx'
import { common } from '../../../text/common.ts'
import { importText } from '../../../text/import.ts'
import { checkText, kinds } from '../../../text/importCheck.ts'
import { listItems, type CheckView, type ListedGroup, type ListItem } from './checkView.ts'

const { problems: text } = importText
const HEADING = 34
/** A card before it has been measured. */
const CARD = 110

interface Props<T> {
  groups: readonly T[]
  view: CheckView
  onView: (change: Partial<CheckView>) => void
  /** Group that the clerk stands at; it is brought into view. */
  current: string | null
  listRef: RefObject<HTMLDivElement | null>
  renderCard: (group: T) => ReactNode
}

/** The cards under their levels. Only those near the window exist: a bad import has thousands of problems. */
export function GroupList<T extends ListedGroup>(props: Props<T>): ReactElement {
  const { groups, view, current, listRef } = props
  const items = listItems(groups, view)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => listRef.current,
    estimateSize: (index) => (items[index]?.kind === 'LEVEL' ? HEADING : CARD),
    // A card that is not laid out yet keeps its estimate instead of collapsing to nothing.
    measureElement: (element) =>
      element.getBoundingClientRect().height || Number(element.getAttribute('data-estimate')),
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 5,
    initialRect: { width: 430, height: 600 }
  })
  const at = items.findIndex((item) => item.kind === 'GROUP' && item.group.group === current)
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])

  const open = groups.some((group) => group.level !== 'info')
  return (
    <div className="ip-list" ref={listRef} tabIndex={0} role="region" aria-label={text.title}>
      {!open && view.search.trim() === '' ? <EmptyState title={text.none} hint={text.noneHint} /> : null}
      {items.length === 0 && groups.length > 0 ? (
        <EmptyState title={checkText.noneFound}>
          <button type="button" className="link" onClick={() => props.onView({ search: '', hidden: [] })}>
            {common.clearFilter}
          </button>
        </EmptyState>
      ) : null}
      <div className="ip-list-canvas" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]!
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              data-estimate={item.kind === 'LEVEL' ? HEADING : CARD}
              className="ip-list-item"
              style={{ transform: `translateY(${start}px)` }}
            >
              {item.kind === 'LEVEL' ? <Heading {...props} item={item} /> : props.renderCard(item.group)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const keyOf = (item: ListItem<ListedGroup>): string =>
  item.kind === 'LEVEL' ? `level:${item.level}` : `group:${item.group.group}`

function Heading<T extends ListedGroup>({
  item,
  view,
  onView
}: Props<T> & { item: Extract<ListItem<T>, { kind: 'LEVEL' }> }): ReactElement {
  const { level, groups } = item
  const folds = level === 'info' && view.search.trim() === ''
  return (
    <h3>
      <IssueMark level={level} word={kinds(text[level], groups.length)} />
      <span className="small quiet ellipsis grow">
        {level === 'error'
          ? text.errorHint
          : level === 'confirm'
            ? text.confirmHint
            : groups.map((group) => group.title).join('、')}
      </span>
      {folds ? (
        <button
          type="button"
          className="link small"
          aria-expanded={view.tidied}
          onClick={() => onView({ tidied: !view.tidied })}
        >
          {view.tidied ? text.collapse : text.expand}
        </button>
      ) : null}
    </h3>
  )
}
