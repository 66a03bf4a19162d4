export const docs = {
  answer: 'Answer',
  body: 'Body (JSON)',
  body_broken: 'The body is not valid JSON.',
  description: 'The REST API of this server. A call made here is made for real, with your session.',
  document: 'OpenAPI document',
  find: 'Find a call',
  nothing_found: 'No call fits this search.',
  parameter_required: '{name} (required)',
  parameters: 'Parameters',
  send: 'Send',
  title: 'API',
} as const
