import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const colours = HighlightStyle.define([
  { tag: tags.tagName, color: 'var(--lw-code-tag)', fontWeight: '600' },
  { tag: tags.attributeName, color: 'var(--lw-code-attribute)' },
  { tag: tags.attributeValue, color: 'var(--lw-code-value)' },
  { tag: tags.comment, color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' },
  { tag: tags.angleBracket, color: 'var(--mantine-color-dimmed)' },
])

const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--lw-surface)', color: 'var(--mantine-color-text)' },
  '&.cm-focused': { outline: '2px solid var(--mantine-color-teal-5)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--mantine-color-dimmed)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--lw-hover)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--mantine-color-teal-light)',
  },
  '.cm-foldPlaceholder': {
    padding: '0 6px',
    border: '1px solid var(--lw-line)',
    backgroundColor: 'var(--lw-hover)',
    color: 'var(--mantine-color-dimmed)',
  },
  '.cm-tooltip': {
    maxWidth: '440px',
    backgroundColor: 'var(--lw-surface)',
    color: 'var(--mantine-color-text)',
    border: '1px solid var(--lw-line)',
    borderRadius: '8px',
    boxShadow: 'var(--mantine-shadow-md)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--mantine-primary-color-filled)',
    color: '#fff',
  },
  '.cm-completionInfo, .lw-docs': { maxWidth: '420px', padding: '8px 12px', fontSize: '13px', lineHeight: '1.45' },
  '.lw-docs': { maxHeight: '60vh', overflowY: 'auto' },
  '.lw-docs p': { margin: '0 0 6px' },
  '.lw-docs pre': { margin: '8px 0 0', fontSize: '12px', whiteSpace: 'pre-wrap', color: 'var(--mantine-color-dimmed)' },
  '.cm-diagnostic': { padding: '6px 10px', fontSize: '13px' },
  '.cm-diagnosticAction, .lw-fixes button': {
    margin: '4px 6px 0 0',
    padding: '3px 9px',
    border: '1px solid var(--lw-line)',
    borderRadius: '6px',
    backgroundColor: 'var(--lw-page)',
    color: 'var(--mantine-color-text)',
    fontFamily: 'var(--mantine-font-family-monospace)',
    fontSize: '12px',
    cursor: 'pointer',
  },
  '.lw-fixes': { display: 'flex', flexDirection: 'column', padding: '4px' },
  '.lw-fixes button': { margin: '1px', border: 'none', backgroundColor: 'transparent', textAlign: 'left' },
  '.lw-fixes button:focus, .lw-fixes button:hover': {
    outline: 'none',
    backgroundColor: 'var(--mantine-primary-color-filled)',
    color: '#fff',
  },
  '.cm-panels': {
    backgroundColor: 'var(--lw-page)',
    color: 'var(--mantine-color-text)',
    borderColor: 'var(--lw-line)',
  },
  '.cm-panel.cm-panel-lint ul [aria-selected]': { backgroundColor: 'var(--lw-hover)', color: 'inherit' },
  '.lw-swatch': {
    width: '16px',
    height: '14px',
    margin: '0 4px 0 1px',
    padding: '0',
    border: '1px solid var(--lw-line)',
    borderRadius: '3px',
    background: 'none',
    verticalAlign: '-2px',
    cursor: 'pointer',
  },
  '.lw-swatch::-webkit-color-swatch-wrapper': { padding: '0' },
  '.lw-swatch::-webkit-color-swatch': { border: 'none', borderRadius: '2px' },
})

export const look = [syntaxHighlighting(colours), theme]
