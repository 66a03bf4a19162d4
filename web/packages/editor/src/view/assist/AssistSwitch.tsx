/** Asking models on and off, in the top bar; beside it whether what they say is taken at once. */

import { t } from '@labelwright/i18n'
import { Checkbox, Tooltip } from '@mantine/core'
import { useEditor, useSetting, useValue } from '../context'
import classes from './assist.module.css'

export function AssistSwitch() {
  const editor = useEditor()
  const { forceAutoAnnotation, forceAutoAcceptSuggestions } = useValue(editor.options)
  const annotates = useSetting('autoAnnotation') || forceAutoAnnotation === true
  const accepts = useSetting('autoAccept') || forceAutoAcceptSuggestions === true
  return (
    <div className={classes.switches}>
      <Forced on={forceAutoAnnotation === true}>
        <Checkbox
          size="xs"
          label={t('assist.autoAnnotate')}
          checked={annotates}
          disabled={forceAutoAnnotation === true}
          onChange={(event) => editor.settings.set({ autoAnnotation: event.currentTarget.checked })}
        />
      </Forced>
      {annotates && (
        <Forced on={forceAutoAcceptSuggestions === true}>
          <Checkbox
            size="xs"
            label={t('assist.autoAccept')}
            checked={accepts}
            disabled={forceAutoAcceptSuggestions === true}
            onChange={(event) => editor.settings.set({ autoAccept: event.currentTarget.checked })}
          />
        </Forced>
      )}
    </div>
  )
}

function Forced({ on, children }: { on: boolean; children: React.ReactNode }) {
  return (
    <Tooltip label={t('assist.forced')} disabled={!on}>
      <span>{children}</span>
    </Tooltip>
  )
}
