import { t } from '@labelwright/i18n'
import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

export function UrlData({ onUrl }: { onUrl: (url: string) => void }) {
  const [url, setUrl] = useState('')
  const valid = /^https?:\/\/\S+\.\S+|^https?:\/\/\S+:\d+\S*/i.test(url.trim())
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!valid) return
    onUrl(url.trim())
    setUrl('')
  }
  return (
    <form onSubmit={add}>
      <Group align="flex-end">
        <TextInput
          flex={1}
          label={t('setup.url_label')}
          description={t('setup.url_hint')}
          placeholder="https://example.org/tasks.json"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" disabled={!valid}>
          {t('setup.add_url')}
        </Button>
      </Group>
    </form>
  )
}
