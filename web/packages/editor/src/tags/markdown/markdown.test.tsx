// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model'
import { showEditor, useShownEditors } from '../../testing/showEditor'
import { outdent } from '.'

/** The renderer is a chunk of its own. */
async function show(config: string, data: JsonObject = {}) {
  const ed = await showEditor(config, { data })
  await import('./Rendered')
  await act(async () => {})
  return ed
}

describe('Markdown', () => {
  useShownEditors()

  it('is written in the config, indented with its tag', async () => {
    const ed = await show(`<View>
      <Markdown>
        # Guide

        - one
        - **two**

            code
      </Markdown>
    </View>`)
    expect(ed.find('h1').textContent).toBe('Guide')
    expect(ed.all('li').map((it) => it.textContent?.trim())).toContain('one')
    expect(ed.find('li strong').textContent).toBe('two')
  })

  it('comes from the task, and keeps dollars that name nothing', async () => {
    const ed = await show('<View><Markdown value="$guide"/><Markdown value="costs $100"/></View>', {
      guide: '| a | b |\n|---|---|\n| 1 | 2 |',
    })
    expect(ed.all('td').map((it) => it.textContent)).toEqual(['1', '2'])
    expect(ed.element.textContent).toContain('costs $100')
  })

  it('has fields of the task in it, and is empty without a text', async () => {
    const ed = await showEditor(
      '<View><Markdown>**$who** pays $5, $nobody nothing</Markdown><Markdown value=""/></View>',
      {
        data: { who: 'Ada' },
      },
    )
    await ed.appears('strong', 'Ada')
    expect(ed.element.textContent).toContain('Ada pays $5, $nobody nothing')
    expect(ed.all('[role="alert"]')).toEqual([])
  })

  it('shows mark-up in it made safe, with links that open beside the work', async () => {
    const text =
      '<b>bold</b> <img src=x onerror="alert(1)"> [a](javascript:alert(1)) [b](https://example.org) <iframe src="x"></iframe>'
    const ed = await show('<View><Markdown value="$text"/></View>', { text })
    expect(ed.find('b').textContent).toBe('bold')
    expect(ed.element.innerHTML).not.toMatch(/onerror|javascript|iframe/)
    expect(ed.find('a[href]').getAttribute('target')).toBe('_blank')
    expect(ed.find('a[href]').getAttribute('rel')).toContain('noopener')
  })

  it('is shown when its condition says so', async () => {
    const ed = await show(`<View><Text name="t" value="$t"/>
      <Choices name="c" toName="t"><Choice value="A"/></Choices>
      <Markdown className="more" visibleWhen="choice-selected" whenTagName="c" value="**More**"/></View>`)
    expect(ed.find('.more').style.display).toBe('none')
    await ed.click(ed.find('input[type="radio"], input[type="checkbox"]'))
    expect(ed.find('.more').style.display).toBe('')
  })

  it('loses only the indent that all lines share', () => {
    expect(outdent('a\n    b\n      c\n\n    d')).toBe('a\nb\n  c\n\nd')
    expect(outdent('a')).toBe('a')
  })
})
