import { circularText } from '../../../text/circular.ts'
import type { ChipLook } from './editableDom.ts'

/** Facts have a ground on the screen, never on paper. */
export const CHIP: ChipLook = {
  className: 'ct-chip',
  title: ({ text, unit }) => (unit === undefined ? circularText.chip : circularText.unit(text))
}
