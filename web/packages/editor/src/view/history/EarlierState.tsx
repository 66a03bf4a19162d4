import type { Earlier } from '../../core/views'
import { ReadOnly } from '../compare/ReadOnly'

export default function EarlierState({ earlier }: { earlier: Earlier }) {
  return <ReadOnly result={earlier.result} />
}
