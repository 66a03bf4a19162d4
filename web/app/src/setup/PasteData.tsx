import { t } from '@labelwright/i18n'
import { Button, Group, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { guessKind, type PastedKind } from './uploads.ts'

let pasted = 0

export function PasteData({ onFile }: { onFile: (file: File) => void }) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<PastedKind>()
  const kind = chosen ?? guessKind(text)

  const add = () => {
    pasted += 1
    onFile(new File([text], `pasted-${pasted}.${kind}`, { type: 'text/plain' }))
    setText('')
    setChosen(undefined)
  }

  return (
    <Stack gap="sm">
      <Textarea
        aria-label={t('setup.paste_label')}
        placeholder={t('setup.paste_placeholder')}
        minRows={8}
        maxRows={16}
        autosize
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      />
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('setup.paste_kind')}
          value={kind}
          onChange={(value) => setChosen(value as PastedKind)}
          data={[
            { value: 'txt', label: t('setup.kind_txt') },
            { value: 'csv', label: 'CSV' },
            { value: 'tsv', label: 'TSV' },
            { value: 'json', label: 'JSON' },
          ]}
        />
        <Button variant="light" disabled={text.trim() === ''} onClick={add}>
          {t('setup.add_text')}
        </Button>
      </Group>
    </Stack>
  )
}
