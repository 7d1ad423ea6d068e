import type { IndicatorDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { SchemeView } from '#shared/ipc/scheme.ts'

/** What kind of target all units of an indicator are measured by, or null when they differ or have none. */
export function commonLabel(view: SchemeView, indicator: IndicatorDefinition): string | null {
  const labels = new Set(Object.values(view.targets[indicator.code] ?? {}).map((target) => target.label))
  const [only] = labels
  return labels.size === 1 && only !== undefined ? only : null
}
