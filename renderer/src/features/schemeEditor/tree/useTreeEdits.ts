import { App } from 'antd'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { ChangeDraft, Draft } from '../editorTab.ts'
import { moveRow } from '../draft/moveRow.ts'
import { dimensionAt, indicatorAt, pathOfKey, raceAt, rowKey, type RowPath } from '../draft/rowPath.ts'
import {
  addDimension,
  addIndicator,
  addRace,
  duplicateRow,
  removeRow,
  type Edited
} from '../draft/treeEdits.ts'

const text = schemeEditorText.tree

export interface TreeEdits {
  add: () => void
  addDimension: () => void
  addRace: () => void
  duplicate: () => void
  remove: () => void
  move: (by: -1 | 1) => void
}

/** The buttons and keys above the tree, on the row that is chosen. `onRow` chooses the row afterwards. */
export function useTreeEdits(
  draft: Draft,
  chosen: string,
  change: ChangeDraft,
  onRow: (key: string) => void
): TreeEdits {
  const { message } = App.useApp()
  const path = pathOfKey(chosen)

  function apply(edited: Edited | null, label: string): void {
    if (edited === null) return
    change(() => edited.draft, label)
    onRow(rowKey(edited.path))
  }

  function remove(): void {
    const name = nameAt(draft, path)
    if (name === null) return
    const inside = indicatorsInside(draft, path)
    apply(removeRow(draft, path), text.steps.remove(name))
    // Nothing asks before: taking it back is one key.
    void message.info({ content: text.removed(name, inside), key: 'scheme-step', duration: 5 })
  }

  return {
    add: () => apply(addIndicator(draft, path), text.steps.add),
    addDimension: () => apply(addDimension(draft, path), text.steps.addDimension),
    addRace: () => apply(addRace(draft, (draft.races ?? []).length === 0 ? null : path), text.steps.addRace),
    duplicate: () => apply(duplicateRow(draft, path), text.steps.duplicate),
    remove,
    move: (by) => apply(moveRow(draft, path, by), text.steps.move)
  }
}

function nameAt(draft: Draft, path: RowPath): string | null {
  const thing = indicatorAt(draft, path) ?? dimensionAt(draft, path) ?? raceAt(draft, path)
  return thing === undefined ? null : (thing.name ?? schemeEditorText.noName)
}

function indicatorsInside(draft: Draft, path: RowPath): number {
  if (path.indicator !== null) return 0
  const dimensions = path.dimension === null ? raceAt(draft, path)?.dimensions : [dimensionAt(draft, path)]
  return (dimensions ?? []).reduce((count, dimension) => count + (dimension?.indicators?.length ?? 0), 0)
}
