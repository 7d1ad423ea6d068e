import { fireEvent, waitFor } from '@testing-library/react'
import type { TreeColumn } from '../../../../renderer/src/features/schemeEditor/tree/cellOf.ts'

/**
 * What a clerk does with the editor's controls, one verb a function. Nothing here knows the draft.
 * Elements are found by what they say; roles with computed names would take most of the time in this document.
 */

/** Waits for an element that the page is about to draw. */
export function appears<T extends Element>(find: () => T | null | undefined, what: string): Promise<T> {
  return waitFor(() => {
    const found = find()
    if (found == null) throw new Error(`not on the screen: ${what}`)
    return found
  })
}

const named = (root: ParentNode, selector: string, name: string): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>(selector)].find((one) => one.textContent.trim() === name)

export async function press(name: string, root: ParentNode = document): Promise<void> {
  const button = await appears(() => named(root, 'button', name), `button ${name}`)
  if ((button as HTMLButtonElement).disabled) throw new Error(`disabled: ${name}`)
  fireEvent.click(button)
}

/** The field or cell of that name. */
function labelled(label: string, root: ParentNode): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>('[aria-label]')].find(
    (one) => one.getAttribute('aria-label') === label
  )
}

export function findLabelled(label: string, root: ParentNode = document): Promise<HTMLElement> {
  return appears(() => labelled(label, root), label)
}

/** Types into the field of that name, in place of what stands there. */
export async function type(label: string, value: string, root: ParentNode = document): Promise<void> {
  fireEvent.change(await findLabelled(label, root), { target: { value } })
}

/** Opens the list of that name and takes an entry. */
export async function choose(label: string, entry: string, root: ParentNode = document): Promise<void> {
  const box = await findLabelled(label, root)
  fireEvent.mouseDown(box)
  await take(box, entry)
}

/** Takes an entry of a list that is open; where one can search, its name is typed first. */
async function take(box: HTMLElement, entry: string): Promise<void> {
  if (!(box as HTMLInputElement).readOnly) fireEvent.change(box, { target: { value: entry } })
  const option = await appears(
    () =>
      [...document.querySelectorAll('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')]
        .map((popup) => popup.querySelector(`.ant-select-item-option[title="${entry}"]`))
        .findLast((found) => found !== null),
    `entry ${entry}`
  )
  fireEvent.click(option)
}

export async function openTab(name: string): Promise<void> {
  fireEvent.click(await appears(() => named(document, '.scheme-tabs [role="tab"]', name), `tab ${name}`))
}

/** Opens the menu of a button and takes an entry. */
export async function openMenu(button: string, entry: string, root: ParentNode): Promise<void> {
  await press(button, root)
  fireEvent.click(await appears(() => named(document, '[role="menuitem"]', entry), `entry ${entry}`))
}

export async function openSection(name: string): Promise<void> {
  const entry = await appears(
    () =>
      [...document.querySelectorAll('.set-nav-item')].find(
        (one) => one.querySelector('.grow')?.textContent === name
      ),
    `section ${name}`
  )
  fireEvent.click(entry)
}

/** Row of the tree by its name. */
function rowOf(name: string, level: 'race' | 'dimension' | 'indicator'): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(`.se-row.se-${level}`)].find(
    (row) => row.querySelector('.se-name .ellipsis')?.textContent === name
  )
}

export type Row = readonly [level: 'race' | 'dimension' | 'indicator', name: string]

async function cellOf([level, name]: Row, column: TreeColumn): Promise<HTMLElement> {
  return appears(
    () => rowOf(name, level)?.querySelector<HTMLElement>(`.se-cell.se-${column}`),
    `${column} of ${name}`
  )
}

export async function chooseRow(row: Row): Promise<void> {
  fireEvent.click(await cellOf(row, 'name'))
}

/** Opens a cell of the tree by a double click, types and presses Enter. */
export async function writeCell(row: Row, column: TreeColumn, value: string): Promise<void> {
  fireEvent.doubleClick(await cellOf(row, column))
  const field = await appears(() => document.querySelector('.se-cell-editing input'), `field of ${column}`)
  fireEvent.change(field, { target: { value } })
  fireEvent.keyDown(field, { key: 'Enter' })
}

/** Opens a cell of the tree that is a list, and takes an entry. */
export async function chooseCell(row: Row, column: TreeColumn, entry: string): Promise<void> {
  fireEvent.doubleClick(await cellOf(row, column))
  const box = await appears(
    () => document.querySelector<HTMLElement>('.se-cell-editing [role="combobox"]'),
    `list of ${column}`
  )
  await take(box, entry)
}

/** The right half of the page: the chosen row. */
export function pane(): HTMLElement {
  return document.querySelector<HTMLElement>('.se-pane')!
}

/** Parameters of the chosen indicator's rule, by their labels. A list is chosen from, everything else typed. */
export async function setParams(params: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(params)) {
    const form = await appears(() => pane().querySelector<HTMLElement>('.se-form'), 'parameters')
    const field = await findLabelled(label, form)
    if (field.getAttribute('role') === 'combobox') await choose(label, value, form)
    else fireEvent.change(field, { target: { value } })
  }
}

/** A dialog that stands open. */
export function dialog(): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].at(-1)!
}
