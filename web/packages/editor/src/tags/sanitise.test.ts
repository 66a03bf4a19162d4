// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { sanitise } from './sanitise'

describe('mark-up of a config or a task', () => {
  it('runs nothing', () => {
    const safe = sanitise(
      '<img src="x" onerror="alert(1)"><script>alert(1)</script><a href="javascript:alert(1)">a</a>',
    )
    expect(safe).not.toMatch(/onerror|<script|javascript:/)
  })

  it('cannot be laid over the page', () => {
    const safe = sanitise('<b style="position: fixed; inset: 0; z-index: 9; color: red">gift</b>')
    expect(safe).toBe('<b style="color: red;">gift</b>')
  })

  it('opens links beside the work', () => {
    expect(sanitise('<a href="https://example.org">more</a>')).toContain('target="_blank"')
  })
})
