import type { JsonObject } from '@labelwright/api'
import { Editor } from '@labelwright/editor'
import { locale } from '@labelwright/i18n'
import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { mediaAddress } from '../kit/media.ts'

/** How a config looks with one record: everything can be tried, nothing is kept. */
export default function EditorPreview({ config, data }: { config: string; data: JsonObject }) {
  const colorScheme = useComputedColorScheme('light')
  const task = useMemo(() => ({ data }), [data])
  return (
    <Editor
      config={config}
      task={task}
      show={{ submit: false, skip: false, panels: false, topBar: false, bottomBar: false }}
      locale={locale()}
      colorScheme={colorScheme}
      resolveUrl={mediaAddress}
    />
  )
}
