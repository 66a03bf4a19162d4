import { address, request } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Accordion, Anchor, Badge, Code, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { PageSkeleton } from '../kit/PageSkeleton.tsx'
import { useTitle } from '../kit/title.ts'
import { CallForm } from './CallForm.tsx'
import { type ApiDocument, callsByTag } from './document.ts'

const COLOURS: Record<string, string> = { GET: 'blue', POST: 'teal', PUT: 'orange', PATCH: 'orange', DELETE: 'red' }

/** The interactive description of the API, drawn from the server's OpenAPI document. */
export function ApiPage() {
  useTitle(t('docs.title'))
  const [text, setText] = useState('')
  const schema = useQuery({
    queryKey: ['openapi'],
    queryFn: () => request<ApiDocument>('api/schema', { anonymous: true }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (schema.isError) return <Failure error={schema.error} retry={() => void schema.refetch()} />
  if (schema.isPending) return <PageSkeleton />
  const groups = [...callsByTag(schema.data, text)]
  return (
    <main className="lw-page" style={{ maxWidth: 980 }}>
      <Title order={1}>
        {schema.data.info.title} {t('docs.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('docs.description')}{' '}
        <Anchor href={address('api/schema')} underline="always">
          {t('docs.document')}
        </Anchor>
      </Text>
      <TextInput
        type="search"
        aria-label={t('docs.find')}
        placeholder={t('docs.find')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        mb="lg"
      />
      {groups.length === 0 && <Text c="dimmed">{t('docs.nothing_found')}</Text>}
      <Stack gap="xl">
        {groups.map(([tag, calls]) => (
          <section key={tag} aria-label={tag}>
            <Title order={2} size="h4" mb="xs">
              {tag}
            </Title>
            <Accordion variant="separated" chevronPosition="left">
              {calls.map((call) => (
                <Accordion.Item key={call.operation.operationId} value={call.operation.operationId}>
                  <Accordion.Control>
                    <Group gap="sm" wrap="nowrap">
                      <Badge variant="light" color={COLOURS[call.method] ?? 'gray'} w={72} radius="sm">
                        {call.method}
                      </Badge>
                      <Code>{call.path}</Code>
                      <Text size="sm" c="dimmed" truncate>
                        {call.operation.summary}
                      </Text>
                    </Group>
                  </Accordion.Control>
                  <Accordion.Panel>
                    <CallForm call={call} document={schema.data} />
                  </Accordion.Panel>
                </Accordion.Item>
              ))}
            </Accordion>
          </section>
        ))}
      </Stack>
    </main>
  )
}
