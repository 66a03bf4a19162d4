import { ApiError, type RequestOptions, send } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Badge, Button, Code, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ApiDocument, type Call, example, filled } from './document.ts'

interface Answer {
  status: number
  text: string
}

/** One call's parameters and body, to be sent for real. */
export function CallForm({ call, document }: { call: Call; document: ApiDocument }) {
  const parameters = (call.operation.parameters ?? []).filter(({ in: place }) => place === 'path' || place === 'query')
  const schema = call.operation.requestBody?.content['application/json']?.schema
  const [values, setValues] = useState<Record<string, string>>({})
  const [body, setBody] = useState(() => (schema ? JSON.stringify(example(schema, document), null, 2) : ''))
  const [answer, setAnswer] = useState<Answer>()
  const [sending, setSending] = useState(false)
  const broken = schema !== undefined && body.trim() !== '' && !parses(body)

  async function run() {
    setSending(true)
    setAnswer(await sent(call, values, body))
    setSending(false)
  }

  return (
    <Stack gap="sm">
      {call.operation.description && <Text size="sm">{call.operation.description}</Text>}
      {parameters.map((parameter) => (
        <TextInput
          key={parameter.name}
          label={parameter.required ? t('docs.parameter_required', { name: parameter.name }) : parameter.name}
          description={parameter.description}
          value={values[parameter.name] ?? ''}
          onChange={(event) => setValues({ ...values, [parameter.name]: event.currentTarget.value })}
        />
      ))}
      {schema && (
        <Textarea
          label={t('docs.body')}
          autosize
          minRows={3}
          maxRows={16}
          value={body}
          error={broken && t('docs.body_broken')}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
      )}
      <Group>
        <Button size="xs" loading={sending} disabled={broken} onClick={() => void run()}>
          {t('docs.send')}
        </Button>
        {answer && (
          <Badge color={answer.status < 400 ? 'teal' : 'red'} variant="light" aria-live="polite">
            {answer.status || '–'}
          </Badge>
        )}
      </Group>
      {answer && (
        <Code block mah={360} style={{ overflow: 'auto' }} aria-label={t('docs.answer')} tabIndex={0}>
          {answer.text}
        </Code>
      )}
    </Stack>
  )
}

async function sent(call: Call, values: Record<string, string>, body: string): Promise<Answer> {
  const { path, query } = filled(call, values)
  const options: RequestOptions = { method: call.method as RequestOptions['method'] & string, query }
  if (body.trim() !== '') options.body = JSON.parse(body)
  try {
    const response = await send(path, options)
    return { status: response.status, text: pretty(await response.text()) }
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, text: JSON.stringify(error.body, null, 2) }
    return { status: 0, text: String(error) }
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function pretty(text: string): string {
  return parses(text) ? JSON.stringify(JSON.parse(text), null, 2) : text
}
