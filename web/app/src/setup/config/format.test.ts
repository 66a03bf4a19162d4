import { parse } from '@labelwright/editor/config'
import { describe, expect, it } from 'vitest'
import { formatConfig } from './format.ts'

const examples = import.meta.glob<string>('../../../../../examples/*/*/config.xml', {
  eager: true,
  import: 'default',
  query: '?raw',
})

const shape = (text: string): unknown =>
  JSON.parse(
    JSON.stringify(parse(text).root, (key, value) => (['line', 'column', 'content'].includes(key) ? undefined : value)),
  )

describe('formatting', () => {
  it('puts one tag on a line and keeps comments, gaps and texts', () => {
    const config = `<View><!-- a
      b --><Text   name='t'
 value="$t"/>


  <Header> Hello
 you </Header><View></View></View>`
    expect(formatConfig(config)).toBe(`<View>
  <!-- a
      b -->
  <Text name='t' value="$t"/>

  <Header> Hello
 you </Header>
  <View></View>
</View>
`)
  })

  it('breaks long tags, one attribute a line', () => {
    const long = 'x'.repeat(60)
    expect(formatConfig(`<View><Text name="${long}" value="${long}"/></View>`)).toBe(
      `<View>\n  <Text\n    name="${long}"\n    value="${long}"/>\n</View>\n`,
    )
  })

  it('leaves what is broken alone', () => {
    for (const broken of ['<View><Text></View>', '<View', '<View a=b/>', '<a></b>'])
      expect(formatConfig(broken)).toBeUndefined()
  })

  it.each(Object.entries(examples))('means the same afterwards: %s', (_, config) => {
    const formatted = formatConfig(config) ?? ''
    expect(shape(formatted)).toEqual(shape(config))
    expect(formatConfig(formatted)).toBe(formatted)
  })
})
