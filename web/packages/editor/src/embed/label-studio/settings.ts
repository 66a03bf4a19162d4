/** Label Studio's names of settings, and ours. Those without a counterpart are not read. */

import type { Settings } from '../../core/settings'

const NAMES = {
  autoAcceptSuggestions: 'autoAccept',
  autoAnnotation: 'autoAnnotation',
  continuousLabeling: 'keepLabels',
  enableHotkeys: 'hotkeys',
  enableLabelTooltips: 'showHotkeys',
  enableSmoothing: 'smoothing',
  invertedZoom: 'invertedZoom',
  preserveSelectedTool: 'keepTool',
  selectAfterCreate: 'selectAfterCreate',
  showLabels: 'showLabels',
  showLineNumbers: 'lineNumbers',
} as const satisfies Record<string, keyof Settings>

export function readSettings(given: Readonly<Record<string, unknown>>): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(NAMES).flatMap(([name, own]) => (typeof given[name] === 'boolean' ? [[own, given[name]]] : [])),
  )
}
